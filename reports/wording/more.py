"""Words of the fuller reports: rates, departments, weeks, comparisons, slow cases, files."""

from models.base import text

MORE = {
    "curve_title": text("累计分布：{name}", "Cumulative distribution: {name}"),
    "curve_desc": text(
        "时限 {limit}；带为95%置信区间。", "Limit {limit}; the band is the 95 % interval."
    ),
    "legend_curve": text("用时不超过横轴的办件", "cases that used no more"),
    "legend_band": text("95%置信区间", "95 % interval"),
    "curve_axes": text(
        "横轴：用时（{unit}）；纵轴：用时不超过该值的办件比例",
        "Across: time used ({unit}). Up: share of cases that used no more than that",
    ),
    "waterfall_title": text(
        "各改革项依次实施的作用", "What each plan item adds, one after another"
    ),
    "waterfall_desc": text(
        "从改革前到改革后的每件办理时长。", "Time per case from as-is to to-be."
    ),
    "waterfall_axis": text(
        "{unit}；按列出的先后依次实施，同一批办件（公共随机数）；细线为该项变化的95%置信区间。",
        "{unit}; items applied one after another in this order, to the same cases (common random "
        "numbers). Thin lines: 95 % interval of the item's change.",
    ),
    "waterfall_unit": text("每件办理时长，自然日", "Time per case in calendar days"),
    "before": text("改革前", "Before"),
    "after": text("改革后", "After"),
    "change": text("变化", "Change"),
    "change_interval": text("变化的95%置信区间", "95 % interval of the change"),
    "week_title": text("一周各时段忙碌程度：{name}", "Load over the week: {name}"),
    "week_desc": text(
        "工作占办公时间的比例，按星期和钟点。",
        "Work as a share of office time, by weekday and hour.",
    ),
    "week_is": text("工作占办公时间：", "share of office time at work:"),
    "week_closed": text("不办公", "closed"),
    "week_table": text(
        "经办人员一周各时段利用率（办公时间）", "Utilisation over the week (office time)"
    ),
    "week_note": text(
        "取自第一次仿真或所报时段；周末有数是调休上班日。空格为不办公。",
        "From the first replication or the reported period. Figures on weekends come from make-up "
        "working days. Empty: closed.",
    ),
    "weekday": text("星期", "Weekday"),
    "rates_table": text("按时、提前、即办", "On time, early, immediate"),
    "rates_note": text(
        "按时办结率＝期限内办结件÷计时办件；提前办结率＝期限最后一日之前办结件÷计时办件；即办率＝起算"
        "当日办结件÷计时办件。括号为95%置信区间。“全部时限”要求一件办件的每项时限都按时。这是行政审批"
        "统计的通行口径，方案未给出定义。",
        "On time: done within the limit. Early: done before its last day. Immediate: done on the "
        "day the clock started; each as a share of the measured cases. 'All limits' asks that a "
        "case keeps every one of its limits. This is how offices usually count; the plan defines "
        "none of them.",
    ),
    "early_rate": text("提前办结率", "Early rate"),
    "early_interval": text("提前办结率区间", "Early rate, interval"),
    "same_day_rate": text("即办率（当日）", "Immediate (same day)"),
    "same_day_interval": text("即办率区间", "Immediate, interval"),
    "all_limits": text("全部时限", "All limits"),
    "late_table": text("超时限的风险和程度", "Risk and size of lateness"),
    "late_note": text(
        "超出量按各项时限自己的单位；即办类时限里“未在当日办结”而分钟未超的，计入超时限件，不计超出量。",
        "Lateness is in each limit's own unit. A case not done on the same day is late even where "
        "its minutes were within the limit; it has no amount of lateness.",
    ),
    "breach": text("超时限概率", "Probability of breach"),
    "breach_interval": text("概率的95%置信区间", "95 % interval"),
    "distribution_table": text("分布 {name}（{unit}）", "Distribution {name} ({unit})"),
    "used_up": text("用时不超过", "Used, up to"),
    "cumulative": text("累计占比", "Cumulative share"),
    "cumulative_interval": text("累计占比区间", "Cumulative share, interval"),
    "late_cases": text("超时限件", "Late cases"),
    "late_p90": text("超出 P90", "Late by, P90"),
    "late_most": text("超出最多", "Late by, max."),
    "owners_table": text(
        "各责任部门（每件平均的日历小时）", "Every owner (calendar hours per case)"
    ),
    "owners_note": text(
        "该部门各环节之和；各环节可同时进行，各部门的小时不能相加为办理时长。关键路径占比不含申请人"
        "自身时间。",
        "Sums over the owner's steps, which may run side by side and do not add up to the time of "
        "a case. Critical-path shares leave the applicant's own time out.",
    ),
    "steps_owned": text("环节数", "Steps"),
    "efficiency_table": text("流程效率（并联环节取最长的一支）", "Process cycle efficiency"),
    "efficiency_note": text(
        "理论时长：假如从不等待，只有经办和系统处理时间，并联环节按最长的一支计。效率＝理论时长÷实际"
        "办理时长（日历）。取自第一次仿真或所报时段。",
        "Theoretical time: as if nobody ever waited, work alone, of parallel branches the longest. "
        "Efficiency: theoretical over actual time by the calendar. From the first replication or "
        "the reported period.",
    ),
    "work_hours": text("全部处理时间（小时/件）", "All work (hours per case)"),
    "theoretical_hours": text("理论时长（小时/件）", "Theoretical time (hours per case)"),
    "cycle_hours": text("实际时长（日历小时/件）", "Actual time (calendar hours per case)"),
    "efficiency": text("流程效率", "Efficiency"),
    "compare_table": text(
        "改革前后对比（每件平均，同一批办件）", "Before and after (per case, the same cases)"
    ),
    "compare_note": text(
        "同一批办件和随机数，{n} 次重复仿真成对相减，区间为95%置信区间。",
        "The same cases and random numbers; paired differences over {n} replications with 95 % "
        "intervals.",
    ),
    "compare_heading": text("改革前后对比", "Before and after the reforms"),
    "items_table": text(
        "每项改革的作用（每件平均办理时长，自然日）",
        "What each plan item is worth (calendar days per case)",
    ),
    "items_note": text(
        "单独：只实施该项（及其前提）；最后：其余都已实施再加该项；依次：按表中先后逐项加上，合计等于"
        "总变化。",
        "Alone: that item only, with what it requires. Last: on top of all others. In turn: one "
        "after another in this order; these add up to the whole change.",
    ),
    "alone": text("单独实施", "Alone"),
    "alone_interval": text("区间", "Interval"),
    "as_last": text("最后实施", "As the last"),
    "last_interval": text("区间", "Interval"),
    "in_turn": text("依次实施", "In turn"),
    "turn_interval": text("区间", "Interval"),
    "m_hours": text("办理时长（自然日）", "Cycle time (calendar days)"),
    "m_department_hours": text("其中部门用时（自然日）", "Of it departments (calendar days)"),
    "m_staff_minutes": text("经办工作（分钟）", "Staff work (minutes)"),
    "m_steps": text("减环节：环节（个）", "Steps met (number)"),
    "m_materials": text("减材料：材料（份）", "Papers (number)"),
    "m_trips": text("减跑动：跑动（次）", "Trips (number)"),
    "m_fees": text("减费用：收费（元）", "Fees (yuan)"),
    "m_on_time": text(
        "按时办结率（变化为百分点）：{name}", "On-time rate (change in points): {name}"
    ),
    "fees": text("收费（元）", "Fees (yuan)"),
    "no_fees": text("流程定义未列收费", "no step states a fee"),
    "slow_heading": text("最慢的办件，逐件说明", "The slowest cases, one by one"),
    "slow_title": text(
        "第 {number} 号办件：{days} 天（日历时间）", "Case {number}: {days} calendar days"
    ),
    "slow_reasons": text("时间主要花在：{reasons}。", "Most of it went to: {reasons}."),
    "slow_reason": text(
        "“{step}”（{owner}）{cause} {hours} 小时", '"{step}" ({owner}): {cause}, {hours} h'
    ),
    "slow_late": text("超时限：{limits}。", "Late against: {limits}."),
    "slow_on_time": text("各项时限均按时。", "It kept every limit."),
    "keeper": text("可由谁用数据替换", "Who could replace it by data"),
    "origin_simulated": text("仿真", "simulated"),
    "origin_live": text("实际运行", "live"),
    "origin_log": text("日志文件", "a log file"),
    "period": text("时段", "Period"),
    "origin": text("数据来源", "Data"),
    "measured_title": text("实测报告：{name}", "Timing report: {name}"),
    "measured_notice_title": text("口径", "Basis"),
    "measured_notice": text(
        "用时由事件记录按同一把尺子实测。流程定义中仍有 {n} 个假设数字（见文末），它们不影响实测"
        "用时，但办公时间、人数等假设影响排队与利用率的拆分。",
        "Times are measured from event records by the one ruler. {n} numbers of the definition are "
        "still assumptions (listed at the end); they do not change the times measured, but assumed "
        "office hours and staff bear on the split into queue, closed office and utilisation.",
    ),
    "unit_row": text("单位", "Unit"),
    "basis_row": text("计时口径", "Time counted"),
    "contents": text("目录", "Contents"),
    "figure_word": text("图", "Figure"),
    "table_word": text("表", "Table"),
    "no_pictures": text(
        "本机没有中文字体或图像组件，文中未附图；图见 HTML 报告。",
        "This machine lacks a Chinese font or the drawing component: pictures are in the HTML "
        "report only.",
    ),
    "conformance_table": text(
        "是否按公布的流程办理（方案第18项）", "Did cases go the published way (plan item 18)"
    ),
    "conformance_note": text(
        "办件逐件与流程定义对照：有没有清单外的环节、漏办、不该办而办、先后颠倒、他人代办、无补正而重复，"
        "以及办件不在任何人手中的空档。",
        "Each case is held against the definition: steps that are not in it, left out, not due, "
        "out of order, by another owner, repeated without a correction, and gaps in which nobody "
        "had the case.",
    ),
    "conforming": text("完全按流程", "Entirely as published"),
    "league_table": text("各流程排名（按最紧时限的按时办结率）", "Processes by on-time rate"),
    "league_note": text(
        "按时办结率最低的排在最前；没有时限的流程排在最后。",
        "The lowest on-time rate of the tightest limit first, processes without a limit last.",
    ),
    "deviation": text("情形", "Kind"),
    "deviations_table": text("不按流程的情形", "How cases deviate"),
    "deviations_left": text("另有 {n} 种情形未列。", "{n} more are not listed."),
    "what_happened": text("说明", "What happened"),
    "times": text("次数", "Times"),
    "gap_hours": text("空档合计（日历小时）", "Gaps in all (calendar hours)"),
    "example_cases": text("例如办件", "Cases, for example"),
}
