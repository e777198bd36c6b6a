"""How time and memory grow with size: company opening, each size in a process of its own.

``python -m benchmarks.sizes NAME`` prints one JSON object; ``benchmarks.peers`` runs them all in
turn. A process of its own, because the peak of memory is kept by process.
"""

import json
import resource
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.measure import Run, added, turn
from benchmarks.networks import opening
from benchmarks.ours import Ours

PART = 10_000
PARTS = 100
SCALE_OF_MILLION = 100
SCALE_OF_FLAT = 10


@dataclass(frozen=True)
class Job:
    """So many cases in one run, at a multiple of the staff, ``times`` runs in a row."""

    cases: int
    scale: int = 1
    times: int = 1


JOBS = {
    "10,000 cases": Job(PART),
    "1,000,000 cases in 100 runs": Job(PART, times=PARTS),
    "1,000,000 cases in one run": Job(PART * PARTS, scale=SCALE_OF_MILLION),
    "10^4 visits": Job(700, SCALE_OF_FLAT),
    "10^5 visits": Job(7_000, SCALE_OF_FLAT),
    "10^6 visits": Job(70_000, SCALE_OF_FLAT),
    "10^7 visits": Job(700_000, SCALE_OF_FLAT),
}
"""Company opening makes 14.2 visits a case."""


@dataclass(frozen=True)
class Size:
    """What a job took: seconds drawing and in the kernel, peak memory in MB.

    ``first`` is the time of the first run, which takes its memory from the system; the others
    use that memory again.
    """

    cases: int
    visits: int
    sampling: float
    kernel: float
    first: float
    memory: float

    @property
    def seconds(self) -> float:
        """Drawing and kernel."""
        return self.sampling + self.kernel

    @property
    def nanoseconds(self) -> float:
        """Kernel nanoseconds a visit."""
        return self.kernel / self.visits * 1e9


def measured(job: Job) -> Size:
    """Do the job, after the compiled code has been loaded by a small run."""
    Ours(opening(100, job.scale))(0)
    ours = Ours(opening(job.cases, job.scale))
    first = ours(0).elapsed.processor
    return _size(added([turn(ours, 1)] if job.times == 1 else _all(ours, job.times)), first)


def _all(ours: Ours, times: int) -> list[Run]:
    return [ours(number) for number in range(1, times + 1)]


def _size(run: Run, first: float) -> Size:
    return Size(
        cases=run.cases,
        visits=run.visits,
        sampling=run.elapsed.processor - run.kernel_seconds,
        kernel=run.kernel_seconds,
        first=first,
        memory=peak_memory(),
    )


def in_own_process(name: str) -> Size:
    """Do a job in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.sizes", name]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return Size(**json.loads(done.stdout))


def peak_memory() -> float:
    """The most memory this process has held, in MB.

    The system's count for this program where there is one: ``getrusage`` also counts what the
    process held before it became this program.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text("ascii").splitlines()
        return next(int(line.split()[1]) / 1e3 for line in lines if line.startswith("VmHWM"))
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    print(json.dumps(asdict(measured(JOBS[sys.argv[1]]))))
