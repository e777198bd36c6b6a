"""The ``batch_processing`` of a Prosimos scenario: read with its meaning, and written."""

from collections.abc import Iterable, Sequence

from integrations.prosimos.calendars import Json
from integrations.prosimos.document import DAYS, FiringCondition, TaskBatches, Weight
from models.net_batch import LONGEST, Amounts, Batching, FiringRule
from models.net_calendars import DAY
from models.said import Said, said

HOUR = 3_600


def batching(entry: TaskBatches) -> Batching:
    """How the task is done in batches. Raises ValueError, in words, for what cannot be done."""
    if entry.type == "Concurrent":
        raise ValueError(
            said(
                "Concurrent 类型的批量无法仿真（Prosimos 也不能），请改为 Parallel 或 Sequential",
                "batches of the type Concurrent cannot be run (nor does Prosimos run them); use "
                "Parallel or Sequential",
            )
        )
    return Batching(
        task=entry.task_id,
        parallel=entry.type == "Parallel",
        sizes=_by_size("size_distrib", entry.size_distrib),
        factors=_by_size("duration_distrib", entry.duration_distrib),
        rules=tuple(_rule(conditions) for conditions in entry.firing_rules),
    )


def _by_size(name: str, weights: tuple[Weight, ...]) -> dict[int, float]:
    found = {weight.key: weight.value for weight in weights}
    if len(found) < len(weights):
        raise ValueError(said(f"{name} 中有重复的 key", f"{name}: a key appears twice"))
    return found


def _rule(conditions: Iterable[FiringCondition]) -> FiringRule:
    by_name: dict[str, list[FiringCondition]] = {}
    for condition in conditions:
        by_name.setdefault(condition.attribute, []).append(condition)
    size = _amounts(by_name.get("size", ()), least=1)
    return FiringRule(
        size=size,
        idle=_amounts(by_name.get("ready_wt", ())),
        oldest=_amounts(by_name.get("large_wt", ())),
        weekday=_weekday(by_name.get("week_day", ())),
        hours=_hours(by_name.get("daily_hour", ())),
    )


def _number(condition: FiringCondition, highest: float = LONGEST) -> int:
    try:
        value = round(float(condition.value))
    except (ValueError, OverflowError):
        raise ValueError(_wrong(condition)) from None
    if not 0 <= value <= highest:
        raise ValueError(_wrong(condition))
    return value


def _wrong(condition: FiringCondition) -> Said:
    name, value = condition.attribute, condition.value
    return said(f"{name} 的值 {value!r} 不合适", f"{name}: the value {value!r} does not fit")


def _amounts(conditions: Iterable[FiringCondition], least: int = 0) -> Amounts | None:
    found = [(condition.comparison, _number(condition)) for condition in conditions]
    if not found:
        return None
    lows = [value + (sign == ">") for sign, value in found if sign in {"=", ">", ">="}]
    highs = [value - (sign == "<") for sign, value in found if sign in {"=", "<", "<="}]
    if highs and min(highs) < least:
        raise ValueError(
            said("没有办件能满足成批规则", "no number of visits or time fulfils a firing rule")
        )
    return Amounts(least=max([least, *lows]), most=min(highs) if highs else None)


def _weekday(conditions: Iterable[FiringCondition]) -> int | None:
    days = set()
    for condition in conditions:
        day = str(condition.value).upper()
        numbers = [number for number, name in enumerate(DAYS, 1) if name == day]
        if not numbers or condition.comparison != "=":
            raise ValueError(_wrong(condition))
        days.update(numbers)
    if len(days) > 1:
        raise ValueError(
            said("一条规则只能有一个 week_day", "a firing rule takes one week_day at most")
        )
    return days.pop() if days else None


def _hours(conditions: Sequence[FiringCondition]) -> tuple[int, int] | None:
    if not conditions:
        return None
    first, last = 0, DAY
    for condition in conditions:
        second = HOUR * _number(condition, 24)
        if condition.comparison in {"=", ">", ">="}:
            first = max(first, second + (condition.comparison == ">"))
        if condition.comparison in {"=", "<", "<="}:
            last = min(last, second + (condition.comparison != "<"))
    if first >= last:
        raise ValueError(said("没有时刻能满足 daily_hour", "no time of the day fulfils daily_hour"))
    return first, last


def batches_of_task(batching: Batching) -> Json:
    """The entry of a document that reads as this. ValueError for hours within an hour."""
    return {
        "task_id": batching.task,
        "type": "Parallel" if batching.parallel else "Sequential",
        "size_distrib": [{"key": str(k), "value": v} for k, v in batching.sizes.items()],
        "duration_distrib": [{"key": str(k), "value": v} for k, v in batching.factors.items()],
        "firing_rules": [list(_conditions(rule)) for rule in batching.rules],
    }


def _conditions(rule: FiringRule) -> Iterable[Json]:
    for name, amounts in (("ready_wt", rule.idle), ("large_wt", rule.oldest)):
        if amounts is not None:
            yield from _bounds(name, amounts)
    if rule.weekday is not None:
        yield _condition("week_day", "=", DAYS[rule.weekday - 1].capitalize())
    if rule.hours is not None:
        yield from _hour_bounds(*rule.hours)
    if rule.size is not None:
        yield from _bounds("size", rule.size)


def _condition(name: str, comparison: str, value: int | str) -> Json:
    return {"attribute": name, "comparison": comparison, "value": value}


def _bounds(name: str, amounts: Amounts) -> Iterable[Json]:
    if amounts.most is None or amounts.least > (name == "size"):
        yield _condition(name, ">=", amounts.least)
    if amounts.most is not None:
        yield _condition(name, "<=", amounts.most)


def _hour_bounds(first: int, last: int) -> Iterable[Json]:
    """Each end is a full hour or the second after it, as the peer has no other."""
    if first % HOUR > 1 or (last % HOUR > 1 and last != DAY):
        raise ValueError(
            said(
                "Prosimos 的成批时段只能以整点为界",
                "the hours of batches begin and end on the hour in Prosimos",
            )
        )
    if first or last == DAY:
        yield _condition("daily_hour", ">" if first % HOUR else ">=", first // HOUR)
    if last < DAY:
        yield _condition("daily_hour", "<=" if last % HOUR else "<", last // HOUR)
