"""The kernel's loop for token nets: cases walk a net with loops, staff stand at several desks.

Instants, queues, calendars and the log are those of ``simulations.kernel.loop``; the way of a case
and its luck are found as it goes (``tokens``, ``philox``), because loops have no last visit.
The log is a function of the tables and the two key numbers.
"""

from simulations.jit import compiled, inlined
from simulations.kernel.batches import look_at_due, nothing_more_comes
from simulations.kernel.desks import person_free, serve_touched
from simulations.kernel.heap import next_code, next_time
from simulations.kernel.net_tables import BEYOND, DUE, ENDLESS, FULL, Float64
from simulations.kernel.net_visits import open_visits
from simulations.kernel.net_work import goes_on
from simulations.kernel.staff import touch
from simulations.kernel.tables import (
    ARRIVAL,
    ARRIVED,
    CASE,
    ENDED_VISIT,
    NEVER,
    NODE,
    OPENING,
    RELEASE,
    SERVER,
    STEP,
    STOPPED,
    VISITING,
    WAITING,
    WRITTEN,
    Int16,
    Int32,
    Int64,
)
from simulations.kernel.tokens import begin_case, leave_visit, walk_on
from simulations.kernel.traits import changes_traits, update_traits

NOBODY, NOTHING = -1, -2


@inlined
def next_instant(cases: Int64, busy: Int64, timers: Int64, event: Int64) -> int:
    """When the next thing happens; -1 if nothing does."""
    if event[ARRIVED] == len(cases) and busy[0] == 0 and timers[0] == 0:
        return -1
    now = min(next_time(busy), next_time(timers))
    if event[ARRIVED] < len(cases):
        now = min(now, cases[event[ARRIVED], ARRIVAL])
    return int(now)


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
    nodes: Int32,
    lists: Int32,
    laws: Float64,
    points: Float64,
    law_of: Int32,
    keys: Int64,
    desks: Int32,
    people: Int32,
    stands: Int32,
    steps: Int32,
    spans: Int32,
    pools: Int32,
    servers: Int32,
    batches: Int32,
    factors: Float64,
    cases: Int64,
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
        begin_case(nodes, todo, walk)
        return int(case)
    if code < VISITING:
        batches[DUE, code - RELEASE] = 1
        return NOBODY
    row = code - VISITING
    event[ENDED_VISIT] = row
    if log[SERVER, row] >= 0 and not goes_on(
        row,
        now,
        log,
        spans,
        servers,
        steps,
        law_of,
        laws,
        points,
        keys,
        batches,
        factors,
        busy,
    ):
        person_free(
            log[SERVER, row],
            now,
            pools,
            servers,
            desks,
            people,
            stands,
            lists,
            points,
            keys,
            touched,
        )
    leave_visit(row, steps[NODE, log[STEP, row]], nodes, cases, slots, log, todo, walk, event)
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
    stands: Int32,
    keys: Int64,
    steps: Int32,
    spans: Int32,
    pools: Int32,
    servers: Int32,
    firing: Int32,
    batches: Int32,
    factors: Float64,
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
    rows = log.shape[1]
    last = 0
    while True:
        now = next_instant(cases, busy, timers, event)
        if now < 0 and nothing_more_comes(last, log, pools, cases, batches, touched):
            now = last
        if now < 0 or now >= NEVER:
            break
        last = now
        while True:
            case = next_walk(
                now,
                nodes,
                lists,
                laws,
                points,
                law_of,
                keys,
                desks,
                people,
                stands,
                steps,
                spans,
                pools,
                servers,
                batches,
                factors,
                cases,
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
            if changes_traits(nodes, steps, log, event):
                update_traits(
                    case,
                    nodes,
                    steps,
                    updates,
                    program,
                    stack,
                    laws,
                    points,
                    traits,
                    keys,
                    log,
                    event,
                )
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
                firing,
                batches,
                cases,
                slots,
                log,
                timers,
                todo,
                touched,
                event,
            )
        look_at_due(now, firing, log, pools, cases, batches, timers, touched)
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
            stands,
            lists,
            law_of,
            laws,
            points,
            keys,
            batches,
            factors,
            cases,
            busy,
        )
    return BEYOND if now >= 0 or somebody_waits(pools) else int(event[WRITTEN])
