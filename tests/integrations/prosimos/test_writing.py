"""Scenarios written for Prosimos: what is read back is what was written."""

import json
from pathlib import Path

import pytest

from integrations.bpmn.control_flow import read_control_flow
from integrations.prosimos.reading import parse_scenario
from integrations.prosimos.writing import to_prosimos
from models.distributions import Pert
from models.law import Law
from models.net_scenario import NetScenario
from tests.integrations.prosimos.test_reading import NET, START, document, drawn

NETS = Path(__file__).parents[2] / "simulations" / "nets"
RULES = [[{"attribute": "size", "comparison": ">", "value": 5}]]


def read(text: str) -> NetScenario:
    return parse_scenario(text, NET, START, 10, 1, "s.json")[0]


def test_a_scenario_comes_back() -> None:
    data = document(
        case_attributes=[
            {"name": "size", "type": "continuous", "values": drawn("gamma", 10, 4, 0, 90)},
            {"name": "kind", "type": "discrete", "values": [{"key": "gold", "value": 1}]},
        ],
        global_attributes=[
            {"name": "season", "type": "discrete", "values": [{"key": "busy", "value": 1}]}
        ],
        event_attributes=[
            {
                "event_id": "a",
                "attributes": [{"name": "size", "type": "continuous", "values": drawn("fix", 9)}],
            }
        ],
        branch_rules=[{"id": "big", "rules": RULES}],
        prioritisation_rules=[{"priority_level": 1, "rules": RULES}],
        gateway_branching_probabilities=[
            {
                "gateway_id": "x2",
                "probabilities": [
                    {"path_id": "x2>", "value": 0.5, "condition_id": "big"},
                    {"path_id": "x2@t", "value": 0.5},
                ],
            }
        ],
    )
    scenario = read(json.dumps(data))
    assert read(to_prosimos(scenario)) == scenario


@pytest.mark.parametrize("model", ["permit", "permit_chances"])
def test_a_whole_model_comes_back(model: str) -> None:
    net, _ = read_control_flow(NETS / model / "model.bpmn")
    text = (NETS / model / "scenario.json").read_text(encoding="utf-8")
    scenario, _ = parse_scenario(text, net, START, 10, 1, "s.json")
    again, notes = parse_scenario(to_prosimos(scenario), net, START, 10, 1, "s.json")
    assert notes == ()
    assert again.model_dump(exclude={"performances"}) == scenario.model_dump(
        exclude={"performances"}
    )
    for one, other in zip(again.performances, scenario.performances, strict=True):
        assert (one.task, one.resource) == (other.task, other.resource)
        assert one.time.of.model_dump(exclude={"kind"}) == pytest.approx(
            other.time.of.model_dump(exclude={"kind"})
        )


def test_a_law_that_the_peer_lacks_is_refused_by_name() -> None:
    scenario = read(json.dumps(document()))
    pert = Law(of=Pert(low=1, mode=2, high=3))
    with pytest.raises(ValueError, match="no pert distribution"):
        to_prosimos(scenario.changed(gap=pert))
