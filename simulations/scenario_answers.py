"""A filled-in form as a scenario file: what differs from the definition, each with its source."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import ValidationError

from models.base import Text
from models.distributions import Pert
from models.errors import DocumentError
from models.pool import OfficeHours
from models.process import Process
from models.said import Said, said
from models.source import Source
from models.step import Fee, Material, Visit
from models.step_time import Duration
from simulations.scenario import Scenario
from simulations.scenario_file import PoolChange, ScenarioFile, StepChange
from simulations.scenario_form import KINDS, NO, YES, Row, Value, answers, form

MOST_FAULTS = 12
LONGEST = 40
"""So many characters of a wrong answer are repeated to whoever reads of it."""


class FilledRow(Protocol):
    """A row as it was filled in."""

    @property
    def number(self) -> int:
        """Its number in the sheet."""

    @property
    def values(self) -> Mapping[str, Value]:
        """Its values by column."""


class FilledSheet(Protocol):
    """A sheet as it was filled in."""

    @property
    def rows(self) -> Iterable[Any]:
        """Its rows."""

    def cell(self, row: Any, key: str) -> str:
        """Where a value stands."""


@dataclass
class _Reader:
    """Collects what is wrong, by cell, so that all of it is told at once."""

    sheet: FilledSheet
    faults: list[tuple[str, Said]]

    def wrong(self, row: FilledRow, key: str, why: Said) -> None:
        self.faults.append((self.sheet.cell(row, key), why))

    def number(self, row: FilledRow, key: str) -> float | None:
        """The number in a cell; None if there is none."""
        value = row.values.get(key)
        if value is None or isinstance(value, float):
            return value
        if value.startswith("="):
            self.wrong(row, key, said("请填数值，不要填公式", "give a value, not a formula"))
        else:
            shown = value[:LONGEST]
            self.wrong(row, key, said(f"“{shown}”不是数", f"{shown!r} is no number"))
        return None

    def words(self, row: FilledRow, key: str) -> str:
        """The words in a cell."""
        value = row.values.get(key)
        return "" if value is None else f"{value:g}" if isinstance(value, float) else value

    def source(self, row: FilledRow) -> Source | None:
        """The source of a changed row."""
        kind, note = self.words(row, "source"), self.words(row, "note")
        if kind not in KINDS:
            names = "、".join(KINDS), ", ".join(KINDS)
            self.wrong(
                row,
                "source",
                said(
                    f"改动须注明依据类别（{names[0]}）",
                    f"a change needs its kind of source ({names[1]})",
                ),
            )
        elif not note:
            self.wrong(
                row, "note", said("改动须说明依据", "a change needs a note on what it rests on")
            )
        else:
            return Source.model_validate({"kind": kind, "note": note})
        return None

    def made(
        self, row: FilledRow, key: str, make: Callable[..., Any], *given: Any, **named: Any
    ) -> Any:
        """What ``make`` gives; a refusal is noted at the cell."""
        try:
            return make(*given, **named)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            cause = first.get("ctx", {}).get("error")
            sentence = cause.args[0] if isinstance(cause, Exception) and cause.args else None
            told = (
                sentence
                if isinstance(sentence, Said)
                else said(f"不合要求（{first['msg']}）", first["msg"])
            )
            self.wrong(row, key, told)
        return None


def changes(
    filled: Mapping[str, FilledSheet], scenario: Scenario, source: Source, where: str
) -> ScenarioFile:
    """The changes that a filled-in form makes to the scenario it was written for.

    DocumentError naming every cell that is wrong, by sheet and cell.
    """
    now = {language: answers(scenario, language) for language in ("zh", "en")}
    faults: list[tuple[str, Said]] = []
    process = scenario.loads[0].process
    steps: dict[str, dict[str, Any]] = {}
    found: dict[str, Any] = {"staff": {}}
    for key, sheet in filled.items():
        reader = _Reader(sheet, faults)
        known = [now[language].get(key, []) for language in ("zh", "en")]
        match key:
            case "steps":
                _times(reader, process, known, steps)
            case "staff":
                _staff(reader, known, found["staff"])
            case "arrivals":
                _arrivals(reader, known, found)
            case "materials":
                _materials(reader, process, steps)
            case "visits":
                _visits(reader, process, known, steps)
    if faults:
        raise DocumentError(_told(where, faults))
    made = {slug: StepChange(**values) for slug, values in steps.items()}
    return ScenarioFile(source=source, process=process.slug, steps=made, **found)


def _told(where: str, faults: list[tuple[str, Said]]) -> Said:
    by_cell = list({cell: (cell, why) for cell, why in reversed(faults)}.values())[::-1]
    shown = by_cell[:MOST_FAULTS]
    rest = len(by_cell) - len(shown)
    zh = "；".join(f"{cell}：{why.zh}" for cell, why in shown) + (f"；另有{rest}处" if rest else "")
    en = "; ".join(f"{cell}: {why}" for cell, why in shown) + (f"; {rest} more" if rest else "")
    return said(f"{where}：{zh}", f"{where}: {en}")


def _changed(row: FilledRow, known: list[list[Row]], own: str, keys: tuple[str, ...]) -> bool:
    """Whether the row differs from what the form held; in either language."""
    for rows in known:
        for entry in rows:
            if entry[own] == row.values.get(own):
                return any(entry.get(key) != row.values.get(key) for key in keys)
    return True


def _named(reader: _Reader, row: FilledRow, key: str, names: Iterable[str]) -> str | None:
    """The name in a cell if there is such a one."""
    name = reader.words(row, key)
    if name in names:
        return name
    shown = name[:LONGEST]
    reader.wrong(row, key, said(f"没有“{shown}”", f"there is no {shown!r}"))
    return None


def _times(
    reader: _Reader, process: Process, known: list[list[Row]], steps: dict[str, dict[str, Any]]
) -> None:
    for row in reader.sheet.rows:
        slug = _named(reader, row, "step", process.after)
        if slug is None:
            continue
        step = process.step(slug)
        owner = reader.words(row, "owner")
        if owner and owner != step.owner:
            steps.setdefault(slug, {})["owner"] = owner
            if step.time.kind == "work" and step.time.pool is None:
                steps[slug]["time"] = step.time.changed(pool=step.pool)
        if not _changed(row, known, "step", ("unit", "low", "mode", "high")):
            continue
        numbers = [reader.number(row, key) for key in ("low", "mode", "high")]
        given = [number for number in numbers if number is not None]
        if len(given) < len(numbers):
            if given or reader.words(row, "unit") != step.time.duration.unit:
                reader.wrong(
                    row,
                    "low",
                    said("最少、最可能、最多须都填", "fill in least, most likely and most"),
                )
            continue
        source = reader.source(row)
        if source is not None:
            time = reader.made(
                row, "low", _time, process, slug, given, reader.words(row, "unit"), source
            )
            if time is not None:
                pool = steps.get(slug, {}).get("time")
                steps.setdefault(slug, {})["time"] = time.changed(pool=pool.pool) if pool else time


def _time(process: Process, slug: str, given: list[float], unit: str, source: Source) -> Any:
    low, mode, high = given
    spread = Pert(low=low, mode=mode, high=high)
    duration = Duration.model_validate({"distribution": spread, "unit": unit, "source": source})
    return process.step(slug).time.changed(duration=duration)


def _staff(reader: _Reader, known: list[list[Row]], found: dict[str, Any]) -> None:
    pools = [str(row["pool"]) for row in known[0]]
    for row in reader.sheet.rows:
        slug = _named(reader, row, "pool", pools)
        if slug is None or not _changed(row, known, "pool", ("people", "hours")):
            continue
        people = reader.number(row, "people")
        hours = reader.words(row, "hours").replace("，", ",").replace(" ", "")
        source = reader.source(row)
        if people is None or people != int(people) or people < 1:
            reader.wrong(
                row, "people", said("人数须为不小于1的整数", "people: a whole number from 1")
            )
            continue
        values: dict[str, Any] = {"people": int(people), "source": source}
        if _changed(row, known, "pool", ("hours",)):
            spans = tuple(hours.split(","))
            values["hours"] = reader.made(row, "hours", OfficeHours, spans=spans)
        made = reader.made(row, "people", PoolChange, **values)
        if made is not None:
            found[slug] = made


def _arrivals(reader: _Reader, known: list[list[Row]], found: dict[str, Any]) -> None:
    for row in reader.sheet.rows:
        slug = _named(reader, row, "process", [str(entry["process"]) for entry in known[0]])
        if slug is None or not _changed(row, known, "process", ("per_day",)):
            continue
        rate = reader.number(row, "per_day")
        source = reader.source(row)
        if rate is None:
            reader.wrong(row, "per_day", said("请填每工作日件数", "give the cases a working day"))
        elif rate <= 0:
            reader.wrong(row, "per_day", said("须大于0", "must be above 0"))
        elif source is not None:
            found["arrivals"] = {slug: rate}
            found["arrivals_source"] = source


def _paper(slug: str, zh: str, en: str, source: Source) -> Material:
    return Material(slug=slug, name=Text(zh=zh, en=en), source=source)


def _materials(reader: _Reader, process: Process, steps: dict[str, dict[str, Any]]) -> None:
    """The papers of a step are replaced as a whole if any of them changed."""
    papers: dict[str, list[Material]] = {}
    before = {step.slug: {paper.slug: paper for paper in step.materials} for step in process.steps}
    for row in reader.sheet.rows:
        slug = _named(reader, row, "step", process.after)
        if slug is None:
            continue
        own = reader.words(row, "material")
        old = before[slug].get(own)
        names = reader.words(row, "zh"), reader.words(row, "en")
        if old is not None and names == (old.name.zh, old.name.en):
            papers.setdefault(slug, []).append(old)
            continue
        source = reader.source(row)
        if source is not None:
            zh, en = names
            made = reader.made(row, "zh", _paper, own, zh, en or zh, source)
            if made is not None:
                papers.setdefault(slug, []).append(made)
    for slug, old_papers in before.items():
        if papers.get(slug, []) != list(old_papers.values()):
            steps.setdefault(slug, {})["materials"] = tuple(papers.get(slug, []))


def _visits(
    reader: _Reader, process: Process, known: list[list[Row]], steps: dict[str, dict[str, Any]]
) -> None:
    for row in reader.sheet.rows:
        slug = _named(reader, row, "step", process.after)
        if slug is None:
            continue
        comes = reader.words(row, "in_person")
        if comes not in {YES, NO}:
            reader.wrong(row, "in_person", said("请填 yes 或 no", "write yes or no"))
        if not _changed(row, known, "step", ("in_person", "fee")):
            continue
        source = reader.source(row)
        if source is None:
            continue
        step, change = process.step(slug), steps.setdefault(slug, {})
        if comes == NO:
            change["visit"] = None
        elif step.visit is None:
            change["visit"] = Visit(source=source)
        fee = reader.number(row, "fee")
        if fee is not None:
            name = form("visits").questions[3].head
            made = reader.made(row, "fee", Fee, name=name, yuan=fee, source=source)
            change["fees"] = (made,) if made is not None else ()
        elif step.fees:
            change["fees"] = ()
