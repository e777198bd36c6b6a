"""Many rows at once: COPY on PostgreSQL, one prepared statement on SQLite."""

from typing import Any

import polars as pl
from sqlalchemy import Connection, Table


def write_rows(connection: Connection, table: Table, rows: pl.DataFrame) -> None:
    """Write rows whose columns are those of the table, in its order."""
    names = ", ".join(rows.columns)
    if connection.dialect.name == "postgresql":
        raw: Any = connection.connection.driver_connection
        with (
            raw.cursor() as cursor,
            cursor.copy(f"COPY {table.name} ({names}) FROM STDIN CSV") as copy,
        ):
            copy.write(rows.write_csv(include_header=False, quote_style="necessary"))
    elif len(rows):
        marks = ", ".join("?" * len(rows.columns))
        statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
        connection.exec_driver_sql(statement, rows.rows())
