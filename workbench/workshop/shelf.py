"""Where named scenarios are kept between workshops: the store's scenarios."""

from time import monotonic

from integrations.documents import parse, to_yaml
from integrations.store.store import Store
from models.base import Model
from models.process import Process
from simulations.scenario_file import ScenarioFile
from workbench.workshop.design import Design

FRESH = 10.0
"""Seconds for which the list of names is taken to be true."""


class Kept(Model):
    """A scenario with the whole process that it changes."""

    process: Process
    file: ScenarioFile


class Shelf:
    """Keeps designs by name; every save is a new version in the store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.known: list[str] = []
        self.looked: float | None = None

    def names(self) -> list[str]:
        """All names, sorted; a little old at most."""
        if self.looked is None or monotonic() - self.looked > FRESH:
            self.known = [scenario.name for scenario in self.store.scenarios()]
            self.looked = monotonic()
        return self.known

    def keep(self, name: str, design: Design, author: str) -> None:
        """Keep a design, as a new version if there is one of that name."""
        kept = Kept(process=design.base, file=design.with_file(name=name).file)
        self.store.save_scenario(name, to_yaml(kept), author)
        self.looked = None

    def fetch(self, name: str) -> Design:
        """The newest design of that name; UnknownNameError if there is none."""
        kept = parse(self.store.scenario(name).content, Kept, name)
        return Design(kept.process, kept.file).checked()
