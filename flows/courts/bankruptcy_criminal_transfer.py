"""涉刑破产财产移送: fixed time, procedure and liability for handing assets to the estate."""

from flows.courts.shared import ADMINISTRATOR_ID, ADMINISTRATOR_TIME, ASSET_LIST, ESTATE, RULING
from flows.limits import calendar_days
from flows.shared import (
    AT_ONCE,
    BRIEF_HOURS,
    FORM,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHARES,
    SHORT_HOURS,
    choice,
    clerk,
    corrected,
    flag,
    outside_days,
    review,
    sign_off,
)
from flows.steps import quiet, signed, timed
from models.base import text
from models.condition import Chance, Is, Not
from models.edits import AddStep, DropMaterial, DropVisit, RunParallel, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

UNRELATED = Is(attribute="link", value="unrelated")
LINKED = Not(condition=UNRELATED)

PROCESS = Process(
    slug="bankruptcy-criminal-transfer",
    name=text("涉刑破产财产移送", "Handing over crime-linked bankruptcy assets"),
    family="courts",
    lead="court",
    items=(54,),
    attributes=(
        choice(
            "link",
            "财产与刑事案件的关系",
            "How the asset is linked to the crime",
            {"unrelated": 0.3, "linked": 0.7},
            ESTATE,
        ),
        flag("third-party-claim", "案外人主张权利", "A third party claims the asset", 0.15, ESTATE),
    ),
    steps=(
        Step(
            slug="survey",
            name=text("管理人查明被刑事查控的财产", "Find assets held in criminal cases"),
            owner="administrator",
            time=outside_days(10, source=ADMINISTRATOR_TIME),
            source=PRACTICE,
        ),
        Step(
            slug="request",
            name=text("函请移送", "Ask for the hand-over"),
            owner="public-security",
            after=("survey",),
            time=clerk(10, 20, 40),
            rework=corrected("request", 0.35, most=3),
            materials=(FORM, RULING, ADMINISTRATOR_ID, ASSET_LIST),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="identify",
            name=text("公安机关查明财产性质", "Police identify the assets"),
            owner="public-security",
            after=("request",),
            time=review(180, sigma=0.8),
            source=PRACTICE,
        ),
        Step(
            slug="procuratorate-opinion",
            name=text("检察机关意见", "Opinion of the procuratorate"),
            owner="procuratorate",
            after=("identify",),
            time=review(120, sigma=0.8),
            materials=(RULING, ADMINISTRATOR_ID, ASSET_LIST),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="court-opinion",
            name=text("法院意见", "Opinion of the court"),
            owner="court",
            after=("procuratorate-opinion",),
            time=review(120, sigma=0.8),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="claim-ruling",
                name=text("审查案外人异议", "Rule on the third party's claim"),
                owner="court",
                after=("court-opinion",),
                when=Is(attribute="third-party-claim"),
                time=review(240),
                source=assumed("权属争议由法院裁断 (disputed title goes to the court)"),
            ),
            PERMIT_HOURS,
        ),
        *signed(
            Step(
                slug="release",
                name=text("与案件无关的解除查控、退还", "Release what has no link to the crime"),
                owner="public-security",
                after=("claim-ruling-sign-off",),
                when=UNRELATED,
                time=review(60),
                source=statute("刑事诉讼法", "第一百四十五条"),
            ),
            BRIEF_HOURS,
        ),
        quiet(
            "transfer-sign-off",
            text("移送决定（流转签批）", "Decision to hand over (sign-off)"),
            "public-security",
            "claim-ruling-sign-off",
            sign_off(*PERMIT_HOURS),
            when=LINKED,
        ),
        Step(
            slug="transfer",
            name=text("移送涉案财产", "Hand the linked assets over"),
            owner="public-security",
            after=("transfer-sign-off",),
            when=LINKED,
            time=review(150, sigma=0.8),
            materials=(ASSET_LIST,),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("移交清单", "Hand-over list"),),
            source=plan(54),
        ),
        Step(
            slug="takeover",
            name=text("管理人接管", "Administrator takes over"),
            owner="administrator",
            after=("release-sign-off", "transfer"),
            time=outside_days(3, source=ADMINISTRATOR_TIME),
            source=statute("企业破产法", "第二十五条"),
        ),
    ),
    limits=(
        calendar_days(
            "release-law",
            text("无关财产解除查控", "Release of unrelated assets"),
            3,
            ("release", "release-sign-off"),
            statute("刑事诉讼法", "第一百四十五条"),
            reading=assumed(
                "自各方意见形成、查明无关起算 (from the end of the opinions, when found unrelated)"
            ),
        ),
    ),
    reforms=(
        Reform(
            item=54,
            text=text(
                "公检法同时会商，按统一程序和清单移送、签批从简，违规追责",
                "Police, procuratorate and court consult at once; one procedure, signed sooner",
            ),
            edits=(
                RunParallel(steps=("procuratorate-opinion", "court-opinion")),
                DropVisit(step="procuratorate-opinion", channel="internal"),
                DropMaterial(
                    step="procuratorate-opinion",
                    materials=("acceptance-ruling", "administrator-id", "asset-list"),
                ),
                SetRework(step="request", rework=corrected("request", 0.1)),
                *timed(review(60), "procuratorate-opinion", "court-opinion"),
                SetTime(step="transfer", time=review(90)),
                AddStep(
                    step=Step(
                        slug="liability",
                        name=text("对违规移送惩戒追责", "Hold those liable who break the rule"),
                        owner="court",
                        after=("transfer",),
                        when=Chance(share=0.03, source=SHARES),
                        time=review(180),
                        source=plan(54),
                    )
                ),
                SetTime(step="transfer-sign-off", time=sign_off(*SHORT_HOURS)),
            ),
        ),
    ),
    notes=text(
        "移送时限方案要求另行制定，未给出数字，故不设限；仅查明无关财产有法定三日。",
        "The plan asks for a time limit to be drawn up and gives none; only the release of "
        "unrelated assets has a statutory limit of three days.",
    ),
)
