"""涉台企业法律问题协调: one consultation led by the police instead of calls on each office."""

from flows.limits import calendar_days
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    SHORT_HOURS,
    choice,
    clerk,
    corrected,
    material,
    review,
)
from flows.steps import resequenced, shared_at, signed, without_visits
from models.base import text
from models.condition import Is, Not
from models.edits import AddStep, RunParallel, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

EVIDENCE = material("case-evidence", "情况说明和证据", "Statement and evidence")
CRIME = Is(attribute="kind", value="crime")

PROCESS = Process(
    slug="taiwan-legal-coordination",
    name=text("涉台企业法律问题协调", "Coordinating legal problems of Taiwan firms"),
    family="courts",
    lead="public-security",
    items=(58,),
    attributes=(
        choice(
            "kind",
            "问题性质",
            "Nature of the problem",
            {"crime": 0.25, "civil-or-administrative": 0.75},
        ),
    ),
    steps=(
        Step(
            slug="problem",
            name=text("台胞台企反映问题", "A Taiwan person or firm raises a problem"),
            owner="taiwan-hk-macao",
            time=clerk(20, 40, 90),
            materials=(FORM, IDENTITY, EVIDENCE),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="referral",
            name=text("书面转有关部门", "Written referral"),
            owner="taiwan-hk-macao",
            after=("problem",),
            time=review(60),
            source=PRACTICE,
        ),
        Step(
            slug="police-review",
            name=text("公安机关审查", "Police review"),
            owner="public-security",
            after=("referral",),
            time=review(120),
            rework=corrected("police-review", 0.25, most=2),
            materials=(FORM, IDENTITY, EVIDENCE),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(58),
        ),
        Step(
            slug="court-advice",
            name=text("法院诉讼指引", "Guidance from the court"),
            owner="court",
            after=("police-review",),
            when=Not(condition=CRIME),
            time=review(60),
            materials=(FORM, IDENTITY, EVIDENCE),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="filing-decision",
                name=text("决定是否立案侦查", "Decide whether to open a criminal case"),
                owner="public-security",
                after=("court-advice",),
                when=CRIME,
                time=review(150),
                source=plan(58),
            ),
            SHORT_HOURS,
        ),
        Step(
            slug="solution",
            name=text("协调解决法律问题", "Coordinate the solution"),
            owner="taiwan-hk-macao",
            after=("filing-decision-sign-off",),
            when=Not(condition=CRIME),
            time=review(180, sigma=0.8),
            source=plan(58),
        ),
        Step(
            slug="reply",
            name=text("反馈当事人", "Reply"),
            owner="taiwan-hk-macao",
            after=("filing-decision-sign-off", "solution"),
            time=clerk(15, 30, 60),
            source=PRACTICE,
        ),
    ),
    limits=(
        calendar_days(
            "filing-decision-limit",
            text("经济犯罪线索审查", "Decision on an economic-crime lead"),
            7,
            ("filing-decision", "filing-decision-sign-off"),
            statute("公安机关办理经济犯罪案件的若干规定", "第十五条"),
            reading=assumed(
                "自公安审查或会商认为涉嫌犯罪转入立案审查起算；疑难线索可延长，不计 "
                "(from the transfer to case review; extensions left out)"
            ),
        ),
    ),
    reforms=(
        Reform(
            item=58,
            text=text(
                "公安牵头会商，法院同步参加，当事人只提交一次材料",
                "The police lead a consultation, the court joins, papers are filed once",
            ),
            edits=(
                RunParallel(steps=("police-review", "court-advice")),
                AddStep(
                    step=Step(
                        slug="consultation",
                        name=text("三方会商", "Consultation"),
                        owner="public-security",
                        after=("police-review", "court-advice"),
                        time=clerk(60, 90, 150),
                        produces=(text("会商纪要", "Minutes of the consultation"),),
                        source=plan(58),
                    )
                ),
                *resequenced("consultation", "filing-decision", "solution"),
                *shared_at("problem", "application-form", "identity", "case-evidence"),
                *without_visits("police-review", "court-advice"),
                SetRework(step="police-review", rework=corrected("police-review", 0.1)),
                SetTime(step="referral", time=review(20)),
                SetTime(step="solution", time=review(120)),
            ),
        ),
    ),
    notes=text(
        "会商次数与答复期限方案未定。",
        "The plan sets neither the frequency of consultations nor a time for the reply.",
    ),
)
