"""A scenario: which processes, how many cases, which staff, from when, how often."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from models.arrivals import Arrivals
from models.base import Model, Slug
from models.condition import When
from models.errors import DefinitionError
from models.pool import Pool
from models.process import Process
from models.process_check import condition_faults
from models.said import in_chinese, said
from models.source import Source, assumed
from models.working_time import HolidayNotice

PROMISE = assumed("按时办结率达到95%视为达标 (a limit is held if 95% of cases are on time)")


class Load(Model):
    """One process of the run and its cases.

    The replication ends after ``cases`` arrivals, or after ``working_days`` days of arrivals.
    Cases for which ``urgent`` holds go before all others (priority class 0); the rest are of
    class ``rank``, lower first.
    """

    process: Process
    arrivals: Arrivals
    cases: Annotated[int, Field(ge=1, le=20_000_000)] | None = None
    working_days: Annotated[int, Field(ge=1, le=2_000)] | None = None
    urgent: When | None = None
    rank: Annotated[int, Field(ge=1, le=8)] = 1

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if (self.cases is None) == (self.working_days is None):
            raise ValueError(
                said("cases 与 working_days 须且只能给一个", "give either cases or working_days")
            )
        return self


class Target(Model):
    """The share of cases that must be on time for a limit to count as held."""

    share: Annotated[float, Field(gt=0, le=1)]
    source: Source


class Scenario(Model):
    """Everything a simulation needs; the same scenario gives the same bytes.

    ``warm_up`` working days at the start are not measured (None: cut by rule, see
    ``simulations.warm_up``). Raises DefinitionError for a step whose pool is missing.
    """

    name: str = Field(min_length=1)
    loads: Annotated[tuple[Load, ...], Field(min_length=1)]
    pools: tuple[Pool, ...]
    start: date
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)] = 1
    replications: Annotated[int, Field(ge=1, le=10_000)] = 10
    warm_up: Annotated[int, Field(ge=0, le=1_000)] | None = 0
    target: Target = Target(share=0.95, source=PROMISE)
    holidays: tuple[HolidayNotice, ...] = ()

    @model_validator(mode="after")
    def _staffed(self) -> Self:
        faults: list[str] = _duplicates("process", [load.process.slug for load in self.loads])
        faults += _duplicates("pool", [pool.slug for pool in self.pools])
        staffed = {pool.slug for pool in self.pools}
        for load in self.loads:
            if load.urgent is not None:
                faults += [
                    said(
                        f"{load.process.slug} 的 urgent：{in_chinese(fault)}",
                        f"urgent of {load.process.slug}: {fault}",
                    )
                    for fault in condition_faults(load.urgent, load.process.attributes)
                ]
            faults += [
                said(
                    f"{load.process.slug} 的环节“{step.slug}”需要经办人员“{step.pool}”，方案中没有",
                    f"step {step.slug!r} of {load.process.slug} needs staff from pool "
                    f"{step.pool!r}, which the scenario does not have",
                )
                for step in load.process.steps
                if step.pool is not None and step.pool not in staffed
            ]
        if faults:
            raise DefinitionError(said(f"方案 {self.name}", f"scenario {self.name}"), faults)
        return self

    def pool(self, slug: Slug) -> Pool:
        """The pool of that slug."""
        return next(pool for pool in self.pools if pool.slug == slug)


def _duplicates(kind: str, slugs: list[str]) -> list[str]:
    return [
        said(f"“{s}”出现了两次", f"{kind} {s!r} appears twice")
        for s in dict.fromkeys(slugs)
        if slugs.count(s) > 1
    ]
