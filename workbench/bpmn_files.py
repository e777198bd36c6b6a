"""BPMN files given where a process is meant."""

import sys
from functools import lru_cache
from pathlib import Path

from integrations.bpmn.read import Imported, read_bpmn
from models.errors import DocumentError
from models.process import Process
from models.said import in_chinese, said

SUFFIX = ".bpmn"


def is_bpmn(name: str | None) -> bool:
    """Whether the name is that of a BPMN file."""
    return name is not None and Path(name).suffix.lower() == SUFFIX


def process_of(path: Path) -> Process:
    """The process in a BPMN file; what of the file was not kept is said on standard error.

    Raises DocumentError for a diagram that no process of steps says exactly.
    """
    model = model_of(path)
    notes = model.notes if model.process else model.notes[:-1]  # the last is why there is none
    for note in notes:
        sys.stderr.write(f"{path.name}: {in_chinese(note)} / {note}\n")
    if model.process is None:
        raise DocumentError(
            said(
                f"{path}：{in_chinese(model.notes[-1])}；这样的图只能用 onething simulate 仿真",
                f"{path}: {model.notes[-1]}; such a diagram can be simulated only "
                "(onething simulate)",
            )
        )
    return model.process


def general_diagram(name: str) -> Imported | None:
    """The model of a BPMN file that only a token net can say; None for all else."""
    if not is_bpmn(name):
        return None
    model = model_of(Path(name))
    return model if model.process is None else None


@lru_cache(maxsize=1)
def model_of(path: Path) -> Imported:
    """What a BPMN file says, read once."""
    return read_bpmn(path)
