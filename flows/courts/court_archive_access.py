"""法院电子档案跨院调阅: networked files of three court levels, read on the internet."""

from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    choice,
    clerk,
    corrected,
    flag,
    material,
    outside_days,
    system_seconds,
)
from flows.steps import by_system
from models.base import text
from models.condition import AllOf, AnyOf, Is, Not
from models.edits import AddStep, DropMaterial, DropVisit, RemoveStep, SetOwner, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

CASE_PAPER = material("case-proof", "案号或裁判文书", "Case number or judgment")
SHARES = assumed("查阅申请构成估计，待以调阅记录校准 (make-up of the requests)")
PAPER_POST = assumed("纸质卷宗寄送用时估计 (post of a paper file between courts)")

PARTY = Is(attribute="requester", value="party")
ENTITLED = AnyOf(conditions=(Is(attribute="entitled"), Not(condition=PARTY)))
ELSEWHERE = AllOf(conditions=(ENTITLED, Is(attribute="held-elsewhere")))
HERE = AllOf(conditions=(ENTITLED, Not(condition=Is(attribute="held-elsewhere"))))
READER = AllOf(conditions=(PARTY, Is(attribute="entitled")))

PROCESS = Process(
    slug="court-archive-access",
    name=text("法院电子档案跨院调阅", "Cross-court e-archive access"),
    family="courts",
    lead="court",
    items=(59,),
    attributes=(
        choice("requester", "申请主体", "Who asks", {"party": 0.75, "court": 0.25}, SHARES),
        flag("entitled", "属案件当事人或代理人", "Party to the case or its agent", 0.94, SHARES),
        flag("held-elsewhere", "卷宗在他院", "The file lies at another court", 0.35, SHARES),
        flag("scanned", "卷宗已数字化", "The file is digital already", 0.9),
    ),
    steps=(
        Step(
            slug="request",
            name=text("提出查阅或调卷申请", "Ask to read or fetch a file"),
            owner="court",
            time=clerk(5, 10, 20),
            materials=(FORM, IDENTITY, CASE_PAPER),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="identity-check",
            name=text("核验身份和案件关系", "Verify the person and the tie to the case"),
            owner="court",
            after=("request",),
            time=clerk(5, 10, 20),
            rework=corrected("identity-check", 0.15),
            source=PRACTICE,
        ),
        Step(
            slug="refusal",
            name=text("告知不予查阅", "Refuse those not entitled"),
            owner="court",
            after=("identity-check",),
            when=Not(condition=ENTITLED),
            time=clerk(5, 10, 20),
            source=assumed("非当事人不予查阅 (others may not read it)"),
        ),
        Step(
            slug="fetch-letter",
            name=text("开具调卷函", "Write the letter for the file"),
            owner="court",
            after=("refusal",),
            when=ELSEWHERE,
            time=clerk(15, 25, 50),
            source=PRACTICE,
        ),
        Step(
            slug="fetch",
            name=text("他院调取卷宗", "Fetch the file from the other court"),
            owner="higher-court",
            after=("fetch-letter",),
            when=ELSEWHERE,
            time=outside_days(8, source=PAPER_POST),
            source=plan(59),
        ),
        Step(
            slug="find-file",
            name=text("本院库房调卷", "Get the file from the court's own store"),
            owner="court",
            after=("refusal",),
            when=HERE,
            time=clerk(15, 30, 60),
            source=PRACTICE,
        ),
        Step(
            slug="reading",
            name=text("到院查阅、复印", "Read and copy at the court"),
            owner="court",
            after=("fetch", "find-file"),
            when=READER,
            time=clerk(30, 60, 120),
            materials=(IDENTITY,),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("卷宗复印件", "Copy of the file"),),
            source=PRACTICE,
        ),
        Step(
            slug="return-file",
            name=text("核对归还卷宗", "Check and return the file"),
            owner="court",
            after=("reading",),
            when=ENTITLED,
            time=clerk(10, 20, 40),
            source=PRACTICE,
        ),
    ),
    reforms=(
        Reform(
            item=59,
            text=text(
                "线上核验身份，三级法院联网调卷，互联网查阅电子卷宗",
                "Identity checked online, files fetched over the court network, read at home",
            ),
            edits=(
                DropVisit(step="request"),
                SetTime(step="request", time=system_seconds()),
                DropMaterial(step="request", materials=("application-form", "case-proof")),
                *by_system("identity-check"),
                SetRework(step="identity-check", rework=corrected("identity-check", 0.04)),
                RemoveStep(step="fetch-letter"),
                SetTime(step="fetch", time=system_seconds(300)),
                *by_system("find-file"),
                DropVisit(step="reading"),
                SetOwner(step="reading", owner="party"),
                SetTime(step="reading", time=system_seconds(60)),
                DropMaterial(step="reading", materials=("identity",)),
                RemoveStep(step="return-file"),
                AddStep(
                    step=Step(
                        slug="scan",
                        name=text("未数字化卷宗先扫描", "Scan a file not digital yet"),
                        owner="court",
                        after=("find-file",),
                        when=AllOf(conditions=(HERE, Not(condition=Is(attribute="scanned")))),
                        time=clerk(40, 90, 240),
                        source=assumed("存量纸卷随用随扫 (old files are scanned when asked for)"),
                    ),
                    before=("reading",),
                ),
            ),
        ),
    ),
    notes=text(
        "档案主管部门的业务指导不在个案路径上，未列环节；查阅答复无统一法定期限。",
        "Guidance by the archives bureau is not on the path of a case. No general statutory "
        "limit for giving access is known to us.",
    ),
)
