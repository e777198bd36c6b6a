"""What a calibration found: the scenario, the evidence for each of its numbers, and its quality."""

from typing import Literal

from models.base import Model, Text
from simulations.scenario_file import ScenarioFile

Kind = Literal["arrivals", "duration", "share", "correction", "people", "hours", "delay"]


class Evidence(Model):
    """One number of the scenario: what it is about, its value in words, what it rests on.

    ``distance`` is the Kolmogorov-Smirnov distance of a fitted distribution from the data (0 to
    1); ``note`` says what to mind, such as too few observations.
    """

    kind: Kind
    about: Text
    value: Text
    observations: int
    distance: float | None = None
    note: Text | None = None


class Distance(Model):
    """How far the simulated cases are from those held out, in one respect.

    ``hours`` is the mean earth mover's distance over replications, ``floor`` that between two
    replications, which nothing can beat in the long run.
    """

    measure: Literal["cycle_time", "relative_event", "absolute_event", "circadian_event"]
    hours: float
    floor: float


class MeanDifference(Model):
    """A mean of the cases held out against the simulated one, with Welch's z over batch means."""

    measure: Literal["cycle_hours", "visits", "work_hours", "waiting_hours", "corrections"]
    held_out: float
    simulated: float
    z: float


class Quality(Model):
    """How well the calibrated simulation reproduces the cases held out."""

    fitted_cases: int
    held_out_cases: int
    replications: int
    distances: tuple[Distance, ...]
    means: tuple[MeanDifference, ...]


class Calibration(Model):
    """A scenario calibrated from a log, and how far it can be trusted."""

    scenario: ScenarioFile
    evidence: tuple[Evidence, ...]
    quality: Quality | None = None
