"""XES files (IEEE 1849) as raw tables: the quick way if the file is plain, else by expat.

Expat opens no file and no network connection of its own accord; a document type, and with it every
entity, is refused as soon as it appears.
"""

import gzip
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast
from xml.parsers import expat

import polars as pl

from integrations.logs.plain_files import readable
from integrations.logs.table import Place
from integrations.logs.xes_plain import LARGEST, LONGEST_TOKEN, UnusualError, plain_parts
from models.errors import DocumentError
from models.said import Said, said

CHUNK = 1 << 20
DEEPEST = 32
PREFIX = "case:"
KEPT = (
    "batch", "concept:instance", "concept:name", "enabled", "lifecycle:transition", "org:group",
    "org:resource", "org:role", "outcome", "owner", "priority", "process", "queue", "ready",
    "time:timestamp", "work",
)  # fmt: skip
"""Attributes of events that a log can be read from."""

OF_TRACE = ("concept:name", "process")
NAMES = (*(PREFIX + name for name in OF_TRACE), *KEPT)
KEPT_SET, OF_TRACE_SET = frozenset(KEPT), frozenset(OF_TRACE)


class _Refused(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, sentence: Said) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


BATCH = 100_000
"""Events that are kept as they come before they are put into columns."""


class _Reader:
    """Collects events; attributes of attributes, of the log and of globals are passed over."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.depth = 0
        self.trace: dict[str, str] = {}
        self.event: dict[str, str] | None = None
        self.in_trace = False
        self.events: list[dict[str, str]] = []
        self.parts: list[pl.DataFrame] = []

    def doctype(self, *_: object) -> None:
        raise _Refused(
            said(
                "含有文档类型声明（DTD），出于安全不读；请删去",
                "has a document type (DTD), which is not read for safety; remove it",
            )
        )

    def start(self, tag: str, attributes: list[str]) -> None:
        self.depth = depth = self.depth + 1
        if depth == 4:  # noqa: PLR2004 - log, trace, event, attribute
            event = self.event
            if event is None:
                return
            if len(attributes) == 4 and attributes[0] == "key" and attributes[2] == "value":  # noqa: PLR2004 - as nearly everybody writes it
                if attributes[1] in KEPT_SET:
                    event[attributes[1]] = attributes[3]
            else:
                self._keep(event, KEPT_SET, "", attributes)
        elif depth == 3 and self.in_trace:  # noqa: PLR2004 - log, trace, then events or attributes
            if _local(tag) == "event":
                self.event = self.trace.copy()
            else:
                self._keep(self.trace, OF_TRACE_SET, PREFIX, attributes)
        else:
            self._outside(tag, depth)

    def _outside(self, tag: str, depth: int) -> None:
        if depth == 2:  # noqa: PLR2004 - log, then traces, globals, extensions
            self.in_trace = _local(tag) == "trace"
            self.trace = {}
        elif depth == 1 and _local(tag) != "log":
            raise _Refused(
                said(
                    f"最外层应为 log，却是 {tag[:40]!r}，不是XES",
                    f"the root should be log, not {tag[:40]!r}; this is not XES",
                )
            )
        elif depth > DEEPEST:
            raise _Refused(
                said(f"嵌套超过{DEEPEST}层", f"elements are nested more than {DEEPEST} deep")
            )

    def end(self, _tag: str) -> None:
        depth = self.depth
        if depth == 3 and self.event is not None:  # noqa: PLR2004 - as above
            self.events.append(self.event)
            self.event = None
            if len(self.events) == BATCH:
                self.flush()
        elif depth == 2:  # noqa: PLR2004 - as above
            self.in_trace = False
        self.depth = depth - 1

    @staticmethod
    def _keep(
        into: dict[str, str], kept: frozenset[str], prefix: str, attributes: list[str]
    ) -> None:
        named = dict(zip(attributes[::2], attributes[1::2], strict=True))
        if named.get("key") in kept and "value" in named:
            into[prefix + named["key"]] = named["value"]

    def flush(self) -> None:
        """Put the events collected so far into columns."""
        columns = {name: [event.get(name) for event in self.events] for name in NAMES}
        self.parts.append(pl.DataFrame(columns, schema=dict.fromkeys(NAMES, pl.String)))
        self.events.clear()


def read_xes(path: Path) -> tuple[pl.DataFrame, Place]:
    """The events of an XES file (``.xes`` or ``.xes.gz``); DocumentError if it is none."""
    with readable(path):
        try:
            table = plain_table(path)
        except UnusualError:
            table = expat_table(path)
    if table.is_empty():
        raise DocumentError(said(f"{path}：没有事件", f"{path}: there are no events in this log"))
    return table, Place(str(path), first_row=1)


def plain_table(path: Path) -> pl.DataFrame:
    """The events of a file as nearly everybody writes it; UnusualError if it is another."""
    with _opened(path) as file:
        parts = [
            traces.rename(lambda name: PREFIX + name).hstack(events)
            for events, traces in plain_parts(file, OF_TRACE, KEPT)
        ]
    return _table(parts)


def expat_table(path: Path) -> pl.DataFrame:
    """The events of any XES file; DocumentError if it is none."""
    reader = _Reader()
    try:
        with _opened(path) as file:
            _feed(reader, file)
    except _Refused as refusal:
        line = reader.parser.CurrentLineNumber
        raise DocumentError(_at(path, line, refusal.sentence)) from None
    except expat.ExpatError as error:
        why = expat.errors.messages.get(error.code, str(error))
        sentence = said(f"不是完好的XML（{why}）", f"this is not well-formed XML ({why})")
        raise DocumentError(_at(path, error.lineno, sentence)) from None
    except (LookupError, ValueError) as error:
        sentence = said(f"不支持的编码（{error}）", f"this encoding is not supported ({error})")
        raise DocumentError(_at(path, 1, sentence)) from None
    reader.flush()
    return _table(reader.parts)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The file, unpacked; DocumentError if it is packed and damaged."""
    try:
        with path.open("rb") as file:
            yield cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if path.suffix == ".gz" else file
    except (EOFError, zlib.error):
        raise DocumentError(
            said(f"{path}：压缩包已损坏", f"{path}: the packed file is damaged")
        ) from None


def _table(parts: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """All events, one a row, as text; columns that no event has are left out."""
    whole = pl.concat(parts)
    of_trace = whole[f"{PREFIX}process"]
    whole = whole.with_columns(pl.coalesce("process", of_trace)).drop(f"{PREFIX}process")
    return whole.select(name for name in whole.columns if whole[name].null_count() < whole.height)


def _feed(reader: _Reader, file: IO[bytes]) -> None:
    given = 0
    while chunk := file.read(CHUNK):
        reader.parser.Parse(chunk, False)
        given += len(chunk)
        if given - reader.parser.CurrentByteIndex > LONGEST_TOKEN:
            raise _Refused(
                said(
                    f"有一个标签或一段内容超过{LONGEST_TOKEN >> 20} MB",
                    f"one tag or text is longer than {LONGEST_TOKEN >> 20} MB",
                )
            )
        if given > LARGEST:
            raise _Refused(said("内容过大", "the content is too large"))
    reader.parser.Parse(b"", True)


def _at(path: Path, line: int, sentence: Said) -> Said:
    return said(f"{path} 第{line}行：{sentence.zh}", f"{path} line {line}: {sentence}")


def _local(tag: str) -> str:
    return tag.rsplit(":", 1)[-1]
