"""Calls and notes, lines of the contents and what they name -> `Ref` (ISO 32000-2, 14.7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from colofon.pdf import roles
from colofon.pdf.structure import Node, Structure
from colofon.pdf.tree import has_role


def refer(structure: Structure, objects: dict[Node, Any]) -> None:
    """Let elements name the elements they refer to: calls and notes each other."""
    for node, other in _pairs(structure):
        _add(objects[node], objects[other])
        if other.role == roles.NOTE:
            _add(objects[other], objects[node])


def _pairs(structure: Structure) -> Iterator[tuple[Node, Node]]:
    """Yield a reference of the text, or an entry of the contents, and what it leads to."""
    named = {
        element.get("id"): node
        for element, node in structure.nodes.items()
        if element is node.element and element.get("id")
    }
    for element, node in structure.nodes.items():
        if element is not node.element or element.tag != "a" or node.parent is None:
            continue
        target = named.get((element.get("href") or "").removeprefix("#"))
        outer = node.parent
        if target is None or outer.role != roles.REFERENCE:
            continue
        if has_role(element, "doc-noteref"):
            yield outer, target
        elif outer.parent is not None and outer.parent.role == roles.ENTRY:
            yield outer.parent, target


def _add(element: Any, other: Any) -> None:
    """Add one reference to another element, once."""
    kept = element.setdefault("Ref", pydyf.Array())
    if other.reference not in kept:
        kept.append(other.reference)
