"""The kernel: schedules drawn cases through pools and calendars, in event order.

An instant is handled in two parts: first everything that happens then (completions, applicants
coming back, batches, arrivals), only then is work given out, so that all who are there at an
instant compete for it. Work goes to the best priority class, within a class in order of enabling,
and to the free server on duty with the lowest number. Events of one instant are handled in the
order in which their visits became ready. Work once begun is not taken away; it pauses while its
server is off duty. No randomness: the log is a function of the network and the cases.
"""

from typing import NamedTuple

import numpy as np

from simulations.jit import compiled
from simulations.network import (
    NEVER,
    SKIPPED,
    Calendars,
    Cases,
    Int8,
    Int32,
    Int64,
    Log,
    Network,
)

DAY = 86_400
COMING = -3
HELD = -2
NO_SERVER = -1
LOW = (1 << 32) - 1


class State(NamedTuple):
    """All that changes while the kernel runs.

    ``count`` holds [heap size, log rows, dirty pools]. Slots are (case, step) pairs. ``wake`` is
    the time for which a pool's opening is already on the heap. ``cursor`` is each calendar's
    current interval. No server below ``lowest`` is idle. ``turn`` holds the pool's open clock at each of its starts (only with several
    priority classes), ``turn_first`` where each pool's part begins.
    """

    heap: Int64
    count: Int64
    pending: Int8
    context: Int8
    visit: Int8
    stack: Int32
    head: Int32
    tail: Int32
    waiting: Int32
    idle: Int8
    free: Int32
    lowest: Int32
    wake: Int32
    dirty: Int32
    is_dirty: Int8
    cursor: Int32
    starts: Int64
    turn: Int32
    turn_first: Int64


@compiled
def push(heap: Int64, size: int, key: int) -> None:
    """Put a key on a binary heap of ``size`` entries."""
    place = size
    while place > 0:
        parent = (place - 1) >> 1
        if heap[parent] <= key:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = key


@compiled
def pop(heap: Int64, size: int) -> int:
    """Take the least key off a heap of ``size`` entries."""
    least = heap[0]
    size -= 1
    last = heap[size]
    place = 0
    child = 1
    while child < size:
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= last:
            break
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = last
    return least


@compiled
def schedule(state: State, time: int, code: int) -> None:
    """Let ``code`` (a log row, or rows + pool for an opening) come up at ``time``."""
    push(state.heap, state.count[0], (np.int64(time) << 32) | np.int64(code))
    state.count[0] += 1


@compiled
def interval_at(calendars: Calendars, cursor: Int32, calendar: int, now: int) -> int:
    """The calendar's first interval that ends after ``now``; ``now`` never goes back."""
    place = cursor[calendar]
    while calendars.end[place] <= now:
        place += 1
    cursor[calendar] = place
    return place


@compiled
def on_duty(calendars: Calendars, cursor: Int32, calendar: int, now: int) -> bool:
    """Whether the calendar is open at ``now``."""
    return calendars.start[interval_at(calendars, cursor, calendar, now)] <= now


@compiled
def open_clock(calendars: Calendars, cursor: Int32, calendar: int, now: int) -> int:
    """Open time of the calendar up to ``now``, in seconds."""
    place = interval_at(calendars, cursor, calendar, now)
    return calendars.opened[place] + max(0, now - calendars.start[place])


@compiled
def opening_from(calendars: Calendars, cursor: Int32, calendar: int, now: int, time: int) -> int:
    """The first open moment of the calendar at or after ``time`` (itself not before ``now``)."""
    if time >= NEVER:
        return NEVER
    place = interval_at(calendars, cursor, calendar, now)
    while calendars.end[place] <= time:
        place += 1
    return max(time, calendars.start[place])


