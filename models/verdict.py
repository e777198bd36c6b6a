"""The verdict on a limit, from the measured cases of one or more runs."""

from collections.abc import Sequence

import numpy as np

from models.limit import Limit
from models.result import Bin, Quantiles, Standing, Verdict
from models.statistics import Estimate, Hits, share
from models.timing import Floats, LimitUse

BINS = 40


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
        standing=standing(on_time, target),
        used=quantiles(used),
        late_by=quantiles(over[over > 0]) if (over > 0).any() else None,
        office_hours=_mean([use.office_hours for use in uses]),
        calendar_hours=_mean([use.calendar_hours for use in uses]),
        distribution=distribution(limit, used),
    )


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


def distribution(limit: Limit, used: Floats) -> tuple[Bin, ...]:
    """Counts by whole day, or in up to 40 equal bins that end at the limit or beyond."""
    if not len(used):
        return ()
    if limit.unit == "office_minutes":
        width = max(float(np.ceil(max(used.max(), limit.most) / BINS)), 1.0)
    else:
        width = 1.0
    counts = np.bincount((used // width).astype(np.int64))
    return tuple(
        Bin(value=n * width, width=width, cases=int(count)) for n, count in enumerate(counts)
    )


def _mean(parts: Sequence[Floats]) -> float:
    values = np.concatenate(parts)
    return float(values.mean()) if len(values) else 0.0
