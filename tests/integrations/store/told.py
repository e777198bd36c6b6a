"""A live case told to the store by hand: two steps, the second sent back once."""

from datetime import datetime, timedelta

from integrations.store.store import Store
from models.event import StepEvent
from models.process import Process
from models.working_time import CHINA
from tests.builders import a_correction, a_process, a_step, fixed

EPOCH = datetime(2026, 3, 2, tzinfo=CHINA)


def at(minutes: int) -> datetime:
    """So many minutes after nine."""
    return EPOCH + timedelta(hours=9, minutes=minutes)


def two_steps() -> Process:
    """``accept``, then ``decide``, which may send the case back to itself."""
    return a_process(
        a_step("accept", fixed(600)),
        a_step("decide", fixed(600), after=["accept"], rework=a_correction("decide", 0.5)),
    )


def begun(store: Store, name: str = "live") -> int:
    """A live run of that process."""
    return store.begin_run(name, "live", [two_steps()], EPOCH)


def over(
    step: str, begin: int, *, case: int = 0, visit: int = 0, corrected: bool = False
) -> StepEvent:
    """A visit enabled at ``begin``, started after 2 minutes, done after 12."""
    return StepEvent(
        case=case,
        process="process",
        step=step,
        visit=visit,
        owner="desk",
        resource=f"desk#{visit + 1}",
        ready=at(begin),
        enabled=at(begin),
        started=at(begin + 2),
        completed=at(begin + 12),
        outcome="correction" if corrected else "done",
        work=600,
        queue=120,
    )


def tell(
    store: Store, case: str, event: StepEvent, previous: tuple[str, int] | None = None
) -> None:
    """A visit from ready to over."""
    store.visit_ready(
        case, event.step, event.visit, owner="desk", ready=event.ready, previous=previous
    )
    application = f"{case}/{event.step}/{event.visit}"
    store.visit_enabled(
        case, event.step, event.visit, enabled=event.enabled, application=application
    )
    store.record(case, event)


def whole_case(store: Store, run: int, case: str = "a", number: int = 0, begin: int = 0) -> None:
    """A case of three visits, closed."""
    store.open_case(run, case, "process", {"budget": 5.0}, at(begin), number=number)
    tell(store, case, over("accept", begin, case=number))
    tell(store, case, over("decide", begin + 12, case=number, corrected=True), ("accept", 0))
    tell(store, case, over("decide", begin + 24, case=number, visit=1), ("decide", 0))
    store.close_case(case, "done", at(begin + 36))
