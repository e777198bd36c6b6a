"""A design: a process with everything that the workshop has changed about it.

A design is a process of the catalogue (or one that was uploaded) and a scenario file; what it
exports, ``onething simulate --scenario`` runs with the same figures.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

from pydantic import ValidationError

from integrations.documents import refusal
from models.base import Slug
from models.edits import (
    Edit,
    SetCondition,
    SetFees,
    SetMaterials,
    SetOwner,
    SetRework,
    SetTime,
    SetVisit,
)
from models.edits_of_limits import SetLimit
from models.errors import DocumentError
from models.pool import Pool
from models.process import Process
from models.said import said
from models.source import assumed
from simulations.scenario import Scenario
from simulations.scenario_file import ArrivalsChange, ScenarioFile
from workbench import defaults

SOURCE = assumed("研讨会上的设想 (supposed in the workshop)")
CASES = 10_000
"""Cases that a full simulation has, as near as whole replications come to it."""

EDITS: Mapping[str, Callable[..., Edit]] = {
    "owner": SetOwner,
    "time": SetTime,
    "materials": SetMaterials,
    "visit": SetVisit,
    "fees": SetFees,
    "when": SetCondition,
    "rework": SetRework,
}
"""The edit that sets each field of a step."""

MOST_A_REPLICATION = 2_000
LEAST_RUNS, MOST_RUNS = 5, 100


@dataclass(frozen=True, eq=False)
class Design:
    """A process as authored (``base``) and the changes to it.

    Building ``scenario`` checks everything; it raises OneThingError in plain words.
    """

    base: Process
    file: ScenarioFile

    @classmethod
    def of(cls, base: Process, items: Iterable[int] | None = None) -> "Design":
        """The process with these plan items (default: all that have a reform) and no change."""
        chosen = [reform.item for reform in base.reforms] if items is None else items
        return cls(base, ScenarioFile(process=base.slug, source=SOURCE, reforms=tuple(chosen)))

    @classmethod
    def opened(cls, base: Process, file: ScenarioFile) -> "Design":
        """The design in a scenario file, which may come from elsewhere.

        Plan items become numbers; changes of steps and limits become edits, so that those of the
        workshop come after them and are not hidden by them. The scenario is the same.
        """
        items = file.reforms
        if items is None:
            known = tuple(reform.item for reform in base.reforms)
            items = () if file.variant == "as-is" else known
        edits = (*file.edits, *_as_edits(file))
        same = file.changed(variant=None, reforms=items, edits=edits, steps={}, limits=())
        return cls(base, same)

    def with_file(self, **values: object) -> "Design":
        """The design with these fields of its file replaced; DocumentError if they are bad."""
        try:
            return replace(self, file=self.file.changed(**values))
        except ValidationError as error:
            raise DocumentError(refusal("修改 / change", error)) from None

    @property
    def items(self) -> tuple[int, ...]:
        """The plan items that are applied."""
        return self.file.reforms or ()

    @cached_property
    def process(self) -> Process:
        """The process with reforms and edits."""
        return self.file.edited(defaults.variant(self.base, self.items))

    @cached_property
    def pools(self) -> tuple[Pool, ...]:
        """The staff before the workshop changed it."""
        return defaults.with_pools(defaults.own_staff([self.base]), [self.process])

    @cached_property
    def scenario(self) -> Scenario:
        """What a full simulation runs."""
        file = self.file if self.file.replications else self.sized_file
        plain = defaults.scenario(file.name or self.base.slug, [self.process], self.pools)
        return _sound(file, plain)

    @cached_property
    def before(self) -> Scenario:
        """The process as authored on its own staff, with the cases of this design."""
        file = self.file if self.file.replications else self.sized_file
        pools = defaults.own_staff([self.base])
        plain = defaults.scenario(f"{self.base.slug}-as-is", [self.base], pools)
        same = ScenarioFile(
            source=file.source,
            arrivals=file.arrivals,
            working_days=file.working_days,
            cases=file.cases,
            replications=file.replications,
            start=file.start,
            seed=file.seed,
            target=file.target,
            holidays=file.holidays,
        )
        return _sound(same, plain)

    @property
    def sized_file(self) -> ScenarioFile:
        """The file with days and replications that come near to CASES cases."""
        days, runs = size(self.rate)
        return self.file.changed(working_days=days, cases=None, replications=runs)

    @property
    def rate(self) -> float:
        """Cases a working day."""
        usual = defaults.arrivals(self.base).per_working_day
        given = self.file.arrivals.get(self.base.slug)
        if isinstance(given, ArrivalsChange):
            given = given.per_working_day
        return usual if given is None else given

    def pool(self, slug: Slug) -> Pool:
        """A pool as it is now."""
        for pool in self.scenario.pools:
            if pool.slug == slug:
                return pool
        raise DocumentError(said(f"没有经办人员“{slug}”", f"there is no staff {slug!r}"))

    def checked(self) -> "Design":
        """Itself, if it can be simulated; OneThingError otherwise."""
        _ = self.scenario
        return self


def _as_edits(file: ScenarioFile) -> Iterator[Edit]:
    """What a file changes of steps and limits, as edits after its own."""
    for slug, change in file.steps.items():
        for name, value in change.given.items():
            yield EDITS[name](step=slug, **{name: value})
    for limit in file.limits:
        yield SetLimit(limit=limit)


def size(rate: float) -> tuple[int, int]:
    """Working days of one replication, and how many replications, for cases at this rate a day."""
    days = min(defaults.WORKING_DAYS, max(10, ceil(MOST_A_REPLICATION / rate)))
    runs = ceil(CASES / max(days * rate, 1))
    return days, min(max(runs, LEAST_RUNS), MOST_RUNS)


def _sound(file: ScenarioFile, plain: Scenario) -> Scenario:
    try:
        return file.applied(plain)
    except ValidationError as error:
        raise DocumentError(refusal("方案 / scenario", error)) from None
