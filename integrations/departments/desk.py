"""One pool of a mock department at work: batches, queues, people and their office hours.

The rules are the kernel's (``simulations.kernel.loop`` and ``staff``), written a second time for
work that comes in while the clock runs: whoever is there at an instant competes for it, the best
class goes first, within a class the one enabled first, and the idle person on duty with the lowest
number takes it. The twin holds the two together.
"""

import heapq
from bisect import insort
from collections import deque
from dataclasses import dataclass, field

import numpy as np

from integrations.departments.job import Job
from models.errors import CalendarError
from models.pool import Pool
from models.working_time import BEYOND, OfficialCalendar, OpenTime


def work_until(opened: OpenTime, begin: int, work: int) -> int:
    """When ``work`` seconds begun at ``begin`` are done; work ending at closing ends at closing."""
    start = int(opened.opening(begin))
    if work == 0:
        return start
    return int(opened.at(opened.clock(start) + work - 1)) + 1


@dataclass
class _Waiting:
    """A job in line: the pool's open clock at joining, the start after which its turn comes."""

    job: Job
    joined: int
    turn: int


@dataclass
class Desk:
    """The people of a pool and the work before them."""

    pool: Pool
    calendar: OfficialCalendar
    lanes: dict[int, deque[_Waiting]] = field(default_factory=dict)
    held: deque[tuple[int, Job]] = field(default_factory=deque)
    busy: list[tuple[int, int, Job]] = field(default_factory=list)
    """A heap of (completed, person, job)."""
    turns: list[int] = field(default_factory=list)
    """The pool's open clock at each start of work."""

    def __post_init__(self) -> None:
        """Set up calendars; everybody is idle."""
        self.shifts = [self.calendar.open_time(hours) for hours in self.pool.hours]
        self.opened = self.calendar.staffed(self.pool.hours)
        self.batches = self.calendar.batch_times(self.pool).tolist()
        self.idle = list(range(self.pool.count))

    @property
    def waiting(self) -> int:
        """How many jobs wait in line."""
        return sum(len(lane) for lane in self.lanes.values())

    def take(self, job: Job, now: int) -> None:
        """A job comes in: held for its batch, or put in line."""
        self.release(now)
        place = int(np.searchsorted(self.batches, now)) if self.batches else 0
        if self.batches and place == len(self.batches):
            raise CalendarError(BEYOND)
        if self.batches and self.batches[place] > now:
            job.batch = self.batches[place] - now
            self.held.append((self.batches[place], job))
        else:
            self._join(job, now)

    def release(self, now: int) -> None:
        """Put the jobs in line whose batch has come."""
        while self.held and self.held[0][0] <= now:
            self._join(self.held.popleft()[1], now)

    def _join(self, job: Job, now: int) -> None:
        waiting = _Waiting(job, int(self.opened.clock(now)), len(self.turns) + self.waiting)
        self.lanes.setdefault(job.order.rank, deque()).append(waiting)

    def finish(self, now: int) -> list[Job]:
        """Whoever is done by now is idle again; the jobs that are over, in order of completion."""
        over: list[Job] = []
        while self.busy and self.busy[0][0] <= now:
            _, person, job = heapq.heappop(self.busy)
            insort(self.idle, person)
            over.append(job)
        return over

    def give_out(self, now: int) -> list[Job]:
        """Let idle people on duty take what waits; the jobs begun."""
        begun: list[Job] = []
        while self.waiting:
            person = next((p for p in self.idle if self._on_duty(p, now)), None)
            if person is None:
                break
            rank = min(rank for rank, lane in self.lanes.items() if lane)
            begun.append(self._begin(self.lanes[rank].popleft(), person, now))
        return begun

    def _on_duty(self, person: int, now: int) -> bool:
        return int(self.shifts[person].opening(now)) == now

    def _begin(self, waiting: _Waiting, person: int, now: int) -> Job:
        job, clock = waiting.job, int(self.opened.clock(now))
        if waiting.turn < len(self.turns):
            job.priority = clock - self.turns[waiting.turn]
        self.turns.append(clock)
        job.queue = clock - waiting.joined - job.priority
        job.started = now
        job.completed = work_until(self.shifts[person], now, job.work)
        job.resource = f"{self.pool.slug}#{person + 1}"
        self.idle.remove(person)
        heapq.heappush(self.busy, (job.completed, person, job))
        return job

    def resume(self, job: Job) -> None:
        """Take up a job again that had been begun before a restart."""
        if job.resource is None or job.completed is None:
            raise ValueError(f"job {job.key} was not begun")
        person = int(job.resource.rpartition("#")[2]) - 1
        self.idle.remove(person)
        heapq.heappush(self.busy, (job.completed, person, job))

    def next_time(self, now: int) -> int | None:
        """When something happens here next, if nothing comes in."""
        times = [self.busy[0][0]] if self.busy else []
        if self.held:
            times.append(self.held[0][0])
        if self.waiting and self.idle:
            times.append(min(int(self.shifts[person].opening(now)) for person in self.idle))
        return min(times, default=None)
