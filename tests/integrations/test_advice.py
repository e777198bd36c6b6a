"""What pydantic refuses is said in Chinese too."""

import pytest
from pydantic import ValidationError

from integrations.advice import CHINESE, advice
from integrations.documents import parse
from models.errors import DocumentError
from simulations.scenario_file import ScenarioFile

CASES = {
    "cases: -1": "cases：应不小于1",
    "cases: many": "cases：应为整数",
    "start: soon": "start：应为日期",
    "caeses: 1": "caeses：没有这个键",
    "arrivals: {company-opening: .inf}": "arrivals.company-opening：应",
    "target: 2": "target：应不大于1",
}


@pytest.mark.parametrize("text", CASES)
def test_each_refusal_names_place_and_reason(text: str) -> None:
    with pytest.raises(DocumentError) as caught:
        parse(f"source: {{kind: data, note: x}}\n{text}", ScenarioFile, "方案.yaml")
    assert CASES[text] in caught.value.sentence("zh")


def test_our_own_refusals_keep_their_chinese() -> None:
    with pytest.raises(DocumentError) as caught:
        parse("source: {kind: plan}", ScenarioFile, "方案.yaml")
    assert "依据为方案时须写明第几项" in caught.value.sentence("zh")


def test_an_unknown_refusal_stays_english_rather_than_empty() -> None:
    assert advice({"type": "new_kind", "msg": "Something new"}).zh == "Something new"


def test_templates_use_what_pydantic_gives() -> None:
    try:
        ScenarioFile.model_validate({"cases": 0, "source": {"kind": "data", "note": "x"}})
    except ValidationError as error:
        (fault,) = error.errors()
        assert CHINESE[fault["type"]].format(**fault["ctx"]) == "应不小于1"
