"""Prefect for a run in this process: a server of its own in memory, quiet, gone with the run.

Import nothing of Prefect before ``prefect_settings`` is called: it reads the environment once.
"""

import os
from pathlib import Path
from tempfile import gettempdir

SERVER = "PREFECT_API_URL"
IN_MEMORY = "sqlite+aiosqlite:///file::memory:?cache=shared&uri=true&check_same_thread=false"
OWN_SERVER = {
    "PREFECT_API_DATABASE_CONNECTION_URL": IN_MEMORY,
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_SERVICES_SCHEDULER_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_LATE_RUNS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_CANCELLATION_CLEANUP_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_PAUSE_EXPIRATIONS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_FOREMAN_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
}
QUIET = {
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLI_PROMPT": "false",
}


def prefect_settings() -> str | None:
    """Set up the environment; the address of the server if one is given, None for our own."""
    given = os.environ.get(SERVER)
    own = {} if given else {**OWN_SERVER, "PREFECT_HOME": str(_home())}
    for name, value in {**own, **QUIET}.items():
        os.environ.setdefault(name, value)
    return given


def _home() -> Path:
    """A folder of our own, so that no profile of the user's is read or written."""
    folder = Path(gettempdir()) / f"onething-prefect-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
