"""学科类培训综合监管一件事: six departments' links become one lifelong matter."""

from flows.limits import calendar_days, company_registration_law, completed
from flows.shared import (
    AT_ONCE,
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    PERMIT_HOURS,
    SHORT_HOURS,
    choice,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    review,
    sign_off,
)
from flows.steps import (
    by_system,
    office_trip,
    resequenced,
    shared_at,
    sign_offs,
    signed,
    without_papers,
    without_visits,
)
from models.base import text
from models.condition import Is
from models.edits import DropMaterial, Resequence, SetTime
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
REGISTERED = sign_offs("non-profit-registration", "company-registration")

PROCESS = Process(
    slug="training-one-thing",
    name=text("学科类培训综合监管一件事", "Academic training supervised as one matter"),
    family="life",
    lead="education",
    items=(65,),
    attributes=(
        choice(
            "legal-form",
            "法人类型",
            "Legal form",
            {"non-profit": 0.9, "company": 0.1},
            assumed("义务教育学科类须为非营利，其余少量为公司 (policy: mostly non-profit)"),
        ),
        flag("files-change", "办理变更", "Files a change", 0.3),
        flag("exits", "终止办学", "Closes down", 0.15),
    ),
    steps=(
        *signed(
            Step(
                slug="fire-check",
                name=text("场所消防安全检查", "Check the fire safety of the premises"),
                owner="fire-rescue",
                time=field_work("fire-rescue", 60, 100, 180),
                rework=corrected("fire-check", 0.25),
                materials=(FORM, IDENTITY, PREMISES),
                visit=AT_ONCE,
                channel="window",
                produces=(text("消防安全意见", "Fire-safety opinion"),),
                source=plan(65),
            ),
            PERMIT_HOURS,
        ),
        office_trip(
            "staff-check",
            text("从业人员核查", "Check the staff"),
            "hrss",
            "fire-check-sign-off",
            review(60),
            (FORM, STAFF),
            plan(65),
        ),
        office_trip(
            "intake",
            text("设立申请受理", "Take in the application to set up"),
            "education",
            "staff-check",
            clerk(20, 35, 60),
            (FORM, IDENTITY, CHARTER, PREMISES, STAFF, FIRE_OPINION),
            plan(65),
            rework=corrected("intake", 0.25, most=2),
        ),
        *signed(
            Step(
                slug="approval",
                name=text("设立审批、发证", "Approve and issue the permit"),
                owner="education",
                after=("intake",),
                time=review(300),
                produces=(text("办学许可证", "School permit"),),
                source=plan(65),
            ),
            (26, 65, 130),
        ),
        *signed(
            office_trip(
                "non-profit-registration",
                text("民办非企业单位登记", "Register as a non-profit"),
                "civil-affairs",
                "approval-sign-off",
                review(90),
                (FORM, IDENTITY, CHARTER, PREMISES, PERMIT),
                plan(65),
                NON_PROFIT,
                corrected("non-profit-registration", 0.15),
            ),
            PERMIT_HOURS,
        ),
        *signed(
            office_trip(
                "company-registration",
                text("企业登记", "Register as a company"),
                "market-regulation",
                "approval-sign-off",
                review(45),
                (FORM, IDENTITY, CHARTER, PREMISES, PERMIT),
                plan(65),
                COMPANY,
                corrected("company-registration", 0.1),
            ),
            COUNTER_HOURS,
        ),
        Step(
            slug="fee-supervision",
            name=text("收费监管", "Supervise the fees"),
            owner="market-regulation",
            after=REGISTERED,
            time=field_work("market-regulation", 60, 90, 180),
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
            time=field_work("education", 90, 150, 240),
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
        *signed(
            office_trip(
                "change",
                text("变更审批", "Approve a change"),
                "education",
                REGISTERED,
                review(90),
                (FORM, IDENTITY, PERMIT),
                plan(65),
                CHANGES,
                corrected("change", 0.15),
            ),
            PERMIT_HOURS,
        ),
        *signed(
            office_trip(
                "exit",
                text("终止办学、注销许可", "Close down and cancel the permit"),
                "education",
                "credit-record",
                review(150),
                (FORM, IDENTITY, PERMIT),
                plan(65),
                EXITS,
            ),
            PERMIT_HOURS,
        ),
    ),
    limits=(
        calendar_days(
            "school-law",
            text("设立审批法定期限", "Approval, statutory period"),
            90,
            ("approval", "approval-sign-off"),
            statute("民办教育促进法", "第十七条", "自受理之日起三个月"),
            completed("intake"),
            assumed("三个月读作90日 (three months read as 90 days)"),
        ),
        calendar_days(
            "non-profit-rule",
            text("民办非企业登记法定期限", "Non-profit registration, statutory period"),
            60,
            ("non-profit-registration", "non-profit-registration-sign-off"),
            statute("民办非企业单位登记管理暂行条例", "第十一条", "60日"),
        ),
        company_registration_law(
            ("company-registration", "company-registration-sign-off"),
            "company-rule",
            text("企业登记法定期限", "Company registration, statutory period"),
        ),
    ),
    reforms=(
        Reform(
            item=65,
            text=text(
                "教育部门牵头一次收件，消防、人员并联核查，签批从简，监管与信用数据共用",
                "One intake led by education; checks side by side, signed sooner, shared records",
            ),
            edits=(
                Resequence(step="intake", after=()),
                *resequenced("intake", "fire-check", "staff-check"),
                Resequence(step="approval", after=("fire-check-sign-off", "staff-check")),
                *shared_at("intake", "school-premises-proof", "staff-list", "school-charter"),
                DropMaterial(step="intake", materials=("fire-opinion",)),
                DropMaterial(step="fire-check", materials=("application-form", "identity")),
                DropMaterial(step="staff-check", materials=("application-form",)),
                *without_papers(
                    ("school-permit",), "non-profit-registration", "company-registration"
                ),
                *without_visits("fire-check", "staff-check"),
                *resequenced(REGISTERED, "tax-supervision", "teaching-supervision"),
                Resequence(step="credit-record", after=SUPERVISION),
                *by_system("credit-record"),
                SetTime(step="fire-check-sign-off", time=sign_off(*SHORT_HOURS)),
                SetTime(step="approval-sign-off", time=sign_off(13, 39, 78)),
            ),
        ),
    ),
    notes=text(
        "从设立到监管、变更、退出的间隔不计入；强制退出与自行退出未区分。",
        "The gaps over the school's life are left out; forced exit is not modelled apart.",
    ),
)
