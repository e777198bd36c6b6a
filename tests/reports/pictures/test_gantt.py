"""A case day by day."""

import re
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


def test_every_visit_has_a_row_in_the_order_of_time_that_ends_with_its_completion() -> None:
    subject = opening(to_be=True)
    process, log, w = subject.processes[0], subject.log, Wording("zh")
    order = {slug: n + 1 for n, slug in enumerate(process.order)}
    visits = [
        (int(log.ready[row]), order[log.steps[int(log.step[row])].step], int(log.completed[row]))
        for row in range(len(log))
        if log.case[row] == 3
    ]
    placed = texts(parsed(str(gantt(subject, process, 3, w, "g"))))
    names = sorted((text.top, text.content) for text in placed if text.left < 10)
    rows = [(top, int(found[1])) for top, name in names if (found := re.match(r"(\d+) \D", name))]
    assert [number for _, number in rows] == [number for _, number, _ in sorted(visits)]
    for (top, _), (_, _, completed) in zip(rows, sorted(visits), strict=True):
        end = moment(log.epoch + timedelta(seconds=completed), w)
        assert any(text.content == end and abs(text.top - top) < 12 for text in placed)


def test_gaps_are_the_closed_time() -> None:
    ruler = opening(to_be=True).ruler
    day = 86_400
    monday = ruler.calendar.place(ruler.calendar.first) * day  # Tuesday 2 January 2024
    closed = gaps(ruler.office, monday, monday + day)
    hours = [(start / 3_600, end / 3_600) for start, end in closed]
    assert hours == [(0, 9), (12, 13.5), (17, 24)]
