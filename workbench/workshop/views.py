"""Findings as escaped HTML fragments and pictures, in the language of whoever looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from models.breakdown import CAUSES
from models.result import Verdict
from models.standing import Standing
from models.statistics import Estimate
from models.working_time import CHINA
from reports.palette import CAUSE_FILLS
from reports.pictures.distribution import distribution
from reports.pictures.gantt import gantt
from reports.pictures.swimlane import swimlane
from reports.tables import SIGNS
from reports.wording.numbers import amount, count, decimal, interval, moment, percent
from workbench.names import unit_name
from workbench.workshop.findings import Findings, Half
from workbench.workshop.open_cases import Holder, OpenCase
from workbench.workshop.replay import notable
from workbench.workshop.words import Words

REDUCTIONS = (
    ("time_days", "hours", 24.0),
    ("steps_number", "steps", 1.0),
    ("papers_number", "materials", 1.0),
    ("trips_number", "trips", 1.0),
)
SEEN = 0.05
"""A difference that a figure with one decimal shows."""


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("workbench.workshop"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fragment(name: str, **values: object) -> Markup:
    """A template of this package, filled and escaped."""
    filled = _environment().get_template(f"{name}.html").render(**values)
    return Markup(filled)  # noqa: S704 - escaped by the template


@dataclass(frozen=True)
class Card:
    """One limit: how it stands now and stood before."""

    slug: str
    name: str
    limit: str
    rate: str
    interval: str
    breach: str
    standing: str
    verdict: str
    before: str


def cards(found: Findings, chosen: str, w: Words) -> Markup:
    """The limits as cards, of which one is chosen for the distribution."""
    before = {verdict.limit.slug: verdict for verdict in found.before.result.verdicts}
    shown = [_card(v, before.get(v.limit.slug), w) for v in found.now.result.verdicts]
    return fragment("cards", cards=shown, chosen=chosen, w=w)


def _card(now: Verdict, before: Verdict | None, w: Words) -> Card:
    measured = now.cases > 0
    return Card(
        slug=now.limit.slug,
        name=w.of(now.limit.name),
        limit=amount(now.limit.most, now.limit.unit, w),
        rate=percent(now.on_time.value) if measured else "—",
        interval=interval(now.on_time) if measured else "—",
        breach=percent(1 - now.on_time.value) if measured else "—",
        standing=now.standing if measured else "uncertain",
        verdict=f"{SIGNS[now.standing]} {w(now.standing)}" if measured else w("unmeasured"),
        before=w("was_on_time", share=percent(before.on_time.value))
        if before and before.cases
        else w("not_before"),
    )


def state(found: Findings | None, w: Words) -> str:
    """How much was simulated."""
    if found is None:
        return w("working")
    effort = found.now.subject.result.effort
    runs = found.now.subject.result.replications
    key = "full_picture" if found.full else "first_picture"
    return w(key, n=count(effort.cases), runs=runs)


def lanes(found: Findings, half: Half, which: str, w: Words) -> Markup:
    """The swimlane picture; its steps can be clicked and reached by keyboard."""

    def draw() -> Markup:
        drawn = swimlane(half.process, half.result, half.subject.names, w, f"lanes-{which}")
        steps = str(drawn).replace(" data-step=", ' tabindex="0" role="button" data-step=')
        return Markup(steps.replace('role="img"', 'role="group"', 1))  # noqa: S704 - our own picture

    return found.picture(f"lanes-{which}", w.language, draw)


def spread(found: Findings, half: Half, which: str, slug: str, w: Words) -> Markup | None:
    """The distribution of one limit, None if this process does not have it."""
    verdict = next((v for v in half.result.verdicts if v.limit.slug == slug), None)
    if verdict is None:
        return None
    name = f"spread-{which}-{slug}"
    target = half.subject.result.target
    return found.picture(name, w.language, lambda: distribution(verdict, target, w, name))


def case_picture(found: Findings, case: int, w: Words) -> Markup:
    """One case of the process as it is now, day by day."""
    half = found.now
    name = f"case-{case}"
    return found.picture(name, w.language, lambda: gantt(half.subject, half.process, case, w, name))


def split(found: Findings, w: Words) -> Markup:
    """Hours per case by cause, before and now, on one scale."""
    halves = [(w("before"), found.before), (w("now"), found.now)]
    longest = max(half.result.critical.total for _, half in halves) or 1.0
    rows = [
        (
            name,
            decimal(half.result.critical.total / 24),
            [
                (cause, value / longest * 100, w(f"{cause}_long"), decimal(value / 24))
                for cause in CAUSES
                if (value := float(getattr(half.result.critical, cause))) > 0
            ],
        )
        for name, half in halves
    ]
    used = [cause for cause in CAUSES if any(cause == part[0] for row in rows for part in row[2])]
    colours = {cause: fill.colour for cause, fill in CAUSE_FILLS.items()}
    return fragment("split", rows=rows, used=used, colours=colours, w=w)


def busy(found: Findings, w: Words) -> Markup:
    """Utilisation of every pool now, and before where it was there."""
    before = {pool.pool: pool.utilisation.value for pool in found.before.subject.result.pools}
    pools = sorted(found.now.subject.result.pools, key=lambda pool: -pool.utilisation.value)
    rows = [
        (
            w.of(pool.name),
            pool.people,
            min(pool.utilisation.value, 1) * 100,
            percent(pool.utilisation.value),
            percent(before[pool.pool]) if pool.pool in before else "—",
        )
        for pool in pools
    ]
    return fragment("busy", rows=rows, w=w)


def four(found: Findings, w: Words) -> Markup:
    """The four reductions: before, now, and the paired difference with its interval."""
    differences = found.comparison.together
    rows = []
    for key, name, scale in REDUCTIONS:
        before, now = (_mean(half, name) / scale for half in (found.before, found.now))
        estimate: Estimate = getattr(differences, name)
        way = "same" if abs(now - before) < SEEN else "less" if now < before else "more"
        share = f"{(now - before) / before:+.0%}" if before and way != "same" else ""
        rows.append((w(key), f"{before:.1f}", f"{now:.1f}", _changed(estimate, scale), share, way))
    return fragment("four", rows=rows, w=w)


def figures(found: Findings, name: str, w: Words) -> Markup:
    """``split``, ``busy`` or ``four``, made once for all who look."""
    make = {"split": split, "busy": busy, "four": four}[name]
    return found.picture(name, w.language, lambda: make(found, w))


def _mean(half: Half, name: str) -> float:
    cases = sum(part["cases"] for part in half.measures)
    return sum(part[name] * part["cases"] for part in half.measures) / max(cases, 1)


def _changed(estimate: Estimate, scale: float) -> str:
    """By how much, its direction being said beside it, with half its interval."""
    value = f"{abs(estimate.value) / scale:.1f}"
    if estimate.low is None or estimate.high is None:
        return value
    return f"{value} ±{(estimate.high - estimate.low) / 2 / scale:.1f}"


def cases(found: Findings, chosen: int | None, w: Words) -> Markup:
    """The median case and the slowest ones, to choose from."""

    def draw() -> list[tuple[int, str, str, str]]:
        process = found.now.process
        return [
            (
                seen.case,
                w("typical") if n == 0 else w("case_row", n=seen.case + 1),
                w("case_days", days=decimal(seen.days)),
                w("mostly", step=w.of(process.step(seen.step).name), cause=w(f"{seen.cause}_long")),
            )
            for n, seen in enumerate(notable(found.now))
        ]

    return fragment("cases", rows=draw(), chosen=chosen, w=w)


def compared(names: list[str], found: list[Findings], w: Words) -> Markup:
    """Up to six scenarios side by side: limits, the four reductions, people."""
    limits = {v.limit.slug: w.of(v.limit.name) for part in found for v in part.now.result.verdicts}
    rows = [
        (
            name,
            [_rate(part, slug) for part in found],
        )
        for slug, name in limits.items()
    ]
    for key, name, scale in REDUCTIONS:
        rows.append((w(key), [f"{_mean(part.now, name) / scale:.1f}" for part in found]))
    people = [sum(pool.people for pool in part.now.subject.result.pools) for part in found]
    rows.append((w("people"), [count(number) for number in people]))
    rows.append((w("plan_items"), [_items(part) for part in found]))
    return fragment("compared", names=names, rows=rows, w=w)


def _rate(found: Findings, slug: str) -> str:
    verdict = next((v for v in found.now.result.verdicts if v.limit.slug == slug), None)
    if verdict is None or not verdict.cases:
        return "—"
    return f"{percent(verdict.on_time.value)} ({interval(verdict.on_time)})"


def _items(found: Findings) -> str:
    return ", ".join(map(str, found.design.items)) or "—"


def live(cases: Sequence[OpenCase], total: int, w: Words) -> Markup:
    """The open cases of the store as a table."""
    rows = [
        (
            case.case,
            w.of(case.process),
            moment(case.arrival.astimezone(CHINA), w),
            w("as_of", at=moment(case.now.astimezone(CHINA), w)),
            [
                (_used(standing, w), standing.state, w(standing.state))
                for standing in case.standings
            ],
            [_held(holder, w) for holder in case.holders],
        )
        for case in cases
    ]
    return fragment(
        "live", rows=rows, total=count(total), shown=len(rows), some=total > len(rows), w=w
    )


def _used(standing: Standing, w: Words) -> str:
    unit = standing.limit.unit
    key = "over_by" if standing.state == "breached" else "used_left"
    return w(
        key,
        name=w.of(standing.limit.name),
        used=amount(standing.used, unit, w),
        left=amount(abs(standing.left), unit, w),
    )


def _held(holder: Holder, w: Words) -> tuple[str, str, str]:
    owner = w("the_applicant") if holder.owner is None else w.of(unit_name(holder.owner))
    return owner, w.of(holder.step), w("since", at=moment(holder.since.astimezone(CHINA), w))
