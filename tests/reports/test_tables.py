"""The figures of a result, in words, are those of the result."""

import pytest

from models.base import Language
from models.breakdown import CAUSES
from models.limit import Limit, Moment
from reports.table import Table
from reports.tables import (
    bottleneck_table,
    head,
    measured_over,
    pools_table,
    reductions_table,
    spent_table,
    standing_counts,
    steps_table,
    variant,
    verdict_table,
    waiting,
)
from reports.wording import Wording
from reports.wording.numbers import amount, count, decimal, interval, percent, used
from tests.model_builders import SOURCE, a_chain, a_limit, a_process
from tests.reports.subjects import opening, simulated

ZH, EN = Wording("zh"), Wording("en")
BOTH: tuple[Language, Language] = ("zh", "en")


def column(table: Table, name: str) -> list[str]:
    place = [column.name for column in table.columns].index(name)
    return [row.cells[place] for row in table.rows]


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("to_be", [False, True])
def test_every_row_has_a_cell_for_every_column(language: Language, *, to_be: bool) -> None:
    w, subject = Wording(language), opening(to_be=to_be)
    (process, result), *_ = subject.pairs()
    for table in (
        verdict_table(subject, result, w),
        spent_table(result.critical, w),
        pools_table(subject, w),
        bottleneck_table(subject, result, w),
        reductions_table(result, w),
        steps_table(subject, process, result, w),
    ):
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}
        assert all(cell for row in table.rows for cell in row.cells)


def test_verdicts() -> None:
    subject = opening(to_be=True)
    result = subject.result.processes[0]
    table = verdict_table(subject, result, ZH)
    for row, verdict in zip(table.rows, result.verdicts, strict=True):
        unit = verdict.limit.unit
        assert row.standing == verdict.standing
        assert row.cells[1:5] == (
            amount(verdict.limit.most, unit, ZH),
            percent(verdict.on_time.value),
            interval(verdict.on_time),
            row.cells[4],
        )
        assert ZH(verdict.standing) in row.cells[4]
        quantiles = (verdict.used.median, verdict.used.p90, verdict.used.p95, verdict.used.most)
        assert row.cells[5:9] == tuple(used(value, unit) for value in quantiles)
        assert row.cells[10] == count(verdict.cases)


def test_a_limit_that_no_case_came_to_has_no_verdict() -> None:
    first, last = a_chain("a", "b")
    never = a_limit("l", "a", starts=Moment(step="b", edge="completed"))
    subject = simulated(a_process(first, last, limits=(never,)), {}, cases=5)
    result = subject.result.processes[0]
    assert result.verdicts[0].cases == 0
    table = verdict_table(subject, result, ZH)
    assert column(table, "结论") == ["无办件"]
    assert column(table, "按时办结率") == ["—"]
    assert standing_counts(result.verdicts, ZH) == "达标 0 项，不达标 0 项，未定 0 项，无办件 1 项"


def test_a_process_without_limits_says_so() -> None:
    subject = simulated(a_process(*a_chain("a")), {}, cases=5)
    table = verdict_table(subject, subject.result.processes[0], ZH)
    assert table.rows == ()
    assert "没有" in table.note


def test_hours_by_cause_add_up_to_the_total() -> None:
    spent = opening(to_be=False).result.processes[0].critical
    table = spent_table(spent, EN)
    rows = {row.cells[0]: row.cells[1] for row in table.rows}
    assert rows["Total"] == decimal(sum(getattr(spent, cause) for cause in CAUSES))
    assert rows["queue for staff"] == decimal(spent.queue)
    assert "waiting for the batch time" not in rows


def test_pools_come_by_utilisation() -> None:
    subject = opening(to_be=False)
    shown = column(pools_table(subject, ZH), ZH("pool"))
    wanted = sorted(subject.result.pools, key=lambda pool: -pool.utilisation.value)
    assert shown == [pool.name.zh for pool in wanted]


def test_the_bottleneck_comes_first() -> None:
    subject = opening(to_be=False)
    (process, result), *_ = subject.pairs()
    table = bottleneck_table(subject, result, ZH)
    worst = max(result.steps, key=lambda step: step.critical_share)
    assert worst.step == result.bottleneck
    assert table.rows[0].strong
    assert table.rows[0].cells[1] == process.step(result.bottleneck).name.zh
    assert table.rows[0].cells[3:] == (
        percent(worst.critical_share),
        decimal(worst.critical.departments),
        decimal(waiting(worst.critical)),
    )


def test_steps_are_numbered_in_the_order_of_the_process() -> None:
    subject = opening(to_be=True)
    (process, result), *_ = subject.pairs()
    table = steps_table(subject, process, result, ZH)
    assert column(table, "办理环节") == [process.step(slug).name.zh for slug in process.order]
    assert column(table, "序") == [str(n + 1) for n in range(len(process.steps))]
    first = next(step for step in result.steps if step.step == process.order[0])
    assert column(table, "排队")[0] == decimal(first.spent.queue)


def test_reductions() -> None:
    result = opening(to_be=True).result.processes[0]
    cells = column(reductions_table(result, EN), "Mean per case")
    assert cells[0].startswith(decimal(result.reductions.hours.value))
    assert cells[2:] == [
        decimal(value)
        for value in (
            result.reductions.steps,
            result.reductions.materials,
            result.reductions.trips,
        )
    ]


def test_the_head_says_what_was_simulated() -> None:
    subject = opening(to_be=True)
    pairs = dict(head(subject, ZH))
    assert pairs["改革状态"] == "已实施方案第5、7、8项改革"
    assert pairs["仿真起始日"] == "2024-01-02"
    assert pairs["达标线"] == "按时办结率不低于 95%"
    assert pairs["预热期"] == "无"
    assert variant(opening(to_be=False).processes, EN) == "as-is, before the reforms"


def test_what_a_limit_is_measured_over() -> None:
    process = a_process(*a_chain("a", "b"))
    started = Moment(step="a", edge="started")
    cases: list[tuple[Limit, str]] = [
        (
            a_limit("l"),
            "from the moment the first of them can begin to the completion of every step",
        ),
        (a_limit("l", "b", starts=started), 'from the start of "Name" to the completion of: Name'),
        (
            Limit(
                slug="m",
                name=process.name,
                most=60,
                unit="office_minutes",
                over=("a",),
                source=SOURCE,
            ),
            "Name: office minutes from ready to completed, and done on the same working day",
        ),
    ]
    for limit, words in cases:
        assert measured_over(process, limit, EN) == words
