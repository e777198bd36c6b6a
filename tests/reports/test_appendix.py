"""Limits, conditions and assumptions as tables."""

from dataclasses import replace

from models.base import text
from models.condition import Chance
from models.source import Source, assumed, plan
from reports.appendix import assumptions_table, conditions_table, evidence_table, limits_table
from reports.table import Table
from reports.wording import Wording
from reports.wording.numbers import decimal
from tests.model_builders import a_material, a_process, a_rework, a_step
from tests.reports.subjects import opening, simulated

ZH, EN = Wording("zh"), Wording("en")


def rows(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def test_each_limit_is_defined_with_its_source_and_reading() -> None:
    (process, result), *_ = opening(to_be=True).pairs()
    table = limits_table(process, result, ZH)
    assert [cells[0] for cells in rows(table)] == [limit.name.zh for limit in process.limits]
    for cells, limit, verdict in zip(rows(table), process.limits, result.verdicts, strict=True):
        assert (cells[4] != "—") == (limit.reading is not None)
        assert cells[5:] == (decimal(verdict.office_hours), decimal(verdict.calendar_hours))


def test_conditions_and_corrections_are_listed_in_words() -> None:
    first = a_step("a", name=text("核验", "Check"))
    rare = Chance(share=0.06, source=plan(5))
    last = a_step("b", "a", name=text("登记", "Register"), when=rare, rework=a_rework("a"))
    assert rows(conditions_table(a_process(first, last), ZH)) == [
        ("登记", "仅当：约 6% 的办件", "假设：test"),
        ("登记", "补正（每次 10%，最多 1 回），退回“核验”", "假设：test"),
    ]


def test_every_assumption_shows_its_places_and_figures() -> None:
    guess = assumed("估计 (a guess)")
    steps = (
        a_step("a", name=text("甲", "A"), materials=(a_material("m"), a_material("n"))),
        a_step("b", "a", name=text("乙", "B"), source=guess),
    )
    subject = simulated(a_process(*steps), {}, cases=5)
    shown = rows(assumptions_table(subject, EN))
    known = {cells[:3] for cells in shown}
    assert ("Duration of steps", "test", "A, B: always 1 hours of office time") in known
    assert ("Papers asked for", "test", "A: Name") in known
    assert ("Existence of steps", "a guess", "B") in known
    assert ("Arrivals", "a guess", "Name: 8 cases a working day") in known
    assert shown[-1][0] == "Existence of steps"
    assert any(cells[0] == "Target share" and cells[2] == "all limits" for cells in shown)


def test_figures_that_are_no_assumptions_show_who_vouches_for_them() -> None:
    counted = Source(kind="data", note="2023年台账 (the ledger of 2023)")
    first, second = a_step("a", name=text("甲", "A")), a_step("b", "a", name=text("乙", "B"))
    known = first.time.duration.changed(source=counted)
    steps = (first.changed(time=first.time.changed(duration=known)), second)
    subject = simulated(a_process(*steps), {}, cases=5)
    assert rows(evidence_table(subject, EN)) == [
        ("Duration of steps", "data: the ledger of 2023", "A: always 1 hours of office time")
    ]
    assert all("ledger" not in cells[1] for cells in rows(assumptions_table(subject, EN)))


def test_every_assumption_names_who_could_replace_it_by_data() -> None:
    first = a_step("a", owner="tax", name=text("甲", "A"))
    second = a_step("b", "a", owner="applicant", name=text("乙", "B"))
    subject = simulated(a_process(first, second).changed(lead="justice"), {}, cases=5)
    names = {slug: text(slug, slug.title()) for slug in ("tax", "justice", "applicant")}
    shown = rows(assumptions_table(replace(subject, names=names), EN))
    keepers = {(cells[0], cells[1]): cells[3] for cells in shown}
    assert keepers["Duration of steps", "test"] == "Tax, Justice"  # no applicant keeps a ledger
    assert keepers["Arrivals", "a guess"] == "Justice"
    assert {cells[3] for cells in shown if cells[0] == "Target share"} == {"every owner"}
