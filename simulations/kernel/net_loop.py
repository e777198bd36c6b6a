"""The kernel's loop for token nets: cases walk a net with loops, staff stand at several desks.

Instants, queues, calendars and the log are those of ``simulations.kernel.loop``; the way of a case
and its luck are found as it goes (``tokens``, ``philox``), because loops have no last visit.
The log is a function of the tables and the two key numbers.
"""

from simulations.jit import compiled, inlined
from simulations.kernel.desks import person_free, serve_touched, stand_in_line
from simulations.kernel.gateways import shuffle
from simulations.kernel.heap import next_code, next_time, push
from simulations.kernel.hours import work_until
from simulations.kernel.net_tables import BEYOND, Float64
from simulations.kernel.staff import touch
from simulations.kernel.tables import (
    ARRIVAL,
    ARRIVED,
    CALENDAR,
    CASE,
    COMPLETED,
    ENABLED,
    ENDED_VISIT,
    NEVER,
    NO_SERVER,
    NODE,
    OPENING,
    POOL,
    SERVER,
    STARTED,
    STEP,
    STOPPED,
    VISIT,
    VISITING,
    WAITING,
    WORK,
    WRITTEN,
    Int16,
    Int32,
    Int64,
)
from simulations.kernel.tokens import begin_case, leave_visit, open_net_visit, walk_on

NOBODY, NOTHING = -1, -2
ENDLESS, FULL = -2, -3
"""Why a run ended early, beside BEYOND: a node visited too often, the log full."""


@inlined
def begin_visit(
    row: int,
    now: int,
    steps: Int32,
    spans: Int32,
    pools: Int32,
    cases: Int64,
    log: Int32,
    timers: Int64,
    touched: Int32,
) -> None:
    """A visit is enabled: an event begins at once, a task stands in line."""
    step = log[STEP, row]
    log[ENABLED, row] = now
    if steps[POOL, step] < 0:
        log[SERVER, row] = NO_SERVER
        log[STARTED, row] = now
        log[COMPLETED, row] = work_until(spans, steps[CALENDAR, step], now, log[WORK, row], now)
        push(timers, log[COMPLETED, row], VISITING + row)
        return
    stand_in_line(row, steps[POOL, step], log, pools, cases)
    touch(pools, touched, steps[POOL, step])


@inlined
def open_visits(
    case: int,
    now: int,
    most: int,
    laws: Float64,
    points: Float64,
    keys: Int64,
    steps: Int32,
    spans: Int32,
    pools: Int32,
    cases: Int64,
    slots: Int16,
    log: Int32,
    timers: Int64,
    todo: Int32,
    touched: Int32,
    event: Int64,
) -> None:
    """Open what the case's tokens have come to, in an order of chance."""
    ended = event[ENDED_VISIT]
    if ended < 0:
        shuffle(case, 0, 0, keys, todo)
    else:
        shuffle(case, steps[NODE, log[STEP, ended]], log[VISIT, ended], keys, todo)
    for place in range(1, todo[0] + 1):
        row = event[WRITTEN]
        event[WRITTEN] = row + 1
        open_net_visit(
            row,
            case,
            todo[place],
            most,
            laws,
            points,
            keys,
            steps,
            cases,
            slots,
            log,
            event,
        )
        begin_visit(row, now, steps, spans, pools, cases, log, timers, touched)


@inlined
def somebody_waits(pools: Int32) -> bool:
    """Whether a visit waits at a desk."""
    waiting = 0
    for desk in range(pools.shape[1]):
        waiting += pools[WAITING, desk]
    return waiting > 0


