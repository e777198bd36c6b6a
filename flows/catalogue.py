"""The catalogue: every process module below this package, found by listing the modules."""

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from models.errors import UnknownNameError
from models.process import Process
from models.said import said

HERE = Path(__file__).parent
SHARED = "shared"
COUNTY, LIVE = "county", "live"


@lru_cache(maxsize=1)
def processes() -> dict[str, Process]:
    """All processes by slug, family by family."""
    found = (
        import_module(f"flows.{family}.{name}").PROCESS
        for family in families()
        for name in _modules(family)
    )
    return {process.slug: process for process in found}


def families() -> tuple[str, ...]:
    """The families, that is the folders of process modules (not those of staff and live runs)."""
    folders = (module.name for module in iter_modules([str(HERE)]) if module.ispkg)
    return tuple(sorted(name for name in folders if name not in {COUNTY, LIVE}))


def process(slug: str) -> Process:
    """The process of that slug; UnknownNameError if there is none.

    Imports no other process when the module bears the slug's name, as it should.
    """
    name = slug.replace("-", "_")
    for family in families():
        for short in (name, name.removeprefix(f"{family}_")):
            if short in _modules(family):
                found: Process = import_module(f"flows.{family}.{short}").PROCESS
                if found.slug == slug:
                    return found
    raise UnknownNameError(said("流程", "process"), slug, processes())


@lru_cache(maxsize=32)
def _modules(family: str) -> tuple[str, ...]:
    modules = iter_modules([str(HERE / family)])
    return tuple(sorted(module.name for module in modules if module.name != SHARED))
