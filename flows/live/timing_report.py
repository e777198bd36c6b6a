"""The scheduled timing report: a flow that writes the files and leaves artifacts with the server.

The report itself is made by the command ``onething report`` in a process of its own: reports stand
above flows in the house, and its memory is given back when it ends.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.artifacts import (
    create_image_artifact,
    create_markdown_artifact,
    create_table_artifact,
)

from models.errors import DocumentError
from models.said import said

COMMAND = "from workbench.cli import main; main()"
FORMATS = "html,xlsx,docx,json,svg"
WAIT = 1_800
"""Seconds after which a report is given up."""


@flow(name="timing-report", flow_run_name="timing-report/{process}", persist_result=False)
def timing_report(
    process: str,
    folder: str,
    run: str | None = None,
    since: str | None = None,
    until: str | None = None,
    store: str | None = None,
    language: str = "zh",
) -> list[str]:
    """Report a run of the store, or the newest live run of a process; the paths of the files.

    ``since`` and ``until`` (``2024-01-02``) are the first and the last day of arrival. Raises
    DocumentError with the command's sentence if there is nothing to report.
    """
    out = Path(folder) / process
    made = _arguments(process, out, run, language)
    for option, value in (("--from", since), ("--to", until), ("--store", store)):
        made += [option, value] if value else []
    done = subprocess.run(  # noqa: S603 - our own interpreter and command
        [sys.executable, "-c", COMMAND, *made],
        capture_output=True,
        text=True,
        timeout=WAIT,
        check=False,
    )
    if done.returncode:
        told = done.stderr.strip().splitlines()[-1:] or ["?"]
        raise DocumentError(said(f"报告没有写成：{told[0]}", f"no report was made: {told[0]}"))
    report = json.loads(out.with_name(f"{process}.json").read_text(encoding="utf-8"))
    files = sorted(str(path) for path in out.parent.glob(f"{process}*") if path.is_file())
    _leave_artifacts(process, report, files, out)
    return files


def _arguments(process: str, out: Path, run: str | None, language: str) -> list[str]:
    made = ["report", process, "--format", FORMATS, "--out", str(out), "--lang", language]
    return [*made, "--run", run] if run else [*made, "--live"]


def _leave_artifacts(process: str, report: dict[str, Any], files: list[str], out: Path) -> None:
    """The verdicts as a table, what it is about as text, the first picture as an image."""
    tables = report["tables"]
    key = f"report-{process}"
    if "verdicts" in tables:
        found = tables["verdicts"]
        names = {column["key"]: column["name"] for column in found["columns"]}
        rows = [{names[k]: value for k, value in row.items()} for row in found["rows"]]
        create_table_artifact(key=f"{key}-verdicts", table=rows, description=found["title"])
    lines = [f"# {report['title']}", ""]
    lines += [f"- {name}: {value}" for name, value in report["head"].items()]
    lines += ["", *report["notice"], "", *(f"- `{name}`" for name in files)]
    create_markdown_artifact(key=key, markdown="\n".join(lines), description=report["title"])
    pictures = sorted(out.parent.glob(f"{process}-*.svg"))
    if pictures:
        content = base64.b64encode(pictures[0].read_bytes()).decode()
        create_image_artifact(
            key=f"{key}-picture",
            image_url=f"data:image/svg+xml;base64,{content}",
            description=report["title"],
        )
