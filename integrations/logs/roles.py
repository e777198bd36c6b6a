"""Which column of a table holds what: guessed from names in Chinese and English, or told."""

from collections.abc import Iterable, Mapping, Sequence

from models.errors import DocumentError
from models.said import said

Roles = Mapping[str, str]
"""The column (value) that plays each role (key)."""

SYNONYMS: dict[str, tuple[str, ...]] = {
    "case": (
        "case", "case_id", "caseid", "case id", "case:concept:name", "trace", "trace_id",
        "办件", "办件号", "办件编号", "案件号", "案件编号", "业务号", "业务编号", "流水号",
        "受理编号", "申请编号", "办件id", "案例", "案例编号", "业务流水号", "办件流水号", "受理号",
        "申报号", "收件编号", "事项编号",
    ),
    "activity": (
        "step", "activity", "activity name", "activity_name", "concept:name", "event", "task",
        "task_name", "环节", "办理环节", "环节名称", "步骤", "活动", "活动名称", "任务", "节点",
        "办理步骤", "步骤名称", "审批环节", "流程节点", "节点名称", "任务名称", "当前环节",
    ),
    "process": ("process", "process_name", "流程", "办理流程", "流程名称", "事项", "事项名称"),
    "owner": (
        "owner", "department", "org:group", "org:role", "group", "role", "部门", "责任部门",
        "办理部门", "单位", "办理单位", "责任单位", "科室",
    ),
    "resource": (
        "resource", "org:resource", "user", "staff", "performer", "agent", "经办人", "办理人",
        "经办人员", "办理人员", "人员", "操作员", "工号", "审批人", "处理人", "承办人",
        "经办人姓名", "办理人姓名",
    ),
    "ready": ("ready", "到达", "到达时间"),
    "enabled": (
        "enabled", "enable_time", "enabletime", "enabled_time", "enable timestamp", "待办",
        "待办时间", "接收时间", "接件时间", "收件时间", "到达环节时间", "转入时间",
    ),
    "started": (
        "started", "start", "start_time", "starttime", "start time", "start_timestamp",
        "start timestamp", "begin", "开始", "开始时间", "开始办理", "开始办理时间", "起始时间",
        "办理开始时间", "环节开始时间",
    ),
    "completed": (
        "completed", "end", "end_time", "endtime", "end time", "end_timestamp", "end timestamp",
        "complete", "complete timestamp", "completion_time", "finish", "finish_time", "办结",
        "办结时间", "结束", "结束时间", "完成时间", "办理时间", "办理结束时间", "办理完成时间",
        "环节结束时间", "环节办结时间", "审批时间", "处理时间", "转出时间", "办结日期", "完成日期",
    ),
    "time": (
        "time", "time:timestamp", "timestamp", "event_time", "date", "时间", "时间戳", "发生时间",
    ),
    "lifecycle": (
        "lifecycle:transition", "lifecycle", "transition", "event_type", "状态", "生命周期",
        "动作",
    ),
    "instance": ("concept:instance", "instance", "activity_instance", "环节实例"),
    "outcome": ("outcome", "result", "结果", "办理结果"),
    "visit": ("visit", "环节次数"),
    "work": ("work",),
    "batch": ("batch",),
    "queue": ("queue",),
    "priority": ("priority",),
    "previous": ("previous",),
}  # fmt: skip
"""Names by role, the likelier first; letters small."""

TIMES = ("ready", "enabled", "started", "completed", "time")
TOLD = ("case", "activity", "process", "owner", "resource", *TIMES, "lifecycle", "instance",
        "outcome")  # fmt: skip
"""Roles that a user can give to columns; the rest belongs to our own format."""


def guessed(columns: Sequence[str]) -> dict[str, str]:
    """The roles that the columns' names suggest; a column plays one role at most."""
    known = {name.strip().lower(): name for name in reversed(columns)}
    roles: dict[str, str] = {}
    for role, synonyms in SYNONYMS.items():
        for synonym in synonyms:
            if synonym in known and known[synonym] not in roles.values():
                roles[role] = known[synonym]
                break
    return roles


def told(text: str) -> dict[str, str]:
    """Roles written as ``case=办件号,activity=环节``; DocumentError for what is not so written."""
    roles: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        role, _, column = (piece.strip() for piece in part.partition("="))
        if role not in TOLD or not column:
            raise DocumentError(
                said(
                    f"--columns：{part!r} 不是“角色=列名”；角色有 {', '.join(TOLD)}",
                    f"--columns: {part!r} is not role=column; the roles are {', '.join(TOLD)}",
                )
            )
        roles[role] = column
    return roles


def chosen(where: str, columns: Sequence[str], given: Roles | None) -> dict[str, str]:
    """The guessed roles with those given in their place; DocumentError if they do not suffice.

    A log needs a case, an activity, and a completion time, or one time with its lifecycle.
    """
    given = given or {}
    missing = [column for column in given.values() if column not in columns]
    if missing:
        raise DocumentError(_no_such(where, missing, columns))
    taken = set(given.values())
    roles = {r: c for r, c in guessed(columns).items() if c not in taken and r not in given}
    roles |= given
    if "completed" not in roles and "time" not in roles and "started" in roles:
        roles["completed"] = roles.pop("started")
    lacking = [role for role in ("case", "activity") if role not in roles]
    if "completed" not in roles and "time" not in roles:
        lacking.append("completed")
    if lacking:
        raise DocumentError(_lacking(where, lacking, columns))
    return roles


def shown(roles: Roles) -> str:
    """The roles as ``--columns`` takes them."""
    return ",".join(f"{role}={column}" for role, column in roles.items() if role in TOLD)


def _no_such(where: str, missing: Iterable[str], columns: Sequence[str]) -> str:
    names, known = ", ".join(missing), ", ".join(columns)
    return said(
        f"{where}：没有列 {names}；已有 {known}",
        f"{where}: there is no column {names}; there are {known}",
    )


NEEDED = {
    "case": said("办件编号（case）", "case (the number of the case)"),
    "activity": said("环节名称（activity）", "activity (the name of the step)"),
    "completed": said("办结时间（completed）", "completed (when the step was done)"),
}
MOST_SHOWN = 30
"""Columns that a sentence lists."""


def _lacking(where: str, lacking: Sequence[str], columns: Sequence[str]) -> str:
    more = " …" if len(columns) > MOST_SHOWN else ""
    known = ", ".join(columns[:MOST_SHOWN]) + more
    example = ",".join(f"{role}=…" for role in lacking)
    return said(
        f"{where}：看不出哪一列是{'、'.join(NEEDED[role].zh for role in lacking)}；"
        f"已有的列：{known}；请写明，如 --columns {example}",
        f"{where}: no column looks like {', '.join(NEEDED[role] for role in lacking)}; "
        f"the columns are {known}; say which, as in --columns {example}",
    )
