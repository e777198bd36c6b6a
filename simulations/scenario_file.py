"""A scenario file: what people write down to change a scenario, and nothing else.

Every key is optional; what is left out stays as it was. The numbers in a file rest on its
``source``, which the reports show in place of our assumptions.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from models.arrivals import HourWeights
from models.base import Model, Slug
from models.condition import Share, When
from models.distributions import Distribution
from models.draft import Draft
from models.edits import Edit
from models.errors import DefinitionError
from models.limit import Limit
from models.pool import Batch, OfficeHours, Pool, Shift, Weekday, resized
from models.process import Process
from models.said import said
from models.source import Source
from models.step import Fee, Material, Rework, Visit
from models.step_time import Duration, StepTime
from models.working_time import HolidayNotice
from simulations.process_changes import attribute_faults, with_attributes, with_delays
from simulations.scenario import Load, Scenario, Target

Variant = Literal["as-is", "to-be"]


class PoolChange(Model):
    """People, hours and batch times of one pool; ``shifts`` replaces people and hours.

    ``batch`` may be ``none``: work is handed out as it comes. Without a ``source`` of its own it
    rests on the file's.
    """

    people: Annotated[int, Field(ge=1, le=10_000)] | None = None
    hours: OfficeHours | None = None
    shifts: tuple[Shift, ...] = ()
    batch: Batch | Literal["none"] | None = None
    source: Source | None = None


class ArrivalsChange(Model):
    """Cases a working day, and when in the week they come, of one process."""

    per_working_day: Annotated[float, Field(gt=0, le=1_000_000)] | None = None
    hours: OfficeHours | None = None
    spread: Distribution | None = None
    week: dict[Weekday, HourWeights] | None = None


class StepChange(Model):
    """Another owner, time, condition or correction for one step, other papers, trip or fees.

    What is written replaces what was there, ``null`` takes it away.
    """

    owner: Slug | None = None
    time: StepTime | None = None
    materials: tuple[Material, ...] | None = None
    visit: Visit | None = None
    fees: tuple[Fee, ...] | None = None
    when: When | None = None
    rework: Rework | None = None

    @property
    def given(self) -> dict[str, Any]:
        """What is written, by the step's fields."""
        given = {name: getattr(self, name) for name in self.model_fields_set}
        kept = {name for name in ("owner", "time") if given.get(name, "") is None}
        empty = {name: () for name in ("materials", "fees") if given.get(name, "") is None}
        return {name: value for name, value in {**given, **empty}.items() if name not in kept}


