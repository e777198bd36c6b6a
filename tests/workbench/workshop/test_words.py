"""Plain words: steps by their names, not by our slugs."""

from flows.catalogue import process
from workbench.workshop.words import WORKSHOP, plainly, said_in_both

BASE = process("company-opening")


def test_slugs_of_steps_become_their_names() -> None:
    said = "流程 company-opening：`after` 前置关系成环：approval, seal-approval，请断开"
    assert plainly(said, [BASE], "zh") == (
        f"流程 {BASE.name.zh}：前置关系成环："
        f"“{BASE.step('approval').name.zh}”, “{BASE.step('seal-approval').name.zh}”，请断开"
    )
    assert plainly("there is no step 'approval'", [BASE], "en") == (
        f'there is no step "{BASE.step("approval").name.en}"'
    )


def test_words_that_only_contain_a_slug_stay() -> None:
    assert plainly("pre-approval approvals", [BASE], "en") == "pre-approval approvals"


def test_every_word_is_there_in_both_languages() -> None:
    for key, known in WORKSHOP.items():
        assert known.zh, key
        assert known.en, key
    assert said_in_both("undo").en == "Undo"
