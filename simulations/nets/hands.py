"""Multitasking as the kernel takes it: fields of people, and probabilities among the points."""

from collections.abc import Mapping
from datetime import datetime

import numpy as np

from models.net_calendars import DAY, WEEKDAYS
from models.net_multitasking import Multitasking
from simulations.kernel import net_tables as net
from simulations.kernel.tables import Int32
from simulations.nets.laws import LawTable

HOUR = 3_600
HOURS = DAY // HOUR


def fill_hands(
    entries: tuple[Multitasking, ...],
    first: Mapping[str, int],
    epoch: datetime,
    laws: LawTable,
    people: Int32,
) -> None:
    """Fill in the hands of people; ``first`` is the number of each resource's first person."""
    people[net.MOST_AT_HAND] = 1
    for entry in entries:
        person = first[entry.resource] + entry.number
        people[net.MOST_AT_HAND, person] = entry.most
        people[net.MORE_FIRST, person] = laws.keep(_chances(entry, epoch.weekday()).ravel())
        people[net.HANDS_PERIOD, person] = net.WEEK if _is_plain(entry) else HOUR


def _is_plain(entry: Multitasking) -> bool:
    return len(entry.spans) == 1 and entry.spans[0].is_whole_week


def _chances(entry: Multitasking, weekday: int) -> net.Float64:
    """By period of a week that begins on this weekday, and by tasks at hand."""
    if _is_plain(entry):
        return np.array([entry.spans[0].more])
    table = np.zeros((WEEKDAYS, HOURS, entry.most - 1))
    for span in entry.spans:
        hours = slice(span.begin // HOUR, span.end // HOUR)
        table[span.first - 1 : span.last, hours] = 0
        table[span.first - 1 : span.last, hours, : len(span.more)] = span.more
    return np.roll(table, -weekday, axis=0).reshape(WEEKDAYS * HOURS, -1)
