"""The compiled form that the kernel walks: whole numbers in a few tables.

Each table is an array whose first index is a field, named by a constant here. The tables are few
and plain because the compiler passes plain arrays at no cost, bundles of arrays at a tenfold one
(docs/decisions). Times are seconds since the epoch of the run; steps are numbered through all
processes of the run ("global") or within their process ("local").
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Int8 = npt.NDArray[np.int8]
Int16 = npt.NDArray[np.int16]
Int32 = npt.NDArray[np.int32]
Int64 = npt.NDArray[np.int64]

NEVER = 2**31 - 1
"""A time beyond every calendar."""

SKIPPED = -1
"""In place of a duration: the step is not performed. In place of a correction: none."""

# Log: one column a visit, in the order in which visits became ready. PREVIOUS is the visit whose
# completion made this one ready (-1: the arrival). SERVER is -1 for steps without staff. QUEUE,
# PRIORITY and BATCH are seconds waited; the last two fields are there only if the run needs them.
(CASE, STEP, VISIT, OUTCOME, SERVER, PREVIOUS, READY, ENABLED, STARTED, COMPLETED, WORK, QUEUE) = (
    range(12)
)
PRIORITY, BATCH = 12, 13
LOG_FIELDS = 14

# Steps, by global number. POOL is -1 for steps without staff, which use CALENDAR alone. DRAWS_WORK,
# DRAWS_DELAY and DRAWS_CORRECTION are the first of the step's columns of draws (-1: none), one a
# visit; only the first MOST visits can lead to a correction. ATTENDED: the applicant comes in the
# pool's hours. WHOLE_DAYS: a wait to the end of a day. PENDING: how many steps come before. The
# steps of the correction's region are REGION_FIRST:REGION_LAST of the regions table, the repeat
# begins at local step ENTRY and is the process's context number CONTEXT. A step of a token net is
# its node NODE (-1: a step of a process); an event of it lasts as long as law EVENT_LAW says, the
# visits of a task are gathered in batch IN_BATCHES (-1: they are not).
(
    POOL,
    CALENDAR,
    DRAWS_WORK,
    DRAWS_DELAY,
    DRAWS_CORRECTION,
    ATTENDED,
    WHOLE_DAYS,
    MOST,
    PENDING,
    REGION_FIRST,
    REGION_LAST,
    ENTRY,
    CONTEXT,
    NODE,
    EVENT_LAW,
    IN_BATCHES,
) = range(16)
STEP_FIELDS = 16

# Regions: the local numbers of steps that are passed again, and their predecessors within.
REGION_STEP, REGION_PENDING = range(2)

# Spans: the open intervals [START, END) of all calendars end to end, ascending, each calendar
# closed by the sentinel [NEVER, NEVER); OPENED is the calendar's open time before the interval.
# Column c of CURSOR is the current interval of calendar c: the kernel moves it.
START, END, OPENED, CURSOR = range(4)

# Pools: servers SERVER_FIRST:SERVER_LAST; HOURS is the union of their calendars, SHARED is 1 if
# each of them has that very calendar; release times BATCH_FIRST:BATCH_LAST. The rest moves: FREE
# idle servers, none of them below LOWEST; WAITING visits; TOUCHED: must be looked at before the
# instant ends; STARTS so far, whose open clocks stand in the turns table from TURN on; HELD_HEAD
# and HELD_TAIL of the visits held for the next batch. The last fields are HEAD and TAIL of the
# queue of each priority class.
(
    SERVER_FIRST,
    SERVER_LAST,
    HOURS,
    SHARED,
    BATCH_FIRST,
    BATCH_LAST,
    FREE,
    LOWEST,
    WAITING,
    TOUCHED,
    STARTS,
    TURN,
    HELD_HEAD,
    HELD_TAIL,
    LANES,
) = range(15)

# Servers: whether idle, the number of their calendar, and the opening last scheduled for them.
IDLE, SHIFT, WAKE = range(3)
SERVER_FIELDS = 3

# Cases, one row each: global number of the process's first step, where its root steps are listed
# among the links, arrival, priority class, first slot, first draw, and where its process's links
# begin.
BASE, ROOTS_FIRST, ROOTS_LAST, ARRIVAL, CLASS, SLOT, DRAW = range(7)
CASE_FIELDS = 7

# Slots, one row a (case, step): predecessors still to come, context of the present pass, visits.
LEFT, PASS, VISITS = range(3)


class Network(NamedTuple):
    """All that stays the same from replication to replication.

    ``links`` holds first ``steps * contexts + 1`` offsets into itself: the local numbers of the
    steps that global step g releases in context k stand at
    ``links[links[g * contexts + k]:links[g * contexts + k + 1]]``. Context 0 is the first pass,
    context k the repeat of the process's k-th region. The roots of each process follow;
    ``roots[p]`` and ``roots[p + 1]`` are their places.
    """

    steps: Int32
    links: Int32
    regions: Int32
    spans: Int32
    pools: Int32
    servers: Int32
    batches: Int32
    first_step: Int32
    roots: Int32
    contexts: int
    classes: int


class Cases(NamedTuple):
    """The cases of one replication in order of arrival (``table``), and all their draws."""

    table: Int64
    draws: Int32
    process: Int32


COMING, NO_SERVER = -2, -1
"""In the field SERVER: the applicant is on the way; a step without staff."""

RELEASE, VISITING, OPENING = 0, 1 << 30, 1 << 31
"""Codes on the heaps: the batch of a pool, a visit, the opening of a pool, each with its number
added. Of several at one instant batches come first: what they release has waited longest."""

ARRIVED, WRITTEN, OF_CASE, ENABLED_VISIT, ENDED_VISIT, CORRECTION, STOPPED, HELD = range(8)
EVENT_FIELDS = 8
"""Fields of ``event``: cases arrived and visits written so far, what has just happened, the node of
a net that a case came to too often (its number + 1; 0: none), and the tokens held by joins."""
