"""What the workshop says, in Chinese and English; the reports' words for the rest."""

import re
from collections.abc import Iterable

from models.base import Language, Text, text
from models.process import Process
from reports.wording import Wording

SLUG = re.compile(r"(?<![\w-])[“'\"]?([a-z0-9]+(?:-[a-z0-9]+)*)[”'\"]?(?![\w-])", re.ASCII)
QUOTED = {"zh": "“{}”", "en": '"{}"'}

WORKSHOP = {
    "brand": text("一件事 · 流程研讨", "One thing · process workshop"),
    "choose": text("选择流程", "Choose a process"),
    "choose_note": text(
        "按名称、类别、方案项号或部门查找；打开后大家在同一个会话里一起修改。",
        "Search by name, family, plan item or department. Opening one starts a shared session.",
    ),
    "search": text("查找：名称、部门、方案项号", "Search: name, department, plan item"),
    "family": text("类别", "Family"),
    "all_families": text("全部类别", "all families"),
    "family_company": text("企业", "companies"),
    "family_construction": text("工程建设", "construction"),
    "family_courts": text("法院与破产", "courts and bankruptcy"),
    "family_finance": text("财税金融", "tax and finance"),
    "family_life": text("个人事项", "people's lives"),
    "family_procurement": text("招标采购", "procurement"),
    "family_property": text("不动产", "property"),
    "family_service": text("政务服务", "government service"),
    "family_supervision": text("监管与许可", "supervision and permits"),
    "family_utilities": text("水电气网", "utilities"),
    "department": text("部门", "Department"),
    "all_departments": text("全部部门", "all departments"),
    "found": text("{n} 个流程", "{n} processes"),
    "plan_items": text("方案项", "Plan items"),
    "steps": text("环节", "Steps"),
    "upload": text(
        "上传方案、流程或填好的 Excel 表（也可拖入）",
        "Upload a scenario, a process or a filled-in Excel form (or drop it here)",
    ),
    "too_large": text("文件过大或类型不对", "the file is too large or of a wrong type"),
    "undo": text("撤销", "Undo"),
    "redo": text("重做", "Redo"),
    "reset": text("全部复原", "Start over"),
    "undo_tip": text("撤销上一步修改（Ctrl+Z）", "take back the last change (Ctrl+Z)"),
    "redo_tip": text("重做刚撤销的修改（Ctrl+Y）", "do again what was taken back (Ctrl+Y)"),
    "reset_tip": text(
        "放弃全部修改，回到方案的改革；可以撤销",
        "forget all changes, back to the plan's reforms; can be undone",
    ),
    "share_tip": text("参与链接和大屏链接", "links to take part and for the wall"),
    "undone": text("{who} 撤销了：{what}", "{who} took back: {what}"),
    "redone": text("{who} 重做了：{what}", "{who} did again: {what}"),
    "name": text("我的名字", "My name"),
    "share": text("分享", "Share"),
    "share_title": text("把链接发给大家", "Send the links to the others"),
    "share_work": text("参与链接（可以修改）", "Link to take part (may change)"),
    "share_wall": text("大屏链接（只能看）", "Link for the wall (look only)"),
    "copy": text("复制", "Copy"),
    "copied": text("已复制", "copied"),
    "close": text("关闭", "Close"),
    "reforms": text("改革", "Reforms"),
    "step_tab": text("环节", "Steps"),
    "staff": text("人员", "Staff"),
    "demand": text("办件和时限", "Cases, limits"),
    "record": text("记录", "Changes"),
    "all_on": text("全部实施", "All on"),
    "all_off": text("全部取消", "All off"),
    "no_reforms": text("方案没有改革项涉及本流程", "no plan item changes this process"),
    "item": text("第{n}项", "Item {n}"),
    "needs": text("须与第{items}项同时实施", "needs item {items}"),
    "pick_step": text(
        "点图中的环节查看和修改；把一个环节拖到另一个上，可改先后。",
        "Click a step in the picture to change it; drag one step onto another to reorder.",
    ),
    "choose_step": text("环节", "Step"),
    "owner_is": text("责任部门", "Owner"),
    "after": text("前置环节", "Comes after"),
    "parallel_with": text("与…并联", "In parallel with"),
    "directly_after": text("排在…之后", "Directly after"),
    "time_kind": text("用时类型", "Kind of time"),
    "kind_work": text("经办处理", "work by staff"),
    "kind_automatic": text("系统自动", "automatic"),
    "kind_wait": text("等待、流转", "a wait"),
    "kind_applicant": text("申请人时间", "the applicant's time"),
    "low": text("最少", "Least"),
    "mode": text("最可能", "Likely"),
    "high": text("最多", "Most"),
    "unit": text("单位", "Unit"),
    "seconds": text("秒", "seconds"),
    "minutes": text("分钟", "minutes"),
    "hours": text("小时", "hours"),
    "days": text("天", "days"),
    "condition": text("条件", "Condition"),
    "always": text("每件都办", "every case"),
    "as_now": text("现有条件：{what}", "as it is: {what}"),
    "share_of_cases": text("部分办件", "a share of cases"),
    "if_attribute": text("仅当：{what}", "only if: {what}"),
    "if_not": text("仅当非：{what}", "only if not: {what}"),
    "percent_cases": text("办件占比 %", "Share of cases, %"),
    "threshold": text("门槛数值", "Threshold"),
    "correction": text("补正", "Correction"),
    "rework_percent": text("补正比例 %", "Corrections, %"),
    "rework_most": text("最多几次", "At most"),
    "rework_to": text("退回到", "Back to"),
    "channel": text("办理渠道", "Channel"),
    "channel_window": text("窗口", "window"),
    "channel_online": text("网上", "online"),
    "channel_post": text("邮寄", "post"),
    "channel_internal": text("内部（申请人不经历）", "internal, not met"),
    "visit": text("须到场（跑动一次）", "In person (a trip)"),
    "trip": text("须到场", "in person"),
    "no_trip": text("不到场", "no trip"),
    "papers": text("材料", "Papers"),
    "add_paper": text("新增材料名称", "Name of a new paper"),
    "drop_paper": text("不再要求", "stop asking for it"),
    "add": text("添加", "Add"),
    "remove_step": text("删除环节", "Remove the step"),
    "new_step_name": text("新环节名称", "Name of the new step"),
    "merge": text("合并到本环节", "Merge into this step"),
    "apply": text("应用", "Apply"),
    "order": text("先后", "Order"),
    "meets": text("申请人", "Applicant"),
    "change_steps": text("增、并、删", "Add, merge, remove"),
    "drag_title": text("“{a}” 与 “{b}”", '"{a}" and "{b}"'),
    "drag_after": text("“{a}”排在“{b}”之后", '"{a}" after "{b}"'),
    "drag_parallel": text("“{a}”与“{b}”并联", '"{a}" in parallel with "{b}"'),
    "drag_merge": text("“{a}”并入“{b}”", 'merge "{a}" into "{b}"'),
    "people_of": text("{name}（人）", "{name} (people)"),
    "total_people": text("合计 {n} 人（原 {before} 人）", "{n} people in all (were {before})"),
    "move": text("调人", "Move people"),
    "move_from": text("从", "from"),
    "move_to": text("到", "to"),
    "move_count": text("人数", "people"),
    "office_hours": text("办公时间和集中办理", "Office hours and batch times"),
    "pool_is": text("哪些人", "Whose"),
    "spans": text("时段（如 09:00-12:00, 13:30-17:00）", "Spans, as 09:00-12:00, 13:30-17:00"),
    "every_day": text("每天开放（含休息日）", "open every day"),
    "batch_times": text("集中办理时刻（空为随到随办）", "Batch times (empty: as work comes)"),
    "batch_days": text("集中办理的星期", "Batch days"),
    "arrivals": text("每工作日新办件", "New cases a working day"),
    "limits": text("时限", "Limits"),
    "limit_of": text("时限", "Limit"),
    "edit": text("修改", "Edit"),
    "limit_name": text("时限名称", "Name of the limit"),
    "limit_most": text("不超过", "At most"),
    "limit_over": text(
        "管哪些环节：选起止环节，或逐个选；都不选即全流程",
        "Which steps: choose the first and the last, or one by one; none means the whole process",
    ),
    "limit_first": text("从环节", "From step"),
    "limit_last": text("到环节", "To step"),
    "limit_steps": text("包含的环节", "Steps it covers"),
    "limit_start": text("从何时起算", "Counted from"),
    "limit_first_ready": text("其中最早的环节可以办理时", "the first of them can begin"),
    "edge_enabled": text("可以办理时", "can begin"),
    "edge_started": text("开始办理时", "is begun"),
    "edge_completed": text("办结时", "is done"),
    "no_way": text("从前一个环节走不到后一个环节", "no way leads from the first step to the last"),
    "covers": text("包含：{steps}", "covers {steps}"),
    "covers_many": text("包含{n}个环节：{first} …… {last}", "covers {n} steps: {first} ... {last}"),
    "covers_all": text("全流程", "the whole process"),
    "counts_from": text("；自“{step}”{edge}起算", '; from when "{step}" {edge}'),
    "add_limit": text("新增时限", "Add a limit"),
    "drop_limit": text("删除时限", "Remove the limit"),
    "new_limit": text("新增时限", "A new limit"),
    "new_limit_name": text("研讨目标", "Workshop target"),
    "no_history": text("还没有修改", "no change yet"),
    "first_picture": text(
        "初步结果：{n} 件；正在细算……", "first picture from {n} cases; refining ..."
    ),
    "full_picture": text(
        "{n} 件，{runs} 次重复仿真；改革前后为同一批办件（公共随机数）",
        "{n} cases in {runs} replications; the same cases before and now (common random numbers)",
    ),
    "working": text("正在仿真……", "simulating ..."),
    "breach": text("超时概率", "Breach"),
    "was": text("原", "was"),
    "was_on_time": text("改革前按时办结 {share}", "on time before: {share}"),
    "cards_note": text(
        "各时限的按时办结率（小字为95%置信区间）；点一个时限看它的用时分布",
        "Share of cases on time, by limit (small: 95% interval); choose one to see more",
    ),
    "not_before": text("改革前无此时限", "no such limit before"),
    "no_limit": text("本流程没有时限", "this process has no limit"),
    "before": text("改革前", "Before"),
    "now": text("现在", "Now"),
    "both": text("前后对照", "Both"),
    "lanes": text("流程图", "The process"),
    "distribution": text("用时分布与时限", "Time used against the limit"),
    "split": text("时间花在哪里", "Where the time goes"),
    "busy": text("经办人员利用率", "Utilisation of staff"),
    "four": text("四减", "The four reductions"),
    "time_days": text("办理时长（自然日）", "Time (calendar days)"),
    "steps_number": text("环节（个）", "Steps met"),
    "papers_number": text("材料（份）", "Papers"),
    "trips_number": text("跑动（次）", "Trips"),
    "cases": text("办件回放", "Cases replayed"),
    "typical": text("居中的一件", "the median case"),
    "slowest": text("最慢的办件", "The slowest cases"),
    "case_row": text("第{n}件", "Case {n}"),
    "case_days": text("{days} 天", "{days} days"),
    "mostly": text("主要在“{step}”：{cause}", 'mostly "{step}": {cause}'),
    "play": text("播放", "Play"),
    "pause": text("暂停", "Pause"),
    "replay_note": text(
        "蓝：办理　橙：等待部门　紫：等申请人　　时钟为办件的官方时间",
        "blue: being done, orange: waiting for the department, purple: for the applicant; "
        "the clock is the case's own time",
    ),
    "scenarios": text("方案", "Scenarios"),
    "keep_as": text("方案名称", "Name of the scenario"),
    "keep": text("保存当前方案", "Keep the current one"),
    "kept": text("已保存“{name}”", 'kept "{name}"'),
    "load": text("打开", "Open"),
    "drop": text("移除", "Remove"),
    "stored": text("以前保存的方案", "Scenarios kept before"),
    "compare": text("方案比较（最多六个）", "Scenarios compared (at most six)"),
    "comparing": text("正在比较……", "comparing ..."),
    "export": text("导出", "Export"),
    "export_yaml": text("方案文件 (YAML)", "scenario file (YAML)"),
    "export_process": text("流程定义 (YAML)", "process definition (YAML)"),
    "export_bpmn": text("流程图 (BPMN 2.0)", "diagram (BPMN 2.0)"),
    "export_xlsx": text("报告 (Excel)", "report (Excel)"),
    "export_docx": text("报告 (Word)", "report (Word)"),
    "export_html": text("报告 (HTML)", "report (HTML)"),
    "opened": text("打开方案“{name}”", 'opened scenario "{name}"'),
    "not_found": text("没有这个会话，或服务已重新启动", "no such session, or the server restarted"),
    "back": text("返回目录", "Back to the catalogue"),
    "wall": text("大屏", "Wall"),
    "live": text("实时办件", "Live cases"),
    "live_note": text(
        "事件库中在办：{n} 件。已用和剩余按各时限的法定口径计算；每10秒更新。",
        "Under way in the event store: {n}. Used and left are as each limit counts; updated every "
        "10 seconds.",
    ),
    "live_some": text("只列出最早的 {n} 件", "only the earliest {n} are listed"),
    "no_open_cases": text("没有在办的办件", "no case is under way"),
    "no_open_note": text(
        "onething run 或 onething serve 办理的办件会出现在这里。",
        "Cases handled by onething run or onething serve appear here.",
    ),
    "compared_note": text(
        "百分数为按时办结率，括号内为95%置信区间；各方案用同一批办件。",
        "Percentages are shares on time with their 95 % intervals; all on the same cases.",
    ),
    "case": text("办件", "Case"),
    "held_by": text("现在在谁手里", "Who holds it"),
    "limit_used": text("时限：已用 / 剩余", "Limits: used / left"),
    "used_left": text("{name}：已用 {used}，剩 {left}", "{name}: {used} used, {left} left"),
    "over_by": text("{name}：已用 {used}，超 {left}", "{name}: {used} used, over by {left}"),
    "the_applicant": text("申请人", "the applicant"),
    "since": text("自 {at}", "since {at}"),
    "breached": text("超时限", "breached"),
    "warned": text("将到期", "near its limit"),
    "running": text("正常", "in time"),
    "as_of": text("截至 {at}", "as of {at}"),
    "prefect": text("Prefect 界面", "Prefect pages"),
    "login": text("进入研讨", "Enter the workshop"),
    "secret": text("口令", "Secret"),
    "enter": text("进入", "Enter"),
    "wrong_secret": text("口令不对", "wrong secret"),
    "too_often": text("尝试次数过多，请一分钟后再试", "too many attempts; try again in a minute"),
    "participant": text("访客 Guest {n}", "访客 Guest {n}"),
    "assumed": text(
        "用时、人数、到件量多为假设；结论随假设而变，不能据以考核部门或个人。",
        "Most durations, staff and arrivals are assumptions; the findings change with them and are "
        "no ground for judging a department or a person.",
    ),
}


def plainly(sentence: str, processes: Iterable[Process], language: Language) -> str:
    """A sentence about processes with the names of their steps in place of their slugs."""
    names: dict[str, str] = {}
    for process in processes:
        steps = {slug: process.step(slug).name[language] for slug in process.after}
        names |= {slug: QUOTED[language].format(name) for slug, name in steps.items()}
        names[process.slug] = process.name[language]
    return SLUG.sub(lambda found: names.get(found[1], found[0]), sentence.replace("`after` ", ""))


def said_in_both(key: str) -> Text:
    """The word of that key in both languages."""
    return text(Words("zh")(key), Words("en")(key))


class Words(Wording):
    """The workshop's words of one language, and the reports'."""

    def __call__(self, key: str, **values: object) -> str:
        """The word or sentence of that key, its braces filled."""
        known = WORKSHOP.get(key)
        if known is None:
            return super().__call__(key, **values)
        return known[self.language].format(**values)

    def step(self, process: Process, slug: str) -> str:
        """A step's name with its number in the process."""
        return f"{process.order.index(slug) + 1} {self.of(process.step(slug).name)}"

    def steps(self, process: Process) -> dict[str, str]:
        """All steps in order, by slug."""
        return {slug: self.step(process, slug) for slug in process.order}
