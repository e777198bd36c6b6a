"""Scenario files: what they change, and how they are refused."""

import pytest

from flows.catalogue import process
from integrations.documents import parse, to_yaml
from models.errors import DefinitionError, DocumentError
from models.pool import OfficeHours
from simulations.scenario import Scenario
from simulations.scenario_file import ScenarioFile
from workbench import defaults

SOURCE = "source: {kind: data, note: counts of 2023}\n"


NEGATIVE = """
steps:
  registration:
    time:
      kind: work
      duration:
        unit: minutes
        source: {kind: data, note: x}
        distribution: {kind: fixed, value: -5}
"""


def base() -> Scenario:
    found = process("company-opening")
    return defaults.scenario("test", [found.reformed()], defaults.own_staff([found]))


def applied(text: str) -> Scenario:
    return parse(SOURCE + text, ScenarioFile, "f.yaml").applied(base())


def test_an_empty_file_changes_nothing() -> None:
    assert applied("") == base()


def test_people_hours_and_arrivals() -> None:
    found = applied(
        "staff: {tax: 4, seal-shop: {people: 2, hours: {spans: ['08:00-20:00'], days: every}}}\n"
        "arrivals: {company-opening: 20}\n"
        "cases: 50\n"
    )
    assert found.pool("tax").count == 4
    assert found.pool("tax").source.kind == "data"
    assert found.pool("seal-shop").hours == (OfficeHours(spans=("08:00-20:00",), days="every"),) * 2
    assert found.loads[0].arrivals.per_working_day == 20
    assert (found.loads[0].cases, found.loads[0].working_days) == (50, None)


def test_step_times_and_corrections() -> None:
    found = applied(
        "steps:\n"
        "  registration:\n"
        "    time: {kind: work, pool: market-regulation, duration: {unit: minutes,\n"
        "      source: {kind: data, note: x}, distribution: {kind: fixed, value: 5}}}\n"
        "    rework: null\n"
    )
    step = found.loads[0].process.step("registration")
    assert step.time.duration.mean_seconds == 300
    assert step.rework is None
    untouched = found.loads[0].process.step("invoices")
    assert untouched == base().loads[0].process.step("invoices")


def test_a_limit_is_replaced_by_its_slug() -> None:
    found = applied(
        "limits:\n"
        "  - {slug: whole-case, name: {zh: 承诺, en: promise}, most: 1, unit: working_days,\n"
        "     source: {kind: promise, note: county}}\n"
    )
    limits = {limit.slug: limit for limit in found.loads[0].process.limits}
    assert limits["whole-case"].most == 1
    assert len(limits) == len(base().loads[0].process.limits)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("staf: {tax: 2}", r"f.yaml: staf: there is no such key"),
        ("staff: {tax: 0}", r"f.yaml: staff.tax"),
        ("cases: -5", r"f.yaml: cases: .*greater than or equal to 1"),
        ("arrivals: {company-opening: .nan}", r"f.yaml: arrivals.company-opening"),
        ("start: 2024-13-01", r"f.yaml: start"),
        (NEGATIVE, r"f.yaml: steps.registration.*greater than or equal to 0"),
    ],
)
def test_bad_values_are_named_by_place(text: str, complaint: str) -> None:
    with pytest.raises(DocumentError, match=complaint):
        applied(text)


def test_a_number_without_a_source_is_refused() -> None:
    with pytest.raises(DocumentError, match="source: this key is missing"):
        parse("cases: 5", ScenarioFile, "f.yaml")


def test_unknown_names_are_all_reported_at_once() -> None:
    with pytest.raises(DefinitionError) as caught:
        applied("staff: {taxes: 2}\nsteps: {regist: {}}\narrivals: {opening: 3}\n")
    assert len(caught.value.faults) == 3


def test_an_unknown_attribute_of_urgent_cases_is_named() -> None:
    with pytest.raises(DefinitionError, match=r"urgent of .*unknown attribute 'vip'"):
        applied("urgent: {kind: is, attribute: vip}\n")


def test_scenarios_round_trip() -> None:
    whole = base()
    assert parse(to_yaml(whole), Scenario, "text") == whole


def test_edits_change_the_process() -> None:
    text = "process: company-opening\nedits: [{kind: remove-step, step: approval}]\n"
    file = parse(SOURCE + text, ScenarioFile, "f.yaml")
    reformed = process("company-opening").reformed()
    assert "approval" in reformed.after
    assert "approval" not in file.edited(reformed).after
    gone = parse(SOURCE + "edits: [{kind: remove-step, step: nowhere}]", ScenarioFile, "f.yaml")
    with pytest.raises(DefinitionError, match="there is no step 'nowhere'"):
        gone.edited(reformed)
