"""What the court and bankruptcy modules share: sources, papers, queries, trials."""

from flows.limits import calendar_days
from flows.shared import OfficeHours, Slugs, clerk, corrected, material, review, slugs
from flows.steps import office_trip, quiet, signed
from models.base import Text, text
from models.condition import AllOf, Condition, Is
from models.limit import Limit, Moment
from models.source import Source, assumed, plan
from models.step import Material, Step

ADMINISTRATOR_TIME = assumed("破产管理人办理用时估计 (the administrator's time)")
MONTH = assumed("月按30日折算，只作计量 (a month read as 30 calendar days)")
ESTATE = assumed("破产财产构成比例估计，待以办件数据校准 (make-up of bankrupt estates)")
ASSISTANCE_SHARE = assumed("材料不合要求被退回的比例估计 (share sent back for papers)")

CASE_TIME_RULES = "最高人民法院关于严格执行案件审理期限制度的若干规定"
PRESERVATION_RULES = "最高人民法院关于人民法院办理财产保全案件若干问题的规定"
DEFAULTER_RULES = "最高人民法院关于公布失信被执行人名单信息的若干规定"

RULING = material(
    "acceptance-ruling", "受理破产裁定及指定管理人决定", "Acceptance ruling and appointment"
)
ADMINISTRATOR_ID = material("administrator-id", "管理人身份及授权材料", "Administrator's authority")
ASSET_LIST = material("asset-list", "财产清单", "List of assets")
ASSIST_NOTICE = material("assist-notice", "协助执行通知书", "Notice to assist")


def months(
    most: int, name: Text, over: Slugs, source: Source, starts: Moment | None = None
) -> Limit:
    """A limit in months, counted as 30 calendar days a month; it bears the first step's name."""
    slug = f"{slugs(over)[0]}-limit"
    return calendar_days(slug, name, 30 * most, over, source, starts, MONTH)


def queries(
    after: str, materials: tuple[Material, ...], *rows: tuple[str, str, str, str, float, float]
) -> tuple[Step, ...]:
    """A query at one office after another: slug, names, owner, minutes, chance to be sent back."""
    before = (after, *(row[0] for row in rows))
    return tuple(
        office_trip(
            slug,
            text(zh, en),
            owner,
            previous,
            clerk(minutes / 2, minutes, 2 * minutes),
            materials,
            rework=corrected(slug, chance, source=ASSISTANCE_SHARE),
        )
        for (slug, zh, en, owner, minutes, chance), previous in zip(rows, before, strict=False)
    )


def trial(
    procedure: str, name: Text, minutes: float, office_hours: OfficeHours, tried: Condition
) -> tuple[Step, Step]:
    """The trial in one of the procedures; the judgment is deliberated on, checked and signed."""
    chosen = Is(attribute="procedure", value=procedure)
    when = AllOf(conditions=(tried, chosen))
    slug, after = f"trial-{procedure}", "defence-period"
    return signed(quiet(slug, name, "court", after, review(minutes), plan(61), when), office_hours)
