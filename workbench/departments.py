"""Mock departments as a server of their own."""

import socket
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from signal import SIGINT, SIGTERM, signal
from typing import Any

import uvicorn
from rich.console import Console
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from flows.catalogue import processes
from integrations.departments.app import application, working
from integrations.departments.clock import RunningClock
from integrations.departments.credentials import KeyFile, Keyring, read_keys, write_keys
from integrations.departments.faults import FaultPlan, Faults, close
from integrations.departments.in_process import CLIENT
from integrations.departments.ledger import Ledger
from integrations.departments.offices import Offices
from integrations.departments.operator import OPERATOR
from integrations.departments.service import Service
from integrations.documents import read
from models.base import Language, text
from models.errors import CalendarError, DocumentError
from models.plan.catalogue import department
from models.plan.departments import DEPARTMENTS
from models.said import said
from models.working_time import (
    DAY,
    HolidayFile,
    HolidayNotice,
    OfficialCalendar,
    official_calendar,
)
from workbench.defaults import START, pools_for, variant

OPENING = 9 * 3_600
"""Official time of day at which a new ledger's clock begins."""
GRACE = 3
"""Seconds that open calls get when the server stops."""


@dataclass(frozen=True)
class Options:
    """What the command line says."""

    only: tuple[str, ...]
    host: str
    port: int
    speed: float
    start: date | None
    seed: int | None
    ledger: str
    secrets: Path
    faults: Path | None
    holidays: Path | None
    language: Language


def serve(options: Options) -> None:
    """Serve until told to stop. Raises OneThingError if something is wrong with the options."""
    served = [department(slug).slug for slug in options.only] or [d.slug for d in DEPARTMENTS]
    plan = FaultPlan() if options.faults is None else read(options.faults, FaultPlan)
    keys = _keys(options.secrets)
    ledger = Ledger(_with_folder(options.ledger))
    try:
        faults = Faults(plan, ledger)
        service, clock = _service(options, ledger, faults, served)
        beside = working(service, clock.real_seconds)
        app = application(service, keys, faults=faults, lifespan=beside)
        _run(app, options, _readiness(options, served, clock))
    finally:
        ledger.close()


def _service(
    options: Options, ledger: Ledger, faults: Faults, served: list[str]
) -> tuple[Service, RunningClock]:
    notices = read(options.holidays, HolidayFile).holidays if options.holidays else ()
    calendar, seed, clock = settled(ledger, options.start, options.seed, options.speed, notices)
    variants = [variant(process, None) for process in processes().values()]
    pools = pools_for(variants)

    def offices() -> Offices:
        return close(Offices(variants, pools, calendar, seed=seed), faults)

    return Service(offices, ledger, clock, served), clock


def settled(
    ledger: Ledger,
    start: date | None,
    seed: int | None,
    speed: float,
    notices: tuple[HolidayNotice, ...] = (),
) -> tuple[OfficialCalendar, int, RunningClock]:
    """Calendar, seed and clock: the ledger's, if it was begun before; else these, now its own.

    The clock goes on where it would be had the server never stopped; a new speed holds from now.
    Raises DocumentError if day or seed are given and are not the ledger's, CalendarError if the
    clock has left the calendar, which ends with the last year that is announced or in ``notices``.
    """
    kept: dict[str, Any] | None = ledger.setting("clock")
    if kept is None:
        first = start or START
        kept = {"first": first.isoformat(), "seed": seed if seed is not None else 1}
        kept |= {"started": OPENING, "origin": time.time(), "speed": speed}
    first = date.fromisoformat(kept["first"])
    if start not in {None, first} or seed not in {None, kept["seed"]}:
        raise DocumentError(
            said(
                f"该台账从 {first} 开始、种子为 {kept['seed']}；"
                "请去掉 --start 和 --seed，或换一个 --ledger",
                f"this ledger was begun on {first} with seed {kept['seed']}; leave out --start and "
                "--seed, or take another --ledger",
            )
        )
    calendar = official_calendar(first, notices=notices)
    epoch = calendar.epoch
    clock = RunningClock(epoch, kept["started"], kept["origin"], kept["speed"])
    if speed != clock.speed:
        clock = RunningClock(epoch, clock.now(), time.time(), speed)
    _check_not_over(calendar, clock)
    ledger.keep(
        "clock",
        kept | {"started": clock.started, "origin": clock.origin, "speed": clock.speed},
    )
    return calendar, kept["seed"], clock


