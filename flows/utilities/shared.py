"""What the utility processes share: papers, sites, works and the applicant's own time."""

from flows.shared import APPLICANT, IDENTITY, LICENCE_COPY, NEXT_OFFICE, clerk, material
from models.base import Text, text
from models.condition import FlagAttribute, When
from models.distributions import Lognormal, Triangular
from models.limit import Limit, Moment
from models.source import Source, assumed, statute
from models.step import Step
from models.step_time import ApplicantTime, Wait, days

WORKS = assumed("接入施工和协调用时估计，待以工单校准 (works and co-ordination, estimated)")
SHARES = assumed("涉及该情形的比例估计，待以报装数据校准 (share of cases, to be calibrated)")

SITE_PAPERS = material("site-papers", "用地或权属证明", "Proof of the site")
PROJECT_PAPERS = material("project-papers", "立项和规划批准文件", "Project approvals")
CERTIFICATE = material("property-certificate", "不动产权证", "Property certificate")
SALE_CONTRACT = material("sale-contract", "房屋买卖合同", "Sale contract")


def works(low: float, mode: float, high: float) -> Wait:
    """Connection works by a utility, in working days, triangular (assumption)."""
    return Wait(duration=days(Triangular(low=low, mode=mode, high=high), WORKS), basis="working")


def own_days(median: float, sigma: float = 0.5) -> ApplicantTime:
    """The applicant's own time, in calendar days, lognormal (assumption)."""
    return ApplicantTime(duration=days(Lognormal(median=median, sigma=sigma), APPLICANT))


def share_of(slug: str, name: Text, share: float) -> FlagAttribute:
    """A property that ``share`` of the cases have (assumption)."""
    return FlagAttribute(slug=slug, name=name, share=share, source=SHARES)


def site_plan(
    slug: str, name: Text, owner: str, after: str, when: When | None, source: Source
) -> Step:
    """A utility looks at the site and draws up the connection plan."""
    return Step(
        slug=slug,
        name=name,
        owner=owner,
        after=(after,),
        when=when,
        time=clerk(90, 150, 300, pool=f"{owner}-field"),
        source=source,
    )


def contract_and_works(
    slug: str, name: Text, owner: str, after: tuple[str, ...], when: When | None, source: Source
) -> Step:
    """Works as they were: the applicant signs and pays at the utility's own counter first."""
    return Step(
        slug=slug,
        name=name,
        owner=owner,
        after=after,
        when=when,
        time=works(4, 8, 15),
        materials=(IDENTITY, LICENCE_COPY),
        visit=NEXT_OFFICE,
        channel="window",
        source=source,
    )


def power_plan_limit(application: str | None = None) -> Limit:
    """The power company's plan: one month for a customer with one high-voltage feed."""
    return Limit(
        slug="power-plan-rule",
        name=text("供电方案答复（规章）", "Power connection plan (rule)"),
        most=30,
        unit="calendar_days",
        over=("power-plan",),
        starts=Moment(step=application, edge="completed") if application else None,
        source=statute("供电营业规则", "第十九条", "1996年版，高压单电源用户最长一个月"),
        reading=assumed("按高压单电源用户取一个月，读作30个自然日 (one month as 30 days)"),
    )
