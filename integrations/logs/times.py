"""Times in tables: text in the usual forms, with or without a zone, as moments."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import polars as pl

from models.errors import DocumentError
from models.said import said

MOMENT = pl.Datetime("us", "UTC")
ISO = "%Y-%m-%dT%H:%M:%S"
WITH_ZONE = r"(?:Z|[+-]\d{2}:?\d{2})$"
SECONDS_LONG = 19
SAMPLE = 1_000

FORMS = (
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M",
    "%Y/%m/%d %H:%M:%S%.f",
    "%Y/%m/%d %H:%M",
    "%Y.%m.%d %H:%M:%S",
    "%Y.%m.%d %H:%M",
    "%Y年%m月%d日 %H:%M:%S",
    "%Y年%m月%d日 %H:%M",
    "%Y年%m月%d日%H时%M分%S秒",
    "%Y年%m月%d日%H时%M分",
    "%Y%m%d%H%M%S",
    "%Y%m%d %H%M%S",
)
"""Forms without a zone. A form that puts the day or month first is ambiguous and not among them."""


def checked_zone(zone: str) -> str:
    """The zone's name; DocumentError if there is none of that name."""
    try:
        return ZoneInfo(zone).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise DocumentError(
            said(
                f"--zone：没有时区 {zone!r}；例如 Asia/Shanghai",
                f"--zone: there is no time zone {zone!r}; write for example Asia/Shanghai",
            )
        ) from None


def moments(column: pl.Series, zone: str) -> pl.Series:
    """The times of a column in UTC, null where it holds none; times without a zone are in ``zone``.

    Text is read in the form that most of it has; what is not in that form is tried in the others.
    """
    if isinstance(column.dtype, pl.Datetime):
        plain = column.dtype.time_zone is None
        aware = column.dt.replace_time_zone(zone, ambiguous="earliest") if plain else column
        return aware.dt.convert_time_zone("UTC").cast(MOMENT)
    if column.dtype == pl.Date:
        return moments(column.cast(pl.Datetime("us")), zone)
    if column.dtype != pl.String:
        return pl.Series(column.name, [None] * len(column), dtype=MOMENT)
    fast = _of_one_zone(column, zone)
    if fast is not None:
        return fast
    return _by_forms(column.str.strip_chars(), zone)


def _of_one_zone(column: pl.Series, zone: str) -> pl.Series | None:
    """The quick way for ISO times to the second that all have the same zone, or all none."""
    filled = column.drop_nulls() if column.null_count() else column
    if filled.is_empty():
        return None
    first = str(filled[0])
    suffix = first[SECONDS_LONG:]
    lead = _lead(suffix)
    lengths = filled.str.len_bytes()
    alike = lengths.min() == lengths.max() == SECONDS_LONG + len(suffix)
    if lead is None or not alike or (suffix and not filled.str.ends_with(suffix).all()):
        return None
    form = ISO.replace("T", first[10:11])
    local = column.str.slice(0, SECONDS_LONG) if suffix else column
    naive = local.str.to_datetime(form, time_unit="us", strict=False, cache=False)
    if naive.null_count() > column.null_count():
        return None
    if not suffix:
        return moments(naive, zone)
    return (naive.cast(pl.Int64) + lead).cast(MOMENT).alias(column.name)


def _lead(suffix: str) -> int | None:
    """Microseconds to add to a local time with this offset to have it in UTC; None if unknown."""
    if not suffix:
        return 0
    moment = _aware(pl.Series([f"2000-01-01T00:00:00{suffix}"])).cast(pl.Int64)[0]
    return None if moment is None else int(moment) - EPOCH_2000


EPOCH_2000 = 946_684_800_000_000
"""Microseconds from 1970 to the first of January 2000, UTC."""


def _aware(column: pl.Series) -> pl.Series:
    spelled = column.str.replace(r"Z$", "+00:00").str.replace(" ", "T", literal=True)
    spelled = spelled.str.replace(r"([+-]\d{2})(\d{2})$", "$1:$2")
    whole = spelled.str.to_datetime("%Y-%m-%dT%H:%M:%S%.f%:z", time_unit="us", strict=False)
    return whole.cast(MOMENT)


def _by_forms(column: pl.Series, zone: str) -> pl.Series:
    zoned = column.str.contains(WITH_ZONE).fill_null(value=False)
    found = _aware(column.set(~zoned, None))
    left = column.set(zoned, None)
    for form in sorted(FORMS, key=lambda form: -_hits(left, form)):
        if left.null_count() == len(left):
            break
        naive = left.str.to_datetime(form, time_unit="us", strict=False)
        parsed = moments(naive, zone)
        left = left.set(parsed.is_not_null(), None)
        found = found.zip_with(found.is_not_null(), parsed)
    return found.alias(column.name)


def _hits(column: pl.Series, form: str) -> int:
    sample = column.drop_nulls().head(SAMPLE)
    return int(sample.str.to_datetime(form, time_unit="us", strict=False).is_not_null().sum())
