"""The words that process modules share: sources, materials, visits, attributes, kinds of time.

All durations here are assumptions and say so; a scenario file or a log replaces them.
"""

from models.base import text
from models.condition import ChoiceAttribute, FlagAttribute
from models.distributions import Fixed, Lognormal, Triangular
from models.source import Source, assumed
from models.step import Material, Rework, Visit
from models.step_time import (
    ApplicantTime,
    Automatic,
    Basis,
    Duration,
    Wait,
    Work,
    days,
    hours,
    minutes,
    seconds,
)

PRACTICE = assumed("改革前常见做法，方案未列明 (usual practice before the plan)")
CLERK = assumed("窗口经办用时估计，待以办件数据校准 (clerk time, to be calibrated)")
INSTANT = assumed("即办事项用时估计，待以办件数据校准 (on-the-spot service, to be calibrated)")
SIGN_OFF = assumed("部门内部流转签批用时估计 (routing and sign-off inside a department)")
SYSTEM = assumed("系统处理用时估计 (system time)")
APPLICANT = assumed("申请人自身用时估计，不计入办理时限 (the applicant's own time)")
OUTSIDE = assumed(
    "银行、采购各方等外部机构用时估计，待校准 (banks, purchasers and other outside bodies)"
)
SERVICE_GUIDE = assumed("办事指南常见材料 (materials usually asked for)")
CORRECTIONS = assumed("需补正的比例估计，待以办件数据校准 (share of corrections)")
SHARES = assumed("此类办件所占比例估计，待以办件数据校准 (share of such cases, to be calibrated)")

Slugs = str | tuple[str, ...]
"""The slug of one step, or those of several."""

OfficeHours = tuple[float, float, float]
"""The least, most likely and greatest length of a sign-off; an office day has 6.5 hours."""

COUNTER_HOURS: OfficeHours = (2, 5, 10)
"""A counter registration: within two days."""
PERMIT_HOURS: OfficeHours = (6, 14, 39)
"""A permit with a site check, and the like: 1 to 6 working days."""
JOINT_HOURS: OfficeHours = (13, 26, 65)
"""What several departments or a panel decide: 2 to 10 working days."""
BRIEF_HOURS: OfficeHours = (1, 2, 5)
"""A counter registration that a reform merges with others or lets run beside them."""
SHORT_HOURS: OfficeHours = (3, 6, 13)
"""A permit that a reform merges with others or lets run beside them."""


def slugs(given: Slugs) -> tuple[str, ...]:
    """The same as a tuple."""
    return (given,) if isinstance(given, str) else given


def material(slug: str, zh: str, en: str, source: Source = SERVICE_GUIDE) -> Material:
    """A material the applicant hands in."""
    return Material(slug=slug, name=text(zh, en), source=source)


FORM = material("application-form", "申请表", "Application form", PRACTICE)
IDENTITY = material("identity", "身份证件", "Identity card")
LICENCE_COPY = material("licence-copy", "营业执照复印件", "Copy of the licence")
HOUSEHOLD_BOOK = material("household-book", "户口簿", "Household register")
TITLE = material("title-deed", "不动产权证书", "Title certificate")
SALE_CONTRACT = material("sale-contract", "房屋买卖合同", "Sale contract")
DEATH_PROOF = material("death-proof", "死亡证明", "Proof of death")
JUDGMENT = material("judgment", "生效裁判文书", "Judgment in force")
BANK_ACCOUNT = material("bank-account", "收款账户信息", "Account details")

NEXT_OFFICE = Visit(delay=days(Lognormal(median=0.8, sigma=0.5), APPLICANT), source=PRACTICE)
"""The applicant goes on to the next office when it suits him."""

AT_ONCE = Visit(source=PRACTICE)
"""The applicant is there already, or the visit starts the case."""

CORRECTION_TIME: Duration = days(Lognormal(median=1.5, sigma=0.7), APPLICANT)
"""The applicant's time to supply a correction, in calendar days."""


def corrected(to: str, chance: float, most: int = 1, source: Source = CORRECTIONS) -> Rework:
    """A correction that sends the case back to step ``to`` (assumed share)."""
    return Rework(to=to, chance=chance, most=most, applicant=CORRECTION_TIME, source=source)


