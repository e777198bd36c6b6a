"""A design: what it simulates, and that its file gives the command line the same figures."""

from pathlib import Path

import pytest

from flows.catalogue import process
from integrations.documents import read, to_yaml
from models.errors import DocumentError
from simulations.experiment import run_experiment
from simulations.scenario_file import ScenarioFile
from tests.workbench.workshop.rooms import opening
from workbench.scenario_options import ScenarioOptions, build_scenario
from workbench.workshop.changes import set_arrivals, set_people
from workbench.workshop.design import CASES, Design, size
from workbench.workshop.step_edits import set_owner


def test_a_new_design_is_the_to_be_process_on_its_own_staff() -> None:
    base = process("company-opening")
    assert Design.of(base).process.steps == base.reformed().steps


def test_no_items_is_the_process_as_it_was() -> None:
    assert opening().process == process("company-opening")


def test_before_is_the_process_as_it_was_with_the_cases_of_now() -> None:
    design = set_arrivals(set_people(opening(7), "tax", 5).design, 9).design
    before = design.before
    assert before.loads[0].process == design.base
    assert before.loads[0].arrivals.per_working_day == 9
    assert before.pool("tax").count == opening().scenario.pool("tax").count
    assert (before.seed, before.replications) == (
        design.scenario.seed,
        design.scenario.replications,
    )


@pytest.mark.parametrize(("rate", "days", "runs"), [(4, 250, 10), (0.06, 250, 100), (80, 25, 5)])
def test_a_full_simulation_has_about_ten_thousand_cases(rate: float, days: int, runs: int) -> None:
    assert size(rate) == (days, runs)
    assert days * rate * runs >= CASES or runs == 100


def test_a_bad_field_is_refused_in_words() -> None:
    with pytest.raises(DocumentError, match="reforms"):
        opening().with_file(reforms=("seven",))


def test_its_file_gives_the_command_line_the_same_scenario(tmp_path: Path) -> None:
    design = set_owner(set_people(opening(5, 7), "tax", 3).design, "seal-record", "justice").design
    path = tmp_path / "scenario.yaml"
    path.write_text(to_yaml(design.sized_file), encoding="utf-8")
    built = build_scenario(ScenarioOptions(process="company-opening", scenario=path))
    assert read(path, ScenarioFile) == design.sized_file
    ours = design.scenario
    assert (built.loads, built.pools) == (ours.loads, ours.pools)
    small = [s.changed(replications=1) for s in (built, ours)]
    results = [run_experiment(scenario).result.processes for scenario in small]
    assert results[0] == results[1]
