"""``onething reforms``: what each plan item is worth, to one process or to the county."""

import sys
from dataclasses import dataclass
from datetime import date

from rich.console import Console

from flows.catalogue import processes
from flows.county.staff import POOLS
from integrations.documents import to_json
from models.base import Language, Model, text
from models.errors import DocumentError, UnknownNameError
from models.process import Process
from models.said import said
from reports.comparison import print_comparison, print_county_comparison
from simulations.comparison import compare, variant_count
from simulations.county_comparison import compare_county
from simulations.scenario import Scenario
from simulations.scenario_file import ScenarioFile
from workbench import defaults
from workbench.names import item_numbers, named_process
from workbench.running import COMMAND_LINE, cluster, progress_bar

COUNTY_DAYS = 60
COUNTY_REPLICATIONS = 3
VARIANTS = text("逐项比较", "Comparing")


@dataclass(frozen=True)
class Options:
    """The options of the command, as given; None where nothing was said."""

    process: str | None
    everything: bool
    items: str | None
    days: int | None
    seed: int | None
    replications: int | None
    start: date | None
    dask: str | None
    language: Language
    as_json: bool


def run(options: Options) -> None:
    """Compare and print."""
    if (options.process is None) == (not options.everything):
        raise DocumentError(
            said("reforms：请给出一个流程，或用 --all", "reforms: name one process, or --all")
        )
    found = _one(options) if options.process else _county(options)
    if options.as_json:
        sys.stdout.write(to_json(found) + "\n")


def _one(options: Options) -> Model:
    base = named_process(options.process or "")
    if not base.reforms:
        raise DocumentError(
            said(
                f"reforms：没有改革项涉及 {base.slug}", f"reforms: no plan item changes {base.slug}"
            )
        )
    scenario = _adjusted(defaults.scenario(base.slug, [base], defaults.own_staff([base])), options)
    total = variant_count(base)
    with cluster(options.dask) as workers, progress_bar(VARIANTS, total, options.language) as tell:
        found = compare(scenario, base, tell, workers)
    if not options.as_json:
        print_comparison(Console(), found, options.language)
    return found


def _county(options: Options) -> Model:
    bases = list(processes().values())
    scenario = defaults.scenario("county", bases, POOLS)
    quick = ScenarioFile(
        source=COMMAND_LINE, working_days=COUNTY_DAYS, replications=COUNTY_REPLICATIONS
    )
    scenario = _adjusted(quick.applied(scenario), options)
    items = _items(options, bases)
    total = 2 * len(items) + 2
    with cluster(options.dask) as workers, progress_bar(VARIANTS, total, options.language) as tell:
        found = compare_county(scenario, bases, items, tell, workers)
    if not options.as_json:
        print_county_comparison(Console(), found, options.language)
    return found


def _items(options: Options, bases: list[Process]) -> list[int]:
    known = sorted({reform.item for base in bases for reform in base.reforms})
    if options.items is None:
        return known
    chosen = item_numbers("--items", options.items)
    for item in chosen:
        if item not in known:
            raise UnknownNameError(
                said("有改革的方案项", "plan item with a reform"), str(item), map(str, known)
            )
    return list(chosen)


def _adjusted(scenario: Scenario, options: Options) -> Scenario:
    changes = ScenarioFile(
        source=COMMAND_LINE,
        working_days=options.days,
        seed=options.seed,
        replications=options.replications,
        start=options.start,
    )
    return changes.applied(scenario)
