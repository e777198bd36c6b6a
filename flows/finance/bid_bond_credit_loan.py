"""年度投标保证金信用免抵押贷款: a firm in good credit borrows its yearly bid deposit unsecured."""

from flows.finance.shared import BANK_ASKS
from flows.shared import (
    FORM,
    LICENCE_COPY,
    corrected,
    flag,
    outside_days,
    own_days,
    own_minutes,
    system_seconds,
)
from models.base import text
from models.condition import Is, Not
from models.process import Process
from models.source import assumed, plan_body
from models.step import Step

LOAN = plan_body("二(一)2")
BANK_WAY = assumed("银行信用贷款常见环节 (usual steps of a credit loan)")

GOOD_CREDIT = Is(attribute="credit-good")
NO_LOAN = Not(condition=GOOD_CREDIT)

PROCESS = Process(
    slug="bid-bond-credit-loan",
    name=text("年度投标保证金信用免抵押贷款", "Unsecured credit loan for the yearly bid deposit"),
    family="finance",
    lead="credit-office",
    body="二(一)2",
    attributes=(
        flag(
            "credit-good",
            "信用良好",
            "Good credit",
            0.8,
            assumed("条件依方案正文，占比为估计 (rule from the plan's body; share assumed)"),
        ),
    ),
    steps=(
        Step(
            slug="apply",
            name=text("企业申请", "Firm applies"),
            owner="applicant",
            time=own_minutes(40),
            materials=(FORM, LICENCE_COPY),
            channel="online",
            source=LOAN,
        ),
        Step(
            slug="credit-check",
            name=text("信用核验", "Check the credit"),
            owner="credit-office",
            after=("apply",),
            time=system_seconds(),
            source=LOAN,
        ),
        Step(
            slug="bank-review",
            name=text("银行审查（免抵押）", "Bank reviews, no collateral"),
            owner="bank",
            after=("credit-check",),
            when=GOOD_CREDIT,
            time=outside_days(2),
            rework=corrected("bank-review", 0.1, source=BANK_ASKS),
            source=LOAN,
        ),
        Step(
            slug="sign",
            name=text("签订借款合同", "Sign the loan contract"),
            owner="applicant",
            after=("bank-review",),
            when=GOOD_CREDIT,
            time=own_days(0.5),
            channel="online",
            source=BANK_WAY,
        ),
        Step(
            slug="lend",
            name=text("发放贷款", "Pay the loan out"),
            owner="bank",
            after=("sign",),
            when=GOOD_CREDIT,
            time=outside_days(0.5),
            produces=(text("贷款资金", "Loan"),),
            source=LOAN,
        ),
        Step(
            slug="own-cash",
            name=text("自筹保证金", "Raise the deposit in cash"),
            owner="applicant",
            after=("credit-check",),
            when=NO_LOAN,
            time=own_days(5),
            source=assumed("不符合条件的自筹资金 (firms not eligible use own cash)"),
        ),
        Step(
            slug="pay-deposit",
            name=text("缴纳年度投标保证金", "Pay the yearly bid deposit"),
            owner="supplier",
            after=("lend", "own-cash"),
            time=own_minutes(20),
            channel="online",
            source=LOAN,
        ),
        Step(
            slug="deposit-booked",
            name=text("保证金到账登记", "Book the deposit"),
            owner="city-exchange",
            after=("pay-deposit",),
            time=system_seconds(60),
            produces=(text("年度保证金凭证", "Receipt of the yearly deposit"),),
            source=assumed("由交易平台登记到账 (the exchange books it)"),
        ),
    ),
    notes=text(
        "只见于方案正文，无对应任务项，直接写改革后流程；年度期满归还不计入本办件。方案和法律均无时限。",
        "Named in the plan's body alone, without an item, so written as it is to be; paying back "
        "after the year is another matter. Neither the plan nor a statute sets a time limit.",
    ),
)
