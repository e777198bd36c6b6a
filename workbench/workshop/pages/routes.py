"""Which address shows which page."""

from fastapi import Request
from markupsafe import Markup
from nicegui import ui

from workbench.workshop.pages.frame import Server, Viewer, dress, markup, serve_files, viewer
from workbench.workshop.pages.home import home
from workbench.workshop.pages.live import Live
from workbench.workshop.pages.room import Room
from workbench.workshop.pages.wall import Wall
from workbench.workshop.session import Session


def install(server: Server) -> None:
    """Register the pages of a server."""
    serve_files()

    @ui.page("/")
    def catalogue(request: Request, lang: str = "zh") -> None:
        home(server, request, lang)

    @ui.page("/live")
    def live(request: Request, lang: str = "zh") -> None:
        Live(server, viewer(server, request, lang))

    @ui.page("/r/{key}")
    def room(request: Request, key: str, lang: str = "zh") -> None:
        who = viewer(server, request, lang)
        session = server.sessions.find(key)
        if session is None:
            _lost(who)
            return
        _follow(Room(server, session, who))

    @ui.page("/w/{key}")
    def wall(request: Request, key: str, lang: str = "zh") -> None:
        who = viewer(server, request, lang)
        session: Session | None = server.sessions.on_the_wall(key)
        if session is None:
            _lost(who)
            return
        _follow(Wall(server, session, who))


def _follow(page: Room | Wall) -> None:
    page.client.on_delete(page.leave)
    page.enter()


def _lost(who: Viewer) -> None:
    dress(who, who.words("brand"))
    with ui.element("main").classes("catalogue"):
        markup(Markup("<h1>{}</h1>").format(who.words("not_found")))
        ui.link(who.words("back"), f"/?lang={who.language}")
