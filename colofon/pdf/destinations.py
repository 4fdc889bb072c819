"""Every place that links and bookmarks lead to -> its structure element (ISO 14289-2, 8.8)."""

from __future__ import annotations

from typing import Any

import pydyf

from colofon.pdf.structure import Annotation, Node, Structure


def structural(pdf: Any, structure: Structure, objects: dict[Node, Any]) -> None:
    """Let links, bookmarks and names lead to elements, and to places for older viewers."""
    elements = {name: objects[node] for name, node in structure.named().items()}
    places = _name(pdf, elements)
    for node in objects:
        for kid in node.kids:
            if isinstance(kid, Annotation) and "Dest" in kid.object:
                kid.object["A"] = _go_to(places[kid.object.pop("Dest").string])
    for item in outline(pdf):
        item["A"] = _go_to(_both(item.pop("Dest"), _object(pdf, item["SE"])))


def _name(pdf: Any, elements: dict[str, Any]) -> dict[str, pydyf.Dictionary]:
    """Complete the named destinations, and return them by name (ISO 32000-2, 12.3.2.4)."""
    names = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", pydyf.Array())
    found = {}
    for at in range(0, len(names), 2):
        name = names[at].string
        names[at + 1] = found[name] = _both(names[at + 1], elements[name])
    return found


def _both(place: Any, element: Any) -> pydyf.Dictionary:
    """Say where something is on a page, and in the structure (ISO 32000-2, 12.3.2.3)."""
    return pydyf.Dictionary({"D": place, "SD": pydyf.Array([element.reference, *place[1:]])})


def _go_to(goal: pydyf.Dictionary) -> pydyf.Dictionary:
    """Write an action that leads there (ISO 32000-2, 12.6.4.2)."""
    return pydyf.Dictionary({"S": "/GoTo", **goal})


def outline(pdf: Any) -> list[Any]:
    """Return the items of the outline, in reading order (ISO 32000-1, 12.3.3)."""
    if "Outlines" not in pdf.catalog:
        return []
    found = []
    waiting = [_object(pdf, pdf.catalog["Outlines"]).get("First")]
    while waiting:
        reference = waiting.pop()
        if reference:
            item = _object(pdf, reference)
            found.append(item)
            waiting.extend([item.get("Next"), item.get("First")])
    return found


def _object(pdf: Any, reference: bytes) -> Any:
    """Return the object of a reference."""
    return pdf.objects[int(reference.split()[0])]
