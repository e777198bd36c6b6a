"""Small values that the tests of the models build from, and random processes for hypothesis."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from hypothesis import settings
from hypothesis import strategies as st

from models.base import text
from models.condition import Attribute
from models.distributions import Fixed
from models.edits import Edit
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed
from models.step import Material, Rework, Step
from models.step_time import Work, hours

SOURCE = assumed("test")
NAME = text("名称", "Name")
HOUR = hours(Fixed(value=1), SOURCE)
WORK = Work(duration=HOUR)

FEW = settings(max_examples=40, deadline=None)
MANY = settings(max_examples=120, deadline=None)

Dag = dict[str, tuple[str, ...]]


def a_step(slug: str, *after: str, **fields: object) -> Step:
    """A step of one hour's work by ``owner`` after these steps."""
    values = {"name": NAME, "owner": "owner", "time": WORK, "source": SOURCE, **fields}
    return Step(**{"slug": slug, "after": after, **values})


def a_chain(*slugs: str) -> tuple[Step, ...]:
    """Steps one after another."""
    pairs = zip(slugs, ((), *((slug,) for slug in slugs)), strict=False)
    return tuple(a_step(slug, *after) for slug, after in pairs)


def a_material(slug: str) -> Material:
    """A material of that slug."""
    return Material(slug=slug, name=NAME, source=SOURCE)


def a_rework(to: str) -> Rework:
    """A correction of one case in ten back to ``to``."""
    return Rework(to=to, chance=0.1, applicant=HOUR, source=SOURCE)


def a_limit(slug: str, *over: str, **fields: object) -> Limit:
    """Three working days over these steps."""
    values = {"name": NAME, "most": 3, "unit": "working_days", "source": SOURCE, **fields}
    return Limit(**{"slug": slug, "over": over, **values})


def a_reform(item: int, *edits: Edit, requires: tuple[int, ...] = ()) -> Reform:
    """The reform of a plan item."""
    return Reform(item=item, text=NAME, edits=edits, requires=requires)


def a_process(
    *steps: Step,
    limits: tuple[Limit, ...] = (),
    attributes: tuple[Attribute, ...] = (),
    reforms: tuple[Reform, ...] = (),
) -> Process:
    """A process of these steps; it lists the items of its reforms."""
    return Process(
        slug="process",
        name=NAME,
        family="family",
        lead="owner",
        items=tuple(dict.fromkeys(reform.item for reform in reforms)),
        steps=steps,
        limits=limits,
        attributes=attributes,
        reforms=reforms,
    )


def edited(*edits: Edit, steps: Iterable[Step], limits: tuple[Limit, ...] = ()) -> Process:
    """A process of these steps after these edits."""
    return a_process(*steps, limits=limits, reforms=(a_reform(1, *edits),)).reformed()


def afters(process: Process) -> dict[str, set[str]]:
    """Each step's predecessors, without their order."""
    return {slug: set(before) for slug, before in process.after.items()}


@st.composite
def dags(draw: st.DrawFn, most: int = 8) -> Dag:
    """Acyclic ``after`` lists, defined in any order; isolated steps and redundant arrows occur."""
    names = [f"s{n}" for n in range(draw(st.integers(1, most)))]
    pairs = list(combinations(names, 2))
    arrows = draw(st.integers(0, 2 ** len(pairs) - 1))  # one bit an arrow
    drawn = [pair for place, pair in enumerate(pairs) if arrows >> place & 1]
    return {
        name: tuple(first for first, last in drawn if last == name)
        for name in draw(st.permutations(names))
    }


def connected(after: Mapping[str, tuple[str, ...]]) -> Dag:
    """The same steps and a last one after all of them, so that none is an orphan."""
    return {**after, "end": tuple(after)}
