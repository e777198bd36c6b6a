"""一业一证准营: from permit after permit to one combined permit first and a review afterwards."""

from flows.company.shared import FLOOR_PLAN, OPERATING_RULES, PLATFORM, SITE_FAULTS
from flows.limits import licensing_law
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    choice,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    on_the_spot,
    own_days,
    review,
    system_seconds,
)
from flows.steps import added, only_when, signed
from models.base import text
from models.condition import AllOf, AnyOf, Is, Not
from models.edits import SetCondition
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

PLEDGE = material("conditions-pledge", "符合许可条件承诺书", "Pledge to meet the conditions")
PAPERS = (FORM, IDENTITY, LICENCE_COPY, FLOOR_PLAN, OPERATING_RULES)
SUPERMARKET = Is(attribute="trade", value="supermarket")
CHAIN_PHARMACY = Is(attribute="trade", value="chain-pharmacy")
BABY_SHOP = Is(attribute="trade", value="baby-shop")
CONVENIENCE_STORE = Is(attribute="trade", value="convenience-store")
SINGLE_PHARMACY = Is(attribute="trade", value="single-pharmacy")
CATERING = Is(attribute="trade", value="catering")
PILOT = AnyOf(conditions=(SUPERMARKET, CHAIN_PHARMACY, BABY_SHOP, CONVENIENCE_STORE))
FOOD = AnyOf(conditions=(SUPERMARKET, BABY_SHOP, CONVENIENCE_STORE, CATERING))
DRUGS = AnyOf(conditions=(CHAIN_PHARMACY, SINGLE_PHARMACY))
SECTOR = AnyOf(conditions=(SUPERMARKET, CATERING))
SHORT = AllOf(conditions=(PILOT, Is(attribute="falls-short")))
FOOD_STEPS = ("food-filing", "food-site", "food-permit", "food-permit-sign-off")
DRUG_STEPS = ("drug-filing", "drug-site", "drug-permit", "drug-permit-sign-off")

