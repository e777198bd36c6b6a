"""What happened to a design: every state, who made it and when; undo and redo."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from models.base import Text
from workbench.workshop.changes import Change
from workbench.workshop.design import Design

AT_ONCE = timedelta(seconds=3)
"""Changes of one topic by one person within this time are undone together."""

MOST = 200
"""So many changes can be undone; older ones are forgotten."""


@dataclass(frozen=True, eq=False)
class Entry:
    """One state of the design."""

    design: Design
    text: Text
    author: str
    at: datetime
    topic: str = ""


@dataclass
class History:
    """The states up to now, and those that were undone."""

    entries: list[Entry]
    place: int = field(default=0)

    @classmethod
    def starting(cls, entry: Entry) -> "History":
        """A history with one state."""
        return cls([entry])

    @property
    def now(self) -> Entry:
        """The current state."""
        return self.entries[self.place]

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return self.place > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a state that was undone."""
        return self.place + 1 < len(self.entries)

    def add(self, change: Change, author: str, at: datetime) -> Entry:
        """Make a change the current state; what was undone is forgotten."""
        entry = Entry(change.design, change.text, author, at, change.topic)
        last = self.now
        same = change.topic and (last.topic, last.author) == (change.topic, author)
        joined = bool(same) and at - last.at < AT_ONCE
        kept = self.entries[: self.place if joined else self.place + 1]
        self.entries = [*kept, entry][-MOST:]
        self.place = len(self.entries) - 1
        return entry

    def undo(self) -> Entry | None:
        """Go one state back; the change that was undone, or None."""
        if not self.can_undo:
            return None
        undone = self.now
        self.place -= 1
        return undone

    def redo(self) -> Entry | None:
        """Go one state forward; the change that was done again, or None."""
        if not self.can_redo:
            return None
        self.place += 1
        return self.now

    def recent(self, most: int) -> list[Entry]:
        """The latest changes up to the current state, newest first."""
        return list(reversed(self.entries[1 : self.place + 1]))[:most]
