"""The shape of the project: imports point one way, and every registry entry is tested."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from colofon import inputs, registry
from conftest import CASES, ROOT

PACKAGE = ROOT / "colofon"
ORDER = (
    *("colofon", "finding", "heard", "guarded", "source", "strict_yaml", "styles", "materials"),
    *("lock", "printers", "front", "frontmatter", "pandoc", "document", "images", "parsing"),
    *("labels", "note_kinds", "typefaces", "elements", "markup", "apparatus", "numerals"),
    *("identity", "imprint", "page", "accessibility", "certification", "onix", "tei", "txt"),
    *("blocks", "pdf", "typesetting", "press", "layout", "page_breaks", "zipped", "carried"),
    *("epub", "web", "cover", "wrap", "imposition", "java", "ghostscript", "clients", "formats"),
    *("stages", "readers", "records", "observed", "buildinfo", "bagging", "unbagging", "closing"),
    *("preflight", "witness", "orthography", "checks", "registry", "inputs", "report", "publish"),
    *("toolchain", "catalogue", "comparing", "revision", "sealing", "rebuilding"),
    *("regenerating", "verifying", "certify", "proof", "packing", "tasks", "concluding", "recipe"),
    *("preview", "commands", "__main__"),
)
"""The river, from its spring to the sea: a module imports only from those before it."""

LONGEST_FUNCTION = 30
LONGEST_FILE = 250


def _room(path: Path) -> str:
    """Name the room of a module: the first step below the package."""
    first = path.relative_to(PACKAGE).parts[0]
    return "colofon" if first == "__init__.py" else first.removesuffix(".py")


def _imported(path: Path) -> set[str]:
    """Read which rooms of ours a module imports."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("colofon"):
            steps = (node.module or "").split(".")[1:]
            rooms |= {steps[0]} if steps else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names = (alias.name.split(".") for alias in node.names)
            rooms |= {name[1] for name in names if name[0] == "colofon" and len(name) > 1}
    return {
        room for room in rooms if (PACKAGE / room).is_dir() or (PACKAGE / f"{room}.py").exists()
    }


MODULES = sorted(PACKAGE.rglob("*.py"))


def test_every_room_has_its_place() -> None:
    """The river names every module of the package, and nothing that is gone."""
    assert set(ORDER) == {_room(path) for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_upstream(path: Path) -> None:
    """A module imports only from rooms before its own."""
    here = ORDER.index(_room(path))
    assert all(ORDER.index(room) <= here for room in _imported(path))


def test_readers_share_nothing_with_makers() -> None:
    """What reads an output back knows nothing of what made it."""
    makers = {
        "formats",
        "stages",
        "page",
        "markup",
        "layout",
        "blocks",
        "pdf",
        "press",
        "page_breaks",
        "epub",
        "web",
        "cover",
        "wrap",
        "zipped",
        "tei",
        "txt",
        "onix",
        "imposition",
        "identity",
        "imprint",
        "bagging",
    }
    for path in [*(PACKAGE / "readers").glob("*.py"), *(PACKAGE / "preflight").rglob("*.py")]:
        assert not _imported(path) & makers, path.name
    for path in (PACKAGE / "unbagging").glob("*.py"):  # it writes the ZIP again to compare it
        assert _imported(path) & makers <= {"zipped"}, path.name


@pytest.mark.parametrize("path", [*MODULES, ROOT / "dodo.py"], ids=lambda path: path.name)
def test_rooms_are_small(path: Path) -> None:
    """Functions of 30 lines, files of 250, no broad except."""
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None
            assert getattr(node.type, "id", "") not in {"Exception", "BaseException"}


@pytest.mark.parametrize("entry", registry.CHECKS, ids=lambda entry: entry.name)
def test_every_check_claims_and_is_shown_failing(entry: registry.Entry) -> None:
    """A check has a claim, known inputs, and good and bad samples: masters, or tests of its own."""
    assert entry.claim.endswith(".")
    assert set(entry.inputs) <= set(inputs.INPUTS)
    cases = {path.stem for path in (CASES / entry.name).glob("*.md")}
    tests = ROOT / "tests" / "checks" / f"test_{entry.name.replace('-', '_')}.py"
    if tests.exists():
        names = {
            node.name
            for node in ast.parse(tests.read_text("utf-8")).body
            if isinstance(node, ast.FunctionDef)
        }
        assert any("good" in name for name in names)
        assert any("bad" in name for name in names)
    else:
        assert "good" in cases
        assert len(cases) > 1


@pytest.mark.parametrize(
    "entry", [*registry.STAGES, *registry.FORMATS], ids=lambda entry: entry.name
)
def test_every_maker_says_what_for_and_knows_its_inputs(entry: registry.Entry) -> None:
    """A stage or a format has a purpose and known inputs."""
    assert entry.claim
    assert set(entry.inputs) <= set(inputs.INPUTS)


def test_the_recipe_can_be_read() -> None:
    """dodo.py has less than 80 lines."""
    assert (ROOT / "dodo.py").read_text("utf-8").count("\n") < 80


def test_every_exception_to_the_linter_is_argued() -> None:
    """Each rule that ruff is told to ignore says why."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    settings = tomllib.loads(text)["tool"]["ruff"]["lint"]
    lines = text.splitlines()
    for rule in settings["ignore"]:
        [line] = [line for line in lines if line.strip().startswith(f'"{rule}"')]
        assert "#" in line
