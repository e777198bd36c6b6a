"""The way of a case through its process: arrival, readiness, corrections."""

from simulations.jit import inlined
from simulations.kernel.hours import opening
from simulations.kernel.tables import (
    ATTENDED,
    BASE,
    BATCH,
    CALENDAR,
    CASE,
    COMING,
    CONTEXT,
    DRAW,
    DRAWS_CORRECTION,
    DRAWS_DELAY,
    DRAWS_WORK,
    ENTRY,
    LEFT,
    MOST,
    NEVER,
    OUTCOME,
    PASS,
    PENDING,
    PREVIOUS,
    PRIORITY,
    QUEUE,
    READY,
    REGION_FIRST,
    REGION_LAST,
    REGION_PENDING,
    REGION_STEP,
    ROOTS_FIRST,
    ROOTS_LAST,
    SERVER,
    SKIPPED,
    SLOT,
    STEP,
    VISIT,
    VISITS,
    WORK,
    Int16,
    Int32,
    Int64,
)


@inlined
def arrive(case: int, steps: Int32, links: Int32, cases: Int64, slots: Int16, todo: Int32) -> None:
    """A case arrives: set up its slots, put its first steps on ``todo``."""
    slot, base = cases[case, SLOT], cases[case, BASE]
    last = cases[case + 1, SLOT] if case + 1 < len(cases) else len(slots)
    for step in range(last - slot):
        slots[slot + step, LEFT] = steps[PENDING, base + step]
        slots[slot + step, PASS] = 0
        slots[slot + step, VISITS] = 0
    todo[0] = 0
    for place in range(cases[case, ROOTS_FIRST], cases[case, ROOTS_LAST]):
        todo[0] += 1
        todo[todo[0]] = links[place]


@inlined
def correction_after(row: int, log: Int32, steps: Int32, cases: Int64, draws: Int32) -> int:
    """The applicant's time if the visit ends with a correction, else SKIPPED."""
    step, visit = log[STEP, row], log[VISIT, row]
    if visit >= steps[MOST, step]:
        return SKIPPED
    return int(draws[cases[log[CASE, row], DRAW] + steps[DRAWS_CORRECTION, step] + visit])


@inlined
def send_back(
    row: int, log: Int32, steps: Int32, regions: Int32, cases: Int64, slots: Int16, todo: Int32
) -> None:
    """The visit ends with a correction: set up another pass of its region, entry on ``todo``."""
    step, case = log[STEP, row], log[CASE, row]
    slot = cases[case, SLOT]
    own = step - cases[case, BASE]
    log[OUTCOME, row] = 1
    for place in range(steps[REGION_FIRST, step], steps[REGION_LAST, step]):
        inside = regions[REGION_STEP, place]
        slots[slot + inside, LEFT] = regions[REGION_PENDING, place]
        if inside != own:
            slots[slot + inside, PASS] = steps[CONTEXT, step]
    todo[0] = 1
    todo[1] = steps[ENTRY, step]


@inlined
def release(
    case: int, step: int, links: Int32, contexts: int, cases: Int64, slots: Int16, todo: Int32
) -> None:
    """Local step ``step`` is done: followers for which nothing is left go on ``todo``."""
    slot = cases[case, SLOT]
    link = (cases[case, BASE] + step) * contexts + slots[slot + step, PASS]
    for place in range(links[link], links[link + 1]):
        after = links[place]
        slots[slot + after, LEFT] -= 1
        if slots[slot + after, LEFT] == 0:
            todo[0] += 1
            todo[todo[0]] = after


@inlined
def make_ready(
    row: int,
    case: int,
    step: int,
    now: int,
    previous: int,
    correction: int,
    log: Int32,
    steps: Int32,
    spans: Int32,
    cases: Int64,
    draws: Int32,
    slots: Int16,
) -> int:
    """Open a visit of local step ``step``; when the applicant lets it be enabled.

    ``correction`` is the applicant's time for a correction, or SKIPPED if none causes this visit.
    """
    number = int(cases[case, BASE]) + step
    slot = cases[case, SLOT] + step
    visit = int(slots[slot, VISITS])
    slots[slot, VISITS] = visit + 1
    draw = cases[case, DRAW] + visit
    log[CASE, row] = case
    log[STEP, row] = number
    log[VISIT, row] = visit
    log[OUTCOME, row] = 0
    log[SERVER, row] = COMING
    log[PREVIOUS, row] = previous
    log[READY, row] = now
    log[WORK, row] = draws[draw + steps[DRAWS_WORK, number]]
    log[QUEUE, row] = 0
    if len(log) > PRIORITY:
        log[PRIORITY, row] = 0
        log[BATCH, row] = 0
    time = now
    if correction != SKIPPED:
        time += correction
    elif steps[DRAWS_DELAY, number] >= 0:
        time += draws[draw + steps[DRAWS_DELAY, number]]
    if steps[ATTENDED, number] != 0:
        time = opening(spans, steps[CALENDAR, number], now, time)
    return min(time, NEVER)
