"""一照多址登记: from a branch for every further premises to one licence that lists them all."""

from flows.company.shared import PLATFORM, PREMISES, REGISTRATION_LAW, matched_addresses
from flows.limits import company_registration_law
from flows.shared import (
    AT_ONCE,
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    choice,
    clerk,
    corrected,
    flag,
    material,
    on_the_spot,
    review,
    system_seconds,
)
from flows.steps import added, only_when, signed
from models.base import text
from models.condition import AllOf, Is, Not
from models.edits import AddStep
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

BRANCH_NAME = material("branch-name", "分支机构名称申报", "Name of the branch")
BRANCH_HEAD = material("branch-head", "负责人任职文件", "Appointment of its head")
ELIGIBLE = AllOf(
    conditions=(Is(attribute="applicant-kind", value="firm"), Is(attribute="domicile-here"))
)
BRANCH = Not(condition=ELIGIBLE)

PROCESS = Process(
    slug="multi-premises-registration",
    name=text("一照多址登记", "Several premises on one licence"),
    family="company",
    lead="market-regulation",
    items=(1, 5),
    attributes=(
        choice(
            "applicant-kind",
            "申请主体类型",
            "Kind of applicant",
            {"firm": 0.84, "branch": 0.04, "sole-trader": 0.12},
        ),
        flag(
            "domicile-here",
            "住所与经营场所同在本县",
            "Domicile and premises both in the county",
            0.85,
        ),
    ),
    steps=(
        Step(
            slug="application",
            name=text("申请增设经营场所", "Apply for further premises"),
            owner="market-regulation",
            time=clerk(10, 20, 45),
            materials=(FORM, IDENTITY, LICENCE_COPY, PREMISES),
            visit=AT_ONCE,
            channel="window",
            source=plan(1),
        ),
        Step(
            slug="branch-papers",
            name=text("分支机构名称、负责人材料", "Name and head of the branch"),
            owner="market-regulation",
            after=("application",),
            time=clerk(8, 15, 30),
            materials=(BRANCH_NAME, BRANCH_HEAD),
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="address-check",
            name=text("经营场所核验", "Check the address"),
            owner="market-regulation",
            after=("branch-papers",),
            time=clerk(10, 20, 60),
            rework=corrected("application", 0.12, most=2),
            source=plan(5),
        ),
        *signed(
            Step(
                slug="registration",
                name=text("登记", "Registration"),
                owner="market-regulation",
                after=("address-check",),
                time=review(40),
                rework=corrected("registration", 0.08, most=2),
                source=statute(REGISTRATION_LAW, "第二十三条"),
            ),
            COUNTER_HOURS,
        ),
        Step(
            slug="branch-licence",
            name=text("领取分支机构营业执照", "Collect the branch licence"),
            owner="market-regulation",
            after=("registration-sign-off",),
            time=clerk(3, 5, 15),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("分支机构营业执照", "Branch licence"),),
            source=PRACTICE,
        ),
        Step(
            slug="branch-tax",
            name=text("分支机构税务信息确认", "Tax registration of the branch"),
            owner="tax",
            after=("branch-licence",),
            time=clerk(15, 30, 60),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
    ),
    limits=(company_registration_law(("registration", "registration-sign-off")),),
    reforms=(
        Reform(
            item=1,
            text=text(
                "同县内增设场所只登记场所，不再设立分支机构",
                "Further premises in the county are listed on the licence; no branch is needed",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="eligibility",
                        name=text("核对一照多址条件", "Check who may use one licence"),
                        owner="market-regulation",
                        after=("application",),
                        time=system_seconds(),
                        source=plan(1),
                    ),
                    before=("branch-papers", "address-check"),
                ),
                *only_when(BRANCH, "branch-papers", "branch-licence", "branch-tax"),
                *added(
                    Step(
                        slug="licence-update",
                        name=text("换发载明多址的营业执照", "Issue the licence with all premises"),
                        owner="market-regulation",
                        after=("registration-sign-off",),
                        when=ELIGIBLE,
                        time=on_the_spot(),
                        visit=NEXT_OFFICE,
                        channel="window",
                        produces=(text("载明多址的营业执照", "Licence with all premises"),),
                        source=assumed("登记后换发执照 (the licence is reissued)"),
                    ),
                    Step(
                        slug="share",
                        name=text("场所信息共享税务等部门", "Share the premises with tax"),
                        owner="platform",
                        after=("licence-update",),
                        when=ELIGIBLE,
                        time=system_seconds(60),
                        source=PLATFORM,
                    ),
                ),
            ),
        ),
        Reform(
            item=5,
            text=text(
                "经营场所改用公安标准地址库自动比对，少数查无地址的人工核验",
                "Premises are matched to the police address base; the few not found go by hand",
            ),
            edits=(*matched_addresses("application"),),
        ),
    ),
    notes=text(
        "分支机构、个体工商户和住所不在本县的，仍按分支机构（或另设主体）登记；"
        "方案未写办理期限，登记适用法定3个工作日。",
        "Branches, sole traders and firms domiciled elsewhere still register a branch or anew. "
        "The plan states no time; the statute's 3 working days apply.",
    ),
)
