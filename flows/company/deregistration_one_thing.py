"""企业注销一件事（同城通办）: from office after office to one bundle at any window in the city."""

from flows.company.shared import (
    CLEARANCE,
    LICENCE_ORIGINAL,
    REGISTRATION_LAW,
    RESOLUTION,
    SEALS,
    notice,
    outside,
    own_days,
    registration_act,
)
from flows.shared import (
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    material,
    review,
)
from models.base import text
from models.edits import DropMaterial, DropVisit, Resequence, SetOwner, ShareMaterial
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

REPORT = material("liquidation-report", "清算报告", "Liquidation report")
PAPERS = (FORM, IDENTITY)
CREDITORS = statute("公司法", "第二百三十五条", "45日；2018年修正本为第一百八十五条")
ARREARS = assumed("需补申报、补缴税款的比例估计 (share with returns or taxes outstanding)")
CLEARED = ("tax-clearance", "social-clear", "medical-clear", "fund-clear")

PROCESS = Process(
    slug="deregistration-one-thing",
    name=text("企业注销一件事（同城通办）", "Ordinary deregistration, same-city window"),
    family="company",
    lead="market-regulation",
    items=(8,),
    body="二(一)1",
    steps=(
        Step(
            slug="liquidators",
            name=text("成立清算组并公告", "Appoint and publish the liquidators"),
            owner="applicant",
            time=own_days(3),
            channel="online",
            source=statute(REGISTRATION_LAW, "第三十二条"),
        ),
        Step(
            slug="creditor-notice",
            name=text("债权人公告", "Notice to the creditors"),
            owner="applicant",
            after=("liquidators",),
            time=notice(45, CREDITORS),
            source=statute(REGISTRATION_LAW, "第三十二条"),
        ),
        Step(
            slug="liquidation",
            name=text("清偿债务、作出清算报告", "Pay the debts and report"),
            owner="applicant",
            after=("creditor-notice",),
            time=own_days(15, 0.8),
            produces=(text("清算报告", "Liquidation report"),),
            source=PRACTICE,
        ),
        Step(
            slug="tax-clearance",
            name=text("清税", "Tax clearance"),
            owner="tax",
            after=("liquidation",),
            time=review(120),
            rework=corrected("tax-clearance", 0.3, most=2, source=ARREARS),
            materials=(*PAPERS, REPORT),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("清税证明", "Tax clearance proof"),),
            source=plan(8),
        ),
        Step(
            slug="social-clear",
            name=text("社保账户清理", "Clear social insurance"),
            owner="hrss",
            after=("tax-clearance",),
            time=clerk(15, 25, 60),
            rework=corrected("social-clear", 0.1),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(8),
        ),
        Step(
            slug="medical-clear",
            name=text("医保账户清理", "Clear medical insurance"),
            owner="medical-insurance",
            after=("social-clear",),
            time=clerk(10, 20, 45),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(8),
        ),
        Step(
            slug="fund-clear",
            name=text("公积金账户清理", "Clear the housing fund"),
            owner="housing-fund",
            after=("medical-clear",),
            time=clerk(15, 25, 60),
            rework=corrected("fund-clear", 0.08),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(8),
        ),
        Step(
            slug="filing",
            name=text("申请注销", "Apply for deregistration"),
            owner="market-regulation",
            after=("fund-clear",),
            time=clerk(10, 20, 45),
            materials=(*PAPERS, RESOLUTION, REPORT, CLEARANCE, LICENCE_ORIGINAL),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(8),
        ),
        Step(
            slug="deregistration",
            name=text("注销登记", "Deregister the firm"),
            owner="market-regulation",
            after=("filing",),
            time=review(45),
            rework=corrected("deregistration", 0.08),
            produces=(text("登记通知书", "Notice of deregistration"),),
            source=plan(8),
        ),
        Step(
            slug="seal-cancel",
            name=text("公章缴销、备案注销", "Hand in the seals, close their record"),
            owner="public-security",
            after=("deregistration",),
            time=clerk(5, 12, 25),
            materials=(*PAPERS, SEALS),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(8),
        ),
        Step(
            slug="account-close",
            name=text("银行账户注销", "Close the bank account"),
            owner="bank",
            after=("seal-cancel",),
            time=outside(20, 40, 90),
            materials=(IDENTITY,),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
    ),
    limits=(
        registration_act("deregistration"),
        Limit(
            slug="tax-clearance-limit",
            name=text("税务注销", "Tax clearance"),
            most=10,
            unit="working_days",
            over=("tax-clearance",),
            source=assumed(
                "税总发〔2019〕64号：一般纳税人10个工作日、小规模5个，条款未核，取较长者 "
                "(tax circular as remembered, the longer figure)"
            ),
        ),
    ),
    reforms=(
        Reform(
            item=8,
            text=text(
                "全市任一窗口一次提交，税务、社保、医保、公积金并联清理后注销",
                "One bundle at any window in the city; the four offices clear side by side",
            ),
            edits=(
                SetOwner(step="filing", owner="service-center"),
                Resequence(step="filing", after=("liquidation",)),
                Resequence(step="tax-clearance", after=("filing",)),
                Resequence(step="social-clear", after=("filing",)),
                Resequence(step="medical-clear", after=("filing",)),
                Resequence(step="fund-clear", after=("filing",)),
                Resequence(step="deregistration", after=CLEARED),
                Resequence(step="account-close", after=("deregistration",)),
                DropMaterial(step="filing", materials=("tax-clearance-proof",)),
                ShareMaterial(material="application-form", at="filing"),
                ShareMaterial(material="liquidation-report", at="filing"),
                ShareMaterial(material="seals", at="filing"),
                DropMaterial(step="tax-clearance", materials=("identity",)),
                DropMaterial(step="social-clear", materials=("identity",)),
                DropMaterial(step="medical-clear", materials=("identity",)),
                DropMaterial(step="fund-clear", materials=("identity",)),
                DropMaterial(step="seal-cancel", materials=("identity",)),
                DropVisit(step="tax-clearance", channel="internal"),
                DropVisit(step="social-clear", channel="internal"),
                DropVisit(step="medical-clear", channel="internal"),
                DropVisit(step="fund-clear", channel="internal"),
                DropVisit(step="seal-cancel", channel="internal"),
            ),
        ),
    ),
    notes=text(
        "债权申报45日是法律规定，方案未写期限；银行销户不在方案所列部门内，仍须到银行。"
        "资不抵债的转破产，适用简易注销的走简易注销，均不在本流程。",
        "The 45 days for creditors are the law's; the plan states no time. The bank is not among "
        "the plan's departments. Insolvent firms and those fit for the simple way are elsewhere.",
    ),
)
