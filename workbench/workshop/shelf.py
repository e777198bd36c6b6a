"""Where named scenarios are kept between workshops: files in a folder, one a scenario."""

import hashlib
from pathlib import Path
from typing import Annotated, Protocol

from pydantic import Field

from integrations.documents import read, to_yaml, write_text
from models.base import Model
from models.errors import UnknownNameError
from models.process import Process
from models.said import said
from simulations.scenario_file import ScenarioFile
from workbench.workshop.design import Design

MOST_NAMES = 200


class Kept(Model):
    """A scenario with the process that it changes, whole, and who kept it."""

    name: Annotated[str, Field(min_length=1, max_length=80)]
    author: str = ""
    process: Process
    file: ScenarioFile

    @property
    def design(self) -> Design:
        """The design."""
        return Design(self.process, self.file)


class Shelf(Protocol):
    """Keeps designs by name."""

    def names(self) -> list[str]:
        """All names, sorted."""

    def keep(self, name: str, design: Design, author: str) -> None:
        """Keep a design, in place of the one of that name."""

    def fetch(self, name: str) -> Design:
        """The design of that name; UnknownNameError if there is none."""


class FolderShelf:
    """Keeps designs in YAML files; the file names say nothing of the scenarios' names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: dict[str, Path] = {}
        for path in sorted(folder.glob("*.yaml"))[:MOST_NAMES]:
            self.known[read(path, Kept).name] = path

    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted(self.known)

    def keep(self, name: str, design: Design, author: str) -> None:
        """Write the design to its file."""
        kept = Kept(name=name, author=author, process=design.base, file=design.file)
        digest = hashlib.sha256(name.encode()).hexdigest()[:24]
        path = self.folder / f"{digest}.yaml"
        write_text(path, to_yaml(kept))
        self.known[name] = path

    def fetch(self, name: str) -> Design:
        """Read the design from its file."""
        if name not in self.known:
            raise UnknownNameError(said("方案", "scenario"), name, self.known)
        return read(self.known[name], Kept).design.checked()
