"""A case day by day."""

from datetime import timedelta

import pytest

from models.base import Language
from reports.pictures.day_axis import gaps
from reports.pictures.gantt import gantt
from reports.wording import Wording
from reports.wording.numbers import moment
from tests.reports.picture_checks import faults, parsed, texts
from tests.reports.subjects import hostile, opening


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("to_be", [False, True])
def test_words_never_collide_in_any_case(language: Language, *, to_be: bool) -> None:
    subject = opening(to_be=to_be)
    w = Wording(language)
    for case in range(0, subject.log.cases, 6):
        assert faults(str(gantt(subject, subject.processes[0], case, w, "g"))) == []


def test_hostile_names_do_not_collide_either() -> None:
    subject = hostile()
    assert faults(str(gantt(subject, subject.processes[0], 0, Wording("zh"), "g"))) == []


def test_every_visit_has_a_row_that_ends_with_its_completion() -> None:
    subject = opening(to_be=True)
    w = Wording("zh")
    words = [
        text.content for text in texts(parsed(str(gantt(subject, subject.processes[0], 3, w, "g"))))
    ]
    log = subject.log
    rows = [row for row in range(len(log)) if log.case[row] == 3]
    ends = [moment(log.epoch + timedelta(seconds=int(log.completed[row])), w) for row in rows]
    assert sorted(word for word in words if word in ends) == sorted(ends)


def test_gaps_are_the_closed_time() -> None:
    ruler = opening(to_be=True).ruler
    day = 86_400
    monday = ruler.calendar.place(ruler.calendar.first) * day  # Tuesday 2 January 2024
    closed = gaps(ruler.office, monday, monday + day)
    hours = [(start / 3_600, end / 3_600) for start, end in closed]
    assert hours == [(0, 9), (12, 13.5), (17, 24)]
