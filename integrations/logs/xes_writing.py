"""XES (IEEE 1849-2016), written as a stream: one trace a case, a start and a completion a visit.

Standard extensions carry what they can; ready, enabled, outcome and the waits are attributes of
the completion, so that reading the file back gives the same visits.
"""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

import numpy as np
import numpy.typing as npt
import polars as pl

from integrations.logs.spelling import case_names, chunks, owner_names, spelled, step_names
from models.base import Language
from models.event import MOMENTS, OUTCOMES, EventLog
from models.process import Process

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Lifecycle" prefix="lifecycle"
 uri="http://www.xes-standard.org/lifecycle.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<classifier name="Activity" keys="concept:name"/>
<string key="lifecycle:model" value="standard"/>
"""
WAITS = ("work", "queue", "priority", "batch")


def write_xes(log: EventLog, path: Path, processes: Sequence[Process], language: Language) -> None:
    """Write the log; OSError if the file cannot be written."""
    moments = {name: log.local_times(name) for name in MOMENTS}
    legend = _Legend(log, processes, language)
    last = -1
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD)
        for rows in chunks(log):
            times = {name: spelled(rows, moments[name]) for name in MOMENTS}
            case = log.case[rows]
            new = np.concatenate([[case[0] != last], case[1:] != case[:-1]])
            traces = legend.traces(rows, new, first=last < 0)
            text = _text(log, rows, legend, times).with_columns(trace=traces)
            file.writelines(text.select(pl.concat_str("trace", "start", "complete"))[:, 0])
            last = int(case[-1])
        file.write("</trace>\n</log>\n" if last >= 0 else "</log>\n")


class _Legend:
    """The parts of events that repeat, spelled and quoted once."""

    def __init__(self, log: EventLog, processes: Sequence[Process], language: Language) -> None:
        self.log = log
        owners = owner_names(log, language)
        names = step_names(log, processes, language)
        self.events = pl.Series(
            [
                f"<event>{_string('concept:name', name)}{_string('org:group', owner)}"
                for name, owner in zip(names, owners, strict=True)
            ],
            dtype=pl.String,
        )
        self.resources = pl.Series(
            [*(_string("org:resource", name) for name in log.resources), ""], dtype=pl.String
        )
        self.processes = pl.Series(
            [_string("process", entry.process) for entry in log.steps], dtype=pl.String
        )
        self.outcomes = pl.Series([_string("outcome", outcome) for outcome in OUTCOMES])
        self.cases = case_names(log)

    def traces(
        self, rows: npt.NDArray[np.int64], new: npt.NDArray[np.bool_], *, first: bool
    ) -> pl.Series:
        """For each row the end of the trace before it and the beginning of its own, or nothing."""
        begins = rows[new]
        names = [quoteattr(name) for name in self.cases.gather(begins)]
        kinds = self.processes.gather(self.log.step[begins])
        texts = [
            f'</trace>\n<trace><string key="concept:name" value={name}/>{kind}\n'
            for name, kind in zip(names, kinds, strict=True)
        ]
        if first and texts:
            texts[0] = texts[0].removeprefix("</trace>\n")
        place = np.where(new, np.cumsum(new) - 1, len(texts))
        return pl.Series("trace", [*texts, ""], dtype=pl.String).gather(place)


def _string(key: str, value: str) -> str:
    return f"<string key={quoteattr(key)} value={quoteattr(value)}/>"


def _date(key: str, times: str) -> tuple[pl.Expr, ...]:
    return pl.lit(f'<date key="{key}" value="'), pl.col(times), pl.lit('"/>')


def _int(key: str) -> tuple[pl.Expr, ...]:
    return pl.lit(f'<int key="{key}" value="'), pl.col(key).cast(pl.String), pl.lit('"/>')


def _text(
    log: EventLog, rows: npt.NDArray[np.int64], legend: _Legend, times: dict[str, pl.Series]
) -> pl.DataFrame:
    """Both events of each of these visits."""
    step, server = log.step[rows], log.server[rows]
    frame = pl.DataFrame(
        {
            "event": legend.events.gather(step),
            "resource": legend.resources.gather(np.where(server < 0, len(log.resources), server)),
            "outcome": legend.outcomes.gather(log.outcome[rows]),
            "instance": pl.Series(rows).cast(pl.String),
            **times,
            **{name: getattr(log, name)[rows] for name in WAITS},
        }
    )
    moved = '<string key="lifecycle:transition" value="{}"/>'
    same = (
        pl.lit('<string key="concept:instance" value="'),
        pl.col("instance"),
        pl.lit('"/>'),
        pl.col("resource"),
    )
    ends = pl.lit("</event>\n")
    return frame.select(
        start=pl.concat_str(
            "event", *same, pl.lit(moved.format("start")), *_date("time:timestamp", "started"), ends
        ),
        complete=pl.concat_str(
            "event",
            *same,
            pl.lit(moved.format("complete")),
            *_date("time:timestamp", "completed"),
            *_date("ready", "ready"),
            *_date("enabled", "enabled"),
            "outcome",
            *(part for name in WAITS for part in _int(name)),
            ends,
        ),
    )
