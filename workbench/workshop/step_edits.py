"""Changes of one step in the words of the edits; whatever contradicts itself is refused.

Everything set in the workshop is an assumption and says so in its source.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from integrations.documents import checked
from models import graph
from models.base import Slug, Text, text
from models.condition import Chance, Compare, Is, Not, When
from models.distributions import Distribution, Fixed, Triangular
from models.edits import (
    AddStep,
    Edit,
    MergeSteps,
    RemoveStep,
    Resequence,
    RunParallel,
    SetChannel,
    SetCondition,
    SetMaterials,
    SetOwner,
    SetRework,
    SetTime,
)
from models.errors import DocumentError
from models.process import Process
from models.said import said
from models.step import Material, Rework, Step, Visit
from models.step_time import ApplicantTime, Automatic, Duration, StepTime, Wait, Work, days
from reports.wording import Wording
from reports.wording.values import condition
from workbench.names import unit_name
from workbench.workshop import changes
from workbench.workshop.changes import Change
from workbench.workshop.design import SOURCE, Design
from workbench.workshop.words import WORKSHOP, said_in_both

KINDS: Mapping[str, type[Work | Automatic | Wait | ApplicantTime]] = {
    "work": Work,
    "automatic": Automatic,
    "wait": Wait,
    "applicant": ApplicantTime,
}
THREE = 3
OfTwo = Callable[[Design, Slug, Slug], Change]
RETURN = days(Triangular(low=0.5, mode=1, high=3), SOURCE)
"""The applicant's time for a correction where the step had none."""


def set_owner(design: Design, slug: Slug, owner: Slug) -> Change:
    """Hand the step to another department, with its work."""
    step = design.process.step(slug)
    edits: list[Edit] = [SetOwner(step=slug, owner=owner)]
    if isinstance(step.time, Work) and step.time.pool is not None:
        edits.append(SetTime(step=slug, time=step.time.changed(pool=None)))
    name = unit_name(owner)
    return _edited(
        design, edits, text(f"“{step.name.zh}”归{name.zh}", f"{step.name.en}: {name.en}")
    )


def set_after(design: Design, slug: Slug, after: Iterable[Slug]) -> Change:
    """Let the step come after exactly these."""
    process = design.process
    names = [process.step(other).name for other in after]
    chinese = "、".join(name.zh for name in names) or "无"
    english = ", ".join(name.en for name in names) or "nothing"
    name = process.step(slug).name
    words = text(f"“{name.zh}”的前置：{chinese}", f"{name.en} comes after: {english}")
    return _edited(design, [Resequence(step=slug, after=tuple(after))], words)


def put_after(design: Design, slug: Slug, other: Slug) -> Change:
    """Let the step come directly after another, also if it came before it."""
    process = design.process
    after = dict(process.after)
    if slug in graph.ancestors(after, [other]):
        for follower in graph.followers(after)[slug]:
            after[follower] = _instead(after[follower], slug, process.after[slug])
        for follower in graph.followers(after)[other]:
            after[follower] = _instead(after[follower], other, (slug,))
    after[slug] = (other,)
    edits: list[Edit] = [
        Resequence(step=step, after=now)
        for step, now in after.items()
        if now != process.after[step]
    ]
    a, b = (process.step(step).name for step in (slug, other))
    return _edited(design, edits, text(f"“{a.zh}”排在“{b.zh}”之后", f"{a.en} after {b.en}"))


def run_parallel(design: Design, slug: Slug, other: Slug) -> Change:
    """Let two steps run side by side, after what came before both."""
    process = design.process
    after = process.after
    edit: Edit = RunParallel(steps=(slug, other))
    for first, second in ((slug, other), (other, slug)):
        if first in graph.ancestors(after, [second]) and first not in after[second]:
            edit = Resequence(step=second, after=after[first])
    a, b = (process.step(step).name for step in (slug, other))
    return _edited(design, [edit], text(f"“{a.zh}”与“{b.zh}”并联", f"{a.en} parallel to {b.en}"))


