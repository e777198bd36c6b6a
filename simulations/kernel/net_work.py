"""A person of a token net at work: how long it takes, and what is done together with it."""

from simulations.jit import called, inlined
from simulations.kernel.heap import push
from simulations.kernel.hours import work_until
from simulations.kernel.laws import value_of, whole
from simulations.kernel.net_tables import (
    BATCH_SIZE,
    FACTOR,
    FACTOR_SIZE,
    FACTORS_FIRST,
    FACTORS_LAST,
    FOR_TIME,
    IS_PARALLEL,
    LAST,
    NEXT,
    TOGETHER,
    Float64,
)
from simulations.kernel.philox import uniform_pair
from simulations.kernel.tables import (
    CASE,
    COMPLETED,
    IN_BATCHES,
    NODE,
    SERVER,
    SHIFT,
    STARTED,
    STEP,
    VISIT,
    VISITING,
    WORK,
    Int32,
    Int64,
)


@called
def factor_of(size: int, batch: int, batches: Int32, factors: Float64) -> float:
    """By how much a visit in a batch of that size takes longer than alone."""
    if size <= 1:
        return 1.0
    best = batches[FACTORS_FIRST, batch]
    for place in range(best, batches[FACTORS_LAST, batch]):
        if abs(factors[FACTOR_SIZE, place] - size) < abs(factors[FACTOR_SIZE, best] - size):
            best = place
    parallel = size if batches[IS_PARALLEL, batch] != 0 else 1
    return float(factors[FACTOR, best]) * parallel


@inlined
def start_work(
    row: int,
    person: int,
    now: int,
    log: Int32,
    spans: Int32,
    servers: Int32,
    steps: Int32,
    law_of: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    batches: Int32,
    factors: Float64,
    busy: Int64,
) -> None:
    """A person begins a visit; when it will be done is known at once."""
    step = log[STEP, row]
    u, _ = uniform_pair(keys, log[CASE, row], steps[NODE, step], log[VISIT, row], FOR_TIME)
    takes = value_of(laws, points, law_of[step, person], u)
    if batches.shape[1] > 0 and log[BATCH_SIZE, row] > 1:
        takes *= factor_of(log[BATCH_SIZE, row], steps[IN_BATCHES, step], batches, factors)
    work = whole(takes)
    end = work_until(spans, servers[SHIFT, person], now, work, now)
    log[WORK, row] = work
    log[SERVER, row] = person
    log[STARTED, row] = now
    log[COMPLETED, row] = end
    push(busy, end, VISITING + row)


@called
def start_rest(
    first: int,
    now: int,
    log: Int32,
    spans: Int32,
    servers: Int32,
    steps: Int32,
    law_of: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    batches: Int32,
    factors: Float64,
    busy: Int64,
) -> None:
    """Whoever began the first visit of a parallel batch begins all, and is free after the last."""
    if batches[IS_PARALLEL, steps[IN_BATCHES, log[STEP, first]]] == 0:
        return
    person = log[SERVER, first]
    longest = first
    row = log[NEXT, first]
    log[NEXT, first] = TOGETHER
    while row >= 0:
        following = log[NEXT, row]
        log[NEXT, row] = TOGETHER
        start_work(
            row,
            person,
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
        )
        if log[COMPLETED, row] >= log[COMPLETED, longest]:
            longest = row
        row = following
    log[NEXT, longest] = LAST


@inlined
def goes_on(
    row: int,
    now: int,
    log: Int32,
    spans: Int32,
    servers: Int32,
    steps: Int32,
    law_of: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    batches: Int32,
    factors: Float64,
    busy: Int64,
) -> bool:
    """Whether the person who ended this visit has to go on with its batch, which is then done."""
    if batches.shape[1] == 0 or log[NEXT, row] == LAST:
        return False
    if log[NEXT, row] >= 0:
        start_work(
            log[NEXT, row],
            log[SERVER, row],
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
        )
    return True
