import pytest

from flows.live.surroundings import clock_from, clock_text, from_environment
from models.errors import DocumentError


def test_programs_that_are_told_the_same_text_have_the_same_clock() -> None:
    clock = clock_from("2024-01-02T08:30@1767000000.5x2880")
    assert clock_text(clock) == "2024-01-02T08:30:00@1767000000.5x2880.0"
    again = clock_from(clock_text(clock))
    assert (again.epoch, again.started, again.origin, again.speed) == (
        clock.epoch,
        clock.started,
        clock.origin,
        clock.speed,
    )
    assert clock.started == 8 * 3_600 + 30 * 60


@pytest.mark.parametrize("text", ["yesterday", "2024-01-02@x", "2024-01-02T08:30@soon"])
def test_a_clock_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(DocumentError, match="ONETHING_CLOCK"):
        clock_from(text)


def test_a_variable_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONETHING_DEPARTMENTS", raising=False)
    from_environment.cache_clear()
    with pytest.raises(DocumentError, match="ONETHING_DEPARTMENTS"):
        from_environment()
