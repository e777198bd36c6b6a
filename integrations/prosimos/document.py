"""The JSON of a Prosimos scenario as it stands, checked but not yet understood.

What the peer ignores is allowed and named; what it understands and we do not run is refused.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from models.said import said

Days = Literal["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
DAYS: tuple[Days, ...] = (
    "MONDAY",
    "TUESDAY",
    "WEDNESDAY",
    "THURSDAY",
    "FRIDAY",
    "SATURDAY",
    "SUNDAY",
)
Id = Annotated[str, Field(min_length=1, max_length=256)]


class Part(BaseModel):
    """A part of the document; numbers may be written as text, as the peer allows."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)


class Parameter(Part):
    """One number."""

    value: float


class Histogram(Part):
    """Observed gaps: cumulative shares and the middle of each bin."""

    cdf: Annotated[tuple[float, ...], Field(min_length=1)]
    bin_midpoints: Annotated[tuple[float, ...], Field(min_length=1)]


class Drawn(Part):
    """A distribution by name and parameters."""

    distribution_name: Literal[
        "fix", "uniform", "norm", "triang", "expon", "lognorm", "gamma", "histogram_sampling"
    ]
    distribution_params: tuple[Parameter, ...] = ()
    histogram_data: Histogram | None = None


class Period(Part):
    """Open, or with this probability open, on these days of the week between these times."""

    first: Annotated[Days, Field(alias="from")]
    last: Annotated[Days, Field(alias="to")]
    begin: Annotated[str, Field(alias="beginTime")]
    end: Annotated[str, Field(alias="endTime")]
    probability: Annotated[float, Field(ge=0, le=1)] = 0


class Calendar(Part):
    """A weekly calendar; ``workload_ratio`` matters to one of chances alone."""

    id: Id
    name: str = ""
    time_periods: tuple[Period, ...]
    workload_ratio: tuple[Period, ...] = ()

    @model_validator(mode="after")
    def _opens(self) -> Self:
        if not self.time_periods and not self.workload_ratio:
            raise ValueError(said("日历没有时段", "a calendar needs time_periods"))
        return self


class GranuleSize(Part):
    """How long a granule of a calendar of chances lasts."""

    value: Annotated[float, Field(gt=0)]
    time_unit: str = "MINUTES"


class Person(Part):
    """One entry of a resource profile."""

    id: Id
    name: str
    amount: Annotated[int, Field(ge=1, le=10_000)] = 1
    calendar: Id
    cost_per_hour: Annotated[float, Field(ge=0)] = 0


class Profile(Part):
    """A resource profile."""

    id: Id
    name: str = ""
    resource_list: tuple[Person, ...]


class PersonTime(Drawn):
    """How long a task takes that resource."""

    resource_id: Id


class TaskTimes(Part):
    """Who does a task and how long."""

    task_id: Id
    resources: Annotated[tuple[PersonTime, ...], Field(min_length=1)]


class PathShare(Part):
    """The share of a flow, or the condition under which it is taken."""

    path_id: Id
    value: Annotated[float, Field(ge=0, le=1)] | None = None
    condition_id: str | None = None


class Gateway(Part):
    """The flows that leave a gateway."""

    gateway_id: Id
    probabilities: tuple[PathShare, ...]


class TimedEvent(Drawn):
    """How long an event lasts."""

    event_id: Id


class Option(Part):
    """A word and its share."""

    key: str
    value: Annotated[float, Field(ge=0, le=1)]


class CaseAttribute(Part):
    """An attribute drawn when a case comes, or once for all cases."""

    name: Annotated[str, Field(min_length=1)]
    type: Literal["discrete", "continuous"]
    values: tuple[Option, ...] | Drawn


class EventAttribute(Part):
    """An attribute drawn when an event or task is over; ``values`` depend on the type."""

    name: Annotated[str, Field(min_length=1)]
    type: Literal["discrete", "continuous", "expression", "dtree"]
    values: Any


class EventAttributes(Part):
    """The attributes that one event changes."""

    event_id: Id
    attributes: tuple[EventAttribute, ...]


class Comparison(Part):
    """An attribute against a value."""

    attribute: str
    comparison: Literal["=", "!=", "<", "<=", ">", ">=", "in"]
    value: float | str | tuple[float | str, float | str]


Groups = tuple[tuple[Comparison, ...], ...]


class BranchRule(Part):
    """A condition that flows refer to."""

    id: str
    rules: Groups


class PriorityRule(Part):
    """Cases for which a rule holds have this level; the least goes first."""

    priority_level: Annotated[int, Field(ge=0, le=1_000_000)]
    rules: Groups


class Weight(Part):
    """A size of batches, and its share or its factor."""

    key: Annotated[int, Field(ge=1, le=1_000_000)]
    value: Annotated[float, Field(ge=0, le=1e6)]


class FiringCondition(Part):
    """One condition of a firing rule."""

    attribute: Literal["size", "ready_wt", "large_wt", "week_day", "daily_hour"]
    comparison: Literal["=", "<", "<=", ">", ">="]
    value: float | str


class TaskBatches(Part):
    """How one task is done in batches."""

    task_id: Id
    type: Literal["Sequential", "Parallel", "Concurrent"]
    size_distrib: tuple[Weight, ...] = ()
    duration_distrib: tuple[Weight, ...] = ()
    firing_rules: tuple[Annotated[tuple[FiringCondition, ...], Field(min_length=1)], ...] = ()


class TasksAtOnce(Part):
    """The chance that who has so many tasks at hand takes one more."""

    parallel_tasks: Annotated[int, Field(ge=1, le=99)]
    probability: Annotated[float, Field(ge=0, le=1)]


class TasksAtOnceIn(Period):
    """These chances in a period of the week."""

    multitask_info: tuple[TasksAtOnce, ...]


class PeopleAtOnce(Part):
    """Multitasking of a resource: always alike, or by periods of the week."""

    resource_id: Id
    multitask_info: tuple[TasksAtOnce, ...] = ()
    weekly_probability: tuple[tuple[TasksAtOnceIn, ...], ...] = ()


class Multitask(Part):
    """Who does several tasks at once."""

    type: Literal["global", "local"]
    values: tuple[PeopleAtOnce, ...]


class Document(Part):
    """The whole scenario."""

    resource_profiles: tuple[Profile, ...]
    resource_calendars: tuple[Calendar, ...]
    task_resource_distribution: tuple[TaskTimes, ...]
    arrival_time_distribution: Drawn
    arrival_time_calendar: tuple[Period, ...] | None = None
    gateway_branching_probabilities: tuple[Gateway, ...] = ()
    event_distribution: tuple[TimedEvent, ...] = ()
    case_attributes: tuple[CaseAttribute, ...] = ()
    event_attributes: tuple[EventAttributes, ...] = ()
    branch_rules: tuple[BranchRule, ...] = ()
    prioritisation_rules: tuple[PriorityRule, ...] = ()
    gateway_execution_limit: Annotated[int, Field(ge=1)] = 1_000
    model_type: str = "CRISP"
    granule_size: GranuleSize | None = None
    batch_processing: tuple[TaskBatches, ...] = ()
    global_attributes: tuple[CaseAttribute, ...] = ()
    multitask: Multitask | None = None


KNOWN = frozenset(Document.model_fields)
