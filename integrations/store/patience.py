"""Waiting for a database that is away without holding up the event loop.

The store's own tries sleep; many cases share one loop, so each of them would stop all others.
"""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

from integrations.store.database import AT_ONCE, FIRST_PAUSE, LONGEST_PAUSE, Database
from models.errors import StoreAwayError

T = TypeVar("T")


async def patiently(store: Database, action: Callable[[], T]) -> T:
    """What ``action`` gives, which uses the store and may be done more than once.

    While the database is away it is tried again for ``store.patience`` seconds, and other tasks go
    on meanwhile; then StoreAwayError. Without trouble nothing is awaited.
    """
    deadline = time.monotonic() + store.patience
    pause = FIRST_PAUSE
    while True:
        token = AT_ONCE.set(True)
        try:
            return action()
        except StoreAwayError:
            if time.monotonic() + pause > deadline:
                raise
        finally:
            AT_ONCE.reset(token)
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
