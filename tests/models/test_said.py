"""Sentences in two languages."""

from models.errors import CalendarError, DefinitionError, UnknownNameError
from models.said import in_chinese, said


def test_it_is_the_english_sentence_and_carries_the_chinese_one() -> None:
    sentence = said("没有环节", "no steps")
    assert sentence == "no steps"
    assert in_chinese(sentence) == "没有环节"
    assert in_chinese("as it is") == "as it is"


def test_an_error_speaks_both() -> None:
    error = CalendarError(said("尚未公布", "not announced"))
    assert str(error) == error.sentence("en") == "not announced"
    assert error.sentence("zh") == "尚未公布"


def test_all_faults_are_said_in_both() -> None:
    error = DefinitionError(said("流程 p", "process p"), [said("甲", "a"), said("乙", "b")])
    assert error.sentence("zh") == "流程 p：甲；乙"
    assert str(error) == "process p: a; b"


def test_an_unknown_name_offers_the_known_in_both() -> None:
    error = UnknownNameError(said("类别", "family"), "x", ["courts", "life"])
    assert error.sentence("zh") == "没有名为“x”的类别；已有：courts, life"
    assert str(error) == "no family is called 'x'; known: courts, life"
