"""Event logs as files, simulated and live alike: the suffix says which format."""

from collections.abc import Sequence
from pathlib import Path

from integrations.logs.ocel_writing import write_ocel
from integrations.logs.own import legend_of
from integrations.logs.plain_files import KEY
from integrations.logs.xes_writing import write_xes
from models.base import Language
from models.errors import DocumentError
from models.event import EventLog
from models.process import Process
from models.said import said

CSV_TIME = "%Y-%m-%dT%H:%M:%S%:z"
SUFFIXES = (".parquet", ".csv", ".xes", ".json", ".jsonocel")


def checked_suffix(path: Path) -> None:
    """DocumentError if ``write_log`` knows no format of this suffix; cheap, to ask beforehand."""
    if path.suffix.lower() not in SUFFIXES:
        raise DocumentError(
            said(
                f"{path}：不认识的日志格式；可写 {' '.join(SUFFIXES)}（.json 为 OCEL 2.0）",
                f"{path}: this is no known log format; known are {' '.join(SUFFIXES)} "
                "(.json is OCEL 2.0)",
            )
        )


def write_log(
    log: EventLog, path: Path, processes: Sequence[Process] = (), language: Language = "zh"
) -> None:
    """Write a log, whole or not at all; DocumentError if it cannot be written.

    ``.parquet`` and ``.csv`` hold every column under our own names and are read back as they were;
    ``.xes`` and ``.json``/``.jsonocel`` (OCEL 2.0) call steps by the names that ``processes`` give
    them in ``language``.
    """
    checked_suffix(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.part")
        _write(log, draft, path.suffix.lower(), processes, language)
        draft.replace(path)
    except OSError as error:
        raise DocumentError(
            said(
                f"{path}：无法写入（{error.strerror}）",
                f"{path}: cannot be written ({error.strerror})",
            )
        ) from None


def _write(
    log: EventLog, path: Path, suffix: str, processes: Sequence[Process], language: Language
) -> None:
    if suffix == ".parquet":
        log.frame().write_parquet(path, metadata={KEY: legend_of(log)})
    elif suffix == ".csv":
        log.frame().write_csv(path, datetime_format=CSV_TIME)
    elif suffix == ".xes":
        write_xes(log, path, processes, language)
    else:
        write_ocel(log, path, processes, language)
