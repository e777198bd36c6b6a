"""Files that come in and go out. What comes in is hostile until parsed safely."""

from collections.abc import Callable
from dataclasses import dataclass

from flows.catalogue import process
from integrations.bpmn.read import from_bpmn
from integrations.bpmn.staffing import Staffing
from integrations.bpmn.write import to_bpmn
from integrations.documents import LARGEST, parse, to_yaml
from models.base import Language
from models.errors import DocumentError
from models.process import Process
from models.said import in_chinese, said
from reports.document import Document, Extras, document
from reports.excel import workbook
from reports.html import page
from reports.word import document as word_document
from simulations.scenario_file import ScenarioFile
from workbench import filled
from workbench.names import unit_name
from workbench.workshop.design import CASES, Design
from workbench.workshop.findings import Findings

SUFFIXES = (".yaml", ".yml", ".json", ".bpmn", filled.SUFFIX)
OFFICE = "application/vnd.openxmlformats-officedocument"
XLSX, DOCX = f"{OFFICE}.spreadsheetml.sheet", f"{OFFICE}.wordprocessingml.document"


@dataclass(frozen=True)
class File:
    """A file to hand out."""

    name: str
    media: str
    content: bytes


def read_design(name: str, content: bytes) -> Design:
    """The design in an uploaded file: a scenario file that names its process, a process, a form.

    DocumentError in plain words for anything else; nothing of it is executed or written.
    """
    if not name.lower().endswith(SUFFIXES):
        raise DocumentError(
            said(
                "只接受 YAML、JSON、BPMN 文件和填好的 Excel 表（.xlsx）",
                "only YAML, JSON and BPMN files and filled-in Excel forms (.xlsx) are accepted",
            )
        )
    if len(content) > LARGEST:
        raise DocumentError(said("文件过大", "the file is too large"))
    where = name[:80]
    if name.lower().endswith(".bpmn"):
        return _from_bpmn(where, content)
    if name.lower().endswith(filled.SUFFIX):
        return Design.opened(*filled.read_form(content, where)).checked()
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DocumentError(said("文件不是UTF-8文本", "the file is not UTF-8 text")) from None
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
    return Design.opened(base, file).checked()


def _from_bpmn(where: str, content: bytes) -> Design:
    """The process of a diagram; DocumentError if no process of steps says it exactly."""
    model = from_bpmn(content, where)
    if model.process is None:
        note = model.notes[-1]
        raise DocumentError(said(f"{where}：{in_chinese(note)}", f"{where}: {note}"))
    return Design.of(model.process).checked()


def _is_process(written: str) -> bool:
    """Whether the text has a process's steps with owners rather than a scenario's changes."""
    return any(line.startswith(("lead:", '  "lead"', '"lead"')) for line in written.splitlines())


def scenario_yaml(design: Design) -> File:
    """The design as a scenario file; ``onething simulate`` gives the same figures with it."""
    file = design.file if design.file.replications else design.sized_file
    return File(f"{design.base.slug}-scenario.yaml", "text/yaml", to_yaml(file).encode())


def process_yaml(design: Design) -> File:
    """The process as it is now, as a definition of its own."""
    return File(f"{design.base.slug}.yaml", "text/yaml", to_yaml(design.process).encode())


def bpmn(design: Design, language: Language) -> File:
    """The process as it is now as a BPMN 2.0 diagram, with its staff and arrivals."""
    scenario = design.scenario
    process = scenario.loads[0].process
    used = {step.pool for step in process.steps}
    staffing = Staffing(
        pools=tuple(pool for pool in scenario.pools if pool.slug in used),
        arrivals=scenario.loads[0].arrivals,
        cases=CASES,
        start=f"{scenario.start}T09:00:00.000+08:00",
        names={owner: unit_name(owner) for owner in process.owners},
    )
    content = to_bpmn(process, staffing, language)
    return File(f"{design.base.slug}.bpmn", "application/xml", content)


Report = Callable[[Findings], File]


def reports(language: Language) -> dict[str, Report]:
    """The kinds of report that can be handed out, by the word for each; before against now."""

    def made(suffix: str, media: str, make: Callable[[Document], bytes]) -> Report:
        def report(found: Findings) -> File:
            extras = Extras(comparisons=(found.comparison,))
            content = make(document(found.now.subject, language, extras))
            return File(f"{found.design.base.slug}.{suffix}", media, content)

        return report

    return {
        "export_html": made("html", "text/html", lambda report: page(report).encode()),
        "export_xlsx": made("xlsx", XLSX, workbook),
        "export_docx": made("docx", DOCX, word_document),
    }
