"""From jobs and rows of the ledger to what the API answers."""

from datetime import datetime, timedelta

from integrations.departments.contract import (
    Application,
    ApplicationState,
    Document,
    Status,
    digest_of,
    document_number,
)
from integrations.departments.job import Job
from integrations.departments.ledger import Record
from models.base import Text


def moment(epoch: datetime, seconds: int) -> datetime:
    """Official time as a date with its offset."""
    return epoch + timedelta(seconds=seconds)


def set_course(job: Job, record: Record) -> None:
    """Set a job to where the ledger says it is."""
    job.enabled, job.started, job.completed = record.enabled, record.started, record.completed
    job.resource, job.batch = record.resource, record.batch
    job.queue, job.priority = record.queue, record.priority


def status(record: Record) -> Status:
    """Where an application is."""
    if record.reason is not None:
        return "rejected"
    if record.done:
        return "correction_required" if record.correction else "approved"
    return "accepted" if record.started is None else "in_progress"


def state(record: Record, documents: tuple[Document, ...], epoch: datetime) -> ApplicationState:
    """What the API answers on an application. What is to come is not told."""
    asked = Application.model_validate(record.content)
    is_over = record.done and record.reason is None
    end = "correction" if record.correction else "done"
    corrected = record.corrected
    return ApplicationState.model_validate(
        {
            "id": record.id,
            "department": record.department,
            "case": record.case_id,
            "process": asked.process,
            "step": asked.step,
            "visit": asked.visit,
            "purpose": asked.purpose,
            "status": status(record),
            "enabled": moment(epoch, record.enabled),
            "started": None if record.started is None else moment(epoch, record.started),
            "completed": moment(epoch, record.completed) if record.done else None,
            "resource": record.resource,
            "outcome": end if is_over else None,
            "work": record.work if is_over else None,
            "batch": record.batch,
            "queue": record.queue,
            "priority": record.priority,
            "corrected": None if corrected is None else moment(epoch, corrected),
            "documents": documents,
            "reason": record.reason,
        }
    )


def documents(job: Job, client: str, case: str, epoch: datetime) -> list[tuple[str, Document]]:
    """The documents that a job issues, each with its kind; none if it ends with a correction."""
    if job.correction or job.order.purpose != "perform" or job.completed is None:
        return []
    issued = moment(epoch, job.completed)
    return [(kind.zh, _document(job, client, case, kind, issued)) for kind in job.step.produces]


def _document(job: Job, client: str, case: str, kind: Text, issued: datetime) -> Document:
    order, department = job.order, job.step.owner
    content = {
        "number": document_number(client, department, case, order.process, order.step, kind.zh),
        "department": department,
        "case": case,
        "process": order.process,
        "step": order.step,
        "kind": kind.model_dump(),
        "issued": issued.isoformat(),
    }
    return Document.model_validate({**content, "digest": digest_of(content)})
