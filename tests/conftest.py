"""Prefect reads its settings once, when it is imported: a server of its own, in memory, quiet."""

import os

from workbench.prefect_here import prefect_settings

os.environ.pop("PREFECT_API_URL", None)
prefect_settings()
