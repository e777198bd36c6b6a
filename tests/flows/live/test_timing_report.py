"""The scheduled report as a flow: files written, artifacts left with the server."""

import asyncio
from pathlib import Path

import pytest
from prefect import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey

from flows.live.timing_report import timing_report
from models.errors import DocumentError
from workbench.cli import main


def test_it_writes_the_files_and_leaves_three_artifacts(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'store.db'}"
    few = ["--cases", "30", "--replications", "1", "--report", str(tmp_path / "s.html")]
    with pytest.raises(SystemExit) as ended:
        main(["simulate", "company-opening", *few, "--keep", "kept", "--store", store])
    assert ended.value.code == 0
    files = timing_report("company-opening", str(tmp_path / "out"), run="kept", store=store)
    suffixes = {Path(name).suffix for name in files}
    assert suffixes == {".html", ".xlsx", ".docx", ".json", ".svg"}

    async def kinds() -> dict[str, str | None]:
        keys = [f"report-company-opening{end}" for end in ("", "-verdicts", "-picture")]
        async with get_client() as client:
            found = await client.read_artifacts(
                artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=keys))
            )
        assert all(artifact.data for artifact in found)
        return {str(artifact.key): artifact.type for artifact in found}

    assert asyncio.run(kinds()) == {
        "report-company-opening": "markdown",
        "report-company-opening-verdicts": "table",
        "report-company-opening-picture": "image",
    }


def test_nothing_to_report_ends_in_one_sentence(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'store.db'}"
    with pytest.raises(DocumentError, match="no report was made"):
        timing_report("company-opening", str(tmp_path / "out"), run="none", store=store)
    assert not (tmp_path / "out").exists()
