"""Linear scales and round tick marks."""

from dataclasses import dataclass
from math import ceil, floor, log10

_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class Scale:
    """Maps ``[low, high]`` onto ``[start, end]``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where a value lies."""
        return self.start + (value - self.low) * self.unit

    @property
    def unit(self) -> float:
        """The length of one."""
        return (self.end - self.start) / (self.high - self.low)


def round_step(least: float) -> float:
    """The smallest of ... 0.5, 1, 2, 5, 10, 20, 50 ... that is at least ``least``."""
    power = 10.0 ** floor(log10(least))
    return next(power * n for n in _STEPS if power * n >= least * (1 - 1e-9))


def ticks(low: float, high: float, step: float) -> list[float]:
    """The multiples of ``step`` from ``low`` to ``high``."""
    first = ceil(low / step - 1e-9)
    number = int((high + 1e-9 * step) // step) - first + 1
    return [(first + n) * step for n in range(max(number, 0))]
