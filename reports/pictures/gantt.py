"""One case over its days: bars of work and of waiting by cause, closed time, deadlines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup

from models.breakdown import CAUSES, critical_path
from models.event import EventLog
from models.process import Process
from models.timing import Ruler
from models.working_time import DAY
from reports.palette import ACCENT, CAUSE_FILLS, GRID, INK, SHADE, SOFT
from reports.pictures.case_log import Deadline, Piece, deadlines, one_case, pieces
from reports.pictures.day_axis import closed_time, dates
from reports.pictures.scale import Scale
from reports.subject import Subject
from reports.svg import (
    Caption,
    Patterns,
    Style,
    box,
    joined,
    label,
    legend,
    line,
    node,
    paragraph,
    picture,
)
from reports.wording import Wording
from reports.wording.numbers import amount, day, decimal, full_moment, moment

WIDTH = 1200.0
NAMES, ENDS = 232.0, 104.0
LEADING = 1.3
BAR = 14.0
TEXT = Style(12)
SMALL = Style(11, colour=SOFT, halo=True)
REACH = 0.3
"""A deadline is drawn if it makes the picture longer by no more than this share."""


@dataclass(frozen=True)
class _Row:
    lines: list[str]
    pieces: list[Piece]
    ready: int
    completed: int
    critical: bool

    @property
    def height(self) -> float:
        return max(len(self.lines) * TEXT.size * LEADING, BAR) + 8


@dataclass(frozen=True)
class _Case:
    log: EventLog
    number: int
    rows: list[_Row]
    deadlines: list[Deadline]
    ruler: Ruler
    x: Scale
    w: Wording

    def moment(self, second: int) -> datetime:
        """The local time of a second of the log."""
        return self.log.epoch + timedelta(seconds=second)


def gantt(subject: Subject, process: Process, case: int, w: Wording, identity: str) -> Markup:
    """The picture of one case of the subject's log; ``identity`` must be unique in the page."""
    alone = one_case(subject.log, case)
    rows = _rows(alone, process, subject, w)
    found = deadlines(alone, process, subject.ruler)
    scale = _scale(rows, found, subject.ruler)
    drawn = _Case(alone, case, rows, found, subject.ruler, scale, w)
    patterns = Patterns(identity, tuple(CAUSE_FILLS.values()))
    head, top = _head(drawn)
    body = top + 36
    floor = body + sum(row.height for row in rows)
    keys, tall = legend(_legend(drawn, patterns), 8, floor + 8, WIDTH - 16, TEXT)
    caption = Caption(
        identity,
        w("gantt_title", name=w.of(process.name)),
        w("gantt_desc", start=_when(drawn, rows[0].ready), end=_when(drawn, _end(rows))),
        w.language,
    )
    return picture(
        WIDTH,
        floor + tall + 14,
        caption,
        patterns.definitions(),
        head,
        closed_time(subject.ruler, scale, body, floor),
        dates(subject.ruler.calendar.first, scale, top, body, floor, w),
        _deadline_lines(drawn, body, floor),
        _bars(drawn, body, patterns),
        keys,
    )


def _end(rows: list[_Row]) -> int:
    return max(row.completed for row in rows)


def _when(drawn: _Case, second: int) -> str:
    return moment(drawn.moment(second), drawn.w)


def _rows(log: EventLog, process: Process, subject: Subject, w: Wording) -> list[_Row]:
    order = {slug: n + 1 for n, slug in enumerate(process.order)}
    critical = critical_path(log)
    rows = []
    for row in _in_order(log, order):
        step = process.step(log.steps[int(log.step[row])].step)
        name = f"{order[step.slug]} {w.of(step.name)}"
        if log.visit[row]:
            name += w("again", n=int(log.visit[row]) + 1)
        bold = bool(critical[row])
        rows.append(
            _Row(
                Style(12, bold=bold).lines(name, NAMES - 16, 3),
                pieces(log, row, subject.pools, subject.ruler),
                int(log.ready[row]),
                int(log.completed[row]),
                bold,
            )
        )
    return rows


def _in_order(log: EventLog, order: Mapping[str, int]) -> list[int]:
    """Visits by the time they became ready, those of one moment in the order of the process."""
    places = [order[log.steps[int(step)].step] for step in log.step]
    return sorted(range(len(log)), key=lambda row: (int(log.ready[row]), places[row]))


