"""When to call again, and when to leave a department alone for a while."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Annotated

from pydantic import Field

from models.base import Model, whole_number


class Patience(Model):
    """How long a client keeps trying: seconds are the wall's.

    A call is made ``attempts`` times at most. Before the n-th repetition it waits a random time
    up to ``first * 2**(n-1)``, never more than ``longest`` (exponential backoff, full jitter), or
    as long as the department asks by Retry-After, up to ``longest_asked``. After ``failures``
    failures in a row a department is left alone for ``rest`` seconds; then one call tries it.
    """

    attempts: Annotated[int, Field(ge=1, le=1_000)] = 8
    first: Annotated[float, Field(ge=0)] = 0.2
    longest: Annotated[float, Field(ge=0)] = 10.0
    longest_asked: Annotated[float, Field(ge=0)] = 60.0
    timeout: Annotated[float, Field(gt=0)] = 10.0
    failures: Annotated[int, Field(ge=1)] = 5
    rest: Annotated[float, Field(ge=0)] = 5.0

    def pause(self, repetition: int, asked: float | None, chance: random.Random) -> float:
        """Seconds to wait before a repetition (from 1), given what Retry-After asked for."""
        if asked is not None:
            return min(asked, self.longest_asked)
        return chance.uniform(0, min(self.longest, self.first * 2 ** (repetition - 1)))


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Seconds that a header ``Retry-After`` asks for: a number, or a date (RFC 9110, 10.2.3)."""
    if value is None:
        return None
    if (seconds := whole_number(value)) is not None:
        return float(seconds)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (until - (now or datetime.now(UTC))).total_seconds())


@dataclass
class Circuit:
    """Whether a department may be called: closed, open for a rest, or half-open for one try."""

    patience: Patience
    failed: int = 0
    until: float = 0.0
    trying: bool = False

    @property
    def is_closed(self) -> bool:
        """Whether calls go through."""
        return self.failed < self.patience.failures

    def enter(self, now: float) -> float:
        """0 if a call may be made now (it then must be told how it went), else seconds to wait."""
        if self.is_closed:
            return 0.0
        if now < self.until:
            return self.until - now
        if self.trying:
            return self.patience.rest
        self.trying = True
        return 0.0

    def succeeded(self) -> None:
        """The department answered."""
        self.failed, self.trying = 0, False

    def given_up(self) -> None:
        """A call was broken off from outside; it says nothing of the department."""
        self.trying = False

    def broke(self, now: float) -> None:
        """The department could not be reached, or failed."""
        self.failed += 1
        self.trying = False
        if not self.is_closed:
            self.until = now + self.patience.rest
