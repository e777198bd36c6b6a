"""What every page has: styles, scripts, the language, pieces that can be chosen."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi import Request
from markupsafe import Markup
from nicegui import Client, app, ui
from nicegui.events import GenericEventArguments

from models.base import Language
from models.errors import OneThingError
from reports.palette import ACCENT
from reports.svg import LANGUAGE_TAGS
from workbench.workshop.security import Guard
from workbench.workshop.session import Sessions
from workbench.workshop.shelf import Shelf
from workbench.workshop.simulator import Simulator
from workbench.workshop.words import Words

STATIC = "/workshop-static"
FOLDER = Path(__file__).parents[1] / "static"
PRIMARY = "#1f4e79"
POSITIVE = "#14603a"

Choose = Callable[[Mapping[str, str]], None]


@dataclass(eq=False)
class Server:
    """What the pages of one server share."""

    sessions: Sessions
    simulator: Simulator
    guard: Guard
    shelf: Shelf


@dataclass(frozen=True)
class Viewer:
    """Who looks at a page, and in which language."""

    token: str
    name: str
    words: Words

    @property
    def language(self) -> Language:
        """``zh`` or ``en``."""
        return self.words.language


def serve_files() -> None:
    """Let the pages' own styles and scripts be fetched."""
    app.add_static_files(STATIC, str(FOLDER))


def viewer(server: Server, request: Request, lang: str) -> Viewer:
    """Who asks for a page; somebody whom no gate has seen gets a name of their own."""
    token = request.scope.get("participant") or server.guard.token()
    return Viewer(token, server.guard.names.get(token, ""), Words(lang))


def dress(who: Viewer, title: str, body: str = "") -> None:
    """Give the page its title, looks and language."""
    ui.page_title(title)
    ui.colors(primary=PRIMARY, negative=ACCENT, positive=POSITIVE)
    ui.add_head_html(f'<link rel="stylesheet" href="{STATIC}/workshop.css">')
    ui.add_head_html(f'<script src="{STATIC}/workshop.js"></script>')
    ui.query("html").props(f'lang="{LANGUAGE_TAGS[who.language]}"')
    if body:
        ui.query("body").classes(body)


def chosen_from(element: ui.html, names: tuple[str, ...], choose: Choose) -> None:
    """Tell what is clicked, or chosen by keyboard, among the parts with ``data-<name>``."""

    def told(event: GenericEventArguments) -> None:
        if isinstance(event.args, dict):
            choose(event.args)

    listed = ",".join(f'"{name}"' for name in names)
    script = (
        f"(event) => {{ const found = workshop.chosen(event, [{listed}]);"
        " if (found) emit(found); }"
    )
    element.on("click", told, js_handler=script)
    element.on("keydown", told, js_handler=script)


def markup(content: Markup | str = "", classes: str = "") -> ui.html:
    """Our own escaped HTML, shown as it is."""
    return ui.html(Markup(content), sanitize=False).classes(classes)  # noqa: S704 - escaped before


def show(element: ui.html, content: Markup) -> None:
    """Replace what an element shows, if it differs."""
    if element.content != content:
        element.set_content(str(content))


@contextmanager
def refusals(who: Viewer, client: Client) -> Iterator[None]:
    """Show an error of what is done here in one sentence; nothing else happens."""
    try:
        yield
    except OneThingError as error:
        if client.is_deleted:
            return
        with client:
            ui.notify(
                error.sentence(who.language),
                type="negative",
                multi_line=True,
                timeout=8000,
                close_button=True,
            )
