"""Who runs against whom, and on what."""

from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import bare, ciw_side, simpy_opening, simpy_side
from benchmarks.loan import loan
from benchmarks.measure import Contest
from benchmarks.networks import TANDEM, company, opening, stations
from benchmarks.ours import OurNet, Ours, OursWritten
from benchmarks.prosimos_side import Prosimos, ProsimosRun
from simulations.scenario import Scenario

AGAINST_PROSIMOS, AGAINST_PROSIMOS_WRITTEN, AGAINST_SIMPY = 900.0, 300.0, 80.0
OWN_FILES: dict[str, float | None] = {
    "loan_application": 400.0,
    "company": None,
    "loan_diffres": None,
}
"""Models of the peer that are run from its own files, and the ratio aimed at."""
PEER_CASES = 1_000
MANY_CASES = 100_000
VISITS = 100_000
OPENING_CASES = 10_000

QUEUES = {"M/M/1": (1, 1), "M/M/3": (1, 3), "tandem of five M/M/2": (TANDEM, 2)}
"""Stations and servers of each."""

COMPANY_DIFFERS = (
    "loop: ours at most 10 repeats, peer's without end; arrivals: 28 a working day on both sides, "
    "ours Poisson in open hours, peer's gap on the wall clock and pushed to the next opening; ours "
    "in whole seconds"
)
LOAN_DIFFERS = (
    "loops: first repeat as steps of its own, ours at most 11 repeats, peer's without end; "
    "truncated normal as 1,000 quantiles; whole seconds; nothing lost by one pool: the peer's 16 "
    "resources all have one speed"
)
NETS: dict[str, tuple[Callable[[int], Scenario], str]] = {
    "company": (company, COMPANY_DIFFERS),
    "loan_diffres": (loan, LOAN_DIFFERS),
}


def against_prosimos(
    peer: Prosimos, models: Path, folder: Path, _peer_cases: int
) -> Iterator[Contest]:
    """Both nets, as many cases and a hundred times as many, in memory and written."""
    for name, (network, differs) in NETS.items():
        log = folder / "prosimos.csv"
        memory = ProsimosRun(peer, models / name, PEER_CASES)
        written = ProsimosRun(peer, models / name, PEER_CASES, log)
        for cases in (PEER_CASES, MANY_CASES):
            ours = Ours(network(cases))
            yield Contest(name, "Prosimos", ours, memory, AGAINST_PROSIMOS, differs)
            yield Contest(
                f"{name}, Parquet",
                "Prosimos, CSV",
                OursWritten(ours, folder),
                written,
                AGAINST_PROSIMOS_WRITTEN,
                "ours writes 17 columns (lz4), peer 6",
            )


def nets_against_prosimos(
    peer: Prosimos, models: Path, folder: Path, peer_cases: int
) -> Iterator[Contest]:
    """The peer's own files on both sides, its loops and people included, the log as CSV.

    Loan application is overloaded: its queues, and the peer's time a visit, grow with the cases,
    so there the peer runs ``peer_cases``.
    """
    for name, target in OWN_FILES.items():
        cases = PEER_CASES if target is None else peer_cases
        yield Contest(
            f"{name}, its own files, CSV",
            "Prosimos, CSV",
            OurNet(models / name, MANY_CASES, folder / "ours.csv"),
            ProsimosRun(peer, models / name, cases, folder / "prosimos.csv"),
            target,
            "whole seconds; where we differ on purpose is in docs/decisions/0013-token-nets.md",
        )


def against_python() -> Iterator[Contest]:
    """SimPy, Ciw and a bare loop on queues, and SimPy on company opening."""
    for name, (count, servers) in QUEUES.items():
        cases = VISITS // count
        ours = Ours(stations(count, servers, cases))
        simpy = simpy_side.Stations(count, servers, cases)
        yield Contest(name, "SimPy", ours, simpy, AGAINST_SIMPY)
        yield Contest(name, "Ciw", ours, ciw_side.Stations(count, servers, cases))
        if name == "M/M/1":
            yield Contest(name, "bare heapq loop", ours, bare.Queue(cases))
    scenario = opening(OPENING_CASES)
    yield Contest(
        "company opening",
        "SimPy",
        Ours(scenario),
        simpy_opening.OpeningRun(scenario),
        AGAINST_SIMPY,
        "the same cases and durations on both sides, drawn by our sampling and timed on both",
    )
