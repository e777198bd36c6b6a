"""The compiled form of processes, pools and calendars: plain arrays that the kernel walks.

Everything is indexed by whole numbers: a global step number runs through all processes of the run,
a slot number through the steps of all cases. Times are seconds since the epoch of the run.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Int8 = npt.NDArray[np.int8]
Int16 = npt.NDArray[np.int16]
Int32 = npt.NDArray[np.int32]
Int64 = npt.NDArray[np.int64]

NEVER = np.int32(2**31 - 1)
"""A time beyond every calendar."""

SKIPPED = np.int32(-1)
"""In place of a duration: the step is not performed. In place of a correction: none."""


class Calendars(NamedTuple):
    """Open intervals of each calendar, sorted; the last of each is the sentinel [NEVER, NEVER).

    ``opened`` is the open time before the interval. Calendar ``c`` owns ``first[c]:first[c + 1]``.
    """

    first: Int32
    start: Int32
    end: Int32
    opened: Int32


class Pools(NamedTuple):
    """Staff. Pool ``p`` owns servers ``first[p]:first[p + 1]``.

    ``calendar`` is the union of its servers' calendars; ``shared`` is 1 if all servers have that
    very calendar. Release times of daily batches are ``batch_time[batch[p]:batch[p + 1]]``, ending
    with NEVER; an empty slice means no batches.
    """

    first: Int32
    calendar: Int32
    shared: Int8
    server_calendar: Int32
    batch: Int32
    batch_time: Int32


class Steps(NamedTuple):
    """Steps of all processes, by global step number.

    ``pool`` is -1 for steps without staff, which use ``calendar`` alone. ``work``, ``delay`` and
    ``correction`` are the first column of their draws (-1: none), one column a visit. ``attend``
    is 1 if the applicant comes in the pool's hours; ``whole_days`` is 1 for waits that run to the
    end of a day. ``most`` is the number of visits that can lead to a correction, ``region`` the
    number of that correction's region (-1: none).

    ``followers[link[g * contexts + k]:link[g * contexts + k + 1]]`` are the local numbers of the
    steps released when step ``g`` is done in context ``k``: 0 is the first pass, ``k`` the repeat
    of the process's k-th correction region.
    """

    pool: Int32
    calendar: Int32
    work: Int32
    delay: Int32
    correction: Int32
    attend: Int8
    whole_days: Int8
    most: Int8
    region: Int32
    pending: Int8
    link: Int32
    followers: Int32


class Regions(NamedTuple):
    """Correction regions: ``first[r]:first[r + 1]`` are its steps (local numbers).

    ``pending`` counts each step's predecessors within the region; ``entry`` is the local number of
    the step where the repeat begins, ``context`` the region's number within its process.
    """

    first: Int32
    step: Int32
    pending: Int8
    entry: Int32
    context: Int8


class Network(NamedTuple):
    """All that stays the same while the kernel runs.

    ``process_first[p]`` is the global number of a process's first step;
    ``roots[root_first[p]:root_first[p + 1]]`` are the local numbers of its first steps.
    """

    calendars: Calendars
    pools: Pools
    steps: Steps
    regions: Regions
    process_first: Int32
    root_first: Int32
    roots: Int32
    contexts: int
    classes: int


class Cases(NamedTuple):
    """The cases of one replication, in order of arrival.

    ``slot`` is the number of each case's first slot, ``draw`` the place of its draws in ``draws``.
    """

    process: Int16
    arrival: Int32
    priority: Int8
    slot: Int64
    draw: Int64
    draws: Int32


class Log(NamedTuple):
    """One row a visit, in the order in which visits became ready.

    ``previous`` is the row whose completion made this one ready (-1: the arrival). ``server`` is
    -1 for steps without staff. ``queue``, ``priority`` and ``batch`` are seconds; arrays of
    length 0 where the run has no batches or priorities. ``outcome`` is 1 if a correction follows.
    """

    case: Int32
    step: Int16
    visit: Int8
    outcome: Int8
    server: Int32
    previous: Int32
    ready: Int32
    enabled: Int32
    started: Int32
    completed: Int32
    work: Int32
    queue: Int32
    priority: Int32
    batch: Int32
