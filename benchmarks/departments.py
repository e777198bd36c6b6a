"""How many calls the mock departments hold on one core, and how long a caller waits.

``onething departments`` runs as its users run it, ledger on, bound to one core; this process calls
it from another, signed, at a steady rate: half are new applications, half ask for their state. A
call's time runs from the moment at which it was due, so a server that falls behind shows it.
Signatures hold for a minute, so ``--seconds`` is 40 at most.

    python -m benchmarks.departments --rate 300 --seconds 20
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import numpy as np

from integrations.departments.client import DepartmentClient
from integrations.departments.contract import Application, application_id
from integrations.departments.credentials import KeyFile

ROOT = Path(__file__).parents[1]
CODE = "from workbench.cli import main; main()"
OFFICE = "market-regulation"
WARM_UP = 2.0
"""Seconds of calls that are not counted."""
CONNECTIONS = 32
"""Callers, each with a connection of its own."""
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Figures:
    """What was measured: calls a second, milliseconds, processor seconds a call."""

    rate: float
    calls: int
    failed: int
    p50: float
    p99: float
    most: float
    processor_ms: float


@contextmanager
def server(folder: Path, ledger: str | None) -> Iterator[tuple[str, int]]:
    """A server bound to core 0: its address and process id."""
    options = ["--port", "0", "--lang", "en", *(["--ledger", ledger] if ledger else [])]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", CODE, "departments", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        if process.stdout is None:
            raise RuntimeError("the server says nothing")
        address = process.stdout.readline().rpartition(": ")[2].strip()
        for task in Path(f"/proc/{process.pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), {0})
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def processor_seconds(pid: int) -> float:
    """Processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS


def requests(url: str, keys: KeyFile, first: int, count: int) -> list[bytes]:
    """Signed requests as they go over the wire, made beforehand so that they cost nothing later."""
    client = DepartmentClient("county", url, keys)
    return [_request(client, url, number) for number in range(first, first + count)]


def _request(client: DepartmentClient, url: str, number: int) -> bytes:
    case = number // 2
    key = f"{case}/registration/0"
    path = f"{url}/{OFFICE}/applications"
    if number % 2:
        asked = httpx.Request("GET", f"{path}/{application_id('county', OFFICE, key)}")
    else:
        content = Application(
            case=f"B-{case}", number=case, process="company-opening", step="registration"
        )
        headers = {"content-type": "application/json", "idempotency-key": key}
        asked = httpx.Request(
            "POST", path, content=content.model_dump_json().encode(), headers=headers
        )
    signed = client.signed(asked, OFFICE, asked.content)
    lines = [f"{signed.method} {signed.url.raw_path.decode()} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in signed.headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + asked.content


async def calls(url: str, wanted: list[bytes], rate: float) -> list[float]:
    """Seconds each call took, from when it was due; NaN for one that was refused."""
    taken = [float("nan")] * len(wanted)
    begin = time.perf_counter()

    async def caller(place: int) -> None:
        address = urlsplit(url)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        for number in (n for n in range(len(wanted)) if n // 2 % CONNECTIONS == place):
            due = begin + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            writer.write(wanted[number])
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
            await reader.readexactly(length)
            if head.split(maxsplit=2)[1] in {b"200", b"202"}:
                taken[number] = time.perf_counter() - due
        writer.close()

    await asyncio.gather(*(caller(place) for place in range(CONNECTIONS)))
    return taken


def measure(rate: float, seconds: float, ledger: str | None) -> Figures:
    """Start a server, warm it up, call it."""
    with tempfile.TemporaryDirectory() as folder, server(Path(folder), ledger) as (url, pid):
        keys = KeyFile(Path(folder) / "out" / "departments" / "secrets.yaml")
        warm = 2 * round(rate * WARM_UP / 2)
        asyncio.run(calls(url, requests(url, keys, 0, warm), rate))
        wanted = requests(url, keys, warm, round(rate * seconds))
        before = processor_seconds(pid)
        taken = np.array(asyncio.run(calls(url, wanted, rate)))
        used = processor_seconds(pid) - before
    good = np.isfinite(taken)
    p50, p99, most = 1_000 * np.quantile(taken[good], [0.5, 0.99, 1.0])
    return Figures(rate, len(taken), int((~good).sum()), p50, p99, most, 1_000 * used / len(taken))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=300.0, help="calls a second")
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--ledger", help="database of the ledger; by default an SQLite file")
    parser.add_argument("--json", type=Path, help="write the figures here")
    given = parser.parse_args()
    os.sched_setaffinity(0, os.sched_getaffinity(0) - {0} or {0})
    figures = measure(given.rate, given.seconds, given.ledger)
    print(
        f"{figures.rate:g} calls/s, {figures.calls} calls, {figures.failed} failed: "
        f"p50 {figures.p50:.1f} ms, p99 {figures.p99:.1f} ms, most {figures.most:.1f} ms; "
        f"server {figures.processor_ms:.2f} ms of processor a call"
    )
    if given.json:
        given.json.write_text(json.dumps(asdict(figures), indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
