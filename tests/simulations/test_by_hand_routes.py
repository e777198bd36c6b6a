"""Small cases computed by hand: corrections, skipped steps, joins. Every step takes an hour."""

from collections.abc import Sequence

import pytest

from tests.builders import ALWAYS, HOUR, a_correction, a_pool, a_process, a_step, chance, fixed
from tests.simulations.by_hand import NO, chain, clock, hour, order, run_by_hand, story

OPEN = [a_pool(count=9, hours=ALWAYS)]
NOON = ["03-02 12:00"]
NEVER = chance(0)


def test_a_correction_goes_back_to_an_earlier_step() -> None:
    process = chain("a", "b", "c", "d", c=a_correction("b", 1, applicant=2 * HOUR))
    assert story(run_by_hand(process, OPEN, NOON)) == [
        "0 a 03-02 12:00 - 03-02 13:00",
        "0 b 03-02 13:00 - 03-02 14:00",
        "0 c 03-02 14:00 - 03-02 15:00 correction",
        "0 b 03-02 17:00 - 03-02 18:00",
        "0 c 03-02 18:00 - 03-02 19:00",
        "0 d 03-02 19:00 - 03-02 20:00",
    ]


def test_the_applicants_time_lies_between_ready_and_enabled() -> None:
    process = chain("a", "b", b=a_correction("a", 1, applicant=2 * HOUR))
    log = run_by_hand(process, OPEN, NOON)
    assert order(log) == ["a", "b*", "a", "b"]
    assert (log.enabled - log.ready).tolist() == [0, 0, 2 * HOUR, 0]
    assert log.visit.tolist() == [0, 0, 1, 1]
    assert log.previous.tolist() == [-1, 0, 1, 2]
    assert [event.outcome for event in log.events()] == ["done", "correction", "done", "done"]


@pytest.mark.parametrize("most", [1, 2, 10])
def test_there_are_at_most_so_many_corrections(most: int) -> None:
    log = run_by_hand(chain("a", a=a_correction("a", 1, most=most)), OPEN, NOON)
    assert order(log) == ["a*"] * most + ["a"]


def test_a_side_branch_goes_on_and_is_not_repeated() -> None:
    process = a_process(
        hour("a"),
        hour("b", "a", rework=a_correction("a", 1)),
        hour("side", "a"),
        hour("end", "b", "side"),
    )
    assert story(run_by_hand(process, OPEN, NOON)) == [
        "0 a 03-02 12:00 - 03-02 13:00",
        "0 side 03-02 13:00 - 03-02 14:00",
        "0 b 03-02 13:00 - 03-02 14:00 correction",
        "0 a 03-02 14:00 - 03-02 15:00",
        "0 b 03-02 15:00 - 03-02 16:00",
        "0 end 03-02 16:00 - 03-02 17:00",
    ]


def test_a_repeated_step_does_not_open_what_still_waits_for_another() -> None:
    """``late`` waits for a and for x; that a is done twice is no news to it."""
    process = a_process(
        hour("a"),
        a_step("x", fixed(9 * HOUR)),
        hour("b", "a", rework=a_correction("a", 1)),
        hour("late", "a", "x"),
        hour("end", "b", "late"),
    )
    log = run_by_hand(process, OPEN, NOON)
    assert story(log)[-2:] == [
        "0 late 03-02 21:00 - 03-02 22:00",
        "0 end 03-02 22:00 - 03-02 23:00",
    ]


def test_a_repeated_step_does_not_wait_again_for_what_lies_outside_the_region() -> None:
    process = a_process(hour("a"), hour("x"), hour("b", "a", "x", rework=a_correction("a", 1)))
    log = run_by_hand(process, OPEN, NOON)
    assert sorted(order(log)[:2]) == ["a", "x"]
    assert order(log)[2:] == ["b*", "a", "b"]
    assert clock(log, int(log.completed[-1])) == "03-02 16:00"


