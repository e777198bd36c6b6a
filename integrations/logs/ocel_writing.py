"""OCEL 2.0 JSON: cases, departments, people and papers as objects, one event a visit.

An event is the completion of a visit (OCEL knows no intervals); the other moments are its
attributes. Papers are those that the definitions name: what a step asks for and what it issues.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import numpy as np
import numpy.typing as npt
import polars as pl

from integrations.logs.spelling import (
    CHUNK,
    case_names,
    chunks,
    owner_names,
    process_names,
    spelled,
    step_names,
)
from models.base import Language
from models.event import MOMENTS, OUTCOMES, EventLog
from models.process import Process

Rows = npt.NDArray[np.int64]

_NAME = [{"name": "name", "type": "string"}]
OBJECT_TYPES = [
    {"name": "case", "attributes": [{"name": "process", "type": "string"}, *_NAME]},
    {"name": "department", "attributes": _NAME},
    {"name": "resource", "attributes": []},
    {"name": "document", "attributes": _NAME},
]
EVENT_ATTRIBUTES = [
    *({"name": name, "type": "time"} for name in MOMENTS if name != "completed"),
    {"name": "visit", "type": "integer"},
    {"name": "outcome", "type": "string"},
]
ALWAYS = "1970-01-01T00:00:00Z"
"""When attributes that never change were set, as OCEL writes it."""


def write_ocel(log: EventLog, path: Path, processes: Sequence[Process], language: Language) -> None:
    """Write the log; OSError if the file cannot be written."""
    names = step_names(log, processes, language)
    papers = _papers(log, processes, language)
    types = [{"name": name, "attributes": EVENT_ATTRIBUTES} for name in dict.fromkeys(names)]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"objectTypes":' + _json(OBJECT_TYPES) + ',\n"eventTypes":' + _json(types))
        file.write(',\n"objects":[\n')
        _write(file, _objects(log, processes, papers, language))
        file.write('],\n"events":[\n')
        _write(file, _events(log, names, papers))
        file.write("]}\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(file: IO[str], parts: Iterator[pl.Series]) -> None:
    first = True
    for part in parts:
        if len(part):
            file.write(("" if first else ",\n") + part.str.join(",\n")[0])
            first = False
    file.write("\n")


Papers = list[list[tuple[str, str, str]]]
"""For each entry of ``log.steps`` its papers: key within the case, name, qualifier."""


def _papers(log: EventLog, processes: Sequence[Process], language: Language) -> Papers:
    steps = {(p.slug, step.slug): step for p in processes for step in p.steps}
    result: Papers = []
    for entry in log.steps:
        step = steps.get((entry.process, entry.step))
        asked = [(m.slug, m.name[language], "submitted") for m in step.materials] if step else []
        given = (
            [
                (f"{step.slug}/{n + 1}", name[language], "issued")
                for n, name in enumerate(step.produces)
            ]
            if step
            else []
        )
        result.append([*asked, *given])
    return result


def _object(kind: str, key: str, **attributes: str) -> str:
    values = [{"name": k, "value": v, "time": ALWAYS} for k, v in attributes.items()]
    return _json({"id": f"{kind}:{key}", "type": kind, "attributes": values, "relationships": []})


def _objects(
    log: EventLog, processes: Sequence[Process], papers: Papers, language: Language
) -> Iterator[pl.Series]:
    owners = dict(zip((e.owner for e in log.steps), owner_names(log, language), strict=True))
    yield pl.Series(
        [_object("department", slug, name=name) for slug, name in owners.items()], dtype=pl.String
    )
    yield pl.Series([_object("resource", name) for name in log.resources], dtype=pl.String)
    cases = case_names(log)
    titles = process_names(processes, language)
    _, first = np.unique(log.case, return_index=True)
    for start in range(0, len(first), CHUNK):
        rows = first[start : start + CHUNK]
        kinds = [log.steps[n].process for n in log.step[rows]]
        yield pl.Series(
            [
                _object("case", name, process=kind, name=titles.get(kind, kind))
                for name, kind in zip(cases.gather(rows), kinds, strict=True)
            ]
        )
    for key, (name, rows) in _rows_of_papers(log, papers).items():
        tail = _json({"name": "name", "value": name, "time": ALWAYS})
        ids = _quoted(cases.gather(rows), f"/{key}")
        yield pl.select(
            pl.concat_str(
                pl.lit('{"id":"document:'), ids,
                pl.lit('","type":"document","attributes":[' + tail),
                pl.lit('],"relationships":[]}'),
            )
        ).to_series()  # fmt: skip


def _rows_of_papers(log: EventLog, papers: Papers) -> dict[str, tuple[str, Rows]]:
    """For each paper its name, and one visit of each case that has it."""
    found: dict[str, tuple[str, list[Rows]]] = {}
    for number, own in enumerate(papers):
        for key, name, _ in own:
            found.setdefault(key, (name, []))[1].append(log.rows_of_step[number])
    result: dict[str, tuple[str, Rows]] = {}
    for key, (name, parts) in found.items():
        rows = np.concatenate(parts)
        _, first = np.unique(log.case[rows], return_index=True)
        result[key] = (name, rows[first].astype(np.int64))
    return result


def _quoted(names: pl.Series, tail: str) -> pl.Series:
    """Names with a tail, fit to stand between quotes in JSON."""
    plain = not names.str.contains(r'["\\\x00-\x1f]').any()
    spelled_names = names if plain else pl.Series([_json(name)[1:-1] for name in names])
    return (spelled_names + _json(tail)[1:-1]).alias("id")


def _events(log: EventLog, names: list[str], papers: Papers) -> Iterator[pl.Series]:
    cases = case_names(log)
    moments = {name: log.local_times(name) for name in MOMENTS}
    heads = pl.Series([f'","type":{_json(name)},"time":"' for name in names], dtype=pl.String)
    people = [f',{{"objectId":{_json(f"resource:{n}")},"qualifier":"by"}}' for n in log.resources]
    resources = pl.Series([*people, ""], dtype=pl.String)
    owners = pl.Series(
        [
            f',{{"objectId":{_json(f"department:{e.owner}")},"qualifier":"owner"}}'
            for e in log.steps
        ],
        dtype=pl.String,
    )
    parts = _paper_parts(papers)
    for rows in chunks(log):
        server = np.where(log.server[rows] < 0, len(log.resources), log.server[rows])
        case = _quoted(cases.gather(rows), "")
        yield pl.select(
            pl.concat_str(
                pl.lit('{"id":"event:'), pl.Series(rows).cast(pl.String),
                heads.gather(log.step[rows]), spelled(rows, moments["completed"]),
                pl.lit('","attributes":['),
                *(_attribute(n, spelled(rows, moments[n])) for n in MOMENTS if n != "completed"),
                pl.lit('{"name":"visit","value":'), pl.Series(log.visit[rows]).cast(pl.String),
                pl.lit('},{"name":"outcome","value":"'),
                pl.Series(OUTCOMES).gather(log.outcome[rows]),
                pl.lit('"}],"relationships":[{"objectId":"case:'), case,
                pl.lit('","qualifier":"of"}'), owners.gather(log.step[rows]),
                resources.gather(server), _documents(log.step[rows], case, parts), pl.lit("]}"),
            )
        ).to_series()  # fmt: skip


def _attribute(name: str, times: pl.Series) -> pl.Expr:
    return pl.concat_str(pl.lit(f'{{"name":"{name}","value":"'), times, pl.lit('"},'))


def _paper_parts(papers: Papers) -> list[list[pl.Series]]:
    """By place among a step's papers, for each step what stands before and behind the case."""
    width = max((len(own) for own in papers), default=0)
    parts: list[list[pl.Series]] = []
    for place in range(width):
        own = [entry[place] if place < len(entry) else None for entry in papers]
        before = ["" if e is None else ',{"objectId":"document:' for e in own]
        behind = ["" if e is None else f'/{_json(e[0])[1:-1]}","qualifier":"{e[2]}"}}' for e in own]
        parts.append([pl.Series(before, dtype=pl.String), pl.Series(behind, dtype=pl.String)])
    return parts


def _documents(step: Rows, case: pl.Series, parts: list[list[pl.Series]]) -> pl.Expr:
    """The papers of each visit as relationships."""
    texts: list[pl.Expr] = [pl.lit("")]
    for before, behind in parts:
        head, tail = before.gather(step), behind.gather(step)
        own = pl.select(pl.when(head != "").then(case).otherwise(pl.lit(""))).to_series()
        texts += [pl.lit(head), pl.lit(own), pl.lit(tail)]
    return pl.concat_str(texts)
