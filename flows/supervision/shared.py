"""What the supervision modules share: waits, field work, the limit on penalties."""

from flows.shared import clerk
from models.base import text
from models.distributions import Lognormal
from models.limit import Limit
from models.source import Source, assumed, statute
from models.step_time import Wait, Work, days

FINDINGS = assumed("检查发现问题的比例估计，待以检查记录校准 (share of findings)")
LAB_TIME = assumed("检验机构用时估计 (time of the laboratory)")
ART_45 = statute("行政许可法", "第四十五条")


def field_work(owner: str, low: float, mode: float, high: float) -> Work:
    """Work on site by the owner's field staff, in minutes (assumption)."""
    return clerk(low, mode, high, pool=f"{owner}-field")


def lab_test(median: float, excluded: Source | None = None) -> Wait:
    """A laboratory at work, in working days (assumption)."""
    length = days(Lognormal(median=median, sigma=0.35), LAB_TIME)
    return Wait(duration=length, basis="working", excluded=excluded)


def penalty_law(step: str) -> Limit:
    """90 days from the opening of a penalty case to the decision, taken as one step."""
    return Limit(
        slug=f"{step}-limit",
        name=text("行政处罚办案期限", "Time for a penalty decision"),
        most=90,
        unit="calendar_days",
        over=(step,),
        source=statute("行政处罚法", "第六十条"),
        reading=assumed(
            "自立案起即本环节待办起算 (from the opening of the case: the step's start)"
        ),
    )
