"""What a report is made from if it was kept: a run of the event store, or a live period."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from integrations.documents import parse
from integrations.store.records import StoredRun
from integrations.store.store import Store
from models.errors import SimulationError
from models.event import EventLog
from models.result import Origin
from models.said import said
from models.working_time import CHINA
from reports.subject import Subject
from simulations.scenario import Scenario
from workbench.report_subjects import measured, of_scenario


@dataclass(frozen=True)
class Wanted:
    """Which run, or the newest live one (of a process), and which days of arrival, both counted."""

    run: str | None
    process: str | None
    since: date | None
    until: date | None


def of_run(url: str | None, wanted: Wanted) -> tuple[Subject, EventLog]:
    """A kept run, or a period of a live one, as a subject, and its log with all deviations."""
    with Store.open(url) as store:
        run = store.run(wanted.run) if wanted.run else _latest_live(store, wanted)
        processes = store.processes(run.id)
        scenario = store.run_scenario(run.id)
        log = store.log(run.id, _midnight(wanted.since), _midnight(wanted.until, after=1))
    name = run.name
    if wanted.since or wanted.until:
        name = f"{name}_{wanted.since or ''}_{wanted.until or ''}"
    origin: Origin = "live" if run.kind == "live" else "simulated"
    if scenario is not None:
        given = parse(scenario, Scenario, name)
        return of_scenario(log, given, origin, name), log
    return measured(log, processes, origin, name), log


def _latest_live(store: Store, wanted: Wanted) -> StoredRun:
    """The newest live run that has the process asked for."""
    for run in reversed(store.runs()):
        if run.kind == "live" and (
            wanted.process is None
            or wanted.process in {process.slug for process in store.processes(run.id)}
        ):
            return run
    raise SimulationError(
        said(
            "事件库中没有这个流程的实际运行；用 onething runs 查看已有的运行",
            "the event store has no live run of this process; `onething runs` lists what it has",
        )
    )


def _midnight(day: date | None, after: int = 0) -> datetime | None:
    if day is None:
        return None
    return datetime(day.year, day.month, day.day, tzinfo=CHINA) + timedelta(days=after)