@compiled
def work_until(
    calendars: Calendars, cursor: Int32, calendar: int, now: int, work: int, time: int
) -> int:
    """When ``work`` seconds begun at ``time`` are done; work ending at closing ends at closing."""
    if time >= NEVER:
        return NEVER
    place = interval_at(calendars, cursor, calendar, now)
    while calendars.end[place] <= time:
        place += 1
    time = max(time, calendars.start[place])
    while time < NEVER and work > calendars.end[place] - time:
        work -= calendars.end[place] - time
        place += 1
        time = calendars.start[place]
    return min(time + work, NEVER)


@compiled
def mark(state: State, pool: int) -> None:
    """Note that a pool must be looked at before the instant ends."""
    if state.is_dirty[pool] == 0:
        state.is_dirty[pool] = 1
        state.dirty[state.count[2]] = pool
        state.count[2] += 1


@compiled
def enqueue(net: Network, state: State, log: Log, cases: Cases, row: int, now: int) -> None:
    """Put a visit at the end of its pool's queue of its priority class."""
    pool = net.steps.pool[log.step[row]]
    lane = pool * net.classes
    if net.classes > 1:
        lane += cases.priority[log.case[row]]
        log.priority[row] = state.starts[pool] + state.waiting[pool]
    log.queue[row] = open_clock(net.calendars, state.cursor, net.pools.calendar[pool], now)
    log.completed[row] = -1
    if state.head[lane] < 0:
        state.head[lane] = row
    else:
        log.completed[state.tail[lane]] = row
    state.tail[lane] = row
    state.waiting[pool] += 1
    mark(state, pool)


@compiled
def enable(net: Network, state: State, log: Log, cases: Cases, row: int, now: int) -> None:
    """The visit can begin as far as the case is concerned."""
    log.enabled[row] = now
    step = log.step[row]
    pool = net.steps.pool[step]
    if pool < 0:
        log.server[row] = NO_SERVER
        log.started[row] = now
        log.queue[row] = 0
        begin = now
        if net.steps.whole_days[step]:
            begin = now - now % DAY + DAY
        end = work_until(
            net.calendars, state.cursor, net.steps.calendar[step], now, log.work[row], begin
        )
        if net.steps.whole_days[step] and end != NEVER:
            end = max(end - 1, now)
        log.completed[row] = end
        schedule(state, end, row)
        return
    first, last = net.pools.batch[pool], net.pools.batch[pool + 1]
    if first < last:
        place = first + np.searchsorted(net.pools.batch_time[first:last], now)
        release = net.pools.batch_time[place]
        log.batch[row] = release - now
        if release > now:
            log.server[row] = HELD
            schedule(state, release, row)
            return
    enqueue(net, state, log, cases, row, now)


@compiled
def make_ready(
    net: Network,
    state: State,
    log: Log,
    cases: Cases,
    case: int,
    step: int,
    now: int,
    previous: int,
    correction: int,
) -> None:
    """Open a new visit of a step; the applicant may take time before it is enabled.

    ``step`` is the local number. ``correction`` is the applicant's time for a correction, or
    SKIPPED for a visit that no correction causes.
    """
    process = cases.process[case]
    number = net.process_first[process] + step
    slot = cases.slot[case] + step
    visit = state.visit[slot]
    state.visit[slot] = visit + 1
    row = state.count[1]
    state.count[1] = row + 1
    draw = cases.draw[case]
    log.case[row] = case
    log.step[row] = number
    log.visit[row] = visit
    log.outcome[row] = 0
    log.ready[row] = now
    log.previous[row] = previous
    log.work[row] = cases.draws[draw + net.steps.work[number] + visit]
    if net.classes > 1:
        log.priority[row] = 0
    if log.batch.size > 0:
        log.batch[row] = 0
    time = now
    if correction != SKIPPED:
        time += correction
    elif net.steps.delay[number] >= 0:
        time += cases.draws[draw + net.steps.delay[number] + visit]
    if net.steps.attend[number]:
        time = opening_from(net.calendars, state.cursor, net.steps.calendar[number], now, time)
    if time > now:
        log.server[row] = COMING
        schedule(state, time, row)
    else:
        enable(net, state, log, cases, row, now)


