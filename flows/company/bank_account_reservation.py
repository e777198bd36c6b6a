"""银行账户预约: from telling every office one's account to a reserved number pushed to all."""

from flows.company.shared import CHARTER, PLATFORM
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    flag,
    material,
    outside_days,
    outside_desk,
    own_task,
    period,
    system_seconds,
)
from flows.steps import (
    Office,
    added,
    by_system,
    office_trips,
    only_when,
    resequenced,
    without_papers,
)
from models.base import text
from models.condition import AnyOf, Is, Not
from models.edits import RemoveStep, Resequence, SetCondition, SetRework
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

ACCOUNT_PROOF = material("account-proof", "开户证明", "Proof of the account")
VALIDITY = assumed("账号有效期长度方案未写，暂按30日 (validity not stated, taken as 30 days)")
REFUSED = Is(attribute="refused")
LAPSED = Is(attribute="lapsed")
GRANTED = Not(condition=REFUSED)
OPENED = Not(condition=AnyOf(conditions=(REFUSED, LAPSED)))
TELLING = ("tell-tax", "tell-social", "tell-medical", "tell-fund")
TOLD = ("application-form", "account-proof")
PUSH = system_seconds(60)

PROCESS = Process(
    slug="bank-account-reservation",
    name=text("银行账户预约", "Bank account pre-reservation"),
    family="company",
    lead="pboc-luoyuan",
    items=(3,),
    attributes=(
        flag("refused", "尽职调查未通过", "Due diligence fails", 0.04),
        flag("lapsed", "有效期内未开户", "The reservation is not used in time", 0.06),
    ),
    steps=(
        Step(
            slug="bank-filing",
            name=text("到银行提交开户资料", "Hand in the account papers at the bank"),
            owner="bank",
            time=outside_desk(20, 40, 90),
            materials=(FORM, IDENTITY, LICENCE_COPY, CHARTER),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="due-diligence",
            name=text("银行尽职调查", "The bank's due diligence"),
            owner="bank",
            after=("bank-filing",),
            time=outside_days(1.5),
            rework=corrected("bank-filing", 0.15),
            source=PRACTICE,
        ),
        Step(
            slug="account-opening",
            name=text("正式开立账户", "Open the account"),
            owner="bank",
            after=("due-diligence",),
            when=GRANTED,
            time=outside_desk(30, 60, 120),
            materials=(IDENTITY,),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("对公账户", "Company bank account"),),
            source=plan(3),
        ),
        Step(
            slug="tell-tax",
            name=text("账户信息报税务", "Account made known to tax"),
            owner="tax",
            after=("account-opening",),
            when=GRANTED,
            time=clerk(5, 12, 30),
            materials=(FORM, ACCOUNT_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(3),
        ),
        *office_trips(
            "tell-tax",
            clerk(5, 10, 25),
            (FORM, ACCOUNT_PROOF),
            Office(
                "tell-social",
                "账户信息报社保",
                "Account made known to social insurance",
                "hrss",
                GRANTED,
            ),
            Office(
                "tell-medical",
                "账户信息报医保",
                "Account made known to medical insurance",
                "medical-insurance",
                GRANTED,
            ),
            Office(
                "tell-fund",
                "账户信息报公积金",
                "Account made known to the housing fund",
                "housing-fund",
                GRANTED,
            ),
            source=plan(3),
        ),
    ),
    reforms=(
        Reform(
            item=3,
            text=text(
                "线上填一次开户信息，预约账号和开户结果推送各部门",
                "Details are filled in once online; reserved number and account are pushed to all",
            ),
            edits=(
                SetRework(step="due-diligence", rework=corrected("due-diligence", 0.1)),
                RemoveStep(step="bank-filing"),
                *added(
                    Step(
                        slug="platform-form",
                        name=text("“一网通办”填写开户信息", "Fill in the account details online"),
                        owner="applicant",
                        time=own_task(10, 20, 40),
                        materials=(FORM,),
                        channel="online",
                        source=plan(3),
                    ),
                    Step(
                        slug="authorisation",
                        name=text("企业授权共享信息", "The firm authorises the sharing"),
                        owner="applicant",
                        after=("platform-form",),
                        time=own_task(2, 5, 15),
                        channel="online",
                        source=plan(3),
                    ),
                    Step(
                        slug="relay",
                        name=text("经人行推送至选定银行", "Relay to the chosen bank"),
                        owner="pboc-luoyuan",
                        after=("authorisation",),
                        time=PUSH,
                        source=plan(3),
                    ),
                    Step(
                        slug="number",
                        name=text("生成预约账号和有效期", "Reserve a number with its validity"),
                        owner="bank",
                        after=("relay",),
                        time=PUSH,
                        produces=(text("预约账号", "Reserved account number"),),
                        source=plan(3),
                    ),
                    Step(
                        slug="push-number",
                        name=text("推送预约账号", "Push the reserved number"),
                        owner="platform",
                        after=("number",),
                        time=PUSH,
                        source=plan(3),
                    ),
                ),
                *by_system(*TELLING, seconds=60),
                *without_papers(TOLD, *TELLING),
                *only_when(None, *TELLING),
                *resequenced("push-number", *TELLING),
                Resequence(step="due-diligence", after=("number",)),
                SetCondition(step="due-diligence", when=Not(condition=LAPSED)),
                SetCondition(step="account-opening", when=OPENED),
                *added(
                    Step(
                        slug="push-account",
                        name=text("推送开户结果", "Push the opened account"),
                        owner="platform",
                        after=("account-opening",),
                        when=OPENED,
                        time=PUSH,
                        source=plan(3),
                    ),
                    Step(
                        slug="validity",
                        name=text("预约账号到期", "The reservation runs out"),
                        owner="bank",
                        after=("number",),
                        when=LAPSED,
                        time=period(30, VALIDITY),
                        source=VALIDITY,
                    ),
                    Step(
                        slug="withdraw-number",
                        name=text("通知各部门预约账号作废", "Tell all that the number is void"),
                        owner="platform",
                        after=("due-diligence", "validity"),
                        when=AnyOf(conditions=(REFUSED, LAPSED)),
                        time=PUSH,
                        source=PLATFORM,
                    ),
                ),
            ),
        ),
    ),
    notes=text(
        "方案和法规均未对预约、开户规定办理期限；责任单位列县住建局，正文所指为公积金，"
        "按公积金中心办理。",
        "Neither plan nor statute sets a limit here. The plan lists the housing bureau, its text "
        "means the housing fund, which is the owner here.",
    ),
)
