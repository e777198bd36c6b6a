"""What pydantic refuses, said in both languages."""

from typing import Any

from models.said import Said, said

SENTENCES = {
    "extra_forbidden": said("没有这个键，请检查拼写", "there is no such key; check its spelling"),
    "missing": said("缺少这个键", "this key is missing"),
}
CHINESE = {
    "greater_than": "应大于{gt}",
    "greater_than_equal": "应不小于{ge}",
    "less_than": "应小于{lt}",
    "less_than_equal": "应不大于{le}",
    "finite_number": "应为有限的数",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "float_type": "应为数字",
    "float_parsing": "应为数字",
    "string_type": "应为文字",
    "string_pattern_mismatch": "应为小写字母、数字和连字符",
    "string_too_short": "不能为空",
    "literal_error": "应为{expected}之一",
    "date_from_datetime_parsing": "应为日期，例如 2024-01-02",
    "date_type": "应为日期，例如 2024-01-02",
    "bool_parsing": "应为 true 或 false",
    "dict_type": "应为“键: 值”",
    "model_type": "应为“键: 值”",
    "tuple_type": "应为列表",
    "too_short": "至少要有{min_length}项",
    "union_tag_not_found": "缺少 kind",
    "union_tag_invalid": "kind 应为{expected_tags}之一",
}


def advice(fault: dict[str, Any]) -> Said:
    """One fault of a pydantic ValidationError as a sentence."""
    kind = fault["type"]
    if kind in SENTENCES:
        return SENTENCES[kind]
    context = fault.get("ctx", {})
    cause = context.get("error")
    sentence = cause.args[0] if isinstance(cause, Exception) and cause.args else None
    if isinstance(sentence, Said):
        return sentence
    english = str(fault["msg"]).removeprefix("Value error, ")
    template = CHINESE.get(kind)
    return said(template.format(**context) if template else english, english)
