"""What the writers of XES and OCEL share: names of steps and departments, cases in order."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from models.base import Language
from models.event import EventLog
from models.plan.departments import DEPARTMENTS
from models.process import Process

CHUNK = 200_000
"""Visits that are spelled out at a time: some hundred megabytes of text."""

ISO = "%Y-%m-%dT%H:%M:%S%:z"


def step_names(log: EventLog, processes: Sequence[Process], language: Language) -> list[str]:
    """The name of each entry of ``log.steps``; its slug if no process gives it one."""
    known = {(p.slug, step.slug): step.name[language] for p in processes for step in p.steps}
    return [known.get((entry.process, entry.step), entry.step) for entry in log.steps]


def process_names(processes: Sequence[Process], language: Language) -> dict[str, str]:
    """Names of processes by slug."""
    return {process.slug: process.name[language] for process in processes}


def owner_names(log: EventLog, language: Language) -> list[str]:
    """The name of each entry's owner; its slug where the plan does not know it."""
    known = {unit.slug: unit.name[language] for unit in DEPARTMENTS}
    return [known.get(entry.owner, entry.owner) for entry in log.steps]


def case_names(log: EventLog) -> pl.Series:
    """The name of each visit's case."""
    if log.case_ids is not None:
        return log.case_ids.gather(log.case)
    return pl.Series("case", log.case).cast(pl.String)


def chunks(log: EventLog) -> Iterator[npt.NDArray[np.int64]]:
    """Rows case by case, each case in order of readiness; cases may go on in the next chunk."""
    order = np.argsort(log.case, kind="stable")
    for first in range(0, len(order), CHUNK):
        yield order[first : first + CHUNK]


def spelled(rows: npt.NDArray[np.int64], column: pl.Series) -> pl.Series:
    """These rows of a column of moments, as ISO text with their offset."""
    return column.gather(rows).dt.strftime(ISO)
