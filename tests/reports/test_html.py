"""The page: well-formed, self-contained, safe, and its figures those of the result."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from models.base import Language
from reports import html as pages
from reports.document import document
from reports.sources import assumed_numbers
from reports.subject import Subject
from reports.wording.numbers import count, decimal, interval, percent
from tests.reports.picture_checks import PICTURE, faults
from tests.reports.subjects import hostile, opening
from tests.reports.test_palette import AA_TEXT, contrast

LANGUAGES: tuple[Language, Language] = ("zh", "en")
VOID = {"meta", "br", "img", "hr", "input", "link"}
MOST_BYTES = 300_000


class Page(HTMLParser):
    """The page's tags, texts and attributes; notes tags that are not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]


def page(subject: Subject, language: Language = "zh") -> Page:
    return Page(pages.page(document(subject, language)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("to_be", [False, True])
def test_every_tag_is_closed_and_every_id_is_used_once(language: Language, *, to_be: bool) -> None:
    found = page(opening(to_be=to_be), language)
    assert (found.faults, found.open) == ([], [])
    ids = Counter(found.values("id"))
    assert max(ids.values()) == 1
    references = [value for name in ("aria-labelledby", "href") for value in found.values(name)]
    named = {part.removeprefix("#") for value in references for part in value.split()}
    assert named <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_fetched_and_nothing_runs(language: Language) -> None:
    html = pages.page(document(opening(to_be=True), language))
    found = Page(html)
    assert not set(found.tags) & {"script", "img", "link", "iframe", "object", "image", "use"}
    assert not [value for _, name, value in found.attributes if name.startswith("on")]
    assert not re.findall(r"@import|url\((?!#)|https?://(?!www\.w3\.org/2000/svg)", html)
    assert "default-src 'none'" in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("to_be", [False, True])
def test_the_page_is_small_and_says_its_language(language: Language, *, to_be: bool) -> None:
    html = pages.page(document(opening(to_be=to_be), language))
    assert len(html.encode()) < MOST_BYTES
    assert f'<html lang="{"en" if language == "en" else "zh-CN"}">' in html


def test_its_figures_are_those_of_the_result() -> None:
    subject = opening(to_be=True)
    result = subject.result.processes[0]
    words = " ".join(page(subject).words)
    for verdict in result.verdicts:
        assert percent(verdict.on_time.value) in words
        assert interval(verdict.on_time) in words
    for step in result.steps:
        assert decimal(step.spent.total) in words
        assert percent(step.critical_share) in words
    for pool in subject.result.pools:
        assert percent(pool.utilisation.value) in words
    assert count(subject.result.effort.cases) in words
    assert f"{assumed_numbers(subject)} 个数字" in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("to_be", [False, True])
def test_every_picture_is_there_and_its_words_do_not_collide(
    language: Language, *, to_be: bool
) -> None:
    subject = opening(to_be=to_be)
    pictures = PICTURE.findall(pages.page(document(subject, language)))
    assert len(pictures) == 2 * len(subject.processes[0].limits) + 8
    assert [fault for picture in pictures for fault in faults(picture)] == []


def test_hostile_names_stay_words() -> None:
    html = pages.page(document(hostile(), "zh"))
    found = Page(html)
    assert (found.faults, found.open) == ([], [])
    assert "script" not in found.tags
    assert "img" not in found.tags
    assert "{{ 7 * 7 }}" in "".join(found.words)
    assert not {"\x1b", "\x00", "\x07", "\u202e", "\u2066"} & set(html)
    assert [fault for picture in PICTURE.findall(html) for fault in faults(picture)] == []


def test_colours_of_the_page_can_be_read() -> None:
    html = pages.page(document(opening(to_be=True), "zh"))
    pairs = re.findall(r"\{ color: (#\w{6}); background: (#\w{6}); \}", html)
    assert len(pairs) == 3
    named = dict(re.findall(r"--(\w+): (#\w{6})", html))
    pairs += [(named[name], "#ffffff") for name in ("ink", "soft", "accent", "link")]
    pairs += [(named["soft"], named["shade"]), (named["accent"], "#fff4f2")]
    assert [pair for pair in pairs if contrast(*pair) < AA_TEXT] == []