def set_time(design: Design, slug: Slug, kind: str, points: Sequence[Any], unit: str) -> Change:
    """Another kind of time, or other least, likely and most values."""
    step = design.process.step(slug)
    duration = checked(
        {"distribution": _distribution(points), "unit": unit, "source": SOURCE},
        Duration,
        step.name.zh,
    )
    same = step.time.kind == kind
    time: StepTime = (
        step.time.changed(duration=duration) if same else KINDS[kind](duration=duration)
    )
    shown = "–".join(f"{point:g}" for point in points)
    counted, sort = said_in_both(unit), said_in_both(f"kind_{kind}")
    words = text(
        f"“{step.name.zh}”用时 {shown} {counted.zh}（{sort.zh}）",
        f"time of {step.name.en}: {shown} {counted.en} ({sort.en})",
    )
    return _edited(design, [SetTime(step=slug, time=time)], words)


def set_condition(design: Design, slug: Slug, choice: str, number: float | None) -> Change:
    """When the step is needed.

    ``always``; ``share``, ``number`` per cent of the cases; if a flag is set (``is:x``) or not
    (``not:x``); if an attribute has a value or another (``is:x:value``, ``not:x:value``); or if one
    compares so with ``number`` (``compare:x:<=``).
    """
    name = design.process.step(slug).name
    kind, attribute, value = (*choice.split(":"), "", "")[:3]
    when: When | None = None
    if kind == "share":
        share = None if number is None else number / 100
        when = checked({"share": share, "source": SOURCE}, Chance, name.zh)
    elif kind == "compare":
        given = {"attribute": attribute, "operator": value, "value": number}
        when = checked({**given, "source": SOURCE}, Compare, name.zh)
    elif kind in {"is", "not"}:
        equal = Is(attribute=attribute, value=value or True)
        when = equal if kind == "is" else Not(condition=equal)
    said = _condition(design.process, when)
    words = text(f"“{name.zh}”：{said.zh}", f"{name.en}: {said.en}")
    return _edited(design, [SetCondition(step=slug, when=when)], words)


def _condition(process: Process, when: When | None) -> Text:
    """A condition in words; ``always`` for one on an attribute that the process does not have."""
    if isinstance(when, Chance):
        return text(f"{100 * when.share:g}%的办件", f"{100 * when.share:g} % of the cases")
    if when is None or not when.attributes() <= {a.slug for a in process.attributes}:
        return said_in_both("always")
    opposite = isinstance(when, Not)
    sentence = WORKSHOP["if_not" if opposite else "if_attribute"]
    inner = when.condition if isinstance(when, Not) else when
    chinese, english = (condition(inner, process, Wording(code)) for code in ("zh", "en"))
    return text(sentence.zh.format(what=chinese), sentence.en.format(what=english))


def set_rework(design: Design, slug: Slug, to: Slug, percent: float | None, most: Any) -> Change:
    """How often the step sends the case back, where to, and at most how often."""
    step = design.process.step(slug)
    rework = None
    if percent:
        values = {
            "to": to,
            "chance": percent / 100,
            "most": most,
            "applicant": step.rework.applicant if step.rework else RETURN,
            "source": SOURCE,
        }
        rework = checked(values, Rework, step.name.zh)
    words = text(
        f"“{step.name.zh}”补正{percent or 0:g}%",
        f"corrections of {step.name.en}: {percent or 0:g}%",
    )
    return _edited(design, [SetRework(step=slug, rework=rework)], words)


def set_channel(design: Design, slug: Slug, channel: str, *, trip: bool) -> Change:
    """By which channel the applicant meets the step, and whether in person."""
    step = design.process.step(slug)
    visit = (step.visit or Visit(source=SOURCE)) if trip else None
    values: dict[str, object] = {"step": slug, "channel": channel, "visit": visit}
    edit = checked(values, SetChannel, step.name.zh)
    by, come = said_in_both(f"channel_{channel}"), said_in_both("trip" if trip else "no_trip")
    words = text(f"“{step.name.zh}”：{by.zh}，{come.zh}", f"{step.name.en}: {by.en}, {come.en}")
    return _edited(design, [edit], words)