@compiled
def release(
    net: Network, state: State, log: Log, cases: Cases, case: int, step: int, now: int, row: int
) -> None:
    """Step ``step`` (local) is done: count it off at its followers, passing through skipped ones."""
    process = cases.process[case]
    base = net.process_first[process]
    slot = cases.slot[case]
    depth = 1
    state.stack[0] = step
    while depth > 0:
        depth -= 1
        done = state.stack[depth]
        link = (base + done) * net.contexts + state.context[slot + done]
        for place in range(net.steps.link[link], net.steps.link[link + 1]):
            after = net.steps.followers[place]
            state.pending[slot + after] -= 1
            if state.pending[slot + after] == 0:
                work = cases.draws[cases.draw[case] + net.steps.work[base + after]]
                if work == SKIPPED:
                    state.stack[depth] = after
                    depth += 1
                else:
                    make_ready(net, state, log, cases, case, after, now, row, SKIPPED)


@compiled
def arrive(net: Network, state: State, log: Log, cases: Cases, case: int, now: int) -> None:
    """A case arrives: its first steps become ready."""
    process = cases.process[case]
    base = net.process_first[process]
    slot = cases.slot[case]
    for step in range(net.process_first[process + 1] - base):
        state.pending[slot + step] = net.steps.pending[base + step]
        state.context[slot + step] = 0
        state.visit[slot + step] = 0
    for place in range(net.root_first[process], net.root_first[process + 1]):
        root = net.roots[place]
        if cases.draws[cases.draw[case] + net.steps.work[base + root]] == SKIPPED:
            release(net, state, log, cases, case, root, now, -1)
        else:
            make_ready(net, state, log, cases, case, root, now, -1, SKIPPED)


@compiled
def send_back(
    net: Network, state: State, log: Log, cases: Cases, row: int, now: int, correction: int
) -> None:
    """The visit ends with a correction: its region will be passed again."""
    case = log.case[row]
    slot = cases.slot[case]
    own = log.step[row] - net.process_first[cases.process[case]]
    region = net.steps.region[log.step[row]]
    log.outcome[row] = 1
    for place in range(net.regions.first[region], net.regions.first[region + 1]):
        step = net.regions.step[place]
        state.pending[slot + step] = net.regions.pending[place]
        if step != own:
            state.context[slot + step] = net.regions.context[region]
    entry = net.regions.entry[region]
    make_ready(net, state, log, cases, case, entry, now, row, correction)


@compiled
def complete(net: Network, state: State, log: Log, cases: Cases, row: int, now: int) -> None:
    """A visit is done: its server is free, its followers are counted down or it is sent back."""
    step = log.step[row]
    pool = net.steps.pool[step]
    if pool >= 0:
        state.idle[log.server[row]] = 1
        state.free[pool] += 1
        state.lowest[pool] = min(state.lowest[pool], log.server[row])
        mark(state, pool)
    case = log.case[row]
    if log.visit[row] < net.steps.most[step]:
        column = cases.draw[case] + net.steps.correction[step] + log.visit[row]
        correction = cases.draws[column]
        if correction != SKIPPED:
            send_back(net, state, log, cases, row, now, correction)
            return
    own = step - net.process_first[cases.process[case]]
    release(net, state, log, cases, case, own, now, row)


@compiled
def free_server(net: Network, state: State, pool: int, now: int) -> int:
    """The idle server on duty with the lowest number, or -1."""
    if state.free[pool] == 0:
        return -1
    shared = net.pools.shared[pool]
    if shared and not on_duty(net.calendars, state.cursor, net.pools.calendar[pool], now):
        return -1
    for server in range(state.lowest[pool], net.pools.first[pool + 1]):
        if state.idle[server]:
            if shared:
                state.lowest[pool] = server
            calendar = net.pools.server_calendar[server]
            if shared or on_duty(net.calendars, state.cursor, calendar, now):
                return server
    return -1


