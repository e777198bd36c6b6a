"""All mock departments' work behind one counter: their desks, waits, systems and the applicant.

Time is whole seconds since the calendar's epoch and is told by the caller; nothing here looks at a
clock. An instant is handled in two parts, as in the kernel: ``happen`` first (what is over by now),
then, when all that comes in at the instant has come, ``give_out``.
"""

import heapq
from collections.abc import Mapping, Sequence

from integrations.departments.desk import Desk, work_until
from integrations.departments.job import Job, Order
from models.case_draws import Stream, VisitDraws
from models.errors import UnknownNameError
from models.pool import OfficeHours, Pool
from models.process import Process
from models.said import said
from models.step import Step
from models.working_time import DAY, OfficialCalendar, OpenTime


class Offices:
    """What the departments do with applications for these processes, on this staff.

    Durations and corrections are drawn as the simulator draws them, by ``seed`` and
    ``replication``.
    """

    def __init__(
        self,
        processes: Sequence[Process],
        pools: Sequence[Pool],
        calendar: OfficialCalendar,
        *,
        seed: int = 1,
        replication: int = 0,
    ) -> None:
        """Everybody idle, nothing waiting."""
        self.calendar = calendar
        self.processes = {process.slug: process for process in processes}
        self.desks = {pool.slug: Desk(pool, calendar) for pool in pools}
        self.draws = {slug: VisitDraws(Stream(seed, replication, slug)) for slug in self.processes}
        self.hours: Mapping[str, OpenTime] = {
            "calendar": calendar.always(),
            "working": calendar.whole_working_days(),
            "office": calendar.open_time(OfficeHours()),
        }
        self.timers: list[tuple[int, int, Job]] = []
        self.serial = 0

    def step(self, process: str, step: str) -> Step:
        """The step that is asked for; UnknownNameError if it is not known here."""
        if process not in self.processes:
            raise UnknownNameError(said("流程", "process"), process, self.processes)
        return self.processes[process].step(step)

    def job(self, key: str, order: Order) -> Job:
        """The job of an order as it will turn out, not yet taken in: its luck is drawn."""
        step = self.step(order.process, order.step)
        draws = self.draws[order.process]
        sent_back = False
        match order.purpose:
            case "perform":
                work = draws.work(step, order.case, order.visit)
                sent_back = draws.correction(step, order.case, order.visit) is not None
            case "attend":
                work = draws.delay(step, order.case, order.visit)
            case "correct":
                work = self._correction(order)
        return Job(key, order, step, work, sent_back)

    def _correction(self, order: Order) -> int:
        if order.corrects is None:
            raise ValueError("a correction names the visit that it corrects")
        slug, visit = order.corrects
        cause = self.step(order.process, slug)
        return self.draws[order.process].correction(cause, order.case, visit) or 0

    def submit(self, job: Job, now: int) -> None:
        """Take in a job at ``now``."""
        job.enabled = now
        if job.order.purpose != "perform":
            job.started = now
            self._later(job, self._comes(job.step, now + job.work), at_once=True)
        elif job.step.pool is None:
            job.started = now
            self._later(job, self._unstaffed(job, now))
        else:
            self.desks[job.step.pool].take(job, now)

    def resume(self, job: Job) -> None:
        """Take up again, after a restart, a job that had been begun."""
        if job.completed is None:
            raise ValueError(f"job {job.key} was not begun")
        if job.order.purpose == "perform" and job.step.pool is not None:
            self.desks[job.step.pool].resume(job)
        else:
            self._later(job, job.completed)

    def _later(self, job: Job, time: int, *, at_once: bool = False) -> None:
        """The job is over at ``time``; ``at_once`` ones of this very instant need no timer."""
        job.completed = time
        if at_once and time == job.enabled:
            return
        self.serial += 1
        heapq.heappush(self.timers, (time, self.serial, job))

    def _comes(self, step: Step, time: int) -> int:
        """When an applicant who is free at ``time`` comes; in person, in the owner's hours."""
        if step.visit is None or step.pool is None:
            return time
        return int(self.desks[step.pool].opened.opening(time))

    def _unstaffed(self, job: Job, now: int) -> int:
        time = job.step.time
        basis = time.basis if time.kind in {"wait", "applicant"} else "calendar"
        whole = time.kind == "wait" and time.whole_days
        begin = now - now % DAY + DAY if whole else now
        end = work_until(self.hours[basis], begin, job.work)
        return max(end - 1, now) if whole else end

    def is_open(self, department: str, now: int) -> bool:
        """Whether anybody of a department is on duty; one without staff is always open."""
        desks = [desk for desk in self.desks.values() if desk.pool.department == department]
        return not desks or any(int(desk.opened.opening(now)) == now for desk in desks)

    def happen(self, now: int) -> list[Job]:
        """What is over by now; batches that have come are put in line."""
        over: list[Job] = []
        while self.timers and self.timers[0][0] <= now:
            over.append(heapq.heappop(self.timers)[2])
        for desk in self.desks.values():
            over += desk.finish(now)
            desk.release(now)
        return over

    def give_out(self, now: int) -> list[Job]:
        """Idle people take what waits; the jobs begun."""
        return [job for desk in self.desks.values() for job in desk.give_out(now)]

    def next_time(self, now: int) -> int | None:
        """When something happens next, if nothing comes in; not before ``now``."""
        times = [time for desk in self.desks.values() if (time := desk.next_time(now)) is not None]
        if self.timers:
            times.append(self.timers[0][0])
        return None if not times else max(now, min(times))
