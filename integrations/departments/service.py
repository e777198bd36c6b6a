"""Mock departments behind their API: what the calls do, on the desks and in the ledger.

The ledger is the one memory: what is answered is read from it. The desks run ahead of it by no more
than the call under way; when its write fails they are built anew from the ledger before the next
call. Time is the clock's; nothing here looks at the wall.
"""

import asyncio
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from integrations.departments import checks, records
from integrations.departments.contract import (
    Application,
    ApplicationState,
    Correction,
    Document,
    Health,
    Verification,
    Verified,
    application_id,
)
from integrations.departments.job import Job, Order
from integrations.departments.ledger import Ended, Ledger, Record, course
from integrations.departments.offices import Offices
from integrations.departments.problems import RefusedError, conflict, unknown
from models.said import in_chinese, said


class TellsTime(Protocol):
    """What the departments need of a clock."""

    epoch: datetime

    def now(self) -> int:
        """Official time, seconds since ``epoch``."""
        ...


class Service:
    """The departments ``served``, with everybody's work on these desks and in this ledger.

    ``offices`` builds the desks, everybody idle; it is called again when they are restored.
    """

    def __init__(
        self,
        offices: Callable[[], Offices],
        ledger: Ledger,
        clock: TellsTime,
        served: Collection[str],
    ) -> None:
        """Take up what is open in the ledger."""
        self.build = offices
        self.ledger = ledger
        self.clock = clock
        self.served = frozenset(served)
        self.news = asyncio.Event()
        """Set when work has come in."""
        self.waits: dict[str, asyncio.Event] = {}
        self.restore()

    def restore(self) -> None:
        """Forget the desks and build them from the ledger, as if they had never stood still."""
        self.stale = True
        self.offices = self.build()
        self.last = self.ledger.last_moment()
        rows = self.ledger.open_applications(self.served)
        jobs = [(row, self._job(row.id, Application.model_validate(row.content))) for row in rows]
        self.holders: dict[str, tuple[str, str]] = {
            row.id: (row.client, row.case_id) for row in rows
        }
        for row, job in jobs:
            if row.started is not None:
                records.set_course(job, row)
                self.offices.resume(job)
        waiting = [(job, row.enabled) for row, job in jobs if row.started is None]
        for job, enabled in waiting:
            self.offices.submit(job, enabled)
        self.ledger.begun(job for job, _ in waiting if job.started is not None)
        self._over([job for job, _ in waiting if _at_once(job)])
        self.stale = False
        self.news.set()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """What is done inside is in the ledger too, or the desks are built anew."""
        try:
            yield
        except SQLAlchemyError:
            self.stale = True
            raise

    def submit(
        self, client: str, department: str, key: str, application: Application
    ) -> ApplicationState:
        """Take in an application, or find it again by its key. RefusedError if it cannot be."""
        self._ready(department)
        identity = application_id(client, department, key)
        known, owner = self.ledger.known(identity, application.case)
        if known is not None:
            return self._repeated(known, application.digest)
        if owner not in {None, client}:
            raise RefusedError(
                403,
                "foreign-case",
                said("该办件属于其他申报方", "this case belongs to another client"),
            )
        checks.check_owner(self.offices, department, application)
        return self._state(self._take_in(identity, client, department, application))

    def _repeated(self, known: Record, digest: str) -> ApplicationState:
        if known.digest != digest:
            raise conflict(
                said(
                    "该 Idempotency-Key 已用于另一份内容",
                    "this Idempotency-Key was used for something else",
                ),
                "key-reused",
            )
        return self._state(known)

    def _take_in(
        self, identity: str, client: str, department: str, application: Application
    ) -> Record:
        now = self._catch_up()
        job = self._job(identity, application)
        reason = checks.objection(self.ledger, self.served, client, application)
        row = {
            "id": identity,
            "client": client,
            "department": department,
            "digest": application.digest,
            "content": application.model_dump(mode="json"),
            "case_id": application.case,
            "work": job.work,
            "correction": job.correction,
        }
        if reason is None:
            return self._hand_over(job, row, now)
        words = {"zh": in_chinese(reason), "en": str(reason)}
        over = {"enabled": now, "completed": now, "done": True, "reason": words}
        return self.ledger.take_in({**row, **over})

    def _hand_over(self, job: Job, row: Mapping[str, object], now: int) -> Record:
        """Put a new application's job on its desk, and both in the ledger."""
        with self._writing():
            self.offices.submit(job, now)
            self.holders[job.key] = (str(row["client"]), str(row["case_id"]))
            ended = [self._ended(job)] if _at_once(job) else []
            record = self.ledger.take_in({**row, **course(job)}, ended)
        self._tell([job] if ended else [])
        self.news.set()
        return record

    def _job(self, identity: str, application: Application) -> Job:
        corrects = application.corrects
        order = Order(
            process=application.process,
            step=application.step,
            case=application.number,
            visit=application.visit,
            rank=application.rank,
            purpose=application.purpose,
            corrects=None if corrects is None else corrects.key,
        )
        return self.offices.job(identity, order)

    def state(self, client: str, department: str, identity: str) -> ApplicationState:
        """How far the client's application is."""
        self._ready(department)
        return self._state(self._record(client, department, identity))

    async def over(self, client: str, department: str, identity: str, seconds: float) -> None:
        """Wait until the department is done with the application, so many seconds at most."""
        self._ready(department)
        if self._record(client, department, identity).done:
            return
        waiting = self.waits.setdefault(identity, asyncio.Event())
        try:
            await asyncio.wait_for(waiting.wait(), seconds)
        except TimeoutError:
            return

    def correct(
        self, client: str, department: str, identity: str, key: str, correction: Correction
    ) -> ApplicationState:
        """Take in the applicant's answer to the correction that the application ended with."""
        self._ready(department)
        record = self._record(client, department, identity)
        mark = application_id(client, department, key)
        known = self.ledger.correction(identity)
        if known is not None:
            if (known.id, known.digest) == (mark, correction.digest):
                return self._state(record)
            raise conflict(said("该办件已补正", "this application has been corrected already"))
        if records.status(record) != "correction_required":
            raise conflict(said("该办件未要求补正", "no correction was asked for"))
        now = self._catch_up()
        values = {
            "id": mark,
            "application": identity,
            "digest": correction.digest,
            "content": correction.model_dump(mode="json"),
            "received": now,
        }
        self.ledger.correct(values)
        return self.state(client, department, identity)

    def document(self, client: str, department: str, number: str) -> Document:
        """A document that the department issued in a case of the client."""
        self._ready(department)
        found = self.ledger.document(number)
        if found is None or found[0] != client or found[1].department != department:
            raise unknown(said(f"没有文书 {number}", f"there is no document {number}"))
        return found[1]

    def verify(self, department: str, question: Verification) -> Verified:
        """Whether the department issued this document; anybody with a key may ask."""
        self._ready(department)
        found = self.ledger.document(question.number)
        genuine = (
            found is not None
            and found[1].department == department
            and found[1].digest == question.digest
        )
        return Verified(number=question.number, genuine=genuine)

    def health(self, department: str) -> Health:
        """How the department is."""
        self._ready(department)
        now = self.clock.now()
        waiting, in_progress = self.ledger.open_counts(department)
        return Health(
            department=department,
            open=self.offices.is_open(department, now),
            time=records.moment(self.clock.epoch, now),
            waiting=waiting,
            in_progress=in_progress,
        )

    def happen(self, now: int) -> list[Job]:
        """What is over by now; the ledger has it and whoever waits is told."""
        self.last = max(self.last, now)
        with self._writing():
            return self._over(self.offices.happen(now))

    def _over(self, jobs: list[Job]) -> list[Job]:
        if jobs:
            self.ledger.done([self._ended(job) for job in jobs])
        self._tell(jobs)
        return jobs

    def _tell(self, jobs: list[Job]) -> None:
        """Whoever waits for these learns that they are over."""
        for job in jobs:
            del self.holders[job.key]
            if (waiting := self.waits.pop(job.key, None)) is not None:
                waiting.set()

    def _ended(self, job: Job) -> Ended:
        client, case = self.holders[job.key]
        return job, client, case, records.documents(job, client, case, self.clock.epoch)

    def give_out(self, now: int) -> list[Job]:
        """Idle people take what waits; the jobs begun, which the ledger has."""
        self.last = max(self.last, now)
        with self._writing():
            begun = self.offices.give_out(now)
            if begun:
                self.ledger.begun(begun)
            return begun

    def next_time(self, now: int) -> int | None:
        """When something happens next, if nothing comes in; not before ``now``."""
        return self.offices.next_time(now)

    def advance(self, now: int) -> None:
        """Everything up to and including ``now``, each thing at its own time."""
        if self.stale:
            self.restore()
        now = max(now, self.last)
        self._up_to(now)
        self.happen(now)
        self.give_out(now)

    def _catch_up(self) -> int:
        """Official time, once everything before it has happened."""
        now = max(self.clock.now(), self.last)
        self._up_to(now)
        self.last = now
        return now

    def _up_to(self, end: int) -> None:
        while (time := self.offices.next_time(self.last)) is not None and time < end:
            self.happen(time)
            self.give_out(time)

    def _ready(self, department: str) -> None:
        if department not in self.served:
            raise unknown(said(f"没有部门 {department}", f"there is no department {department}"))
        if self.stale:
            self.restore()

    def _record(self, client: str, department: str, identity: str) -> Record:
        record = self.ledger.application(identity)
        if record is None or (record.client, record.department) != (client, department):
            raise unknown(said(f"没有申请 {identity}", f"there is no application {identity}"))
        return record

    def _state(self, record: Record) -> ApplicationState:
        issues = records.status(record) == "approved" and record.content["purpose"] == "perform"
        documents = self.ledger.documents_of(record) if issues else ()
        return records.state(record, documents, self.clock.epoch)


def _at_once(job: Job) -> bool:
    """Whether the applicant's part was over when it came in: the offices keep no timer for it."""
    return job.order.purpose != "perform" and job.is_done(job.enabled)
