"""Binary heaps of (time, code) pairs, packed into whole numbers: time * 2**32 + code.

Entry 0 of a heap is its size, entry 1 its least key.
"""

from simulations.jit import inlined
from simulations.kernel.tables import NEVER, Int64

LOW = (1 << 32) - 1


@inlined
def push(heap: Int64, time: int, code: int) -> None:
    """Put (time, code) on the binary heap ``heap[1:]``, whose size is ``heap[0]``."""
    key = (time << 32) | code
    place = heap[0] + 1
    heap[0] = place
    while place > 1 and heap[place >> 1] > key:
        heap[place] = heap[place >> 1]
        place >>= 1
    heap[place] = key


@inlined
def pop(heap: Int64) -> int:
    """Take the least key off the heap; its code."""
    least = heap[1]
    size = heap[0]
    last = heap[size]
    size -= 1
    heap[0] = size
    place = 1
    child = 2
    while child <= size:
        # Beyond the end stands ``last`` still; if it is the lesser one, this is its place.
        child += int(heap[child + 1] < heap[child])
        if heap[child] >= last:
            break
        heap[place] = heap[child]
        place = child
        child = 2 * place
    heap[place] = last
    return int(least & LOW)


@inlined
def next_time(heap: Int64) -> int:
    """The time of the heap's least key, or NEVER if it is empty."""
    return int(heap[1] >> 32) if heap[0] > 0 else NEVER


@inlined
def next_code(busy: Int64, timers: Int64, now: int) -> int:
    """Take what happens first at ``now`` off its heap; -1 if nothing more does."""
    if next_time(busy) == now and (next_time(timers) > now or busy[1] < timers[1]):
        return pop(busy)
    if next_time(timers) == now:
        return pop(timers)
    return -1
