"""The event store as a whole."""

from typing import Self

from integrations.store.cases import Cases
from integrations.store.database import connect, default_url, store_url
from integrations.store.leases import Leases
from integrations.store.runs import Runs
from integrations.store.scenarios import Scenarios
from integrations.store.upgrade import upgrade
from integrations.store.visits import Visits

OPENING_PATIENCE = 0.5
"""Seconds: enough for a connection that is ended while the store is being opened."""


class Store(Runs, Cases, Visits, Leases, Scenarios):
    """Runs, live cases, their visits and saved scenarios in one database.

    Every method may be called from any thread, and may be repeated: what is told again must be
    what was told before (StoreError otherwise). A lost connection is tried again.
    """

    @classmethod
    def open(cls, url: str | None = None, *, patience: float = 60) -> Self:
        """Open the store at an address, by default where ``default_url`` says.

        Its tables are made or brought up to date. ``patience``: seconds for which a connection
        that is lost later is tried again; a server that cannot be reached at all is refused within
        a second. Raises StoreError.
        """
        store = cls(connect(store_url(url or default_url())), OPENING_PATIENCE)
        try:
            upgrade(store)
        except BaseException:
            store.close()
            raise
        store.patience = patience
        return store

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close its connections."""
        self.close()
