"""What the property modules share: papers, kinds of time, proofs of inheritance, the limit."""

from flows.shared import (
    APPLICANT,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    material,
    review,
    system_seconds,
)
from models.base import Text, text
from models.condition import FlagAttribute, When
from models.distributions import Fixed, Lognormal
from models.edits import DropMaterial, DropVisit, ShareMaterial
from models.limit import Limit, Moment
from models.source import Source, assumed, plan, statute
from models.step import Step
from models.step_time import ApplicantTime, Duration, StepTime, Wait, days

OUTSIDE = assumed("外部机构用时估计，待以办件数据校准 (outside bodies, to be calibrated)")
SHARE = assumed("此类办件所占比例估计，待以办件数据校准 (share of such cases)")
REGISTRATION_LAW = statute("不动产登记暂行条例", "第二十条", "自受理之日起30个工作日")
ACCEPTANCE = assumed("受理视为收齐材料、完成收件（查验）之时 (acceptance: the papers are complete)")
NOTICE = assumed(
    "《不动产登记操作规范（试行）》登簿前公示不少于15个工作日，条款号待核 (guideline, from memory)"
)
NOTICE_EXCLUDED = assumed("比照实施细则公告时间不计入期限，条款待核 (by analogy with notices)")
SYSTEM_TIME: Duration = system_seconds().duration

TITLE = material("title-deed", "不动产权证书", "Title certificate")
NOTARY_DEED = material("notary-deed", "公证书", "Notarial deed")
DEATH_PROOF = material("death-proof", "死亡证明", "Proof of death")
KINSHIP_PROOF = material("kinship-proof", "亲属关系证明", "Proof of kinship")
PLEDGE = material("pledge", "书面承诺书", "Written pledge", plan(33))
CERTIFICATE = text("不动产权证书", "Title certificate")


def flag(slug: str, zh: str, en: str, share: float) -> FlagAttribute:
    """A yes/no property of a case with an assumed share."""
    return FlagAttribute(slug=slug, name=text(zh, en), share=share, source=SHARE)


def own_days(median: float, sigma: float = 0.6) -> ApplicantTime:
    """The applicant's own time, in calendar days, lognormal (assumption)."""
    return ApplicantTime(duration=days(Lognormal(median=median, sigma=sigma), APPLICANT))


def outside_days(median: float, sigma: float = 0.5, excluded: Source | None = None) -> Wait:
    """An outside body at work, in working days, lognormal (assumption)."""
    duration = days(Lognormal(median=median, sigma=sigma), OUTSIDE)
    return Wait(duration=duration, basis="working", excluded=excluded)


def notice_period() -> Wait:
    """The public notice before an unnotarised inheritance is entered: 15 whole working days."""
    duration = days(Fixed(value=15), NOTICE)
    return Wait(duration=duration, basis="working", whole_days=True, excluded=NOTICE_EXCLUDED)


def registry_review(after: tuple[str, ...], median: float, chance: float = 0.05) -> Step:
    """The registry's review, in minutes; now and then it asks for a correction."""
    return Step(
        slug="review",
        name=text("登记审核、登簿", "Review and enter in the register"),
        owner="real-estate-registry",
        after=after,
        time=review(median),
        rework=corrected("review", chance),
        source=PRACTICE,
    )


def certificate(after: str) -> Step:
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
    return Step(
        slug=slug,
        name=name,
        owner=owner,
        after=(after,),
        when=when,
        time=time,
        materials=(IDENTITY,),
        visit=NEXT_OFFICE,
        channel="window",
        source=plan(32),
    )


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


def shared_at(step: str, *materials: str) -> tuple[ShareMaterial, ...]:
    """Materials handed in once, at ``step``."""
    return tuple(ShareMaterial(material=material, at=step) for material in materials)


def without_visits(*steps: str) -> tuple[DropVisit, ...]:
    """Steps that the applicant no longer meets."""
    return tuple(DropVisit(step=step, channel="internal") for step in steps)


def fetched(*proofs: str) -> tuple[DropVisit | DropMaterial, ...]:
    """Proofs that registry staff fetch: neither a trip nor papers of the heirs."""
    papers = tuple(DropMaterial(step=step, materials=("identity",)) for step in proofs)
    return (*without_visits(*proofs), *papers)


def registration_limit(over: tuple[str, ...], accepted: str | None = None) -> Limit:
    """30 working days from acceptance: after step ``accepted``, or when ``over`` can begin."""
    return Limit(
        slug="registration-law",
        name=text("不动产登记法定期限", "Registration, statutory period"),
        most=30,
        unit="working_days",
        over=over,
        starts=Moment(step=accepted, edge="completed") if accepted else None,
        source=REGISTRATION_LAW,
        reading=ACCEPTANCE,
    )
