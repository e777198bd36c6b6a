"""Replications on a Dask cluster: the same results, from more cores and machines."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from distributed import Client

from models.errors import SimulationError
from models.said import said

S = TypeVar("S")
R = TypeVar("R")

CHUNKS_A_THREAD = 4
"""Enough chunks to keep workers of unequal speed busy, few enough to compile a scenario seldom."""


class DaskWorkers(Generic[S, R]):
    """Runs replications on the cluster at ``address`` (``tcp://host:8786``).

    ``task`` runs some replications of a scenario in one process; it is sent to the workers by
    name, so they need this package installed. Results come back in the order of their numbers.
    """

    def __init__(
        self, address: str, task: Callable[[S, Sequence[int], int], Iterator[R]], wait: str = "10s"
    ) -> None:
        self._task = task
        try:
            connect: Callable[..., Any] = Client
            self._client = connect(address, timeout=wait)
        except (OSError, ValueError, TimeoutError) as error:
            raise SimulationError(
                said(
                    f"--dask：{address} 没有调度器应答（{type(error).__name__}）；"
                    "请用 dask scheduler 启动调度器，用 dask worker 地址 启动工作进程",
                    f"--dask: no scheduler answers at {address} ({type(error).__name__}); start "
                    "one with `dask scheduler` and workers with `dask worker ADDRESS`",
                )
            ) from None

    def run(self, scenario: S, numbers: Sequence[int], warm_up: int) -> Iterator[R]:
        """The replications of these numbers, in their order."""
        threads = sum(self._client.nthreads().values())
        if not threads:
            raise SimulationError(
                said(
                    "--dask：集群没有工作进程，请启动 dask worker 地址",
                    "--dask: the cluster has no workers; start `dask worker ADDRESS`",
                )
            )
        size = max(1, -(-len(numbers) // (threads * CHUNKS_A_THREAD)))
        chunks = [numbers[n : n + size] for n in range(0, len(numbers), size)]
        futures = [
            self._client.submit(_in_full, self._task, scenario, chunk, warm_up, pure=False)
            for chunk in chunks
        ]
        for future in futures:
            yield from future.result()

    def close(self) -> None:
        """Leave the cluster."""
        self._client.close()


def _in_full(
    task: Callable[[S, Sequence[int], int], Iterator[R]],
    scenario: S,
    numbers: Sequence[int],
    warm_up: int,
) -> list[R]:
    return list(task(scenario, numbers, warm_up))