PROCESS = Process(
    slug="one-industry-one-permit",
    name=text("一业一证准营", "One industry, one permit"),
    family="company",
    lead="market-regulation",
    items=(2,),
    body="二(一)1",
    attributes=(
        choice(
            "trade",
            "经营行业（前四类为试点行业）",
            "Trade (the first four are pilot trades)",
            {
                "supermarket": 0.04,
                "chain-pharmacy": 0.14,
                "baby-shop": 0.12,
                "convenience-store": 0.45,
                "single-pharmacy": 0.05,
                "catering": 0.2,
            },
            assumed("新开门店行业构成估计；试点行业见方案第2项 (mix of new shops)"),
        ),
        flag("falls-short", "后审发现不符合承诺条件", "The review finds a condition unmet", 0.08),
    ),
    steps=(
        Step(
            slug="food-filing",
            name=text("申请食品经营许可", "Apply for the food permit"),
            owner="market-regulation",
            when=FOOD,
            time=clerk(15, 25, 45),
            rework=corrected("food-filing", 0.15),
            materials=PAPERS,
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="food-site",
            name=text("食品经营现场核查", "Food site check"),
            owner="market-regulation",
            after=("food-filing",),
            when=FOOD,
            time=field_work("market-regulation", 60, 90, 180),
            rework=corrected("food-site", 0.15, source=SITE_FAULTS),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="food-permit",
                name=text("食品经营许可审批", "Decide on the food permit"),
                owner="market-regulation",
                after=("food-site",),
                when=FOOD,
                time=review(40),
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="drug-filing",
            name=text("申请药品经营许可", "Apply for the drug permit"),
            owner="market-regulation",
            after=("food-permit-sign-off",),
            when=DRUGS,
            time=clerk(15, 25, 45),
            rework=corrected("drug-filing", 0.2),
            materials=PAPERS,
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="drug-site",
            name=text("药品经营现场检查", "Drug site inspection"),
            owner="market-regulation",
            after=("drug-filing",),
            when=DRUGS,
            time=field_work("market-regulation", 90, 120, 180),
            rework=corrected("drug-site", 0.2, source=SITE_FAULTS),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="drug-permit",
                name=text("药品经营许可审批", "Decide on the drug permit"),
                owner="market-regulation",
                after=("drug-site",),
                when=DRUGS,
                time=review(60),
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
        *signed(
            Step(
                slug="sector-permit",
                name=text("相关行业许可申请、审批", "Apply for and get the sector permit"),
                owner="sector-competent",
                after=("drug-permit-sign-off",),
                when=SECTOR,
                time=review(120),
                rework=corrected("sector-permit", 0.15),
                materials=PAPERS,
                visit=NEXT_OFFICE,
                channel="window",
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="issue",
            name=text("领取许可证", "Collect the permits"),
            owner="market-regulation",
            after=("sector-permit-sign-off",),
            time=clerk(3, 8, 20),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("各项许可证", "The permits"),),
            source=PRACTICE,
        ),
    ),
    limits=(
        licensing_law(
            FOOD_STEPS[1:], "food-permit-act", text("食品经营许可（法定）", "Food permit (statute)")
        ),
        licensing_law(
            DRUG_STEPS[1:], "drug-permit-act", text("药品经营许可（法定）", "Drug permit (statute)")
        ),
        licensing_law(
            ("sector-permit", "sector-permit-sign-off"),
            "sector-permit-act",
            text("相关行业许可（法定）", "Sector permit (statute)"),
        ),
    ),
    reforms=(
        Reform(
            item=2,
            text=text(
                "四类试点行业凭承诺先发电子综合许可证，后审查",
                "Four pilot trades get one combined e-permit on a pledge and are reviewed later",
            ),
            edits=(
                *only_when(CATERING, *FOOD_STEPS, "sector-permit", "sector-permit-sign-off"),
                *only_when(SINGLE_PHARMACY, *DRUG_STEPS),
                SetCondition(step="issue", when=Not(condition=PILOT)),
                *added(
                    Step(
                        slug="one-form",
                        name=text("一张表单、一次告知", "One form and one notice of conditions"),
                        owner="market-regulation",
                        when=PILOT,
                        time=clerk(15, 25, 45),
                        materials=(FORM, IDENTITY, LICENCE_COPY, FLOOR_PLAN),
                        visit=AT_ONCE,
                        channel="window",
                        source=assumed("综合许可合并申请表 (one form for the combined permit)"),
                    ),
                    Step(
                        slug="pledge",
                        name=text("承诺符合许可条件", "Pledge to meet the conditions"),
                        owner="applicant",
                        after=("one-form",),
                        when=PILOT,
                        time=own_days(0.5),
                        materials=(PLEDGE,),
                        channel="online",
                        source=assumed("“先证后审”以承诺为前提 (a pledge comes first)"),
                    ),
                    Step(
                        slug="combined-permit",
                        name=text("颁发电子综合许可证", "Issue the combined e-permit"),
                        owner="market-regulation",
                        after=("pledge",),
                        when=PILOT,
                        time=on_the_spot(10, 15, 30),
                        channel="online",
                        produces=(text("行业综合许可证", "Combined trade permit"),),
                        source=plan(2),
                    ),
                    Step(
                        slug="share-permit",
                        name=text("共享电子证照", "Share the e-permit"),
                        owner="platform",
                        after=("combined-permit",),
                        when=PILOT,
                        time=system_seconds(60),
                        source=PLATFORM,
                    ),
                    Step(
                        slug="later-review",
                        name=text("后审：食品药品条件核查", "Later review of food and drugs"),
                        owner="market-regulation",
                        after=("combined-permit",),
                        when=PILOT,
                        time=field_work("market-regulation", 60, 90, 180),
                        source=plan(2),
                    ),
                    Step(
                        slug="sector-later-review",
                        name=text("后审：相关行业条件核查", "Later review by the sector"),
                        owner="sector-competent",
                        after=("combined-permit",),
                        when=SUPERMARKET,
                        time=field_work("sector-competent", 60, 90, 180),
                        source=plan(2),
                    ),
                    Step(
                        slug="mending",
                        name=text("责令整改、经营者整改", "The shop is ordered to mend the faults"),
                        owner="applicant",
                        after=("later-review", "sector-later-review"),
                        when=SHORT,
                        time=own_days(7),
                        source=assumed("后审不符的处理 (what follows a failed review)"),
                    ),
                    Step(
                        slug="recheck",
                        name=text("复查，仍不符的撤销许可", "Check again; revoke if still unmet"),
                        owner="market-regulation",
                        after=("mending",),
                        when=SHORT,
                        time=field_work("market-regulation", 40, 60, 120),
                        source=assumed("后审不符的处理 (what follows a failed review)"),
                    ),
                ),
            ),
        ),
    ),
    notes=text(
        "非试点行业仍分别办证。综合许可证和后审的期限，方案和法律均未规定；各单项许可适用法定20日。"
        "司法局负责试点文件的合法性审核，不在个案流程内。",
        "Other trades keep separate permits, 20 days each by law. Nothing sets a time for the "
        "combined permit or the later review. The justice bureau checks rules, not cases.",
    ),
)