class ScenarioFile(Model):
    """Changes to a scenario of one or more processes.

    ``process`` names the process that the file is written for. ``variant`` or ``reforms`` say
    which plan items are applied; ``edits`` change the first process after them. ``staff`` is by
    pool, ``steps`` by step, ``arrivals`` by process (cases a working day, or more);
    ``attributes`` gives the shares of flags and choices of the first process's cases; ``delays``
    puts a wait that nothing else explains before steps, by step; ``limits`` replaces limits of the
    same slug or adds new ones to the first process.
    """

    name: str = ""
    process: Slug | None = None
    source: Source
    variant: Variant | None = None
    reforms: tuple[int, ...] | None = None
    edits: tuple[Edit, ...] = ()
    cases: Annotated[int, Field(ge=1, le=20_000_000)] | None = None
    working_days: Annotated[int, Field(ge=1, le=2_000)] | None = None
    arrivals: dict[Slug, Annotated[float, Field(gt=0, le=1_000_000)] | ArrivalsChange] = Field(
        default_factory=dict
    )
    arrivals_source: Source | None = None
    staff: dict[Slug, Annotated[int, Field(ge=1, le=10_000)] | PoolChange] = Field(
        default_factory=dict
    )
    steps: dict[Slug, StepChange] = Field(default_factory=dict)
    attributes: dict[Slug, Share | dict[Slug, Annotated[float, Field(gt=0)]]] = Field(
        default_factory=dict
    )
    delays: dict[Slug, Duration] = Field(default_factory=dict)
    limits: tuple[Limit, ...] = ()
    urgent: When | None = None
    start: date | None = None
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)] | None = None
    replications: Annotated[int, Field(ge=1, le=10_000)] | None = None
    warm_up: Annotated[int, Field(ge=0, le=1_000)] | Literal["auto"] | None = None
    target: Annotated[float, Field(gt=0, le=1)] | None = None
    holidays: tuple[HolidayNotice, ...] = ()

    def applied(self, scenario: Scenario) -> Scenario:
        """The scenario with these changes; DefinitionError for names it does not have.

        ``variant``, ``reforms`` and ``edits`` are not applied here: choose the process variant
        before, and change it by ``edited``.
        """
        self._check_names(scenario)
        values: dict[str, object] = {
            name: getattr(self, name)
            for name in ("start", "seed", "replications")
            if getattr(self, name) is not None
        }
        if self.warm_up is not None:
            values["warm_up"] = None if self.warm_up == "auto" else self.warm_up
        if self.target is not None:
            values["target"] = Target(share=self.target, source=self.source)
        return scenario.changed(
            name=self.name or scenario.name,
            loads=tuple(self._load(load, is_first=n == 0) for n, load in enumerate(scenario.loads)),
            pools=tuple(self._pool(pool) for pool in scenario.pools),
            holidays=self.holidays or scenario.holidays,
            **values,
        )

    def edited(self, process: Process) -> Process:
        """The process with the file's edits; DefinitionError if one does not fit."""
        if not self.edits:
            return process
        draft = Draft.of(process.steps, process.limits)
        draft.apply(said(f"流程 {process.slug} 的修改", f"edits of {process.slug}"), self.edits)
        return process.changed(steps=draft.ordered_steps(), limits=tuple(draft.limits))

    def _check_names(self, scenario: Scenario) -> None:
        processes = [load.process for load in scenario.loads]
        steps = {step.slug for process in processes for step in process.steps}
        faults = [
            *_unknown("staff", "pool", self.staff, [pool.slug for pool in scenario.pools]),
            *_unknown("arrivals", "process", self.arrivals, [p.slug for p in processes]),
            *_unknown("steps", "step", self.steps, sorted(steps)),
            *_unknown("delays", "step", self.delays, sorted(steps)),
            *attribute_faults(self.attributes, processes[0]),
        ]
        if faults:
            raise DefinitionError(said("方案文件", "scenario file"), faults)

    def _load(self, load: Load, *, is_first: bool) -> Load:
        values: dict[str, object] = {"process": self._process(load.process, is_first=is_first)}
        change = self.arrivals.get(load.process.slug)
        if change is not None:
            if not isinstance(change, ArrivalsChange):
                change = ArrivalsChange(per_working_day=change)
            named = {name: getattr(change, name) for name in ArrivalsChange.model_fields}
            given = {name: value for name, value in named.items() if value is not None}
            values["arrivals"] = load.arrivals.changed(
                **given, source=self.arrivals_source or self.source
            )
        if self.cases is not None or self.working_days is not None:
            values |= {"cases": self.cases, "working_days": self.working_days}
        if self.urgent is not None:
            values["urgent"] = self.urgent
        return load.changed(**values)

    def _process(self, process: Process, *, is_first: bool) -> Process:
        limits = {limit.slug: limit for limit in process.limits}
        if is_first:
            limits |= {limit.slug: limit for limit in self.limits}
        steps = tuple(
            step.changed(**self.steps[step.slug].given) if step.slug in self.steps else step
            for step in process.steps
        )
        changed = process.changed(steps=steps, limits=tuple(limits.values()))
        if is_first:
            changed = with_attributes(changed, self.attributes, self.source)
        return with_delays(changed, self.delays, self.source)

    def _pool(self, pool: Pool) -> Pool:
        change = self.staff.get(pool.slug)
        if change is None:
            return pool
        if isinstance(change, int):
            change = PoolChange(people=change)
        people = change.people or pool.count
        shifts = change.shifts
        if not shifts and change.hours is None:
            shifts = resized(pool, people)
        elif not shifts:
            shifts = (Shift(count=people, hours=change.hours or OfficeHours()),)
        batch = None if change.batch == "none" else change.batch or pool.batch
        return pool.changed(shifts=shifts, batch=batch, source=change.source or self.source)


def _unknown(place: str, kind: str, names: Mapping[str, object], known: list[str]) -> list[str]:
    return [
        said(
            f"{place}.{name}：没有这个名称；已有 {', '.join(known)}",
            f"{place}.{name}: there is no {kind} {name!r}; there are {', '.join(known)}",
        )
        for name in names
        if name not in known
    ]
