"""企业注销一件事（同城通办）: from office after office to one bundle at any window in the city."""

from flows.company.shared import CLEARANCE, LICENCE_ORIGINAL, REGISTRATION_LAW, RESOLUTION, SEALS
from flows.limits import company_registration_law, working_days
from flows.shared import (
    BRIEF_HOURS,
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHORT_HOURS,
    clerk,
    corrected,
    material,
    outside_desk,
    own_days,
    period,
    review,
    sign_off,
)
from flows.steps import resequenced, shared_at, signed, without_papers, without_visits
from models.base import text
from models.edits import DropMaterial, Resequence, SetOwner, SetTime
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
            time=period(45, CREDITORS),
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
        *signed(
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
            PERMIT_HOURS,
        ),
        Step(
            slug="social-clear",
            name=text("社保账户清理", "Clear social insurance"),
            owner="hrss",
            after=("tax-clearance-sign-off",),
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
        *signed(
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
            COUNTER_HOURS,
        ),
        Step(
            slug="seal-cancel",
            name=text("公章缴销、备案注销", "Hand in the seals, close their record"),
            owner="public-security",
            after=("deregistration-sign-off",),
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
            time=outside_desk(20, 40, 90),
            materials=(IDENTITY,),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
    ),
    limits=(
        company_registration_law(("deregistration", "deregistration-sign-off")),
        working_days(
            "tax-clearance-limit",
            text("税务注销", "Tax clearance"),
            10,
            ("tax-clearance", "tax-clearance-sign-off"),
            assumed(
                "税总发〔2019〕64号：一般纳税人10个工作日、小规模5个，条款未核，取较长者 "
                "(tax circular as remembered, the longer figure)"
            ),
        ),
    ),
    reforms=(
        Reform(
            item=8,
            text=text(
                "全市任一窗口一次提交，四家并联清理，签批从简后注销",
                "One bundle at any window in the city; four offices clear abreast, signed sooner",
            ),
            edits=(
                SetOwner(step="filing", owner="service-center"),
                Resequence(step="filing", after=("liquidation",)),
                *resequenced("filing", *CLEARED),
                Resequence(step="deregistration", after=("tax-clearance-sign-off", *CLEARED[1:])),
                Resequence(step="account-close", after=("deregistration-sign-off",)),
                DropMaterial(step="filing", materials=("tax-clearance-proof",)),
                *shared_at("filing", "application-form", "liquidation-report", "seals"),
                *without_papers(("identity",), *CLEARED, "seal-cancel"),
                *without_visits(*CLEARED, "seal-cancel"),
                SetTime(step="tax-clearance-sign-off", time=sign_off(*SHORT_HOURS)),
                SetTime(step="deregistration-sign-off", time=sign_off(*BRIEF_HOURS)),
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