def test_a_region_with_two_branches_is_repeated_as_a_whole() -> None:
    process = a_process(
        hour("a"),
        hour("left", "a"),
        hour("right", "a"),
        hour("b", "left", "right", rework=a_correction("a", 1)),
    )
    log = run_by_hand(process, OPEN, NOON)
    assert sorted(order(log)) == sorted(["a", "left", "right", "b*", "a", "left", "right", "b"])
    assert clock(log, int(log.completed.max())) == "03-02 18:00"


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ((NO, NO), (NO,), "a b c d"),
        ((0, NO), (NO,), "a b* a b c d"),
        ((NO, NO), (0,), "a b c d* a b c d"),
        ((NO, 0), (0,), "a b c d* a b* a b c d"),
        ((0, NO), (0,), "a b* a b c d* a b c d"),
        ((0, 0), (0,), "a b* a b* a b c d* a b c d"),
    ],
)
def test_a_correction_within_the_region_of_another(
    inner: Sequence[int], outer: Sequence[int], expected: str
) -> None:
    """Step b goes back to a, later d goes back to a: the second pass may be corrected again."""
    process = chain("a", "b", "c", "d", b=a_correction("a", 1, most=2), d=a_correction("a", 1))
    log = run_by_hand(process, OPEN, NOON, corrections={"b": inner, "d": outer})
    assert order(log) == expected.split()


def test_a_correction_that_begins_before_the_region_it_lies_in() -> None:
    """d repeats c and d; in that pass c goes back to a, and then d is reached again."""
    process = chain("a", "b", "c", "d", c=a_correction("a", 1, most=2), d=a_correction("c", 1))
    log = run_by_hand(process, OPEN, NOON, corrections={"c": (NO, 0), "d": (0,)})
    assert order(log) == ["a", "b", "c", "d*", "c*", "a", "b", "c", "d"]


def test_a_side_branch_of_an_inner_region_is_repeated_with_the_outer() -> None:
    """The inner region is a, b; ``side`` follows a and lies in the outer region only."""
    process = a_process(
        hour("a"),
        hour("b", "a", rework=a_correction("a", 1, most=2)),
        hour("side", "a"),
        hour("end", "b", "side", rework=a_correction("a", 1)),
    )
    log = run_by_hand(process, OPEN, NOON, corrections={"b": (0, 0), "end": (0,)})
    visited = order(log)
    assert sorted(visited[:3]) == ["a", "b*", "side"]
    assert visited[3:8] == ["a", "b*", "a", "b", "end*"]
    assert sorted(visited[8:]) == ["a", "b", "end", "side"]


@pytest.mark.parametrize(
    ("skipped", "visited"),
    [
        ("a", ["b", "c"]),
        ("b", ["a", "c"]),
        ("c", ["a", "b"]),
    ],
)
def test_a_skipped_step_takes_no_time(skipped: str, visited: list[str]) -> None:
    log = run_by_hand(chain("a", "b", "c", **{skipped: NEVER}), OPEN, NOON)
    assert order(log) == visited
    assert clock(log, int(log.ready[0])) == "03-02 12:00"
    assert clock(log, int(log.completed[-1])) == "03-02 14:00"


def test_skipped_steps_in_a_row_pass_the_case_on_at_once() -> None:
    steps = [
        hour("a"),
        hour("b", "a", when=NEVER),
        hour("c", "b", when=NEVER),
        hour("d", "c", "a"),
    ]
    log = run_by_hand(a_process(*steps), OPEN, NOON)
    assert order(log) == ["a", "d"]
    assert log.previous.tolist() == [-1, 0]
    assert log.ready[1] == log.completed[0]


def test_a_join_waits_for_the_slower_branch_and_not_for_the_skipped_one() -> None:
    process = a_process(
        hour("a"),
        a_step("slow", fixed(3 * HOUR), after=("a",)),
        a_step("slower", fixed(9 * HOUR), after=("a",), when=NEVER),
        hour("quick", "a"),
        hour("end", "slow", "slower", "quick"),
    )
    log = run_by_hand(process, OPEN, NOON)
    assert story(log)[-1] == "0 end 03-02 16:00 - 03-02 17:00"
    assert log.steps[log.step[log.previous[-1]]].step == "slow"


def test_a_skipped_step_is_skipped_in_a_repeated_region_too() -> None:
    steps = [
        hour("a"),
        hour("b", "a", when=NEVER),
        hour("c", "b", rework=a_correction("a", 1)),
    ]
    assert order(run_by_hand(a_process(*steps), OPEN, NOON)) == ["a", "c*", "a", "c"]
