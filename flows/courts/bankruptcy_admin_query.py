"""破产管理人财产信息查询: one ruling for every office, real estate online."""

from flows.courts.shared import (
    ADMINISTRATOR_ID,
    ADMINISTRATOR_TIME,
    ASSISTANCE_SHARE,
    RULING,
    queries,
)
from flows.shared import (
    AT_ONCE,
    FORM,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    material,
    outside_days,
    system_seconds,
)
from flows.steps import by_system, resequenced, without_papers, without_rework
from models.base import text
from models.edits import AddStep, DropMaterial, RemoveStep, Resequence, SetRework
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

COURT_LETTER = material("court-letter", "法院协助查询函", "Court letter asking for help")
LICENCE = material("bankrupt-licence", "破产企业登记资料", "The bankrupt firm's registration")
PAPERS = (FORM, RULING, ADMINISTRATOR_ID, COURT_LETTER, LICENCE)
SUPERFLUOUS = ("application-form", "administrator-id", "court-letter", "bankrupt-licence")
OTHER_QUERIES = ("company-query", "tax-query", "insurance-query", "vehicle-query", "land-query")

PROCESS = Process(
    slug="bankruptcy-admin-query",
    name=text("破产管理人财产信息查询", "Bankruptcy administrator property query"),
    family="courts",
    lead="court",
    items=(56, 57),
    steps=(
        Step(
            slug="court-letter",
            name=text("法院逐家开具协助查询函", "Court writes a letter for each office"),
            owner="court",
            time=clerk(30, 60, 120),
            materials=(FORM, RULING, ADMINISTRATOR_ID),
            visit=AT_ONCE,
            channel="window",
            produces=(text("协助查询函", "Letter asking for help"),),
            source=PRACTICE,
        ),
        Step(
            slug="estate-query",
            name=text("不动产登记查询", "Real-estate register"),
            owner="real-estate-registry",
            after=("court-letter",),
            time=clerk(10, 20, 40),
            rework=corrected("estate-query", 0.2, source=ASSISTANCE_SHARE),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("不动产查询结果", "Result of the register"),),
            source=plan(57),
        ),
        *queries(
            "estate-query",
            PAPERS,
            ("company-query", "企业登记查询", "Company register", "market-regulation", 20, 0.15),
            ("tax-query", "涉税信息查询", "Tax data", "tax", 30, 0.2),
            ("insurance-query", "社保信息查询", "Social-insurance data", "hrss", 20, 0.15),
            ("vehicle-query", "车辆信息查询", "Vehicles", "public-security", 20, 0.15),
            (
                "land-query",
                "土地规划信息查询",
                "Land and planning data",
                "natural-resources",
                30,
                0.15,
            ),
        ),
        Step(
            slug="use",
            name=text("用于解押、解封、注销", "Use it to lift charges and to deregister"),
            owner="administrator",
            after=("land-query",),
            time=outside_days(4, source=ADMINISTRATOR_TIME),
            source=plan(56),
        ),
    ),
    reforms=(
        Reform(
            item=56,
            text=text(
                "凭法院裁定即可查询，不再逐家开函，各部门同步办理",
                "The ruling alone is enough at every office; no letters, all side by side",
            ),
            edits=(
                RemoveStep(step="court-letter"),
                AddStep(
                    step=Step(
                        slug="verify-ruling",
                        name=text("核验裁定", "Verify the ruling"),
                        owner="court",
                        time=system_seconds(),
                        materials=(RULING,),
                        channel="online",
                        source=assumed("裁定由法院系统在线核验 (verified by the court's system)"),
                    ),
                    before=("estate-query",),
                ),
                *resequenced("verify-ruling", *OTHER_QUERIES),
                Resequence(step="use", after=("estate-query", *OTHER_QUERIES)),
                DropMaterial(step="estate-query", materials=("court-letter", "bankrupt-licence")),
                *without_papers(SUPERFLUOUS, *OTHER_QUERIES),
                *without_rework(*OTHER_QUERIES),
            ),
        ),
        Reform(
            item=57,
            text=text(
                "管理人授权人员线上注册，身份核验后查询破产企业不动产",
                "Authorised staff register online and query the estate once identified",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="identity-check",
                        name=text("线上提交身份并核验", "Submit and verify identity online"),
                        owner="real-estate-registry",
                        time=system_seconds(),
                        rework=corrected("identity-check", 0.05),
                        materials=(ADMINISTRATOR_ID,),
                        channel="online",
                        source=plan(57),
                    ),
                    before=("estate-query",),
                ),
                *by_system("estate-query"),
                DropMaterial(
                    step="estate-query", materials=("application-form", "administrator-id")
                ),
                SetRework(step="estate-query", rework=None),
            ),
        ),
    ),
    notes=text(
        "仅限本破产企业财产；查询答复期限方案未定，所引法规未见统一期限，故不设限。",
        "Only the property of the bankrupt firm itself. Neither the plan nor a statute known to "
        "us limits the time of an answer.",
    ),
)
