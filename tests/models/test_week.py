"""Work by weekday and hour, by hand."""

from datetime import date

import numpy as np
import pytest

from flows.company.opening import PROCESS
from models.base import text
from models.pool import OfficeHours, Pool, Shift
from models.source import assumed
from models.timing import Ruler
from models.week import weeks
from models.working_time import official_calendar
from tests.log_builder import log_of, visit

CALENDAR = official_calendar(date(2023, 2, 1), date(2023, 3, 31))
HOURS = OfficeHours()  # 09:00-12:00, 13:30-17:00
OWNER = PROCESS.step("registration").pool or ""
POOL = Pool(
    slug=OWNER,
    name=text("登记", "registry"),
    department=OWNER,
    shifts=(Shift(count=1, hours=HOURS),),
    source=assumed("估计 (a guess)"),
)
MONDAY, TUESDAY = 0, 1


def test_work_over_noon_and_night_counts_in_office_hours_only() -> None:
    """Monday 11:30 to Tuesday 09:15: half an hour, the afternoon, a quarter of an hour."""
    event = visit(
        PROCESS, "registration", ("2023-02-06 11:30", "2023-02-06 11:30", "2023-02-07 09:15")
    )
    later = visit(
        PROCESS,
        "registration",
        ("2023-02-07 10:00", "2023-02-07 10:00", "2023-02-07 10:30"),
        case=1,
    )
    log = log_of(PROCESS, [event, later], CALENDAR)
    ruler = Ruler(CALENDAR, {OWNER: CALENDAR.open_time(HOURS)})
    (week,) = weeks(log, (POOL,), ruler)
    minutes = week.worked / 60
    assert minutes[MONDAY, [11, 12, 13, 14, 15, 16, 17]].tolist() == [30, 0, 30, 60, 60, 60, 0]
    assert minutes[TUESDAY, [9, 10, 11]].tolist() == [15, 30, 0]
    assert minutes.sum() == pytest.approx(30 + 210 + 15 + 30)
    assert (week.available[:2].sum(axis=1) / 3_600).tolist() == [6.5, 6.5]
    assert week.available[2:].sum() == 0  # the log ends on Tuesday
    assert week.utilisation[MONDAY, 13] == 1.0
    assert np.isnan(week.utilisation[MONDAY, 12])
