"""Designs and sessions to work on in tests."""

from flows.catalogue import process
from tests.model_builders import a_chain, a_process, a_step
from workbench.workshop.design import Design
from workbench.workshop.session import Session

OPENING = "company-opening"


def opening(*items: int) -> Design:
    """Company opening with these plan items only."""
    return Design.of(process(OPENING), items)


def row() -> Design:
    """Steps a, b, c and d one after another, of one owner."""
    return Design.of(a_process(*a_chain("a", "b", "c", "d")))


def two_owners() -> Design:
    """A step of ``first`` and then one of ``second``."""
    return Design.of(a_process(a_step("a", owner="first"), a_step("b", "a", owner="second")))


def session(slug: str = OPENING) -> Session:
    """A session that 张三 began."""
    return Session.on(process(slug), "张三")
