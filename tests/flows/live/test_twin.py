"""Live cases over signed HTTP, with a real store, against the kernel on the same cases."""

from pathlib import Path

import pytest

from flows.catalogue import processes
from integrations.store.store import Store
from models.log_difference import LogDifference, log_difference
from simulations.experiment import run_experiment
from workbench.live_cases import one_process
from workbench.live_run import LiveRun, run_live


def twin(slug: str, cases: int, folder: Path, **options: object) -> LogDifference:
    scenario = one_process(slug, cases, 3, None, as_is=False)
    with Store.open(f"sqlite:///{folder / 'store.db'}") as store:
        live = run_live(LiveRun(scenario, slug, **options), store)  # type: ignore[arg-type]
        assert store.open_cases() == []
    return log_difference(live, run_experiment(scenario).log)


def test_two_hundred_company_openings_live_and_simulated_are_the_same(tmp_path: Path) -> None:
    found = twin("company-opening", 200, tmp_path, flow_runs=False)
    assert found.is_equal, found
    assert found.visits > 2_000


def test_on_the_running_clock_they_differ_by_the_polling_alone(tmp_path: Path) -> None:
    speed = 200_000.0
    found = twin("company-opening", 3, tmp_path, flow_runs=False, speed=speed)
    assert (found.only_first, found.only_second, found.differing["outcome"]) == (0, 0, 0)
    assert found.differing["work"] == 0
    assert found.lag["completed"] > 0  # a poll takes 0.05 s, that is some official hours


@pytest.mark.parametrize("slug", ["joint-acceptance", "drawing-digital"])
def test_batches_and_corrections_too(slug: str, tmp_path: Path) -> None:
    found = twin(slug, 12, tmp_path, flow_runs=False)
    assert found.is_equal, found


def test_a_run_that_was_broken_off_is_gone_on_with(tmp_path: Path) -> None:
    """The same run again does nothing again: all is read back from the store."""
    scenario = one_process("company-opening", 4, 3, None, as_is=False)
    with Store.open(f"sqlite:///{tmp_path / 'store.db'}") as store:
        first = run_live(LiveRun(scenario, "twice", flow_runs=False), store)
        again = run_live(LiveRun(scenario, "twice", flow_runs=False), store)
    assert log_difference(first, again).is_equal


def test_every_process_of_the_catalogue_is_listed_once() -> None:
    assert len(processes()) == 75
