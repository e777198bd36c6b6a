"""学科类培训综合监管一件事: six departments' links become one lifelong matter."""

from flows.life.shared import by_system, flag, shared_at, without_visits
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    clerk,
    corrected,
    material,
    review,
)
from models.base import text
from models.condition import ChoiceAttribute, Is
from models.edits import DropMaterial, Resequence
from models.limit import Limit, Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

CHARTER = material("school-charter", "办学章程", "Articles of the school")
PREMISES = material("school-premises-proof", "办学场所证明", "Proof of premises")
STAFF = material("staff-list", "从业人员名单与资格证明", "List of staff and qualifications")
PERMIT = material("school-permit", "办学许可证", "School permit")
FIRE_OPINION = material("fire-opinion", "消防安全意见", "Fire-safety opinion")

NON_PROFIT = Is(attribute="legal-form", value="non-profit")
COMPANY = Is(attribute="legal-form", value="company")
CHANGES = Is(attribute="files-change")
EXITS = Is(attribute="exits")
SUPERVISION = ("fee-supervision", "tax-supervision", "teaching-supervision")
REGISTERED = ("non-profit-registration", "company-registration")

PROCESS = Process(
    slug="training-one-thing",
    name=text("学科类培训综合监管一件事", "Academic training supervised as one matter"),
    family="life",
    lead="education",
    items=(65,),
    attributes=(
        ChoiceAttribute(
            slug="legal-form",
            name=text("法人类型", "Legal form"),
            options={"non-profit": 0.9, "company": 0.1},
            source=assumed("义务教育学科类须为非营利，其余少量为公司 (policy: mostly non-profit)"),
        ),
        flag("files-change", "办理变更", "Files a change", 0.3),
        flag("exits", "终止办学", "Closes down", 0.15),
    ),
    steps=(
        Step(
            slug="fire-check",
            name=text("场所消防安全检查", "Check the fire safety of the premises"),
            owner="fire-rescue",
            time=clerk(60, 100, 180, pool="fire-rescue-field"),
            rework=corrected("fire-check", 0.25),
            materials=(FORM, IDENTITY, PREMISES),
            visit=AT_ONCE,
            channel="window",
            produces=(text("消防安全意见", "Fire-safety opinion"),),
            source=plan(65),
        ),
        Step(
            slug="staff-check",
            name=text("从业人员核查", "Check the staff"),
            owner="hrss",
            after=("fire-check",),
            time=review(60),
            materials=(FORM, STAFF),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(65),
        ),
        Step(
            slug="intake",
            name=text("设立申请受理", "Take in the application to set up"),
            owner="education",
            after=("staff-check",),
            time=clerk(20, 35, 60),
            rework=corrected("intake", 0.25, most=2),
            materials=(FORM, IDENTITY, CHARTER, PREMISES, STAFF, FIRE_OPINION),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(65),
        ),
        Step(
            slug="approval",
            name=text("设立审批、发证", "Approve and issue the permit"),
            owner="education",
            after=("intake",),
            time=review(300),
            produces=(text("办学许可证", "School permit"),),
            source=plan(65),
        ),
        Step(
            slug="non-profit-registration",
            name=text("民办非企业单位登记", "Register as a non-profit"),
            owner="civil-affairs",
            after=("approval",),
            when=NON_PROFIT,
            time=review(90),
            rework=corrected("non-profit-registration", 0.15),
            materials=(FORM, IDENTITY, CHARTER, PREMISES, PERMIT),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(65),
        ),
        Step(
            slug="company-registration",
            name=text("企业登记", "Register as a company"),
            owner="market-regulation",
            after=("approval",),
            when=COMPANY,
            time=review(45),
            rework=corrected("company-registration", 0.1),
            materials=(FORM, IDENTITY, CHARTER, PREMISES, PERMIT),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(65),
        ),
        Step(
            slug="fee-supervision",
            name=text("收费监管", "Supervise the fees"),
            owner="market-regulation",
            after=REGISTERED,
            time=clerk(60, 90, 180, pool="market-regulation-field"),
            channel="window",
            source=plan(65),
        ),
        Step(
            slug="tax-supervision",
            name=text("税务监管", "Supervise the taxes"),
            owner="tax",
            after=("fee-supervision",),
            time=review(60),
            source=assumed("县税务局为责任单位 (the tax bureau is a responsible unit)"),
        ),
        Step(
            slug="teaching-supervision",
            name=text("招生、内容、证书监管", "Supervise enrolment, content, certificates"),
            owner="education",
            after=("tax-supervision",),
            time=clerk(90, 150, 240, pool="education-field"),
            channel="window",
            source=plan(65),
        ),
        Step(
            slug="credit-record",
            name=text("信用状况记录", "Keep the credit record"),
            owner="education",
            after=("teaching-supervision",),
            time=clerk(15, 30, 60),
            source=plan(65),
        ),
        Step(
            slug="change",
            name=text("变更审批", "Approve a change"),
            owner="education",
            after=REGISTERED,
            when=CHANGES,
            time=review(90),
            rework=corrected("change", 0.15),
            materials=(FORM, IDENTITY, PERMIT),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(65),
        ),
        Step(
            slug="exit",
            name=text("终止办学、注销许可", "Close down and cancel the permit"),
            owner="education",
            after=("credit-record",),
            when=EXITS,
            time=review(150),
            materials=(FORM, IDENTITY, PERMIT),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(65),
        ),
    ),
    limits=(
        Limit(
            slug="school-law",
            name=text("设立审批法定期限", "Approval, statutory period"),
            most=90,
            unit="calendar_days",
            over=("approval",),
            starts=Moment(step="intake", edge="completed"),
            source=statute("民办教育促进法", "第十七条", "自受理之日起三个月"),
            reading=assumed("三个月读作90日 (three months read as 90 days)"),
        ),
        Limit(
            slug="non-profit-rule",
            name=text("民办非企业登记法定期限", "Non-profit registration, statutory period"),
            most=60,
            unit="calendar_days",
            over=("non-profit-registration",),
            source=statute("民办非企业单位登记管理暂行条例", "第十一条", "60日"),
        ),
        Limit(
            slug="company-rule",
            name=text("企业登记法定期限", "Company registration, statutory period"),
            most=3,
            unit="working_days",
            over=("company-registration",),
            source=statute("市场主体登记管理条例", "第十九条"),
        ),
    ),
    reforms=(
        Reform(
            item=65,
            text=text(
                "教育部门牵头一次收件，消防、人员并联核查，监管与信用数据共用",
                "One intake led by education; fire and staff checks in parallel, shared records",
            ),
            edits=(
                Resequence(step="intake", after=()),
                Resequence(step="fire-check", after=("intake",)),
                Resequence(step="staff-check", after=("intake",)),
                Resequence(step="approval", after=("fire-check", "staff-check")),
                *shared_at("intake", "school-premises-proof", "staff-list", "school-charter"),
                DropMaterial(step="intake", materials=("fire-opinion",)),
                DropMaterial(step="fire-check", materials=("application-form", "identity")),
                DropMaterial(step="staff-check", materials=("application-form",)),
                DropMaterial(step="non-profit-registration", materials=("school-permit",)),
                DropMaterial(step="company-registration", materials=("school-permit",)),
                *without_visits("fire-check", "staff-check"),
                Resequence(step="tax-supervision", after=REGISTERED),
                Resequence(step="teaching-supervision", after=REGISTERED),
                Resequence(step="credit-record", after=SUPERVISION),
                *by_system("credit-record"),
            ),
        ),
    ),
    notes=text(
        "从设立到监管、变更、退出的间隔不计入；强制退出与自行退出未区分。",
        "The gaps over the school's life are left out; forced exit is not modelled apart.",
    ),
)
