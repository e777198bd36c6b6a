"""What a scenario adds to a process: staff, arrivals, and the names of owners."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.arrivals import Arrivals
from models.base import Text, text
from models.pool import Pool


@dataclass(frozen=True)
class Staffing:
    """Pools, arrivals and start of a model, as far as they are known."""

    pools: tuple[Pool, ...] = ()
    arrivals: Arrivals | None = None
    cases: int = 1_000
    start: str = "2024-01-02T09:00:00.000+08:00"
    names: Mapping[str, Text] = field(default_factory=dict)

    def name(self, owner: str) -> Text:
        """The owner's name; its slug if nobody gave one."""
        return self.names.get(owner) or text(owner, owner)
