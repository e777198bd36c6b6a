"""企业准营一件事: from permits and site visits one by one to one form and one joint visit."""

from flows.company.shared import FLOOR_PLAN, OPERATING_RULES, PLATFORM, permit_act
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    on_the_spot,
    review,
    system_seconds,
)
from models.base import text
from models.condition import AnyOf, ChoiceAttribute, Is
from models.edits import AddStep, DropVisit, Resequence, SetTime, ShareMaterial
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed, statute
from models.step import Step

PAPERS = (FORM, IDENTITY, LICENCE_COPY, FLOOR_PLAN)
SITE_FAULTS = assumed("现场核查需整改的比例估计 (share of site checks with faults)")
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

PROCESS = Process(
    slug="ready-to-operate",
    name=text("企业准营一件事", "Ready to operate: all permits in one go"),
    family="company",
    lead="approval-reform",
    items=(100,),
    body="二(三)2",
    attributes=(
        ChoiceAttribute(
            slug="trade",
            name=text("经营行业", "Trade"),
            options={
                "catering": 0.4,
                "food-shop": 0.25,
                "hotel": 0.06,
                "beauty": 0.12,
                "entertainment": 0.05,
                "transport": 0.12,
            },
            source=assumed("准营行业构成估计 (mix of trades)"),
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
        Step(
            slug="food-permit",
            name=text("食品经营许可", "Food permit"),
            owner="market-regulation",
            after=("intake",),
            when=FOOD,
            time=review(50),
            rework=corrected("food-permit", 0.15),
            materials=(*PAPERS, OPERATING_RULES),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="food-site",
            name=text("食品经营现场核查", "Food site check"),
            owner="market-regulation",
            after=("food-permit",),
            when=FOOD,
            time=clerk(60, 90, 180, pool="market-regulation-field"),
            rework=corrected("food-site", 0.15, source=SITE_FAULTS),
            source=PRACTICE,
        ),
        Step(
            slug="fire-permit",
            name=text("公众聚集场所消防安全检查申请", "Fire safety of a public venue"),
            owner="fire-rescue",
            after=("food-site",),
            when=VENUE,
            time=review(50),
            rework=corrected("fire-permit", 0.2),
            materials=(*PAPERS, OPERATING_RULES),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="fire-site",
            name=text("消防安全现场检查", "Fire safety inspection"),
            owner="fire-rescue",
            after=("fire-permit",),
            when=VENUE,
            time=clerk(60, 120, 180, pool="fire-rescue-field"),
            rework=corrected("fire-site", 0.25, source=SITE_FAULTS),
            source=PRACTICE,
        ),
        Step(
            slug="hygiene-permit",
            name=text("公共场所卫生许可", "Hygiene permit"),
            owner="health",
            after=("fire-site",),
            when=HYGIENE,
            time=review(45),
            rework=corrected("hygiene-permit", 0.15),
            materials=(*PAPERS, OPERATING_RULES),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="hygiene-site",
            name=text("公共场所卫生现场审核", "Hygiene site check"),
            owner="health",
            after=("hygiene-permit",),
            when=HYGIENE,
            time=clerk(60, 80, 150, pool="health-field"),
            rework=corrected("hygiene-site", 0.15, source=SITE_FAULTS),
            source=PRACTICE,
        ),
        Step(
            slug="sector-permit",
            name=text("道路运输、排污、娱乐等行业许可", "Transport, pollution and other permits"),
            owner="sector-competent",
            after=("hygiene-site",),
            when=SECTOR,
            time=review(60),
            rework=corrected("sector-permit", 0.15),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="sector-site",
            name=text("行业许可现场核查", "Sector site check"),
            owner="sector-competent",
            after=("sector-permit",),
            when=SECTOR,
            time=clerk(60, 90, 180, pool="sector-competent-field"),
            rework=corrected("sector-site", 0.15, source=SITE_FAULTS),
            source=PRACTICE,
        ),
        Step(
            slug="issue",
            name=text("发证", "Hand over the permits"),
            owner="service-center",
            after=("sector-site",),
            time=clerk(10, 20, 40),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("各类经营许可证", "The permits"),),
            source=PRACTICE,
        ),
    ),
    limits=(
        permit_act(
            "food-permit-act",
            text("食品经营许可（法定）", "Food permit (statute)"),
            ("food-permit", "food-site"),
        ),
        Limit(
            slug="fire-check-act",
            name=text("营业前消防安全检查（法定）", "Fire safety check (statute)"),
            most=10,
            unit="working_days",
            over=("fire-permit", "fire-site"),
            source=statute("消防法", "第十五条", "不采用告知承诺的，自受理之日起10个工作日"),
        ),
        permit_act(
            "hygiene-permit-act",
            text("公共场所卫生许可（法定）", "Hygiene permit (statute)"),
            ("hygiene-permit", "hygiene-site"),
        ),
        permit_act(
            "sector-permit-act",
            text("行业许可（法定）", "Sector permit (statute)"),
            ("sector-permit", "sector-site"),
        ),
    ),
    reforms=(
        Reform(
            item=100,
            text=text(
                "一表申请、系统列出所需许可，并联审查、联合踏勘、一次发证",
                "One form, a guided list, permits side by side, one joint visit, one hand-over",
            ),
            edits=(
                SetTime(step="intake", time=clerk(10, 20, 35)),
                AddStep(
                    step=Step(
                        slug="guide",
                        name=text("情景引导生成许可清单", "Guided list of the permits needed"),
                        owner="service-center",
                        after=("intake",),
                        time=system_seconds(),
                        source=assumed("按行业引导生成清单 (a list by trade)"),
                    ),
                ),
                AddStep(
                    step=Step(
                        slug="split",
                        name=text("分送各许可部门", "Pass the case to the departments"),
                        owner="service-center",
                        after=("guide",),
                        time=system_seconds(),
                        source=PLATFORM,
                    ),
                ),
                Resequence(step="food-permit", after=("split",)),
                Resequence(step="fire-permit", after=("split",)),
                Resequence(step="hygiene-permit", after=("split",)),
                Resequence(step="sector-permit", after=("split",)),
                ShareMaterial(material="application-form", at="intake"),
                ShareMaterial(material="identity", at="intake"),
                ShareMaterial(material="licence-copy", at="intake"),
                ShareMaterial(material="floor-plan", at="intake"),
                ShareMaterial(material="operating-rules", at="intake"),
                DropVisit(step="food-permit", channel="internal"),
                DropVisit(step="fire-permit", channel="internal"),
                DropVisit(step="hygiene-permit", channel="internal"),
                DropVisit(step="sector-permit", channel="internal"),
                AddStep(
                    step=Step(
                        slug="joint-visit",
                        name=text("约定联合踏勘", "Call the joint site visit"),
                        owner="service-center",
                        after=PERMITS,
                        when=AnyOf(conditions=(HOTEL, ENTERTAINMENT)),
                        time=clerk(10, 15, 30),
                        source=assumed("涉及多个部门的由中心约定同日踏勘 (one common date)"),
                    ),
                ),
                Resequence(step="food-site", after=("joint-visit",)),
                Resequence(step="fire-site", after=("joint-visit",)),
                Resequence(step="hygiene-site", after=("joint-visit",)),
                Resequence(step="sector-site", after=("joint-visit",)),
                Resequence(step="issue", after=SITES),
                SetTime(step="issue", time=on_the_spot()),
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
