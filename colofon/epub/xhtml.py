"""The page's elements -> XHTML that an EPUB may hold, with its own semantics."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
XML = "http://www.w3.org/XML/1998/namespace"
TYPE = f"{{{OPS}}}type"
LANG = f"{{{XML}}}lang"

PROLOGUE = b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
STYLE_SHEET = "css/epub.css"

TYPES_BY_CLASS = {"title-page": "titlepage", "imprint": "copyright-page"}
"""Parts of a book that have no DPUB-ARIA role (EPUB SSV 1.1)."""

VOID = {"br", "hr", "img", "col", "meta", "link", "wbr"}
HEADINGS = [f"h{level}" for level in range(1, 7)]


def xhtml(tag: str) -> str:
    """Return the name of an XHTML element as lxml writes it."""
    return f"{{{XHTML}}}{tag}"


def local(node: Element) -> str:
    """Return an element's name without its namespace."""
    return str(etree.QName(node).localname)


def child(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Make an XHTML element at the end of `parent`."""
    made = etree.SubElement(parent, xhtml(tag), attributes)
    made.text = text
    return made


def parse(page: bytes) -> Element:
    """Parse the page."""
    return etree.fromstring(page, etree.XMLParser(resolve_entities=False, no_network=True))


def adopt(root: Element) -> None:
    """Make XHTML of the page: namespace, `xml:lang`, `epub:type`.

    An element without words, other than the void ones of HTML, is kept from being
    written `<td/>`, which engines that read XHTML as HTML take for an open tag.
    """
    for node in root.iter(etree.Element):
        if node.text is None and not len(node) and node.tag not in VOID:
            node.text = ""
        if language := node.get("lang"):
            node.set(LANG, language)
        if kind := epub_type(node):
            node.set(TYPE, kind)
        node.tag = xhtml(node.tag)


def epub_type(node: Element) -> str:
    """Return the `epub:type` that says the same as an element's role or class.

    The DPUB-ARIA roles took their names from the EPUB vocabulary, so that
    `doc-chapter` is `chapter` and so on (EPUB 3 Structural Semantics Vocabulary 1.1).
    """
    role: str = node.get("role", "")
    if role.startswith("doc-"):
        return role.removeprefix("doc-")
    return TYPES_BY_CLASS.get(node.get("class", ""), "")


def relevel(nodes: list[Element]) -> None:
    """Move the headings up together until the first of them is an `<h1>`."""
    tags = {xhtml(tag): level for level, tag in enumerate(HEADINGS, start=1)}
    headings = [node for top in nodes for node in top.iter(*tags)]
    if not headings:
        return
    above = tags[headings[0].tag] - 1
    for heading in headings:
        heading.tag = xhtml(f"h{max(1, tags[heading.tag] - above)}")


def cover_page(image: str, alternative: str) -> list[Element]:
    """Make the section that shows the cover; `doc-cover` is a role of pictures only."""
    section = etree.Element(xhtml("section"), {"class": "cover", TYPE: "cover"})
    child(section, "img", src=image, alt=alternative, role="doc-cover")
    return [section]


def document(title: str, language: str, part: str, nodes: list[Element]) -> bytes:
    """Write one XHTML file; `part` is frontmatter, bodymatter or backmatter."""
    root = etree.Element(xhtml("html"), nsmap={None: XHTML, "epub": OPS})
    root.set("lang", language)
    root.set(LANG, language)
    head = child(root, "head")
    child(head, "meta", charset="utf-8")
    child(head, "title", title)
    child(head, "link", rel="stylesheet", type="text/css", href=STYLE_SHEET)
    body = child(root, "body")
    body.set(TYPE, part)
    body.extend(nodes)
    for node in nodes:
        node.tail = "\n"
    etree.cleanup_namespaces(root, top_nsmap={None: XHTML, "epub": OPS})
    head.tail = body.text = "\n"
    return PROLOGUE + bytes(etree.tostring(root, encoding="utf-8")) + b"\n"
