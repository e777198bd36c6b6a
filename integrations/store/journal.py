"""Statements of the journal of live cases' visits, built once.

Building and caching a statement anew costs several times what running it does, and a case runs
some of these for every visit.
"""

from functools import lru_cache

from sqlalchemy import Insert, bindparam, literal, select, update

from integrations.store.database import inserting
from integrations.store.tables import CASE_VISITS, CASES, RUN_STEPS, STEP_EVENTS

VISIT = CASE_VISITS.c
BEFORE = CASE_VISITS.alias("before")
STEPS = RUN_STEPS.c

OF_CASE = VISIT.case_id == bindparam("case")
VISITS = select(CASE_VISITS).where(OF_CASE)
THIS = (OF_CASE, VISIT.step == bindparam("at_step"), VISIT.visit == bindparam("at_visit"))
ONE = select(CASE_VISITS).where(*THIS)
ENABLING = update(CASE_VISITS).where(*THIS, VISIT.enabled.is_(None))
ENDING = update(CASE_VISITS).where(VISIT.serial == bindparam("this")).values(state="done")

IN_FLIGHT = select(CASE_VISITS).where(VISIT.state != "done").order_by(VISIT.serial)
IN_FLIGHT_OF_CASE = IN_FLIGHT.where(OF_CASE)

ENDED = (
    select(
        CASES.c.run,
        CASES.c.number,
        CASES.c.process,
        VISIT.serial,
        VISIT.owner,
        STEPS.place,
        BEFORE.c.serial.label("previous"),
    )
    .select_from(CASE_VISITS)
    .join(CASES, CASES.c.id == VISIT.case_id)
    .outerjoin(
        RUN_STEPS,
        (STEPS.run == CASES.c.run)
        & (STEPS.process == CASES.c.process)
        & (STEPS.step == VISIT.step),
    )
    .outerjoin(
        BEFORE,
        (BEFORE.c.case_id == VISIT.case_id)
        & (BEFORE.c.step == VISIT.previous_step)
        & (BEFORE.c.visit == VISIT.previous_visit),
    )
    .where(*THIS)
)
"""What the event of a visit takes from its case, its step and the visit before it."""

EVENTS = (
    select(STEP_EVENTS, STEPS.step.label("slug"), STEPS.owner)
    .join(RUN_STEPS, (STEPS.run == STEP_EVENTS.c.run) & (STEPS.place == STEP_EVENTS.c.step))
    .where(STEP_EVENTS.c.run == bindparam("of_run"))
    .where(STEP_EVENTS.c.case_number == bindparam("of_case"))
    .order_by(STEP_EVENTS.c.serial)
)

NEW = ("case_id", "step", "visit", "owner", "previous_step", "previous_visit", "ready", "state")
"""Columns of a visit that has become ready."""


@lru_cache
def readying(dialect: str) -> Insert:
    """Insert a visit that has become ready, if its case is there and it is not; see ``NEW``."""
    told = (bindparam(f"new_{name}", type_=VISIT[name].type) for name in NEW[1:-1])
    row = select(CASES.c.id, *told, literal("ready"))
    return inserting(CASE_VISITS, dialect).from_select(
        list(NEW), row.where(CASES.c.id == bindparam("case"))
    )
