"""免费公证继承登记: the county pays the notary, and the registry checks the deed by system."""

from flows.limits import completed, working_days
from flows.property.shared import (
    KINSHIP_PROOF,
    NOTARY_DEED,
    certificate,
    registration_limit,
    registry_review,
)
from flows.shared import (
    AT_ONCE,
    BRIEF_HOURS,
    DEATH_PROOF,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    OUTSIDE,
    PRACTICE,
    SHARES,
    TITLE,
    clerk,
    corrected,
    outside_days,
    own_days,
    review,
    sign_off,
)
from flows.steps import added, by_system
from models.base import text
from models.condition import Chance
from models.distributions import Triangular
from models.edits import DropMaterial, RemoveStep, SetOwner, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step
from models.step_time import Wait, hours

INQUIRY = statute("公证法", "第三十条", "核实有关情况所需时间不计算在期限内")
SPOT_CHECK = Chance(share=0.1, source=SHARES)
AT_THE_DESK = Wait(duration=hours(Triangular(low=0.5, mode=1, high=2), OUTSIDE))

PROCESS = Process(
    slug="inheritance-notarised",
    name=text("免费公证继承登记", "Free notarised inheritance registration"),
    family="property",
    lead="natural-resources",
    items=(32, 37),
    steps=(
        Step(
            slug="death-kinship",
            name=text("开具死亡、亲属关系证明", "Obtain proof of death and kinship"),
            owner="public-security",
            time=clerk(15, 25, 60),
            materials=(IDENTITY,),
            visit=AT_ONCE,
            channel="window",
            produces=(text("死亡、亲属关系证明", "Proof of death and kinship"),),
            source=PRACTICE,
        ),
        Step(
            slug="community-proof",
            name=text("社区（村）出具家庭情况证明", "Obtain the community's family statement"),
            owner="community",
            after=("death-kinship",),
            time=outside_days(0.5),
            materials=(IDENTITY,),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="notary-intake",
            name=text("公证申请与受理", "Apply to the notary"),
            owner="notary",
            after=("community-proof",),
            time=AT_THE_DESK,
            rework=corrected("notary-intake", 0.25, most=2),
            materials=(FORM, IDENTITY, TITLE, DEATH_PROOF, KINSHIP_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(32),
        ),
        Step(
            slug="notary-fee",
            name=text("缴纳公证费", "Pay the notary's fee"),
            owner="applicant",
            after=("notary-intake",),
            time=own_days(0.5),
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="notary-inquiry",
            name=text("公证机构核实继承事实", "The notary inquires into the facts"),
            owner="notary",
            after=("notary-fee",),
            time=outside_days(4, excluded=INQUIRY),
            source=statute("公证法", "第二十九条"),
        ),
        Step(
            slug="notary-deed",
            name=text("审查并出具继承公证书", "Examine and issue the notarial deed"),
            owner="notary",
            after=("notary-inquiry",),
            time=outside_days(5),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("公证书", "Notarial deed"),),
            source=plan(32),
        ),
        Step(
            slug="intake",
            name=text("继承登记申请收件", "Take in the application for registration"),
            owner="real-estate-registry",
            after=("notary-deed",),
            time=clerk(15, 25, 50),
            rework=corrected("intake", 0.1),
            materials=(FORM, IDENTITY, TITLE, NOTARY_DEED, DEATH_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="deed-check",
            name=text("核实公证书真伪", "Verify the notarial deed"),
            owner="notary",
            after=("intake",),
            time=outside_days(1),
            source=PRACTICE,
        ),
        *registry_review(("deed-check",), 60),
        certificate(),
    ),
    limits=(
        working_days(
            "notary-law",
            text("出具公证书法定期限", "Notarial deed, statutory period"),
            15,
            "notary-deed",
            statute("公证法", "第三十条", "自受理公证申请之日起15个工作日"),
            completed("notary-intake"),
        ),
        registration_limit(
            ("deed-check", "review", "review-sign-off", "certificate"), accepted="intake"
        ),
    ),
    reforms=(
        Reform(
            item=32,
            text=text(
                "政府购买服务，群众办理继承公证免费",
                "The county buys the service: the heirs pay no notary's fee",
            ),
            edits=(
                RemoveStep(step="notary-fee"),
                *added(
                    Step(
                        slug="county-pays",
                        name=text("政府购买服务结算公证费", "The county settles the notary's fee"),
                        owner="finance",
                        after=("notary-deed",),
                        time=clerk(10, 20, 40),
                        source=plan(32),
                    ),
                    Step(
                        slug="supervision",
                        name=text("司法行政抽查公证质量", "The justice bureau inspects the file"),
                        owner="justice",
                        after=("notary-deed",),
                        when=SPOT_CHECK,
                        time=review(45),
                        source=assumed("县司法局为责任单位，按抽查理解 (read as spot checks)"),
                    ),
                ),
            ),
        ),
        Reform(
            item=37,
            text=text(
                "公证书和火化信息共享，真伪实时核验，审核和签批加快",
                "Deed and cremation data are checked at once; review and sign-off are quicker",
            ),
            edits=(
                SetOwner(step="deed-check", owner="justice"),
                *by_system("deed-check"),
                DropMaterial(step="intake", materials=("notary-deed", "death-proof")),
                SetTime(step="review", time=review(35)),
                SetTime(step="review-sign-off", time=sign_off(*BRIEF_HOURS)),
            ),
        ),
    ),
    notes=text(
        "方案未给出时限；政府结算与抽查在后台进行，不影响群众取证。",
        "The plan sets no period; settlement and inspection run behind the applicant's case.",
    ),
)
