"""The log of a token net as the CSV that simulators of BPMN diagrams write.

Columns are case_id, activity, enable_time, start_time, end_time and resource; times bear the offset
of the scenario's start. Events without a resource are left out, as the peer leaves them out.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np

from models.errors import DocumentError
from models.net_log import NetLog
from models.said import said
from models.working_time import DAY
from simulations.kernel.tables import Int64
from simulations.kernel.text import Bytes, put_lines

HEADER = b"case_id,activity,enable_time,start_time,end_time,resource\n"
ROWS = 20_000
"""So many visits are written at a time."""


def write_csv(log: NetLog, path: Path) -> None:
    """Write the log as a whole or not at all; DocumentError if it cannot be written."""
    draft = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.write(HEADER)
            for part in _parts(log):
                file.write(part.data)
        draft.replace(path)
    except OSError as error:
        raise DocumentError(
            said(
                f"{path}：无法写入（{error.strerror}）",
                f"{path}: cannot be written ({error.strerror})",
            )
        ) from None


def _parts(log: NetLog) -> Iterator[Bytes]:
    """The lines of the log, many at a time; each part is valid until the next."""
    names, name_ends = _texts([node.label for node in log.nodes])
    people, people_ends = _texts(log.resources)
    days = _days(log)
    offset = f"{log.epoch:%z}"
    zone = np.frombuffer(f"{offset[:3]}:{offset[3:5]}".encode(), np.uint8)
    longest = int(np.diff(name_ends).max(initial=0) + np.diff(people_ends).max(initial=0)) + 120
    out = np.empty(ROWS * longest, np.uint8)
    for first in range(0, len(log), ROWS):
        size = put_lines(
            first,
            min(first + ROWS, len(log)),
            log.case,
            log.step,
            log.enabled,
            log.started,
            log.completed,
            log.resource,
            names,
            name_ends,
            people,
            people_ends,
            days,
            zone,
            out,
        )
        yield out[:size]


def _texts(names: Sequence[str]) -> tuple[Bytes, Int64]:
    """Names as CSV writes them, end to end, and where each begins."""
    parts = [_quoted(name).encode() for name in names]
    ends = np.cumsum([0, *(len(part) for part in parts)]).astype(np.int64)
    return np.frombuffer(b"".join(parts) or b" ", np.uint8), ends


def _quoted(name: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([name])
    return line.getvalue()


def _days(log: NetLog) -> Bytes:
    """The text of every day of the log, with a space after it."""
    count = int(log.completed.max(initial=0)) // DAY + 1
    texts = [f"{log.epoch + timedelta(days=day):%Y-%m-%d} " for day in range(count)]
    return np.frombuffer("".join(texts).encode(), np.uint8)
