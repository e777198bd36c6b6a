"""Files that people hand in: read strictly, refused in one sentence."""

import json
from pathlib import Path

import pytest

from flows.catalogue import processes
from integrations.documents import parse, read, to_json, to_yaml, write_text
from models.base import Model
from models.errors import DocumentError
from models.process import Process
from models.source import Source, plan
from simulations.scenario_file import ScenarioFile


class Small(Model):
    number: float
    source: Source


@pytest.mark.parametrize("slug", ["company-opening", "land-list", "fire-venue", "finance-dispute"])
def test_processes_round_trip(slug: str) -> None:
    for process in (processes()[slug], processes()[slug].reformed()):
        assert parse(to_yaml(process), Process, "text") == process
        assert parse(to_json(process), Process, "text") == process


def test_yaml_leaves_out_defaults_but_never_the_kind() -> None:
    text = to_yaml(Small(number=1, source=plan(7)))
    assert text == "number: 1.0\nsource:\n  kind: plan\n  item: 7\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("number: 1\nnumber: 2", r"f line 2: the key 'number' appears twice"),
        ("number: &a 1\nsource: *a", r"f line 2: aliases \(\*name\) are not allowed here"),
        ("? [1]\n: 2", r"f line 1: keys must be plain words"),
        ("[1, 2]", r"f: expected keys and values"),
        ("number: [", r"f line 1: "),
        ("number: .nan\nsource: {kind: plan, item: 7}", r"f: number: .*finite"),
        ("number: 1\nsource: {kind: plan, item: 150}", r"f: source.item: .*149"),
        ("number: 1\nsource: {kind: plan}", r"f: source: a plan source names its item"),
        ("nummer: 1\nsource: {kind: plan, item: 7}", r"number: this key is missing"),
        ("nummer: 1\nnumber: 1\nsource: {kind: plan, item: 7}", r"nummer: there is no such key"),
        ("!!python/object/apply:os.system [ls]", r"f line 1: could not determine a constructor"),
        ("[" * 5_000, r"f: this is not YAML or JSON|f line 1"),
        ("", r"f: expected keys and values"),
    ],
)
def test_bad_texts_are_refused_in_one_sentence(text: str, complaint: str) -> None:
    with pytest.raises(DocumentError, match=complaint) as caught:
        parse(text, Small, "f")
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"nowhere.yaml: cannot be read"):
        read(tmp_path / "nowhere.yaml", Small)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    path.write_bytes(b"x" * 4_000_001)
    with pytest.raises(DocumentError, match="larger than"):
        read(path, Small)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "binary.yaml"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(DocumentError, match="cannot be read"):
        read(path, Small)


def test_json_is_read_like_yaml(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    source = {"kind": "data", "note": "count of 2023"}
    path.write_text(json.dumps({"source": source, "cases": 5}), encoding="utf-8")
    assert read(path, ScenarioFile).cases == 5


def test_writing_replaces_the_whole_file_or_nothing(tmp_path: Path) -> None:
    target = tmp_path / "folder" / "report.html"
    write_text(target, "one")
    write_text(target, "two")
    assert target.read_text(encoding="utf-8") == "two"
    assert list(target.parent.iterdir()) == [target]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(DocumentError, match="cannot be written"):
        write_text(tmp_path / "file" / "report.html", "x")
