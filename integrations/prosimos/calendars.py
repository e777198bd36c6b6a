"""The peer's calendars, weekly or of chances (its model type FUZZY), and ours in its words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from integrations.prosimos.document import DAYS, Document, GranuleSize, Period
from integrations.prosimos.faults import tried
from models.net_calendars import (
    DAY,
    Calendar,
    ChanceCalendar,
    ChanceSpan,
    WeeklyCalendar,
    WeeklySpan,
)
from models.said import said

Json = dict[str, Any]
S = TypeVar("S", bound=WeeklySpan)
UNITS = {"SECONDS": 1, "MINUTES": 60, "HOURS": 3_600}
MIDNIGHT, LAST_MOMENT = "00:00:00", "23:59:59.999"
"""The end of a day: the peer takes the one for chances, the other for opening hours."""


@dataclass
class CalendarReader:
    """Reads the calendars of a document; faults are gathered."""

    document: Document
    faults: list[str]

    def arrivals(self) -> tuple[WeeklySpan, ...] | None:
        """Spans of arrivals; who comes at the very closing second still comes in."""
        periods = self.document.arrival_time_calendar
        if not periods:
            return None
        return tuple(
            span.changed(end=min(span.end + 1, DAY))
            for span in self._spans("arrival_time_calendar", periods, spans_of)
        )

    def calendars(self) -> Iterable[Calendar]:
        """The calendars of people."""
        if self.document.model_type.upper() != "FUZZY":
            yield from self._weekly_ones()
            return
        size = tried(self.faults, "granule_size", partial(_granule, self.document.granule_size))
        if size is not None:
            yield from self._ones_of_chances(size)

    def _weekly_ones(self) -> Iterable[WeeklyCalendar]:
        for entry in self.document.resource_calendars:
            place = f"resource_calendars {entry.id}"
            spans = self._spans(place, entry.time_periods, spans_of)
            if not entry.time_periods:
                self.faults.append(said(f"{place}：没有 time_periods", f"{place}: no time_periods"))
            if spans:
                yield WeeklyCalendar(id=entry.id, name=entry.name, spans=spans)

    def _ones_of_chances(self, size: int) -> Iterable[ChanceCalendar]:
        for entry in self.document.resource_calendars:
            place = f"resource_calendars {entry.id}"
            make = partial(
                ChanceCalendar,
                id=entry.id,
                name=entry.name,
                granule=size,
                availability=self._spans(place, entry.time_periods, _chances),
                workload=self._spans(place, entry.workload_ratio, _chances),
            )
            found = tried(self.faults, place, make)
            if found:
                yield found

    def _spans(
        self, place: str, periods: Iterable[Period], make: Callable[[Period], Iterable[S]]
    ) -> tuple[S, ...]:
        spans: list[S] = []
        for period in periods:
            spans += tried(self.faults, place, partial(make, period)) or []
        return tuple(spans)


def spans_of(period: Period) -> list[WeeklySpan]:
    """The spans of a period; one that reaches over Sunday is two. ValueError for no times."""
    first, last = DAYS.index(period.first) + 1, DAYS.index(period.last) + 1
    begin, end = int(_seconds(period.begin)), round(_seconds(period.end)) or DAY
    days = [(first, last)] if first <= last else [(first, 7), (1, last)]
    return [WeeklySpan(first=a, last=b, begin=begin, end=end) for a, b in days]


def _chances(period: Period) -> list[ChanceSpan]:
    return [
        ChanceSpan(**span.model_dump(), probability=period.probability) for span in spans_of(period)
    ]


def _granule(size: GranuleSize | None) -> int:
    """The seconds of a granule."""
    if size is None:
        raise ValueError(said("FUZZY 须给出 granule_size", "FUZZY takes a granule_size"))
    unit = UNITS.get(size.time_unit.upper())
    if unit is None:
        names = ", ".join(UNITS)
        raise ValueError(
            said(
                f"time_unit 须为 {names} 之一，不能是 {size.time_unit!r}",
                f"time_unit is one of {names}, not {size.time_unit!r}",
            )
        )
    seconds = size.value * unit
    if seconds % 60 or not 0 < seconds <= DAY or DAY % seconds:
        raise ValueError(
            said("时间粒度须为能整分一天的整数分钟", "a granule is whole minutes that divide a day")
        )
    return int(seconds)


def _seconds(text: str) -> float:
    """The second of the day of a time such as ``17:00:00.718``."""
    parts = text.split(":")
    try:
        hours, minutes, seconds = (float(part) for part in (*parts, *["0"] * (3 - len(parts))))
    except ValueError:
        raise ValueError(
            said(f"{text!r} 不是 17:00:00 这样的时刻", f"{text!r} is not a time such as 17:00:00")
        ) from None
    total = hours * 3_600 + minutes * 60 + seconds
    if not 0 <= total <= DAY:
        raise ValueError(said(f"{text!r} 不在一天之内", f"{text!r} is not within a day"))
    return total


def calendars_data(calendars: Iterable[Calendar]) -> Json:
    """Model type, granules and calendars of the document.

    One calendar of chances makes all of them so. Raises ValueError if they cannot share one
    granule.
    """
    own = tuple(calendars)
    sizes = {calendar.granule for calendar in own if isinstance(calendar, ChanceCalendar)}
    if not sizes:
        periods_of = {c.id: periods(c.spans) for c in own if isinstance(c, WeeklyCalendar)}
        entries = [{"id": c.id, "name": c.name, "time_periods": periods_of[c.id]} for c in own]
        return {"model_type": "CRISP", "resource_calendars": entries}
    size = sizes.pop()
    if sizes:
        raise ValueError(
            said("Prosimos 只有一种时间粒度", "Prosimos has one granule for all calendars")
        )
    return {
        "model_type": "FUZZY",
        "granule_size": {"value": size // 60, "time_unit": "MINUTES"},
        "resource_calendars": [_written(_as_chances(calendar, size)) for calendar in own],
    }


def _as_chances(calendar: Calendar, size: int) -> ChanceCalendar:
    """The same calendar with chances of 0 and 1."""
    if isinstance(calendar, ChanceCalendar):
        return calendar
    if any(span.begin % size or span.end % size for span in calendar.spans):
        raise ValueError(
            said(
                f"日历“{calendar.id}”的时段不合 {size // 60} 分钟的时间粒度",
                f"the spans of calendar {calendar.id!r} do not fit granules of {size // 60} min",
            )
        )
    spans = tuple(ChanceSpan(**span.model_dump(), probability=1) for span in calendar.spans)
    return ChanceCalendar(id=calendar.id, name=calendar.name, granule=size, availability=spans)


def _written(calendar: ChanceCalendar) -> Json:
    return {
        "id": calendar.id,
        "name": calendar.name,
        **{
            key: [
                {**period, "probability": span.probability}
                for period, span in zip(periods(spans, MIDNIGHT), spans, strict=True)
            ]
            for key, spans in (
                ("time_periods", calendar.availability),
                ("workload_ratio", calendar.workload),
            )
        },
    }


def periods(spans: Iterable[WeeklySpan], midnight: str = LAST_MOMENT) -> list[Json]:
    """Spans in the peer's words."""
    return [
        {
            "from": DAYS[span.first - 1],
            "to": DAYS[span.last - 1],
            "beginTime": _clock(span.begin, midnight),
            "endTime": _clock(span.end, midnight),
        }
        for span in spans
    ]


def _clock(second: int, midnight: str) -> str:
    if second == DAY:
        return midnight
    return f"{second // 3_600:02}:{second // 60 % 60:02}:{second % 60:02}"
