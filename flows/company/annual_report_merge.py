"""企业年报多报合一: from a report to every authority to one report shared by all."""

from flows.limits import working_days
from flows.shared import (
    COUNTER_HOURS,
    FORM,
    NEXT_OFFICE,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    outside_desk,
    own_task,
    system_seconds,
)
from flows.steps import by_system, resequenced, shared_at, signed
from models.base import text
from models.condition import Chance, Is
from models.edits import AddStep, RemoveStep
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

DISCLOSURE = "企业信息公示暂行条例"
STAFF_DATA = material("staff-data", "职工和缴费情况表", "Staff and contributions")
ACCOUNTS = material("accounts", "年度财务报表", "Annual accounts")
REQUEST = material("delisting-request", "移出申请", "Request to be taken off")
TAKEN = system_seconds(60)
SAMPLED = statute("企业公示信息抽查暂行办法", "第四条", "不少于3%")
REPORTS = ("social-report", "tax-report", "statistics-report", "customs-report")
LATE = Is(attribute="late")

PROCESS = Process(
    slug="annual-report-merge",
    name=text("企业年报多报合一", "One annual report for all authorities"),
    family="company",
    lead="market-regulation",
    items=(110,),
    body="二(一)3",
    attributes=(
        flag("insured-staff", "有参保职工", "Has insured staff", 0.45),
        flag("surveyed", "列入统计年报范围", "Reports to the statistics office", 0.06),
        flag("with-customs", "海关管理企业", "Registered with customs", 0.03),
        flag("late", "逾期补报", "Reports late", 0.08),
    ),
    steps=(
        Step(
            slug="filling-in",
            name=text("填报企业年度报告", "Fill in the annual report"),
            owner="applicant",
            time=own_task(30, 60, 150),
            materials=(FORM,),
            channel="online",
            source=statute(DISCLOSURE, "第八条"),
        ),
        Step(
            slug="market-report",
            name=text("市场监管年报入库", "Report taken by market regulation"),
            owner="market-regulation",
            after=("filling-in",),
            time=TAKEN,
            source=plan(110),
        ),
        Step(
            slug="other-forms",
            name=text("向其他部门重复填报", "Fill in the same again for the others"),
            owner="applicant",
            after=("market-report",),
            time=own_task(30, 60, 150),
            source=plan(110),
        ),
        Step(
            slug="social-report",
            name=text("社保年报", "Annual report to social insurance"),
            owner="hrss",
            after=("other-forms",),
            when=Is(attribute="insured-staff"),
            time=clerk(8, 15, 30),
            materials=(FORM, STAFF_DATA),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(110),
        ),
        Step(
            slug="tax-report",
            name=text("税务年度报表", "Annual report to tax"),
            owner="tax",
            after=("social-report",),
            time=clerk(3, 6, 15),
            materials=(FORM, ACCOUNTS),
            channel="online",
            source=plan(110),
        ),
        Step(
            slug="statistics-report",
            name=text("统计年报", "Annual report to statistics"),
            owner="statistics",
            after=("tax-report",),
            when=Is(attribute="surveyed"),
            time=clerk(10, 20, 40),
            materials=(FORM, ACCOUNTS, STAFF_DATA),
            visit=NEXT_OFFICE,
            channel="window",
            source=assumed("统计局为责任单位，正文未提 (listed, but not in the text)"),
        ),
        Step(
            slug="customs-report",
            name=text("海关年报", "Annual report to customs"),
            owner="customs",
            after=("statistics-report",),
            when=Is(attribute="with-customs"),
            time=outside_desk(10, 20, 40),
            materials=(FORM, ACCOUNTS),
            channel="online",
            source=plan(110),
        ),
        Step(
            slug="publication",
            name=text("年报公示", "Publish the report"),
            owner="market-regulation",
            after=("market-report",),
            time=TAKEN,
            produces=(text("企业年度报告", "Annual report"),),
            source=statute(DISCLOSURE, "第八条"),
        ),
        *signed(
            Step(
                slug="delisting",
                name=text("补报后移出经营异常名录", "Take a late firm off the abnormal list"),
                owner="market-regulation",
                after=("publication",),
                when=LATE,
                time=clerk(10, 20, 40),
                materials=(REQUEST,),
                visit=NEXT_OFFICE,
                channel="window",
                source=assumed("逾期企业补报后申请移出 (late firms ask to be taken off)"),
            ),
            COUNTER_HOURS,
        ),
        Step(
            slug="spot-check",
            name=text("公示信息抽查", "Spot check of what was published"),
            owner="market-regulation",
            after=("publication",),
            when=Chance(share=0.03, source=SAMPLED),
            time=field_work("market-regulation", 60, 90, 180),
            rework=corrected("spot-check", 0.2),
            source=SAMPLED,
        ),
    ),
    limits=(
        working_days(
            "delisting-act",
            text("移出经营异常名录", "Removal from the abnormal list"),
            5,
            ("delisting", "delisting-sign-off"),
            statute("企业经营异常名录管理暂行办法", "第七条"),
        ),
    ),
    reforms=(
        Reform(
            item=110,
            text=text(
                "年报只填一次，由系统拆分共享给人社、税务、统计、海关",
                "The report is filled in once and shared with insurance, tax and the others",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="split",
                        name=text("按部门拆分推送", "Split and push by department"),
                        owner="market-regulation",
                        after=("filling-in",),
                        time=TAKEN,
                        source=plan(110),
                    )
                ),
                *by_system(*REPORTS, seconds=60),
                RemoveStep(step="other-forms"),
                *shared_at("filling-in", "application-form", "staff-data", "accounts"),
                *resequenced("split", "market-report", *REPORTS),
            ),
        ),
    ),
    notes=text(
        "每年1月1日至6月30日报送是企业义务，不是办理期限；方案未写办理期限。"
        "逾期列入异常名录由系统批量办理，不在个案流程内。",
        "Reporting between 1 January and 30 June is the firm's duty, not a processing limit; the "
        "plan states none. Late firms are listed in bulk, outside the single case.",
    ),
)
