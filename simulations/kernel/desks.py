"""Staff of a token net: people who may stand at several desks, each with durations of their own.

A desk is a set of people who can do some tasks. Work that waits is given out by priority class and
order of enabling over all desks that share people, to the person on duty who has been idle longest
(of several, the one with the lowest number). How long it takes depends on who does it.
"""

from simulations.jit import called, inlined
from simulations.kernel.hands import change_hands
from simulations.kernel.heap import push
from simulations.kernel.hours import opening
from simulations.kernel.idle_lines import leave_line, line_up, longest_idle
from simulations.kernel.net_tables import (
    BEHIND,
    GROUP_FIRST,
    GROUP_LAST,
    IDLE_FIRST,
    JOINED,
    MOST_AT_HAND,
    NEXT,
    STANDING,
    STANDS_FIRST,
    STANDS_LAST,
    Float64,
)
from simulations.kernel.net_work import start_rest, start_work
from simulations.kernel.staff import next_in_line, touch
from simulations.kernel.tables import (
    CASE,
    CLASS,
    COMPLETED,
    ENABLED,
    FREE,
    LANES,
    NEVER,
    OPENING,
    SHIFT,
    TOUCHED,
    WAITING,
    WAKE,
    Int32,
    Int64,
)


@inlined
def stand_in_line(row: int, desk: int, log: Int32, pools: Int32, cases: Int64) -> None:
    """Put a visit at the end of the desk's queue of its priority class."""
    lane = LANES + 2 * cases[log[CASE, row], CLASS]
    log[COMPLETED, row] = -1
    if pools[lane, desk] < 0:
        pools[lane, desk] = row
    else:
        log[COMPLETED, pools[lane + 1, desk]] = row
    pools[lane + 1, desk] = row
    pools[WAITING, desk] += 1


@inlined
def head_of(desk: int, pools: Int32) -> int:
    """The first visit of the best class in the desk's queue."""
    lane = LANES
    while pools[lane, desk] < 0:
        lane += 2
    return int(pools[lane, desk])


@inlined
def goes_before(row: int, other: int, log: Int32, cases: Int64) -> bool:
    """Whether one waiting visit goes before another: by class, joining, and number."""
    mine, theirs = cases[log[CASE, row], CLASS], cases[log[CASE, other], CLASS]
    if mine != theirs:
        return bool(mine < theirs)
    since = JOINED if len(log) > JOINED else ENABLED
    if log[since, row] != log[since, other]:
        return bool(log[since, row] < log[since, other])
    return row < other


@inlined
def take_up(
    row: int,
    person: int,
    now: int,
    log: Int32,
    spans: Int32,
    pools: Int32,
    servers: Int32,
    steps: Int32,
    desks: Int32,
    people: Int32,
    stands: Int32,
    lists: Int32,
    law_of: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    batches: Int32,
    factors: Float64,
    busy: Int64,
) -> None:
    """A person takes the visit, and with it the others of its batch that are done together."""
    if people[MOST_AT_HAND, person] == 1:
        leave_line(person, pools, servers, desks, people, stands, lists)
    else:
        change_hands(person, 1, now, pools, servers, desks, people, stands, lists, points, keys)
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
    if batches.shape[1] > 0 and log[NEXT, row] >= 0:
        start_rest(
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
        )


@inlined
def person_free(
    person: int,
    now: int,
    pools: Int32,
    servers: Int32,
    desks: Int32,
    people: Int32,
    stands: Int32,
    lists: Int32,
    points: Float64,
    keys: Int64,
    touched: Int32,
) -> None:
    """The person has ended a task and, unless more are at hand, is idle again at every desk."""
    if people[MOST_AT_HAND, person] == 1:
        line_up(person, now, pools, servers, desks, people, stands, lists)
    else:
        change_hands(person, -1, now, pools, servers, desks, people, stands, lists, points, keys)
    for stand in range(people[STANDS_FIRST, person], people[STANDS_LAST, person]):
        if pools[WAITING, lists[stand]] > 0:
            touch(pools, touched, lists[stand])


@inlined
def wake_desk(
    desk: int,
    now: int,
    desks: Int32,
    stands: Int32,
    spans: Int32,
    servers: Int32,
    busy: Int64,
) -> None:
    """See to it that the desk is looked at when the next of its idle people comes on duty.

    One opening a person is on the heap: it wakes all desks that share people with this one.
    """
    soonest, time = -1, NEVER
    stand = desks[IDLE_FIRST, desk]
    while stand >= 0:
        person = stands[STANDING, stand]
        opens = opening(spans, servers[SHIFT, person], now, now)
        if opens < time:
            soonest, time = person, opens
        stand = stands[BEHIND, stand]
    if time < NEVER and servers[WAKE, soonest] != time:
        servers[WAKE, soonest] = time
        push(busy, time, OPENING + desk)


@called
def serve_desks(
    first: int,
    now: int,
    log: Int32,
    spans: Int32,
    pools: Int32,
    servers: Int32,
    steps: Int32,
    desks: Int32,
    people: Int32,
    stands: Int32,
    lists: Int32,
    law_of: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    batches: Int32,
    factors: Float64,
    cases: Int64,
    busy: Int64,
) -> None:
    """Let the idle people of the desk ``first``, and of those it shares them with, take work."""
    while True:
        best, who, at = -1, -1, -1
        for place in range(desks[GROUP_FIRST, first], desks[GROUP_LAST, first]):
            desk = lists[place]
            if pools[WAITING, desk] == 0 or pools[FREE, desk] == 0:
                continue
            row = head_of(desk, pools)
            if best >= 0 and not goes_before(row, best, log, cases):
                continue
            person = longest_idle(desk, now, desks, stands, spans, servers)
            if person >= 0:
                best, who, at = row, person, desk
        if best < 0:
            break
        next_in_line(at, log, pools)
        take_up(
            best,
            who,
            now,
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
            busy,
        )
    for place in range(desks[GROUP_FIRST, first], desks[GROUP_LAST, first]):
        desk = lists[place]
        pools[TOUCHED, desk] = 0
        if pools[WAITING, desk] > 0 and pools[FREE, desk] > 0:
            wake_desk(desk, now, desks, stands, spans, servers, busy)


@inlined
def serve_touched(
    now: int,
    touched: Int32,
    log: Int32,
    spans: Int32,
    pools: Int32,
    servers: Int32,
    steps: Int32,
    desks: Int32,
    people: Int32,
    stands: Int32,
    lists: Int32,
    law_of: Int32,
    laws: Float64,
    points: Float64,
    keys: Int64,
    batches: Int32,
    factors: Float64,
    cases: Int64,
    busy: Int64,
) -> None:
    """Give out work at the desks that changed."""
    for place in range(1, touched[0] + 1):
        if pools[TOUCHED, touched[place]] != 0:
            serve_desks(
                touched[place],
                now,
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
    touched[0] = 0
