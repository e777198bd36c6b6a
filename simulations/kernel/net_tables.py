"""Tables of token nets: nodes, flows, laws, rules and who can do what.

A run has one net at most; its steps are its tasks and events. Like the other tables their first
index is a field. A case of a net has one slot for each of its flows and nodes: LEFT are the tokens
on the flow of that number, VISITS the visits of the node of that number, PASS the node's visits
under way (for node 0, the start: whether the case has been terminated).
"""

import numpy as np
import numpy.typing as npt

Float64 = npt.NDArray[np.float64]

# Nodes. Flows out are OUT_FIRST:OUT_LAST of the flows; flows in stand in the lists from IN_FIRST to
# IN_LAST. OWN_STEP is the local step of a task or event (-1: none), JOIN the row of the reach table
# of an inclusive join (-1: none). The draws UPDATE_FIRST:UPDATE_LAST of the updates table change
# the case's attributes when the node is left.
(
    NODE_KIND,
    OUT_FIRST,
    OUT_LAST,
    IN_FIRST,
    IN_LAST,
    OWN_STEP,
    JOIN,
    UPDATE_FIRST,
    UPDATE_LAST,
) = range(9)
NODE_FIELDS = 9
(WORKED, END, TERMINATE, EXCLUSIVE, PARALLEL, INCLUSIVE, EVENTS, START_NODE) = range(8)

# Flows, sorted by source: the node they come to, the first test of their rule (-1: none), whether
# they are taken if no other is.
TARGET, RULE, DEFAULT = range(3)
FLOW_FIELDS = 3

# Updates of attributes: which one, the law of its value or (-1) the program of its formula, and
# whether the updates after it see the new value.
ATTRIBUTE, ATTRIBUTE_LAW, PROGRAM, AT_ONCE = range(4)
UPDATE_FIELDS = 4

# Tests of rules, one after another; a rule is groups of tests, each ended by GROUP_ENDS, the last
# by RULE_ENDS. A test holds if FROM <= value <= TO (or, with OPPOSITE, if not).
TESTED, FROM, TO, OPPOSITE, GROUP_ENDS, RULE_ENDS = range(6)
TEST_FIELDS = 6

# Laws: a value is the quantile at P_FROM + u (P_TO - P_FROM), kept within LEAST and GREATEST. A and
# B are parameters, FIRST:LAST a table of points.
LAW_KIND, A, B, P_FROM, P_TO, LEAST, GREATEST, FIRST, LAST = range(9)
LAW_FIELDS = 9
FIXED, UNIFORM, EXPONENTIAL, NORMAL, LOGNORMAL, TABLE, STEPWISE = range(7)

# Desks: the pools of a net, whose people may stand at several of them; no desk at all in a run
# without a net. In the lists are the desks that it shares people with, itself included
# (GROUP_FIRST:GROUP_LAST). IDLE_FIRST and IDLE_LAST are the ends of the line of idle stands.
GROUP_FIRST, GROUP_LAST, IDLE_FIRST, IDLE_LAST = range(4)
DESK_FIELDS = 4

# Stands, numbered as the lists: person STANDING at the desk that stands there, and in the desk's
# line of idle stands the one AHEAD, idle for longer, and the one BEHIND (-1: none).
STANDING, AHEAD, BEHIND = range(3)
STAND_FIELDS = 3

# People: the desks they stand at, in the lists, each with a stand, and since when they have been
# idle. Who can have MOST_AT_HAND tasks at once, of them AT_HAND now, takes one more with a chance
# among the points: of each HANDS_PERIOD seconds of the week, for each number at hand, from
# MORE_FIRST on. DECIDED counts these draws.
(
    STANDS_FIRST,
    STANDS_LAST,
    SINCE,
    MOST_AT_HAND,
    AT_HAND,
    MORE_FIRST,
    HANDS_PERIOD,
    DECIDED,
) = range(8)
PERSON_FIELDS = 8
WEEK = 7 * 86_400

# Purposes of draws, beside the case, the node and the visit; to FOR_FORMULA are added the
# attribute's number times 256 and the attempt's, to its visit the draw's number times 65,536.
FOR_TIME, FOR_BRANCH, FOR_ORDER, FOR_CASE = 0, 1 << 16, 2 << 16, 3 << 16
FOR_ATTRIBUTE, FOR_ARRIVAL, FOR_PRESENCE, FOR_BATCH = 4 << 16, 5 << 16, 6 << 16, 7 << 16
FOR_HANDS = 8 << 16
FOR_FORMULA = 1 << 30

BEYOND, ENDLESS, FULL = -1, -2, -3
"""Why a run ended early: beyond the calendars, a node visited too often, the log full."""

# Fields of the log of a net with batches, from where PRIORITY would be: the visit of the same batch
# that is done after this one, the first visit of the batch (-1: done alone), and its size. NEXT is
# LAST where the person is free afterwards, TOGETHER where another visit of the batch ends later.
# JOINED is when the visit, or the batch that it leads, stood in line.
NEXT, BATCH_OF, BATCH_SIZE, JOINED = 12, 13, 14, 15
BATCHED_LOG_FIELDS = 16
LAST, TOGETHER = -1, -2

# Batches, a task each: its rules RULES_FIRST:RULES_LAST (none: the size is drawn by BATCH_LAW, as
# is, with rules, whether one comes alone), its factors FACTORS_FIRST:FACTORS_LAST, the desk, the
# greatest size, and the weekday of the epoch (Monday 0). The rest moves: how many visits are
# GATHERED, the first and last of them, when the first and the last came, the size drawn, when
# it will be looked at again, and whether that is now.
(
    RULES_FIRST,
    RULES_LAST,
    IS_PARALLEL,
    FACTORS_FIRST,
    FACTORS_LAST,
    BATCH_LAW,
    BATCH_DESK,
    GATHERED_SIZE,
    WEEKDAY,
    GATHERED,
    GATHERED_FIRST,
    GATHERED_LAST,
    SINCE_FIRST,
    SINCE_LAST,
    DRAWN,
    LOOKED,
    DUE,
) = range(17)
BATCH_FIELDS = 17

# Firing rules: how many visits, how long since the last and since the first came (NEVER: no end),
# weekday (-1: any), seconds of the day, and whether one alone is done after IDLE_MOST.
(
    SIZE_LEAST,
    SIZE_MOST,
    IDLE_LEAST,
    IDLE_MOST,
    OLDEST_LEAST,
    OLDEST_MOST,
    ON_WEEKDAY,
    HOURS_FROM,
    HOURS_TO,
    ONE_ALONE,
) = range(10)
FIRING_FIELDS = 10

# Factors: a size, and by how much a visit in a batch of about that size takes longer than alone.
FACTOR_SIZE, FACTOR = range(2)
