"""Files that come in and go out. What comes in is hostile until parsed safely."""

from collections.abc import Callable
from dataclasses import dataclass

from flows.catalogue import process
from integrations.documents import LARGEST, parse, to_yaml
from models.base import Language
from models.errors import DocumentError
from models.process import Process
from models.said import said
from reports.html import render
from simulations.scenario_file import ScenarioFile
from workbench.workshop.design import Design
from workbench.workshop.findings import Findings

SUFFIXES = (".yaml", ".yml", ".json")


@dataclass(frozen=True)
class File:
    """A file to hand out."""

    name: str
    media: str
    content: bytes


def read_design(name: str, content: bytes) -> Design:
    """The design in an uploaded file: a scenario file that names its process, or a process.

    DocumentError in plain words for anything else; nothing of it is executed or written.
    """
    if not name.lower().endswith(SUFFIXES):
        raise DocumentError(
            said("只接受 YAML 或 JSON 文件", "only YAML or JSON files are accepted")
        )
    if len(content) > LARGEST:
        raise DocumentError(said("文件过大", "the file is too large"))
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DocumentError(said("文件不是UTF-8文本", "the file is not UTF-8 text")) from None
    where = name[:80]
    if _is_process(written):
        return Design.of(parse(written, Process, where)).checked()
    file = parse(written, ScenarioFile, where)
    if file.process is None:
        raise DocumentError(
            said(
                f"{where}：没有写明 process（流程代号）",
                f"{where}: `process` (its slug) is missing",
            )
        )
    base = process(file.process)
    return Design(base, _with_items(base, file)).checked()


def _is_process(written: str) -> bool:
    """Whether the text has a process's steps with owners rather than a scenario's changes."""
    return any(line.startswith(("lead:", '  "lead"', '"lead"')) for line in written.splitlines())


def _with_items(base: Process, file: ScenarioFile) -> ScenarioFile:
    """The file with its plan items as numbers."""
    if file.reforms is not None:
        return file
    items = () if file.variant == "as-is" else tuple(r.item for r in base.reforms)
    return file.changed(variant=None, reforms=items)


def scenario_yaml(design: Design) -> File:
    """The design as a scenario file; ``onething simulate`` gives the same figures with it."""
    file = design.file if design.file.replications else design.sized_file
    return File(f"{design.base.slug}-scenario.yaml", "text/yaml", to_yaml(file).encode())


def process_yaml(design: Design) -> File:
    """The process as it is now, as a definition of its own."""
    return File(f"{design.base.slug}.yaml", "text/yaml", to_yaml(design.process).encode())


def html_report(found: Findings, language: Language) -> File:
    """The report of the findings."""
    page = render(found.now.subject, language)
    return File(f"{found.design.base.slug}.html", "text/html", page.encode())


Report = Callable[[Findings], File]


def reports(language: Language) -> dict[str, Report]:
    """The kinds of report that can be handed out, by the word for each."""
    return {"export_html": lambda found: html_report(found, language)}
