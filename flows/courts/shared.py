"""What the court and bankruptcy modules share: sources, papers, waits, limits in months."""

from flows.shared import material
from models.base import Text
from models.distributions import Lognormal
from models.limit import Limit, Moment
from models.source import Source, assumed
from models.step_time import Wait, days

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


def outside(median: float, source: Source, sigma: float = 0.5) -> Wait:
    """An outside body at work, in working days, lognormal (assumption)."""
    return Wait(duration=days(Lognormal(median=median, sigma=sigma), source), basis="working")


def months(most: int, name: Text, step: str, source: Source, starts: Moment | None = None) -> Limit:
    """A limit in months over one step, counted as 30 calendar days a month."""
    return Limit(
        slug=f"{step}-limit",
        name=name,
        most=30 * most,
        unit="calendar_days",
        over=(step,),
        starts=starts,
        source=source,
        reading=MONTH,
    )
