"""Shares of attributes and delays in a scenario file."""

import numpy as np
import pytest

from integrations.documents import parse, to_yaml
from models.condition import ChoiceAttribute, FlagAttribute, Is
from models.errors import DefinitionError
from models.limit import Limit
from models.process import Process
from models.step_time import Wait
from models.working_time import official_calendar
from simulations.scenario_file import ScenarioFile
from tests.builders import (
    HOUR,
    MONDAY,
    NAME,
    OFFICE,
    SOURCE,
    a_load,
    a_pool,
    a_process,
    a_step,
    chance,
    fixed,
    simulated,
)
from tests.builders import a_scenario as scenario_of

FLAG = FlagAttribute(slug="flag", name=NAME, share=0.5, source=SOURCE)
CHOICE = ChoiceAttribute(slug="choice", name=NAME, options={"a": 1, "b": 1}, source=SOURCE)
PROCESS = a_process(
    a_step("first", fixed(600)),
    a_step("second", fixed(600), after=["first"], when=Is(attribute="flag")),
    a_step("third", fixed(600), after=["second"], when=chance(0.5)),
    attributes=(FLAG, CHOICE),
).changed(
    limits=(
        Limit(
            slug="limit", name=NAME, most=1, unit="working_days", over=("second",), source=SOURCE
        ),
    )
)

DELAY = "{unit: hours, distribution: {kind: fixed, value: 2}, source: {kind: data, note: x}}"


def changed(text: str) -> Process:
    file = parse(f"source: {{kind: data, note: counted}}\n{text}", ScenarioFile, "file")
    assert parse(to_yaml(file), ScenarioFile, "again") == file
    return file.applied(scenario_of(a_load(PROCESS, 10), pools=[a_pool()])).loads[0].process


def test_shares_of_flags_and_choices() -> None:
    flag, choice = changed("attributes: {flag: 0.25, choice: {a: 3, b: 1}}").attributes
    assert isinstance(flag, FlagAttribute)
    assert isinstance(choice, ChoiceAttribute)
    assert (flag.share, flag.source.note) == (0.25, "counted")
    assert choice.options == {"a": 3, "b": 1}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            "attributes: {nobody: 0.1}",
            "no attribute with shares of that name; there are flag, choice",
        ),
        ("attributes: {flag: {a: 1}}", "takes one share"),
        ("attributes: {choice: 0.5}", "give a weight for each option: a, b"),
        ("attributes: {choice: {a: 1}}", "give a weight for each option: a, b"),
        (f"delays: {{nobody: {DELAY}}}", "there is no step 'nobody'"),
    ],
)
def test_what_does_not_fit_is_named(text: str, complaint: str) -> None:
    with pytest.raises(DefinitionError, match=complaint):
        changed(text)


def test_a_delay_is_a_wait_before_the_step_and_counts_in_its_limits() -> None:
    process = changed(f"delays: {{second: {DELAY}, third: {DELAY}}}")
    assert list(process.after) == ["first", "second-delay", "second", "third"]
    wait = process.step("second-delay")
    assert wait.after == ("first",)
    assert wait.when == Is(attribute="flag")
    assert isinstance(wait.time, Wait)
    assert wait.time.basis == "office"
    assert process.step("second").after == ("second-delay",)
    assert process.limits[0].over == ("second", "second-delay")


def test_a_delayed_step_is_enabled_so_much_office_time_later() -> None:
    process = changed(f"delays: {{second: {DELAY}}}\nattributes: {{flag: 1}}")
    log = simulated(scenario_of(a_load(process, 5, per_day=2), pools=[a_pool()]))
    office = official_calendar(MONDAY).open_time(OFFICE)
    done = log.completed[log.step == 0]
    came = log.enabled[log.step == 2]
    assert [entry.step for entry in log.steps[:3]] == ["first", "second-delay", "second"]
    assert np.array_equal(office.clock(came) - office.clock(done), np.full(5, 2 * HOUR))
