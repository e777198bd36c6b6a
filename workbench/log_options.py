"""A log from elsewhere as the options of a command describe it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from integrations.documents import read
from integrations.logs.reading import ZONE, Reading, read_with_roles
from integrations.logs.roles import shown, told
from models.base import Language, text
from models.errors import DocumentError
from models.process import Process
from models.said import said
from models.working_time import HolidayFile, HolidayNotice

MOST_NAMED = 8
_ROLES = text(
    "列的理解（不对请用 --columns 改）：{roles}", "Columns (change by --columns): {roles}"
)
_UNKNOWN = text(
    "有{n}种环节不在流程中：{names}", "{n} activities are no steps of the process: {names}"
)


@dataclass(frozen=True)
class LogOptions:
    """A log file, what its columns hold, and the zone of times that bear none."""

    path: Path
    columns: str | None = None
    zone: str = ZONE
    holidays: Path | None = None
    language: Language = "zh"

    def notices(self) -> tuple[HolidayNotice, ...]:
        """Holidays that the user gives."""
        return read(self.holidays, HolidayFile).holidays if self.holidays else ()

    def reading(self, processes: Sequence[Process]) -> Reading:
        """The log, and on standard error how its columns were understood."""
        columns = told(self.columns) if self.columns is not None else None
        reading = read_with_roles(self.path, processes, columns, self.zone, self.notices())
        if reading.roles:
            self.note(_ROLES[self.language].format(roles=shown(reading.roles)))
        if reading.unknown:
            names = ", ".join(reading.unknown[:MOST_NAMED])
            self.note(_UNKNOWN[self.language].format(n=len(reading.unknown), names=names))
        return reading

    def note(self, sentence: str) -> None:
        """A remark on standard error."""
        Console(stderr=True, soft_wrap=True).print(sentence, highlight=False, markup=False)


def log_options(
    path: Path | None, columns: str | None, zone: str, holidays: Path | None, language: Language
) -> LogOptions | None:
    """The options of a log, if one was given; DocumentError if only its columns were."""
    if path is not None:
        return LogOptions(path, columns, zone, holidays, language)
    if columns is not None or zone != ZONE:
        raise DocumentError(
            said(
                "--columns、--zone：说明日志文件怎样读，须与 --log 合用",
                "--columns, --zone: they say how a log file is read; give --log too",
            )
        )
    return None
