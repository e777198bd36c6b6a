"""The store's room for leases: who brings a live case forward, and until when.

A lease keeps two runs from working on one case side by side, and shows when a run is gone: it is
not renewed. It runs on the wall's time. It saves work; that nothing is done twice is held by the
departments' keys and the store's unique rows.
"""

from sqlalchemy import Connection, bindparam, delete, select, update

from integrations.store.database import Database, insert_once, this_moment
from integrations.store.tables import CASE_LEASES

LEASE = CASE_LEASES.c
THIS = LEASE.case_id == bindparam("case")
FREE = (LEASE.holder == bindparam("by")) | (LEASE.until <= bindparam("now"))
TAKING = update(CASE_LEASES).where(THIS, FREE)
GIVING_BACK = delete(CASE_LEASES).where(THIS, LEASE.holder == bindparam("by"))
HELD = select(LEASE.until).where(THIS)


class Leases(Database):
    """Leases of live cases."""

    def lease(self, case: str, holder: str, seconds: int) -> bool:
        """Take or renew the lease for so many seconds; False if another holds it."""
        now = this_moment()
        values = {"holder": holder, "until": now + seconds}
        told = {"case": case, "by": holder, "now": now, **values}

        def take(connection: Connection) -> bool:
            if connection.execute(TAKING, told).rowcount == 1:
                return True
            return insert_once(connection, CASE_LEASES, {"case_id": case, **values})

        return self.write(take)

    def release(self, case: str, holder: str) -> None:
        """Give the lease back, if ``holder`` has it."""

        def give_back(connection: Connection) -> None:
            connection.execute(GIVING_BACK, {"case": case, "by": holder})

        self.write(give_back)

    def is_leased(self, case: str) -> bool:
        """Whether somebody holds the case now."""

        def look(connection: Connection) -> bool:
            until = connection.execute(HELD, {"case": case}).scalar()
            return until is not None and until > this_moment()

        return self.read(look)