def _scale(rows: list[_Row], found: list[Deadline], ruler: Ruler) -> Scale:
    """Whole days, with the deadlines that are near."""
    first = min(row.ready for row in rows) // DAY
    last = -(-_end(rows) // DAY)
    furthest = last + max(1.0, (last - first) * REACH)
    ends = [ruler.calendar.place(entry.last) + 1 for entry in found]
    last = max([last, first + 1, *(end for end in ends if end <= furthest)])
    return Scale(first * DAY, last * DAY, NAMES, WIDTH - ENDS)


def _head(drawn: _Case) -> tuple[Markup, float]:
    """What case it is, and a line for each deadline; returns the height too."""
    w, rows = drawn.w, drawn.rows
    start, end = rows[0].ready, _end(rows)
    words = w(
        "gantt_head",
        number=drawn.number + 1,
        start=full_moment(drawn.moment(start), w),
        end=full_moment(drawn.moment(end), w),
        days=decimal((end - start) / DAY),
    )
    lines = [words, *(_deadline_words(n, entry, w) for n, entry in enumerate(drawn.deadlines))]
    wrapped = [part for words in lines for part in TEXT.filled(words, WIDTH - 16)]
    return paragraph(8, 4, wrapped, TEXT, 1.4), 10 + len(wrapped) * 12 * 1.4


def _deadline_words(n: int, entry: Deadline, w: Wording) -> str:
    limit = entry.limit
    return w(
        "gantt_deadline",
        letter=_letter(n),
        name=w.of(limit.name),
        limit=amount(limit.most, limit.unit, w),
        last=day(entry.last, w),
        used=amount(entry.used, limit.unit, w),
        standing=w("case_late" if entry.late else "case_on_time"),
    )


def _letter(n: int) -> str:
    return chr(ord("A") + n % 26)


def _bars(drawn: _Case, body: float, patterns: Patterns) -> Markup:
    parts = []
    y = body
    for n, row in enumerate(drawn.rows):
        if n:
            parts.append(line(0, y, WIDTH, y, stroke=GRID, stroke_width=0.7))
        style = Style(12, bold=row.critical)
        height = len(row.lines) * TEXT.size * LEADING
        parts.append(paragraph(8, y + (row.height - height) / 2, row.lines, style, LEADING))
        middle = y + row.height / 2
        parts += [_piece(piece, middle, drawn.x, patterns) for piece in row.pieces]
        end = drawn.x(row.completed)
        parts.append(label(end + 5, middle, _when(drawn, row.completed), SMALL))
        y += row.height
    return joined(parts)


def _piece(piece: Piece, middle: float, x: Scale, patterns: Patterns) -> Markup:
    height = BAR if piece.cause == "work" else BAR - 4
    wide = max(x(piece.end) - x(piece.start), 1.2)
    return box(
        x(piece.start),
        middle - height / 2,
        wide,
        height,
        fill=patterns.paint(CAUSE_FILLS[piece.cause]),
        stroke=INK,
        stroke_width=0.5,
    )


def _deadline_lines(drawn: _Case, body: float, floor: float) -> Markup:
    """A line at the end of each last day within the picture, with the letters of its limits."""
    letters: dict[int, str] = {}
    for n, entry in enumerate(drawn.deadlines):
        second = (drawn.ruler.calendar.place(entry.last) + 1) * DAY
        if drawn.x.low < second <= drawn.x.high:
            letters[second] = letters.get(second, "") + _letter(n)
    parts = []
    for second, names in letters.items():
        place = drawn.x(second)
        path = f"M{place:.1f},{body:.1f} V{floor:.1f}"
        parts.append(node("path", d=path, stroke=ACCENT, stroke_width=2, stroke_dasharray="6 3"))
        style = Style(12, "middle", ACCENT, bold=True, halo=True)
        parts.append(label(place, body - 9, names, style))
    return joined(parts)


def _legend(drawn: _Case, patterns: Patterns) -> list[tuple[Markup, str]]:
    w = drawn.w
    used = {piece.cause for row in drawn.rows for piece in row.pieces}
    marks = [
        (
            box(0, 0, 14, 12, fill=patterns.paint(CAUSE_FILLS[c]), stroke=INK, stroke_width=0.5),
            w(f"{c}_long"),
        )
        for c in CAUSES
        if c in used
    ]
    marks.append((box(0, 0, 14, 12, fill=SHADE, stroke=GRID), w("key_closed")))
    if drawn.deadlines:
        stroke = line(7, 0, 7, 12, stroke=ACCENT, stroke_width=2, stroke_dasharray="4 2")
        marks.append((stroke, w("key_deadline")))
    return [*marks, (Markup(), w("key_critical"))]
