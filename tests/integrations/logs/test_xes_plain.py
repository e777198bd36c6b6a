"""The quick way to read XES gives what expat gives, or leaves the file to expat."""

from io import BytesIO
from pathlib import Path
from random import Random

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from benchmarks.mutations import mutated
from flows.catalogue import process
from integrations.logs.writing import write_log
from integrations.logs.xes_plain import UnusualError, plain_parts
from integrations.logs.xes_reading import KEPT, OF_TRACE, expat_table, plain_table
from models.errors import OneThingError
from tests.builders import a_load, a_pool, a_scenario, simulated

OPENING = process("company-opening")

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xmlns="http://www.xes-standard.org/">
<!-- made by hand -->
<global scope="event"><string key="concept:name" value="x"/></global>
"""
TRACE = """<trace><string key="concept:name" value="{}"/>
<event><string key="concept:name" value="受理"/>
  <date key="time:timestamp" value="2024-03-04"/></event>
<event>
  <string key="org:resource" value=""/>
  <string key="concept:name" value="a &amp; b &lt; c"/> <int key="cost" value="3"/>
  <string key="concept:name" value="later"/>
</event>
</trace>
"""
PLAIN = HEAD + TRACE.format(1) + TRACE.format(2) + "<trace></trace>" + TRACE.format(3) + "</log>\n"


class Trickle(BytesIO):
    """A file that gives little at a time."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(700, size or 0))


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small log in XES as we write it."""
    path = tmp_path_factory.mktemp("xes") / "ours.xes"
    slugs = dict.fromkeys(step.pool for step in OPENING.steps if step.pool)
    pools = [a_pool(2, slug=slug) for slug in slugs]
    write_log(simulated(a_scenario(a_load(OPENING, 20, per_day=20), pools=pools)), path, [OPENING])
    return path.read_bytes()


def test_plain_files_need_no_expat(tmp_path: Path, ours: bytes) -> None:
    for content in (PLAIN.encode(), ours):
        path = tmp_path / "log.xes"
        path.write_bytes(content)
        assert_frame_equal(plain_table(path), expat_table(path))


def test_values_are_read_as_xml_means_them(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    path.write_text(PLAIN, encoding="utf-8")
    table = plain_table(path)
    assert table["case:concept:name"].to_list() == ["1", "1", "2", "2", "3", "3"]
    assert table["concept:name"].to_list() == ["受理", "later"] * 3
    assert table["org:resource"].to_list() == [None, ""] * 3


def test_a_trace_goes_on_in_the_next_part(ours: bytes, tmp_path: Path) -> None:
    parts = list(plain_parts(Trickle(ours), OF_TRACE, KEPT))
    assert len(parts) > 50
    traces = pl.concat([traces for _, traces in parts])
    path = tmp_path / "ours.xes"
    path.write_bytes(ours)
    assert traces["concept:name"].equals(expat_table(path)["case:concept:name"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<log", "<!DOCTYPE log><log"),
        ('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
        ("<log xmlns", '<log xes="'),
        ('value="2024-03-04"/>', 'value="2024-03-04"><string key="a" value="b"/></date>'),
        ('value="2024-03-04"/>', 'value="2024-03-04"/><!-- <event> -->'),
        ('value="2024-03-04"/>', 'value="2024-03-04"/>text'),
        ('value="2024-03-04"/>', 'value="2024-03-04"/>"'),
        ('value="2024-03-04"', "value='2024-03-04'"),
        ('value="2024-03-04"', 'value="&#50;024"'),
        ('value="2024-03-04"', 'value="&nothing;"'),
        ('value="2024-03-04"', 'value="2024\n03"'),
        ('value="2024-03-04"', 'value="2024<03"'),
        ('value="2024-03-04"', 'other="2024-03-04"'),
        ('value="2024-03-04"', 'value="2024-03-04" more="x"'),
        ("受理", "受\x01理"),
        ("受理", "受\ufffe理"),
        ("</event>", "</event><string key='process' value='p'/>"),
        ("</event>\n<event>", "</event>\n</event>\n<event>"),
        ("</trace>\n<trace>", "\n<trace>"),
        ("<event>\n", "<event><event>\n"),
        ("<event>\n", "<<event>\n"),
        ("<event>\n", "<event/><event>\n"),
        ("</log>", ""),
        ("</log>", "</log><log/>"),
        ("</log>", "</log>\n<!-- end -->"),
    ],
)
def test_what_is_unusual_is_left_to_expat(tmp_path: Path, old: str, new: str) -> None:
    assert old in PLAIN
    path = tmp_path / "log.xes"
    path.write_text(PLAIN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UnusualError):
        plain_table(path)


def test_what_the_quick_way_reads_expat_reads_alike(tmp_path: Path, ours: bytes) -> None:
    random = Random(11)
    path = tmp_path / "log.xes"
    read = 0
    for _ in range(400):
        path.write_bytes(mutated(random, [PLAIN.encode(), ours]))
        try:
            quick = plain_table(path)
        except (UnusualError, OneThingError):
            continue
        read += 1
        assert_frame_equal(quick, expat_table(path))
    assert read > 20
