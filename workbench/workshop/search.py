"""Finding a process in the catalogue: by name, family, plan item or department."""

from collections.abc import Iterable
from functools import lru_cache

from flows.catalogue import processes
from models.base import Slug, whole_number
from models.errors import UnknownNameError
from models.plan.catalogue import department
from models.process import Process


def search(words: str = "", family: str = "", unit: str = "") -> list[Process]:
    """Processes of that family and department in which every word occurs somewhere.

    A word that is a number, alone or as 第7项, finds the processes of that plan item.
    """
    wanted = [word.casefold() for word in words.split()]
    return [
        process
        for process in processes().values()
        if (not family or process.family == family)
        and (not unit or unit in units(process))
        and all(_occurs(word, process) for word in wanted)
    ]


def units(process: Process) -> set[Slug]:
    """Everybody who owns a step before or after the reforms, and the lead."""
    return {process.lead, *process.owners, *_reformed_owners(process.slug)}


def departments() -> list[Slug]:
    """Everybody who owns a step in the catalogue."""
    return sorted({unit for process in processes().values() for unit in units(process)})


def _occurs(word: str, process: Process) -> bool:
    number = whole_number(word.removeprefix("第").removesuffix("项"))
    if number is not None:
        return number in process.items
    return any(word in text for text in _texts(process.slug))


@lru_cache(maxsize=256)
def _reformed_owners(slug: Slug) -> tuple[Slug, ...]:
    return processes()[slug].reformed().owners


@lru_cache(maxsize=256)
def _texts(slug: Slug) -> tuple[str, ...]:
    process = processes()[slug]
    found = [process.slug, process.family, process.name.zh, process.name.en]
    found += [name for unit in units(process) for name in _unit_names(unit)]
    return tuple(text.casefold() for text in found)


def _unit_names(slug: Slug) -> Iterable[str]:
    try:
        unit = department(slug)
    except UnknownNameError:
        return [slug]
    return [slug, unit.name.zh, unit.name.en, *unit.aliases]
