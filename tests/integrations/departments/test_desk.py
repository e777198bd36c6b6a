"""A desk at the end of its calendar."""

import pytest

from integrations.departments.desk import Desk
from integrations.departments.job import Job, Order
from models.errors import CalendarError
from models.pool import Batch
from models.working_time import DAY
from tests.integrations.departments.town import CALENDAR, ISSUE, SOURCE, pool


def test_after_the_last_batch_of_the_calendar_work_is_refused_in_one_sentence() -> None:
    desk = Desk(pool("court").changed(batch=Batch(times=("09:00",), source=SOURCE)), CALENDAR)
    last = (CALENDAR.last - CALENDAR.first).days * DAY + 9 * 3_600
    assert desk.batches[-1] == last  # 29 February 2024 is a Thursday
    job = Job("k", Order("permit", "issue", 0, 0), ISSUE, 600)
    desk.take(job, last)
    with pytest.raises(CalendarError, match="beyond the last announced working day"):
        desk.take(job, last + 1)
