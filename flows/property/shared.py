"""What the property modules share: papers, kinds of time, proofs of inheritance, the limit."""

from flows.limits import completed, estate_registration_law
from flows.shared import (
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    SHORT_HOURS,
    OfficeHours,
    Slugs,
    clerk,
    corrected,
    material,
    own_days,
    period,
    review,
)
from flows.steps import office_trip, signed, without_papers, without_visits
from models.base import Text, text
from models.condition import When
from models.edits import DropMaterial, DropVisit
from models.limit import Limit
from models.source import assumed, plan, statute
from models.step import Step
from models.step_time import StepTime

ACCEPTANCE = assumed("受理视为收齐材料、完成收件（查验）之时 (acceptance: the papers are complete)")
NOTICE = assumed(
    "《不动产登记操作规范（试行）》登簿前公示不少于15个工作日，条款号待核 (guideline, from memory)"
)
DEED_TAX_LAW = statute("契税法", "第十一条", "登记前查验契税完税凭证")
NOTICE_EXCLUDED = assumed("比照实施细则公告时间不计入期限，条款待核 (by analogy with notices)")

NOTARY_DEED = material("notary-deed", "公证书", "Notarial deed")
TAX_RECEIPT = material("deed-tax-receipt", "契税完税凭证", "Deed-tax receipt")
KINSHIP_PROOF = material("kinship-proof", "亲属关系证明", "Proof of kinship")
PLEDGE = material("pledge", "书面承诺书", "Written pledge", plan(33))
CERTIFICATE = text("不动产权证书", "Title certificate")


NOTICE_PERIOD = period(15, NOTICE, "working", NOTICE_EXCLUDED)
"""The public notice before an unnotarised inheritance is entered."""


def registry_review(
    after: tuple[str, ...],
    median: float,
    chance: float = 0.05,
    office_hours: OfficeHours = SHORT_HOURS,
    signed_after: Slugs = (),
) -> tuple[Step, Step]:
    """The registry's review, in minutes, now and then with a correction, and its sign-off."""
    step = Step(
        slug="review",
        name=text("登记审核、登簿", "Review and enter in the register"),
        owner="real-estate-registry",
        after=after,
        time=review(median),
        rework=corrected("review", chance),
        source=PRACTICE,
    )
    return signed(step, office_hours, signed_after)


def certificate(after: str = "review-sign-off") -> Step:
    """The certificate is printed and collected at the registry."""
    return Step(
        slug="certificate",
        name=text("缮证、窗口领证", "Print and collect the certificate"),
        owner="real-estate-registry",
        after=(after,),
        time=clerk(5, 8, 15),
        visit=NEXT_OFFICE,
        channel="window",
        produces=(CERTIFICATE,),
        source=PRACTICE,
    )


def proof(
    slug: str, name: Text, owner: str, time: StepTime, after: str, when: When | None = None
) -> Step:
    """An heir's trip for one proof; the bodies that issue them are named by the plan."""
    return office_trip(slug, name, owner, after, time, (IDENTITY,), plan(32), when)


def pledge(slug: str, name: Text, after: tuple[str, ...], when: When, item: int) -> Step:
    """The heirs' written pledge in place of a proof that cannot be had."""
    return Step(
        slug=slug,
        name=name,
        owner="applicant",
        after=after,
        when=when,
        time=own_days(0.5),
        materials=(PLEDGE,),
        channel="window",
        source=plan(item),
    )


def fetched(*proofs: str) -> tuple[DropVisit | DropMaterial, ...]:
    """Proofs that registry staff fetch: neither a trip nor papers of the heirs."""
    return (*without_visits(*proofs), *without_papers(("identity",), *proofs))


def registration_limit(over: tuple[str, ...], accepted: str | None = None) -> Limit:
    """30 working days from acceptance: after step ``accepted``, or when ``over`` can begin."""
    starts = completed(accepted) if accepted else None
    return estate_registration_law(over, starts=starts, reading=ACCEPTANCE)
