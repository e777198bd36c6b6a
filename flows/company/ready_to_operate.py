"""企业准营一件事: from permits and site visits one by one to one form and one joint visit."""

from flows.company.shared import FLOOR_PLAN, OPERATING_RULES, PLATFORM, permit_steps
from flows.limits import licensing_law, working_days
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    SHORT_HOURS,
    choice,
    clerk,
    on_the_spot,
    sign_off,
    system_seconds,
)
from flows.steps import added, resequenced, shared_at, sign_offs, timed, without_visits
from models.base import text
from models.condition import AnyOf, Is
from models.edits import AddStep, Resequence, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, statute
from models.step import Step

PAPERS = (FORM, IDENTITY, LICENCE_COPY, FLOOR_PLAN)
FULL_PAPERS = (*PAPERS, OPERATING_RULES)
CATERING = Is(attribute="trade", value="catering")
FOOD_SHOP = Is(attribute="trade", value="food-shop")
HOTEL = Is(attribute="trade", value="hotel")
BEAUTY = Is(attribute="trade", value="beauty")
ENTERTAINMENT = Is(attribute="trade", value="entertainment")
TRANSPORT = Is(attribute="trade", value="transport")
FOOD = AnyOf(conditions=(CATERING, FOOD_SHOP, HOTEL))
VENUE = AnyOf(conditions=(HOTEL, ENTERTAINMENT))
HYGIENE = AnyOf(conditions=(HOTEL, BEAUTY, ENTERTAINMENT))
SECTOR = AnyOf(conditions=(TRANSPORT, ENTERTAINMENT))
PERMITS = ("food-permit", "fire-permit", "hygiene-permit", "sector-permit")
SITES = ("food-site", "fire-site", "hygiene-site", "sector-site")
SIGNED = sign_offs(*PERMITS)

PROCESS = Process(
    slug="ready-to-operate",
    name=text("企业准营一件事", "Ready to operate: all permits in one go"),
    family="company",
    lead="approval-reform",
    items=(100,),
    body="二(三)2",
    attributes=(
        choice(
            "trade",
            "经营行业",
            "Trade",
            {
                "catering": 0.4,
                "food-shop": 0.25,
                "hotel": 0.06,
                "beauty": 0.12,
                "entertainment": 0.05,
                "transport": 0.12,
            },
        ),
    ),
    steps=(
        Step(
            slug="intake",
            name=text("提出准营申请", "Say which business is to open"),
            owner="service-center",
            time=clerk(5, 12, 25),
            materials=(FORM,),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        *permit_steps(
            "food",
            (text("食品经营许可", "Food permit"), text("食品经营现场核查", "Food site check")),
            "market-regulation",
            "intake",
            FOOD,
            50,
            (60, 90, 180),
            FULL_PAPERS,
        ),
        *permit_steps(
            "fire",
            (
                text("公众聚集场所消防安全检查申请", "Fire safety of a public venue"),
                text("消防安全现场检查", "Fire safety inspection"),
            ),
            "fire-rescue",
            "food-permit-sign-off",
            VENUE,
            50,
            (60, 120, 180),
            FULL_PAPERS,
            (0.2, 0.25),
        ),
        *permit_steps(
            "hygiene",
            (
                text("公共场所卫生许可", "Hygiene permit"),
                text("公共场所卫生现场审核", "Hygiene site check"),
            ),
            "health",
            "fire-permit-sign-off",
            HYGIENE,
            45,
            (60, 80, 150),
            FULL_PAPERS,
        ),
        *permit_steps(
            "sector",
            (
                text("道路运输、排污、娱乐等行业许可", "Transport, pollution and other permits"),
                text("行业许可现场核查", "Sector site check"),
            ),
            "sector-competent",
            "hygiene-permit-sign-off",
            SECTOR,
            60,
            (60, 90, 180),
            PAPERS,
        ),
        Step(
            slug="issue",
            name=text("发证", "Hand over the permits"),
            owner="service-center",
            after=("sector-permit-sign-off",),
            time=clerk(10, 20, 40),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("各类经营许可证", "The permits"),),
            source=PRACTICE,
        ),
    ),
    limits=(
        licensing_law(
            ("food-permit", "food-site", "food-permit-sign-off"),
            "food-permit-act",
            text("食品经营许可（法定）", "Food permit (statute)"),
        ),
        working_days(
            "fire-check-act",
            text("营业前消防安全检查（法定）", "Fire safety check (statute)"),
            10,
            ("fire-permit", "fire-site", "fire-permit-sign-off"),
            statute("消防法", "第十五条", "不采用告知承诺的，自受理之日起10个工作日"),
        ),
        licensing_law(
            ("hygiene-permit", "hygiene-site", "hygiene-permit-sign-off"),
            "hygiene-permit-act",
            text("公共场所卫生许可（法定）", "Hygiene permit (statute)"),
        ),
        licensing_law(
            ("sector-permit", "sector-site", "sector-permit-sign-off"),
            "sector-permit-act",
            text("行业许可（法定）", "Sector permit (statute)"),
        ),
    ),
    reforms=(
        Reform(
            item=100,
            text=text(
                "一表申请、系统列出所需许可，并联审查、联合踏勘、签批从简、一次发证",
                "One form, a guided list, permits side by side, one joint visit, signed sooner",
            ),
            edits=(
                SetTime(step="intake", time=clerk(10, 20, 35)),
                *added(
                    Step(
                        slug="guide",
                        name=text("情景引导生成许可清单", "Guided list of the permits needed"),
                        owner="service-center",
                        after=("intake",),
                        time=system_seconds(),
                        source=assumed("按行业引导生成清单 (a list by trade)"),
                    ),
                    Step(
                        slug="split",
                        name=text("分送各许可部门", "Pass the case to the departments"),
                        owner="service-center",
                        after=("guide",),
                        time=system_seconds(),
                        source=PLATFORM,
                    ),
                ),
                *resequenced("split", *PERMITS),
                *shared_at(
                    "intake",
                    "application-form",
                    "identity",
                    "licence-copy",
                    "floor-plan",
                    "operating-rules",
                ),
                *without_visits(*PERMITS),
                AddStep(
                    step=Step(
                        slug="joint-visit",
                        name=text("约定联合踏勘", "Call the joint site visit"),
                        owner="service-center",
                        after=PERMITS,
                        when=AnyOf(conditions=(HOTEL, ENTERTAINMENT)),
                        time=clerk(10, 15, 30),
                        source=assumed("涉及多个部门的由中心约定同日踏勘 (one common date)"),
                    )
                ),
                *resequenced("joint-visit", *SITES),
                Resequence(step="issue", after=SIGNED),
                SetTime(step="issue", time=on_the_spot()),
                *timed(sign_off(*SHORT_HOURS), *SIGNED),
            ),
        ),
    ),
    notes=text(
        "方案只列主题。联合踏勘由中心召集，各部门仍派员，分别计时；只涉及一个部门的不需联合。"
        "消防按不采用告知承诺的情形；联合办理另有45日上限（行政许可法第四十二条），各单项期限更严。",
        "The plan names the theme only. The centre calls the joint visit and each department still "
        "sends its inspector. Fire safety is the case without a pledge; the 45 days of joint "
        "handling are looser than the limits here.",
    ),
)
