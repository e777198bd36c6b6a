"""``onething serve``: Prefect server, departments, workers and schedules with one command.

SQLite is enough for a look; PostgreSQL carries many cases at once. What a worker on another
machine has to know is written to ``worker.env``, which only its owner can read.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from shlex import quote

from rich.console import Console

from flows.catalogue import process as named_process
from flows.live.surroundings import (
    CLOCK,
    CLOSING,
    DEPARTMENTS,
    HOLIDAYS,
    PATIENCE,
    SECRETS,
    clock_from,
    clock_text,
    notices_from,
)
from integrations.departments.clock import RunningClock
from integrations.departments.in_process import CLIENT
from integrations.departments.ledger import Ledger
from integrations.documents import write_text
from integrations.store.database import VARIABLE as STORE_URL
from integrations.store.database import default_url
from integrations.store.store import Store
from models.base import Language, Text, text
from models.working_time import (
    CHINA,
    DAY,
    HolidayNotice,
    OfficialCalendar,
    official_calendar,
)
from workbench.children import Children, free_port
from workbench.departments import days_left, make_keys, settled

HOST = "127.0.0.1"
UP = 120.0
SOME_SECONDS = "60"
"""Patience of a served case: waiting costs a worker little, resuming a dozen calls."""
SWEEP_SECONDS = 30.0

PREFECT_UI = text("Prefect 界面", "Prefect UI")
API = text("部门接口", "Departments' API")
STORE = text("事件库", "Event store")
TIME = text("官方时钟", "Official clock")
JOIN = text("其他机器加入为执行端", "Join as a worker from another machine")
STOP = text("按 Ctrl-C 结束", "Ctrl-C ends everything")


@dataclass(frozen=True)
class Options:
    """The options of the command, as given."""

    intakes: dict[str, int]
    """New cases a working day, by process."""
    at_once: int
    workers: int
    speed: float
    start: date | None
    port: int
    database: str | None
    messaging: str | None
    store: str | None
    ledger: str | None
    folder: Path
    holidays: Path | None
    language: Language


def run(options: Options) -> None:
    """Bring everything up, then stay until interrupted or until a part ends."""
    with served(options) as (children, env):
        calendar, clock = _calendar(options, env)
        _print(options, env, calendar, clock)
        _stay(children, calendar, clock, options.language)


@contextmanager
def served(options: Options) -> Iterator[tuple[Children, dict[str, str]]]:
    """All programs, and what a further one has to know; they end with the context.

    A signal to terminate is as good as Ctrl-C, so that no program is left behind.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for slug in options.intakes:
        named_process(slug)
    env = _environment(options)
    with Children(options.folder) as children:
        _start(children, options, env)
        os.environ.update(env)
        asyncio.run(_tell_server(options))
        for number in range(options.workers):
            children.start(f"worker-{number + 1}", WORKER, env)
        yield children, env


def _calendar(options: Options, env: Mapping[str, str]) -> tuple[OfficialCalendar, RunningClock]:
    clock = clock_from(env[CLOCK])
    return official_calendar(clock.epoch.date(), notices=_notices(options)), clock


def _stay(
    children: Children, calendar: OfficialCalendar, clock: RunningClock, language: Language
) -> None:
    """Return when told to stop or when the calendar ends; ServiceError when a part ends by itself.

    Some time before the calendar ends it says so: then the intake ends, too.
    """
    warned = False
    with suppress(KeyboardInterrupt):
        while (left := days_left(calendar, clock)) > 0:
            children.check()
            if left < CLOSING.days and not warned:
                warned = True
                Console().print(_closing(calendar)[language], highlight=False, soft_wrap=True)
            time.sleep(1)
        Console().print(_over(calendar)[language], highlight=False, soft_wrap=True)


def _closing(calendar: OfficialCalendar) -> Text:
    return text(
        f"官方日历到 {calendar.last} 为止，只剩不到{CLOSING.days}天：不再收新件，在办件继续办理",
        f"The official calendar ends on {calendar.last}, less than {CLOSING.days} days from now: "
        "no new cases are taken in, open ones go on",
    )


def _over(calendar: OfficialCalendar) -> Text:
    return text(
        f"官方日历到 {calendar.last} 为止，服务结束；要继续请用 --holidays 给出下一年的放假安排",
        f"The official calendar has ended on {calendar.last}, and so does this; to go on give the "
        "next year's holidays with --holidays",
    )


WORKER = ("-m", "flows.live.case_worker")


