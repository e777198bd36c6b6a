"""Models of other tools: what they say is kept, what cannot be kept is named."""

from pathlib import Path

import pytest

from integrations.bpmn.read import Imported, from_bpmn, read_bpmn
from models.condition import ChoiceAttribute, Is
from models.distributions import Empirical, Exponential, Fixed, Lognormal, Triangular
from models.pool import OfficeHours
from models.process import Process

FOREIGN = Path(__file__).parent / "foreign"
BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def foreign(name: str) -> Imported:
    return read_bpmn(FOREIGN / f"{name}.bpmn")


def process_in(name: str) -> Process:
    process = foreign(name).process
    assert process is not None
    return process


def said_of(model: Imported, *words: str) -> bool:
    return any(all(word in note for word in words) for note in model.notes)


def diagram(nodes: str, flows: str) -> Imported:
    """A model of nodes such as ``task:a`` and flows such as ``a-b``."""
    elements = [entry.split(":") for entry in nodes.split()]
    arrows = [entry.split("-") for entry in flows.split()]
    content = "".join(f'<{kind} id="{name}" name="{name}"/>' for kind, name in elements)
    content += "".join(
        f'<sequenceFlow id="{first}{last}" sourceRef="{first}" targetRef="{last}"/>'
        for first, last in arrows
    )
    text = f'<definitions xmlns="{BPMN}"><process id="p">{content}</process></definitions>'
    return from_bpmn(text.encode(), "drawn.bpmn")


def test_camunda_lanes_branches_and_timers() -> None:
    process = process_in("camunda")
    assert {step.slug: step.owner for step in process.steps} == {
        "accept-application": "front-desk",
        "check-the-base": "tax",
        "public-notice": "tax",
    }
    check, notice = process.step("check-the-base"), process.step("public-notice")
    assert check.time.kind == "automatic"
    assert check.when == notice.when == Is(attribute="large-site", value="yes")
    assert notice.after == ("check-the-base",)
    assert notice.time.kind == "wait"
    assert notice.time.duration.mean_seconds == 5 * 86_400
    assert notice.time.duration.source.kind == "data"
    assert process.step("accept-application").time.duration.source.assumed


def test_camunda_what_is_lost_is_named() -> None:
    model = foreign("camunda")
    assert said_of(model, "boundary event 'Too late'", "left out")
    assert said_of(model, "'Remind the clerk'", "left out")
    assert said_of(model, "message flows not read: 1")
    assert said_of(model, "1 textAnnotation")
    assert said_of(model, "'Large site?' states no shares")
    assert said_of(model, "no duration: 2", "25 minutes assumed")


def test_signavio_sub_processes_are_opened_up_and_inner_lanes_own() -> None:
    process = process_in("signavio")
    assert process.after == {
        "read-the-papers": (),
        "first-opinion": ("read-the-papers",),
        "second-opinion": ("read-the-papers",),
        "decide": ("first-opinion", "second-opinion"),
    }
    assert process.step("first-opinion").owner == "experts"
    assert process.step("decide").owner == "panel"
    assert said_of(foreign("signavio"), "'Second opinion'", "multi-instance")


def test_bimp_simulation_data() -> None:
    model, process = foreign("bimp"), process_in("bimp")
    enter, small, large = (process.step(s) for s in ("enter", "small-loan", "large-loan"))
    assert isinstance(enter.time.duration.distribution, Empirical)
    assert enter.time.duration.mean_seconds == pytest.approx(600, abs=0.1)
    assert small.time.duration.distribution == Triangular(low=300, mode=900, high=1800)
    lognormal = large.time.duration.distribution
    assert isinstance(lognormal, Lognormal)
    assert lognormal.mean == pytest.approx(3600)
    assert lognormal.median == pytest.approx(3600 / (1 + 1e6 / 3600**2) ** 0.5)
    assert process.step("pay").time.duration.distribution == Fixed(value=60)
    (choice,) = process.attributes
    assert isinstance(choice, ChoiceAttribute)
    assert choice.options == {"branch-1": 0.8, "branch-2": 0.2}
    assert process.step("pay").when is None
    assert model.between_arrivals == Exponential(mean=1800)
    clerk, system = model.pools
    assert (enter.pool, clerk.slug, clerk.count) == ("clerk", "clerk", 3)
    assert clerk.shifts[0].hours == OfficeHours(spans=("09:00-17:00",))
    assert system.shifts[0].hours == OfficeHours(spans=("00:00-24:00",), days="every")


