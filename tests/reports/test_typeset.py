"""Where texts break, how wide they are taken to be, and what is safe to print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.typeset import balanced, clean, cut, is_plain, width, wrapped
from tests.model_builders import MANY

CHINESE = "设立登记和公章刻制（即办）《市场主体登记管理条例》第十九条，申请人自身时间。"
words = st.text(alphabet="abcXYZ 设立登记（即办）、，。《》-/ 0123456789", min_size=1, max_size=60)
anything = st.text(max_size=60)
rooms = st.floats(30, 300)


def measure(content: str) -> float:
    return width(content, 12)


@MANY
@given(words, rooms)
def test_every_line_fits_its_room(content: str, room: float) -> None:
    assert all(measure(line) <= room for line in wrapped(content, room, measure))


@MANY
@given(anything, rooms)
def test_wrapping_loses_no_character_but_spaces(content: str, room: float) -> None:
    kept = "".join(wrapped(content, room, measure))
    assert "".join(kept.split()) == "".join(content.split())


@MANY
@given(words, rooms)
def test_balanced_lines_fit_and_are_no_more(content: str, room: float) -> None:
    lines = balanced(content, room, measure)
    assert all(measure(line) <= room for line in lines)
    assert len(lines) <= len(wrapped(content, room, measure))


@MANY
@given(words, rooms, st.integers(1, 3))
def test_no_more_lines_than_allowed(content: str, room: float, most: int) -> None:
    lines = wrapped(content, room, measure, most)
    assert len(lines) <= most
    assert all(measure(line) <= room for line in lines)


def test_no_closing_mark_begins_a_line_and_no_opening_mark_ends_one() -> None:
    for room in range(40, 400, 7):
        lines = wrapped(CHINESE, room, measure)
        assert not [line for line in lines[1:] if line[0] in "，。）》"]
        assert not [line for line in lines[:-1] if line[-1] in "（《"]


def test_words_break_only_where_one_is_longer_than_a_line() -> None:
    assert wrapped("Establishment registration", 90, measure) == ["Establishment", "registration"]
    assert "".join(wrapped("Establishmentregistration", 90, measure)) == "Establishmentregistration"


def test_lines_are_of_about_the_same_length() -> None:
    assert wrapped("罗源公积金中心", 72, measure) == ["罗源公积金中", "心"]
    assert balanced("罗源公积金中心", 72, measure) == ["罗源公积", "金中心"]


@MANY
@given(words, rooms)
def test_a_cut_text_fits(content: str, room: float) -> None:
    shown = cut(content, room, measure)
    assert measure(shown) <= room
    assert shown == content or shown.endswith("…")


def test_chinese_counts_as_full_width_and_combining_marks_as_nothing() -> None:
    assert width("设立", 10) == 20
    assert width("e\u0301", 10) == width("e", 10)
    assert width("W", 10, bold=True) > width("W", 10) > width("i", 10)


@pytest.mark.parametrize("content", ["设立 Licence", "52.0–61.3%", "→1", "ПДΩé", "“引号”…"])
def test_usual_characters_have_a_sure_bound(content: str) -> None:
    assert is_plain(content)


@pytest.mark.parametrize("content", ["﷽", "𒐫", "👨‍👩‍👧", "العربية"])
def test_characters_of_unknown_width_are_known_to_be_so(content: str) -> None:
    assert not is_plain(content)


@MANY
@given(anything)
def test_clean_text_has_no_controls_and_is_one_line(content: str) -> None:
    shown = clean(f"a\x1b[31m\x00\x85\u202e\ud800\n\t{content}")
    assert not set(shown) & {"\x1b", "\x00", "\x85", "\u202e", "\ud800", "\n", "\t"}
    assert shown.isprintable() or "\ufffd" in shown
