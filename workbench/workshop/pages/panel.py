"""A panel of controls: rebuilt when what it is about changes, else set in place."""

import asyncio
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from nicegui import Client, ui

from models.errors import OneThingError
from workbench.workshop.changes import Change
from workbench.workshop.design import Design
from workbench.workshop.pages.frame import Viewer
from workbench.workshop.session import Session
from workbench.workshop.words import plainly

P = ParamSpec("P")
T = TypeVar("T")
Author = Callable[[], str]


class Panel:
    """Controls of one kind for one viewer."""

    def __init__(self, session: Session, who: Viewer, author: Author) -> None:
        self.session = session
        self.who = who
        self.w = who.words
        self.author = author
        self.client: Client = ui.context.client
        self.built: object = None
        self.box = ui.column().classes("w-full")

    def signature(self) -> object:
        """What the panel is about; it is rebuilt when this changes."""
        raise NotImplementedError

    def build(self) -> None:
        """Make the controls."""
        raise NotImplementedError

    def update(self) -> None:
        """Set the controls to the current values."""

    def refresh(self) -> None:
        """Show the current design."""
        now = self.signature()
        if self.built is None or now != self.built:
            self.built = now
            self.box.clear()
            with self.box:
                self.build()
        self.update()

    def change(
        self, how: Callable[Concatenate[Design, P], Change], *args: P.args, **kwargs: P.kwargs
    ) -> bool:
        """Change the shared design; if refused, say why and set the controls back."""
        try:
            self.session.change(how(self.session.design, *args, **kwargs), self.author())
        except OneThingError as error:
            self.refuse(error)
            return False
        return True

    async def away(self, work: Callable[[], T]) -> T | None:
        """What ``work`` gives, done off the event loop; if refused, say why and give None."""
        try:
            return await asyncio.to_thread(work)
        except OneThingError as error:
            self.refuse(error)
            return None

    def refuse(self, error: OneThingError) -> None:
        """Say in one sentence what is wrong; the controls go back to what is true."""
        if self.client.is_deleted:
            return
        with self.client:
            design, language = self.session.design, self.who.language
            known = (design.base, design.process)
            sentence = plainly(error.sentence(language), known, language)
            ui.notify(sentence, type="negative", multi_line=True, timeout=8000, close_button=True)
            self.built = None
            self.refresh()
