"""TEI elements made and filled with one call each, and laid out on lines."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"

STRUCTURAL = frozenset(
    "TEI teiHeader fileDesc titleStmt respStmt editionStmt publicationStmt availability notesStmt "
    "relatedItem sourceDesc listWit encodingDesc projectDesc appInfo application editorialDecl "
    "correction normalization quotation hyphenation interpretation refsDecl profileDesc abstract "
    "langUsage calendarDesc calendar textClass keywords revisionDesc text front body back div lg "
    "list table row sp quote epigraph cit figure".split()
)
"""Elements that hold no words themselves: their children may stand on lines of their own."""

INDENT = "  "


def node(parent: Element | None, tag: str, text: str = "", **attributes: str) -> Element:
    """Make a TEI element at the end of `parent`; attributes without a value are left out.

    `xml_id` and `xml_lang` are those of XML; a trailing «_» in a name is dropped, any other
    is a hyphen.
    """
    name = f"{{{TEI}}}{tag}"
    made = (
        etree.Element(name, nsmap={None: TEI}) if parent is None else etree.SubElement(parent, name)
    )
    for key, value in attributes.items():
        if value:
            made.set(_attribute(key), value)
    made.text = text or None
    return made


def _attribute(key: str) -> str:
    """Name an attribute."""
    if key.startswith("xml_"):
        return f"{{{XML}}}{key.removeprefix('xml_')}"
    return key.rstrip("_").replace("_", "-")


def set_language(made: Element, lang: str) -> None:
    """Say in which language an element is, if it does not say so itself."""
    if made.get(_attribute("xml_lang")) is None:
        made.set(_attribute("xml_lang"), lang)


def lay_out(element: Element, depth: int = 0) -> None:
    """Put each child of a structural element on a line of its own; change no other space."""
    inside = _is_structural(element)
    if inside:
        element.text = "\n" + INDENT * (depth + 1)
    for child in element:
        lay_out(child, depth + 1)
        if inside:
            child.tail = "\n" + INDENT * (depth + 1)
    if inside:
        element[-1].tail = "\n" + INDENT * depth


def _is_structural(element: Element) -> bool:
    """Tell an element whose children may stand on lines; a picture inside a line is none."""
    if element.get("rend") == "inline" or not len(element):
        return False
    return etree.QName(element).localname in STRUCTURAL
