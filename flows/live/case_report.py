"""The timing of one case as Markdown, for the artifact of its flow run."""

from models.event import EventLog, LoggedStep, StepEvent
from models.process import Process
from models.timing import LimitUse, Ruler, measure

UNITS = {
    "working_days": "工作日 working days",
    "calendar_days": "日历日 calendar days",
    "office_minutes": "办公分钟 office minutes",
}

VISITS = (
    "环节 step",
    "部门 owner",
    "次 visit",
    "送达 enabled",
    "开始 started",
    "办结 completed",
    "结果",
)


def case_markdown(
    case_id: str, process: Process, events: tuple[StepEvent, ...], ruler: Ruler
) -> str:
    """Limits first, then every visit in order; official local time throughout."""
    records = [event.changed(case=0, previous=None) for event in events]
    steps = tuple(LoggedStep.of(process.slug, step) for step in process.steps)
    log = EventLog.of(records, steps, ruler.calendar.epoch)
    lines = [f"# {process.name.zh} {process.name.en}", "", case_id, ""]
    lines += ["| 时限 limit | 已用 used | 上限 most | 单位 unit | |", "|---|---|---|---|---|"]
    lines += [_limit(use) for use in measure(log, process, ruler) if use.case.size]
    lines += ["", f"| {' | '.join(VISITS)} |", "|" + "---|" * len(VISITS)]
    lines += [_visit(process, event) for event in records]
    return "\n".join(lines)


def _limit(use: LimitUse) -> str:
    limit = use.limit
    state = "超期 late" if use.late[0] else "按时 on time"
    return (
        f"| {limit.name.zh} {limit.name.en} | {use.used[0]:g} | {limit.most:g} "
        f"| {UNITS[limit.unit]} | {state} |"
    )


def _visit(process: Process, event: StepEvent) -> str:
    name = process.step(event.step).name
    times = " | ".join(
        f"{moment:%Y-%m-%d %H:%M}" for moment in (event.enabled, event.started, event.completed)
    )
    outcome = "补正 correction" if event.outcome == "correction" else "办结 done"
    return f"| {name.zh} {name.en} | {event.owner} | {event.visit + 1} | {times} | {outcome} |"
