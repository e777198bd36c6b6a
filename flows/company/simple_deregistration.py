"""企业简易注销一件事: from clearing with every office to one pledge, one notice, one window."""

from flows.company.shared import CLEARANCE, LICENCE_ORIGINAL, PLATFORM, REGISTRATION_LAW, SEALS
from flows.limits import company_registration_law, completed
from flows.shared import (
    AT_ONCE,
    BRIEF_HOURS,
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    PRACTICE,
    clerk,
    corrected,
    material,
    outside_desk,
    own_task,
    period,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import by_system, office_trip, resequenced, signed, without_papers, without_visits
from models.base import text
from models.edits import (
    AddStep,
    DropMaterial,
    DropVisit,
    Resequence,
    SetOwner,
    SetTime,
    ShareMaterial,
)
from models.process import Process
from models.reform import Reform
from models.source import assumed, statute
from models.step import Step

PLEDGE = material("investors-pledge", "全体投资人承诺书", "Pledge of all investors")
PAPERS = (FORM, IDENTITY)
TWICE = ("application-form", "identity")
NOTICE = statute(REGISTRATION_LAW, "第三十三条", "公示期20日")
OBJECTIONS = assumed("公示期内被提异议、消除后重新公示的比例估计 (share of objections)")
CLOSED = ("social-close", "medical-close", "fund-close", "seal-close")

PROCESS = Process(
    slug="simple-deregistration",
    name=text("企业简易注销一件事", "Simple deregistration in one go"),
    family="company",
    lead="market-regulation",
    items=(8, 100),
    body="二(一)1",
    steps=(
        Step(
            slug="tax-clearance",
            name=text("清税", "Tax clearance"),
            owner="tax",
            time=review(60),
            rework=corrected("tax-clearance", 0.2),
            materials=PAPERS,
            visit=AT_ONCE,
            channel="window",
            produces=(text("清税证明", "Tax clearance proof"),),
            source=PRACTICE,
        ),
        Step(
            slug="pledge-filing",
            name=text("提交简易注销申请和承诺书", "File the application and the pledge"),
            owner="applicant",
            after=("tax-clearance",),
            time=own_task(20, 40, 90),
            materials=(PLEDGE,),
            channel="online",
            source=statute(REGISTRATION_LAW, "第三十三条"),
        ),
        Step(
            slug="conditions",
            name=text("核对简易注销条件", "Check the conditions"),
            owner="market-regulation",
            after=("pledge-filing",),
            time=clerk(8, 15, 30),
            rework=corrected("pledge-filing", 0.1),
            source=PRACTICE,
        ),
        Step(
            slug="notice",
            name=text("简易注销公示", "Public notice"),
            owner="market-regulation",
            after=("conditions",),
            time=period(20, NOTICE),
            source=NOTICE,
        ),
        Step(
            slug="objections",
            name=text("核对公示期异议", "Look for objections"),
            owner="market-regulation",
            after=("notice",),
            time=clerk(5, 10, 20),
            rework=corrected("notice", 0.06, source=OBJECTIONS),
            source=statute(REGISTRATION_LAW, "第三十三条"),
        ),
        office_trip(
            "filing",
            text("申请注销登记", "Apply for deregistration"),
            "market-regulation",
            "objections",
            clerk(10, 15, 30),
            (*PAPERS, LICENCE_ORIGINAL, CLEARANCE),
            statute(REGISTRATION_LAW, "第三十三条"),
        ),
        *signed(
            Step(
                slug="deregistration",
                name=text("准予注销登记", "Deregister the firm"),
                owner="market-regulation",
                after=("filing",),
                time=review(25),
                rework=corrected("deregistration", 0.05),
                produces=(text("登记通知书", "Notice of deregistration"),),
                source=PRACTICE,
            ),
            COUNTER_HOURS,
        ),
        office_trip(
            "social-close",
            text("社保账户注销", "Close the social insurance account"),
            "hrss",
            "deregistration-sign-off",
            clerk(10, 20, 40),
            PAPERS,
        ),
        office_trip(
            "medical-close",
            text("医保账户注销", "Close the medical insurance account"),
            "medical-insurance",
            "social-close",
            clerk(8, 15, 30),
            PAPERS,
        ),
        office_trip(
            "fund-close",
            text("公积金账户注销", "Close the housing fund account"),
            "housing-fund",
            "medical-close",
            clerk(10, 15, 30),
            PAPERS,
        ),
        office_trip(
            "seal-close",
            text("公章缴销、备案注销", "Hand in the seals, close their record"),
            "public-security",
            "fund-close",
            clerk(5, 12, 25),
            (*PAPERS, SEALS),
        ),
        office_trip(
            "account-close",
            text("银行账户注销", "Close the bank account"),
            "bank",
            "seal-close",
            outside_desk(20, 40, 90),
            PAPERS,
        ),
    ),
    limits=(
        company_registration_law(
            ("deregistration", "deregistration-sign-off"), starts=completed("filing")
        ),
    ),
    reforms=(
        Reform(
            item=8,
            text=text(
                "注销一窗受理、签批从简，社保、医保、公积金、公章随之办结",
                "One window, signed sooner; insurance, fund and seals follow the deregistration",
            ),
            edits=(
                SetOwner(step="filing", owner="service-center"),
                *without_visits(*CLOSED),
                *without_papers(TWICE, *CLOSED),
                ShareMaterial(material="seals", at="filing"),
                *resequenced(
                    "deregistration-sign-off",
                    "medical-close",
                    "fund-close",
                    "seal-close",
                    "account-close",
                ),
                SetTime(step="deregistration-sign-off", time=sign_off(*BRIEF_HOURS)),
            ),
        ),
        Reform(
            item=100,
            text=text(
                "先公示后清税：申请数据推送税务、人社，公示期内并联核查",
                "The notice starts first; tax and insurance check pushed data while it runs",
            ),
            edits=(
                Resequence(step="pledge-filing", after=()),
                *by_system("conditions"),
                AddStep(
                    step=Step(
                        slug="push",
                        name=text("推送税务、人社、医保等", "Push the case to tax and insurance"),
                        owner="platform",
                        after=("conditions",),
                        time=system_seconds(60),
                        source=PLATFORM,
                    )
                ),
                Resequence(step="tax-clearance", after=("push",)),
                DropVisit(step="tax-clearance", channel="internal"),
                SetTime(step="tax-clearance", time=review(40)),
                DropMaterial(step="tax-clearance", materials=TWICE),
                DropMaterial(step="filing", materials=("tax-clearance-proof",)),
                Resequence(step="objections", after=("notice", "tax-clearance")),
                AddStep(
                    step=Step(
                        slug="social-check",
                        name=text("社保缴费、用工核对", "Check insurance dues and staff"),
                        owner="hrss",
                        after=("push",),
                        time=system_seconds(60),
                        source=assumed("公示期内系统核对社保 (insurance is checked meanwhile)"),
                    ),
                    before=("objections",),
                ),
            ),
        ),
    ),
    notes=text(
        "公示20日是法定公示期，方案未写办理期限。公示期满后20日内申请是企业义务。"
        "异议不能消除的转普通注销；个体工商户无需公示，不在本流程。银行销户不在方案所列部门内，仍须到银行。",
        "The 20 days are the statute's notice; the plan states no time. Firms with lasting "
        "objections go the ordinary way; sole traders need no notice and are not modelled. The "
        "bank is not among the plan's departments and is still visited.",
    ),
)
