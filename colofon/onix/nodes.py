"""ONIX elements made and filled with one call each."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

ONIX = "http://ns.editeur.org/onix/3.1/reference"
"""The namespace of reference tags (ONIX for Books 3.1)."""


def node(parent: Element | None, tag: str, text: str = "", **attributes: str) -> Element:
    """Make an ONIX element at the end of `parent`."""
    name = f"{{{ONIX}}}{tag}"
    made = (
        etree.Element(name, nsmap={None: ONIX})
        if parent is None
        else etree.SubElement(parent, name)
    )
    for key, value in attributes.items():
        made.set(key, value)
    made.text = text or None
    return made


def composite(parent: Element, tag: str, **fields: str) -> Element:
    """Make an element with one element in it for each field that has a value, in order."""
    made = node(parent, tag)
    for name, value in fields.items():
        if value:
            node(made, name, value)
    return made
