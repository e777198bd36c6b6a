"""How cases of a process come in."""

from typing import Annotated

from pydantic import Field

from models.base import Model
from models.distributions import Distribution, Exponential
from models.pool import OfficeHours
from models.source import Source


class Arrivals(Model):
    """So many cases a working day, spread over these hours.

    ``spread`` is the shape of the time between two arrivals (its mean does not matter, it is
    scaled): exponential for a Poisson stream.
    """

    per_working_day: Annotated[float, Field(gt=0, le=1_000_000)]
    hours: OfficeHours = OfficeHours()
    spread: Distribution = Exponential(mean=1)
    source: Source
