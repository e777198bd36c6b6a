"""Runs Prosimos; started in the peer's own virtual environment, by file name.

Reads one JSON object a line ({"model": folder, "cases": n, "log": file or null}) and answers each
with one (visits, seconds of the processor and on the wall, mean seconds waited). Only the run is
timed: not the reading of the model, nor the indicators computed afterwards; with a log, also
writing it.
Needs nothing but Prosimos and the standard library.
"""

import contextlib
import csv
import importlib
import json
import sys
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

BEGIN = "2024-01-01T09:00:00.000000+00:00"


def environment(folder: Path, cases: int, writer: Any) -> Any:
    """Prosimos, ready to run."""
    engine = importlib.import_module("prosimos.simulation_engine")
    setup = engine.SimDiffSetup(
        str(folder / "model.bpmn"), str(folder / "scenario.json"), False, cases
    )
    setup.set_starting_datetime(engine.parse_datetime(BEGIN, True))
    return engine.SimBPMEnv(setup, None, writer)


def simulate(folder: Path, cases: int, log: str | None) -> dict[str, float]:
    """One run, its log kept in memory or written to ``log`` as CSV."""
    engine = importlib.import_module("prosimos.simulation_engine")
    with contextlib.ExitStack() as stack:
        writer = None
        if log:
            file = stack.enter_context(Path(log).open("w", newline="", encoding="utf-8"))
            writer = csv.writer(file, quoting=csv.QUOTE_MINIMAL)
        peer = environment(folder, cases, writer)
        begun = process_time(), perf_counter()
        engine.execute_full_process(peer)
        if writer:
            peer.log_writer.force_write()
            file.flush()
        processor, wall = process_time() - begun[0], perf_counter() - begun[1]
    waits = [event.waiting_time for case in peer.log_info.trace_list for event in case.event_list]
    waiting = sum(waits) / len(waits)
    return {"visits": len(waits), "processor": processor, "wall": wall, "waiting": waiting}


def main() -> None:
    """Answer until the input ends; whatever Prosimos prints goes to standard error."""
    answers = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):
        for line in sys.stdin:
            order = json.loads(line)
            result = simulate(Path(order["model"]), order["cases"], order["log"])
            answers.write(json.dumps(result) + "\n")
            answers.flush()


if __name__ == "__main__":
    main()
