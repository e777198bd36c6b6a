"""The quick way to read XES: files as nearly every program writes them, many events at a time.

Such a file is traces of events of attributes without children, each ``<kind key="…" value="…"/>``.
It is cut at every ``<`` and ``"`` by the reader of CSV files, and each piece is held against what
may stand there. Whatever else turns up (a document type, a comment, children of an attribute, other
quotation marks, an entity that is not one of the five, a character that XML does not know) ends
the quick way: the caller reads the file from its beginning with expat, which tells what is wrong.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat
from xml.sax.saxutils import unescape

import numpy as np
import numpy.typing as npt
import polars as pl

CHUNK = 32 << 20
LONGEST_TOKEN = 4 << 20
LARGEST = 64 << 30
"""Bytes of XML, unpacked: a hundred million events; a packed file may unpack to no more."""
MOST_SPELLINGS = 1_000
"""Ways in which white space may stand around the same few words."""

PIECES = [f"piece_{number}" for number in range(6)]
BEFORE_KEY, KEY, BEFORE_VALUE, VALUE, AFTER = PIECES[:5]
ATTRIBUTE, TRACE, EVENT, END_EVENT, END_TRACE = range(5)
FORMS = {
    ATTRIBUTE: re.compile(r"(?:string|date|int|float|boolean|id)\s+key\s*=\s*", re.ASCII),
    TRACE: re.compile(r"trace\s*>\s*", re.ASCII),
    EVENT: re.compile(r"event\s*>\s*", re.ASCII),
    END_EVENT: re.compile(r"/event\s*>\s*", re.ASCII),
    END_TRACE: re.compile(r"/trace\s*>\s*", re.ASCII),
}
VALUE_FORM = re.compile(r"\s+value\s*=\s*", re.ASCII)
END_FORM = re.compile(r"\s*/>\s*", re.ASCII)
TAIL = re.compile(rb"</log\s*>\s*")
FOLLOWERS = {
    TRACE: {EVENT, END_TRACE},
    EVENT: {END_EVENT},
    END_EVENT: {EVENT, END_TRACE},
    END_TRACE: {TRACE},
}
QUOTES = 4
"""Quotation marks in an attribute."""
NO_CHARACTERS = bytes(code for code in range(32) if code not in b"\t\n\r")
NONE_OF_XML = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
ENTITIES = {"&quot;": '"', "&apos;": "'"}
ENTITY = re.compile(rb"&(?:amp|lt|gt|quot|apos);")

Ints = npt.NDArray[np.int64]


class UnusualError(Exception):
    """The file is not written as the quick way needs it."""


def plain_parts(
    file: IO[bytes], of_trace: Sequence[str], of_event: Sequence[str]
) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """In parts, the attributes of the events that are kept, and beside them those of their traces.

    UnusualError at the first thing that the quick way does not know; nothing counts then.
    """
    reader = _Reader(of_trace, of_event)
    rest = _behind_head(file.read(CHUNK))
    while more := file.read(CHUNK):
        cut = rest.rfind(b"<event")
        if cut <= 0 or file.tell() > LARGEST:
            raise UnusualError
        yield reader.part(rest[1:cut])
        rest = rest[cut:] + more
    cut = rest.rfind(b"</log")
    if cut < 0 or not TAIL.fullmatch(rest, cut):
        raise UnusualError
    yield reader.part(rest[1:cut])
    if reader.last != END_TRACE:
        raise UnusualError


def _behind_head(data: bytes) -> bytes:
    """The file from its first trace on, if what stands before is well-formed, plain and a log."""
    first = data.find(b"<trace")
    unusual: list[object] = []
    parser = expat.ParserCreate()
    parser.XmlDeclHandler = lambda _version, encoding, _standalone: unusual.extend(
        [] if (encoding or "utf-8").lower() in {"utf-8", "us-ascii"} else [encoding]
    )
    parser.StartDoctypeDeclHandler = lambda *_: unusual.append("document type")
    try:
        parser.Parse(data[: max(first, 0)], False)
        parser.Parse(b"</log>", True)
    except (expat.ExpatError, LookupError, ValueError):  # the latter two: an unknown encoding
        raise UnusualError from None
    if unusual:
        raise UnusualError
    return data[first:]


class _Reader:
    """Reads part after part; knows where the one before ended."""

    def __init__(self, of_trace: Sequence[str], of_event: Sequence[str]) -> None:
        self.of_trace = of_trace
        self.of_event = of_event
        self.codes = {key: n for n, key in enumerate(dict.fromkeys((*of_trace, *of_event)))}
        self.last = END_TRACE
        self.trace: dict[str, str | None] = dict.fromkeys(of_trace)

    def part(self, data: bytes) -> tuple[pl.DataFrame, pl.DataFrame]:
        """The events of one part, which begins with a trace or an event."""
        pieces = _pieces(data)
        kind = _kinds(pieces, data)
        marks = np.flatnonzero(kind != ATTRIBUTE)
        self._follow(kind[marks])
        place = np.zeros(len(kind), np.int64)
        place[marks] = marks
        owner = kind[np.maximum.accumulate(place)]
        owner[marks] = ATTRIBUTE
        if ((owner == END_EVENT) | (owner == END_TRACE)).any():
            raise UnusualError
        code = pieces[KEY].replace_strict(self.codes, default=-1, return_dtype=pl.Int16).to_numpy()
        found = _Attributes(pieces[VALUE], b"&" in data, code)
        trace = np.cumsum(kind == TRACE)
        events = pl.DataFrame(
            {
                key: found.of(self.codes[key], owner == EVENT, np.cumsum(kind == EVENT))[1:]
                for key in self.of_event
            }
        )
        traces = pl.DataFrame(
            {
                key: found.of(self.codes[key], owner == TRACE, trace, self.trace[key])
                for key in self.of_trace
            }
        )
        self.trace = traces.row(-1, named=True)
        return events, traces[trace[kind == EVENT]]

    def _follow(self, marks: npt.NDArray[np.int8]) -> None:
        """Whether traces and events open and close as they should."""
        if not len(marks):
            raise UnusualError
        before = np.append(self.last, marks[:-1])
        for pair in np.unique(before * len(FORMS) + marks).tolist():
            first, second = divmod(pair, len(FORMS))
            if second not in FOLLOWERS[first]:
                raise UnusualError
        self.last = int(marks[-1])


def _pieces(data: bytes) -> pl.DataFrame:
    """What stands between one ``<`` and the next, cut at every quotation mark."""
    strange = len(data.translate(None, NO_CHARACTERS)) < len(data)
    if strange or any(none in data for none in NONE_OF_XML) or not data:
        raise UnusualError
    if data.count(b"&") != len(ENTITY.findall(data)):
        raise UnusualError
    try:
        pieces = pl.read_csv(
            data,
            eol_char="<",
            separator='"',
            quote_char=None,
            has_header=False,
            schema=dict.fromkeys(PIECES, pl.String),
            missing_columns="insert",
        )
    except pl.exceptions.PolarsError:
        raise UnusualError from None
    if pieces.height != data.count(b"<") + 1:
        raise UnusualError
    return pieces


def _kinds(pieces: pl.DataFrame, data: bytes) -> npt.NDArray[np.int8]:
    """What each piece is; UnusualError if one is nothing known."""
    kind = _spelled(pieces[BEFORE_KEY], FORMS)
    attributes = kind == ATTRIBUTE
    closed = pieces[AFTER].is_not_null()
    whole = bool((closed.to_numpy() == attributes).all())
    if not whole or data.count(b'"') != QUOTES * int(attributes.sum()):
        raise UnusualError
    _spelled(pieces[BEFORE_VALUE].filter(closed), {0: VALUE_FORM})
    _spelled(pieces[AFTER].filter(closed), {0: END_FORM})
    if any((pieces[name].str.len_bytes() > LONGEST_TOKEN).any() for name in (KEY, VALUE)):
        raise UnusualError
    return kind


def _spelled(words: pl.Series, forms: Mapping[int, re.Pattern[str]]) -> npt.NDArray[np.int8]:
    """Which of the forms each word has."""
    spellings = words.unique()
    if spellings.null_count() or len(spellings) > MOST_SPELLINGS:
        raise UnusualError
    known = {
        word: form for word in spellings for form, regex in forms.items() if regex.fullmatch(word)
    }
    if len(known) < len(spellings):
        raise UnusualError
    return words.replace_strict(known, return_dtype=pl.Int8).to_numpy()


@dataclass(frozen=True)
class _Attributes:
    """Values of attributes by piece, whether entities are among them, and codes of their keys."""

    values: pl.Series
    entities: bool
    code: npt.NDArray[np.int16]

    def of(
        self, code: int, own: npt.NDArray[np.bool_], owner: Ints, first: str | None = None
    ) -> pl.Series:
        """By number of the owner the value under this key, null without one; ``first`` is 0's."""
        rows = np.flatnonzero(own & (self.code == code))
        values = _read(self.values.gather(rows).fill_null(""), entities=self.entities)
        place = np.full(int(owner[-1]) + 1, len(rows))
        place[0] += 1
        place[owner[rows]] = np.arange(len(rows))
        return values.append(pl.Series([None, first], dtype=pl.String)).gather(place)


def _read(values: pl.Series, *, entities: bool) -> pl.Series:
    """Values as XML means them."""
    if values.str.contains(r"[\t\r\n]").any():
        raise UnusualError  # white space in attributes is made blanks
    if not entities:
        return values
    with_entities = values.str.contains("&", literal=True)
    read = [unescape(value, ENTITIES) for value in values.filter(with_entities)]
    return values.scatter(with_entities.arg_true(), read)
