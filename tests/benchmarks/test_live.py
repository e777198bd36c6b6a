"""The benchmark of live flows: departments apart do what departments within do."""

from pathlib import Path

from benchmarks.live_departments import Apart
from benchmarks.live_sides import Departments
from integrations.store.store import Store
from workbench.live_cases import one_process
from workbench.live_run import LiveRun, run_live

SCENARIO = one_process("company-opening", 2, 3, None, as_is=False)


def test_departments_apart_make_the_same_log_as_departments_within(tmp_path: Path) -> None:
    with (
        Store.open(f"sqlite:///{tmp_path / 'store.db'}") as store,
        Apart(SCENARIO, tmp_path) as apart,
    ):
        within = run_live(LiveRun(SCENARIO, "within", flow_runs=False), store)
        for name in ("apart", "apart once more"):
            run = LiveRun(SCENARIO, name, flow_runs=False)
            log = run_live(run, store, departments=apart.open)
            assert list(log.events()) == list(within.events())


def test_what_a_visit_waits_is_the_time_that_the_departments_took(tmp_path: Path) -> None:
    speed = 1e6
    with (
        Store.open(f"sqlite:///{tmp_path / 'store.db'}") as store,
        Apart(SCENARIO, tmp_path) as apart,
    ):
        departments = Departments("apart", apart.open, apart)
        run = LiveRun(SCENARIO, "running", speed, flow_runs=False)
        log = run_live(run, store, departments=departments.open)
    assert departments.noting is not None
    waits = departments.noting.waits()
    events = list(log.events())
    assert waits.keys() == {(event.case, (event.step, event.visit)) for event in events}
    for event in events:
        department = (event.completed - event.enabled).total_seconds() / speed
        whole = (event.completed - event.ready).total_seconds() / speed
        assert department - 1e-9 <= waits[event.case, (event.step, event.visit)] <= whole + 1e-9
