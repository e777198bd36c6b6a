"""The workshop's server: the gate, the login, the pages, on one address."""

import secrets
import socket
from pathlib import Path
from typing import Annotated

import uvicorn
from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from nicegui import ui

from models.errors import DocumentError
from models.said import said
from reports.svg import LANGUAGE_TAGS
from workbench.workshop import views
from workbench.workshop.pages.frame import Server
from workbench.workshop.pages.routes import install
from workbench.workshop.security import Gate, Guard, cookie
from workbench.workshop.session import Sessions
from workbench.workshop.shelf import Shelf
from workbench.workshop.simulator import Simulator
from workbench.workshop.words import Words


def build(guard: Guard, shelf: Shelf) -> FastAPI:
    """The whole application behind its gate."""
    server = Server(Sessions(), Simulator(), guard, shelf)
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    _add_login(app, guard)
    install(server)
    ui.run_with(
        app,
        title="onething",
        favicon="📋",
        storage_secret=secrets.token_urlsafe(32),
        session_middleware_kwargs={"same_site": "lax"},
        tailwind=False,
        show_welcome_message=False,
        reconnect_timeout=5,
    )
    app.add_middleware(Gate, guard=guard)
    return app


def _add_login(app: FastAPI, guard: Guard) -> None:
    @app.get("/login")
    def ask(lang: str = "zh", next: str = "/") -> HTMLResponse:  # noqa: A002 - the address says so
        return _form(Words(lang), next, "", 200)

    @app.post("/login")
    def enter(
        request: Request,
        secret: Annotated[str, Form(max_length=200)] = "",
        name: Annotated[str, Form(max_length=100)] = "",
        next: Annotated[str, Form(max_length=300)] = "/",  # noqa: A002 - as above
        lang: Annotated[str, Form(max_length=10)] = "zh",
    ) -> Response:
        w = Words(lang)
        address = request.client.host if request.client else ""
        if guard.blocked(address):
            return _form(w, next, w("too_often"), 429)
        token = guard.enter(address, secret, name)
        if token is None:
            return _form(w, next, w("wrong_secret"), 403)
        answer = RedirectResponse(_local(next), 303)
        answer.headers["Set-Cookie"] = cookie(token, secure=request.url.scheme == "https")
        return answer


def _local(target: str) -> str:
    """A path on this server, never an address elsewhere."""
    return target if target.startswith("/") and target[1:2] not in {"/", "\\"} else "/"


def _form(w: Words, target: str, trouble: str, status: int) -> HTMLResponse:
    tag = LANGUAGE_TAGS[w.language]
    page = views.fragment("login", w=w, tag=tag, next=_local(target), trouble=trouble)
    return HTMLResponse(page, status)


def listen(host: str, port: int) -> socket.socket:
    """A socket on that address (port 0: any free one); DocumentError if it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise DocumentError(
            said(
                f"workshop：无法使用 {host}:{port}（{error.strerror}）；请换 --port",
                f"workshop: {host}:{port} cannot be used ({error.strerror}); choose another --port",
            )
        ) from None
    return listening


def serve(app: FastAPI, listening: socket.socket) -> None:
    """Serve until interrupted."""
    config = uvicorn.Config(
        app, log_level="warning", ws_max_size=1_000_000, timeout_graceful_shutdown=3
    )
    uvicorn.Server(config).run([listening])


def read_secret(path: Path) -> str:
    """The secret in a file, without the line's end; DocumentError if it cannot be read."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(
            said(f"--secret-file：无法读取 {path}（{error}）", f"--secret-file: {path}: {error}")
        ) from None
