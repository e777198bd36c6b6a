"""跨省通办: card and migration certificate handled near the applicant, not in the home province."""

from flows.service.shared import (
    AT_THE_DESK,
    acceptance,
    decision,
    filing,
    forwarding,
    journey,
    result,
)
from flows.shared import PRACTICE, choice, clerk, on_the_spot, outside_days
from models.base import text
from models.condition import Is
from models.edits import AddStep, DropVisit, RemoveStep, SetOwner, SetTime
from models.process import Process
from models.reform import Reform
from models.source import plan
from models.step import Step

CARD = Is(attribute="matter", value="social-card")
MIGRATION = Is(attribute="matter", value="migration-certificate")

PROCESS = Process(
    slug="cross-province",
    name=text("跨省通办", "Cross-province service"),
    family="service",
    lead="service-center",
    items=(90,),
    attributes=(
        choice(
            "matter",
            "事项",
            "Matter",
            {"social-card": 0.45, "migration-certificate": 0.2, "other": 0.35},
        ),
    ),
    steps=(
        filing(
            "home-filing",
            text("回外省属地窗口申请", "Apply at the home province's window"),
            "home-office",
            AT_THE_DESK,
            PRACTICE,
            visit=journey(10),
        ),
        acceptance("home-office", "home-filing", AT_THE_DESK),
        decision("home-office", outside_days(2)),
        Step(
            slug="social-card",
            name=text("社会保障卡制发", "Make the social security card"),
            owner="home-office",
            after=("decision",),
            when=CARD,
            time=outside_days(5),
            produces=(text("社会保障卡", "Social security card"),),
            source=plan(90),
        ),
        Step(
            slug="migration-certificate",
            name=text("补（换）领户口迁移证", "Replace the migration certificate"),
            owner="home-office",
            after=("decision",),
            when=MIGRATION,
            time=AT_THE_DESK,
            produces=(text("户口迁移证", "Migration certificate"),),
            source=plan(90),
        ),
        result("home-office", ("social-card", "migration-certificate"), journey(5), AT_THE_DESK),
    ),
    reforms=(
        Reform(
            item=90,
            text=text(
                "就近收件核身、属地远程办理，社保卡和迁移证就地制发",
                "Papers taken nearby, decided remotely; card and certificate are made here",
            ),
            edits=(
                RemoveStep(step="home-filing"),
                AddStep(
                    step=filing(
                        "near-filing",
                        text("就近收件、核验身份", "Take the papers and check identity nearby"),
                        "service-center",
                        clerk(12, 20, 40),
                        plan(90),
                    )
                ),
                AddStep(step=forwarding(("near-filing",), plan(90)), before=("acceptance",)),
                SetOwner(step="social-card", owner="hrss"),
                SetTime(step="social-card", time=on_the_spot(8, 15, 30)),
                SetOwner(step="migration-certificate", owner="public-security"),
                SetTime(step="migration-certificate", time=on_the_spot()),
                SetOwner(step="result", owner="service-center"),
                SetTime(step="result", time=on_the_spot()),
                DropVisit(step="result", channel="post"),
            ),
        ),
    ),
    notes=text(
        "两项具名事项均非许可，方案与法规均未查到明确办理时限；就地制发依相互授权推定。",
        "Neither named matter is a permit and no period was found; making them here is assumed.",
    ),
)
