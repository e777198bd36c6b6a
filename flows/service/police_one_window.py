"""公安一窗通办: one police window instead of the right branch in the right place."""

from flows.limits import calendar_days
from flows.shared import (
    AT_ONCE,
    FORM,
    HOUSEHOLD_BOOK,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    choice,
    clerk,
    corrected,
    on_the_spot,
    outside_days,
)
from flows.steps import shared_at, without_visits
from models.base import text
from models.condition import AnyOf, Is
from models.edits import AddStep, DropVisit, RemoveStep, Resequence, RunParallel, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

BOTH_TRAFFIC = Is(attribute="request", value="household-and-traffic")
BOTH_EXIT = Is(attribute="request", value="household-and-exit-entry")
HOUSEHOLD = AnyOf(conditions=(Is(attribute="request", value="household"), BOTH_TRAFFIC, BOTH_EXIT))
PUBLIC_ORDER = Is(attribute="request", value="public-order")
TRAFFIC = AnyOf(conditions=(Is(attribute="request", value="traffic"), BOTH_TRAFFIC))
EXIT_ENTRY = AnyOf(conditions=(Is(attribute="request", value="exit-entry"), BOTH_EXIT))
BRANCHES = ("household", "public-order", "traffic", "exit-entry")

PROCESS = Process(
    slug="police-one-window",
    name=text("公安一窗通办", "Police one window"),
    family="service",
    lead="public-security",
    items=(99,),
    body="二(三)2",
    attributes=(
        choice(
            "request",
            "申办业务",
            "Matters asked for",
            {
                "household": 0.42,
                "public-order": 0.12,
                "traffic": 0.2,
                "exit-entry": 0.12,
                "household-and-traffic": 0.07,
                "household-and-exit-entry": 0.07,
            },
        ),
    ),
    steps=(
        Step(
            slug="enquiry",
            name=text("询问应找的警种和地点", "Ask for the right branch and place"),
            owner="public-security",
            time=clerk(3, 6, 12),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="household",
            name=text("户政业务", "Household matters"),
            owner="public-security",
            after=("enquiry",),
            when=HOUSEHOLD,
            time=clerk(8, 15, 35),
            rework=corrected("household", 0.1),
            materials=(FORM, IDENTITY, HOUSEHOLD_BOOK),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(99),
        ),
        Step(
            slug="public-order",
            name=text("治安业务", "Public-order matters"),
            owner="public-security",
            after=("household",),
            when=PUBLIC_ORDER,
            time=clerk(10, 20, 45),
            rework=corrected("public-order", 0.1),
            materials=(FORM, IDENTITY),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(99),
        ),
        Step(
            slug="traffic",
            name=text("交警业务", "Traffic matters"),
            owner="traffic-police",
            after=("public-order",),
            when=TRAFFIC,
            time=clerk(8, 15, 35),
            rework=corrected("traffic", 0.08),
            materials=(FORM, IDENTITY),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(99),
        ),
        Step(
            slug="exit-entry",
            name=text("出入境业务受理", "Exit-entry matters"),
            owner="public-security",
            after=("traffic",),
            when=EXIT_ENTRY,
            time=clerk(10, 18, 40),
            rework=corrected("exit-entry", 0.06),
            materials=(FORM, IDENTITY, HOUSEHOLD_BOOK),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(99),
        ),
        Step(
            slug="travel-document",
            name=text("出入境证件审批制证", "Approve and make the travel document"),
            owner="public-security",
            after=("exit-entry",),
            when=EXIT_ENTRY,
            time=outside_days(5),
            source=assumed("证件由上级公安机关集中制作 (made by the higher police authority)"),
        ),
        Step(
            slug="result",
            name=text("领取办理结果", "Collect the results"),
            owner="public-security",
            after=("travel-document",),
            time=clerk(3, 6, 12),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("办理结果", "Results"),),
            source=PRACTICE,
        ),
    ),
    limits=(
        calendar_days(
            "passport-law",
            text("签发普通护照法定期限", "Passport, statutory period"),
            15,
            "travel-document",
            statute("护照法", "第六条", "自收到申请材料之日起15日"),
            reading=assumed("出入境证件均比照普通护照 (all documents read as passports)"),
        ),
    ),
    reforms=(
        Reform(
            item=99,
            text=text(
                "派出所综合窗口一次收件，户政、治安、交警、出入境并行办理",
                "One station window takes all; the four branches work side by side",
            ),
            edits=(
                RemoveStep(step="enquiry"),
                RunParallel(steps=BRANCHES),
                AddStep(
                    step=Step(
                        slug="one-window",
                        name=text("综合窗口收件", "One police window takes the papers"),
                        owner="public-security",
                        time=clerk(6, 10, 20),
                        visit=AT_ONCE,
                        channel="window",
                        source=plan(99),
                    ),
                    before=BRANCHES,
                ),
                *shared_at("one-window", "application-form", "identity", "household-book"),
                *without_visits("household", "public-order", "traffic", "exit-entry"),
                Resequence(step="travel-document", after=("exit-entry",)),
                AddStep(
                    step=Step(
                        slug="mailing",
                        name=text("出入境证件寄递", "Mail the travel document"),
                        owner="post",
                        after=("travel-document",),
                        when=EXIT_ENTRY,
                        time=outside_days(1.5),
                        channel="post",
                        source=assumed("不便当场取证的以寄递代替再次到场 (mailed instead)"),
                    )
                ),
                Resequence(step="result", after=BRANCHES),
                SetTime(step="result", time=on_the_spot(2, 4, 8)),
                DropVisit(step="result", channel="window"),
            ),
        ),
    ),
    notes=text(
        "改革后按设综合窗口的试点派出所模拟；其余业务方案与法规未查到统一时限。",
        "The to-be is that of a pilot station; the other matters have no common period.",
    ),
)
