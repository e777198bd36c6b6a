"""What a simulation of a design found, beside the process as it was; pictures drawn once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from models.base import Language
from models.process import Process
from models.result import ProcessResult
from models.summary import measures
from reports.subject import Subject
from simulations.comparison import Comparison, paired
from simulations.experiment import Experiment
from simulations.scenario import Scenario
from workbench.names import unit_names
from workbench.workshop.design import Design


@dataclass(frozen=True, eq=False)
class Half:
    """One of the two processes: what it is and what was found."""

    subject: Subject
    measures: list[dict[str, float]]

    @classmethod
    def of(cls, scenario: Scenario, experiment: Experiment) -> "Half":
        """The one process of a scenario and its results."""
        load = scenario.loads[0]
        process = load.process
        subject = Subject(
            result=experiment.result,
            processes=(process,),
            pools=scenario.pools,
            log=experiment.log,
            ruler=experiment.ruler,
            names=unit_names([process], scenario.pools),
            arrivals={process.slug: load.arrivals},
            target=scenario.target.source,
        )
        runs = [measures(process, run.figures.processes[process.slug]) for run in experiment.runs]
        return cls(subject, runs)

    @property
    def process(self) -> Process:
        """The process."""
        return self.subject.processes[0]

    @property
    def result(self) -> ProcessResult:
        """What was found about it."""
        return self.subject.result.processes[0]


Draw = Callable[[], Markup]


@dataclass(frozen=True, eq=False)
class Findings:
    """A design and the process as it was, on the same cases.

    ``full`` tells the refined simulation from the first picture of few cases. Pictures are drawn
    when somebody first looks at them, once for all who look.
    """

    design: Design
    before: Half
    now: Half
    full: bool
    drawn: dict[tuple[str, Language], Markup] = field(default_factory=dict)

    @cached_property
    def comparison(self) -> Comparison:
        """Before against now, with paired differences per case."""
        return paired(self.now.process, self.before.measures, self.now.measures)

    def picture(self, name: str, language: Language, draw: Draw) -> Markup:
        """The picture of that name; ``draw`` is called the first time only."""
        held = self.drawn.get((name, language))
        if held is None:
            held = self.drawn[name, language] = draw()
        return held
