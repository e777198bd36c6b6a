"""The peer's multitasking, and ours in its words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from integrations.prosimos.calendars import MIDNIGHT, Json, periods, spans_of
from integrations.prosimos.document import Document, PeopleAtOnce, TasksAtOnce, TasksAtOnceIn
from integrations.prosimos.faults import tried
from models.net_calendars import DAY, WEEKDAYS
from models.net_multitasking import HandsSpan, Multitasking
from models.net_scenario import Resource
from models.said import said

GLOBAL, LOCAL = "global", "local"


@dataclass
class MultitaskReader:
    """Reads who does several tasks at once; faults and what is left aside are gathered."""

    document: Document
    resources: tuple[Resource, ...]
    faults: list[str]
    notes: list[str]

    def multitasking(self) -> Iterable[Multitasking]:
        """One entry a person; none for people who do one task at a time."""
        data = self.document.multitask
        for entry in data.values if data else ():
            spans = tuple(self._spans(entry, is_local=data is not None and data.type == LOCAL))
            for resource, number in self._people(entry.resource_id):
                if spans:
                    yield Multitasking(resource=resource, number=number, spans=spans)

    def _people(self, name: str) -> Iterator[tuple[str, int]]:
        """Whom the peer calls so: all of a resource, or one such as ``clerk_1`` of several."""
        amounts = {resource.id: resource.amount for resource in self.resources}
        if name in amounts:
            yield from ((name, number) for number in range(amounts[name]))
            return
        resource, _, number = name.rpartition("_")
        if number.isdecimal() and int(number) < amounts.get(resource, 0):
            yield resource, int(number)
            return
        self.notes.append(
            said(
                f"multitask 中的资源“{name}”不存在，已忽略",
                f"resource {name!r} of multitask does not exist: ignored",
            )
        )

    def _spans(self, entry: PeopleAtOnce, *, is_local: bool) -> Iterator[HandsSpan]:
        place = f"multitask {entry.resource_id}"
        if not is_local:
            more = tried(self.faults, place, partial(_more, entry.multitask_info))
            if more:
                yield HandsSpan(first=1, last=WEEKDAYS, begin=0, end=DAY, more=more)
            return
        for period in (period for day in entry.weekly_probability for period in day):
            yield from tried(self.faults, place, partial(_local, period)) or ()


def _local(period: TasksAtOnceIn) -> list[HandsSpan]:
    more = _more(period.multitask_info)
    spans = spans_of(period)
    return [HandsSpan(**span.model_dump(), more=more) for span in spans] if more else []


def _more(levels: tuple[TasksAtOnce, ...]) -> tuple[float, ...]:
    """The chance of one more by tasks at hand; a number left out has that of the next greater."""
    chances = {level.parallel_tasks: level.probability for level in levels}
    if len(chances) < len(levels):
        raise ValueError(said("parallel_tasks 有重复", "a number of parallel_tasks appears twice"))
    numbers = sorted(chances)
    most = numbers[-1] if numbers else 0
    return tuple(chances[min(n for n in numbers if n >= k)] for k in range(1, most + 1))


def multitasking_data(entries: tuple[Multitasking, ...], resources: tuple[Resource, ...]) -> Json:
    """The part ``multitask`` of the document; nothing if everybody does one task at a time."""
    if not entries:
        return {}
    amounts = {resource.id: resource.amount for resource in resources}
    is_global = all(len(e.spans) == 1 and e.spans[0].is_whole_week for e in entries)
    values = [
        {
            "resource_id": e.resource if amounts[e.resource] == 1 else f"{e.resource}_{e.number}",
            "r_workload": 0,
            **({"multitask_info": _levels(e.spans[0])} if is_global else _weekly(e)),
        }
        for e in entries
    ]
    return {"multitask": {"type": GLOBAL if is_global else LOCAL, "values": values}}


def _levels(span: HandsSpan) -> list[Json]:
    return [{"parallel_tasks": k, "probability": p} for k, p in enumerate(span.more, 1)]


def _weekly(entry: Multitasking) -> Json:
    pairs = zip(periods(entry.spans, MIDNIGHT), entry.spans, strict=True)
    return {"weekly_probability": [[{**p, "multitask_info": _levels(span)}] for p, span in pairs]}
