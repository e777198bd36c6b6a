"""The house: arrows point down, files stay small, heavy libraries stay where they belong."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = ("workbench", "reports", "flows", "simulations", "integrations", "models")
ALLOWED = {
    "models": set(),
    "integrations": {"models"},
    "simulations": {"models"},
    "flows": {"models"},
    "reports": {"models", "flows", "simulations"},
    "workbench": {"models", "integrations", "simulations", "flows", "reports"},
}
LIVE = ROOT / "flows" / "live"
"""The one room of flows that knows departments, store and Prefect."""
HEAVY = {"numba", "prefect", "distributed"}


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def allowed(layer: str, path: Path) -> set[str]:
    return ALLOWED[layer] | ({"integrations"} if LIVE in path.parents else set())


@pytest.mark.parametrize("layer", LAYERS)
def test_arrows_point_only_downward(layer: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(layer)
        for name in imports(path)
        if (top := name.split(".")[0]) in LAYERS and top not in {layer, *allowed(layer, path)}
    ]
    assert wrong == []


def test_models_and_the_catalogue_know_no_heavy_library() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources("models", "flows")
        if LIVE not in path.parents
        for name in imports(path)
        if name.split(".")[0] in HEAVY
    ]
    assert wrong == []


def test_models_do_no_input_or_output() -> None:
    forbidden = {"pathlib", "os", "io", "socket", "httpx", "sqlite3", "subprocess", "yaml"}
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources("models")
        for name in imports(path)
        if name.split(".")[0] in forbidden
    ]
    assert wrong == []


def test_process_modules_are_data() -> None:
    """A process module has assignments and imports, no functions, loops or branches."""
    code = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.If, ast.Lambda, ast.Try)
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources("flows")
        if path.parent.name not in {"flows", "county", "live"}
        and path.stem not in {"shared", "__init__"}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, code)
    ]
    assert wrong == []


def test_files_and_functions_stay_small() -> None:
    long_files: list[str] = []
    long_functions: list[str] = []
    for path in sources(*LAYERS, "tests", "benchmarks"):
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > 400:
            long_files.append(str(path.relative_to(ROOT)))
        long_functions += [
            f"{path.relative_to(ROOT)}:{node.name}"
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef)
            and path.parts[-2:] != ("workbench", "cli.py")  # one parameter an option
            and path.parent.name != "kernel"  # one argument a table, a line each
            and statements_span(node) > 40
        ]
    assert long_files == []
    assert long_functions == []


def statements_span(node: ast.FunctionDef) -> int:
    """Lines from the first statement of the body to the last."""
    first, last = node.body[0].lineno, node.body[-1].end_lineno
    return (last or first) - first + 1


def test_every_public_module_function_and_class_has_a_docstring() -> None:
    wrong: list[str] = []
    for path in sources(*LAYERS):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        bodies = [tree.body, *(node.body for node in classes if not node.name.startswith("_"))]
        nodes = [
            node
            for body in bodies
            for node in body
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        ]
        wrong += [
            f"{path.relative_to(ROOT)}:{node.name}" for node in nodes if not ast.get_docstring(node)
        ]
        if not ast.get_docstring(tree):
            wrong.append(str(path.relative_to(ROOT)))
    assert wrong == []


def test_listing_the_catalogue_imports_no_numerical_library() -> None:
    code = (
        "import sys; from flows.catalogue import processes; processes(); "
        "print([m for m in ('numpy', 'scipy', 'polars', 'numba', 'prefect') if m in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


def test_nothing_names_a_path_of_the_machine_it_was_written_on() -> None:
    slash = "/"
    names = tuple(f"{slash}{name}{slash}" for name in ("work", "root", "tmp", "farm"))
    files = [
        *sources(*LAYERS, "tests", "benchmarks"),
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
    ]
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in files
        for name in names
        if name in path.read_text(encoding="utf-8")
    ]
    assert wrong == []
