"""The mock departments and the kernel, written apart, do the same to the same cases."""

import pytest

from flows.catalogue import processes
from models.log_difference import log_difference
from models.process import Process
from simulations.experiment import run_experiment
from tests.integrations.departments.plain_run import PlainRun
from workbench import defaults

CASES = 6


def variants() -> list[Process]:
    return [variant for base in processes().values() for variant in (base, base.reformed())]


@pytest.mark.parametrize(
    "process", variants(), ids=lambda p: f"{p.slug}-{'to-be' if p.applied else 'as-is'}"
)
def test_departments_agree_with_the_kernel_to_the_second(process: Process) -> None:
    scenario = defaults.scenario("twin", [process], defaults.own_staff([process]))
    load = scenario.loads[0].changed(working_days=None, cases=CASES)
    scenario = scenario.changed(loads=(load,), replications=1)
    difference = log_difference(PlainRun(scenario).log(), run_experiment(scenario).log)
    assert difference.is_equal, difference
    assert difference.visits >= CASES
