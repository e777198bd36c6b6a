"""The box of a step in a swimlane picture: its number and name, its hours, its marks."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from models.condition import Chance
from models.step import Step
from reports.palette import ACCENT, HEAT, INK, PAPER, SOFT
from reports.svg import Style, box, joined, label, node, paragraph
from reports.wording import Wording
from reports.wording.numbers import decimal, given_share, percent

NAME = Style(12, "middle", bold=True)
FIGURE = Style(11, "middle")
CHIP = Style(10.5, "middle")
LEADING = 1.3
PADDING = 6.0
CHIP_HEIGHT, CHIP_GAP = 15.0, 3.0
NAME_LINES = 5
SHAPES: dict[str, dict[str, float | str | None]] = {
    "work": {"rx": 3},
    "automatic": {"rx": 14},
    "wait": {"rx": 3, "stroke_dasharray": "6 3"},
    "applicant": {"rx": 3, "stroke_dasharray": "2 3"},
}
"""Outlines by kind of time."""


@dataclass(frozen=True)
class Figures:
    """What a box shows: hours a visit, of these waited, colour, share if it is the bottleneck."""

    span: float
    waits: float
    colour: str
    bottleneck: float | None


@dataclass(frozen=True)
class Chip:
    """A small mark with words."""

    words: str
    strong: bool = False


@dataclass(frozen=True)
class StepBox:
    """A box ready to be drawn anywhere."""

    slug: str
    kind: str
    width: float
    full_name: str
    name: tuple[str, ...]
    figures: tuple[str, ...]
    chips: tuple[Chip, ...]
    colour: str
    bottleneck: bool

    @classmethod
    def of(
        cls, step: Step, figures: Figures, order: Mapping[str, int], width: float, w: Wording
    ) -> "StepBox":
        """The box of a step; ``order`` numbers the steps."""
        room = width - 2 * PADDING
        full = f"{order[step.slug]} {w.of(step.name)}"
        return cls(
            slug=step.slug,
            kind=step.time.kind,
            width=width,
            full_name=full,
            name=tuple(NAME.lines(full, room, NAME_LINES)),
            figures=tuple(_figures(step, figures, w)),
            chips=tuple(_chips(step, figures, order, w)),
            colour=figures.colour if step.time.kind == "work" else HEAT[0],
            bottleneck=figures.bottleneck is not None,
        )

    @property
    def height(self) -> float:
        """The height its content takes."""
        text = len(self.name) * NAME.size + len(self.figures) * FIGURE.size
        return text * LEADING + len(self.chips) * (CHIP_HEIGHT + CHIP_GAP) + 2 * PADDING

    def draw(self, x: float, y: float) -> Markup:
        """The box with its upper left corner at this place."""
        middle = x + self.width / 2
        heads = y + PADDING
        hours = heads + len(self.name) * NAME.size * LEADING
        chips = hours + len(self.figures) * FIGURE.size * LEADING + CHIP_GAP
        outline = box(
            x,
            y,
            self.width,
            self.height,
            fill=self.colour,
            stroke=ACCENT if self.bottleneck else INK,
            stroke_width=3 if self.bottleneck else 1,
            **SHAPES[self.kind],
        )
        marks = [
            _draw_chip(chip, middle, chips + n * (CHIP_HEIGHT + CHIP_GAP), self.width)
            for n, chip in enumerate(self.chips)
        ]
        return node(
            "g",
            node("title", self.full_name),
            outline,
            paragraph(middle, heads, self.name, NAME, LEADING),
            paragraph(middle, hours, self.figures, FIGURE, LEADING),
            joined(marks),
            data_step=self.slug,
        )


def measure(step: Step, figures: Figures, order: Mapping[str, int], w: Wording) -> float:
    """The width a box needs for its figures and marks and for the longest word of its name."""
    words = [NAME.width(word) for word in w.of(step.name).split() if word.isascii()]
    chips = [CHIP.width(chip.words) + 8 for chip in _chips(step, figures, order, w)]
    lines = [FIGURE.width(figure) for figure in _figures(step, figures, w)]
    return max([*words, *chips, *lines]) + 2 * PADDING


def _figures(step: Step, figures: Figures, w: Wording) -> list[str]:
    lines = [w("box_span", hours=decimal(figures.span))]
    if step.time.kind == "work":
        lines.append(w("box_waits", hours=decimal(figures.waits)))
    return lines


def _chips(step: Step, figures: Figures, order: Mapping[str, int], w: Wording) -> list[Chip]:
    chips = []
    if figures.bottleneck is not None:
        chips.append(Chip(w("chip_bottleneck", share=percent(figures.bottleneck)), strong=True))
    if step.time.kind != "work":
        chips.append(Chip(w(f"chip_{step.time.kind}")))
    if isinstance(step.when, Chance):
        chips.append(Chip(w("chip_chance", share=given_share(step.when.share))))
    elif step.when is not None:
        chips.append(Chip(w("chip_condition")))
    if step.rework is not None:
        back = order[step.rework.to]
        chips.append(Chip(w("chip_rework", share=given_share(step.rework.chance), back=back)))
    return chips


def _draw_chip(chip: Chip, middle: float, top: float, room: float) -> Markup:
    wide = min(CHIP.width(chip.words) + 8, room - 4)
    ground = ACCENT if chip.strong else PAPER
    style = Style(CHIP.size, "middle", PAPER if chip.strong else INK, bold=False)
    return joined(
        [
            box(
                middle - wide / 2,
                top,
                wide,
                CHIP_HEIGHT,
                rx=4,
                fill=ground,
                stroke=ACCENT if chip.strong else SOFT,
                stroke_width=0.7,
            ),
            label(middle, top + CHIP_HEIGHT / 2, chip.words, style, wide - 4),
        ]
    )
