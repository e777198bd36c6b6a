"""A place to drop a file on: a process, a scenario, a filled-in form."""

import asyncio
from collections.abc import Callable

from nicegui import Client, events, ui

from integrations.documents import LARGEST
from models.errors import DocumentError
from models.said import said
from workbench.workshop import files
from workbench.workshop.design import Design
from workbench.workshop.pages.frame import Viewer, refusals

Opened = Callable[[Design, str], None]


def upload(who: Viewer, opened: Opened) -> ui.upload:
    """The control; what comes in is read off the event loop and told with the file's name."""
    client: Client = ui.context.client

    async def came(event: events.UploadEventArguments) -> None:
        with refusals(who, client):
            if event.file.size() > LARGEST:
                raise DocumentError(said("文件过大", "the file is too large"))
            name, content = event.file.name, await event.file.read()
            design = await asyncio.to_thread(files.read_design, name, content)
            if not client.is_deleted:
                with client:
                    opened(design, name[:60])
        box.reset()

    box = ui.upload(
        label=who.words("upload"),
        max_file_size=LARGEST,
        max_files=1,
        auto_upload=True,
        on_upload=came,
        on_rejected=lambda: ui.notify(who.words("too_large"), type="negative"),
    )
    box.props(f'accept="{",".join(files.SUFFIXES)}" flat bordered').classes("w-full")
    return box.mark("upload")
