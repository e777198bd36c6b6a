"""The error tree. A message says where, what is wrong and what to do.

OneThingError
├── DefinitionError      a process, reform or scenario contradicts itself; carries every fault found
├── UnknownNameError     no process, step, department or item of that name
├── DocumentError        a file is not what it should be
├── CalendarError        a date whose working days nobody has announced
└── SimulationError      a run cannot start or go on
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

FEW = 20
"""So many names can be listed in one sentence."""


class OneThingError(Exception):
    """Base of every error that a user's input can cause."""


class DefinitionError(OneThingError):
    """A definition contradicts itself; ``faults`` lists everything that is wrong."""

    def __init__(self, where: str, faults: Sequence[str]) -> None:
        self.where = where
        self.faults = tuple(faults)
        super().__init__(f"{where}: {'; '.join(self.faults)}")


class UnknownNameError(OneThingError):
    """A name that nothing bears; the message offers those that come near, or all if few."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(sorted(known))
        near = get_close_matches(name, self.known, n=4, cutoff=0.5)
        if near and len(self.known) > FEW:
            advice = f"did you mean {', '.join(near)}?"
        elif len(self.known) > FEW:
            advice = f"there are {len(self.known)}, from {self.known[0]} to {self.known[-1]}"
        else:
            advice = f"known: {', '.join(self.known)}"
        super().__init__(f"no {kind} is called {name!r}; {advice}")


class DocumentError(OneThingError):
    """A file or text that does not hold what it should."""


class CalendarError(OneThingError):
    """A date in a year whose working days have not been announced."""


class SimulationError(OneThingError):
    """A simulation that cannot start or go on."""
