"""Scenarios of token nets for tests."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from models.law import Law, exactly
from models.net_attribute import Attribute, Change
from models.net_batch import Batching
from models.net_calendars import Calendar, WeeklyCalendar, WeeklySpan
from models.net_log import NetLog
from models.net_multitasking import Multitasking
from models.net_scenario import (
    Branch,
    EventTime,
    NetScenario,
    Performance,
    Priority,
    Resource,
)
from models.token_net import TokenNet
from simulations.nets.run import run_scenario
from tests.models.test_token_net import a_net

HOURLY = exactly(3_600)
MONDAY = datetime(2024, 1, 1, 9, tzinfo=UTC)
ALWAYS = WeeklyCalendar(id="always", spans=(WeeklySpan(first=1, last=7, begin=0, end=86_400),))
OFFICE = WeeklyCalendar(
    id="office", spans=(WeeklySpan(first=1, last=5, begin=9 * 3_600, end=17 * 3_600),)
)


def people(name: str, amount: int = 1, calendar: str = "always") -> Resource:
    """So many people with one calendar."""
    return Resource(id=name, name=name, calendar=calendar, amount=amount)


def a_net_scenario(  # noqa: PLR0913 - one a field
    *ways: str,
    staff: Sequence[Resource] = (people("p", 50),),
    times: Mapping[tuple[str, str], Law] | None = None,
    shares: Mapping[str, float | Branch] | None = None,
    events: Mapping[str, Law] | None = None,
    attributes: Sequence[Attribute] = (),
    changes: Sequence[Change] = (),
    priorities: Sequence[Priority] = (),
    batches: Sequence[Batching] = (),
    cases: int = 1,
    gap: Law = HOURLY,
    net: TokenNet | None = None,
    calendars: Sequence[Calendar] = (ALWAYS, OFFICE),
    multitasking: Sequence[Multitasking] = (),
    seed: int = 1,
) -> NetScenario:
    """A scenario of a net in ways (``tests.models.test_token_net``).

    Every task takes everybody a minute unless ``times`` says otherwise, by task and resource;
    ``shares`` are by flow.
    """
    net = net or a_net(*ways)
    given = times or {(task.id, person.id): exactly(60) for task in net.tasks for person in staff}
    sources = {flow.id: flow.source for flow in net.flows}
    branches = tuple(
        share if isinstance(share, Branch) else Branch(gateway=sources[f], flow=f, share=share)
        for f, share in (shares or {}).items()
    )
    return NetScenario(
        net=net,
        resources=tuple(staff),
        calendars=tuple(calendars),
        multitasking=tuple(multitasking),
        performances=tuple(Performance(task=t, resource=r, time=x) for (t, r), x in given.items()),
        gap=gap,
        events=tuple(EventTime(event=e, time=x) for e, x in (events or {}).items()),
        branches=branches,
        attributes=tuple(attributes),
        changes=tuple(changes),
        priorities=tuple(priorities),
        batches=tuple(batches),
        start=MONDAY,
        cases=cases,
        seed=seed,
    )


def ran(*ways: str, **fields: object) -> NetLog:
    """The log of such a scenario."""
    return run_scenario(a_net_scenario(*ways, **fields))  # type: ignore[arg-type]


def story(log: NetLog, case: int = 0) -> list[str]:
    """The visits of a case: what, from which minute to which, counted from its arrival."""
    rows = [row for row in range(len(log)) if log.case[row] == case]
    origin = int(log.arrival[case])
    return sorted(
        f"{log.nodes[log.step[row]].id} {(log.enabled[row] - origin) / 60:g} "
        f"{(log.started[row] - origin) / 60:g}-{(log.completed[row] - origin) / 60:g}"
        for row in rows
    )


def visits(log: NetLog) -> dict[str, int]:
    """How often each task or event was visited."""
    return {node.id: int((log.step == n).sum()) for n, node in enumerate(log.nodes)}
