"""A calibration tested on cases that it has not seen."""

from collections.abc import Sequence

import numpy as np

from models.errors import SimulationError
from models.event import EventLog
from models.process import Process
from models.published import as_published, of_cases
from models.said import said
from models.source import Source
from models.working_time import OfficialCalendar, official_calendar
from simulations.calibration.calibrate import calibrate
from simulations.calibration.distances import MEANS, MEASURES, batch_means, distances, welch
from simulations.calibration.model import Calibration, Distance, MeanDifference, Quality
from simulations.compile import compile_scenario
from simulations.replication import replicate
from simulations.scenario import Scenario

REPLICATIONS = 4
HELD_OUT = 0.3
FEWEST_CASES = 40
"""Cases that both parts together must have for the log to be split."""


def calibrated(
    log: EventLog,
    base: Scenario,
    source: Source,
    held_out: float = HELD_OUT,
    replications: int = REPLICATIONS,
) -> Calibration:
    """Calibrate on the whole log; judge the method on the last share of the cases.

    ``base`` is the scenario to start from: one load, whose process is the variant in force. The
    quality is that of a scenario calibrated on the earlier cases alone, simulated from the log's
    first day over as many cases as the log has, and held against the later cases. SimulationError
    if the log has none of the process's cases.
    """
    process = base.loads[0].process
    own = as_published(log, process)
    if not own.cases:
        raise SimulationError(
            said(
                f"日志中没有 {process.slug} 的办件，无法校准",
                f"the log has no case of {process.slug}; there is nothing to calibrate",
            )
        )
    base = base.changed(start=own.epoch.date())
    calendar = official_calendar(base.start, notices=base.holidays)
    whole = calibrate(own, process, base.pools, calendar, source)
    if own.cases < FEWEST_CASES or held_out <= 0:
        return whole
    order = np.argsort(own.arrived.time, kind="stable")
    earlier = np.zeros(own.cases, np.bool_)
    earlier[order[: round(own.cases * (1 - held_out))]] = True
    known, unseen = of_cases(own, earlier), of_cases(own, ~earlier)
    part = calibrate(known, process, base.pools, calendar, source)
    scenario = part.scenario.changed(cases=own.cases).applied(base)
    simulated = [
        _later(scenario, calendar, process, number, known.cases) for number in range(replications)
    ]
    return whole.changed(quality=_quality(known.cases, unseen, simulated))


def _later(
    scenario: Scenario, calendar: OfficialCalendar, process: Process, number: int, first: int
) -> EventLog:
    """The cases of one replication from number ``first`` on, cut to the definition's steps."""
    compiled = compile_scenario(scenario, calendar)
    log = replicate(scenario, compiled, calendar, number).log
    later = np.arange(log.cases) >= first
    return as_published(of_cases(log, later), process)


def _quality(fitted: int, unseen: EventLog, simulated: Sequence[EventLog]) -> Quality:
    apart = [distances(unseen, one) for one in simulated]
    pairs = zip(simulated, [*simulated[1:], simulated[0]], strict=True)
    floor = [distances(one, other) for one, other in pairs if one is not other]
    return Quality(
        fitted_cases=fitted,
        held_out_cases=unseen.cases,
        replications=len(simulated),
        distances=tuple(
            Distance(
                measure=measure,
                hours=float(np.mean([d[measure] for d in apart])),
                floor=float(np.mean([d[measure] for d in floor])) if floor else 0.0,
            )
            for measure in MEASURES
        ),
        means=tuple(_mean(name, unseen, simulated) for name in MEANS),
    )


def _mean(name: str, unseen: EventLog, simulated: Sequence[EventLog]) -> MeanDifference:
    measure = next(one for one in MEANS if one == name)
    seen = batch_means(unseen, measure)
    made = np.concatenate([batch_means(one, measure) for one in simulated])
    z = welch(seen, made)
    return MeanDifference(
        measure=measure,
        held_out=float(seen.mean()),
        simulated=float(made.mean()),
        z=float(np.clip(z, -1e6, 1e6)),
    )
