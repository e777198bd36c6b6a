"""Whether cases went the published way, as tables (plan item 18)."""

from models.conformance import KINDS, Conformance
from models.deviation_wording import KIND_NAMES
from reports.table import Row, Table, column
from reports.wording import Wording
from reports.wording.numbers import NONE, count, decimal, percent

MOST = 30
"""So many deviations are listed, those of most cases first."""


def conformance_tables(found: Conformance, w: Wording) -> tuple[Table, ...]:
    """Cases by kind of deviation, and each deviation with the cases it is found in."""
    rows = [Row((w("conforming"), count(found.conforming), percent(found.share)), strong=True)]
    rows += [
        Row((w.of(KIND_NAMES[kind]), count(cases), percent(cases / max(found.cases, 1))))
        for kind in KINDS
        if (cases := found.by_kind[kind])
    ]
    heads = (column("deviation", w, numeric=False), column("cases", w), column("share", w))
    summary = Table(
        w("conformance_table"), heads, tuple(rows), w("conformance_note"), "conformance"
    )
    return (summary, _deviations(found, w)) if found.deviations else (summary,)


def _deviations(found: Conformance, w: Wording) -> Table:
    rows = [
        Row(
            (
                w.of(KIND_NAMES[each.kind]),
                w.of(each.sentence),
                count(each.cases),
                count(each.visits),
                NONE if each.hours is None else decimal(each.hours),
                w.listed([example.case for example in each.examples]),
            )
        )
        for each in found.deviations[:MOST]
    ]
    columns = (
        column("deviation", w, numeric=False),
        column("what_happened", w, numeric=False),
        column("cases", w),
        column("times", w),
        column("gap_hours", w),
        column("example_cases", w, numeric=False),
    )
    left = len(found.deviations) - MOST
    note = w("deviations_left", n=left) if left > 0 else ""
    return Table(w("deviations_table"), columns, tuple(rows), note, "deviations")
