"""The county's staff for the catalogue's processes: assumptions, to be replaced by staff lists.

Each pool has the least number of people whose expected utilisation stays at or below 80 % both
before and after the reforms, at the arrivals assumed in ``flows.county.arrivals``; a test holds the
numbers to that rule. Field teams leave together at 09:00 and 14:00.
"""

from models.base import text
from models.plan.catalogue import department
from models.pool import Batch, Pool, Shift
from models.source import assumed

UTILISATION = 0.8
STAFF = assumed(
    "按改革前后预期负荷不超过80%估计的人数 (people for at most 80 % expected utilisation)"
)
TEAMS = assumed("外勤每日9时、14时集中出发 (field teams leave at 09:00 and 14:00)")

DESK = {
    "agriculture-rural": 1,
    "business-environment-office": 1,
    "civil-affairs": 2,
    "civil-defence": 1,
    "court": 15,
    "cr-gas": 1,
    "credit-office": 1,
    "culture-tourism": 1,
    "development-reform": 1,
    "earthquake-center": 1,
    "ecology": 1,
    "education": 1,
    "emergency": 1,
    "finance": 4,
    "finance-office": 1,
    "fire-rescue": 2,
    "forestry": 1,
    "health": 2,
    "housing-construction": 3,
    "housing-fund": 3,
    "hrss": 10,
    "industry-it": 2,
    "investment-promotion": 1,
    "justice": 1,
    "land-reserve": 1,
    "market-regulation": 14,
    "matter-dept": 10,
    "medical-insurance": 5,
    "meteorology": 1,
    "natural-resources": 3,
    "post": 1,
    "procuratorate": 1,
    "public-security": 12,
    "radio-tv-network": 1,
    "real-estate-registry": 11,
    "seal-shop": 3,
    "sector-competent": 1,
    "sector-regulators": 1,
    "service-center": 10,
    "state-grid": 1,
    "statistics": 1,
    "taiwan-hk-macao": 1,
    "tax": 17,
    "towns": 1,
    "traffic-police": 2,
    "transport": 1,
    "urban-management": 1,
    "water-resources": 1,
    "zhongmin-water": 1,
}
"""People at counters and desks, by department."""

FIELD = {
    "business-environment-office": 1,
    "civil-defence": 1,
    "court": 8,
    "cr-gas": 1,
    "ecology": 1,
    "education": 1,
    "emergency": 1,
    "fire-rescue": 2,
    "health": 2,
    "housing-construction": 2,
    "hrss": 1,
    "market-regulation": 6,
    "natural-resources": 1,
    "post": 1,
    "radio-tv-network": 2,
    "real-estate-registry": 1,
    "sector-competent": 1,
    "state-grid": 3,
    "urban-management": 1,
    "zhongmin-water": 2,
}
"""People who go out for site visits, by department."""


def _desk(slug: str, people: int) -> Pool:
    return Pool(
        slug=slug,
        name=department(slug).name,
        department=slug,
        shifts=(Shift(count=people),),
        source=STAFF,
    )


def _field(slug: str, people: int) -> Pool:
    name = department(slug).name
    return Pool(
        slug=f"{slug}-field",
        name=text(f"{name.zh}（外勤）", f"{name.en} (field)"),
        department=slug,
        shifts=(Shift(count=people),),
        batch=Batch(times=("09:00", "14:00"), source=TEAMS),
        source=STAFF,
    )


POOLS: tuple[Pool, ...] = (
    *(_desk(slug, people) for slug, people in DESK.items()),
    *(_field(slug, people) for slug, people in FIELD.items()),
)
