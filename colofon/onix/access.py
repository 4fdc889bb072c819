"""How an EPUB can be read -> the codes that tell shops so (lists 81, 143 and 196)."""

from __future__ import annotations

from lxml.etree import _Element as Element

from colofon.accessibility import STANDARD, Accessibility
from colofon.onix.languages import code
from colofon.onix.nodes import composite, node

DETAIL = "09"
"""Of list 79: the feature is an accessibility detail of list 196."""
WARNING = "12"
"""Of list 79: the feature is a hazard, or that there is none, of list 143."""

FEATURES = {
    "unlocked": "10",
    "tableOfContents": "11",
    "readingOrder": "13",
    "alternativeText": "14",
    "pageBreakMarkers": "19",
    "structuralNavigation": "29",
    "ARIA": "30",
    "displayTransformability": "36",
    "pageNavigation": "41",
}
"""What schema.org calls features, in list 196 (Schema.org Accessibility Properties Crosswalk)."""

BY_MAKING = ("22", "32")
"""Language tags and landmarks, which every EPUB of ours has and schema.org has no words for."""

SIGHTLESS = "52"
"""Text is enough to read it all."""

HAZARDS = {"none": "00"}
CLAIMS = {STANDARD: ("04", "82", "85")}
"""The specification, the version of WCAG and its level have a code each."""

TEXT, PICTURES = "10", "07"
"""Of list 81."""


def access(parent: Element, book: Accessibility) -> None:
    """Write what evidence bears out, and no more; a claim only where the EPUB has it."""
    summary = _feature(parent, DETAIL, "00")
    said = {"language": code(book.summary_language)}
    node(summary, "ProductFormFeatureDescription", book.summary, **said)
    codes = {FEATURES[name] for name in book.features} | {*BY_MAKING}
    if "textual" in book.sufficient:
        codes.add(SIGHTLESS)
    if book.conformance:
        codes.update(CLAIMS[book.conformance.standard])
    for value in sorted(codes):
        _feature(parent, DETAIL, value)
    if book.conformance:
        _feature(parent, DETAIL, "90", book.conformance.certifier)
        _feature(parent, DETAIL, "91", f"{book.conformance.date:%Y%m%d}")
    for hazard in book.hazards:
        _feature(parent, WARNING, HAZARDS[hazard])


def content(parent: Element, book: Accessibility) -> None:
    """Say what the book is made of: text first, and pictures where they say something."""
    node(parent, "PrimaryContentType", TEXT)
    if "visual" in book.access_modes:
        node(parent, "ProductContentType", PICTURES)


def _feature(parent: Element, kind: str, value: str, description: str = "") -> Element:
    """Write a feature of list 79 with its code, and a text where it needs one."""
    return composite(
        parent,
        "ProductFormFeature",
        ProductFormFeatureType=kind,
        ProductFormFeatureValue=value,
        ProductFormFeatureDescription=description,
    )
