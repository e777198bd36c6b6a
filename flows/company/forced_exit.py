"""企业强制退出: from revoked firms that linger on a list to compulsory deregistration."""

from flows.company.shared import inquiries
from flows.limits import working_days
from flows.shared import PERMIT_HOURS, PRACTICE, clerk, flag, period, review, system_seconds
from flows.steps import Office, added, by_system, only_when, signed
from models.base import text
from models.condition import AllOf, Compare, Is, Not, NumberAttribute
from models.distributions import Lognormal
from models.edits import AddStep, SetCondition, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

MEASURES = "强制注销公司登记制度实施办法"
LONG_ENOUGH = Compare(
    attribute="years-revoked",
    operator=">=",
    value=3,
    source=statute("公司法", "第二百四十一条", "2023年修订；方案只写“一定期限”"),
)
UNOPPOSED = AllOf(conditions=(LONG_ENOUGH, Not(condition=Is(attribute="opposed"))))
REMINDER = assumed("改革前督促注销的等待时间估计 (time left after a reminder)")

PROCESS = Process(
    slug="forced-exit",
    name=text("企业强制退出", "Compulsory exit of revoked companies"),
    family="company",
    lead="market-regulation",
    items=(111,),
    body="二(一)1",
    attributes=(
        NumberAttribute(
            slug="years-revoked",
            name=text("吊销营业执照已满年数", "Years since the licence was revoked"),
            unit=text("年", "years"),
            distribution=Lognormal(median=5, sigma=0.7),
            source=assumed("吊销未注销企业年限分布估计 (spread of years since revocation)"),
        ),
        flag("opposed", "有未了事项或异议成立", "An open case or objection stands", 0.15),
    ),
    steps=(
        Step(
            slug="screening",
            name=text("筛选吊销未注销企业", "Screen firms with revoked licences"),
            owner="market-regulation",
            time=review(20),
            source=plan(111),
        ),
        Step(
            slug="file-check",
            name=text("核对登记、处罚档案和条件", "Check the files and the conditions"),
            owner="market-regulation",
            after=("screening",),
            time=review(45),
            source=plan(111),
        ),
        Step(
            slug="call",
            name=text("发布催告公告", "Publish the call"),
            owner="market-regulation",
            after=("file-check",),
            time=clerk(5, 15, 30),
            source=PRACTICE,
        ),
        Step(
            slug="notice",
            name=text("公告期", "Notice period"),
            owner="market-regulation",
            after=("call",),
            time=period(30, REMINDER),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="decision",
                name=text("作出处理决定", "Decide on the firm"),
                owner="market-regulation",
                after=("notice",),
                time=review(40),
                source=plan(111),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="watch-list",
            name=text("列入名册继续监管", "Keep the firm on the watch list"),
            owner="market-regulation",
            after=("decision-sign-off",),
            time=clerk(5, 10, 20),
            source=PRACTICE,
        ),
    ),
    limits=(
        working_days(
            "decision-act",
            text("公告期满后作出决定", "Decision after the notice"),
            10,
            ("decision", "decision-sign-off"),
            assumed(
                "《强制注销公司登记制度实施办法》（2025年）：公告期满后10个工作日内决定，条号未核 "
                "(ministerial rules of 2025, later than the plan, article not checked)"
            ),
        ),
    ),
    reforms=(
        Reform(
            item=111,
            text=text(
                "吊销满一定期限的企业，征询部门、公告听取异议后强制注销",
                "Firms revoked long enough are struck off after inquiries, notice and objections",
            ),
            edits=(
                *by_system("screening", seconds=60),
                *only_when(LONG_ENOUGH, "file-check", "call", "notice"),
                SetTime(step="notice", time=period(90, statute(MEASURES, "第三条"))),
                *added(
                    *inquiries(
                        "file-check",
                        LONG_ENOUGH,
                        Office("tax-inquiry", "税务部门意见", "Opinion of the tax office", "tax"),
                        Office(
                            "social-inquiry", "人社部门意见", "Opinion of the labour office", "hrss"
                        ),
                        Office(
                            "court-inquiry", "法院涉诉、执行情况", "Cases before the court", "court"
                        ),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="objections",
                        name=text("汇总意见、审查异议", "Weigh opinions and objections"),
                        owner="market-regulation",
                        after=("notice", "tax-inquiry", "social-inquiry", "court-inquiry"),
                        when=LONG_ENOUGH,
                        time=review(40),
                        source=statute(MEASURES, "第四条", "2025年，晚于方案"),
                    ),
                    before=("decision",),
                ),
                *only_when(UNOPPOSED, "decision", "decision-sign-off"),
                SetCondition(step="watch-list", when=Not(condition=UNOPPOSED)),
                AddStep(
                    step=Step(
                        slug="publication",
                        name=text("公示强制注销并共享", "Publish and share the deregistration"),
                        owner="market-regulation",
                        after=("decision-sign-off",),
                        when=UNOPPOSED,
                        time=system_seconds(60),
                        produces=(text("强制注销决定书", "Deregistration decision"),),
                        source=assumed("决定经公示系统公示 (the decision is published)"),
                    )
                ),
            ),
        ),
    ),
    notes=text(
        "方案未写年限、条件和公告期；满三年依公司法（2023年修订），公告90日依2025年总局办法，均晚于方案。"
        "改革前没有强制注销，企业长期挂在名册。",
        "The plan gives neither years nor notice; three years follow the Company Law of 2023, the "
        "90 days the rules of 2025, both later than the plan. Before, firms stayed on the list.",
    ),
)
