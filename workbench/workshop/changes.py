"""What participants can change. Each change gives the next design and says what was done.

A change that does not fit is refused with an OneThingError in plain words; the design stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from models.base import Slug, Text, text
from models.edits import Edit
from models.edits_of_limits import DropLimit, SetLimit
from models.errors import DefinitionError, DocumentError
from models.limit import Limit
from models.pool import Batch, OfficeHours
from models.said import in_chinese, said
from simulations.comparison import dependants, needed
from simulations.scenario_file import PoolChange
from workbench.workshop.design import Design
from workbench.workshop.words import said_in_both


@dataclass(frozen=True, eq=False)
class Change:
    """The design after a change, and what the change was."""

    design: Design
    text: Text
    topic: str = ""
    """Changes of one topic that follow each other at once are one change, as of a slider."""


def switch_item(design: Design, item: int, *, on: bool) -> Change:
    """Switch a plan item on with all it requires, or off with all that require it."""
    chosen = set(design.items)
    if on:
        chosen |= needed(design.base, item)
    else:
        chosen -= dependants(design.base, item)
    return choose_items(design, chosen)


def choose_items(design: Design, items: Iterable[int]) -> Change:
    """Apply exactly these plan items."""
    chosen = set(items)
    order = tuple(reform.item for reform in design.base.reforms if reform.item in chosen)
    numbers = "、".join(map(str, order)) or "无"
    english = ", ".join(map(str, order)) or "none"
    changed = design.with_file(reforms=order)
    words = text(f"改革项：{numbers}", f"plan items: {english}")
    try:
        return _done(changed, words)
    except DefinitionError as error:
        if not design.file.edits:
            raise
        raise DocumentError(
            said(
                f"大家对环节的修改与改革项（{numbers}）合不到一起：{in_chinese(error.message)}；"
                "请先撤销那些修改，或点“全部复原”",
                f"what was changed about steps does not fit plan items {english}: {error}; undo "
                "those changes first, or start over",
            )
        ) from None


def edit(design: Design, edits: Iterable[Edit], words: Text) -> Change:
    """Edit the process, after everything that was done to it before."""
    return _done(design.with_file(edits=(*design.file.edits, *edits)), words)


def set_people(design: Design, pool: Slug, people: int) -> Change:
    """Give a pool so many people."""
    name = design.pool(pool).name
    changed = _pool(design, pool, people=people)
    words = text(f"{name.zh}：{people}人", f"{name.en}: {people} people")
    return _done(changed, words, f"people:{pool}")


def move_people(design: Design, source: Slug, target: Slug, people: int) -> Change:
    """Move people from one pool to another; at least one stays."""
    giving, taking = design.pool(source), design.pool(target)
    if source == target or people < 1:
        raise DocumentError(
            said(
                "请选择两个不同的部门和至少1人", "choose two different pools and at least 1 person"
            )
        )
    if giving.count <= people:
        raise DocumentError(
            said(
                f"{giving.name.zh}只有{giving.count}人，至少要留1人",
                f"{giving.name.en} has {giving.count} people; at least 1 must stay",
            )
        )
    left = _pool(design, source, people=giving.count - people)
    both = _pool(left, target, people=taking.count + people)
    words = text(
        f"{giving.name.zh} → {taking.name.zh}：{people}人",
        f"{giving.name.en} → {taking.name.en}: {people} people",
    )
    return _done(both, words)


def set_hours(design: Design, pool: Slug, hours: OfficeHours) -> Change:
    """Give a pool these office hours."""
    name = design.pool(pool).name
    spans = "、".join(hours.spans)
    words = text(
        f"{name.zh}办公时间：{spans}", f"office hours of {name.en}: {', '.join(hours.spans)}"
    )
    return _done(_pool(design, pool, hours=hours), words)


def set_batch(design: Design, pool: Slug, batch: Batch | None) -> Change:
    """Hand a pool's work out at these times only (None: as it comes)."""
    name = design.pool(pool).name
    when = "、".join(batch.times) if batch else "不集中"
    english = ", ".join(batch.times) if batch else "none"
    words = text(f"{name.zh}集中办理：{when}", f"batch times of {name.en}: {english}")
    return _done(_pool(design, pool, batch=batch or "none"), words)


def set_arrivals(design: Design, per_working_day: float) -> Change:
    """Let so many cases come a working day."""
    arrivals = {**design.file.arrivals, design.base.slug: per_working_day}
    words = text(f"每工作日{per_working_day:g}件", f"{per_working_day:g} cases a working day")
    return _done(design.with_file(arrivals=arrivals), words, "arrivals")


def set_limit(design: Design, limit: Limit) -> Change:
    """Replace the limit of that slug, or add it."""
    names = [design.process.step(slug).name for slug in limit.over if slug in design.process.after]
    over = said("、".join(n.zh for n in names), ", ".join(n.en for n in names))
    covered = said(f"（{over.zh}）", f" ({over})") if names else said("", "")
    counted = said_in_both(limit.unit)
    words = text(
        f"时限“{limit.name.zh}”：{limit.most:g}{counted.zh}{covered.zh}",
        f"limit {limit.name.en}: {limit.most:g} {counted.en}{covered}",
    )
    return edit(design, [SetLimit(limit=limit)], words)


def drop_limit(design: Design, limit: Limit) -> Change:
    """Measure against a limit no longer."""
    words = text(f"不再计时限“{limit.name.zh}”", f"limit dropped: {limit.name.en}")
    return edit(design, [DropLimit(limit=limit.slug)], words)


def reset(design: Design) -> Change:
    """Forget every change; all plan items applied."""
    return _done(Design.of(design.base), text("恢复为方案的改革", "back to the plan's reforms"))


def _pool(design: Design, slug: Slug, **values: object) -> Design:
    held = design.file.staff.get(slug)
    if isinstance(held, int):
        held = PoolChange(people=held)
    known = design.pool(slug)
    current: dict[str, object] = {"people": known.count, "hours": _same_hours(known.hours)}
    if held is not None:
        current["batch"] = held.batch
    change = {name: value for name, value in {**current, **values}.items() if value is not None}
    return design.with_file(staff={**design.file.staff, slug: change})


def _same_hours(hours: Iterable[OfficeHours]) -> OfficeHours | None:
    """The hours of a pool whose people all keep the same; None if they differ."""
    different = set(hours)
    return different.pop() if len(different) == 1 else None


def _done(design: Design, words: Text, topic: str = "") -> Change:
    return Change(design.checked(), words, topic)
