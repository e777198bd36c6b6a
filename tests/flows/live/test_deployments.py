"""What the server is told: who runs what, and when."""

from datetime import date
from pathlib import Path

from dateutil.rrule import rrulestr
from prefect.client.schemas.schedules import RRuleSchedule

from flows.live.deployments import deployments
from models.working_time import official_calendar

SLUG = "company-opening"


def test_each_process_taken_in_is_reported_on_working_days_after_the_counters_shut(
    tmp_path: Path,
) -> None:
    year = official_calendar(date(2024, 1, 1), date(2024, 12, 31))
    found = {
        (made.flow_name, made.name): made
        for made in deployments([SLUG, "bank-outlet-opening"], {SLUG: 2}, year, 30, tmp_path)
    }
    assert set(found) == {
        (SLUG, "live"),
        ("bank-outlet-opening", "live"),
        ("intake", SLUG),
        ("timing-report", SLUG),
        ("sweep", "regular"),
        ("deadline-watch", "regular"),
    }
    assert found[SLUG, "live"].tags == ["family:company", "lead:market-regulation"]
    report = found["timing-report", SLUG]
    assert report.parameters == {"process": SLUG, "folder": str(tmp_path)}
    assert report.schedules is not None
    (schedule,) = report.schedules
    assert isinstance(schedule.schedule, RRuleSchedule)
    moments = list(rrulestr(schedule.schedule.rrule))
    assert {moment.hour for moment in moments} == {18}
    assert len(moments) == year.working.sum()
