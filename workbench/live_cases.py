"""Cases for live runs, drawn as the simulator draws them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from models.case_draws import Stream, attribute_values
from models.working_time import OfficialCalendar
from simulations.sampling import sample_load
from simulations.scenario import Load, Scenario
from workbench import defaults
from workbench.names import named_process


def one_process(name: str, cases: int, seed: int, start: date | None, *, as_is: bool) -> Scenario:
    """So many cases of one process, on the staff it needs, once."""
    base = named_process(name)
    process = base if as_is else base.reformed()
    variant = "as-is" if as_is else "to-be"
    scenario = defaults.scenario(f"{process.slug}-{variant}", [process], defaults.own_staff([base]))
    load = scenario.loads[0].changed(working_days=None, cases=cases)
    first = start or scenario.start
    return scenario.changed(loads=(load,), seed=seed, start=first, replications=1)


@dataclass(frozen=True)
class DrawnCase:
    """A case: its number (from 0), its arrival in seconds since the epoch, and what it is like."""

    number: int
    arrival: int
    values: dict[str, bool | float | str]
    rank: int

    def arrives(self, epoch: datetime) -> datetime:
        """The arrival as a moment."""
        return epoch + timedelta(seconds=self.arrival)


def drawn_cases(scenario: Scenario, load: Load, calendar: OfficialCalendar) -> list[DrawnCase]:
    """The cases of one load in the scenario's first replication, in order of arrival."""
    sample = sample_load(scenario, load, 0, calendar)
    count = len(sample.arrival)
    stream = Stream(scenario.seed, 0, load.process.slug)
    columns = attribute_values(load.process, stream, count)
    plain = {name: np.asarray(column).tolist() for name, column in columns.items()}
    return [
        DrawnCase(
            number=number,
            arrival=int(sample.arrival[number]),
            values={name: values[number] for name, values in plain.items()},
            rank=int(sample.priority[number]),
        )
        for number in range(count)
    ]
