"""What WeasyPrint painted -> tagged content, and artifacts for what is no part of the text.

Stands in for `weasyprint.pdf.add_tags`.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from colofon.pdf import roles, tree
from colofon.pdf.boxes import Placed, Region, walk
from colofon.pdf.structure import Annotation, Content, Structure

ARTIFACTS = {
    Region.MARGIN: {"Type": "/Pagination"},
    Region.LEADER: {"Type": "/Layout"},
    Region.REPEATED: {"Type": "/Pagination"},
}
"""Kinds of artifact (ISO 32000-1, table 330)."""

PRINTED = 4
"""The flag of an annotation that is printed with the page (ISO 32000-1, table 165)."""


class PageContent:
    """The content stream of one page, with the places of its marked-content sequences."""

    def __init__(self, stream: Any) -> None:
        self.items: list[Any] = stream.stream
        self.unread: dict[Any, dict[str, Any]] = stream._tags  # noqa: SLF001
        self.texts: dict[int, str] = {}
        """What the text of each sequence should be."""
        self.places = {
            item["MCID"]: place
            for place, item in enumerate(self.items)
            if isinstance(item, pydyf.Dictionary) and "MCID" in item
        }
        assert len(self.places) == len(self.unread), (
            "text in a transparent or transformed group cannot be tagged: do not use opacity"
        )

    def tag(self, mcid: int, role: str) -> pydyf.Dictionary:
        """Name the structure type of a sequence; return its properties."""
        place = self.places[mcid]
        self.items[place - 1] = f"/{role}"
        return self.items[place]

    def make_artifact(self, mcid: int, kind: dict[str, str]) -> None:
        """Turn a sequence into an artifact."""
        place = self.places.pop(mcid)
        self.items[place - 1 : place + 1] = ["/Artifact", pydyf.Dictionary(kind)]


def tag(document: Any, root: Element, streams: list[Any]) -> tuple[Structure, list[PageContent]]:
    """Sort everything that was painted into a structure tree, or out of it."""
    structure = Structure(root)
    contents = [PageContent(stream) for stream in streams]
    for placed in walk(document.pages):
        _tag(placed, structure, contents[placed.page])
    assert not any(content.unread for content in contents), "something was painted out of order"
    return structure, contents


def _tag(placed: Placed, structure: Structure, content: PageContent) -> None:
    """Place the annotation and the content of one box."""
    box = placed.box
    outside = ARTIFACTS.get(placed.region)
    if box.link_annotation is not None and not outside:
        box.link_annotation["F"] = PRINTED
        structure.holder(placed).kids.append(Annotation(placed.page, box.link_annotation))
    painted = content.unread.pop(box, None)
    if painted is None:
        return
    if outside or _is_decoration(placed):
        content.make_artifact(painted["mcid"], outside or {"Type": "/Layout"})
        return
    node = structure.holder(placed)
    if placed.is_replaced:
        node.image = placed
    else:
        content.texts[painted["mcid"]] = box.pango_layout.text
    content.tag(painted["mcid"], node.role)
    node.kids.append(Content(placed.page, painted["mcid"]))


def _is_decoration(placed: Placed) -> bool:
    """Tell whether a box says nothing: an ornament, or an image without a description.

    What a style sheet puts around the number of a note, such as the page of its call, is for
    those who cannot follow the link.
    """
    element = placed.box.element
    around = placed.pseudo in {"before", "after"} and tree.is_note_link(element)
    nameless = placed.is_replaced and not element.get("alt")
    return around or nameless or element.tag in roles.DECORATIVE
