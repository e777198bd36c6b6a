"""Open cases of the event store: how they stand against their limits, and who holds them."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from integrations.store.records import History, StoredCase
from integrations.store.store import Store
from models.base import Slug, Text
from models.process import Process
from models.standing import Flight, Standing, standings
from models.timing import Ruler
from models.working_time import official_calendar
from workbench import defaults

MOST = 200
"""So many open cases are shown, the longest open first."""

RECENT = timedelta(days=3)
"""A run in which something happened so lately is taken to keep the true time."""

SEVERITY = {"breached": 0, "warned": 1, "running": 2}


@dataclass(frozen=True)
class Holder:
    """A visit in flight: which step, and who holds it since when; the applicant if nobody else."""

    step: Text
    owner: Slug | None
    since: datetime


@dataclass(frozen=True)
class OpenCase:
    """A case under way, at the official time ``now`` of its run."""

    case: str
    process: Text
    arrival: datetime
    now: datetime
    standings: tuple[Standing, ...]
    holders: tuple[Holder, ...]

    @property
    def severity(self) -> int:
        """0 if a limit is breached, 1 if one is near, else 2."""
        return min((SEVERITY[standing.state] for standing in self.standings), default=2)


def open_cases(store: Store, true_now: datetime) -> tuple[list[OpenCase], int]:
    """The open cases, breached ones first, and how many there are in all.

    A run on an accelerated clock does not say what time it is; its latest moment known to the
    store stands for now. A run in which something happened lately by the true time keeps that.
    """
    found = sorted(store.open_cases(), key=lambda case: (case.arrival, case.id))
    histories = [store.history(case.id) for case in found[:MOST]]
    latest: dict[int, datetime] = {}
    for history in histories:
        run = history.case.run
        latest[run] = max(latest.get(run, history.case.arrival), *_moments(history))
    definitions = {run: {p.slug: p for p in store.processes(run)} for run in latest}
    cases = [
        _open_case(
            definitions[history.case.run][history.case.process],
            history,
            _now(latest[history.case.run], true_now),
        )
        for history in histories
    ]
    cases.sort(key=lambda case: (case.severity, case.arrival))
    return cases, len(found)


def prefect_address(environment: Mapping[str, str] = os.environ) -> str | None:
    """Where the Prefect pages are, if the environment says so by PREFECT_UI_URL or PREFECT_API_URL.

    Only a web address is given back.
    """
    given = environment.get("PREFECT_UI_URL") or environment.get("PREFECT_API_URL", "")
    address = given.removesuffix("/").removesuffix("/api")
    return address if address.startswith(("http://", "https://")) else None


def _moments(history: History) -> Sequence[datetime]:
    flights = [flight.enabled or flight.ready for flight in history.in_flight]
    return [history.case.arrival, *flights, *(event.completed for event in history.events)]


def _now(latest: datetime, true_now: datetime) -> datetime:
    return true_now if latest <= true_now <= latest + RECENT else latest


def _open_case(process: Process, history: History, now: datetime) -> OpenCase:
    case: StoredCase = history.case
    flights = [
        Flight(flight.step, flight.visit, flight.ready, flight.enabled)
        for flight in history.in_flight
    ]
    found = standings(
        process, case.attributes, history.events, flights, now, _ruler(process, case.arrival.year)
    )
    return OpenCase(
        case=case.id,
        process=process.name,
        arrival=case.arrival,
        now=now,
        standings=tuple(sorted(found, key=lambda s: (SEVERITY[s.state], s.left))),
        holders=tuple(_holder(process, flight, history) for flight in flights),
    )


def _holder(process: Process, flight: Flight, history: History) -> Holder:
    owner = next(
        known.owner
        for known in history.in_flight
        if (known.step, known.visit) == (flight.step, flight.visit)
    )
    by_applicant = flight.enabled is None or process.step(flight.step).by_applicant
    name = process.step(flight.step).name
    return Holder(name, None if by_applicant else owner, flight.enabled or flight.ready)


def _ruler(process: Process, year: int) -> Ruler:
    """The ruler of a process's cases of a year; its pools keep the hours of the county's."""
    official = official_calendar(date(year, 1, 1))
    used = {step.pool for step in process.steps}
    pools = [pool for pool in defaults.pools_for([process]) if pool.slug in used]
    return Ruler.of(official, pools)