@compiled
def next_in_line(net: Network, state: State, log: Log, pool: int) -> int:
    """Take the first visit of the best class off the pool's queue."""
    lane = pool * net.classes
    while state.head[lane] < 0:
        lane += 1
    row = state.head[lane]
    state.head[lane] = log.completed[row]
    state.waiting[pool] -= 1
    return row


@compiled
def begin(net: Network, state: State, log: Log, row: int, server: int, now: int) -> None:
    """A server takes the visit; when it will be done is known at once."""
    pool = net.steps.pool[log.step[row]]
    clock = open_clock(net.calendars, state.cursor, net.pools.calendar[pool], now)
    waited = clock - log.queue[row]
    if net.classes > 1:
        turn = state.turn_first[pool]
        overtaken = 0
        if log.priority[row] < state.starts[pool]:
            overtaken = clock - state.turn[turn + log.priority[row]]
        state.turn[turn + state.starts[pool]] = clock
        log.priority[row] = overtaken
        waited -= overtaken
    state.starts[pool] += 1
    log.queue[row] = waited
    log.server[row] = server
    log.started[row] = now
    calendar = net.pools.server_calendar[server]
    end = work_until(net.calendars, state.cursor, calendar, now, log.work[row], now)
    log.completed[row] = end
    state.idle[server] = 0
    state.free[pool] -= 1
    schedule(state, end, row)


@compiled
def wake_later(net: Network, state: State, rows: int, pool: int, now: int) -> None:
    """See to it that the pool is looked at when the next idle server comes on duty."""
    opening = NEVER
    if net.pools.shared[pool]:
        calendar = net.pools.calendar[pool]
        opening = opening_from(net.calendars, state.cursor, calendar, now, now)
    else:
        for server in range(net.pools.first[pool], net.pools.first[pool + 1]):
            if state.idle[server]:
                calendar = net.pools.server_calendar[server]
                time = opening_from(net.calendars, state.cursor, calendar, now, now)
                opening = min(opening, time)
    if state.wake[pool] != opening:
        state.wake[pool] = opening
        schedule(state, opening, rows + pool)


@compiled
def give_out_work(net: Network, state: State, log: Log, rows: int, now: int) -> None:
    """Let idle servers of the pools that changed take what waits."""
    for place in range(state.count[2]):
        pool = state.dirty[place]
        state.is_dirty[pool] = 0
        while state.waiting[pool] > 0:
            server = free_server(net, state, pool, now)
            if server < 0:
                break
            begin(net, state, log, next_in_line(net, state, log, pool), server, now)
        if state.waiting[pool] > 0 and state.free[pool] > 0:
            wake_later(net, state, rows, pool, now)
    state.count[2] = 0


@compiled
def happen(net: Network, state: State, log: Log, cases: Cases, rows: int, now: int) -> None:
    """Take the next event off the heap and let it happen."""
    code = pop(state.heap, state.count[0]) & LOW
    state.count[0] -= 1
    if code >= rows:
        mark(state, code - rows)
        return
    phase = log.server[code]
    if phase == COMING:
        enable(net, state, log, cases, code, now)
    elif phase == HELD:
        enqueue(net, state, log, cases, code, now)
    else:
        complete(net, state, log, cases, code, now)


@compiled
def run(net: Network, state: State, log: Log, cases: Cases) -> int:
    """Run all cases to their end. Returns the number of log rows, or -1 beyond the calendars."""
    rows = log.case.size
    arrived = 0
    total = cases.arrival.size
    while arrived < total or state.count[0] > 0:
        now = NEVER
        if arrived < total:
            now = cases.arrival[arrived]
        if state.count[0] > 0:
            now = min(now, np.int32(state.heap[0] >> 32))
        if now == NEVER:
            return -1
        while state.count[0] > 0 and (state.heap[0] >> 32) == now:
            happen(net, state, log, cases, rows, now)
        while arrived < total and cases.arrival[arrived] == now:
            arrive(net, state, log, cases, arrived, now)
            arrived += 1
        give_out_work(net, state, log, rows, now)
    return state.count[1]
