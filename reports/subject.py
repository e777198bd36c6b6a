"""What a report is about: a result with the definitions and the one log behind its pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from models.arrivals import Arrivals
from models.base import Slug, Text, text
from models.event import EventLog
from models.pool import Pool
from models.process import Process
from models.result import ProcessResult, Result
from models.source import Source
from models.timing import Ruler


@dataclass(frozen=True, eq=False)
class Subject:
    """A result to report.

    ``processes`` and ``pools`` are those of the scenario; ``log`` is that of one replication;
    ``names`` gives the name of each owner by slug. ``arrivals`` (by process) and ``target`` say
    what the scenario assumes of them; left out, the report cannot list these assumptions.
    """

    result: Result
    processes: tuple[Process, ...]
    pools: tuple[Pool, ...]
    log: EventLog
    ruler: Ruler
    names: Mapping[str, Text]
    arrivals: Mapping[Slug, Arrivals] = field(default_factory=dict)
    target: Source | None = None

    def pairs(self) -> Iterator[tuple[Process, ProcessResult]]:
        """Each process with what was found about it."""
        found = {result.process: result for result in self.result.processes}
        return ((process, found[process.slug]) for process in self.processes)

    def name(self, owner: Slug) -> Text:
        """The owner's name, or its slug if nobody gave one."""
        return self.names.get(owner) or text(owner, owner)
