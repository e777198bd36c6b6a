"""Schedules that keep official working days: holidays skipped, make-up days kept.

A cron line knows weekdays only, so a schedule is written as a recurrence set (RFC 5545): Monday to
Friday, minus the holidays, plus the make-up days of the State Council's notices. It covers the
calendar it was made from and ends with it; it is made anew when the next notice is out.
"""

from datetime import date, datetime, timedelta

from models.working_time import OfficialCalendar

ZONE = "Asia/Shanghai"
_WEEKDAYS = 5


def working_day_rule(calendar: OfficialCalendar, hour: int, minute: int = 0) -> str:
    """The recurrence set of every working day of ``calendar`` at that local time."""
    days = [calendar.first + timedelta(days=n) for n in range(len(calendar.working))]
    pairs = list(zip(days, calendar.working.tolist(), strict=True))
    off = [day for day, working in pairs if day.weekday() < _WEEKDAYS and not working]
    extra = [day for day, working in pairs if day.weekday() >= _WEEKDAYS and working]

    def moment(day: date) -> str:
        return f"{datetime(day.year, day.month, day.day, hour, minute):%Y%m%dT%H%M%S}"  # noqa: DTZ001 - the zone stands beside it

    lines = [
        f"DTSTART:{moment(calendar.first)}",
        f"RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL={moment(calendar.last)}",
    ]
    lines += [f"RDATE:{','.join(map(moment, extra))}"] if extra else []
    lines += [f"EXDATE:{','.join(map(moment, off))}"] if off else []
    return "\n".join(lines)
