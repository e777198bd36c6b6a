"""What the construction processes share: papers, outside bodies, rectification, limits."""

from flows.shared import APPLICANT, FORM, NEXT_OFFICE, corrected, material, review
from models.base import Text, text
from models.condition import FlagAttribute, Is, When
from models.distributions import Lognormal, Triangular
from models.limit import Limit, LimitUnit, Moment
from models.source import Source, assumed, plan, statute
from models.step import Material, Rework, Step, Visit
from models.step_time import ApplicantTime, Duration, Wait, days

OUTSIDE = assumed("外部机构工作用时估计，待以合同数据校准 (outside bodies, to be calibrated)")
WORKS = assumed("施工和设计用时估计，属申请人自身用时 (works and design, the applicant's own time)")
RECTIFIED = assumed("验收不合格需整改的比例估计 (share of rectifications)")
SHARES = assumed("涉及该情形的项目比例估计，待以项目库校准 (share of projects, to be calibrated)")
EXPERTS_APART = statute("行政许可法", "第四十五条", "检验、检测、鉴定和专家评审不计入期限")
CALENDAR_DAYS = assumed("条文未写工作日，按自然日计 (the article does not say working days)")
JOINT_READING = assumed(
    "45日适用于统一、联合、集中办理，改革前仅作对照 (only for joint handling; before: a yardstick)"
)

PROJECT_RECORD = material("project-record", "项目备案证明", "Project filing record")
LAND_CONTRACT = material("land-contract-copy", "土地出让合同", "Land contract")
LAND_PERMIT = material("land-permit-copy", "建设用地规划许可证", "Land-use planning permit")
PLANNING_PERMIT = material("planning-permit-copy", "建设工程规划许可证", "Planning permit")
SCHEME = material("scheme", "建设工程设计方案", "Design scheme")
DRAWINGS = material("drawings", "施工图设计文件", "Construction drawings")
DRAWING_PASS = material("drawing-pass", "施工图审查合格书", "Drawing review pass")
BUILDING_PERMIT = material("building-permit-copy", "施工许可证", "Construction permit")
SURVEY_REPORT = material("survey-report", "测绘成果报告", "Survey report")
AS_BUILT = material("as-built-drawings", "竣工图", "As-built drawings")
COMPLETION_REPORT = material("completion-report", "工程竣工验收报告", "Completion report")

ORDER = Visit(
    delay=days(Lognormal(median=2, sigma=0.5), APPLICANT),
    source=assumed("改革前逐项询价、委托测绘 (each survey was ordered on its own)"),
)
"""The developer orders one survey of a firm."""

COMMISSION = Visit(
    delay=days(Lognormal(median=12, sigma=0.5), APPLICANT),
    source=assumed("改革前由企业自行委托编制报告后报送 (the firm commissioned each report)"),
)
"""The firm has a report written, then hands it in."""

RECTIFY_TIME: Duration = days(Lognormal(median=7, sigma=0.6), WORKS)
"""The developer's time to put a building right, in calendar days."""


def outside(low: float, mode: float, high: float, excluded: Source | None = None) -> Wait:
    """An outside body at work, in working days, triangular (assumption)."""
    shape = Triangular(low=low, mode=mode, high=high)
    return Wait(duration=days(shape, OUTSIDE), basis="working", excluded=excluded)


def firm_days(median: float, sigma: float = 0.4) -> ApplicantTime:
    """The developer's own design or works, in calendar days, lognormal (assumption)."""
    return ApplicantTime(duration=days(Lognormal(median=median, sigma=sigma), WORKS))


def rectified(to: str, chance: float, most: int = 1) -> Rework:
    """A failed inspection: the developer puts it right and step ``to`` is visited again."""
    return Rework(to=to, chance=chance, most=most, applicant=RECTIFY_TIME, source=RECTIFIED)


