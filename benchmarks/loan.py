"""The peer's loan net, by hand from its files, which are not part of the project.

Both of its loops visit steps that the first pass does not (return the form, complete it; consider
a re-design), which a correction cannot say. So the repeat stands as steps of its own, taken by the
same share of cases, and the correction repeats the repeat. The numbers of visits follow the same
law, but that the peer's loops have no end and these end after eleven repeats.
"""

from benchmarks.building import (
    AROUND_THE_CLOCK,
    BENCHMARK,
    DAY,
    loop,
    pool,
    process,
    scenario,
    truncated_normal,
    work,
)
from models.arrivals import Arrivals
from models.base import text
from models.condition import AllOf, ChoiceAttribute, FlagAttribute, Is, Not, When
from models.distributions import Fixed
from models.step import Rework, Step
from simulations.scenario import Scenario

STAFF = {"start": 1, "end": 1, "staff": 16}
SIX_MINUTES = truncated_normal(360, 20, 300, 3_600)
"""The gap between arrivals and every step's duration, whoever does it."""

INCOMPLETE = Is(attribute="incomplete")
REJECTED = Is(attribute="outcome", value="rejected")
ACCEPTED = Is(attribute="outcome", value="accepted")
CANCELLED = Is(attribute="outcome", value="cancelled")
OFFERED = Not(condition=REJECTED)
REDESIGNED = AllOf(conditions=(OFFERED, Is(attribute="redesigned")))

ATTRIBUTES = (
    FlagAttribute(slug="incomplete", name=text("不齐", "Incomplete"), share=0.5, source=BENCHMARK),
    FlagAttribute(
        slug="redesigned", name=text("重新设计", "Re-designed"), share=0.25, source=BENCHMARK
    ),
    ChoiceAttribute(
        slug="outcome",
        name=text("结果", "Outcome"),
        options={"rejected": 3, "accepted": 2, "cancelled": 1},
        source=BENCHMARK,
    ),
)


def loan(cases: int) -> Scenario:
    """So many loan applications."""
    arrivals = Arrivals(
        per_working_day=DAY / SIX_MINUTES.mean,
        hours=AROUND_THE_CLOCK,
        spread=SIX_MINUTES,
        source=BENCHMARK,
    )
    return scenario(
        process("loan", *_steps(), attributes=ATTRIBUTES),
        arrivals,
        cases,
        tuple(pool(slug, count, AROUND_THE_CLOCK) for slug, count in STAFF.items()),
    )


def _steps() -> tuple[Step, ...]:
    at_once = Fixed(value=0)
    return (
        work("start", "start", at_once),
        _task("check-form", "start"),
        _task("return-form", "check-form", when=INCOMPLETE),
        _task("complete-form", "return-form", when=INCOMPLETE),
        _task("check-again", "complete-form", INCOMPLETE, loop("return-form", 0.5)),
        _task("check-credit", "check-again"),
        _task("assess-risk", "check-credit"),
        _task("reject", "assess-risk", when=REJECTED),
        _task("design-offer", "assess-risk", when=OFFERED),
        _task("approve-offer", "design-offer", when=OFFERED),
        _task("prepare-pack", "approve-offer", when=OFFERED),
        _task("send-pack", "prepare-pack", when=OFFERED),
        _task("consider-again", "send-pack", when=REDESIGNED),
        _task("design-again", "consider-again", when=REDESIGNED),
        _task("approve-again", "design-again", when=REDESIGNED),
        _task("prepare-again", "approve-again", when=REDESIGNED),
        _task("send-again", "prepare-again", REDESIGNED, loop("consider-again", 0.25)),
        _task("approve-loan", "send-again", when=ACCEPTED),
        _task("consider", "send-again", when=CANCELLED),
        _task("cancel", "consider", when=CANCELLED),
        work("end", "end", at_once, ("reject", "approve-loan", "cancel")),
    )


def _task(slug: str, after: str, when: When | None = None, rework: Rework | None = None) -> Step:
    return work(slug, "staff", SIX_MINUTES, (after,), when=when, rework=rework)
