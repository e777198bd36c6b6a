"""Files in and out: what goes out comes in again; what is hostile is refused in one sentence."""

import io
from typing import Any

import openpyxl
import pytest

from flows.catalogue import process
from integrations.documents import LARGEST
from models.distributions import Pert
from models.errors import OneThingError
from models.plan.departments import DEPARTMENTS
from models.step import Visit
from reports.template import template
from simulations.scenario_file import ScenarioFile, StepChange
from tests.workbench.workshop.rooms import opening
from workbench import defaults
from workbench.workshop import files
from workbench.workshop.changes import set_people
from workbench.workshop.design import SOURCE, Design
from workbench.workshop.simulator import Simulator
from workbench.workshop.step_edits import remove_step, set_time


def test_a_scenario_comes_back_the_same() -> None:
    design = remove_step(set_people(opening(7), "tax", 4).design, "seal-record").design
    file = files.scenario_yaml(design)
    back = files.read_design(file.name, file.content)
    assert (back.process, back.scenario) == (design.process, design.scenario)


def test_a_process_comes_back_as_a_process_of_its_own() -> None:
    file = files.process_yaml(opening(5, 7, 8))
    back = files.read_design(file.name, file.content)
    assert back.process == opening(5, 7, 8).process


@pytest.mark.parametrize("variant", ["as-is", "to-be"])
def test_a_variant_is_read_as_its_items(variant: str) -> None:
    source = "source: {kind: data, note: x}"
    text = f"process: company-opening\nvariant: {variant}\n{source}\n"
    items = files.read_design("x.yaml", text.encode()).items
    assert items == (() if variant == "as-is" else (5, 7, 8))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.exe", b"MZ"),
        ("x.xlsx", b"MZ"),
        ("x.xlsx", b"PK" * 100),
        ("x.yaml", b"\xff\xfe\x00"),
        ("x.yaml", b"a: &a [*a]"),
        ("x.yaml", b"!!python/object/apply:os.system [id]"),
        ("x.json", b"[" * 100_000),
        ("x.yaml", b"source: {kind: data, note: x}"),
        ("x.yaml", b"process: no-such\nsource: {kind: data, note: x}"),
        ("x.yaml", b"lead: tax\nslug: <script>"),
        ("x.yaml", b"x" * (LARGEST + 1)),
    ],
)
def test_what_is_not_a_scenario_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(OneThingError) as refused:
        files.read_design(name, content)
    for language in ("zh", "en"):
        assert 0 < len(refused.value.sentence(language)) < 1_000


def form(slug: str, sheet: str, cells: dict[str, Any], about: str | None = None) -> bytes:
    """The form of a process, its sheet's first row filled in by column key."""
    base = process(slug)
    plain = defaults.scenario(slug, [base.reformed()], defaults.own_staff([base]))
    departments = sorted(unit.slug for unit in DEPARTMENTS)
    book = openpyxl.load_workbook(io.BytesIO(template(plain, departments, "zh")))
    there: Any = book[sheet]
    keys = [str(cell.value).split(":")[-1] for cell in there[3]]
    for key, value in cells.items():
        there.cell(5, keys.index(key) + 1).value = value
    if about is not None:
        first: Any = book.worksheets[0]
        first.cell(3, 2).value = about
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_filled_in_form_is_dropped_in() -> None:
    cells = {"low": 5, "mode": 6, "high": 7, "source": "data", "note": "台账"}
    design = files.read_design("填报.XLSX", form("company-opening", "环节用时", cells))
    assert design.base == process("company-opening")
    assert design.items == (5, 7, 8)
    (first, *_) = design.process.steps
    assert first.time.duration.distribution == Pert(low=5, mode=6, high=7)
    assert first.time.duration.source.kind == "data"
    later = set_time(design, first.slug, "work", [1, 1, 1], "hours").design
    now = later.scenario.loads[0].process.step(first.slug)
    assert now.time.duration.mean_seconds == 3_600


def test_what_a_scenario_says_of_steps_and_limits_stays_and_can_be_changed() -> None:
    base = process("company-opening")
    step, limit = base.steps[1], base.limits[0]
    paper = step.materials[:1]
    visit = Visit(source=SOURCE)
    changed = StepChange(owner="tax", materials=paper, visit=visit, fees=(), rework=None)
    file = ScenarioFile(
        source=SOURCE,
        process=base.slug,
        variant="as-is",
        steps={step.slug: changed},
        limits=(limit.changed(most=9),),
        staff={"tax": 4},
    )
    plain = defaults.scenario(base.slug, [base], defaults.own_staff([base]))
    design = Design.opened(base, file)
    assert design.process == file.applied(plain).loads[0].process
    assert design.pool("tax").count == 4
    gone = remove_step(design, step.slug).design
    assert step.slug not in gone.process.after


@pytest.mark.parametrize(
    ("cells", "about", "told"),
    [
        ({"low": "=1+1"}, None, "环节用时!F5：请填数值，不要填公式"),
        ({"step": "x" * 30_000}, None, "环节用时!A5：没有“xxx"),
        ({}, "/etc/hostile.yaml", "/etc/hostile.yaml"),
        ({}, "y" * 30_000, "yyy"),
    ],
)
def test_a_wrong_form_is_refused_in_one_sentence(
    cells: dict[str, Any], about: str | None, told: str
) -> None:
    content = form("company-opening", "环节用时", cells, about)
    with pytest.raises(OneThingError) as refused:
        files.read_design("form.xlsx", content)
    sentence = refused.value.sentence("zh")
    assert told in sentence
    assert len(sentence) < 1_000
    assert "\n" not in sentence


def test_a_workbook_that_is_no_form_is_refused() -> None:
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    with pytest.raises(OneThingError, match="this is no form"):
        files.read_design("other.xlsx", book.getvalue())


def test_the_report_compares_before_and_now() -> None:
    simulator = Simulator()
    found = simulator.findings(opening(7), full=False, tell=None)
    html, xlsx, docx = (make(found).content for make in files.reports("en").values())
    assert "Before and after" in html.decode()
    cells = openpyxl.load_workbook(io.BytesIO(xlsx))
    assert any("Before and after" in str(sheet["A1"].value) for sheet in cells.worksheets)
    assert docx.startswith(b"PK")
    simulator.close()


def test_the_report_is_about_the_findings() -> None:
    simulator = Simulator()
    found = simulator.findings(opening(7), full=False, tell=None)
    (report, *_) = files.reports("zh").values()
    assert "企业开办一件事" in report(found).content.decode()
    simulator.close()
