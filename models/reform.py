"""A reform: what one plan item changes in one process."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from models.base import Model, Text
from models.edits import Edit
from models.errors import DefinitionError, UnknownNameError
from models.said import said


class Reform(Model):
    """The edits by which a plan item turns the as-is towards the to-be.

    Reforms of one process apply in any order, save that ``requires`` names items whose reforms
    must be applied first. ``text`` says in one line what changes here.
    """

    item: Annotated[int, Field(ge=1, le=149)]
    text: Text
    edits: Annotated[tuple[Edit, ...], Field(min_length=1)]
    requires: tuple[int, ...] = ()


def in_order(
    slug: str, reforms: tuple[Reform, ...], items: Iterable[int] | None
) -> tuple[Reform, ...]:
    """The chosen reforms, prerequisites first, otherwise in the order of definition.

    ``items`` None chooses all. Raises UnknownNameError or DefinitionError (missing or circular
    prerequisites), naming process ``slug``.
    """
    known = {reform.item: reform for reform in reforms}
    chosen = set(known if items is None else items)
    for item in sorted(chosen - set(known)):
        raise UnknownNameError(
            said(f"流程 {slug} 的改革项", f"reform in process {slug}"), str(item), map(str, known)
        )
    missing = {n for item in chosen for n in known[item].requires} - chosen
    if missing:
        needed = ", ".join(map(str, sorted(missing)))
        raise DefinitionError(
            said(f"流程 {slug}", f"process {slug}"),
            [
                said(
                    f"所选改革要求同时实施第{needed}项",
                    f"the chosen reforms require item {needed} too",
                )
            ],
        )
    done: list[Reform] = []
    waiting = [reform for reform in reforms if reform.item in chosen]
    while waiting:
        placed = {reform.item for reform in done}
        ready = [reform for reform in waiting if placed >= set(reform.requires)]
        if not ready:
            raise DefinitionError(
                said(f"流程 {slug}", f"process {slug}"),
                [said("改革互相要求对方先实施", "reforms require each other in a circle")],
            )
        done.append(ready[0])
        waiting.remove(ready[0])
    return tuple(done)
