"""What the company processes share: materials, outside bodies at work, the registration limit."""

from flows.shared import APPLICANT, PRACTICE, material
from models.base import Text, text
from models.distributions import Fixed, Lognormal, Triangular
from models.limit import Limit, Moment
from models.source import Source, assumed, statute
from models.step_time import ApplicantTime, Wait, days, minutes

OUTSIDE = assumed("银行等外部机构用时估计，待校准 (time of outside bodies, to be calibrated)")
PLATFORM = assumed("数据经省市共享平台推送 (data go through the shared platform)")
REGISTRATION_LAW = "市场主体登记管理条例"

CHARTER = material("charter", "公司章程", "Articles of association")
PREMISES = material("premises-proof", "住所使用证明", "Proof of premises")
LICENCE_ORIGINAL = material("licence-original", "营业执照正、副本", "Original licence")
RESOLUTION = material("resolution", "变更（注销）决议", "Resolution of the shareholders")
FLOOR_PLAN = material("floor-plan", "场所平面布局图", "Floor plan", PRACTICE)
OPERATING_RULES = material("operating-rules", "经营管理制度", "Operating rules", PRACTICE)
SEALS = material("seals", "原印章", "The seals in use", PRACTICE)
CLEARANCE = material("tax-clearance-proof", "清税证明", "Tax clearance proof")


def own_days(median: float, sigma: float = 0.6) -> ApplicantTime:
    """The applicant's own time, in calendar days, lognormal (assumption)."""
    return ApplicantTime(duration=days(Lognormal(median=median, sigma=sigma), APPLICANT))


def own_minutes(low: float, mode: float, high: float) -> ApplicantTime:
    """The applicant's own time, in minutes, triangular (assumption)."""
    return ApplicantTime(duration=minutes(Triangular(low=low, mode=mode, high=high), APPLICANT))


def outside(low: float, mode: float, high: float) -> Wait:
    """A counter of an outside body, in minutes of working days, triangular (assumption)."""
    shape = Triangular(low=low, mode=mode, high=high)
    return Wait(duration=minutes(shape, OUTSIDE), basis="working")


def outside_days(median: float, sigma: float = 0.5) -> Wait:
    """An outside body at work, in working days, lognormal (assumption)."""
    return Wait(duration=days(Lognormal(median=median, sigma=sigma), OUTSIDE), basis="working")


def notice(length: int, source: Source) -> Wait:
    """A public notice of so many calendar days, as the source says."""
    return Wait(duration=days(Fixed(value=length), source), whole_days=True)


def registration_act(*over: str, starts: Moment | None = None) -> Limit:
    """The registrar's own limit: at once, or within 3 working days.

    Source: 市场主体登记管理条例 art. 19 (complex cases: 3 more with the head's consent).
    """
    return Limit(
        slug="registration-act",
        name=text("登记（法定）", "Registration (statute)"),
        most=3,
        unit="working_days",
        over=over,
        starts=starts,
        source=statute(REGISTRATION_LAW, "第十九条"),
    )


def permit_act(slug: str, name: Text, over: tuple[str, ...]) -> Limit:
    """One permit of one department: 20 working days from acceptance.

    Source: 行政许可法 art. 42 (extendable by 10). For processes with several permits, each of
    which has its own clock.
    """
    return Limit(
        slug=slug,
        name=name,
        most=20,
        unit="working_days",
        over=over,
        source=statute("行政许可法", "第四十二条", "一般20日"),
    )
