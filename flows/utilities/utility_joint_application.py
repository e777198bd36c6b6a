"""电水气网并联报装: four counters become one form, and one hall for signing."""

from flows.limits import licensing_law
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    clerk,
    corrected,
    flag,
    material,
    own_days,
    review,
    system_seconds,
)
from flows.steps import Office, office_trips, signed, without_papers, without_visits
from flows.utilities.shared import SITE_PAPERS, contract_and_works, power_plan_limit, site_plan
from models.base import text
from models.condition import AnyOf, Is, Not
from models.edits import AddStep, MergeSteps
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, plan_body
from models.step import Step

WATER = Is(attribute="water")
GAS = Is(attribute="gas")
NETWORK = Is(attribute="network")
NOTHING_ELSE = Not(condition=AnyOf(conditions=(WATER, GAS, NETWORK)))
POWER = AnyOf(conditions=(Is(attribute="power"), NOTHING_ELSE))
PAPERS = (FORM, IDENTITY, LICENCE_COPY, SITE_PAPERS)
SIGNED = ("identity", "licence-copy")
PLANS = ("power-plan", "water-plan", "gas-plan", "network-plan")
WORKS = ("power-works", "water-works", "gas-works", "network-works")
APPLICATIONS = ("power-application", "water-application", "gas-application", "network-application")

PROCESS = Process(
    slug="utility-joint-application",
    name=text("电水气网并联报装", "Joint application for power, water, gas and network"),
    family="utilities",
    lead="state-grid",
    items=(29, 31),
    body="二(三)2",
    attributes=(
        flag("power", "需要用电", "Wants power", 0.9),
        flag("water", "需要用水", "Wants water", 0.8),
        flag("gas", "需要用气", "Wants gas", 0.35),
        flag("network", "需要网络", "Wants the network", 0.7),
        flag("external-works", "需外线工程", "Needs works outside the plot", 0.35),
    ),
    steps=(
        Step(
            slug="power-application",
            name=text("用电报装申请", "Apply for power"),
            owner="state-grid",
            when=POWER,
            time=clerk(15, 25, 45),
            rework=corrected("power-application", 0.15),
            materials=PAPERS,
            visit=AT_ONCE,
            channel="window",
            source=plan(29),
        ),
        *office_trips(
            "power-application",
            clerk(15, 25, 45),
            PAPERS,
            Office("water-application", "用水报装申请", "Apply for water", "zhongmin-water", WATER),
            Office("gas-application", "用气报装申请", "Apply for gas", "cr-gas", GAS),
            source=plan(29),
            chance=0.15,
        ),
        Step(
            slug="network-application",
            name=text("广电网络报装申请", "Apply for the network"),
            owner="radio-tv-network",
            after=("gas-application",),
            when=NETWORK,
            time=clerk(10, 20, 40),
            rework=corrected("network-application", 0.1),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(29),
        ),
        site_plan("power", "供电踏勘和接入方案", "Power: site and plan", "state-grid", POWER),
        site_plan("water", "供水踏勘和接入方案", "Water: site and plan", "zhongmin-water", WATER),
        site_plan("gas", "供气踏勘和接入方案", "Gas: site and plan", "cr-gas", GAS),
        site_plan(
            "network", "网络踏勘和接入方案", "Network: site and plan", "radio-tv-network", NETWORK
        ),
        *signed(
            Step(
                slug="external-approval",
                name=text("外线工程涉路审批", "Approval of works outside the plot"),
                owner="urban-management",
                after=PLANS,
                when=Is(attribute="external-works"),
                time=review(75),
                rework=corrected("external-approval", 0.2),
                materials=(FORM, material("connection-plan", "接入方案", "Connection plan")),
                visit=NEXT_OFFICE,
                channel="window",
                source=assumed("责任单位含县城监大队，按职责推定 (read off the units listed)"),
            ),
            PERMIT_HOURS,
        ),
        contract_and_works(
            "power", "供电签约、施工、送电", "Power: contract, works, supply", "state-grid", POWER
        ),
        contract_and_works(
            "water",
            "供水签约、施工、通水",
            "Water: contract, works, supply",
            "zhongmin-water",
            WATER,
        ),
        contract_and_works(
            "gas", "供气签约、施工、通气", "Gas: contract, works, supply", "cr-gas", GAS
        ),
        contract_and_works(
            "network",
            "网络签约、施工、开通",
            "Network: contract, works, service",
            "radio-tv-network",
            NETWORK,
        ),
    ),
    limits=(
        power_plan_limit("power-application"),
        licensing_law(("external-approval", "external-approval-sign-off")),
    ),
    reforms=(
        Reform(
            item=29,
            text=text(
                "多项报装并为一张表单、一个平台，资料实时共享，不再重复提交",
                "One form on one platform for all utilities; papers are shared, not repeated",
            ),
            edits=(
                MergeSteps(
                    steps=APPLICATIONS,
                    into=Step(
                        slug="joint-form",
                        name=text("一张表单联合报装", "One form for all utilities"),
                        owner="applicant",
                        time=own_days(0.1, 0.5),
                        materials=PAPERS,
                        channel="online",
                        source=plan(29),
                    ),
                ),
                AddStep(
                    step=Step(
                        slug="share-papers",
                        name=text("报装资料实时共享、分送", "Share the papers with each utility"),
                        owner="platform",
                        after=("joint-form",),
                        time=system_seconds(),
                        rework=corrected("share-papers", 0.1),
                        source=plan(29),
                    ),
                    before=PLANS,
                ),
            ),
        ),
        Reform(
            item=31,
            text=text(
                "水电气网共享营业厅一站签约缴费",
                "One shared hall: contracts with all utilities are signed and paid in one visit",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="hall-signing",
                        name=text("共享营业厅一站签约缴费", "Sign and pay at the shared hall"),
                        owner="service-center",
                        after=(*PLANS, "external-approval-sign-off"),
                        time=clerk(15, 30, 60),
                        materials=(IDENTITY, LICENCE_COPY),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=plan_body("二(三)2"),
                    ),
                    before=WORKS,
                ),
                *without_visits(*WORKS),
                *without_papers(SIGNED, *WORKS),
            ),
        ),
    ),
    notes=text(
        "一站签约须等各家方案齐备，省去跑动但可能稍慢。外线审批并联见第13项。",
        "Signing together waits for the last plan: fewer trips, perhaps a little slower.",
    ),
)
