"""Words of the county's report."""

from models.base import text

COUNTY = {
    "county_title": text("全县流程共用人手仿真", "Processes on shared staff"),
    "county_head": text(
        "{processes}个流程，每次仿真约{cases}件，{replications}次重复仿真，自{start}起",
        "{processes} processes, about {cases} cases a replication, {replications} replications, "
        "from {start}",
    ),
    "league_title": text("各流程最紧时限的按时办结率", "On-time rate of the tightest limit"),
    "league_desc": text(
        "每行一个流程：点为按时办结率，线为95%置信区间，虚线为达标线。",
        "A row a process: the dot is its on-time rate, the line the 95 % interval, the dashed line "
        "the target.",
    ),
    "league_axis": text(
        "横轴：按时办结率；线为95%置信区间。实心点达标，空心点未定，叉号不达标。",
        "Across: on-time rate with its 95 % interval. Full dot: held, hollow: uncertain, "
        "cross: missed.",
    ),
    "league_target": text("达标线 {share}", "target {share}"),
    "by_pool": text("按经办人员", "By pool of staff"),
    "by_item": text("按改革项", "By plan item"),
    "cases_each": text("办件（件/次仿真）", "Cases (per replication)"),
    "days_each": text("平均办理时长（自然日）", "Mean cycle time (calendar days)"),
    "own_days_each": text("其中部门用时（自然日）", "Of it departments (calendar days)"),
    "tightest": text("最紧的时限", "Tightest limit"),
    "steps_each": text("环节（个/件）", "Steps met (per case)"),
    "materials_each": text("材料（份/件）", "Materials (per case)"),
    "trips_each": text("跑动（次/件）", "Trips (per case)"),
    "pool_people": text("人数（人）", "People"),
    "pool_utilisation": text("利用率（办公时间）", "Utilisation (office time)"),
    "pool_wait": text("平均排队（办公小时）", "Mean queue (office hours)"),
    "pool_load": text("主要工作来源", "Main sources of work"),
    "item": text("改革项", "Item"),
    "item_title": text("改革事项", "Reform"),
    "realised_by": text("由这些流程实现", "Realised by"),
    "item_state": text("状态", "State"),
    "applied": text("已实施", "applied"),
    "not_applied": text("未实施", "not applied"),
    "worst_verdict": text("最差结论", "Worst verdict"),
    "no_limit": text("无时限", "no limit"),
    "county_assumed": text(
        "用时、人数和办件量都是假设（见流程定义和 flows/county），请换成本地数据再下结论。",
        "Durations, staff and case numbers are assumptions (flows/county and the process "
        "definitions); replace them by local data before drawing conclusions.",
    ),
}
