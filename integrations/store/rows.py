"""Many rows at once: COPY on PostgreSQL, one prepared statement on SQLite."""

from io import BytesIO
from typing import Any

import polars as pl
from sqlalchemy import Connection, Select, String, Table


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


def read_rows(connection: Connection, wanted: Select[Any]) -> pl.DataFrame:
    """Rows of whole numbers and texts as a frame."""
    schema = {
        column.name: pl.String if isinstance(column.type, String) else pl.Int64
        for column in wanted.selected_columns
    }
    if connection.dialect.name == "postgresql":
        return _copied(connection, wanted, schema)
    found: Any = connection.execute(wanted).cursor
    columns = list(zip(*found.fetchall(), strict=True)) or [()] * len(schema)
    kinds = zip(columns, schema.items(), strict=True)
    return pl.DataFrame([pl.Series(name, values, kind) for values, (name, kind) in kinds])


def _copied(connection: Connection, wanted: Select[Any], schema: dict[str, Any]) -> pl.DataFrame:
    # COPY takes no parameters; the statement's are numbers of ours.
    text = wanted.compile(connection, compile_kwargs={"literal_binds": True})
    raw: Any = connection.connection.driver_connection
    content = BytesIO()
    with raw.cursor() as cursor, cursor.copy(f"COPY ({text}) TO STDOUT CSV") as copy:
        for block in copy:
            content.write(block)
    content.seek(0)
    if not content.getbuffer().nbytes:
        return pl.DataFrame(schema=schema)
    return pl.read_csv(content, has_header=False, schema=schema)
