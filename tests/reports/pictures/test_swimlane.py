"""The process picture: every step once, marked for what it is, and no words on other words."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from models.base import text
from models.condition import Chance
from models.process import Process
from models.step_time import ApplicantTime, Automatic, Wait
from reports.pictures.bands import cut_into_bands
from reports.pictures.swimlane import ROOM, swimlane
from reports.pictures.swimlane_layout import layout
from reports.wording import Wording
from tests.model_builders import HOUR, SOURCE, a_chain, a_process, a_rework, a_step
from tests.reports.picture_checks import faults, parsed, texts
from tests.reports.pictures.strategies import processes
from tests.reports.subjects import made_up, opening

ZH, EN = Wording("zh"), Wording("en")


def drawn(process: Process, w: Wording = ZH) -> str:
    return str(swimlane(process, made_up(process), {}, w, "p"))


@settings(max_examples=60, deadline=None)
@given(processes())
def test_words_never_collide_whatever_the_names(process: Process) -> None:
    for w in (ZH, EN):
        assert faults(drawn(process, w)) == []


@pytest.mark.parametrize("to_be", [False, True])
def test_every_step_is_drawn_once_with_its_number(*, to_be: bool) -> None:
    (process, result), *_ = opening(to_be=to_be).pairs()
    names = opening(to_be=to_be).names
    shown = str(swimlane(process, result, names, ZH, "p"))
    for number, slug in enumerate(process.order):
        name = process.step(slug).name.zh
        assert shown.count(f"<title>{number + 1} {name}</title>") == 1
    assert float(parsed(shown).get("width", 0)) <= ROOM * 1.1


def test_kinds_conditions_corrections_and_the_bottleneck_are_marked() -> None:
    rare = Chance(share=0.06, source=SOURCE)
    steps = (
        a_step("a", rework=a_rework("a")),
        a_step("b", "a", time=Automatic(duration=HOUR)),
        a_step("c", "b", time=Wait(duration=HOUR), when=rare),
        a_step("d", "c", time=ApplicantTime(duration=HOUR)),
        a_step("e", "d"),
    )
    words = {text.content for text in texts(parsed(drawn(a_process(*steps))))}
    marks = {"补正 10%→1", "系统自动", "外部/公示/流转", "◇ 约6%办件", "申请人", "瓶颈 20.0%"}
    assert marks <= words
    shown = drawn(a_process(*steps))
    assert 'stroke-dasharray="6 3"' in shown
    assert 'stroke-dasharray="2 3"' in shown


def test_a_long_process_is_cut_into_bands_with_the_lanes_they_need() -> None:
    slugs = [f"s{n}" for n in range(18)]
    steps = [
        a_step(slug, *slugs[n - 1 : n], owner=f"owner-{n // 6}", name=text("环节", "Step"))
        for n, slug in enumerate(slugs)
    ]
    process = a_process(*steps)
    heights = dict.fromkeys(slugs, 50.0)
    found = layout(process, 100, heights, dict.fromkeys(process.owners, 30.0))
    bands = list(cut_into_bands(found, 6))
    assert [len(band.boxes) for band in bands] == [6, 6, 6]
    # the arrow that leads on to the next owner shows his lane already
    owners = [[lane.owner for lane in band.lanes] for band in bands]
    assert owners[0][0] == "owner-0"
    assert owners[2] == ["owner-2"]
    assert faults(drawn(process)) == []
    for band in bands:
        for points in band.arrows:
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points))


def test_an_owner_without_a_name_goes_by_its_slug() -> None:
    assert "owner" in {text.content for text in texts(parsed(drawn(a_process(*a_chain("a")))))}
