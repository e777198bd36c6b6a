"""Attributes and distributions as parts of the peer's document."""

from typing import Any

from integrations.prosimos.formulas import formula_text
from integrations.prosimos.laws import parameters
from models.law import Law
from models.net_attribute import (
    ChoiceValue,
    FormulaValue,
    Leaf,
    NumberValue,
    TransitionValue,
    TreeValue,
    Value,
)
from models.net_scenario import NetScenario

Json = dict[str, Any]


def attributes_data(scenario: NetScenario) -> Json:
    """All that the document says of attributes. ValueError for a law or formula the peer lacks."""
    attributes = scenario.attributes
    first = [(a.name, a.by_case if a.shared else a.value) for a in attributes]
    return {
        "global_attributes": [
            {"name": a.name, **_data(a.value)} for a in attributes if a.shared and a.value
        ],
        "case_attributes": [{"name": name, **_data(value)} for name, value in first if value],
        "event_attributes": [
            {
                "event_id": event,
                "attributes": [
                    {"name": c.attribute, **_data(c.value)}
                    for c in scenario.changes
                    if c.event == event
                ],
            }
            for event in dict.fromkeys(change.event for change in scenario.changes)
        ],
    }


def drawn_data(law: Law) -> Json:
    """A distribution. ValueError for one the peer lacks."""
    name, values = parameters(law)
    return {
        "distribution_name": name,
        "distribution_params": [{"value": value} for value in values],
    }


def _data(value: Value) -> Json:
    match value:
        case NumberValue(law=law):
            return {"type": "continuous", "values": drawn_data(law)}
        case ChoiceValue(options=options):
            shares = [{"key": word, "value": share} for word, share in options.items()]
            return {"type": "discrete", "values": shares}
        case TransitionValue(after=after):
            return {"type": "discrete", "values": after}
        case FormulaValue(formula=formula):
            return {"type": "expression", "values": formula_text(formula)}
        case TreeValue(leaves=leaves):
            return {"type": "dtree", "values": [_leaf(leaf) for leaf in leaves]}


def _leaf(leaf: Leaf) -> list[Any]:
    conditions = [formula_text(condition) for condition in leaf.conditions]
    return [conditions or True, formula_text(leaf.formula)]
