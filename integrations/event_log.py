"""Event logs in files."""

from pathlib import Path

from models.errors import DocumentError
from models.event import EventLog
from models.said import said


def write_parquet(log: EventLog, path: Path) -> None:
    """Write a log as Parquet, whole or not at all; DocumentError if it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.part")
        log.frame().write_parquet(draft)
        draft.replace(path)
    except OSError as error:
        raise DocumentError(
            said(
                f"{path}：无法写入（{error.strerror}）",
                f"{path}: cannot be written ({error.strerror})",
            )
        ) from None
