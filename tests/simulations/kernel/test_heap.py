"""The kernel's heap against the standard library's."""

from heapq import heapify, heappop, heappush

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from simulations.kernel.heap import next_code, next_time, pop, push
from simulations.kernel.tables import NEVER, Int64
from tests.simulations.strategies import SOME

ENTRIES = st.tuples(st.integers(0, NEVER), st.integers(0, 2**31))
FEW_TIMES = st.tuples(st.integers(0, 3), st.integers(0, 50))
MOST = 60


def heap_of(entries: list[tuple[int, int]]) -> Int64:
    heap = np.zeros(MOST + 2, np.int64)
    for time, code in entries:
        push(heap, time, code)
    return heap


@SOME
@given(st.lists(ENTRIES | FEW_TIMES | st.none(), max_size=MOST))
def test_pushes_and_pops_in_any_order_agree(actions: list[tuple[int, int] | None]) -> None:
    heap = heap_of([])
    model: list[tuple[int, int]] = []
    for entry in actions:
        if entry is not None:
            push(heap, *entry)
            heappush(model, entry)
        elif model:
            assert pop(heap) == heappop(model)[1]
        assert heap[0] == len(model)
        assert next_time(heap) == (model[0][0] if model else NEVER)


@SOME
@given(st.lists(FEW_TIMES, max_size=20, unique=True), st.lists(FEW_TIMES, max_size=20, unique=True))
def test_two_heaps_give_out_one_order(
    busy: list[tuple[int, int]], timers: list[tuple[int, int]]
) -> None:
    first, second = heap_of(busy), heap_of(timers)
    model = [*busy, *timers]
    heapify(model)
    for now in range(5):
        while model and model[0][0] == now:
            assert next_code(first, second, now) == heappop(model)[1]
        assert next_code(first, second, now) == -1
