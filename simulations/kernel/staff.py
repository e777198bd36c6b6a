"""Pools at work: batches, queues, servers, and why a visit waited.

While a visit is held or waits in a queue, its COMPLETED holds the next in line; in a queue its
QUEUE holds the pool's open clock at joining and its PRIORITY the number of starts after which
its turn comes.
"""

from simulations.jit import inlined
from simulations.kernel.heap import push
from simulations.kernel.hours import on_duty, open_clock, opening, work_until
from simulations.kernel.tables import (
    BATCH,
    BATCH_FIRST,
    BATCH_LAST,
    CASE,
    CLASS,
    COMPLETED,
    FREE,
    HELD_HEAD,
    HELD_TAIL,
    HOURS,
    IDLE,
    LANES,
    LOWEST,
    NEVER,
    OPENING,
    POOL,
    PRIORITY,
    QUEUE,
    RELEASE,
    SERVER,
    SERVER_FIRST,
    SERVER_LAST,
    SHARED,
    SHIFT,
    STARTED,
    STARTS,
    STEP,
    TOUCHED,
    TURN,
    VISITING,
    WAITING,
    WAKE,
    WORK,
    Int32,
    Int64,
)


@inlined
def touch(pools: Int32, touched: Int32, pool: int) -> None:
    """Note that a pool must be looked at before the instant ends."""
    if pools[TOUCHED, pool] == 0:
        pools[TOUCHED, pool] = 1
        touched[0] += 1
        touched[touched[0]] = pool


@inlined
def held_until(row: int, now: int, log: Int32, pools: Int32, batches: Int32, pool: int) -> int:
    """When the visit's batch is released (``now`` if its pool has no batches)."""
    low, high = pools[BATCH_FIRST, pool], pools[BATCH_LAST, pool]
    if low == high:
        return now
    while low < high - 1:
        middle = (low + high - 1) >> 1
        if batches[middle] >= now:
            high = middle + 1
        else:
            low = middle + 1
    time = int(batches[low])
    log[BATCH, row] = time - now
    return time


@inlined
def hold(row: int, time: int, pool: int, log: Int32, pools: Int32, timers: Int64) -> None:
    """Hold a visit for its pool's batch at ``time``, behind those enabled before it."""
    log[COMPLETED, row] = -1
    if pools[HELD_HEAD, pool] < 0:
        pools[HELD_HEAD, pool] = row
        push(timers, time, RELEASE + pool)
    else:
        log[COMPLETED, pools[HELD_TAIL, pool]] = row
    pools[HELD_TAIL, pool] = row


@inlined
def hand_out_batch(
    now: int,
    pool: int,
    log: Int32,
    spans: Int32,
    pools: Int32,
    cases: Int64,
    touched: Int32,
) -> None:
    """The batch's time has come: its visits join their queues in order of enabling."""
    row = pools[HELD_HEAD, pool]
    pools[HELD_HEAD, pool] = -1
    while row >= 0:
        following = log[COMPLETED, row]
        enqueue(row, now, pool, log, spans, pools, cases)
        row = following
    touch(pools, touched, pool)


@inlined
def enqueue(
    row: int, now: int, pool: int, log: Int32, spans: Int32, pools: Int32, cases: Int64
) -> None:
    """Put a visit at the end of its pool's queue of its priority class."""
    lane = LANES
    if len(log) > PRIORITY:
        lane += 2 * cases[log[CASE, row], CLASS]
        log[PRIORITY, row] = pools[STARTS, pool] + pools[WAITING, pool]
    log[QUEUE, row] = open_clock(spans, pools[HOURS, pool], now)
    log[COMPLETED, row] = -1
    if pools[lane, pool] < 0:
        pools[lane, pool] = row
    else:
        log[COMPLETED, pools[lane + 1, pool]] = row
    pools[lane + 1, pool] = row
    pools[WAITING, pool] += 1


@inlined
def next_in_line(pool: int, log: Int32, pools: Int32) -> int:
    """Take the first visit of the best class off the pool's queue."""
    lane = LANES
    while pools[lane, pool] < 0:
        lane += 2
    row = pools[lane, pool]
    pools[lane, pool] = log[COMPLETED, row]
    pools[WAITING, pool] -= 1
    return int(row)


