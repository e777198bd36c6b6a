"""Every word in both languages, each used, none missing."""

import re
from pathlib import Path
from string import Formatter

import pytest

import reports
from models.breakdown import CAUSES
from reports.sources import ROLES
from reports.wording import WORDS, Wording

FOLDER = Path(reports.__file__).parent
CHINESE = re.compile(r"[\u3400-\u9fff]")
BUILT = re.compile(
    r"(chip|axis|count|kind|role|from|time)_\w+"
    r"|(working_days|calendar_days|office_minutes)(_one)?|\w+_long"
    r"|fixed|uniform|triangular|pert|exponential|lognormal|gamma"
)
"""Keys that the code puts together from the names of definitions."""


def sources() -> str:
    files = [*FOLDER.rglob("*.py"), *FOLDER.rglob("*.html")]
    tables = {"terms.py", "sentences.py", "pictures.py", "assumptions.py", "county.py"}
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in files
        if path.parent.name != "wording" or path.name not in tables
    )


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("key", WORDS)
def test_each_word_takes_the_same_values_in_both_languages(key: str) -> None:
    word = WORDS[key]
    assert fields(word.zh) == fields(word.en)


@pytest.mark.parametrize("key", WORDS)
def test_english_words_are_english(key: str) -> None:
    words = WORDS[key].en.replace("罗政综〔2023〕10号", "")
    assert not CHINESE.search(words)
    assert not set(words) & set("“”‘’，。：；（）")  # full width in Chinese fonts


def test_no_key_is_defined_twice() -> None:
    folder = FOLDER / "wording"
    found: list[str] = []
    for path in folder.glob("*.py"):
        found += re.findall(r'^    "(\w+)": text\(', path.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(found) == len(set(found)) == len(WORDS)


def test_every_key_that_the_code_names_exists() -> None:
    named = set(re.findall(r"""\bw\(\s*["'](\w+)["']""", sources()))
    assert named - set(WORDS) == set()


def test_every_word_is_used() -> None:
    code = sources()
    unused = [
        key
        for key in WORDS
        if not re.search(rf"""["']{key}["']""", code) and not BUILT.fullmatch(key)
    ]
    assert unused == []


def test_causes_roles_and_kinds_have_words() -> None:
    wanted = {*CAUSES, *(f"{cause}_long" for cause in CAUSES), *(f"role_{role}" for role in ROLES)}
    wanted |= {f"chip_{kind}" for kind in ("wait", "automatic", "applicant")}
    wanted |= {f"from_{edge}" for edge in ("enabled", "started", "completed")}
    assert wanted - set(WORDS) == set()


def test_a_word_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        Wording("zh")("no-such-word")


def test_anything_but_english_reads_chinese() -> None:
    assert Wording("en")("median") == "Median"
    assert Wording("zh")("median") == Wording("fr")("median") == "中位数"
