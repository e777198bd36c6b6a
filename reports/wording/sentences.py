"""Titles and whole sentences of the reports."""

from models.base import text

SENTENCES = {
    "title": text("仿真报告：{name}", "Simulation report: {name}"),
    "plan": text(
        "依据：《罗源县营商环境改革实施方案》（罗政综〔2023〕10号）及所列法律法规",
        "After the business environment reform plan of Luoyuan county (罗政综〔2023〕10号) and the "
        "laws cited",
    ),
    "cases_of_runs": text("{n} 件（{runs} 次重复仿真合计）", "{n} in {runs} replications"),
    "conclusion": text("结论", "Findings"),
    "finding_limits": text(
        "{n} 项时限：{counts}（达标线：按时办结率不低于 {target}）。",
        "{n} limits: {counts} (target: at least {target} of cases on time).",
    ),
    "finding_time": text(
        "平均办理时长 {days} 天（日历时间，{hours} 小时），其中申请人自身时间占 {applicant}，"
        "真正处理只占 {work}",
        "A case takes {days} calendar days on average ({hours} hours): {applicant} of it is the "
        "applicant's own time, {work} is work",
    ),
    "finding_wait": text(
        "；等待最多的是{cause}，占 {share}。", "; the largest wait is {cause}, {share}."
    ),
    "finding_no_wait": text("。", "."),
    "finding_bottleneck": text(
        "瓶颈环节是“{step}”（{owner}），占关键路径（不含申请人自身时间）的 {share}。",
        'The bottleneck is "{step}" ({owner}) with {share} of the critical path, the applicant\'s '
        "own time left out.",
    ),
    "finding_staff": text(
        "最忙的是{pool}（{people}），办公时间利用率 {share}。",
        "The busiest staff is {pool} ({people}): {share} of its office time is work.",
    ),
    "verdict_table": text("时限与结论", "Limits and verdicts"),
    "verdict_note": text(
        "中位数、P90、P95、最长均为用时，单位同各项时限：工作日、自然日，或办公分钟（只计办公时间）。"
        "置信区间整个不低于 {target} 为达标，整个低于为不达标，跨越为未定。",
        "Median, P90, P95 and maximum are time used, in each limit's own unit: working days, "
        "calendar days, or office minutes (office time only). A limit is held if the whole "
        "interval is at or above {target}, missed if all of it is below, else uncertain.",
    ),
    "no_limits": text(
        "方案和所引法规没有为本流程规定时限。", "Neither the plan nor the laws cited set a limit."
    ),
    "spent_table": text(
        "时间花在哪里（沿关键路径，每件）", "Where the time goes (critical path, per case)"
    ),
    "pools_table": text("经办人员的忙闲", "How busy the staff is"),
    "pools_note": text(
        "利用率为工作占办公时间的比例；等待为办公时间内每次排队等经办人的小时，不含夜间和休息日。"
        "利用率越近 100%，排队越长。",
        "Utilisation is the share of office time spent on work; the wait is office hours queued "
        "per visit, nights and days off not counted. Queues grow fast near 100 %.",
    ),
    "bottleneck_table": text("瓶颈：关键路径最长的环节", "Bottlenecks: the critical path by step"),
    "bottleneck_note": text(
        "关键路径：每件办件真正等着的那些环节。小时为日历时间；占比不含申请人自身时间。",
        "The critical path: the steps a case really waits for. Hours are calendar time; shares "
        "leave the applicant's own time out.",
    ),
    "reductions_table": text("四减（每件平均）", "The four reductions (mean per case)"),
    "with_interval": text(
        "{value}（95%置信区间 {interval}）", "{value} (95 % interval {interval})"
    ),
    "swimlane_heading": text("流程图", "The process"),
    "gantt_heading": text(
        "典型办件逐日图（办理时长居中的一件）", "A typical case day by day (the median one)"
    ),
    "steps_table": text(
        "各环节（每件平均的日历小时）", "Every step (calendar hours, mean per case)"
    ),
    "steps_note": text(
        "各环节可同时进行，小时数不能跨环节相加为办理时长。“次/件”大于 1 是因补正重办，小于 1 是因"
        "部分办件不经过。“每次历时”为一次办理从可以开始到办结的日历小时。",
        "Steps may run side by side: their hours do not add up to the time of a case. Visits "
        "exceed 1 by corrections and fall below 1 where some cases skip the step. Per visit: "
        "calendar hours from ready to completed.",
    ),
    "conditions_table": text("有条件的环节和补正", "Conditional steps and corrections"),
    "rule": text("规则", "Rule"),
    "only_if": text("仅当：{condition}", "only if: {condition}"),
    "sent_back": text("补正（{figure}），退回“{step}”", 'correction ({figure}), back to "{step}"'),
    "limits_table": text("各项时限如何计算", "How each limit is measured"),
    "limits_note": text(
        "受理当日不计（民法典第二百零一条）；工作日按国务院放假通知，含调休上班；申请人补正和法定中止的"
        "时间不计入期限。“同期”为同一段时间的实际历时，未扣除不计入的时间。",
        "The day of acceptance does not count (Civil Code, art. 201). Working days follow the "
        "State Council's notices, make-up days included. Corrections by the applicant and "
        "suspensions by law are not counted. Elapsed hours are of the same period, nothing taken "
        "out.",
    ),
    "unmeasured": text("无办件", "no cases"),
    "from_first": text("自首个环节可以办理时起", "from the moment the first of them can begin"),
    "from_enabled": text("自“{step}”可以办理时起", 'from the moment "{step}" can begin'),
    "from_started": text("自“{step}”开始办理时起", 'from the start of "{step}"'),
    "from_completed": text("自“{step}”办结时起", 'from the completion of "{step}"'),
    "over_all": text("{start}，至全部环节办结止", "{start} to the completion of every step"),
    "over_some": text(
        "{start}，至下列环节全部办结止：{steps}", "{start} to the completion of: {steps}"
    ),
    "over_minutes": text(
        "{steps}：从可以办理到办结的办公分钟，且须在当日办结",
        "{steps}: office minutes from ready to completed, and done on the same working day",
    ),
    "notice_title": text("注意：仿真不是实测", "Mind: simulated, not measured"),
    "notice": text(
        "本报告有 {n} 个数字（用时、人数、到件量等）是假设，不是办件数据。结论随假设而变，"
        "不能据以考核部门或个人。",
        "{n} numbers behind this report (durations, staff, arrivals and others) are assumptions, "
        "not data. The verdicts change with them; they are no ground for judging a department "
        "or a person.",
    ),
    "see_assumptions": text("见全部假设", "See all assumptions"),
    "notice_replace": text(
        "替换假设：把实际数据写入方案文件（steps 环节用时，staff 人数，arrivals 到件量，"
        "source 来源），再运行 onething simulate {slug} --scenario 方案.yaml；只改人数或到件量，"
        "用 --staff 代号=人数 或 --arrivals 件数。",
        "To replace them, write what you know into a scenario file (steps: durations, staff: "
        "people, arrivals: cases, source: where from) and run onething simulate {slug} "
        "--scenario FILE.yaml; for people or arrivals alone use --staff POOL=PEOPLE or "
        "--arrivals CASES.",
    ),
    "evidence_table": text("有依据的数字", "Figures that are no assumptions"),
    "evidence_note": text("时限另见时限表。", "Limits have a table of their own."),
    "assumptions_table": text("全部假设", "All assumptions"),
    "assumptions_note": text(
        "下列各项方案、法规和数据均未给出，由建模者估计。分布写作：三角分布 最少–最可能–最多；"
        "对数正态写中位数和对数标准差 σ。",
        "Neither the plan nor law nor data give these; the modellers estimated them. Triangular "
        "distributions are written least - most likely - most, lognormal ones with their median "
        "and the standard deviation σ of the logarithm.",
    ),
    "every_owner": text("各责任部门", "every owner"),
    "everywhere": text("全部时限", "all limits"),
    "method_heading": text("怎样得出", "Method"),
    "method": text(
        "按流程定义逐件仿真：办件随机到达，各环节由有限的经办人员在其办公时间内先到先办，忙时排队；多次"
        "重复仿真给出95%置信区间。时限由与实际运行同一把尺子从事件记录计量。逐日图取自第一次仿真，其余"
        "数字为全部仿真合计。",
        "Cases are simulated one by one: they arrive at random and are served in order by limited "
        "staff in office hours, queueing when it is busy; replications give the 95 % intervals. "
        "Limits are measured from the events by the same ruler as in live operation. The day by "
        "day picture comes from the first replication, all other figures from all of them.",
    ),
    "method_time": text(
        "时间的三种单位：工作日和自然日按法定方法计数；办公分钟（小时）只计办公时间；日历小时从头到尾"
        "连续计算，含夜间和休息日。",
        "Three kinds of time: working and calendar days are counted as the law counts; office "
        "minutes and hours count office time only; calendar hours run on through nights and days "
        "off.",
    ),
    "footer": text(
        "onething 生成。本页不含脚本，不访问网络；可直接打印。",
        "Made by onething. This page has no script and makes no request; it can be printed as is.",
    ),
}