@inlined
def next_walk(
    now: int,
    width: int,
    nodes: Int32,
    lists: Int32,
    updates: Int32,
    program: Float64,
    stack: Float64,
    laws: Float64,
    points: Float64,
    keys: Int64,
    people: Int32,
    steps: Int32,
    pools: Int32,
    servers: Int32,
    cases: Int64,
    traits: Float64,
    slots: Int16,
    log: Int32,
    busy: Int64,
    timers: Int64,
    todo: Int32,
    walk: Int32,
    touched: Int32,
    event: Int64,
) -> int:
    """Let the next thing happen at ``now``: the case that goes on, NOBODY, or NOTHING more to do.

    Its tokens are on ``walk``, the visit that ended (-1: the case arrives) is in ``event``.
    """
    code = next_code(busy, timers, now)
    if code >= OPENING:
        touch(pools, touched, code - OPENING)
        return NOBODY
    if code < 0:
        case = event[ARRIVED]
        if case == len(cases) or cases[case, ARRIVAL] != now:
            return NOTHING
        event[ARRIVED] = case + 1
        event[ENDED_VISIT] = -1
        begin_case(
            case,
            width,
            nodes,
            updates,
            program,
            stack,
            laws,
            points,
            traits,
            keys,
            cases,
            slots,
            todo,
            walk,
        )
        return int(case)
    row = code - VISITING
    event[ENDED_VISIT] = row
    if log[SERVER, row] >= 0:
        person_free(log[SERVER, row], now, pools, servers, people, lists, touched)
        if pools[WAITING, steps[POOL, log[STEP, row]]] > 0:
            touch(pools, touched, steps[POOL, log[STEP, row]])
    node = steps[NODE, log[STEP, row]]
    leave_visit(
        row,
        node,
        nodes,
        updates,
        program,
        stack,
        laws,
        points,
        traits,
        keys,
        cases,
        slots,
        log,
        todo,
        walk,
        event,
    )
    return int(log[CASE, row])


@compiled
def run_net(
    most: int,
    width: int,
    nodes: Int32,
    flows: Int32,
    lists: Int32,
    reach: Int64,
    shares: Float64,
    tests: Float64,
    updates: Int32,
    program: Float64,
    stack: Float64,
    laws: Float64,
    points: Float64,
    law_of: Int32,
    desks: Int32,
    people: Int32,
    keys: Int64,
    steps: Int32,
    spans: Int32,
    pools: Int32,
    servers: Int32,
    cases: Int64,
    traits: Float64,
    slots: Int16,
    log: Int32,
    busy: Int64,
    timers: Int64,
    todo: Int32,
    walk: Int32,
    touched: Int32,
    event: Int64,
) -> int:
    """Run all cases to their end. Returns the number of visits, or why the run ended early.

    A case may come to a node ``most`` times; ``width`` is the number of its slots.
    """
    total = len(cases)
    rows = log.shape[1]
    while event[ARRIVED] < total or busy[0] > 0 or timers[0] > 0:
        now = min(next_time(busy), next_time(timers))
        if event[ARRIVED] < total:
            now = min(now, cases[event[ARRIVED], ARRIVAL])
        if now >= NEVER:
            return BEYOND
        while True:
            case = next_walk(
                now,
                width,
                nodes,
                lists,
                updates,
                program,
                stack,
                laws,
                points,
                keys,
                people,
                steps,
                pools,
                servers,
                cases,
                traits,
                slots,
                log,
                busy,
                timers,
                todo,
                walk,
                touched,
                event,
            )
            if case == NOTHING:
                break
            if case == NOBODY:
                continue
            walk_on(
                case,
                width,
                most,
                nodes,
                flows,
                lists,
                reach,
                shares,
                tests,
                traits,
                steps,
                laws,
                points,
                keys,
                cases,
                slots,
                todo,
                walk,
                event,
            )
            if event[STOPPED] != 0:
                return ENDLESS
            if event[WRITTEN] + todo[0] > rows:
                return FULL
            open_visits(
                case,
                now,
                most,
                laws,
                points,
                keys,
                steps,
                spans,
                pools,
                cases,
                slots,
                log,
                timers,
                todo,
                touched,
                event,
            )
        serve_touched(
            now,
            touched,
            log,
            spans,
            pools,
            servers,
            steps,
            desks,
            people,
            lists,
            law_of,
            laws,
            points,
            keys,
            cases,
            busy,
        )
    return BEYOND if somebody_waits(pools) else int(event[WRITTEN])