def test_bpmn_io_all_that_no_process_can_say_becomes_a_net() -> None:
    model = foreign("bpmnio")
    assert model.process is None
    assert model.net is not None
    kinds = {node.id: node.kind for node in model.net.nodes}
    assert kinds["O1"] == kinds["O2"] == kinds["K1"] == "inclusive"
    assert kinds["E1"] == "terminate"
    assert {flow.target for flow in model.net.outgoing["L1"]} == {"L2"}
    assert {flow.share for flow in model.net.outgoing["..entry"]} == {0.5}
    assert model.times["M1"].duration.source.assumed
    assert said_of(model, "2 start events")
    assert said_of(model, "'Process_2'", "not read")
    assert said_of(model, "complex gateway 'K1'")
    assert said_of(model, "'Never reached'", "left out")
    assert said_of(model, "part of a loop")


def test_apromore_data_within_the_process_and_half_right_files() -> None:
    model, process = foreign("apromore"), process_in("apromore")
    assert [step.name.zh for step in process.steps] == ["登记", "审核"]
    assert process.steps[0].time.duration.distribution == Exponential(mean=120)
    assert model.pools[0].shifts[0].hours.weekdays == (1, 2, 3)
    assert said_of(model, "WEIBULL", "cannot be read")
    assert said_of(model, "'Flow_2' names 'Nowhere'")


def test_nested_choices_need_both_outcomes() -> None:
    model = diagram(
        "startEvent:s task:t exclusiveGateway:x exclusiveGateway:y task:a task:b task:c "
        "exclusiveGateway:m task:z endEvent:e",
        "s-t t-x x-y x-c y-a y-b a-m b-m c-m m-z z-e",
    )
    assert model.process is not None
    whens = {step.slug: step.when for step in model.process.steps}
    assert whens["z"] is None
    assert whens["c"] == Is(attribute="x", value="branch-2")
    assert whens["a"] is not None
    assert whens["a"].kind == "all"
    assert set(model.process.step("z").after) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("nodes", "flows", "reason"),
    [
        (
            "startEvent:s task:a exclusiveGateway:x task:b task:c parallelGateway:p endEvent:e",
            "s-a a-x x-b x-c b-p c-p p-e",
            "waits for branches that do not always come",
        ),
        (
            "startEvent:s task:a parallelGateway:p task:b task:c task:d endEvent:e",
            "s-a a-p p-b p-c b-d c-d d-e",
            "visited once a branch",
        ),
        (
            "startEvent:s task:a inclusiveGateway:o task:b task:c inclusiveGateway:p endEvent:e",
            "s-a a-o o-b o-c b-p c-p p-e",
            "inclusive or event split",
        ),
    ],
)
def test_what_would_change_its_meaning_stays_a_net(nodes: str, flows: str, reason: str) -> None:
    model = diagram(nodes, flows)
    assert model.process is None
    assert model.net is not None
    assert said_of(model, reason)


def test_a_task_with_two_followers_starts_both() -> None:
    model = diagram(
        "startEvent:s task:a task:b task:c parallelGateway:p task:d endEvent:e",
        "s-a a-b a-c b-p c-p p-d d-e",
    )
    assert model.process is not None
    assert model.process.after == {"a": (), "b": ("a",), "c": ("a",), "d": ("b", "c")}
