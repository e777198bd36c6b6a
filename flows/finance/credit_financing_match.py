"""政采贷与融资平台对接: public data serve the lender, and firm and product meet on a platform."""

from flows.finance.shared import BANK_ASKS, SOCIAL_PROOF, TAX_PROOF
from flows.shared import (
    AT_ONCE,
    FORM,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    choice,
    clerk,
    corrected,
    material,
    outside_days,
    own_days,
    system_seconds,
)
from flows.steps import by_system
from models.base import text
from models.condition import Is
from models.edits import (
    AddStep,
    DropMaterial,
    DropVisit,
    MergeSteps,
    RunParallel,
    SetRework,
    SetTime,
)
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

AWARD_PROOF = material("award-proof", "中标通知书和采购合同", "Award notice and contract")
ACCOUNTS = material("financial-statements", "财务报表", "Financial statements")
FEWER = assumed("公共数据到位后需补充的比例估计 (the same once the bank has public data)")
PROCUREMENT_LOAN = Is(attribute="product", value="procurement")

PROCESS = Process(
    slug="credit-financing-match",
    name=text("政采贷与融资平台对接", "Procurement loan and financing match"),
    family="finance",
    lead="finance-office",
    items=(50, 51),
    attributes=(
        choice(
            "product",
            "融资类型",
            "Kind of loan",
            {"procurement": 0.15, "supply-chain": 0.15, "credit": 0.7},
            assumed("类型依第50项，占比为估计 (kinds from item 50; mix assumed)"),
        ),
    ),
    steps=(
        Step(
            slug="find-lender",
            name=text("寻找机构、提出融资需求", "Look for a lender and state the need"),
            owner="applicant",
            time=own_days(6),
            source=plan(51),
        ),
        Step(
            slug="tax-proof",
            name=text("开具纳税证明", "Get proof of tax paid"),
            owner="tax",
            after=("find-lender",),
            time=clerk(5, 10, 20),
            materials=(LICENCE_COPY,),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("纳税证明", "Proof of tax paid"),),
            source=PRACTICE,
        ),
        Step(
            slug="social-insurance-proof",
            name=text("开具社保缴纳证明", "Get proof of social insurance"),
            owner="hrss",
            after=("tax-proof",),
            time=clerk(5, 10, 20),
            materials=(LICENCE_COPY,),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("社保缴纳证明", "Proof of social insurance"),),
            source=PRACTICE,
        ),
        Step(
            slug="award-data",
            name=text("核实中标和合同信息", "Confirm award and contract"),
            owner="finance",
            after=("social-insurance-proof",),
            when=PROCUREMENT_LOAN,
            time=clerk(10, 20, 40),
            materials=(AWARD_PROOF,),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="apply",
            name=text("向银行申请贷款", "Apply to the bank"),
            owner="bank",
            after=("award-data",),
            time=outside_days(0.5),
            materials=(FORM, LICENCE_COPY, ACCOUNTS, TAX_PROOF, SOCIAL_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="due-diligence",
            name=text("尽职调查", "Due diligence"),
            owner="bank",
            after=("apply",),
            time=outside_days(3),
            source=PRACTICE,
        ),
        Step(
            slug="approve-loan",
            name=text("授信审批", "Approve the credit"),
            owner="bank",
            after=("due-diligence",),
            time=outside_days(4),
            rework=corrected("due-diligence", 0.25, source=BANK_ASKS),
            source=assumed("由银行审批 (the bank decides)"),
        ),
        Step(
            slug="sign",
            name=text("签订借款合同", "Sign the loan contract"),
            owner="applicant",
            after=("approve-loan",),
            time=own_days(1),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="lend",
            name=text("放款", "Pay the loan out"),
            owner="bank",
            after=("sign",),
            time=outside_days(1),
            produces=(text("贷款资金", "Loan"),),
            source=assumed("由银行放款 (the bank lends)"),
        ),
    ),
    reforms=(
        Reform(
            item=50,
            text=text(
                "经授权调用公共数据，替代纳税、社保、中标证明",
                "With consent public data replace the tax, insurance and award proofs",
            ),
            edits=(
                MergeSteps(
                    steps=("tax-proof", "social-insurance-proof"),
                    into=Step(
                        slug="public-data",
                        name=text("授权调用公共数据", "Use public data with consent"),
                        owner="big-data",
                        time=system_seconds(),
                        channel="online",
                        source=plan(50),
                    ),
                ),
                RunParallel(steps=("public-data", "award-data")),
                *by_system("award-data"),
                DropMaterial(step="award-data", materials=("award-proof",)),
                DropMaterial(step="apply", materials=("tax-proof", "social-insurance-proof")),
                SetTime(step="due-diligence", time=outside_days(1.5)),
                SetRework(
                    step="approve-loan", rework=corrected("due-diligence", 0.12, source=FEWER)
                ),
            ),
        ),
        Reform(
            item=51,
            text=text(
                "在融资信用服务平台发布需求、匹配产品、线上申请",
                "The need is posted, matched with products and applied for on the platform",
            ),
            edits=(
                SetTime(step="find-lender", time=own_days(0.5)),
                AddStep(
                    step=Step(
                        slug="match",
                        name=text("平台对接融资产品", "Match with products on the platform"),
                        owner="finance-office",
                        after=("find-lender",),
                        time=system_seconds(),
                        channel="online",
                        source=plan(51),
                    ),
                    before=("apply",),
                ),
                DropVisit(step="apply"),
            ),
        ),
    ),
    notes=text(
        "贷款由银行自主审批，方案和法律均未规定时限；未匹配到产品的需求继续挂网，不在此列。",
        "Banks decide on loans; neither the plan nor a statute sets a limit. Needs without a "
        "product stay on the platform and are left out.",
    ),
)
