"""What the tokens of a case have come to: its visits are opened, and wait for a person."""

from simulations.jit import inlined
from simulations.kernel.batches import gather
from simulations.kernel.desks import stand_in_line
from simulations.kernel.gateways import shuffle
from simulations.kernel.heap import push
from simulations.kernel.hours import work_until
from simulations.kernel.net_tables import BATCH_OF, BATCH_SIZE, JOINED, LAST, NEXT, Float64
from simulations.kernel.staff import touch
from simulations.kernel.tables import (
    CALENDAR,
    COMPLETED,
    ENABLED,
    ENDED_VISIT,
    IN_BATCHES,
    NO_SERVER,
    NODE,
    POOL,
    SERVER,
    STARTED,
    STEP,
    VISIT,
    VISITING,
    WORK,
    WRITTEN,
    Int16,
    Int32,
    Int64,
)
from simulations.kernel.tokens import open_net_visit


@inlined
def begin_visit(
    row: int,
    now: int,
    laws: Float64,
    points: Float64,
    keys: Int64,
    steps: Int32,
    spans: Int32,
    pools: Int32,
    firing: Int32,
    batches: Int32,
    cases: Int64,
    log: Int32,
    timers: Int64,
    touched: Int32,
) -> None:
    """A visit is enabled: an event begins at once, a task stands in line or is gathered."""
    step = log[STEP, row]
    log[ENABLED, row] = now
    if batches.shape[1] > 0:
        log[NEXT, row], log[BATCH_OF, row], log[BATCH_SIZE, row] = LAST, -1, 0
        log[JOINED, row] = now
    if steps[POOL, step] < 0:
        log[SERVER, row] = NO_SERVER
        log[STARTED, row] = now
        log[COMPLETED, row] = work_until(spans, steps[CALENDAR, step], now, log[WORK, row], now)
        push(timers, log[COMPLETED, row], VISITING + row)
        return
    if batches.shape[1] > 0 and steps[IN_BATCHES, step] >= 0:
        gather(
            row,
            now,
            firing,
            laws,
            points,
            keys,
            steps,
            log,
            pools,
            cases,
            batches,
            timers,
            touched,
        )
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
    firing: Int32,
    batches: Int32,
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
        begin_visit(
            row,
            now,
            laws,
            points,
            keys,
            steps,
            spans,
            pools,
            firing,
            batches,
            cases,
            log,
            timers,
            touched,
        )
