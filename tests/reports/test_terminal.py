"""The summary in a terminal."""

import io
import re
from typing import Literal

import pytest
from rich.cells import cell_len
from rich.console import Console

from models.base import Language
from reports.sources import assumed_numbers
from reports.subject import Subject
from reports.table import Column, Row, Table
from reports.terminal import print_result
from reports.terminal_tables import fitted
from reports.wording.numbers import decimal, interval, percent
from tests.model_builders import a_chain, a_process
from tests.reports.subjects import hostile, opening, simulated

WIDTHS = (80, 100, 116, 120, 160)
LANGUAGES: tuple[Language, Language] = ("zh", "en")
HEADS = {
    "zh": (
        "办理流程",
        "时限与结论",
        "时间花在哪里",
        "经办人员",
        "瓶颈",
        "四减",
        "注意：仿真不是实测",
    ),
    "en": ("Process", "Limits", "Where the time goes", "staff", "Bottlenecks", "four", "Mind"),
}


def printed(subject: Subject, width: int, language: Language, *, colour: bool = False) -> str:
    out = io.StringIO()
    system: Literal["standard"] | None = "standard" if colour else None
    console = Console(file=out, width=width, force_terminal=colour, color_system=system)
    print_result(console, subject, language)
    return out.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("to_be", [False, True])
def test_no_line_is_longer_than_the_terminal(
    width: int, language: Language, *, to_be: bool
) -> None:
    lines = printed(opening(to_be=to_be), width, language).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not [line for line in lines if "…" in line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_there(language: Language) -> None:
    shown = printed(opening(to_be=True), 120, language)
    places = [shown.index(head) for head in HEADS[language]]
    assert places[0] == min(places)


@pytest.mark.parametrize("width", WIDTHS)
def test_its_figures_are_those_of_the_result(width: int) -> None:
    subject = opening(to_be=True)
    result = subject.result.processes[0]
    shown = printed(subject, width, "zh")
    for verdict in result.verdicts:
        assert percent(verdict.on_time.value) in shown
        assert interval(verdict.on_time) in shown
    assert decimal(result.critical.queue) in shown
    assert decimal(result.reductions.hours.value) in shown
    assert f"有 {assumed_numbers(subject)} 个数字" in shown
    unbroken = re.sub(r"[\s│]", "", shown)
    assert f"onethingsimulate{result.process}--scenario" in unbroken


def test_a_process_without_limits_says_so_without_an_empty_table() -> None:
    subject = simulated(a_process(*a_chain("a", "b")), {}, cases=5)
    shown = printed(subject, 80, "zh")
    assert "没有为本流程规定时限" in shown
    assert "P90" not in shown


def test_verdicts_are_told_by_words_and_signs_not_by_colour_alone() -> None:
    shown = printed(opening(to_be=False), 80, "zh")
    assert "✗ 不达标" in shown
    assert "\x1b[1;31m✗ 不达标" in printed(opening(to_be=False), 80, "zh", colour=True)


def test_hostile_names_neither_style_nor_steer_the_terminal() -> None:
    shown = printed(hostile(), 80, "zh", colour=True)
    escapes = set(re.findall(r"\x1b\[[0-9;]*[A-Za-z]", shown))
    assert all(escape.endswith("m") for escape in escapes)
    assert "\x1b[31m红" not in shown
    assert shown.count("[bold red]标记[/]") > 1  # as the process and as a step
    assert "\u202e" not in shown
    assert "\x07" not in shown


def test_text_columns_give_way_and_break_where_chinese_may() -> None:
    table = Table(
        "表",
        (Column("环节", numeric=False), Column("部门", numeric=False), Column("小时")),
        (Row(("标准地址查无的人工核验（外勤）", "县行政服务中心管委会", "12.5")),),
    )
    out = io.StringIO()
    Console(file=out, width=40).print(fitted(table, 40))
    lines = out.getvalue().splitlines()
    assert max(map(cell_len, lines)) <= 40
    assert "12.5" in out.getvalue()
    assert not [line for line in lines if line.lstrip().startswith("）")]


def test_slugs_stay_whole_and_heads_of_numbers_give_way_first() -> None:
    table = Table(
        "",
        (
            Column("流程", numeric=False),
            Column("企业开办全流程的办理时长"),
            Column("企业开办材料份数"),
        ),
        (Row(("bank-account-reservation\n银行账户预约", "-12.5 ±0.1", "+3.0 ±0.0")),),
    )
    out = io.StringIO()
    Console(file=out, width=48).print(fitted(table, 48))
    shown = out.getvalue()
    assert max(map(cell_len, shown.splitlines())) <= 48
    assert all(whole in shown for whole in ("bank-account-reservation", "-12.5 ±0.1", "+3.0 ±0.0"))
    assert "…" not in shown
