"""Subjects of reports: a real process simulated, and results made up for processes at hand."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from flows.company.opening import PROCESS
from models.arrivals import Arrivals
from models.base import Text, text
from models.condition import When
from models.plan.catalogue import department
from models.pool import Pool, Shift
from models.process import Process
from models.result import ProcessResult, Reductions, Spent, StepResult
from models.source import assumed
from models.statistics import Estimate
from reports.subject import Subject
from simulations.experiment import run_experiment
from simulations.scenario import Load, Scenario
from tests.model_builders import a_limit, a_rework, a_step

SOURCE = assumed("估计 (a guess)")
HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "]]>&amp;&lt;",
    "[bold red]标记[/]",
    "{{ 7 * 7 }}{% raw %}",
    "\x1b[31m红\x07\x00",
    "\u202e倒过来\u2066",
    "字" * 200,
    "Donaudampfschifffahrtsgesellschaft" * 4,
    "👨‍👩‍👧‍👦 ﷽ 𒐫",
)


def a_pool(slug: str, people: int = 1, name: Text | None = None) -> Pool:
    """People in the usual office hours."""
    return Pool(
        slug=slug,
        name=name or text(slug, slug),
        department=slug,
        shifts=(Shift(count=people),),
        source=SOURCE,
    )


def simulated(
    process: Process,
    names: Mapping[str, Text],
    cases: int = 60,
    pools: tuple[Pool, ...] = (),
    urgent: When | None = None,
) -> Subject:
    """A small run of the process; two people a pool unless pools are given."""
    if not pools:
        used = dict.fromkeys(step.pool for step in process.steps if step.pool)
        pools = tuple(a_pool(slug, 2, names.get(slug)) for slug in used)
    arrivals = Arrivals(per_working_day=8, source=SOURCE)
    scenario = Scenario(
        name="试验",
        loads=(Load(process=process, arrivals=arrivals, cases=cases, urgent=urgent),),
        pools=pools,
        start=date(2024, 1, 2),
        replications=3,
    )
    found = run_experiment(scenario)
    return Subject(
        result=found.result,
        processes=(process,),
        pools=pools,
        log=found.log,
        ruler=found.ruler,
        names=names,
        arrivals={process.slug: arrivals},
        target=scenario.target.source,
    )


@lru_cache(maxsize=2)
def opening(*, to_be: bool) -> Subject:
    """Company opening before or after its reforms."""
    process = PROCESS.reformed() if to_be else PROCESS
    names = {owner: department(owner).name for owner in process.owners}
    return simulated(process, names)


@lru_cache(maxsize=1)
def hostile() -> Subject:
    """A process whose names attack the page, the pictures and the terminal."""
    words = [text(word, word) for word in HOSTILE]
    slugs = [f"s{n}" for n in range(len(words))]
    steps = tuple(
        a_step(
            slug,
            *slugs[n - 1 : n],
            name=words[n],
            owner=f"owner-{n % 3}",
            rework=a_rework(slug) if n % 4 == 0 else None,
        )
        for n, slug in enumerate(slugs)
    )
    limits = tuple(
        a_limit(f"l{n}", slugs[n], name=word, source=assumed(word.zh))
        for n, word in enumerate(words[:6])
    )
    process = Process(
        slug="hostile", name=words[3], family="family", lead="owner-0", steps=steps, limits=limits
    )
    return simulated(process, {f"owner-{n}": words[n] for n in range(3)}, cases=20)


def made_up(process: Process) -> ProcessResult:
    """A result with plausible figures, without running anything."""
    steps = tuple(
        StepResult(
            step=step.slug,
            name=step.name,
            owner=step.owner,
            performed=1.0,
            visits=1.0,
            corrections=0.0,
            spent=Spent(work=1 + n, queue=2 * n, closed=16.0),
            critical=Spent(work=1, queue=2 * n, closed=16.0),
            critical_share=1 / len(process.steps),
        )
        for n, step in enumerate(process.steps)
    )
    return ProcessResult(
        process=process.slug,
        name=process.name,
        applied=(),
        cases=100,
        visits=100 * len(steps),
        on_time=None,
        verdicts=(),
        critical=Spent(work=5, queue=10, closed=80, applicant=20),
        steps=steps,
        reductions=Reductions(
            hours=Estimate(value=115), applicant_hours=20, steps=3, materials=4, trips=1, fees=None
        ),
        bottleneck=process.steps[-1].slug,
    )
