"""Our log of a net against figures of Prosimos's own, recorded once.

The figures in ``permit/peer_figures.json`` are mean, variance and number of 20 runs of Prosimos
2.1.0 with 1,000 cases each, made by ``python -m benchmarks.likeness FOLDER --runs 20 --record
FOLDER/peer_figures.json``. The net has a loop with a timer, an inclusive and a parallel block,
people at several desks, and durations that depend on who works. ``grant``, recorded likewise, has
attributes of all kinds that decide the way: formulas with draws, decision trees, transition tables,
a count, a season that every case draws anew for all. In ``permit_batches``, recorded likewise, a
task of the permit is done four at a time, another by twos or fours one after the other.
"""

import json
from math import sqrt
from pathlib import Path

import pytest

from benchmarks.likeness import Moments, moments, ours, statistics, welch

FOLDER = Path(__file__).with_name("permit")
GRANT = Path(__file__).with_name("grant")
BATCHES = Path(__file__).with_name("permit_batches")


def figures(folder: Path) -> Moments:
    """The peer's figures of a folder."""
    text = (folder / "peer_figures.json").read_text(encoding="utf-8")
    return {name: (a, b, c) for name, (a, b, c) in json.loads(text).items()}


@pytest.fixture(scope="module")
def recorded() -> Moments:
    """The peer's figures of the permit."""
    return figures(FOLDER)


def test_no_statistic_tells_our_log_from_the_peers(recorded: Moments) -> None:
    scores = welch(moments([statistics(ours(FOLDER, 1_000, n)) for n in range(20)]), recorded)
    assert len(scores) == 48
    assert max(map(abs, scores.values())) < 4
    assert sqrt(sum(z * z for z in scores.values()) / len(scores)) < 1.4


def test_the_comparison_sees_a_person_too_many(recorded: Moments, tmp_path: Path) -> None:
    text = (FOLDER / "scenario.json").read_text(encoding="utf-8")
    data = json.loads(text)
    data["resource_profiles"][2]["resource_list"][0]["amount"] = 3
    (tmp_path / "scenario.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "model.bpmn").write_bytes((FOLDER / "model.bpmn").read_bytes())
    scores = welch(moments([statistics(ours(tmp_path, 1_000, n)) for n in range(10)]), recorded)
    assert max(map(abs, scores.values())) > 20


@pytest.mark.parametrize(("folder", "count"), [(GRANT, 58), (BATCHES, 48)])
def test_nor_does_any_with_attributes_that_decide_or_batches(folder: Path, count: int) -> None:
    logs = [statistics(ours(folder, 1_000, n)) for n in range(20)]
    scores = welch(moments(logs), figures(folder))
    assert len(scores) == count
    assert max(map(abs, scores.values())) < 4
    assert sqrt(sum(z * z for z in scores.values()) / len(scores)) < 1.4


def test_the_comparison_sees_batches_of_three(tmp_path: Path) -> None:
    data = json.loads((BATCHES / "scenario.json").read_text(encoding="utf-8"))
    data["batch_processing"][0]["firing_rules"][0][0]["value"] = 3
    (tmp_path / "scenario.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "model.bpmn").write_bytes((BATCHES / "model.bpmn").read_bytes())
    logs = [statistics(ours(tmp_path, 1_000, n)) for n in range(10)]
    assert max(map(abs, welch(moments(logs), figures(BATCHES)).values())) > 5


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("76 - risk / 4", "72 - risk / 4"),
        ("amount > 80000", "amount > 90000"),
        ("tries + 1", "tries + 2"),
    ],
)
def test_the_comparison_sees_other_formulas(text: str, other: str, tmp_path: Path) -> None:
    data = (GRANT / "scenario.json").read_text(encoding="utf-8")
    assert text in data
    (tmp_path / "scenario.json").write_text(data.replace(text, other), encoding="utf-8")
    (tmp_path / "model.bpmn").write_bytes((GRANT / "model.bpmn").read_bytes())
    scores = welch(
        moments([statistics(ours(tmp_path, 1_000, n)) for n in range(10)]), figures(GRANT)
    )
    assert max(map(abs, scores.values())) > 5
