"""HTML elements and DPUB-ARIA roles -> structure types of PDF (ISO 32000-1, 14.8.4)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from colofon.pdf.tree import has_role, is_note

DOCUMENT, PART, SECTION, PARAGRAPH = "Document", "Part", "Sect", "P"
LIST, ITEM, LABEL, BODY = "L", "LI", "Lbl", "LBody"
TABLE, HEAD_CELL, CELL, CAPTION = "Table", "TH", "TD", "Caption"
CONTENTS, ENTRY = "TOC", "TOCI"
FIGURE, LINK, NOTE, REFERENCE, SPAN = "Figure", "Link", "Note", "Reference", "Span"

TAGS = {
    "html": DOCUMENT, "main": PART, "section": SECTION, "nav": SECTION, "div": "Div",
    "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "h5": "H5", "h6": "H6",
    "p": PARAGRAPH, "pre": PARAGRAPH, "blockquote": "BlockQuote",
    "ul": LIST, "ol": LIST, "dl": LIST, "li": ITEM, "dt": LABEL, "dd": BODY,
    "table": TABLE, "thead": "THead", "tbody": "TBody", "tr": "TR",
    "th": HEAD_CELL, "td": CELL, "figcaption": CAPTION,
    "img": FIGURE, "a": LINK, "em": "Em", "strong": "Strong", "code": "Code",
}  # fmt: skip
"""Elements that are not named leave no trace in the tree: their words belong to the parent."""

INSIDE_LINES = frozenset({"Em", "Strong", "Code", LINK, REFERENCE, SPAN})
PARAGRAPHS = frozenset({PARAGRAPH, *(f"H{level}" for level in range(1, 7))})

DECORATIVE = frozenset({"hr"})
"""Elements whose generated content says nothing that a reader should hear."""


def role_of(element: Element, ancestors: list[Element]) -> str | None:
    """Return an element's structure type, or None if its content belongs to its parent.

    `ancestors` begin with the parent. A phrase in another language keeps an element of its
    own, which carries the language (ISO 14289-1, 7.2).
    """
    match element.tag:
        case "body":
            return None
        case "div" if is_note(element):
            return NOTE
        case "ol" | "li" if in_contents(ancestors):
            return CONTENTS if element.tag == "ol" else ENTRY
        case "figure":
            return _figure(element)
        case "img" if ancestors[0].tag == "figure" and _figure(ancestors[0]) == FIGURE:
            return None
        case tag:
            return TAGS.get(tag, SPAN if element.get("lang") else None)


def _figure(figure: Element) -> str | None:
    """Tell whether a figure is one image, or a table that its caption joins, or anything else."""
    if figure.find("table") is not None:
        return None
    return FIGURE if len(figure.findall("img")) == 1 else "Div"


def in_contents(ancestors: list[Element]) -> bool:
    """Tell whether what has these ancestors stands in the table of contents."""
    return any(has_role(each, "doc-toc") for each in ancestors)


def wrappers(element: Element, ancestors: list[Element]) -> tuple[str, ...]:
    """Return the types that stand around an element's own, outermost first."""
    if has_role(element, "doc-backlink"):
        return (LABEL,)
    if has_role(element, "doc-noteref") or (element.tag == "a" and in_contents(ancestors)):
        return (REFERENCE,)
    return ()