def survey(
    slug: str,
    name: Text,
    after: str,
    when: When,
    item: int,
    span: tuple[float, float, float] = (2, 3, 6),
) -> Step:
    """One commission of a survey firm; ``span`` is its work in working days."""
    return Step(
        slug=slug,
        name=name,
        owner="surveyor",
        after=(after,),
        when=when,
        time=outside(*span),
        visit=ORDER,
        channel="window",
        source=plan(item),
    )


def share_of(slug: str, name: Text, share: float) -> FlagAttribute:
    """A property that ``share`` of the projects have (assumption)."""
    return FlagAttribute(slug=slug, name=name, share=share, source=SHARES)


def next_door(
    slug: str,
    name: Text,
    owner: str,
    after: str,
    materials: tuple[Material, ...],
    source: Source,
    when: When | None = None,
    chance: float = 0.2,
    minutes: float = 60,
) -> Step:
    """One department's review as it was: its own trip, its own form, its own corrections."""
    return Step(
        slug=slug,
        name=name,
        owner=owner,
        after=(after,),
        when=when,
        time=review(minutes),
        rework=corrected(slug, chance),
        materials=(FORM, *materials),
        visit=NEXT_OFFICE,
        channel="window",
        source=source,
    )


def assessment(
    slug: str, name: Text, owner: str, after: str, report: Material, source: Source
) -> Step:
    """One assessment of a plot as it was: the firm has a report written, the owner reviews it."""
    return Step(
        slug=slug,
        name=name,
        owner=owner,
        after=(after,),
        time=review(90),
        rework=corrected(slug, 0.2),
        materials=(FORM, LAND_CONTRACT, report),
        visit=COMMISSION,
        channel="window",
        source=source,
    )


def works(slug: str, name: Text, owner: str, after: str, utility: str) -> Step:
    """The connection works of one kind of utility."""
    return Step(
        slug=slug,
        name=name,
        owner=owner,
        after=(after,),
        when=Is(attribute="utility", value=utility),
        time=outside(4, 8, 15),
        source=plan(13),
    )


def licence_limit(step: str, name: Text) -> Limit:
    """One department's licence: 20 working days (行政许可法 art. 42)."""
    return Limit(
        slug=f"{step}-law",
        name=name,
        most=20,
        unit="working_days",
        over=(step,),
        source=statute("行政许可法", "第四十二条", "一般20日"),
    )


def joint_limit(over: tuple[str, ...], starts: Moment | None = None) -> Limit:
    """Licences granted together: 45 working days in all (行政许可法 art. 42)."""
    return Limit(
        slug="joint-handling-law",
        name=text("联合办理法定期限", "Joint handling (statute)"),
        most=45,
        unit="working_days",
        over=over,
        starts=starts,
        source=statute("行政许可法", "第四十二条", "统一、联合、集中办理45日"),
        reading=JOINT_READING,
    )


def rule_limit(
    slug: str,
    name: Text,
    most: int,
    step: str,
    source: Source,
    starts: Moment | None = None,
    reading: Source = CALENDAR_DAYS,
    unit: LimitUnit = "calendar_days",
) -> Limit:
    """A period of a statute or rule over one step; plain days unless said otherwise."""
    return Limit(
        slug=slug,
        name=name,
        most=most,
        unit=unit,
        over=(step,),
        starts=starts,
        source=source,
        reading=reading,
    )


CONSTRUCTION_PERMIT_ACT = rule_limit(
    "construction-permit-act",
    text("施工许可（法定）", "Construction permit (statute)"),
    7,
    "construction-permit",
    statute("建筑法", "第八条"),
)

FIRE_ACCEPTANCE_RULE = rule_limit(
    "fire-acceptance-rule",
    text("消防验收（规章）", "Fire acceptance (rule)"),
    15,
    "fire-acceptance",
    assumed(
        "《建设工程消防设计审查验收管理暂行规定》：受理后15日内出具意见，条号未核实"
        " (15 days from acceptance; article not checked)"
    ),
    reading=assumed("规定写“日”，实务按工作日计 (counted as working days in practice)"),
    unit="working_days",
)
