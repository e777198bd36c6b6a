"""Where named scenarios are kept between workshops: the store's scenarios.

The store and its parsing are slow beside a page; whoever serves pages waits for them elsewhere
(``asyncio.to_thread``) and shows ``names``, which is at hand.
"""

from dataclasses import dataclass, field

from integrations.documents import parse, to_yaml
from integrations.store.store import Store
from models.base import Model
from models.process import Process
from simulations.scenario_file import ScenarioFile
from workbench.workshop.design import Design


class Kept(Model):
    """A scenario with the whole process that it changes."""

    process: Process
    file: ScenarioFile


@dataclass(eq=False)
class Shelf:
    """Keeps designs by name; every save is a new version in the store."""

    store: Store
    names: tuple[str, ...] = field(default=())
    """All names, sorted, as of the last look."""

    def look(self) -> None:
        """See which names there are now; StoreError if the store cannot be reached."""
        self.names = tuple(sorted(scenario.name for scenario in self.store.scenarios()))

    def keep(self, name: str, design: Design, author: str) -> None:
        """Keep a design, as a new version if there is one of that name."""
        kept = Kept(process=design.base, file=design.with_file(name=name).file)
        self.store.save_scenario(name, to_yaml(kept), author)
        self.look()

    def fetch(self, name: str) -> Design:
        """The newest design of that name; UnknownNameError if there is none."""
        kept = parse(self.store.scenario(name).content, Kept, name)
        return Design.opened(kept.process, kept.file).checked()
