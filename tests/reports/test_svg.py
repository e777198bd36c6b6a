"""Elements, labels, legends and whole pictures."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from reports.palette import CAUSE_FILLS, LATE, ON_TIME
from reports.svg import Caption, Patterns, Style, label, legend, node, number, paragraph, picture
from tests.model_builders import FEW
from tests.reports.picture_checks import SVG, faults, parsed, shown, texts
from tests.reports.subjects import HOSTILE

CAPTION = Caption("p", "标题 <&>", "说明 \"'", "zh")
anything = st.text(max_size=40)


@FEW
@given(anything, anything)
def test_any_text_and_attribute_comes_back_as_it_was_or_cleaned(content: str, value: str) -> None:
    root = parsed(str(picture(10, 10, CAPTION, node("text", content, data_name=value))))
    element = root.find(f"{SVG}text")
    assert element is not None
    assert len(element) == 0
    assert "\x00" not in (element.text or "")


def test_hostile_words_stay_words() -> None:
    for word in HOSTILE:
        root = parsed(str(picture(10, 10, CAPTION, label(0, 5, word, Style()))))
        assert {element.tag for element in root.iter()} <= {
            f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "text")
        }


def test_attributes_are_named_and_left_out_as_said() -> None:
    made = node("text", x=1.0, font_size=12.25, stroke_width=None, class_="a<b")
    assert made == '<text x="1" font-size="12.2" class="a&lt;b"/>'


def test_coordinates_have_at_most_one_decimal() -> None:
    assert [number(v) for v in (3, 3.0, 3.14, -0.25, 120.96)] == ["3", "3", "3.1", "-0.2", "121"]


def test_a_label_that_does_not_fit_is_cut_and_keeps_its_full_text_as_tooltip() -> None:
    element = parsed(
        f"<svg xmlns='{SVG[1:-1]}'>{label(0, 9, '县行政服务中心', Style(10), 45)}</svg>"
    )[0]
    assert shown(element) == "县行政…"
    assert element[0].text == "县行政服务中心"


def test_characters_of_unknown_width_are_pressed_into_the_reckoned_width() -> None:
    odd, usual = label(0, 9, "﷽", Style(10)), label(0, 9, "即办 60", Style(10))
    assert 'textLength="10"' in odd
    assert "textLength" not in usual


def test_the_picture_says_what_it_is_in_its_language() -> None:
    root = parsed(str(picture(30, 20, CAPTION)))
    assert (root.get("role"), root.get("lang")) == ("img", "zh-CN")
    assert root.get("aria-labelledby") == "p-title p-desc"
    assert [root.findtext(f"{SVG}{tag}") for tag in ("title", "desc")] == ["标题 <&>", "说明 \"'"]


def test_patterns_are_named_after_their_picture() -> None:
    first, second = Patterns("a", (ON_TIME, LATE)), Patterns("b", (ON_TIME, LATE))
    assert first.paint(ON_TIME) == ON_TIME.colour
    assert first.paint(LATE) != second.paint(LATE)
    assert f'id="{first.paint(LATE)[5:-1]}"' in first.definitions()


def test_every_pattern_is_well_formed() -> None:
    parsed(str(picture(10, 10, CAPTION, Patterns("p", tuple(CAUSE_FILLS.values())).definitions())))


@FEW
@given(st.lists(anything, max_size=12), st.floats(80, 600))
def test_a_legend_wraps_without_collisions(words: list[str], room: float) -> None:
    mark = node("rect", width=14, height=12)
    entries = [(mark if n % 2 else Markup(), word) for n, word in enumerate(words)]
    drawn, height = legend(entries, 8, 4, room, Style(12))
    assert faults(str(picture(room + 8, height + 8, CAPTION, drawn))) == []


@FEW
@given(st.lists(st.text(alphabet="设立abc ", min_size=1), max_size=6))
def test_lines_of_a_paragraph_do_not_touch(lines: list[str]) -> None:
    drawn = paragraph(0, 0, lines, Style(12))
    wide = 12 + max(map(Style(12).width, lines), default=0)
    made = picture(wide, 16 * len(lines) + 4, CAPTION, drawn)
    assert len(texts(parsed(str(made)))) == len(lines)
    assert faults(str(made)) == []
