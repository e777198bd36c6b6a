"""Files that are broken or mean harm: one sentence, nothing read, nothing opened."""

import gzip
import random
from contextlib import suppress
from pathlib import Path

import pytest

from flows.catalogue import process
from integrations.logs.reading import read_log
from models.errors import OneThingError

OPENING = process("company-opening")

XES = """<?xml version="1.0"?>
<log xmlns="http://www.xes-standard.org/">
<global scope="event"><string key="concept:name" value="x"/></global>
<trace><string key="concept:name" value="1"/>
<event><string key="concept:name" value="intake"><string key="inner" value="y"/></string>
<date key="time:timestamp" value="2024-03-04T09:30:00+08:00"/></event>
</trace></log>
"""
CSV = "case,activity,start,end\n1,intake,2024-03-04 09:00,2024-03-04 09:10\n" * 1


def refused(path: Path, content: str | bytes) -> str:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(OneThingError) as caught:
        read_log(path, [OPENING])
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert len(sentence) < 1_500
    return sentence


def test_plain_xes_is_read_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "a.xes").write_text(XES, encoding="utf-8")
    (tmp_path / "a.xes.gz").write_bytes(gzip.compress(XES.encode()))
    for name in ("a.xes", "a.xes.gz"):
        assert len(read_log(tmp_path / name, [OPENING])) == 1


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE log SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
    ],
)
def test_document_types_and_entities_are_refused(tmp_path: Path, declaration: str) -> None:
    hostile = XES.replace("<log", f"{declaration}<log", 1)
    assert "has a document type (DTD)" in refused(tmp_path / "a.xes", hostile)


def test_deep_nesting_and_endless_tags_are_refused(tmp_path: Path) -> None:
    deep = "<log>" + "<a>" * 100_000
    assert "nested more than 32 deep" in refused(tmp_path / "a.xes", deep)
    endless = '<log><trace><event><string key="' + "k" * 6_000_000
    assert "longer than 4 MB" in refused(tmp_path / "a.xes", endless)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.xes", "", "not well-formed"),
        ("a.xes", "<html></html>", "root should be log"),
        ("a.xes", XES[:200], "not well-formed"),
        ("a.xes", '<?xml version="1.0" encoding="UTP-8"?><log/>', "encoding is not supported"),
        ("a.xes", '<?xml version="1.0" encoding="gb18030"?><log/>', "encoding is not supported"),
        ("a.xes", "<log></log>", "no events"),
        ("a.xes.gz", b"not packed", "cannot be read|damaged"),
        ("a.xes.gz", gzip.compress(XES.encode())[:-20], "damaged"),
        ("a.parquet", b"PAR1 nonsense PAR1", "not Parquet"),
        ("a.parquet", b"", "not Parquet"),
        ("a.csv", b"\n", "the file is empty"),
        ("a.csv", b"case,case,end\n1,2,3\n", "case appears twice"),
        ("a.csv", b"case,acti\rvity,end\n1,2,3\n", "line 1 should name the columns"),
        ("a.csv", b"\xff\xfe\x00\x01\n", "cannot be read|line 1"),
        ("a.csv", CSV + "1,intake,2024-03-04 09:00,2024-03-04 09:10,extra\n", "line 3: 5 columns"),
        ("a.csv", "case,activity,end\n", "there are no rows"),
        ("a.csv", "case,activity,end\n1,intake,1999-01-01 10:00\n", "not announced"),
        ("a.docx", b"x", "no known log format"),
    ],
)
def test_broken_files_are_refused_in_one_sentence(
    tmp_path: Path, name: str, content: str | bytes, complaint: str
) -> None:
    assert any(part in refused(tmp_path / name, content) for part in complaint.split("|"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    for name in ("a.csv", "a.parquet", "a.xes"):
        with pytest.raises(OneThingError, match="cannot be read"):
            read_log(tmp_path / name, [OPENING])


@pytest.mark.parametrize("name", ["a.xes", "a.csv"])
def test_mutated_files_are_read_or_refused_but_never_crash(tmp_path: Path, name: str) -> None:
    generator = random.Random(7)
    source = bytearray((XES if name.endswith("xes") else CSV * 3).encode())
    path = tmp_path / name
    for _ in range(150):
        changed = bytearray(source)
        for _ in range(generator.randint(1, 6)):
            place = generator.randrange(len(changed))
            changed[place : place + generator.randint(0, 9)] = generator.randbytes(
                generator.randint(0, 5)
            )
        path.write_bytes(changed)
        with suppress(OneThingError):
            read_log(path, [OPENING])
