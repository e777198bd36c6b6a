"""Calendar arithmetic against counting seconds one by one."""

from dataclasses import dataclass

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from simulations.kernel.hours import on_duty, open_clock, opening, work_until
from simulations.kernel.tables import NEVER, Int32
from tests.simulations.strategies import SOME

LAST = 40


@dataclass(frozen=True)
class Pattern:
    """Which seconds are open, and the same as a table of spans."""

    seconds: list[bool]

    def spans(self) -> Int32:
        padded = np.concatenate([[0], np.array(self.seconds, np.int32), [0]])
        start = np.flatnonzero(np.diff(padded) == 1)
        end = np.flatnonzero(np.diff(padded) == -1)
        table = np.zeros((4, len(start) + 1), np.int32)
        table[0] = [*start, NEVER]
        table[1] = [*end, NEVER]
        table[2] = np.concatenate([[0], np.cumsum(end - start)])
        return table

    def opening(self, time: int) -> int:
        return next((t for t in range(time, LAST) if self.seconds[t]), NEVER)

    def done(self, time: int, work: int) -> int:
        """The end of the last of so many open seconds."""
        ends = [t + 1 for t in range(time, LAST) if self.seconds[t]]
        if work == 0:
            return self.opening(time)
        return ends[work - 1] if work <= len(ends) else NEVER


PATTERNS = st.builds(Pattern, st.lists(st.booleans(), min_size=LAST, max_size=LAST))
TIMES = st.integers(0, LAST - 1)


@SOME
@given(PATTERNS, st.lists(st.tuples(TIMES, TIMES, st.integers(0, LAST)), max_size=8))
def test_a_clock_that_never_goes_back_counts_open_seconds(
    pattern: Pattern, questions: list[tuple[int, int, int]]
) -> None:
    spans = pattern.spans()
    for now, later, work in sorted(questions):
        time = max(now, later)
        assert on_duty(spans, 0, now) == pattern.seconds[now]
        assert open_clock(spans, 0, now) == sum(pattern.seconds[:now])
        assert opening(spans, 0, now, time) == pattern.opening(time)
        assert work_until(spans, 0, now, work, time) == pattern.done(time, work)


def test_beyond_the_calendar_is_never() -> None:
    spans = Pattern([True] * LAST).spans()
    assert opening(spans, 0, 5, LAST) == NEVER
    assert opening(spans, 0, 5, NEVER) == NEVER
    assert work_until(spans, 0, 5, 1, LAST) == NEVER
    assert work_until(spans, 0, 5, LAST + 1, 5) == NEVER
    assert work_until(spans, 0, 5, LAST - 5, 5) == LAST
