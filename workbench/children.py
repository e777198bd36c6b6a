"""Programs that a command starts beside itself, and ends with itself."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.error import URLError
from urllib.request import urlopen

from models.errors import ServiceError
from models.said import said

STOPPING = 10.0
"""Seconds that a program is given to end by itself."""
LOOK = 0.2


def free_port() -> int:
    """A port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Children:
    """Programs started here; leaving the context ends them in reverse order."""

    folder: Path
    """Where each program's output goes, ``<name>.log``."""
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str, arguments: Sequence[str], env: Mapping[str, str]) -> None:
        """Start ``python <arguments>`` with these variables besides our own."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._output(name).open("ab") as output:
            self.running[name] = subprocess.Popen(  # noqa: S603 - our own programs, no shell
                [sys.executable, *arguments],
                env={**os.environ, **env},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _output(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def wait_until_up(self, name: str, url: str, seconds: float) -> None:
        """Return once the URL answers; ServiceError when the program ended or took too long."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.check(name)
            try:
                with urlopen(url, timeout=2):  # noqa: S310 - an address of ours on loopback
                    return
            except (URLError, TimeoutError, ConnectionError):
                time.sleep(LOOK)
        raise ServiceError(
            said(
                f"{name} 在{seconds:g}秒内没有就绪，见 {self._output(name)}",
                f"{name} was not up within {seconds:g} seconds; see {self._output(name)}",
            )
        )

    def check(self, *names: str) -> None:
        """ServiceError if one of these programs (default: any) has ended."""
        for name in names or tuple(self.running):
            code = self.running[name].poll()
            if code is not None:
                raise ServiceError(
                    said(
                        f"{name} 已退出（代码{code}），见 {self._output(name)}",
                        f"{name} has ended (code {code}); see {self._output(name)}",
                    )
                )

    def __enter__(self) -> Self:
        """Nothing is started yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End every program, the last one first, with whatever it started itself."""
        for process in reversed(self.running.values()):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(STOPPING)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
