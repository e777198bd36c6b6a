"""Who changed what."""

from markupsafe import Markup
from nicegui import ui

from models.working_time import CHINA
from workbench.workshop.pages.frame import markup
from workbench.workshop.pages.panel import Panel

SHOWN = 30


class Record(Panel):
    """The latest changes, newest first."""

    def signature(self) -> object:
        """The entries themselves."""
        return tuple(id(entry) for entry in self.session.history.recent(SHOWN))

    def build(self) -> None:
        """A line a change."""
        entries = self.session.history.recent(SHOWN)
        if not entries:
            ui.label(self.w("no_history")).classes("soft")
        for entry in entries:
            at = entry.at.astimezone(CHINA)
            line = Markup('<div class="record">{} <span class="soft">{} {:%H:%M:%S}</span></div>')
            markup(line.format(self.w.of(entry.text), entry.author, at)).mark("entry")
