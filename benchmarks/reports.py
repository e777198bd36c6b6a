"""How long reports take: one process from 100,000 cases, the county from a million visits.

``python -m benchmarks.reports``: the runs are simulated first and not timed. Timed are measuring
the log against the limits, the document, and every format as bytes, in processor seconds (those of
all threads) and on the wall. ``--cases`` and ``--days`` make it smaller. The page of one process is
to stay below 300,000 bytes.
"""

import argparse
import sys
import time
from collections.abc import Callable

from benchmarks.networks import opening
from reports import excel, html, word
from reports.county_document import county_document
from reports.document import document
from reports.subject import Subject
from simulations.scenario import Scenario
from workbench.report_subjects import of_scenario
from workbench.scenario_options import ScenarioOptions, build_scenario
from workbench.simulate import simulated

TARGETS = {"one process": 5.0, "county": 15.0}
"""Seconds for HTML, Excel and Word of 100,000 cases, and for the county's million visits."""

SCALE = 20
"""Times the staff and the arrivals, so that the cases come within the announced calendar."""


def timed(name: str, action: Callable[[], object]) -> object:
    """What the action gives; its seconds are printed."""
    wall, core = time.perf_counter(), time.process_time()
    found = action()
    print(
        f"  {name}: {time.process_time() - core:.2f} s of processor, "
        f"{time.perf_counter() - wall:.2f} s on the wall",
        flush=True,
    )
    return found


def contest(name: str, scenario: Scenario) -> None:
    """Simulate the scenario once, then measure and report its log."""
    log = simulated(scenario, ScenarioOptions()).log
    print(f"{name}: {log.cases:,} cases, {len(log):,} visits; target {TARGETS[name]:g} s in all")
    begun = time.process_time()
    found = timed("measure", lambda: of_scenario(log, scenario, "simulated", name))
    assert isinstance(found, Subject)  # noqa: S101 - for the type
    make = document if len(found.processes) == 1 else county_document
    report = make(found, "zh")
    page = html.page(report).encode()
    timed("document and page", lambda: html.page(make(found, "zh")))
    timed("Excel", lambda: excel.workbook(report))
    timed("Word", lambda: word.document(report))
    print(
        f"  in all {time.process_time() - begun:.2f} s of processor (the page twice); page "
        f"{len(page):,} bytes"
    )


def main(arguments: list[str]) -> None:
    """Both contests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--days", type=int, default=430)
    options = parser.parse_args(arguments)
    contest("one process", opening(options.cases, SCALE))
    contest(
        "county",
        build_scenario(ScenarioOptions(everything=True, days=options.days, replications=1)),
    )


if __name__ == "__main__":
    main(sys.argv[1:])
