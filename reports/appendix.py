"""The back of a report as tables: limits as defined, conditions, what is known, what assumed."""

from models.process import Process
from models.result import ProcessResult
from reports.sources import Citation, Use, assumptions, cite, evidence, note
from reports.subject import Subject
from reports.table import Row, Table, column
from reports.tables import measured_over
from reports.wording import Wording
from reports.wording.numbers import NONE, amount, decimal
from reports.wording.values import condition, correction, figure


def limits_table(process: Process, result: ProcessResult, w: Wording) -> Table:
    """The definition of each limit, its source and reading, and the time elapsed meanwhile."""
    found = {verdict.limit.slug: verdict for verdict in result.verdicts}
    rows = [
        Row(
            (
                w.of(limit.name),
                amount(limit.most, limit.unit, w),
                measured_over(process, limit, w),
                cite(limit.source, w),
                cite(limit.reading, w) if limit.reading else NONE,
                decimal(found[limit.slug].office_hours),
                decimal(found[limit.slug].calendar_hours),
            )
        )
        for limit in process.limits
    ]
    names = ("limit", "at_most", "measured_over", "source", "reading")
    columns = [column(name, w, numeric=False) for name in names]
    columns += [column("elapsed_office", w), column("elapsed_calendar", w)]
    return Table(w("limits_table"), tuple(columns), tuple(rows), w("limits_note"), "limits")


def conditions_table(process: Process, w: Wording) -> Table:
    """Steps that some cases skip, and steps that send cases back."""
    names = {step.slug: w.of(step.name) for step in process.steps}
    rows = []
    for slug in process.order:
        step = process.step(slug)
        if step.when is not None:
            only = w("only_if", condition=condition(step.when, process, w))
            rows.append(Row((names[slug], only, cite(step.source, w))))
        if step.rework is not None:
            chance = correction(step.rework, w)
            back = w("sent_back", figure=chance, step=names[step.rework.to])
            rows.append(Row((names[slug], back, cite(step.rework.source, w))))
    columns = tuple(column(name, w, numeric=False) for name in ("step", "rule", "source"))
    return Table(w("conditions_table"), columns, tuple(rows), key="conditions")


def assumptions_table(subject: Subject, w: Wording) -> Table:
    """Every assumption, what it is for, each place with its figure, and who could replace it."""
    rows = [
        Row(
            (
                w(f"role_{entry.role}"),
                note(entry.source, w),
                _places(entry, w),
                _keepers(entry, subject, w),
            )
        )
        for entry in assumptions(subject)
    ]
    names = ("role", "reason", "where_used", "keeper")
    columns = tuple(column(name, w, numeric=False) for name in names)
    return Table(w("assumptions_table"), columns, tuple(rows), w("assumptions_note"), "assumptions")


def evidence_table(subject: Subject, w: Wording) -> Table:
    """Every number that is no assumption, limits aside: its source and each place with its figure.

    No rows where everything is assumed.
    """
    rows = [
        Row((w(f"role_{entry.role}"), cite(entry.source, w), _places(entry, w)))
        for entry in evidence(subject)
    ]
    columns = tuple(column(name, w, numeric=False) for name in ("role", "source", "where_used"))
    return Table(w("evidence_table"), columns, tuple(rows), w("evidence_note"), "evidence")


def _places(entry: Citation, w: Wording) -> str:
    """Places by figure, each figure once; papers by the step that asks for them."""
    groups: dict[str, dict[str, None]] = {}
    by_place = entry.role == "material"
    for use in entry.uses:
        place, words = _place(use, w), figure(use.holder, use.parent, w)
        first, second = (place, words) if by_place else (words, place)
        groups.setdefault(first, {})[second] = None
    parts = []
    for first, seconds in groups.items():
        listed = w.listed(list(seconds))
        pair = (first, listed) if by_place else (listed, first)
        parts.append(w("colon").join(word for word in pair if word))
    return w("semicolon").join(parts)


def _keepers(entry: Citation, subject: Subject, w: Wording) -> str:
    """Who could replace the assumption by data; for the whole scenario everybody."""
    slugs = dict.fromkeys(use.keeper for use in entry.uses)
    names = [w.of(subject.name(slug)) for slug in slugs if slug is not None]
    return w.listed(names) if names else w("every_owner")


def _place(use: Use, w: Wording) -> str:
    return w("everywhere") if use.place is None else w.of(use.place)
