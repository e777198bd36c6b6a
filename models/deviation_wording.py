"""What a deviation from the published process is called, in Chinese and English."""

from models.base import Text, text
from models.errors import UnknownNameError
from models.plan.catalogue import department
from models.process import Process

KIND_NAMES: dict[str, Text] = {
    "unpublished": text("流程外环节", "step outside the published process"),
    "skipped": text("漏办环节", "step left out"),
    "not_due": text("不该办而办", "step performed though not due"),
    "wrong_order": text("次序不符", "wrong order"),
    "wrong_owner": text("责任部门不符", "wrong owner"),
    "repeated": text("无补正而重复", "repeated without a correction"),
    "nowhere": text("体外滞留", "in nobody's hands"),
}
"""Short names, for tables."""

_SENTENCES: dict[str, tuple[str, str]] = {
    "unpublished": (
        "“{step}”不在公布的流程中",
        "“{step}” is not in the published process",
    ),
    "skipped": ("“{step}”应办未办", "“{step}” was due and was not performed"),
    "not_due": (
        "“{step}”不具备条件而办理",
        "“{step}” was performed though its condition does not hold",
    ),
    "wrong_order": (
        "“{step}”在“{other}”办结之前开始办理",
        "“{step}” was begun before “{other}” was done",
    ),
    "wrong_owner": (
        "“{step}”由{other}办理，责任部门是{owner}",
        "“{step}” was performed by {other}; its owner is {owner}",
    ),
    "repeated": (
        "“{step}”没有补正（或超过允许的补正次数）而重复办理",
        "“{step}” was repeated without a correction, or beyond the corrections allowed",
    ),
    "nowhere": (
        "到“{step}”之前，办件不在任何部门手中",
        "before “{step}” nobody had the case in hand",
    ),
}


def sentence(kind: str, process: Process, step: str, other: str) -> Text:
    """One sentence about a deviation of this kind; ``other`` is a step or an owner."""
    own = next((s for s in process.steps if s.slug == step), None)
    names = {
        "step": step_name(process, step),
        "other": unit(other) if kind == "wrong_owner" else step_name(process, other),
        "owner": unit(own.owner) if own else text("无", "nobody"),
    }
    chinese, english = _SENTENCES[kind]
    return text(
        chinese.format(**{key: name.zh for key, name in names.items()}),
        english.format(**{key: name.en for key, name in names.items()}),
    )


def step_name(process: Process, slug: str) -> Text:
    """A step's name; as the log has it where the process does not know it."""
    own = next((s for s in process.steps if s.slug == slug), None)
    return own.name if own else text(slug or "-", slug or "-")


def unit(slug: str) -> Text:
    """A department's name; its slug where the plan does not know it."""
    try:
        return department(slug).name
    except UnknownNameError:
        return text(slug or "-", slug or "-")
