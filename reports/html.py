"""A report as one self-contained page: no script, no request, prints on A4."""

from collections.abc import Iterator
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports.document import Document, Heading, Part, Picture, Words
from reports.svg import LANGUAGE_TAGS
from reports.table import Table
from reports.typeset import clean
from reports.wording import Wording


def page(report: Document) -> str:
    """The page of a report."""
    return (
        _environment()
        .get_template("report.html")
        .render(
            w=Wording(report.language),
            tag=LANGUAGE_TAGS[report.language],
            report=report,
            several=sum(not section.key.startswith("_") for section in report.sections) > 1,
            blocks=_blocks,
        )
    )


def _blocks(parts: tuple[Part, ...]) -> Iterator[tuple[str, list[Part]]]:
    """The parts by kind; charts that follow one another stand side by side."""
    charts: list[Part] = []
    for part in parts:
        if isinstance(part, Picture) and part.layout == "chart":
            charts.append(part)
            continue
        if charts:
            yield "charts", charts
            charts = []
        yield _kind(part), [part]
    if charts:
        yield "charts", charts


def _kind(part: Part) -> str:
    match part:
        case Table():
            return "table"
        case Heading():
            return "heading"
        case Words():
            return "words"
        case Picture():
            return "picture"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clean"] = clean
    return environment
