"""A workshop session: one shared design, its participants, what was found, who is told of it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from models.base import Text, text
from models.process import Process
from workbench.workshop.changes import Change
from workbench.workshop.design import Design
from workbench.workshop.findings import Findings
from workbench.workshop.history import Entry, History

MOST_COMPARED = 6
MOST_SESSIONS = 50
STARTED = text("开始", "start")

Listener = Callable[[], None]


@dataclass(eq=False)
class Session:
    """The shared state of one workshop; pages listen to it.

    ``key`` lets people in to work, ``wall`` only to look; neither can be guessed. ``version``
    counts the states of the design. ``listeners`` are told of every change of anything here.
    """

    history: History
    key: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    wall: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    participants: dict[str, str] = field(default_factory=dict)
    findings: Findings | None = None
    trouble: Text | None = None
    busy: bool = False
    version: int = 0
    kept: dict[str, Design] = field(default_factory=dict)
    compared: dict[str, Findings] = field(default_factory=dict)
    listeners: list[Listener] = field(default_factory=list)

    @classmethod
    def on(cls, process: Process, author: str) -> "Session":
        """A session that begins with this process and all its reforms."""
        return cls(History.starting(_entry(Design.of(process).checked(), author)))

    @property
    def design(self) -> Design:
        """The current design."""
        return self.history.now.design

    def change(self, change: Change, author: str) -> None:
        """Make a change the current state and tell everybody."""
        self.history.add(change, author, datetime.now(UTC))
        self._moved()

    def begin(self, design: Design, words: Text, author: str) -> None:
        """Go on with another process or a kept scenario; it can be undone like any change."""
        self.change(Change(design.checked(), words), author)

    def undo(self) -> Entry | None:
        """Take the last change back."""
        return self._moved_by(self.history.undo())

    def redo(self) -> Entry | None:
        """Do again what was undone."""
        return self._moved_by(self.history.redo())

    def join(self, token: str, name: str) -> None:
        """Somebody opens the session, or changes their name."""
        self.participants[token] = name
        self.tell()

    def leave(self, token: str) -> None:
        """Somebody closes the session."""
        if self.participants.pop(token, None) is not None:
            self.tell()

    def keep(self, name: str, design: Design) -> None:
        """Keep a design under a name, for comparison."""
        self.kept[name] = design
        self.tell()

    def tell(self) -> None:
        """Tell every listener that something is new."""
        for listener in tuple(self.listeners):
            listener()

    def _moved_by(self, entry: Entry | None) -> Entry | None:
        if entry is not None:
            self._moved()
        return entry

    def _moved(self) -> None:
        self.version += 1
        self.tell()


@dataclass(eq=False)
class Sessions:
    """All sessions of this server, the longest unused forgotten first."""

    by_key: dict[str, Session] = field(default_factory=dict)

    def begin(self, process: Process, author: str) -> Session:
        """A new session."""
        session = Session.on(process, author)
        self.by_key[session.key] = session
        while len(self.by_key) > MOST_SESSIONS:
            idle = next((s for s in self.by_key.values() if not s.listeners), None)
            del self.by_key[(idle or next(iter(self.by_key.values()))).key]
        return session

    def find(self, key: str) -> Session | None:
        """The session of a key; looking it up keeps it alive."""
        session = self.by_key.pop(key, None)
        if session is not None:
            self.by_key[key] = session
        return session

    def on_the_wall(self, wall: str) -> Session | None:
        """The session of a key that only lets people look."""
        return next((s for s in self.by_key.values() if secrets.compare_digest(s.wall, wall)), None)


def _entry(design: Design, author: str) -> Entry:
    return Entry(design, STARTED, author, datetime.now(UTC))
