"""The unit of each numeric column, and for times how they are counted."""

_SHARES = (
    "on_time_rate interval share utilisation critical_share early_rate early_interval "
    "same_day_rate same_day_interval performed "
    "cumulative cumulative_interval pool_utilisation "
    "on_time_interval breach breach_interval efficiency"
)
_HOURS = (
    "hours_per_case critical_hours critical_waiting work queue priority closed batch external "
    "applicant total per_visit elapsed_office elapsed_calendar mean_wait work_hours "
    "theoretical_hours cycle_hours gap_hours pool_wait"
)
_OFFICE = {"elapsed_office", "mean_wait", "pool_wait"}
_IN_LIMITS_UNIT = ("median", "p90", "p95", "most", "late_by", "late_p90", "late_most", "used_up")
_DAYS = ("alone", "alone_interval", "as_last", "last_interval", "in_turn", "turn_interval")
_NUMBERS = {
    "cases": "cases",
    "late_cases": "cases",
    "times": "visits",
    "rank": "number",
    "people": "people",
    "pool_people": "people",
    "visits": "visits per case",
    "corrections": "corrections per case",
    "cases_each": "cases per replication",
    "days_each": "days per case",
    "own_days_each": "days per case",
    "steps_each": "steps per case",
    "materials_each": "papers per case",
    "trips_each": "trips per case",
    "item": "plan item",
    "steps_owned": "steps",
    **dict.fromkeys(_DAYS, "days per case"),
    "days": "days",
}

UNITS: dict[str, str] = {
    **dict.fromkeys(_SHARES.split(), "share"),
    **dict.fromkeys(_HOURS.split(), "hours"),
    **dict.fromkeys(_IN_LIMITS_UNIT, "unit of the limit"),
    **_NUMBERS,
}
BASES: dict[str, str] = {
    **{key: "office" if key in _OFFICE else "calendar" for key in _HOURS.split()},
    **dict.fromkeys(_IN_LIMITS_UNIT, "as the limit counts"),
    **dict.fromkeys(("days_each", "own_days_each", "days", *_DAYS), "calendar"),
    **dict.fromkeys(("utilisation", "pool_utilisation"), "office"),
}
