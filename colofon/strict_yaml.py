"""YAML text -> plain data and the place of every key and value; the strict subset only."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and indices of sequences."""

DEPTH = 12
"""How deep values may be nested; front matter has no use for more."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in the YAML; line and column count from 1."""

    code: str
    message: str
    line: int
    column: int
    hint: str = ""


@dataclass
class Loaded:
    """Plain data (str, None, list, dict), and where each key and value stands."""

    data: Any = None
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def load(text: str, first_line: int) -> Loaded:
    """Load one YAML document whose first line is line `first_line` of its file.

    Every scalar stays text (so that a title «1984» or «no» is not a number or a
    truth value); an empty one is None. Anchors, aliases, tags, doubled keys and deep
    nesting are faults (YAML 1.2, clauses 3.2.2.2 and 3.2.1.2: billion-laughs attacks).
    """
    loaded = Loaded()
    try:
        _refuse_sharing(text, first_line, loaded)
        if not loaded.faults:
            node = YAML(typ="safe", pure=True).compose(io.StringIO(text))
            loaded.data = _build(node, (), first_line, loaded) if node else {}
    except MarkedYAMLError as error:
        loaded.faults.append(_syntax(error, first_line))
    except YAMLError as error:
        message = f"The front matter is not YAML: {error}"
        loaded.faults.append(Fault("bad-yaml", message, first_line, 1))
    return loaded


def _syntax(error: MarkedYAMLError, first_line: int) -> Fault:
    """Turn the parser's complaint into a fault at its place."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column + 1) if mark else (0, 1)
    hint = "Quote a value that holds a colon followed by a space, or a leading sign."
    message = f"The front matter is not YAML: {error.problem or error.context}."
    return Fault("bad-yaml", message, first_line + line, column, hint)


def _refuse_sharing(text: str, first_line: int, loaded: Loaded) -> None:
    """Look at the parser's events only, so that no alias is ever expanded."""
    for event in YAML(typ="safe", pure=True).parse(io.StringIO(text)):
        if not isinstance(event, NodeEvent):
            continue
        line, column = first_line + event.start_mark.line, event.start_mark.column + 1
        if isinstance(event, AliasEvent) or event.anchor:
            message = "The front matter uses a YAML anchor or alias."
            hint = "Write the value out where it is needed."
            loaded.faults.append(Fault("yaml-alias", message, line, column, hint))
            return
        if tag := getattr(event, "tag", None):
            message = f"The front matter uses the YAML tag {tag}."
            fault = Fault("yaml-tag", message, line, column, "Write the plain value.")
            loaded.faults.append(fault)


def _build(node: Node, path: Path, first_line: int, loaded: Loaded) -> Any:
    """Turn a node into plain data and note where it stands."""
    here = (first_line + node.start_mark.line, node.start_mark.column + 1)
    loaded.values[path] = here
    if len(path) > DEPTH:
        loaded.faults.append(Fault("bad-yaml", "The front matter is nested too deep.", *here))
        return None
    if isinstance(node, ScalarNode):
        return None if str(node.tag).endswith(":null") else str(node.value)
    if isinstance(node, SequenceNode):
        items = enumerate(node.value)
        return [_build(item, (*path, index), first_line, loaded) for index, item in items]
    assert isinstance(node, MappingNode)
    return _mapping(node, path, first_line, loaded)


def _mapping(node: MappingNode, path: Path, first_line: int, loaded: Loaded) -> dict[str, Any]:
    """Turn a mapping into a dict; a doubled key is a fault."""
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        here = (first_line + key_node.start_mark.line, key_node.start_mark.column + 1)
        if key in data:
            message = f"The key «{key}» stands twice."
            loaded.faults.append(Fault("doubled-key", message, *here, "Keep one of them."))
            continue
        loaded.keys[(*path, key)] = here
        data[key] = _build(value_node, (*path, key), first_line, loaded)
    return data
