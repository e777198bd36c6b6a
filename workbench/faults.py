"""Faults of running departments, from the command line."""

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from rich.console import Console

from integrations.advice import advice
from integrations.departments.credentials import KeyFile
from integrations.departments.faults import Fault, StandingFault
from integrations.departments.operator import OperatorClient
from models.base import Language, Text, text
from models.errors import DocumentError
from models.said import said

T = TypeVar("T")
NONE = text("没有故障", "No faults")


@dataclass(frozen=True)
class Operator:
    """Where the departments are, the file of keys, and the language of what is printed."""

    departments: str
    secrets: Path
    language: Language

    def call(self, act: Callable[[OperatorClient], Coroutine[Any, Any, T]]) -> T:
        """What the departments answer. Raises OneThingError if they refuse or are away."""

        async def calling() -> T:
            async with OperatorClient(self.departments, KeyFile(self.secrets)) as client:
                return await act(client)

        return asyncio.run(calling())


def list_faults(operator: Operator, *, as_json: bool) -> None:
    """Print the faults in force."""
    _print(operator, operator.call(lambda client: client.faults()), as_json=as_json)


def add_fault(operator: Operator, values: Mapping[str, object]) -> None:
    """Put a fault in force; DocumentError if it is not a fault."""
    try:
        fault = Fault.model_validate(values)
    except ValidationError as error:
        wrong = dict(error.errors()[0])
        option = ".".join(map(str, error.errors()[0]["loc"])) or "fault"
        known = advice(wrong)
        raise DocumentError(said(f"{option}：{known.zh}", f"{option}: {known}")) from None
    _print(operator, [operator.call(lambda client: client.add(fault))])


def end_faults(operator: Operator, number: int | None, *, every: bool) -> None:
    """Take one fault out of force, or all."""
    if every == (number is not None):
        raise DocumentError(
            said("请给出故障编号，或 --all", "name the fault by its number, or give --all")
        )

    async def end(client: OperatorClient) -> list[StandingFault]:
        numbers = [f.id for f in await client.faults()] if number is None else [number]
        return [await client.end(each) for each in numbers]

    _print(operator, operator.call(end))


def _print(operator: Operator, faults: Iterable[StandingFault], *, as_json: bool = False) -> None:
    found = list(faults)
    if as_json:
        rows = [standing.model_dump(mode="json") for standing in found]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    console = Console()
    for standing in found:
        console.print(_line(standing)[operator.language], highlight=False, soft_wrap=True)
    if not found:
        console.print(NONE[operator.language])


def _line(standing: StandingFault) -> Text:
    given = standing.fault.model_dump(mode="json", exclude_defaults=True)
    said_of_it = " ".join([str(given.pop("kind")), *(f"{n}={v}" for n, v in given.items())])
    return text(
        f"{standing.id}: {said_of_it}，已发生{standing.hits}次",
        f"{standing.id}: {said_of_it}, struck {standing.hits} times",
    )
