"""The error tree. A message says where, what is wrong and what to do.

OneThingError
├── DefinitionError      a process, reform or scenario contradicts itself; carries every fault found
├── UnknownNameError     no process, step, department or item of that name
├── DocumentError        a file is not what it should be
├── CalendarError        a date whose working days nobody has announced
└── SimulationError      a run cannot start or go on
"""

from collections.abc import Iterable, Sequence


class OneThingError(Exception):
    """Base of every error that a user's input can cause."""


class DefinitionError(OneThingError):
    """A definition contradicts itself; ``faults`` lists everything that is wrong."""

    def __init__(self, where: str, faults: Sequence[str]) -> None:
        self.where = where
        self.faults = tuple(faults)
        super().__init__(f"{where}: {'; '.join(self.faults)}")


class UnknownNameError(OneThingError):
    """A name that nothing bears; the message lists those that exist."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(sorted(known))
        super().__init__(f"no {kind} is called {name!r}; known: {', '.join(self.known)}")


class DocumentError(OneThingError):
    """A file or text that does not hold what it should."""


class CalendarError(OneThingError):
    """A date in a year whose working days have not been announced."""


class SimulationError(OneThingError):
    """A simulation that cannot start or go on."""
