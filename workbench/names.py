"""Names that people type: processes, units, plan items."""

from collections.abc import Iterable
from pathlib import Path

from flows.catalogue import process
from integrations.documents import read
from models.base import Text, text
from models.errors import DocumentError, UnknownNameError
from models.plan.catalogue import department
from models.pool import Pool
from models.process import Process
from models.said import said
from workbench.bpmn_files import is_bpmn, process_of

FILE_SUFFIXES = {".yaml", ".yml", ".json"}


def named_process(name: str) -> Process:
    """A process of the catalogue by its slug, or one of your own from a YAML, JSON or BPMN file."""
    path = Path(name)
    if path.suffix in FILE_SUFFIXES:
        return read(path, Process)
    if is_bpmn(name):
        return process_of(path)
    return process(name)


def unit_name(slug: str) -> Text:
    """A department's or actor's name; its slug where the plan does not know it."""
    try:
        return department(slug).name
    except UnknownNameError:
        return text(slug, slug)


def unit_names(processes: Iterable[Process], pools: Iterable[Pool]) -> dict[str, Text]:
    """The names of all who own or lead these processes or staff these pools."""
    slugs = {slug for process in processes for slug in (*process.owners, process.lead)}
    return {slug: unit_name(slug) for slug in sorted(slugs | {p.department for p in pools})}


def item_numbers(option: str, given: str) -> tuple[int, ...]:
    """Plan item numbers written like 5,7; DocumentError naming the option otherwise."""
    try:
        return tuple(int(part) for part in given.split(",") if part.strip())
    except ValueError:
        raise DocumentError(
            said(
                f"{option}：{given!r} 不是 5,7 这样的编号列表",
                f"{option}: {given!r} is not a list of item numbers such as 5,7",
            )
        ) from None
