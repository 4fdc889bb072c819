"""A folder of modules -> what each is called, promises and needs; runs none of them."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent


@dataclass(frozen=True)
class Entry:
    """One module of a registry: a maker of outputs, or a check."""

    name: str
    """The file's name, with dashes."""
    module: str
    function: str
    claim: str
    """The first line of the module's docstring."""
    inputs: tuple[str, ...]
    """The names of the function's parameters: what it reads."""

    def load(self) -> Callable[..., Any]:
        """Import the module, with the heavy libraries it wraps, and return the function."""
        loaded: Callable[..., Any] = getattr(importlib.import_module(self.module), self.function)
        return loaded


def entries(folder: str, function: str) -> list[Entry]:
    """Read a folder of the package: every module in it has `function`."""
    paths = sorted((PACKAGE / folder).glob("[!_]*.py"))
    return [_entry(folder, path, function) for path in paths]


def _entry(folder: str, path: Path, function: str) -> Entry:
    """Read one module's docstring and its function's parameters, as text."""
    tree = ast.parse(path.read_text("utf-8"))
    defined = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    found = next(node for node in defined if node.name == function)
    names = tuple(each.arg for each in (*found.args.args, *found.args.kwonlyargs))
    claim = (ast.get_docstring(tree) or "").partition("\n")[0]
    name = path.stem.replace("_", "-")
    return Entry(name, f"colofon.{folder}.{path.stem}", function, claim, names)


STAGES = entries("stages", "make")
FORMATS = entries("formats", "make")
CLOSINGS = entries("closing", "make")
CHECKS = entries("checks", "check")
