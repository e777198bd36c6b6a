"""地籍图查询与纠错: maps seen and errors reported in the app instead of at two windows."""

from flows.property.shared import registration_limit
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    TITLE,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    on_the_spot,
    own_days,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import quiet
from models.base import text
from models.condition import AllOf, Is
from models.edits import AddStep, DropMaterial, DropVisit, RemoveStep, SetOwner, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

EVIDENCE = material("error-evidence", "错误说明及佐证材料", "Evidence of the error")
MAPS = text("宗地图、房产分户图", "Parcel and unit maps")

ERROR = Is(attribute="map-error")
ON_SITE = AllOf(conditions=(ERROR, Is(attribute="needs-survey")))
CORRECTION = assumed("纠错按更正登记的常见做法 (as a correction of the register)")

PROCESS = Process(
    slug="cadastral-query-correction",
    name=text("地籍图查询与纠错", "Cadastral map query and correction"),
    family="property",
    lead="natural-resources",
    items=(38,),
    attributes=(
        flag("map-error", "发现图件有误", "The map shows an error", 0.05),
        flag("needs-survey", "需实地复核", "It must be checked on site", 0.4),
    ),
    steps=(
        Step(
            slug="query",
            name=text("申请查询宗地图、分户图", "Ask for parcel and unit maps"),
            owner="real-estate-registry",
            time=clerk(8, 15, 30),
            materials=(FORM, IDENTITY, TITLE),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="map-copy",
            name=text("调档、打印图件", "Fetch the file and print the maps"),
            owner="real-estate-registry",
            after=("query",),
            time=clerk(10, 15, 40),
            channel="window",
            produces=(MAPS,),
            source=PRACTICE,
        ),
        Step(
            slug="error-report",
            name=text("申请查错纠错", "Report an error"),
            owner="natural-resources",
            after=("map-copy",),
            when=ERROR,
            time=clerk(10, 20, 40),
            rework=corrected("error-report", 0.2),
            materials=(FORM, IDENTITY, TITLE, EVIDENCE),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="desk-check",
            name=text("内业核实", "Check against the files"),
            owner="natural-resources",
            after=("error-report",),
            when=ERROR,
            time=review(90),
            source=CORRECTION,
        ),
        Step(
            slug="site-check",
            name=text("实地复核", "Check on site"),
            owner="natural-resources",
            after=("desk-check",),
            when=ON_SITE,
            time=field_work("natural-resources", 60, 120, 180),
            source=CORRECTION,
        ),
        quiet(
            "correction-sign-off",
            text("同意更正（流转签批）", "Consent to the correction (sign-off)"),
            "natural-resources",
            "site-check",
            sign_off(*PERMIT_HOURS),
            when=ERROR,
        ),
        Step(
            slug="correction",
            name=text("更正地籍数据", "Correct the cadastral data"),
            owner="natural-resources",
            after=("correction-sign-off",),
            when=ERROR,
            time=clerk(20, 40, 90),
            source=CORRECTION,
        ),
        Step(
            slug="reply",
            name=text("反馈纠错结果", "Reply to the reporter"),
            owner="natural-resources",
            after=("correction",),
            when=ERROR,
            time=clerk(5, 10, 20),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(MAPS,),
            source=CORRECTION,
        ),
    ),
    limits=(
        registration_limit(
            ("desk-check", "site-check", "correction-sign-off", "correction", "reply")
        ),
    ),
    reforms=(
        Reform(
            item=38,
            text=text(
                "闽政通线上查图、线上纠错，更正数据与省级系统对接",
                "Maps and error reports in the provincial app; corrections reach its data",
            ),
            edits=(
                SetTime(step="query", time=system_seconds(10)),
                DropVisit(step="query"),
                DropMaterial(step="query", materials=("application-form", "title-deed")),
                RemoveStep(step="map-copy"),
                SetOwner(step="error-report", owner="applicant"),
                SetTime(step="error-report", time=own_days(0.1)),
                DropVisit(step="error-report"),
                DropMaterial(step="error-report", materials=("identity", "title-deed")),
                SetTime(step="reply", time=on_the_spot()),
                DropVisit(step="reply"),
                AddStep(
                    step=Step(
                        slug="sync",
                        name=text("对接省级地籍数据系统", "Synchronise with the province"),
                        owner="big-data",
                        after=("correction",),
                        when=ERROR,
                        time=system_seconds(),
                        source=plan(38),
                    )
                ),
            ),
        ),
    ),
    notes=text(
        "方案未给时限；纠错比照更正登记适用30个工作日，查询本身无法定期限。",
        "No period in the plan; a correction is read as one of the register (30 working days).",
    ),
)
