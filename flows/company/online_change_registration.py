"""企业变更登记全程网办: from paper signatures at a window to e-signatures and an e-licence."""

from flows.company.shared import CHARTER, LICENCE_ORIGINAL, RESOLUTION
from flows.limits import company_registration_law
from flows.shared import (
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    flag,
    own_days,
    own_task,
    review,
    system_seconds,
)
from flows.steps import only_when, signed
from models.base import text
from models.condition import Is, Not
from models.edits import AddStep, DropVisit, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

ON_PAPER = Is(attribute="cannot-verify-online")
ONLINE = Not(condition=ON_PAPER)

PROCESS = Process(
    slug="online-change-registration",
    name=text("企业变更登记全程网办", "Company change registered fully online"),
    family="company",
    lead="market-regulation",
    items=(6,),
    attributes=(
        flag(
            "cannot-verify-online",
            "签字人无法在线核验",
            "A signatory cannot be verified online",
            0.07,
        ),
    ),
    steps=(
        Step(
            slug="form",
            name=text("填写变更申请", "Fill in the change"),
            owner="applicant",
            time=own_task(20, 40, 90),
            materials=(FORM,),
            channel="online",
            source=plan(6),
        ),
        Step(
            slug="paper-signing",
            name=text("股东等逐一纸质签字", "Signatures on paper, one after another"),
            owner="applicant",
            after=("form",),
            time=own_days(2.5, 0.7),
            source=PRACTICE,
        ),
        Step(
            slug="filing",
            name=text("窗口提交纸质材料", "Hand in the papers at the window"),
            owner="market-regulation",
            after=("paper-signing",),
            time=clerk(10, 20, 40),
            materials=(IDENTITY, RESOLUTION, CHARTER, LICENCE_ORIGINAL),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="identity-check",
            name=text("现场实名核验", "Check identities at the window"),
            owner="market-regulation",
            after=("filing",),
            time=clerk(5, 10, 25),
            channel="window",
            source=statute("市场主体登记管理条例", "第十五条"),
        ),
        *signed(
            Step(
                slug="change-review",
                name=text("变更登记审核", "Review the change"),
                owner="market-regulation",
                after=("identity-check",),
                time=review(40),
                rework=corrected("form", 0.15, most=2),
                source=PRACTICE,
            ),
            COUNTER_HOURS,
        ),
        Step(
            slug="licence",
            name=text("换发营业执照", "Issue the changed licence"),
            owner="market-regulation",
            after=("change-review-sign-off",),
            time=clerk(3, 5, 15),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("变更后的营业执照", "Changed licence"),),
            source=statute("市场主体登记管理条例", "第二十八条"),
        ),
        Step(
            slug="share",
            name=text("登记信息推送相关部门", "Pass the register entry to other departments"),
            owner="platform",
            after=("licence",),
            time=system_seconds(60),
            source=assumed("登记信息共享改革前已有，方案第6项未涉及 (sharing existed before)"),
        ),
    ),
    limits=(company_registration_law(("change-review", "change-review-sign-off")),),
    reforms=(
        Reform(
            item=6,
            text=text(
                "变更登记用省统一电子签名，填报、核验、签署、发照全程在线",
                "Changes are signed with the provincial e-signature; all steps run online",
            ),
            edits=(
                *only_when(ON_PAPER, "paper-signing", "filing", "identity-check"),
                AddStep(
                    step=Step(
                        slug="online-identity",
                        name=text("在线身份核验", "Verify identities online"),
                        owner="public-security",
                        after=("form",),
                        when=ONLINE,
                        time=system_seconds(),
                        source=assumed("公安为责任单位，提供身份核验 (the police verify)"),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="e-signature",
                        name=text("省统一电子签名", "Sign with the provincial e-signature"),
                        owner="applicant",
                        after=("online-identity",),
                        when=ONLINE,
                        time=own_days(0.6, 0.8),
                        materials=(RESOLUTION, CHARTER),
                        channel="online",
                        source=plan(6),
                    ),
                    before=("change-review",),
                ),
                DropVisit(step="licence", channel="online"),
                SetTime(step="licence", time=system_seconds(60)),
            ),
        ),
    ),
    notes=text(
        "签字人无法在线核验的仍走窗口，发电子营业执照。决议之日起30日内申请变更"
        "（条例第二十四条）是企业义务，不是办理期限。方案未写期限，登记适用法定3个工作日。",
        "Who cannot be verified online still comes to the window. Filing within 30 days of the "
        "resolution (art. 24) is the firm's duty, not a processing limit; art. 19 sets 3 days.",
    ),
)