def _environment(options: Options) -> dict[str, str]:
    """What every program of ours has to know; kept in ``worker.env`` for others.

    The clock is the ledger's: served again from the same folder, official time has gone on.
    """
    secrets = options.folder / "secrets.yaml"
    if not secrets.exists():
        make_keys(secrets, CLIENT, options.language)
    ledger = Ledger(_ledger(options))
    try:
        _, _, clock = settled(ledger, options.start, None, options.speed, _notices(options))
    finally:
        ledger.close()
    env = {
        "PREFECT_API_URL": f"http://{HOST}:{options.port}/api",
        STORE_URL: options.store or default_url(),
        DEPARTMENTS: f"http://{HOST}:{free_port()}",
        SECRETS: str(secrets),
        CLOCK: clock_text(clock),
        PATIENCE: SOME_SECONDS,
        "PREFECT_WORKER_QUERY_SECONDS": "2",
    }
    if options.holidays:
        env[HOLIDAYS] = str(options.holidays.absolute())
    lines = "".join(f"export {name}={quote(value)}\n" for name, value in env.items())
    write_text(options.folder / "worker.env", lines)
    (options.folder / "worker.env").chmod(0o600)
    return env


def _notices(options: Options) -> tuple[HolidayNotice, ...]:
    return notices_from(str(options.holidays) if options.holidays else None)


def _ledger(options: Options) -> str:
    return options.ledger or f"sqlite:///{options.folder / 'ledger.db'}"


def _start(children: Children, options: Options, env: Mapping[str, str]) -> None:
    server = {"PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    if options.database:
        server["PREFECT_API_DATABASE_CONNECTION_URL"] = options.database
    if options.messaging:
        server |= {
            "PREFECT_MESSAGING_BROKER": "prefect_redis.messaging",
            "PREFECT_MESSAGING_CACHE": "prefect_redis.messaging",
            "PREFECT_REDIS_MESSAGING_URL": options.messaging,
        }
    port = str(options.port)
    arguments = ("-m", "prefect", "server", "start", "--host", HOST, "--port", port)
    children.start("prefect-server", arguments, {**env, **server})
    address = env[DEPARTMENTS]
    own = ("--port", address.rpartition(":")[2], "--ledger", _ledger(options))
    pace = ("--speed", f"{options.speed:g}")
    children.start("departments", ("-m", "workbench", "departments", *own, *pace), env)
    children.wait_until_up("prefect-server", f"{env['PREFECT_API_URL']}/health", UP)
    children.wait_until_up("departments", f"{address}/applicant/health", UP)


async def _tell_server(options: Options) -> None:
    """Register the deployments, and open the cases that are wanted at once."""
    from flows.live.deployments import deployments, register  # noqa: PLC0415 - imports Prefect
    from flows.live.intake import intake_cases  # noqa: PLC0415 - imports Prefect
    from flows.live.surroundings import from_environment  # noqa: PLC0415 - after the environment is set

    today = datetime.now(CHINA).date()
    calendar = official_calendar(
        today.replace(month=1, day=1), today.replace(month=12, day=31), _notices(options)
    )
    found = deployments(
        options.intakes, options.intakes, calendar, SWEEP_SECONDS, options.folder / "reports"
    )
    await register(found, {})
    if options.at_once:
        for slug in options.intakes:
            await intake_cases(from_environment(), slug, options.at_once)


def _print(
    options: Options, env: Mapping[str, str], calendar: OfficialCalendar, clock: RunningClock
) -> None:
    language, console = options.language, Console()
    with Store.open(options.store) as store:
        address = store.address
    lines = {
        PREFECT_UI: env["PREFECT_API_URL"].removesuffix("/api"),
        API: env[DEPARTMENTS],
        STORE: address,
        TIME: _official_time(calendar, clock)[language],
        JOIN: f"source {options.folder / 'worker.env'} && onething worker",
    }
    for what, value in lines.items():
        console.print(f"[bold]{what[language]}[/bold]: {value}", highlight=False, soft_wrap=True)
    console.print(STOP[language])


def _official_time(calendar: OfficialCalendar, clock: RunningClock) -> Text:
    """What time it is, how fast it runs, and how long the calendar reaches."""
    now = clock.epoch + timedelta(seconds=clock.now())
    day = clock.real_seconds(DAY)
    hours = clock.real_seconds(days_left(calendar, clock) * DAY) / 3_600
    return text(
        f"{now:%Y-%m-%d %H:%M}，{clock.speed:g}倍速（一天{day:.3g}秒）；日历到 {calendar.last} "
        f"为止，还有{hours:.1f}小时，--holidays 可延长",
        f"{now:%Y-%m-%d %H:%M}, {clock.speed:g} times as fast (a day in {day:.3g} s); the calendar "
        f"ends on {calendar.last}, in {hours:.1f} hours, --holidays extends it",
    )
