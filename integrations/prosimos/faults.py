"""Faults of a scenario, gathered as they are found so that all are told at once."""

from collections.abc import Callable
from typing import TypeVar

from pydantic import ValidationError

from integrations.advice import advice
from integrations.prosimos.document import Drawn
from integrations.prosimos.laws import law
from models.law import Law
from models.said import in_chinese, said

T = TypeVar("T")


def tried(faults: list[str], place: str, make: Callable[[], T]) -> T | None:
    """What ``make`` gives; None if it fails, and the reason at ``place`` is added to the faults."""
    try:
        return make()
    except ValidationError as error:
        reasons = [advice(dict(fault)) for fault in error.errors()]
        chinese = "；".join(reason.zh for reason in reasons)
        faults.append(said(f"{place}：{chinese}", f"{place}: {'; '.join(reasons)}"))
    except ValueError as error:
        reason = error.args[0]  # str(error) would lose its Chinese
        faults.append(said(f"{place}：{in_chinese(reason)}", f"{place}: {reason}"))
    return None


def law_at(faults: list[str], place: str, drawn: Drawn) -> Law | None:
    """The law of a distribution, as ``tried``."""
    return tried(faults, place, lambda: law(drawn))
