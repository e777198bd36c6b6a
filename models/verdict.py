"""The verdict on a limit, from the measured cases of one or more runs."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from models.limit import Limit
from models.result import Bin, Quantiles, Standing, Verdict
from models.statistics import Estimate, Hits, curve, share
from models.timing import Floats, LimitUse

BINS = 40
EDGE = 1e-9
"""A value so near above an edge, in widths, counts as on it."""


def verdict(limit: Limit, uses: Sequence[LimitUse], target: float) -> Verdict:
    """Pool the runs' cases; hold the interval of the on-time rate against the target share."""
    used = np.concatenate([use.used for use in uses])
    late = np.concatenate([use.late for use in uses])
    on_time = share([Hits(int((~use.late).sum()), len(use.case)) for use in uses])
    over = used[late] - limit.most
    return Verdict(
        limit=limit,
        cases=len(used),
        on_time=on_time,
        early=_early(limit, uses),
        same_day=share([Hits(int(use.same_day.sum()), len(use.case)) for use in uses]),
        standing=standing(on_time, target),
        used=quantiles(used),
        late_by=quantiles(over[over > 0]) if (over > 0).any() else None,
        office_hours=_mean([use.office_hours for use in uses]),
        calendar_hours=_mean([use.calendar_hours for use in uses]),
        distribution=distribution(limit, uses),
    )


def _early(limit: Limit, uses: Sequence[LimitUse]) -> Estimate | None:
    """The share done before the last day; minutes have no last day."""
    if limit.unit == "office_minutes":
        return None
    return share([Hits(int((use.used < limit.most).sum()), len(use.case)) for use in uses])


def standing(on_time: Estimate, target: float) -> Standing:
    """Whether the whole interval is on one side of the target."""
    low = on_time.value if on_time.low is None else on_time.low
    high = on_time.value if on_time.high is None else on_time.high
    if low >= target:
        return "held"
    return "missed" if high < target else "uncertain"


def quantiles(values: Floats) -> Quantiles:
    """Mean, median, P90, P95 and maximum; quantiles are observed values (inverted CDF)."""
    if not len(values):
        return Quantiles(mean=0, median=0, p90=0, p95=0, most=0)
    median, p90, p95 = np.quantile(values, [0.5, 0.9, 0.95], method="inverted_cdf")
    return Quantiles(
        mean=float(values.mean()),
        median=float(median),
        p90=float(p90),
        p95=float(p95),
        most=float(values.max()),
    )


def distribution(limit: Limit, uses: Sequence[LimitUse]) -> tuple[Bin, ...]:
    """Counts by whole day, or in up to some 40 equal bins of minutes that meet at the limit."""
    filled = [use for use in uses if len(use.used)]
    if not filled:
        return ()
    most = max(float(use.used.max()) for use in filled)
    is_days = limit.unit != "office_minutes"
    width = 1.0 if is_days else _width(limit.most, most)
    places = [_places(use.used, width, is_days=is_days) for use in filled]
    size = 1 + max(int(place.max()) for place in places)
    counts = np.stack([np.bincount(place, minlength=size) for place in places])
    late = sum(
        np.bincount(place[use.late], minlength=size)
        for place, use in zip(places, filled, strict=True)
    )
    cases = counts.sum(axis=1)
    shares = curve(np.cumsum(counts, axis=1), cases)
    rows = zip(counts.sum(axis=0).tolist(), np.asarray(late).tolist(), shares, strict=True)
    return tuple(
        Bin(value=n * width, width=width, cases=count, late=beyond, up_to=up_to)
        for n, (count, beyond, up_to) in enumerate(rows)
    )


def _width(limit: float, most: float) -> float:
    """The width of a bin: whole bins up to the limit, unless all that is used is far beyond."""
    least = max(limit, most) / BINS
    return limit / max(int(limit / least), 1) if least < limit else least


def _places(used: Floats, width: float, *, is_days: bool) -> npt.NDArray[np.int64]:
    """Which bin each value falls into; a value on the edge of two belongs to the lower one."""
    if is_days:
        return used.astype(np.int64)
    return np.maximum(np.ceil(used / width - EDGE).astype(np.int64) - 1, 0)


def _mean(parts: Sequence[Floats]) -> float:
    values = np.concatenate(parts)
    return float(values.mean()) if len(values) else 0.0