@inlined
def idle_server(pool: int, now: int, spans: Int32, pools: Int32, servers: Int32) -> int:
    """The idle server on duty with the lowest number, or -1."""
    if pools[FREE, pool] == 0:
        return -1
    shared = pools[SHARED, pool] != 0
    if shared and not on_duty(spans, pools[HOURS, pool], now):
        return -1
    for server in range(pools[LOWEST, pool], pools[SERVER_LAST, pool]):
        if servers[IDLE, server] != 0:
            if shared:
                pools[LOWEST, pool] = server
                return server
            if on_duty(spans, servers[SHIFT, server], now):
                return server
    return -1


@inlined
def account(row: int, pool: int, clock: int, log: Int32, pools: Int32, turns: Int32) -> None:
    """Split the open time waited into queue and priority, at the pool's open clock of the start."""
    waited = clock - log[QUEUE, row]
    if len(log) > PRIORITY:
        first, number = pools[TURN, pool], pools[STARTS, pool]
        overtaken = 0
        if log[PRIORITY, row] < number:
            overtaken = clock - turns[first + log[PRIORITY, row]]
        turns[first + number] = clock
        log[PRIORITY, row] = overtaken
        waited -= overtaken
    log[QUEUE, row] = waited
    pools[STARTS, pool] += 1


@inlined
def begin(
    row: int,
    server: int,
    pool: int,
    now: int,
    log: Int32,
    spans: Int32,
    pools: Int32,
    servers: Int32,
    turns: Int32,
    busy: Int64,
) -> None:
    """A server takes the visit; when it will be done is known at once."""
    account(row, pool, open_clock(spans, pools[HOURS, pool], now), log, pools, turns)
    end = work_until(spans, servers[SHIFT, server], now, log[WORK, row], now)
    log[SERVER, row] = server
    log[STARTED, row] = now
    log[COMPLETED, row] = end
    servers[IDLE, server] = 0
    pools[FREE, pool] -= 1
    push(busy, end, VISITING + row)


@inlined
def wake_later(
    pool: int, now: int, spans: Int32, pools: Int32, servers: Int32, busy: Int64
) -> None:
    """See to it that the pool is looked at when the next idle server comes on duty."""
    soonest = pools[SERVER_FIRST, pool]
    time = NEVER
    if pools[SHARED, pool] != 0:
        time = opening(spans, pools[HOURS, pool], now, now)
    else:
        for server in range(pools[SERVER_FIRST, pool], pools[SERVER_LAST, pool]):
            if servers[IDLE, server] != 0:
                opens = opening(spans, servers[SHIFT, server], now, now)
                if opens <= time:
                    soonest = server
                    time = opens
    if time < NEVER and servers[WAKE, soonest] != time:
        servers[WAKE, soonest] = time
        push(busy, time, OPENING + pool)


@inlined
def give_out_work(
    now: int,
    touched: Int32,
    log: Int32,
    spans: Int32,
    pools: Int32,
    servers: Int32,
    turns: Int32,
    busy: Int64,
) -> None:
    """Let idle servers of the pools that changed take what waits."""
    for place in range(1, touched[0] + 1):
        pool = touched[place]
        pools[TOUCHED, pool] = 0
        while pools[WAITING, pool] > 0:
            server = idle_server(pool, now, spans, pools, servers)
            if server < 0:
                break
            row = next_in_line(pool, log, pools)
            begin(row, server, pool, now, log, spans, pools, servers, turns, busy)
        if pools[WAITING, pool] > 0 and pools[FREE, pool] > 0:
            wake_later(pool, now, spans, pools, servers, busy)
    touched[0] = 0


@inlined
def set_free(
    row: int, log: Int32, steps: Int32, pools: Int32, servers: Int32, touched: Int32
) -> None:
    """The visit's server, if any, is idle again."""
    pool = steps[POOL, log[STEP, row]]
    if pool >= 0:
        server = log[SERVER, row]
        servers[IDLE, server] = 1
        pools[FREE, pool] += 1
        pools[LOWEST, pool] = min(pools[LOWEST, pool], server)
        touch(pools, touched, pool)
