"""The words that process modules share: sources, materials, kinds of time, common limits.

All durations here are assumptions and say so; a scenario file or a log replaces them.
"""

from models.base import Text, text
from models.distributions import Fixed, Lognormal, Triangular
from models.limit import Limit
from models.source import Source, assumed, statute
from models.step import Material, Rework, Visit
from models.step_time import Automatic, Duration, Wait, Work, days, hours, minutes, seconds

PRACTICE = assumed("改革前常见做法，方案未列明 (usual practice before the plan)")
CLERK = assumed("窗口经办用时估计，待以办件数据校准 (clerk time, to be calibrated)")
INSTANT = assumed("即办事项用时估计，待以办件数据校准 (on-the-spot service, to be calibrated)")
SIGN_OFF = assumed("部门内部流转签批用时估计 (routing and sign-off inside a department)")
SYSTEM = assumed("系统处理用时估计 (system time)")
APPLICANT = assumed("申请人自身用时估计，不计入办理时限 (the applicant's own time)")
SERVICE_GUIDE = assumed("办事指南常见材料 (materials usually asked for)")
CORRECTIONS = assumed("需补正的比例估计，待以办件数据校准 (share of corrections)")
ON_THE_SPOT = assumed("“即办”读作当日60个办公分钟内办结 (即办 read as 60 office minutes, same day)")
WHOLE_CASE = assumed("方案未写明起止：自收齐申请材料起至最后一项办结止 (no start or stop stated)")

FORM = Material(slug="application-form", name=text("申请表", "Application form"), source=PRACTICE)
IDENTITY = Material(slug="identity", name=text("身份证件", "Identity card"), source=SERVICE_GUIDE)
LICENCE_COPY = Material(
    slug="licence-copy", name=text("营业执照复印件", "Copy of the licence"), source=SERVICE_GUIDE
)

NEXT_OFFICE = Visit(delay=days(Lognormal(median=0.8, sigma=0.5), APPLICANT), source=PRACTICE)
"""The applicant goes on to the next office when it suits him."""

AT_ONCE = Visit(source=PRACTICE)
"""The applicant is there already, or the visit starts the case."""

CORRECTION_TIME: Duration = days(Lognormal(median=1.5, sigma=0.7), APPLICANT)
"""The applicant's time to supply a correction, in calendar days."""


def material(slug: str, zh: str, en: str, source: Source = SERVICE_GUIDE) -> Material:
    """A material the applicant hands in."""
    return Material(slug=slug, name=text(zh, en), source=source)


def clerk(low: float, mode: float, high: float, pool: str | None = None) -> Work:
    """Work at a counter or desk, in minutes, triangular (assumption)."""
    shape = Triangular(low=low, mode=mode, high=high)
    return Work(duration=minutes(shape, CLERK), pool=pool)


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


def corrected(to: str, chance: float, most: int = 1, source: Source = CORRECTIONS) -> Rework:
    """A correction that sends the case back to step ``to`` (assumed share)."""
    return Rework(to=to, chance=chance, most=most, applicant=CORRECTION_TIME, source=source)


def immediate(step: str, name: Text, source: Source) -> Limit:
    """即办: on the spot, read as 60 office minutes on the same working day."""
    return Limit(
        slug=f"{step}-immediate",
        name=name,
        most=60,
        unit="office_minutes",
        over=(step,),
        source=source,
        reading=ON_THE_SPOT,
    )


def licensing_law(over: tuple[str, ...], departments: int = 1) -> Limit:
    """The licensing law's own limit: 20 working days, 45 where several departments act together.

    Source: 行政许可法 art. 42 (one department: 20 working days, extendable by 10; joint or
    centralised handling: 45, extendable by 15). Only for processes that grant a licence.
    """
    joint = departments > 1
    return Limit(
        slug="licensing-law",
        name=text("行政许可法定期限", "Licensing law"),
        most=45 if joint else 20,
        unit="working_days",
        over=over,
        source=statute("行政许可法", "第四十二条", "联合办理45日" if joint else "一般20日"),
    )
