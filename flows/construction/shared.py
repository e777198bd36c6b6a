"""What the construction processes share: papers, surveys and works, rectification, limits."""

from flows.limits import calendar_days, licensing_law, working_days
from flows.shared import (
    APPLICANT,
    FORM,
    PERMIT_HOURS,
    corrected,
    material,
    outside_between,
    own_days,
    review,
)
from flows.steps import office_trip, signed
from models.base import Text, text
from models.condition import Is, When
from models.distributions import Lognormal
from models.limit import Limit, Moment
from models.source import Source, assumed, plan, statute
from models.step import Material, Rework, Step, Visit
from models.step_time import ApplicantTime, Duration, days

WORKS = assumed("施工和设计用时估计，属申请人自身用时 (works and design, the applicant's own time)")
RECTIFIED = assumed("验收不合格需整改的比例估计 (share of rectifications)")
EXPERTS_APART = statute("行政许可法", "第四十五条", "检验、检测、鉴定和专家评审不计入期限")
REPORT_RULE = statute("房屋建筑和市政基础设施工程竣工验收备案管理办法", "第六条")
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


def firm_days(median: float, sigma: float = 0.4) -> ApplicantTime:
    """The developer's own design or works, in calendar days, lognormal (assumption)."""
    return own_days(median, sigma, WORKS)


def rectified(to: str, chance: float, most: int = 1) -> Rework:
    """A failed inspection: the developer puts it right and step ``to`` is visited again."""
    return Rework(to=to, chance=chance, most=most, applicant=RECTIFY_TIME, source=RECTIFIED)


def survey(
    slug: str, name: Text, after: str, when: When, item: int, span: tuple[float, float, float]
) -> Step:
    """One commission of a survey firm; ``span`` is its work in working days."""
    step = office_trip(
        slug, name, "surveyor", after, outside_between(*span), source=plan(item), when=when
    )
    return step.changed(visit=ORDER)


def surveys(item: int, after: str, *rows: tuple[str, str, str, When]) -> tuple[Step, ...]:
    """One survey after another, each ordered on its own: slug, names and condition a row."""
    before = (after, *(row[0] for row in rows))
    return tuple(
        survey(slug, text(zh, en), previous, when, item, (2, 3, 6))
        for (slug, zh, en, when), previous in zip(rows, before, strict=False)
    )


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
    papers = (FORM, *materials)
    rework = corrected(slug, chance)
    return office_trip(slug, name, owner, after, review(minutes), papers, source, when, rework)


def assessment(
    slug: str, name: Text, owner: str, after: str, report: Material, source: Source
) -> tuple[Step, Step]:
    """One assessment of a plot as it was: the firm has a report written, the owner decides."""
    papers, again = (FORM, LAND_CONTRACT, report), corrected(slug, 0.2)
    step = office_trip(slug, name, owner, after, review(90), papers, source, rework=again)
    return signed(step.changed(visit=COMMISSION), PERMIT_HOURS)


def works(slug: str, name: Text, owner: str, after: str, utility: str) -> Step:
    """The connection works of one kind of utility."""
    return Step(
        slug=slug,
        name=name,
        owner=owner,
        after=(after,),
        when=Is(attribute="utility", value=utility),
        time=outside_between(4, 8, 15),
        source=plan(13),
    )


def joint_limit(over: tuple[str, ...], starts: Moment | None = None) -> Limit:
    """Licences granted together: 45 working days in all (行政许可法 art. 42)."""
    name = text("联合办理法定期限", "Joint handling (statute)")
    return licensing_law(over, "joint-handling-law", name, starts, JOINT_READING, joint=True)


CONSTRUCTION_PERMIT_ACT = calendar_days(
    "construction-permit-act",
    text("施工许可（法定）", "Construction permit (statute)"),
    7,
    ("construction-permit", "construction-permit-sign-off"),
    statute("建筑法", "第八条"),
    reading=CALENDAR_DAYS,
)

FIRE_ACCEPTANCE_RULE = working_days(
    "fire-acceptance-rule",
    text("消防验收（规章）", "Fire acceptance (rule)"),
    15,
    ("fire-acceptance", "fire-acceptance-sign-off"),
    assumed(
        "《建设工程消防设计审查验收管理暂行规定》：受理后15日内出具意见，条号未核实"
        " (15 days from acceptance; article not checked)"
    ),
    reading=assumed("规定写“日”，实务按工作日计 (counted as working days in practice)"),
)