def flag(slug: str, zh: str, en: str, share: float, source: Source = SHARES) -> FlagAttribute:
    """A yes/no property that ``share`` of the cases have (assumption)."""
    return FlagAttribute(slug=slug, name=text(zh, en), share=share, source=source)


def choice(
    slug: str, zh: str, en: str, options: dict[str, float], source: Source = SHARES
) -> ChoiceAttribute:
    """One of several values, each with its assumed share of the cases."""
    return ChoiceAttribute(slug=slug, name=text(zh, en), options=options, source=source)


def clerk(low: float, mode: float, high: float, pool: str | None = None) -> Work:
    """Work at a counter or desk, in minutes, triangular (assumption)."""
    shape = Triangular(low=low, mode=mode, high=high)
    return Work(duration=minutes(shape, CLERK), pool=pool)


def field_work(owner: str, low: float, mode: float, high: float) -> Work:
    """Work on site by the owner's field staff, in minutes, triangular (assumption)."""
    return clerk(low, mode, high, pool=f"{owner}-field")


def review(median: float, sigma: float = 0.6, pool: str | None = None) -> Work:
    """A case officer's review, in minutes, lognormal (assumption)."""
    shape = Lognormal(median=median, sigma=sigma)
    return Work(duration=minutes(shape, CLERK), pool=pool)


def sign_off(low: float, mode: float, high: float) -> Wait:
    """Routing and sign-off inside a department, in office hours, triangular (assumption)."""
    shape = Triangular(low=low, mode=mode, high=high)
    return Wait(duration=hours(shape, SIGN_OFF), basis="office")


def on_the_spot(low: float = 5, mode: float = 10, high: float = 20) -> Work:
    """即办 service at a counter, in minutes, triangular (assumption)."""
    return Work(duration=minutes(Triangular(low=low, mode=mode, high=high), INSTANT))


def system_seconds(value: float = 30) -> Automatic:
    """Work of a system, in seconds, fixed (assumption)."""
    return Automatic(duration=seconds(Fixed(value=value), SYSTEM))


def own_days(median: float, sigma: float = 0.6, source: Source = APPLICANT) -> ApplicantTime:
    """The applicant's own time, in calendar days, lognormal (assumption)."""
    return ApplicantTime(duration=days(Lognormal(median=median, sigma=sigma), source))


def own_minutes(median: float, sigma: float = 0.5) -> ApplicantTime:
    """The applicant's own time, in minutes, lognormal (assumption)."""
    return ApplicantTime(duration=minutes(Lognormal(median=median, sigma=sigma), APPLICANT))


def own_task(low: float, mode: float, high: float) -> ApplicantTime:
    """A task of the applicant's own, in minutes, triangular (assumption)."""
    return ApplicantTime(duration=minutes(Triangular(low=low, mode=mode, high=high), APPLICANT))


def outside_days(
    median: float, sigma: float = 0.5, source: Source = OUTSIDE, excluded: Source | None = None
) -> Wait:
    """An outside body at work, in working days, lognormal (assumption).

    ``excluded`` cites the article that takes this time out of the limits.
    """
    shape = Lognormal(median=median, sigma=sigma)
    return Wait(duration=days(shape, source), basis="working", excluded=excluded)


def outside_between(
    low: float, mode: float, high: float, source: Source = OUTSIDE, excluded: Source | None = None
) -> Wait:
    """An outside body at work, in working days, triangular (assumption)."""
    shape = Triangular(low=low, mode=mode, high=high)
    return Wait(duration=days(shape, source), basis="working", excluded=excluded)


def outside_desk(low: float, mode: float, high: float) -> Wait:
    """A counter of an outside body, in minutes of working days, triangular (assumption)."""
    shape = Triangular(low=low, mode=mode, high=high)
    return Wait(duration=minutes(shape, OUTSIDE), basis="working")


def period(
    length: int, source: Source, basis: Basis = "calendar", excluded: Source | None = None
) -> Wait:
    """A period of whole days that a law or rule sets: a notice, publicity, time to answer."""
    duration = days(Fixed(value=length), source)
    return Wait(duration=duration, basis=basis, whole_days=True, excluded=excluded)