def _check_not_over(calendar: OfficialCalendar, clock: RunningClock) -> None:
    if days_left(calendar, clock) <= 0:
        raise CalendarError(
            said(
                f"官方时钟已走过日历的最后一天 {calendar.last}；请换一个 --ledger（或 --folder）"
                "重新开始，或用 --holidays 给出下一年的放假安排",
                f"the official clock has passed {calendar.last}, the calendar's last day; begin "
                "anew with another --ledger (or --folder), or give the next year's holidays with "
                "--holidays",
            )
        )


def days_left(calendar: OfficialCalendar, clock: RunningClock) -> float:
    """Official days until the calendar ends."""
    return len(calendar.working) - clock.now() / DAY


def _with_folder(url: str) -> str:
    """The URL, once the folder of an SQLite file is there."""
    try:
        known = make_url(url)
        if known.get_backend_name() == "sqlite" and known.database not in {None, "", ":memory:"}:
            Path(str(known.database)).parent.mkdir(parents=True, exist_ok=True)
    except (ArgumentError, OSError):
        pass  # opening it says what is wrong
    return url


def _keys(path: Path) -> KeyFile:
    """The keys of the file, with those of the county and of the operator; made where missing."""
    keys = (
        read_keys(path) if path.exists() else Keyring.fresh(CLIENT, [d.slug for d in DEPARTMENTS])
    )
    known = any(key.client == OPERATOR for key in keys.keys)
    if not known:
        keys = keys.changed(keys=(*keys.keys, *Keyring.fresh(OPERATOR, [OPERATOR]).keys))
    if not known or not path.exists():
        write_keys(path, keys)
    return KeyFile(path)


def make_keys(path: Path, client: str, language: Language) -> None:
    """Write keys of a client for every department; those of other clients stay as they are."""
    keys = KeyFile(path).keys if path.exists() else Keyring(keys=())
    if any(key.client == client for key in keys.keys):
        raise DocumentError(
            said(
                f"{path}：{client} 已有密钥；要更换请加 --rotate",
                f"{path}: {client} has keys already; add --rotate to change them",
            )
        )
    fresh = Keyring.fresh(client, [unit.slug for unit in DEPARTMENTS])
    _written(path, keys.changed(keys=(*fresh.keys, *keys.keys)), language)


def rotate_keys(path: Path, hours: float, language: Language) -> None:
    """Put a new key before each one of a file; the old ones end after so many hours."""
    rotated = KeyFile(path).keys.rotated(datetime.now(UTC), timedelta(hours=hours))
    _written(path, rotated, language)


def _written(path: Path, keys: Keyring, language: Language) -> None:
    write_keys(path, keys)
    count = len(keys.keys)
    Console().print(text(f"已写入{count}个密钥：{path}", f"{count} keys in {path}")[language])


def _readiness(options: Options, served: list[str], clock: RunningClock) -> str:
    day = clock.real_seconds(DAY)
    return text(
        f"{len(served)}个部门已就绪，一天{day:.3g}秒，台账 {_shown(options.ledger)}",
        f"{len(served)} departments ready, a day in {day:.3g} s, ledger {_shown(options.ledger)}",
    )[options.language]


def _shown(url: str) -> str:
    return make_url(url).render_as_string(hide_password=True)


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    ready = ""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so in one line: what, and the address."""
        await super().startup(sockets)
        if self.started:
            print(self.ready, flush=True)  # noqa: T201 - the command's own voice


def _run(app: Any, options: Options, ready: str) -> None:
    listener = _listen(options.host, options.port)
    host, port = listener.getsockname()[:2]
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    server = _Server(config)
    address = f"[{host}]" if ":" in host else host
    server.ready = f"{ready}: http://{address}:{port}"
    for number in (SIGINT, SIGTERM):
        signal(number, _stopped)  # uvicorn raises them again once it has stopped
    server.run(sockets=[listener])


def _stopped(*_: object) -> None:
    """The signal has done its work."""


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError as error:
        raise DocumentError(
            said(
                f"无法监听 {host}:{port}（{error.strerror}）；请换 --port，0为任选",
                f"cannot listen on {host}:{port} ({error.strerror}); choose another --port, or 0",
            )
        ) from None
    return listener
