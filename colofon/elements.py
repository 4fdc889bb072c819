"""HTML elements made and filled with one call each."""

from __future__ import annotations

import base64

from lxml import etree
from lxml.etree import _Element as Element


def element(parent: Element | None, tag: str, text: str = "", **attributes: str) -> Element:
    """Make an element at the end of `parent`; a trailing «_» in a name is dropped."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    made = etree.Element(tag) if parent is None else etree.SubElement(parent, tag)
    for name, value in named.items():
        if value:
            made.set(name, value)
    made.text = text or None
    return made


def append_text(parent: Element, text: str) -> None:
    """Put text behind whatever `parent` holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def plain(node: Element) -> str:
    """Return the words of an element on one line, without the calls of notes."""
    texts = node.xpath(".//text()[not(ancestor::*[@role='doc-noteref'])]")
    return " ".join("".join(texts).split())


def data_url(data: bytes, media_type: str) -> str:
    """Write bytes as an address that holds them (RFC 2397)."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"
