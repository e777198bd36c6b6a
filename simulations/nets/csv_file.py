"""The log of a token net as the CSV that simulators of BPMN diagrams write.

Columns are case_id, activity, enable_time, start_time, end_time and resource, and batch_id if the
scenario has batches (empty: done alone); times bear the offset of the scenario's start. Events
without a resource are left out, as the peer leaves them out.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import BinaryIO

import numpy as np

from models.errors import DocumentError
from models.net_log import NetLog
from models.said import said
from models.working_time import DAY
from simulations.jit import BLOCK
from simulations.kernel.tables import Int64
from simulations.kernel.text import Bytes, put_lines

HEADER = b"case_id,activity,enable_time,start_time,end_time,resource"
ROWS = 16_000
"""So many visits are written at a time: their lines stay in the processor's cache."""
LONGEST = 112
"""Bytes of a line beside its names: two numbers and three times."""


def write_csv(log: NetLog, path: Path) -> None:
    """Write the log as a whole or not at all; DocumentError if it cannot be written."""
    draft = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.write(HEADER + (b"\n" if log.batch is None else b",batch_id\n"))
            _write_parts(log, file)
        draft.replace(path)
    except OSError as error:
        raise DocumentError(
            said(
                f"{path}：无法写入（{error.strerror}）",
                f"{path}: cannot be written ({error.strerror})",
            )
        ) from None


def _write_parts(log: NetLog, file: BinaryIO) -> None:
    """Write a part while the next is put into words."""
    with ThreadPoolExecutor(1) as writer:
        writing: Future[int] | None = None
        for part in _parts(log):
            if writing is not None:
                writing.result()
            writing = writer.submit(file.write, part.data)
        if writing is not None:
            writing.result()


def _parts(log: NetLog) -> Iterator[Bytes]:
    """The lines of the log, many at a time; each part is valid until the next but one."""
    end = "\n" if log.batch is None else ","
    batch = np.zeros(0, np.int32) if log.batch is None else log.batch
    names, name_ends = _texts([f"{_quoted(node.label)}," for node in log.nodes])
    people, people_ends = _texts([f"{_quoted(name)}{end}" for name in log.resources])
    days, minutes, rest = _clock(log)
    longest = int(name_ends[1].max(initial=0) + people_ends[1].max(initial=0)) + LONGEST
    first_out, other_out = np.empty((2, ROWS * longest + BLOCK), np.uint8)
    for first, out in zip(range(0, len(log), ROWS), cycle((first_out, other_out)), strict=False):
        size = put_lines(
            first,
            min(first + ROWS, len(log)),
            log.case,
            log.step,
            log.enabled,
            log.started,
            log.completed,
            log.resource,
            batch,
            names,
            name_ends,
            people,
            people_ends,
            days,
            minutes,
            rest,
            out,
        )
        yield out[:size]


def _texts(texts: Sequence[str]) -> tuple[Bytes, Int64]:
    """Texts in whole blocks end to end; where each begins, and how many bytes it has."""
    parts = [text.encode() for text in texts]
    blocks = [part.ljust(-(-len(part) // BLOCK) * BLOCK) for part in parts]
    begins = np.cumsum([0, *(len(block) for block in blocks)])[:-1]
    sizes = [len(part) for part in parts]
    return np.frombuffer(b"".join(blocks) or b" ", np.uint8), np.array([begins, sizes], np.int64)


def _quoted(name: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([name])
    return line.getvalue()


def _clock(log: NetLog) -> tuple[Bytes, Bytes, Bytes]:
    """Texts of every day of the log, of every minute of a day, of seconds with the zone."""
    count = int(log.completed.max(initial=0)) // DAY + 1
    days = [f"{log.epoch + timedelta(days=day):%Y-%m-%d} " for day in range(count)]
    minutes = [f"{minute // 60:02}:{minute % 60:02}:" for minute in range(24 * 60)]
    offset = f"{log.epoch:%z}"
    seconds = [f"{second:02}{offset[:3]}:{offset[3:5]}," for second in range(60)]
    return _texts(days)[0], _texts(minutes)[0], _texts(seconds)[0]
