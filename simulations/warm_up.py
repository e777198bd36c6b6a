"""Where the warm-up ends: MSER-5 on the cycle times in order of arrival.

Source: White (1997), An effective truncation heuristic for bias reduction in simulation output,
Simulation 69(6).
"""

import numpy as np

from models.event import EventLog

BATCH = 5


def warm_up_second(log: EventLog) -> int:
    """The second from which arriving cases are measured; at most half of the cases are cut."""
    arrival = log.arrived.time
    end = arrival.astype(np.int64)
    np.maximum.at(end, log.case, log.completed.astype(np.int64))
    cut = BATCH * mser(batch_means(end - arrival))
    return int(arrival[cut]) if cut else 0


def batch_means(
    values: np.ndarray[tuple[int, ...], np.dtype[np.int64]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Means of consecutive batches of five; a rest is dropped."""
    whole = len(values) // BATCH * BATCH
    return np.asarray(values[:whole].reshape(-1, BATCH).mean(axis=1), np.float64)


def mser(means: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> int:
    """How many batches to cut: the least squared standard error of what remains."""
    half = len(means) // 2
    if half == 0:
        return 0
    reverse = means[::-1]
    counts = np.arange(1, len(means) + 1)
    sums, squares = np.cumsum(reverse), np.cumsum(reverse**2)
    errors = (squares - sums**2 / counts) / counts**2
    return int(np.argmin(errors[::-1][:half]))
