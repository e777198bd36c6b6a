"""Citations."""

import pytest
from pydantic import ValidationError

from models.source import Kind, Source, assumed, plan, plan_body, statute

DATA = Source(kind="data", note="县政务中心2023年办件")
PROMISE = Source(kind="promise", note="服务承诺书")


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"kind": "plan"}, "names its item or its place"),
        ({"kind": "plan", "note": "somewhere"}, "names its item or its place"),
        ({"kind": "statute", "law": "民法典"}, "names its law and article"),
        ({"kind": "statute", "article": "第二百零一条"}, "names its law and article"),
        ({"kind": "promise"}, "of kind promise says what it rests on"),
        ({"kind": "data"}, "of kind data says what it rests on"),
        ({"kind": "assumption"}, "of kind assumption says what it rests on"),
        ({"kind": "hearsay", "note": "a friend"}, "plan"),
    ],
)
def test_an_incomplete_citation_is_refused(fields: dict[str, str], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Source.model_validate(fields)


@pytest.mark.parametrize("item", [0, 150])
def test_the_plan_has_items_1_to_149(item: int) -> None:
    with pytest.raises(ValidationError, match="equal to"):
        plan(item)


@pytest.mark.parametrize(
    ("source", "zh", "en"),
    [
        (plan(1), "方案第1项", "plan item 1"),
        (plan(149, "第二款"), "方案第149项 第二款", "plan item 149 第二款"),
        (plan_body("二(一)1"), "方案正文二(一)1", "plan 二(一)1"),
        (statute("民法典", "第二百零一条"), "《民法典》第二百零一条", "《民法典》第二百零一条"),
        (assumed("估计"), "假设：估计", "assumption: 估计"),
        (assumed("估计 (a guess)"), "假设：估计", "assumption: a guess"),
        (PROMISE, "承诺：服务承诺书", "promise: 服务承诺书"),
        (DATA, "数据：县政务中心2023年办件", "data: 县政务中心2023年办件"),
    ],
)
def test_it_is_cited_in_one_line_in_either_language(source: Source, zh: str, en: str) -> None:
    assert source.cite() == source.cite("zh") == zh
    assert source.cite("en") == en


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (plan(7), "plan"),
        (plan_body("二(一)1"), "plan"),
        (statute("民法典", "第二百零一条"), "statute"),
        (assumed("估计"), "assumption"),
        (PROMISE, "promise"),
        (DATA, "data"),
    ],
)
def test_only_an_assumption_is_assumed(source: Source, kind: Kind) -> None:
    assert source.kind == kind
    assert source.assumed == (kind == "assumption")


def test_a_statute_can_carry_a_note() -> None:
    assert statute("行政许可法", "第四十二条", "一般20日").note == "一般20日"
