"""Batches of a scenario as tables of the kernel."""

import numpy as np

from models.net_batch import Batching, FiringRule
from models.net_calendars import DAY
from simulations.kernel import net_tables as net
from simulations.kernel.net_tables import Float64
from simulations.kernel.tables import NEVER, Int32
from simulations.nets.laws import LawTable

ALONE, GATHERED = 1.0, 2.0
"""What the law of a batch with rules says of a visit that comes while nothing is gathered."""


class BatchTables:
    """The tables of a scenario's batches, in the order in which the kernel takes them."""

    def __init__(self, laws: LawTable, weekday: int) -> None:
        """``weekday``: that of the epoch's day, Monday 0."""
        self.laws, self.weekday = laws, weekday
        self.firing_rows: list[list[int]] = []
        self.batch_rows: list[list[int]] = []
        self.factor_rows: list[tuple[int, float]] = []

    def add(self, batching: Batching, desk: int) -> int:
        """The number of the batch of a task that is done at a desk."""
        rules, factors = len(self.firing_rows), len(self.factor_rows)
        self.firing_rows += [_rule(rule) for rule in batching.rules]
        self.factor_rows += sorted({1: 1.0, **batching.factors}.items())
        greatest = max(rule[net.SIZE_MOST] for rule in [[0, 1], *self.firing_rows[rules:]])
        row = np.full(net.BATCH_FIELDS, -1)
        row[: net.GATHERED + 1] = [
            rules,
            len(self.firing_rows),
            batching.parallel,
            factors,
            len(self.factor_rows),
            self._law(batching),
            desk,
            greatest if batching.rules else NEVER,
            self.weekday,
            0,
        ]
        self.batch_rows.append(row.tolist())
        return len(self.batch_rows) - 1

    def _law(self, batching: Batching) -> int:
        if batching.rules:
            shares = {ALONE: batching.alone, GATHERED: 1 - batching.alone}
        else:
            shares = {float(size): share for size, share in batching.sizes.items()}
        return self.laws.words(np.array(list(shares)), np.array(list(shares.values())))

    def firing(self) -> Int32:
        """The firing rules of all batches."""
        return np.array(self.firing_rows, np.int32).reshape(-1, net.FIRING_FIELDS).T.copy()

    def batches(self) -> Int32:
        """The batches."""
        return np.array(self.batch_rows, np.int32).reshape(-1, net.BATCH_FIELDS).T.copy()

    def factors(self) -> Float64:
        """The factors of all batches."""
        return np.array(self.factor_rows, np.float64).reshape(-1, 2).T.copy()


def _rule(rule: FiringRule) -> list[int]:
    size, idle, oldest = rule.size, rule.idle, rule.oldest
    most = NEVER if size is None or size.most is None else size.most
    hours = rule.hours or (0, DAY)
    bare = size is None and rule.weekday is None and rule.hours is None
    at_once = bare and idle is None and oldest is not None and oldest.least == 0
    return [
        1 if most == 1 or at_once else max(2, size.least if size else 0),
        most,
        idle.least if idle else 0,
        NEVER if idle is None or idle.most is None else idle.most,
        oldest.least if oldest else 0,
        NEVER if oldest is None or oldest.most is None else oldest.most,
        -1 if rule.weekday is None else rule.weekday - 1,
        *hours,
        int(bare),
    ]
