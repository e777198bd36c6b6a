"""企业简易注销一件事: from clearing with every office to one pledge, one notice, one window."""

from flows.company.shared import (
    CLEARANCE,
    LICENCE_ORIGINAL,
    PLATFORM,
    REGISTRATION_LAW,
    SEALS,
    notice,
    outside,
    own_minutes,
    registration_act,
)
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    material,
    review,
    system_seconds,
)
from models.base import text
from models.edits import (
    AddStep,
    Automate,
    DropMaterial,
    DropVisit,
    Resequence,
    SetOwner,
    SetTime,
    ShareMaterial,
)
from models.limit import Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed, statute
from models.step import Step

PLEDGE = material("investors-pledge", "全体投资人承诺书", "Pledge of all investors")
PAPERS = (FORM, IDENTITY)
TWICE = ("application-form", "identity")
NOTICE = statute(REGISTRATION_LAW, "第三十三条", "公示期20日")
OBJECTIONS = assumed("公示期内被提异议、消除后重新公示的比例估计 (share of objections)")

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
            time=own_minutes(20, 40, 90),
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
            time=notice(20, NOTICE),
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
        Step(
            slug="filing",
            name=text("申请注销登记", "Apply for deregistration"),
            owner="market-regulation",
            after=("objections",),
            time=clerk(10, 15, 30),
            materials=(*PAPERS, LICENCE_ORIGINAL, CLEARANCE),
            visit=NEXT_OFFICE,
            channel="window",
            source=statute(REGISTRATION_LAW, "第三十三条"),
        ),
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
        Step(
            slug="social-close",
            name=text("社保账户注销", "Close the social insurance account"),
            owner="hrss",
            after=("deregistration",),
            time=clerk(10, 20, 40),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="medical-close",
            name=text("医保账户注销", "Close the medical insurance account"),
            owner="medical-insurance",
            after=("social-close",),
            time=clerk(8, 15, 30),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="fund-close",
            name=text("公积金账户注销", "Close the housing fund account"),
            owner="housing-fund",
            after=("medical-close",),
            time=clerk(10, 15, 30),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="seal-close",
            name=text("公章缴销、备案注销", "Hand in the seals, close their record"),
            owner="public-security",
            after=("fund-close",),
            time=clerk(5, 12, 25),
            materials=(*PAPERS, SEALS),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="account-close",
            name=text("银行账户注销", "Close the bank account"),
            owner="bank",
            after=("seal-close",),
            time=outside(20, 40, 90),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
    ),
    limits=(registration_act("deregistration", starts=Moment(step="filing", edge="completed")),),
    reforms=(
        Reform(
            item=8,
            text=text(
                "注销一窗受理，社保、医保、公积金、公章随注销一并办结",
                "One window takes the deregistration; insurance, fund and seals follow with it",
            ),
            edits=(
                SetOwner(step="filing", owner="service-center"),
                DropVisit(step="social-close", channel="internal"),
                DropVisit(step="medical-close", channel="internal"),
                DropVisit(step="fund-close", channel="internal"),
                DropVisit(step="seal-close", channel="internal"),
                DropMaterial(step="social-close", materials=TWICE),
                DropMaterial(step="medical-close", materials=TWICE),
                DropMaterial(step="fund-close", materials=TWICE),
                DropMaterial(step="seal-close", materials=TWICE),
                ShareMaterial(material="seals", at="filing"),
                Resequence(step="medical-close", after=("deregistration",)),
                Resequence(step="fund-close", after=("deregistration",)),
                Resequence(step="seal-close", after=("deregistration",)),
                Resequence(step="account-close", after=("deregistration",)),
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
                Automate(step="conditions", duration=system_seconds().duration),
                AddStep(
                    step=Step(
                        slug="push",
                        name=text("推送税务、人社、医保等", "Push the case to tax and insurance"),
                        owner="platform",
                        after=("conditions",),
                        time=system_seconds(60),
                        source=PLATFORM,
                    ),
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
