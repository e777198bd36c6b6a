"""The log of a token net: one record a visit of a task or event, in columns."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl

from models.token_net import Node

Int32 = npt.NDArray[np.int32]
Int64 = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class NetLog:
    """Visits in the order in which they were enabled.

    Times are seconds since ``epoch``; ``step`` indexes ``nodes``, ``resource`` indexes
    ``resources`` (-1: an event), ``work`` is the net time of work. ``arrival`` is by case.
    ``stuck`` counts the cases that never ended because a token waits forever, by the node it waits
    at. ``batch`` is the number of the batch in which a visit was done (-1: alone); None if the
    scenario has no batches.
    """

    epoch: datetime
    nodes: tuple[Node, ...]
    resources: tuple[str, ...]
    case: Int32
    step: Int32
    visit: Int32
    enabled: Int32
    started: Int32
    completed: Int32
    resource: Int32
    work: Int32
    arrival: Int64
    stuck: dict[str, int]
    batch: Int32 | None = None

    def __len__(self) -> int:
        """How many visits there are."""
        return len(self.case)

    @cached_property
    def cycle(self) -> Int64:
        """Seconds from each case's arrival to its last completion (0 for cases without a visit)."""
        last = self.arrival.astype(np.int64)
        np.maximum.at(last, self.case, self.completed.astype(np.int64))
        return last - self.arrival

    @cached_property
    def effort(self) -> Int32:
        """The work that each visit costs its resource: of visits done at once only the longest."""
        if self.batch is None:
            return self.work
        effort = self.work.copy()
        batched = np.flatnonzero(self.batch >= 0)
        keys = (-self.work[batched], self.started[batched], self.batch[batched])
        order = batched[np.lexsort(keys)]
        same = (self.batch[order[1:]] == self.batch[order[:-1]]) & (
            self.started[order[1:]] == self.started[order[:-1]]
        )
        effort[order[1:][same]] = 0
        return effort

    def frame(self) -> pl.DataFrame:
        """The visits of tasks, as columns of the peer's names; moments are in UTC.

        A scenario with batches has a column ``batch_id``, empty for what was done alone.

        Events, which need no resource, are left out, as the peer leaves them out.
        """
        tasks = self.resource >= 0
        names = pl.Series("activity", [node.label for node in self.nodes], dtype=pl.String)
        people = pl.Series("resource", self.resources, dtype=pl.String)
        start = int(self.epoch.timestamp())
        moments = {
            name: (pl.Series(name, seconds[tasks], dtype=pl.Int64) + start)
            for name, seconds in (
                ("enable_time", self.enabled),
                ("start_time", self.started),
                ("end_time", self.completed),
            )
        }
        batches = {}
        if self.batch is not None:
            numbers = self.batch[tasks]
            batches["batch_id"] = pl.Series(numbers).replace({-1: None})
        return pl.DataFrame(
            {
                "case_id": self.case[tasks],
                "activity": names.gather(self.step[tasks]),
                **{
                    name: (column * 1_000).cast(pl.Datetime("ms", "UTC"))
                    for name, column in moments.items()
                },
                "resource": people.gather(self.resource[tasks]),
                **batches,
            }
        )
