"""Words in pictures."""

from models.base import text

PICTURES = {
    "distribution_title": text("用时分布：{name}", "Days or minutes used: {name}"),
    "distribution_desc": text(
        "时限 {limit}；{cases} 件中按时办结 {share}。",
        "Limit {limit}; {share} of {cases} cases on time.",
    ),
    "no_cases": text("没有办件用到这项时限", "No case came to this limit"),
    "legend_on_time": text(
        "按时 {share}（95%置信区间 {interval}）", "on time {share} (95 % interval {interval})"
    ),
    "legend_late": text("超时限 {share}", "late {share}"),
    "legend_target": text("达标线 {share}", "target {share}"),
    "legend_other_day": text(
        "其中 {share} 用时未超、但未在当日办结",
        "of these {share} within the time, but not the same day",
    ),
    "axes": text(
        "横轴：用时（{unit}，{how}）；纵轴：占计时办件的比例",
        "Across: time used ({unit}, {how}). Up: share of the measured cases",
    ),
    "count_working_days": text(
        "受理当日不计，中止和补正不计", "day of acceptance, suspensions and corrections not counted"
    ),
    "count_calendar_days": text(
        "受理当日不计，中止和补正不计", "day of acceptance, suspensions and corrections not counted"
    ),
    "count_office_minutes": text("只计办公时间", "office time only"),
    "limit_line": text("时限 {limit}", "limit {limit}"),
    "limit_outside": text("时限 {limit}，在图右侧之外 →", "limit {limit}, far to the right →"),
    "spent_title": text("每件办理时长的构成", "What the time of a case is spent on"),
    "spent_part": text("{cause} {hours} 小时", "{cause} {hours} hours"),
    "spent_legend": text("{cause} {hours} 小时，{share}", "{cause} {hours} h, {share}"),
    "swimlane_title": text("流程图：{name}", "The process: {name}"),
    "swimlane_desc": text(
        "{owners} 个责任部门的 {steps} 个办理环节，从左到右；数字见环节表。",
        "{steps} steps of {owners} owners, from left to right; figures are in the table of steps.",
    ),
    "swimlane_note": text(
        "“历时”为每次办理的平均日历小时（从可以开始到办结，含等待）；“等待”为其中等部门的小时（排队、"
        "让先、非办公时间、等批次）。补正“→1”表示退回第1个环节重办。",
        '"takes": mean calendar hours of one visit, from ready to completed, waiting included. '
        '"waits": of these the hours waited for the owner (queue, urgent cases, office closed, '
        "batch). Correction →1: the case goes back to step 1.",
    ),
    "swimlane_bands": text(
        "流程较长，分段绘制，无环节的部门略去；伸出右边的箭头在下一段同一部门处继续。",
        " The process is long and drawn in bands without idle owners; an arrow that leaves on the "
        "right goes on in the same owner's lane of the next band.",
    ),
    "box_span": text("历时 {hours} 小时", "takes {hours} h"),
    "box_waits": text("等待 {hours} 小时", "waits {hours} h"),
    "chip_bottleneck": text("瓶颈 {share}", "bottleneck {share}"),
    "chip_automatic": text("系统自动", "automatic"),
    "chip_wait": text("外部/公示/流转", "outside, sign-off"),
    "chip_applicant": text("申请人", "applicant"),
    "chip_chance": text("◇ 约{share}办件", "◇ {share} of cases"),
    "chip_condition": text("◇ 有条件", "◇ conditional"),
    "chip_rework": text("补正 {share}→{back}", "correct {share}→{back}"),
    "heat_is": text(
        "底色：占关键路径上全部等待的比例", "Colour: share of all waiting on the critical path"
    ),
    "heat": text("{low}–{high}", "{low}–{high}"),
    "key_bottleneck": text("瓶颈（占关键路径）", "bottleneck (share of critical path)"),
    "key_automatic": text("系统自动办理", "automatic"),
    "key_external": text("外部机构、公示或流转", "outside body, publicity, sign-off"),
    "key_applicant": text("申请人自身", "the applicant"),
    "key_arrow": text("先后关系", "comes before"),
    "gantt_title": text("典型办件逐日图：{name}", "A typical case, day by day: {name}"),
    "gantt_desc": text("从 {start} 到 {end} 的各环节。", "Its steps from {start} to {end}."),
    "gantt_head": text(
        "第 {number} 号办件：{start} 提交，{end} 全部办结，共 {days} 天（日历时间）",
        "Case {number}: filed {start}, all done {end}, {days} days of calendar time",
    ),
    "gantt_deadline": text(
        "{letter} {name}（{limit}）：期限至{last}，用了 {used}，{standing}",
        "{letter} {name} ({limit}): last day {last}, {used} used, {standing}",
    ),
    "case_late": text("超时限", "late"),
    "case_on_time": text("按时", "on time"),
    "again": text("（第{n}次）", " (visit {n})"),
    "key_closed": text("灰底：窗口不办公（夜间、午休、休息日）", "grey: offices closed"),
    "key_deadline": text("期限届满（当日24时）", "deadline (end of that day)"),
    "key_critical": text("加粗：关键路径上的环节", "bold: steps on the critical path"),
}
