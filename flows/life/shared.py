"""What the modules of labour, education and life events share: one form, own and outside time."""

from flows.shared import APPLICANT, AT_ONCE, clerk, corrected, material, system_seconds
from models.base import text
from models.condition import FlagAttribute, When
from models.distributions import Lognormal
from models.edits import Automate, DropVisit, ShareMaterial
from models.source import assumed, plan_body
from models.step import Material, Step
from models.step_time import ApplicantTime, Wait, days

OUTSIDE = assumed("外部机构用时估计，待以办件数据校准 (outside bodies, to be calibrated)")
SHARE = assumed("此类办件所占比例估计，待以办件数据校准 (share of such cases)")
ONE_SET = plan_body("二(三)2")

HOUSEHOLD = material("household-book", "户口簿", "Household register")


def flag(slug: str, zh: str, en: str, share: float) -> FlagAttribute:
    """A yes/no property of a case with an assumed share."""
    return FlagAttribute(slug=slug, name=text(zh, en), share=share, source=SHARE)


def own_days(median: float, sigma: float = 0.6) -> ApplicantTime:
    """The applicant's own time, in calendar days, lognormal (assumption)."""
    return ApplicantTime(duration=days(Lognormal(median=median, sigma=sigma), APPLICANT))


def outside_days(median: float, sigma: float = 0.5) -> Wait:
    """An outside body at work, in working days, lognormal (assumption)."""
    return Wait(duration=days(Lognormal(median=median, sigma=sigma), OUTSIDE), basis="working")


def one_form(
    after: tuple[str, ...] = (), when: When | None = None, materials: tuple[Material, ...] = ()
) -> Step:
    """One set of papers handed in at one window for several matters (一套材料、一个窗口)."""
    return Step(
        slug="one-form",
        name=text("一表申请、一窗收件", "One form at one window"),
        owner="service-center",
        after=after,
        when=when,
        time=clerk(10, 20, 40),
        rework=corrected("one-form", 0.08),
        materials=materials,
        visit=AT_ONCE,
        channel="window",
        source=ONE_SET,
    )


def shared_at(step: str, *materials: str) -> tuple[ShareMaterial, ...]:
    """Materials handed in once, at ``step``."""
    return tuple(ShareMaterial(material=material, at=step) for material in materials)


def by_system(*steps: str) -> tuple[Automate, ...]:
    """Steps that a system does with the data of the one form."""
    return tuple(Automate(step=step, duration=system_seconds().duration) for step in steps)


def without_visits(*steps: str) -> tuple[DropVisit, ...]:
    """Steps behind the one window, which the applicant no longer meets."""
    return tuple(DropVisit(step=step, channel="internal") for step in steps)
