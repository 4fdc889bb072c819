"""The accessibility metadata of a published EPUB -> fields of schema.org and of Readium."""

from __future__ import annotations

import re
from typing import Any

from colofon.readers.description import Description

CLAIM = re.compile(r"EPUB Accessibility 1\.1 - WCAG (2\.\d) Level (A{1,3})")
"""How a publication claims conformance (EPUB Accessibility 1.1, «Conformance Reporting»)."""

SUFFICIENT = frozenset({"auditory", "tactile", "textual", "visual"})
"""What `accessModeSufficient` is made of (schema.org)."""


def values(about: Description, name: str) -> list[str]:
    """Return every value of a property, in the order of the package."""
    return list(about.properties.get(name, ()))


def sufficient(about: Description) -> list[list[str]]:
    """Return each set of senses that is enough to read the book."""
    sets = (value.split(",") for value in values(about, "schema:accessModeSufficient"))
    return [[mode.strip() for mode in each if mode.strip() in SUFFICIENT] for each in sets]


def standards(about: Description) -> list[str]:
    """Return what the book says it conforms to."""
    return values(about, "dcterms:conformsTo")


def readium(about: Description) -> dict[str, Any]:
    """Return the accessibility object of a Readium manifest, without what nothing is said of."""
    certification = {
        "certifiedBy": " ".join(values(about, "a11y:certifiedBy")[:1]),
        "credential": " ".join(values(about, "a11y:certifierCredential")[:1]),
        "report": " ".join(values(about, "a11y:certifierReport")[:1]),
    }
    said = {
        "conformsTo": [address for each in standards(about) if (address := _address(each))],
        "certification": {name: value for name, value in certification.items() if value},
        "accessMode": values(about, "schema:accessMode"),
        "accessModeSufficient": [each for each in sufficient(about) if each],
        "feature": values(about, "schema:accessibilityFeature"),
        "hazard": values(about, "schema:accessibilityHazard"),
        "summary": " ".join(values(about, "schema:accessibilitySummary")),
    }
    return {name: value for name, value in said.items() if value}


def _address(standard: str) -> str:
    """Return the address of a standard, as the context of Readium's manifests lists them."""
    said = CLAIM.fullmatch(standard)
    if said:
        return f"https://www.w3.org/TR/epub-a11y-11#wcag-{said[1]}-{said[2].lower()}"
    return standard if "://" in standard else ""


def schema_org(about: Description) -> dict[str, Any]:
    """Return the accessibility properties of a CreativeWork, without those that are empty."""
    said = {
        "accessMode": values(about, "schema:accessMode"),
        "accessModeSufficient": [
            {"@type": "ItemList", "itemListElement": each} for each in sufficient(about) if each
        ],
        "accessibilityFeature": values(about, "schema:accessibilityFeature"),
        "accessibilityHazard": values(about, "schema:accessibilityHazard"),
        "accessibilitySummary": " ".join(values(about, "schema:accessibilitySummary")),
    }
    return {name: value for name, value in said.items() if value}
