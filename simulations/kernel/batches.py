"""Batches of a token net: visits of a task are gathered and done together by one person.

The visits that are gathered are chained by COMPLETED, the best class first, and in their order of
coming within it. A batch stands in line as its first visit; NEXT leads from each visit of it to the
one that is done after it. Nets without batches have a log without the fields from NEXT on.
"""

from simulations.jit import called, inlined
from simulations.kernel.desks import stand_in_line
from simulations.kernel.heap import push
from simulations.kernel.laws import value_of
from simulations.kernel.net_tables import (
    BATCH_DESK,
    BATCH_LAW,
    BATCH_OF,
    BATCH_SIZE,
    DRAWN,
    DUE,
    FOR_BATCH,
    GATHERED,
    GATHERED_FIRST,
    GATHERED_LAST,
    GATHERED_SIZE,
    HOURS_FROM,
    HOURS_TO,
    IDLE_LEAST,
    IDLE_MOST,
    JOINED,
    LAST,
    LOOKED,
    NEXT,
    OLDEST_LEAST,
    OLDEST_MOST,
    ON_WEEKDAY,
    ONE_ALONE,
    RULES_FIRST,
    RULES_LAST,
    SINCE_FIRST,
    SINCE_LAST,
    SIZE_LEAST,
    SIZE_MOST,
    WEEKDAY,
    Float64,
)
from simulations.kernel.philox import uniform_pair
from simulations.kernel.staff import touch
from simulations.kernel.tables import (
    CASE,
    CLASS,
    COMPLETED,
    ENABLED,
    IN_BATCHES,
    NEVER,
    NODE,
    RELEASE,
    STEP,
    VISIT,
    Int32,
    Int64,
)

DAY = 86_400
WEEKDAYS = 7


@inlined
def allowed_from(rule: int, time: int, weekday: int, firing: Int32) -> int:
    """The first moment from ``time`` on that is in the rule's day and hours.

    ``weekday`` is that of the epoch's day, Monday 0.
    """
    day = time // DAY
    while True:
        fits = (
            firing[ON_WEEKDAY, rule] < 0 or (weekday + day) % WEEKDAYS == firing[ON_WEEKDAY, rule]
        )
        first = max(time, day * DAY + firing[HOURS_FROM, rule])
        if fits and first < day * DAY + firing[HOURS_TO, rule]:
            return int(first)
        day += 1


@inlined
def fires_at(rule: int, now: int, batch: int, firing: Int32, batches: Int32) -> int:
    """When the rule will hold for what is gathered now, if nothing else comes; or NEVER.

    Where one alone may be done two fulfil the size, so there is one if the size is missed.
    """
    first, last = batches[SINCE_FIRST, batch], batches[SINCE_LAST, batch]
    time = NEVER
    if batches[GATHERED, batch] >= firing[SIZE_LEAST, rule]:
        time = max(now, last + firing[IDLE_LEAST, rule], first + firing[OLDEST_LEAST, rule])
        time = allowed_from(rule, time, batches[WEEKDAY, batch], firing)
    elif firing[ONE_ALONE, rule] != 0 and firing[IDLE_MOST, rule] < NEVER:
        time = max(now, last + firing[IDLE_MOST, rule])
    if firing[OLDEST_MOST, rule] < NEVER:
        time = min(time, max(now, first + firing[OLDEST_MOST, rule] + 1))
    return time


@inlined
def next_batch(now: int, batch: int, firing: Int32, batches: Int32) -> tuple[int, int]:
    """When the next batch is complete, and how many visits it takes."""
    gathered = batches[GATHERED, batch]
    if batches[RULES_FIRST, batch] == batches[RULES_LAST, batch]:
        size = batches[DRAWN, batch]
        return (now, size) if gathered >= size else (NEVER, size)
    time, size = NEVER, 0
    for rule in range(batches[RULES_FIRST, batch], batches[RULES_LAST, batch]):
        at = fires_at(rule, now, batch, firing, batches)
        if at < time:
            time, size = at, min(gathered, firing[SIZE_MOST, rule])
    return time, size


@inlined
def put_in_order(row: int, batch: int, log: Int32, batches: Int32, cases: Int64) -> None:
    """Put a visit among those gathered: behind all of its class and of better ones."""
    mine = cases[log[CASE, row], CLASS]
    tail = batches[GATHERED_LAST, batch]
    before = -1
    if batches[GATHERED, batch] > 0:
        if cases[log[CASE, tail], CLASS] <= mine:
            before = tail
        else:
            place = batches[GATHERED_FIRST, batch]
            while cases[log[CASE, place], CLASS] <= mine:
                before = place
                place = log[COMPLETED, place]
    if before < 0:
        log[COMPLETED, row] = batches[GATHERED_FIRST, batch]
        batches[GATHERED_FIRST, batch] = row
    else:
        log[COMPLETED, row] = log[COMPLETED, before]
        log[COMPLETED, before] = row
    if before == tail:
        batches[GATHERED_LAST, batch] = row


