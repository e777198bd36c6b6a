"""The error tree. A message says where, what is wrong and what to do.

OneThingError
├── DefinitionError      a process, reform or scenario contradicts itself; carries every fault found
├── UnknownNameError     no process, step, department or item of that name
├── DocumentError        a file is not what it should be
├── CalendarError        a date whose working days nobody has announced
├── SimulationError      a run cannot start or go on
├── StoreError           the event store cannot be opened, read or written, or holds something else
└── DepartmentError      a department refused a call
    └── DepartmentUnavailableError   or could not be reached, or did not answer in time
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from models.said import in_chinese, said

FEW = 20
"""So many names can be listed in one sentence."""


class OneThingError(Exception):
    """Base of every error that a user's input can cause.

    ``str(error)`` is the English sentence; ``sentence`` gives either.
    """

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)

    def sentence(self, language: str) -> str:
        """The message in ``zh`` or ``en``."""
        return str(self) if language == "en" else in_chinese(self.message)


class DefinitionError(OneThingError):
    """A definition contradicts itself; ``faults`` lists everything that is wrong."""

    def __init__(self, where: str, faults: Sequence[str]) -> None:
        self.where = where
        self.faults = tuple(faults)
        chinese = "；".join(in_chinese(fault) for fault in self.faults)
        english = f"{where}: {'; '.join(self.faults)}"
        super().__init__(said(f"{in_chinese(where)}：{chinese}", english))


class UnknownNameError(OneThingError):
    """A name that nothing bears; the message offers those that come near, or all if few."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(sorted(known))
        near = get_close_matches(name, self.known, n=4, cutoff=0.5)
        if near and len(self.known) > FEW:
            names = ", ".join(near)
            advice = said(f"是不是 {names}？", f"did you mean {names}?")
        elif len(self.known) > FEW:
            count, first, last = len(self.known), self.known[0], self.known[-1]
            advice = said(
                f"共有{count}个，从 {first} 到 {last}", f"there are {count}, from {first} to {last}"
            )
        else:
            names = ", ".join(self.known)
            advice = said(f"已有：{names}", f"known: {names}")
        super().__init__(
            said(
                f"没有名为“{name}”的{in_chinese(kind)}；{advice.zh}",
                f"no {kind} is called {name!r}; {advice}",
            )
        )


class DocumentError(OneThingError):
    """A file or text that does not hold what it should."""


class CalendarError(OneThingError):
    """A date in a year whose working days have not been announced."""


class SimulationError(OneThingError):
    """A simulation that cannot start or go on."""


class DepartmentError(OneThingError):
    """A department refused a call; ``status`` is the HTTP status, ``kind`` the problem's type."""

    def __init__(self, message: str, status: int | None = None, kind: str = "") -> None:
        self.status = status
        self.kind = kind
        super().__init__(message)


class DepartmentUnavailableError(DepartmentError):
    """A department could not be reached or kept failing; the same call may be made again later."""


class StoreError(OneThingError):
    """The event store cannot be opened, read or written, or it holds something else."""


class StoreAwayError(StoreError):
    """The event store cannot be reached now; trying again later can help."""


class ServiceError(OneThingError):
    """A program that was started beside this one did not come up, or ended."""
