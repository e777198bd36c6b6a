"""The kernel: schedules drawn cases through pools and calendars, in event order.

An instant is handled in two parts: first everything that happens then (completions, applicants
coming back, batches, arrivals), only then is work given out, so that all who are there at an
instant compete for it. Work goes to the best priority class, within a class in order of enabling,
and to the idle server on duty with the lowest number. Events of one instant are handled in the
order in which their visits became ready, batches first, arrivals last. Work once begun is not
taken away; it pauses while its server is off duty. There is no randomness here: the log is a
function of the network and the cases.

The tables and their fields are described in ``simulations.kernel.tables``.
"""

from simulations.jit import compiled, inlined
from simulations.kernel.heap import next_code, next_time, push
from simulations.kernel.hours import work_until
from simulations.kernel.routing import arrive, correction_after, make_ready, release, send_back
from simulations.kernel.staff import (
    enqueue,
    give_out_work,
    hand_out_batch,
    held_until,
    hold,
    set_free,
    touch,
)
from simulations.kernel.tables import (
    ARRIVAL,
    ARRIVED,
    BASE,
    CALENDAR,
    CASE,
    COMING,
    COMPLETED,
    CORRECTION,
    DRAW,
    DRAWS_WORK,
    ENABLED,
    ENABLED_VISIT,
    ENDED_VISIT,
    NEVER,
    NO_SERVER,
    OF_CASE,
    OPENING,
    POOL,
    SERVER,
    SKIPPED,
    STARTED,
    STEP,
    VISITING,
    WAITING,
    WHOLE_DAYS,
    WORK,
    WRITTEN,
    Int16,
    Int32,
    Int64,
)

DAY = 86_400


@inlined
def run_unstaffed(
    row: int, now: int, log: Int32, steps: Int32, spans: Int32, timers: Int64
) -> None:
    """Begin a step without staff: it is done when its own time is over."""
    step = log[STEP, row]
    begin = now
    if steps[WHOLE_DAYS, step] != 0:
        begin = now - now % DAY + DAY
    end = work_until(spans, steps[CALENDAR, step], now, log[WORK, row], begin)
    if steps[WHOLE_DAYS, step] != 0 and end != NEVER:
        end = max(end - 1, now)
    log[SERVER, row] = NO_SERVER
    log[STARTED, row] = now
    log[COMPLETED, row] = end
    push(timers, end, VISITING + row)


@inlined
def happen(
    now: int,
    contexts: int,
    steps: Int32,
    links: Int32,
    regions: Int32,
    spans: Int32,
    pools: Int32,
    servers: Int32,
    cases: Int64,
    draws: Int32,
    slots: Int16,
    log: Int32,
    busy: Int64,
    timers: Int64,
    todo: Int32,
    touched: Int32,
    event: Int64,
) -> bool:
    """Let the next thing happen at ``now``; False if nothing more does.

    Steps that become ready by it are put on ``todo``; a visit that it enables, the visit that
    ended, the correction that follows and the case are put in ``event``.
    """
    todo[0] = 0
    event[ENABLED_VISIT] = event[ENDED_VISIT] = -1
    event[CORRECTION] = SKIPPED
    code = next_code(busy, timers, now)
    if code >= OPENING:
        touch(pools, touched, code - OPENING)
        return True
    if 0 <= code < VISITING:
        hand_out_batch(now, code, log, spans, pools, cases, touched)
        return True
    if code < 0:
        case = event[ARRIVED]
        if case == len(cases) or cases[case, ARRIVAL] != now:
            return False
        event[ARRIVED] = case + 1
        event[OF_CASE] = case
        arrive(case, steps, links, cases, slots, todo)
        return True
    row = code - VISITING
    case = log[CASE, row]
    event[OF_CASE] = case
    if log[SERVER, row] == COMING:
        event[ENABLED_VISIT] = row
        return True
    event[ENDED_VISIT] = row
    set_free(row, log, steps, pools, servers, touched)
    event[CORRECTION] = correction_after(row, log, steps, cases, draws)
    if event[CORRECTION] == SKIPPED:
        own = log[STEP, row] - cases[case, BASE]
        release(case, own, links, contexts, cases, slots, todo)
    else:
        send_back(row, log, steps, regions, cases, slots, todo)
    return True


