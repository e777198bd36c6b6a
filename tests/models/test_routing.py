import pytest

from models.base import text
from models.condition import Chance, chance_key
from models.distributions import Fixed
from models.process import Process
from models.routing import Ready, Routing
from models.source import assumed
from models.step import Rework, Step
from models.step_time import Automatic, seconds

SOURCE = assumed("测试 (for the test)")
QUICK = Automatic(duration=seconds(Fixed(value=1), SOURCE))


def step(slug: str, *after: str, back_to: str | None = None, chance: bool = False) -> Step:
    rework = None
    if back_to is not None:
        rework = Rework(
            to=back_to, chance=0.5, most=2, applicant=seconds(Fixed(value=5), SOURCE), source=SOURCE
        )
    return Step(
        slug=slug,
        name=text(slug, slug),
        owner="market-regulation",
        time=QUICK,
        after=after,
        when=Chance(share=0.5, source=SOURCE) if chance else None,
        rework=rework,
        source=SOURCE,
    )


def process(*steps: Step) -> Process:
    return Process(
        slug="test",
        name=text("测试", "test"),
        family="company",
        lead="market-regulation",
        steps=steps,
    )


def keys(ready: list[Ready]) -> list[tuple[str, int]]:
    return [entry.key for entry in ready]


def test_a_join_waits_for_both_branches() -> None:
    way = Routing(process(step("a"), step("b", "a"), step("c", "a"), step("d", "b", "c")), {})
    assert keys(way.begin()) == [("a", 0)]
    assert sorted(keys(way.ended("a", 0, correction=False))) == [("b", 0), ("c", 0)]
    assert keys(way.ended("c", 0, correction=False)) == []
    assert not way.over
    last = way.ended("b", 0, correction=False)
    assert keys(last) == [("d", 0)]
    assert last[0].previous == ("b", 0)
    way.ended("d", 0, correction=False)
    assert way.over


def test_a_skipped_step_passes_on_to_its_followers() -> None:
    way = Routing(
        process(step("a"), step("b", "a", chance=True), step("c", "b")), {chance_key("b"): False}
    )
    way.begin()
    following = way.ended("a", 0, correction=False)
    assert keys(following) == [("c", 0)]
    assert following[0].previous == ("a", 0)


def test_a_correction_repeats_every_step_from_the_named_one() -> None:
    way = Routing(
        process(step("a"), step("b", "a"), step("c", "b", back_to="b"), step("d", "c")), {}
    )
    way.begin()
    way.ended("a", 0, correction=False)
    way.ended("b", 0, correction=False)
    again = way.ended("c", 0, correction=True)
    assert keys(again) == [("b", 1)]
    assert again[0].correction
    assert again[0].previous == ("c", 0)
    assert keys(way.ended("b", 1, correction=False)) == [("c", 1)]
    assert keys(way.ended("c", 1, correction=False)) == [("d", 0)]


def test_steps_beside_the_corrected_path_are_not_released_twice() -> None:
    way = Routing(
        process(step("a"), step("b", "a"), step("x", "a"), step("c", "b", back_to="a")), {}
    )
    way.begin()
    assert sorted(keys(way.ended("a", 0, correction=False))) == [("b", 0), ("x", 0)]
    way.ended("b", 0, correction=False)
    assert keys(way.ended("c", 0, correction=True)) == [("a", 1)]
    assert keys(way.ended("a", 1, correction=False)) == [("b", 1)]


def test_a_correction_of_a_step_without_one_is_refused() -> None:
    way = Routing(process(step("a")), {})
    way.begin()
    with pytest.raises(ValueError, match="has no correction"):
        way.ended("a", 0, correction=True)
