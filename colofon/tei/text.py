"""Divisions of a Document -> the front, body and back of a TEI text (TEI P5, 4)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element as Element

from colofon.document import Division, Document
from colofon.tei.blocks import Blocks
from colofon.tei.nodes import node

FRONT = {"acknowledgments", "dedication", "foreword", "introduction", "preface"}
BACK = {"acknowledgments", "afterword", "appendix", "bibliography", "glossary"}
"""Roles of divisions that stand before or behind the body, where they lead or end the work."""


def text(parent: Element, document: Document, writer: Blocks) -> None:
    """Write every division, in order; without any other the body holds them all."""
    front, body, back = _parts(document.divisions)
    made = node(parent, "text")
    count = 0
    for tag, divisions in (("front", front), ("body", body), ("back", back)):
        part = node(made, tag) if divisions else made
        for each in divisions:
            count += not each.editorial
            division(part, each, writer, "" if each.editorial else str(count))


def division(parent: Element, each: Division, writer: Blocks, number: str) -> None:
    """Write a division and those inside it; `number` is its place among its like.

    It is 2, or 2.1 inside that. What the editors wrote bears none, since it is no part of the work.
    """
    role = each.role.removeprefix("doc-") or "section"
    kinds = {"type_": "editorial", "subtype": role} if each.editorial else {"type_": role}
    made = node(parent, "div", n=number, xml_id=each.id, xml_lang=each.lang or "", **kinds)
    if each.heading:
        writer.phrase(node(made, "head"), each.heading)
    count = 0
    for block in each.blocks:
        if isinstance(block, Division):
            count += 1
            division(made, block, writer, number and f"{number}.{count}")
        else:
            writer.blocks(made, [block])


def _parts(
    divisions: Sequence[Division],
) -> tuple[Sequence[Division], Sequence[Division], Sequence[Division]]:
    """Part the divisions of level 1 without changing their order."""
    start, end = 0, len(divisions)
    while start < end and _is(divisions[start], FRONT):
        start += 1
    while end > start and _is(divisions[end - 1], BACK):
        end -= 1
    if start == end:
        return (), divisions, ()
    return divisions[:start], divisions[start:end], divisions[end:]


def _is(division: Division, roles: set[str]) -> bool:
    """Tell what stands around a body: the editors' divisions, and those of some roles."""
    return division.editorial or division.role.removeprefix("doc-") in roles
