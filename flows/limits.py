"""Time limits that several processes are under, and the plain form of any limit in days."""

from flows.shared import Slugs, slugs
from models.base import Text, text
from models.limit import Limit, Moment
from models.source import Source, assumed, statute

ON_THE_SPOT = assumed("“即办”读作当日60个办公分钟内办结 (即办 read as 60 office minutes, same day)")
WHOLE_CASE = assumed("方案未写明起止：自收齐申请材料起至最后一项办结止 (no start or stop stated)")


def working_days(
    slug: str,
    name: Text,
    most: int,
    over: Slugs,
    source: Source,
    starts: Moment | None = None,
    reading: Source | None = None,
) -> Limit:
    """At most so many working days."""
    return Limit(
        slug=slug,
        name=name,
        most=most,
        unit="working_days",
        over=slugs(over),
        starts=starts,
        source=source,
        reading=reading,
    )


def calendar_days(
    slug: str,
    name: Text,
    most: int,
    over: Slugs,
    source: Source,
    starts: Moment | None = None,
    reading: Source | None = None,
) -> Limit:
    """At most so many calendar days."""
    same = working_days(slug, name, most, over, source, starts, reading)
    return same.changed(unit="calendar_days")


def completed(step: str) -> Moment:
    """The clock starts when this step is done, as a rule the acceptance (受理)."""
    return Moment(step=step, edge="completed")


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


def licensing_law(
    over: Slugs,
    slug: str = "licensing-law",
    name: Text | None = None,
    starts: Moment | None = None,
    reading: Source | None = None,
    joint: bool = False,
) -> Limit:
    """The licensing law's own limit: 20 working days, 45 where several departments act together.

    Source: 行政许可法 art. 42 (one department: 20 working days, extendable by 10; joint or
    centralised handling: 45, extendable by 15). Only for processes that grant a licence.
    """
    return working_days(
        slug,
        name or text("行政许可法定期限", "Licensing law"),
        45 if joint else 20,
        over,
        statute("行政许可法", "第四十二条", "统一、联合、集中办理45日" if joint else "一般20日"),
        starts,
        reading,
    )


def company_registration_law(
    over: Slugs,
    slug: str = "registration-act",
    name: Text | None = None,
    starts: Moment | None = None,
) -> Limit:
    """The registrar's own limit: at once, or within 3 working days.

    Source: 市场主体登记管理条例 art. 19 (complex cases: 3 more with the head's consent).
    """
    name = name or text("登记（法定）", "Registration (statute)")
    source = statute("市场主体登记管理条例", "第十九条")
    return working_days(slug, name, 3, over, source, starts)


def estate_registration_law(
    over: Slugs,
    slug: str = "registration-law",
    name: Text | None = None,
    starts: Moment | None = None,
    reading: Source | None = None,
) -> Limit:
    """Registration of real estate: 30 working days from acceptance.

    Source: 不动产登记暂行条例 art. 20.
    """
    name = name or text("不动产登记法定期限", "Registration, statutory period")
    source = statute("不动产登记暂行条例", "第二十条", "自受理之日起30个工作日")
    return working_days(slug, name, 30, over, source, starts, reading)
