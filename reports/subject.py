"""What a report is about: a result with the definitions and the one log behind its pictures."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.base import Text
from models.event import EventLog
from models.pool import Pool
from models.process import Process
from models.result import Result
from models.timing import Ruler


@dataclass(frozen=True, eq=False)
class Subject:
    """A result to report.

    ``processes`` and ``pools`` are those of the scenario; ``log`` is that of one replication;
    ``names`` gives the name of each owner by slug.
    """

    result: Result
    processes: tuple[Process, ...]
    pools: tuple[Pool, ...]
    log: EventLog
    ruler: Ruler
    names: Mapping[str, Text]
