"""The short form in which the department modules are written."""

from models.base import Text, text
from models.department import Department, Kind


def unit(
    slug: str,
    zh: str,
    en: str,
    kind: Kind = "department",
    parent: str | None = None,
    aliases: str = "",
    note: Text | None = None,
) -> Department:
    """One department or actor; ``aliases`` are Chinese names with spaces between."""
    return Department(
        slug=slug,
        name=text(zh, en),
        kind=kind,
        parent=parent,
        aliases=tuple(aliases.split()),
        note=note,
    )


def group(
    slug: str,
    zh: str,
    en: str,
    kind: Kind = "department",
    aliases: str = "",
    note: Text | None = None,
) -> Department:
    """Several units named together, or whichever of them is meant."""
    return Department(
        slug=slug,
        name=text(zh, en),
        kind=kind,
        aliases=tuple(aliases.split()),
        collective=True,
        note=note,
    )