@inlined
def open_visit(
    now: int,
    contexts: int,
    steps: Int32,
    links: Int32,
    spans: Int32,
    cases: Int64,
    draws: Int32,
    slots: Int16,
    log: Int32,
    timers: Int64,
    todo: Int32,
    event: Int64,
) -> int:
    """Take the next step off ``todo``: a visit enabled at once, or -1 if that comes later.

    A skipped step makes no visit; it passes on to its followers at once.
    """
    case = event[OF_CASE]
    step = todo[todo[0]]
    todo[0] -= 1
    if draws[cases[case, DRAW] + steps[DRAWS_WORK, cases[case, BASE] + step]] == SKIPPED:
        release(case, step, links, contexts, cases, slots, todo)
        return -1
    row = event[WRITTEN]
    event[WRITTEN] = row + 1
    time = make_ready(
        row,
        case,
        step,
        now,
        event[ENDED_VISIT],
        event[CORRECTION],
        log,
        steps,
        spans,
        cases,
        draws,
        slots,
    )
    if time > now:
        push(timers, time, VISITING + row)
        return -1
    return int(row)


@inlined
def enable(
    row: int,
    now: int,
    steps: Int32,
    spans: Int32,
    pools: Int32,
    batches: Int32,
    cases: Int64,
    log: Int32,
    timers: Int64,
    touched: Int32,
) -> None:
    """The visit may begin: at once without staff, else it is held for its batch or queues."""
    pool = steps[POOL, log[STEP, row]]
    log[ENABLED, row] = now
    if pool < 0:
        run_unstaffed(row, now, log, steps, spans, timers)
        return
    time = held_until(row, now, log, pools, batches, pool)
    if time > now:
        hold(row, time, pool, log, pools, timers)
        return
    enqueue(row, now, pool, log, spans, pools, cases)
    touch(pools, touched, pool)


@compiled
def run(
    steps: Int32,
    links: Int32,
    regions: Int32,
    contexts: int,
    spans: Int32,
    pools: Int32,
    servers: Int32,
    batches: Int32,
    turns: Int32,
    cases: Int64,
    draws: Int32,
    slots: Int16,
    log: Int32,
    busy: Int64,
    timers: Int64,
    todo: Int32,
    touched: Int32,
    event: Int64,
) -> int:
    """Run all cases to their end. Returns the number of visits, or -1 beyond the calendars.

    ``log`` is written; ``steps``, ``links``, ``regions``, ``batches``, ``cases`` and ``draws`` are
    only read; the rest is scratch, set up by the caller. Two heaps hold what is to come: ``busy``
    the completions of staff's work, and openings of pools, always few;
    ``timers`` all else.
    """
    total = len(cases)
    while event[ARRIVED] < total or busy[0] > 0 or timers[0] > 0:
        now = min(next_time(busy), next_time(timers))
        if event[ARRIVED] < total:
            now = min(now, cases[event[ARRIVED], ARRIVAL])
        if now >= NEVER:
            return -1
        while happen(
            now,
            contexts,
            steps,
            links,
            regions,
            spans,
            pools,
            servers,
            cases,
            draws,
            slots,
            log,
            busy,
            timers,
            todo,
            touched,
            event,
        ):
            while todo[0] > 0 or event[ENABLED_VISIT] >= 0:
                row = event[ENABLED_VISIT]
                event[ENABLED_VISIT] = -1
                if row < 0:
                    row = open_visit(
                        now,
                        contexts,
                        steps,
                        links,
                        spans,
                        cases,
                        draws,
                        slots,
                        log,
                        timers,
                        todo,
                        event,
                    )
                if row >= 0:
                    enable(row, now, steps, spans, pools, batches, cases, log, timers, touched)
        give_out_work(now, touched, log, spans, pools, servers, turns, busy)
    for pool in range(pools.shape[1]):
        if pools[WAITING, pool] > 0:
            return -1
    return int(event[WRITTEN])
