"""Every process of the catalogue runs before and after its reforms, alone and with all others."""

import numpy as np
import pytest

from flows.catalogue import processes
from models.process import Process
from simulations.experiment import Experiment, run_experiment
from workbench import defaults

ALL = processes()


def run(process: Process, variant: Process) -> Experiment:
    found = defaults.scenario("test", [variant], defaults.own_staff([process]))
    load = found.loads[0].changed(cases=30, working_days=None)
    rate = load.arrivals.changed(per_working_day=10)
    return run_experiment(found.changed(loads=(load.changed(arrivals=rate),), replications=1))


@pytest.mark.parametrize("slug", sorted(ALL))
@pytest.mark.parametrize("reformed", [False, True], ids=["as-is", "to-be"])
def test_it_runs_to_its_end(slug: str, reformed: bool) -> None:
    process = ALL[slug]
    found = run(process, process.reformed() if reformed else process)
    result = found.result.processes[0]
    assert result.cases == 30
    assert result.reductions.hours.value > 0
    log = found.log
    for earlier, later in (("ready", "enabled"), ("enabled", "started"), ("started", "completed")):
        assert (getattr(log, earlier) <= getattr(log, later)).all()
    closed = np.asarray(log.closed)
    assert (closed >= 0).all()


def test_each_limit_is_measured_by_some_case() -> None:
    """No limit hangs on steps that no case ever reaches."""
    unmeasured = [
        (slug, verdict.limit.slug)
        for slug, process in ALL.items()
        for verdict in many(process).result.processes[0].verdicts
        if not verdict.cases
    ]
    assert unmeasured == []


def many(process: Process) -> Experiment:
    found = defaults.scenario("test", [process], defaults.own_staff([process]))
    load = found.loads[0].changed(cases=400, working_days=None)
    rate = load.arrivals.changed(per_working_day=10)
    return run_experiment(found.changed(loads=(load.changed(arrivals=rate),), replications=1))