@inlined
def form(
    size: int,
    now: int,
    batch: int,
    log: Int32,
    pools: Int32,
    cases: Int64,
    batches: Int32,
    touched: Int32,
) -> None:
    """The first visits that are gathered are a batch, which stands in line."""
    head = batches[GATHERED_FIRST, batch]
    row = head
    for number in range(size):
        following = log[COMPLETED, row]
        log[BATCH_OF, row] = head
        log[BATCH_SIZE, row] = size
        log[NEXT, row] = following if number < size - 1 else LAST
        row = following
    batches[GATHERED_FIRST, batch] = row
    batches[GATHERED, batch] -= size
    if row < 0:
        batches[GATHERED_LAST, batch] = -1
    batches[SINCE_FIRST, batch], batches[SINCE_LAST, batch] = NEVER, 0
    while row >= 0:
        batches[SINCE_FIRST, batch] = min(batches[SINCE_FIRST, batch], log[ENABLED, row])
        batches[SINCE_LAST, batch] = max(batches[SINCE_LAST, batch], log[ENABLED, row])
        row = log[COMPLETED, row]
    log[JOINED, head] = now
    stand_in_line(head, batches[BATCH_DESK, batch], log, pools, cases)
    touch(pools, touched, batches[BATCH_DESK, batch])


@called
def look(
    now: int,
    batch: int,
    firing: Int32,
    log: Int32,
    pools: Int32,
    cases: Int64,
    batches: Int32,
    timers: Int64,
    touched: Int32,
) -> None:
    """Form the batches that are complete; see to it that the next one is not missed."""
    while batches[GATHERED, batch] > 0:
        time, size = next_batch(now, batch, firing, batches)
        if time > now:
            if time < NEVER and time != batches[LOOKED, batch]:
                batches[LOOKED, batch] = time
                push(timers, time, RELEASE + batch)
            break
        form(size, now, batch, log, pools, cases, batches, touched)


@called
def gather(
    row: int,
    now: int,
    firing: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    steps: Int32,
    log: Int32,
    pools: Int32,
    cases: Int64,
    batches: Int32,
    timers: Int64,
    touched: Int32,
) -> None:
    """A visit of a task with batches comes: it is gathered, or stands in line alone."""
    step = log[STEP, row]
    batch = steps[IN_BATCHES, step]
    if batches[GATHERED, batch] == 0:
        u, _ = uniform_pair(keys, log[CASE, row], steps[NODE, step], log[VISIT, row], FOR_BATCH)
        batches[DRAWN, batch] = int(value_of(laws, points, batches[BATCH_LAW, batch], u))
        if batches[DRAWN, batch] == 1:
            stand_in_line(row, batches[BATCH_DESK, batch], log, pools, cases)
            touch(pools, touched, batches[BATCH_DESK, batch])
            return
        batches[SINCE_FIRST, batch] = now
    put_in_order(row, batch, log, batches, cases)
    batches[GATHERED, batch] += 1
    batches[SINCE_LAST, batch] = now
    look(now, batch, firing, log, pools, cases, batches, timers, touched)


@inlined
def look_at_due(
    now: int,
    firing: Int32,
    log: Int32,
    pools: Int32,
    cases: Int64,
    batches: Int32,
    timers: Int64,
    touched: Int32,
) -> None:
    """Form the batches whose time has come; whoever came at this instant is among them."""
    for batch in range(batches.shape[1]):
        if batches[DUE, batch] == 1:
            batches[DUE, batch] = 0
            look(now, batch, firing, log, pools, cases, batches, timers, touched)


@called
def nothing_more_comes(
    now: int,
    log: Int32,
    pools: Int32,
    cases: Int64,
    batches: Int32,
    touched: Int32,
) -> bool:
    """When nothing else can happen what is gathered is done as it is; whether there was any."""
    found = False
    for batch in range(batches.shape[1]):
        while batches[GATHERED, batch] > 0:
            found = True
            size = min(batches[GATHERED, batch], batches[GATHERED_SIZE, batch])
            form(size, now, batch, log, pools, cases, batches, touched)
    return found
