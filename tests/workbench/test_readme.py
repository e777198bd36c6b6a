"""What the README shows is what the command takes: its commands, its YAML, its examples."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml

from integrations.departments.faults import FaultPlan
from integrations.documents import checked, read
from models.working_time import HolidayFile
from simulations.scenario_file import ScenarioFile
from workbench.cli import app, main

HOUSE = Path(__file__).parents[2]
README = (HOUSE / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.DOTALL)
QUICK = ("--cases", "30", "--replications", "2")


def shown() -> Iterator[list[str]]:
    """Every call of ``onething`` in the README, as arguments."""
    lines = [line for _, block in BLOCKS for line in block.splitlines()]
    cells = re.findall(r"^\| (`.*?) \|", README, re.MULTILINE)
    for text in [*lines, *(call for cell in cells for call in re.findall(r"`([^`]*)`", cell))]:
        for part in re.split(r"&&|\s#", text.partition("  #")[0]):
            words = shlex.split(part, comments=True)
            places = [n for n, word in enumerate(words) if Path(word).name == "onething"]
            if places:
                yield words[places[0] + 1 :]


COMMANDS = sorted({tuple(words) for words in shown() if words})


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_command_takes_every_call_of_the_readme(words: tuple[str, ...]) -> None:
    command: Any = typer.main.get_command(app)
    rest = list(words)
    context = None
    while hasattr(command, "resolve_command"):
        context = command.context_class(command, info_name="onething", parent=context)
        name, command, rest = command.resolve_command(context, rest)
        assert command is not None, name
    command.make_context(words[0], rest, parent=context)


def test_the_readme_has_commands_to_check() -> None:
    assert len(COMMANDS) > 40  # the search for them finds something


@pytest.mark.parametrize("block", [text for kind, text in BLOCKS if kind == "yaml"])
def test_every_yaml_block_is_read(block: str) -> None:
    values = yaml.safe_load(block)
    kind = HolidayFile if "holidays" in values else ScenarioFile
    assert checked(values, kind, "README").model_fields_set == set(values)


def run(*arguments: str) -> None:
    """The command, which must end well."""
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert not end.value.code


def test_the_examples_are_read_and_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(HOUSE / "docs" / "examples", tmp_path / "docs" / "examples")
    monkeypatch.chdir(tmp_path)
    run("simulate", "company-opening", "--scenario", "docs/examples/scenario.yaml", *QUICK)
    page = Path("out/company-opening-to-be.html").read_text(encoding="utf-8")
    assert "数据：示例数据，非真实统计" in page  # the report names the scenario's source
    assert read(Path("docs/examples/faults.yaml"), FaultPlan)
    assert not capsys.readouterr().err
