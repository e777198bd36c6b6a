"""From events with one time and a lifecycle (start, complete) to one row a visit."""

import polars as pl

MOVES = {
    "schedule": "enabled",
    "待办": "enabled",
    "start": "started",
    "开始": "started",
    "开始办理": "started",
    "complete": "completed",
    "完成": "completed",
    "结束": "completed",
    "办结": "completed",
}
"""What a transition says; others (assign, suspend, resume) say nothing about a visit's edges."""

KEYS = ("case", "process", "activity")


def visits(table: pl.DataFrame) -> pl.DataFrame:
    """One row a visit with the times that are known; without a lifecycle each row is a completion.

    Edges of a visit are matched by ``instance`` if the log has it, else the n-th start of an
    activity in a case belongs to its n-th completion. A visit without a completion is under way
    and left out.
    """
    if "time" not in table.columns:
        return table
    if "lifecycle" not in table.columns:
        return table.rename({"time": "completed"})
    edge = pl.col("lifecycle").str.to_lowercase().replace_strict(MOVES, default=None)
    marked = table.with_columns(
        edge.fill_null("completed" if _no_moves(table) else "none").alias("edge")
    )
    keys = [key for key in KEYS if key in table.columns]
    result = _edge(marked, "completed", keys)
    for name in {"enabled", "started"} - set(table.columns):
        own = _edge(marked, name, keys).select(*keys, "place", name)
        if own.height:
            joined = result.join(own, on=[*keys, "place"], how="left", nulls_equal=True)
            early = pl.col(name) <= pl.col("completed")
            result = joined.with_columns(pl.when(early).then(pl.col(name)).alias(name))
    return result.drop("place", "edge", "lifecycle", "instance", strict=False)


def _no_moves(table: pl.DataFrame) -> bool:
    known = table["lifecycle"].str.to_lowercase().is_in(list(MOVES))
    return not bool(known.any())


def _edge(marked: pl.DataFrame, name: str, keys: list[str]) -> pl.DataFrame:
    own = (
        marked.filter(pl.col("edge") == name).rename({"time": name}).sort(name, maintain_order=True)
    )
    number = pl.int_range(pl.len()).over(keys).cast(pl.String)
    place = pl.coalesce("instance", number) if "instance" in own.columns else number
    return own.with_columns(place.alias("place")).unique(
        [*keys, "place"], keep="first", maintain_order=True
    )
