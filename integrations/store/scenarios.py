"""The store's room for scenarios that people name and share."""

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, func, insert, select, text

from integrations.store.database import Database, this_moment, to_moment
from integrations.store.records import SavedScenario
from integrations.store.tables import SCENARIOS
from models.errors import UnknownNameError
from models.said import said


class Scenarios(Database):
    """Saved scenarios, every version of them."""

    def save_scenario(self, name: str, content: str, author: str) -> SavedScenario:
        """Save a scenario's text as a new version; what was saved.

        The text and author of the newest version again make no further version.
        """
        SavedScenario(name=name, version=1, content=content, author=author, created=to_moment(0))

        def save(connection: Connection) -> SavedScenario:
            if connection.dialect.name == "postgresql":
                connection.execute(text("LOCK TABLE scenarios IN SHARE ROW EXCLUSIVE MODE"))
            newest = _first(connection, _newest().where(SCENARIOS.c.name == name))
            if newest and (newest.content, newest.author) == (content, author):
                return newest
            values = {
                "name": name,
                "version": newest.version + 1 if newest else 1,
                "content": content,
                "author": author,
                "created": this_moment(),
            }
            connection.execute(insert(SCENARIOS).values(**values))
            return _record(values)

        return self.write(save)

    def scenarios(self) -> list[SavedScenario]:
        """The newest version of each scenario, by name."""
        wanted = _newest().order_by(SCENARIOS.c.name)
        return self.read(
            lambda connection: [_record(row) for row in connection.execute(wanted).mappings()]
        )

    def scenario(self, name: str, version: int | None = None) -> SavedScenario:
        """The newest or that version of a scenario; UnknownNameError if there is none."""
        if version is None:
            wanted = _newest().where(SCENARIOS.c.name == name)
        else:
            wanted = select(SCENARIOS).where(
                SCENARIOS.c.name == name, SCENARIOS.c.version == version
            )
        found = self.read(lambda connection: _first(connection, wanted))
        if found is None:
            sought = name if version is None else f"{name} v{version}"
            known = [scenario.name for scenario in self.scenarios()]
            raise UnknownNameError(said("保存的方案", "saved scenario"), sought, known)
        return found


def _newest() -> Select[Any]:
    last = (
        select(SCENARIOS.c.name, func.max(SCENARIOS.c.version).label("version"))
        .group_by(SCENARIOS.c.name)
        .subquery()
    )
    same = and_(last.c.name == SCENARIOS.c.name, last.c.version == SCENARIOS.c.version)
    return select(SCENARIOS).join(last, same)


def _first(connection: Connection, wanted: Select[Any]) -> SavedScenario | None:
    row = connection.execute(wanted).mappings().first()
    return None if row is None else _record(row)


def _record(row: RowMapping | dict[str, Any]) -> SavedScenario:
    return SavedScenario(**{**row, "created": to_moment(row["created"])})
