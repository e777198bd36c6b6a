"""Keyed random numbers."""

import subprocess
import sys
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from models.draws import uniforms
from tests.model_builders import FEW

KEYS: list[tuple[str | int, ...]] = [
    (),
    (0,),
    (1,),
    (12,),
    (1, 2),
    (2, 1),
    ("seed", 1, "arrivals"),
    ("seed", 1, "intake"),
    ("seed", 2, "arrivals"),
    ("arrivals", "seed", 1),
]
COUNT = 20_000
KNOWN = [0.9658293135294705, 0.403598193582535, 0.22207217362527976]
KNOWN_WITHOUT_KEY = [0.9339697174798451, 0.5982169381434008]


def test_known_values_do_not_change_between_versions() -> None:
    assert uniforms(3, 7, "company-opening", "intake").tolist() == KNOWN
    assert uniforms(2).tolist() == KNOWN_WITHOUT_KEY


def test_another_process_draws_the_same() -> None:
    command = (
        "from models.draws import uniforms; print(uniforms(3, 7, 'company-opening', 'intake'))"
    )
    told = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == str(np.array(KNOWN))


@FEW
@given(
    st.integers(0, 300),
    st.integers(0, 300),
    st.lists(st.one_of(st.integers(), st.text(max_size=8)), max_size=4),
)
def test_the_first_numbers_do_not_depend_on_how_many_are_drawn(
    few: int, more: int, key: list[str | int]
) -> None:
    shared = min(few, more)
    assert uniforms(few, *key)[:shared].tolist() == uniforms(more, *key)[:shared].tolist()


def test_as_many_are_drawn_as_asked_for() -> None:
    assert uniforms(0, "key").shape == (0,)
    assert uniforms(5, "key").shape == (5,)


@pytest.mark.parametrize("key", KEYS)
def test_a_stream_is_uniform(key: tuple[str | int, ...]) -> None:
    drawn = uniforms(COUNT, *key)
    assert 0 <= drawn.min() < drawn.max() < 1
    assert stats.kstest(drawn, "uniform").pvalue > 0.001
    assert abs(np.corrcoef(drawn[:-1], drawn[1:])[0, 1]) < 4 / np.sqrt(COUNT)


@pytest.mark.parametrize(("one", "other"), list(combinations(KEYS, 2)))
def test_streams_of_different_keys_are_independent(
    one: tuple[str | int, ...], other: tuple[str | int, ...]
) -> None:
    first, second = uniforms(COUNT, *one), uniforms(COUNT, *other)
    assert abs(np.corrcoef(first, second)[0, 1]) < 4 / np.sqrt(COUNT)


def test_a_number_and_its_digits_are_the_same_key() -> None:
    assert uniforms(3, 7).tolist() == uniforms(3, "7").tolist()


def test_drawing_leaves_the_global_generator_alone() -> None:
    np.random.seed(1)  # noqa: NPY002 - it is the global one that must be left alone
    expected = np.random.random()  # noqa: NPY002 - as above
    np.random.seed(1)  # noqa: NPY002 - as above
    uniforms(10, "key")
    assert np.random.random() == expected  # noqa: NPY002 - as above
