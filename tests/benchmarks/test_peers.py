"""The small ends of the benchmarks: both sides simulate the same thing. No speed is asserted."""

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress

from benchmarks import bare, ciw_side, simpy_opening, simpy_side
from benchmarks.contests import NETS
from benchmarks.measure import Comparison, Contest, Elapsed, Run, Runner, Spread, compete, turn
from benchmarks.networks import opening, stations, waiting_mean
from benchmarks.ours import Ours, OursWritten
from benchmarks.peers import Results, as_data, measured, parsed, show
from benchmarks.sizes import Job, Size
from benchmarks.sizes import measured as measured_size
from benchmarks.table import Figure, differences, number

CUSTOMERS = 10_000
NEAR = 0.25
"""Four standard errors of the mean wait of so many customers would be 0.45; seeds are fixed."""


def fixed(visits: int, seconds: float, kernel: float = 1.0) -> Runner:
    """A side that always does the same."""
    return lambda _number: Run(1, visits, Elapsed(seconds, seconds), 1.0, kernel)


def compared(target: float | None = None, differs: str = "") -> Comparison:
    ours, theirs = fixed(1_000, 1.0, kernel=0.5), fixed(10, 1.0)
    contest = Contest("net", "peer", ours, theirs, target, differs)
    return compete(contest, 3, lambda _done: None)


def printed(results: Results) -> str:
    sink = StringIO()
    show(Console(file=sink, width=160), results)
    return sink.getvalue()


@pytest.mark.parametrize(
    "side",
    [
        Ours(stations(1, 1, CUSTOMERS)),
        simpy_side.Stations(1, 1, CUSTOMERS),
        ciw_side.Stations(1, 1, CUSTOMERS),
        bare.Queue(CUSTOMERS),
    ],
    ids=["ours", "simpy", "ciw", "bare"],
)
def test_every_side_waits_as_long_as_an_mm1_queue_does(side: Runner) -> None:
    run = side(1)
    assert run.visits == run.cases == CUSTOMERS
    assert run.waiting == pytest.approx(waiting_mean(1), rel=NEAR)


@pytest.mark.parametrize(
    "side", [Ours(stations(1, 3, CUSTOMERS)), simpy_side.Stations(1, 3, 9_000)]
)
def test_both_sides_wait_as_long_as_an_mm3_queue_does(side: Runner) -> None:
    assert side(1).waiting == pytest.approx(waiting_mean(3), rel=NEAR)


@pytest.mark.parametrize("side", [simpy_side.Stations(5, 2, 500), ciw_side.Stations(5, 2, 500)])
def test_a_tandem_visits_every_station(side: Runner) -> None:
    assert side(1).visits == pytest.approx(Ours(stations(5, 2, 500))(1).visits, rel=0.05)


def test_the_wait_of_an_mm1_queue_is_the_textbook_one() -> None:
    assert waiting_mean(1) == pytest.approx(0.8 / (1 / 800 - 1 / 1_000))


def test_simpy_and_the_kernel_schedule_company_opening_alike() -> None:
    scenario = opening(400)
    ours, theirs = Ours(scenario)(3), simpy_opening.OpeningRun(scenario)(3)
    assert ours.visits == theirs.visits
    assert ours.waiting == pytest.approx(theirs.waiting, rel=1e-9)


@pytest.mark.parametrize(("net", "visits"), [("company", 3 + 1 + 2 / 0.85), ("loan_diffres", 12.0)])
def test_our_nets_make_as_many_visits_as_the_peers_loops_do(net: str, visits: float) -> None:
    network, _differs = NETS[net]
    run = Ours(network(3_000))(1)
    assert run.visits / run.cases == pytest.approx(visits, rel=0.02)


def test_the_written_log_is_timed_with_the_run(tmp_path: Path) -> None:
    run = OursWritten(Ours(opening(50)), tmp_path)(1)
    assert (tmp_path / "log.parquet").stat().st_size > 0
    assert 0 < run.kernel < 1


def test_a_short_run_is_repeated_within_its_turn() -> None:
    assert turn(fixed(7, 0.05), 0).visits >= 4 * 7


def test_a_ratio_is_of_all_seconds_and_the_kernels_apart() -> None:
    row = compared(target=100.0)
    assert (row.ratio, row.kernel_ratio.middle) == (Spread(100.0, 100.0, 100.0), 200.0)
    assert row.held is True
    assert replace(row, target=101.0).held is False
    assert compared().held is None


def test_tables_show_the_targets_and_what_is_not_the_same() -> None:
    figure = Figure("million", Spread(2.0, 1.0, 3.0), "s", target=1.5)
    text = printed(Results([compared(90.0, "the colour")], [figure], ["Prosimos: no models"]))
    for shown in (">= 90", "100 (100-100)", "yes", "< 1.50", "no", "the colour", "no models"):
        assert shown in text


def test_a_difference_is_said_once() -> None:
    rows = [compared(differs="a"), compared(differs="a"), compared(), compared(differs="b")]
    assert [line[-1] for line in differences(rows)] == ["a", "b"]


def test_results_become_json() -> None:
    figure = Figure("visits", Spread(5.0, 4.0, 6.0), "M/s", target=4.0, most=False)
    data = json.loads(json.dumps(as_data(Results([compared(1.0)], [figure], []))))
    assert [data["comparisons"][0]["held"], data["figures"][0]["held"]] == [True, True]


def test_without_its_models_prosimos_is_skipped_with_a_reason() -> None:
    results = measured(parsed(["--sections", "prosimos"]), Progress(disable=True))
    assert results.comparisons == []
    assert "--models" in results.skipped[0]


def test_a_folder_without_models_is_named(tmp_path: Path) -> None:
    options = parsed(["--sections", "prosimos", "--models", str(tmp_path)])
    assert "company, loan_diffres" in measured(options, Progress(disable=True)).skipped[0]


def test_a_size_has_its_time_and_memory() -> None:
    size = measured_size(Job(20, times=2))
    assert size.cases == 40
    assert size.memory > 1
    assert size.seconds == size.sampling + size.kernel
    assert Size(1, 10, 0.0, 1e-6, 0.0, 0.0).nanoseconds == pytest.approx(100.0)


def test_figures_have_three_digits() -> None:
    assert [number(value) for value in (1234.5, 12.34, 1.234)] == ["1,234", "12.3", "1.23"]
