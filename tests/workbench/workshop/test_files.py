"""Files in and out: what goes out comes in again; what is hostile is refused in one sentence."""

import pytest

from integrations.documents import LARGEST
from models.errors import OneThingError
from tests.workbench.workshop.rooms import opening
from workbench.workshop import files
from workbench.workshop.changes import set_people
from workbench.workshop.simulator import Simulator
from workbench.workshop.step_edits import remove_step


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


def test_the_report_is_about_the_findings() -> None:
    simulator = Simulator()
    found = simulator.findings(opening(7), full=False, tell=None)
    (report, *_) = files.reports("zh").values()
    assert "企业开办一件事" in report(found).content.decode()
    simulator.close()