def drop_material(design: Design, slug: Slug, material: Slug) -> Change:
    """Ask for a paper no longer at this step."""
    step = design.process.step(slug)
    kept = tuple(paper for paper in step.materials if paper.slug != material)
    gone = next((paper.name for paper in step.materials if paper.slug == material), step.name)
    words = text(
        f"“{step.name.zh}”不再收{gone.zh}", f"no longer asked at {step.name.en}: {gone.en}"
    )
    return _edited(design, [SetMaterials(step=slug, materials=kept)], words)


def add_material(design: Design, slug: Slug, name: str) -> Change:
    """Ask for another paper at this step."""
    step = design.process.step(slug)
    given = _named(name)
    paper = Material(slug=_free(design, "paper"), name=given, source=SOURCE)
    edit = SetMaterials(step=slug, materials=(*step.materials, paper))
    words = text(f"“{step.name.zh}”加收{given.zh}", f"another paper at {step.name.en}: {given.en}")
    return _edited(design, [edit], words)


def add_step(design: Design, after: Slug, name: str) -> Change:
    """A new step of the same owner after this one, before all that followed it."""
    process = design.process
    given = _named(name)
    time = Work(duration=Duration(distribution=_points(10, 20, 40), unit="minutes", source=SOURCE))
    owner = process.step(after).owner
    step = Step(
        slug=_free(design, "step"),
        name=given,
        owner=owner,
        after=(after,),
        time=time,
        source=SOURCE,
    )
    followers = tuple(sorted(graph.followers(process.after)[after]))
    words = text(f"新增环节“{given.zh}”", f"new step {given.en}")
    return _edited(design, [AddStep(step=step, before=followers)], words)


def remove_step(design: Design, slug: Slug) -> Change:
    """Drop a step."""
    name = design.process.step(slug).name
    words = text(f"删除环节“{name.zh}”", f"removed step {name.en}")
    return _edited(design, [RemoveStep(step=slug)], words)


def merge_step(design: Design, slug: Slug, into: Slug) -> Change:
    """Do a step within another: its papers are handed in there, its own time and trip fall away."""
    process = design.process
    kept, gone = process.step(into), process.step(slug)
    papers = {paper.slug: paper for paper in (*kept.materials, *gone.materials)}
    after = tuple(step for step in kept.after if step != slug)
    merged = kept.changed(after=after, materials=tuple(papers.values()))
    words = text(
        f"“{gone.name.zh}”并入“{kept.name.zh}”", f"{gone.name.en} merged into {kept.name.en}"
    )
    return _edited(design, [MergeSteps(steps=(into, slug), into=merged)], words)


def _edited(design: Design, edits: Iterable[Edit], words: Text) -> Change:
    return changes.edit(design, edits, words)


def _instead(after: Iterable[Slug], old: Slug, new: Iterable[Slug]) -> tuple[Slug, ...]:
    parts = [part for step in after for part in (new if step == old else (step,))]
    return tuple(dict.fromkeys(parts))


def _distribution(points: Sequence[Any]) -> dict[str, Any]:
    if len(points) != THREE or any(point is None for point in points):
        raise DocumentError(
            said("请填写最少、最可能、最多三个值", "give the least, likely and most value")
        )
    low, mode, high = points
    if low == mode == high:
        return {"kind": "fixed", "value": mode}
    return {"kind": "triangular", "low": low, "mode": mode, "high": high}


def _points(low: float, mode: float, high: float) -> Distribution:
    return Fixed(value=mode) if low == high else Triangular(low=low, mode=mode, high=high)


def _named(name: str) -> Text:
    given = name.strip()[:60]
    if not given:
        raise DocumentError(said("请填写名称", "give a name"))
    return text(given, given)


def _free(design: Design, kind: str) -> str:
    """A slug that nothing in the process has."""
    process: Process = design.process
    taken = {step.slug for step in process.steps}
    taken |= {paper.slug for step in process.steps for paper in step.materials}
    return next(
        slug for n in range(1, len(taken) + 2) if (slug := f"workshop-{kind}-{n}") not in taken
    )
