"""Scales and round steps."""

from hypothesis import given
from hypothesis import strategies as st

from reports.pictures.scale import Scale, round_step, ticks
from tests.model_builders import MANY


@MANY
@given(st.floats(1e-6, 1e6))
def test_a_round_step_is_the_least_of_its_kind(least: float) -> None:
    step = round_step(least)
    assert least * (1 - 1e-6) <= step <= least * 2.5 * (1 + 1e-6)
    assert f"{step:.0e}"[0] in "125"


def test_ticks_are_the_multiples_within() -> None:
    assert ticks(-0.5, 9.5, 2) == [0, 2, 4, 6, 8]
    assert ticks(3, 3, 1) == [3]
    assert ticks(0.2, 0.8, 1) == []


def test_a_scale_maps_its_ends_onto_its_ends() -> None:
    scale = Scale(10, 20, 100, 50)
    assert (scale(10), scale(15), scale(20), scale.unit) == (100, 75, 50, -5)
