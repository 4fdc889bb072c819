"""Accessibility metadata -> what a reader is told, in the order of the W3C Display Guide."""

from __future__ import annotations

from collections.abc import Iterator

from colofon.catalogue import access
from colofon.labels import Labels
from colofon.readers.description import Description

Statement = tuple[str, list[str]]
"""A heading and its sentences."""

NAVIGATION = {
    "tableOfContents": "A table of contents with links.",
    "index": "An index with links.",
    "structuralNavigation": "Headings and other parts that one can go through.",
    "pageNavigation": "The page numbers of the printed edition.",
}
"""Features -> sentences, in the order of the guide (Accessibility Metadata Display Guide 2.0)."""

SAME = {"pageBreakMarkers": "pageNavigation", "printPageNumbers": "pageNavigation"}
"""Features that tell a reader the same as another."""

HAZARDS = {
    "none": "No hazards.",
    "flashing": "It flashes, which can provoke seizures.",
    "motionSimulation": "It simulates motion, which can make one sick.",
    "sound": "It has sounds that can harm.",
    "noFlashingHazard": "It does not flash.",
    "noMotionSimulationHazard": "It simulates no motion.",
    "noSoundHazard": "It has no sounds that can harm.",
}


def statements(about: Description, labels: Labels) -> Iterator[Statement]:
    """Yield what is known, and what is not, of how a book can be read.

    Ways of reading, conformance, navigation, rich content, hazards and summary, in this
    order; the last three only where something is said.
    """
    features = {SAME.get(name, name) for name in access.values(about, FEATURE)}
    yield labels("Ways of reading"), [_appearance(features, labels), _aloud(about, labels)]
    yield labels("Conformance"), _conformance(about, labels)
    navigation = [labels(text) for name, text in NAVIGATION.items() if name in features]
    yield labels("Navigation"), navigation or [labels("Nothing is known about it.")]
    rich = _rich(about, features, labels)
    if rich:
        yield labels("Rich content"), rich
    hazards = access.values(about, "schema:accessibilityHazard")
    sentences = [labels(text) for name, text in HAZARDS.items() if name in hazards]
    yield labels("Hazards"), sentences or [labels("Nothing is known about it.")]
    summary = access.values(about, "schema:accessibilitySummary")
    if summary:
        yield labels("Summary"), summary


FEATURE = "schema:accessibilityFeature"


def _appearance(features: set[str], labels: Labels) -> str:
    """Say whether letters, colours and spaces can be changed."""
    if "displayTransformability" in features:
        return labels("Letters, colours and spacing can be changed.")
    return labels("It is not known whether its appearance can be changed.")


def _aloud(about: Description, labels: Labels) -> str:
    """Say whether it can be read without seeing it."""
    sets = access.sufficient(about)
    if ["textual"] in sets:
        return labels("All of it can be read aloud or in braille.")
    if any("textual" in each for each in sets):
        return labels("Not all of it can be read aloud or in braille.")
    return labels("It is not known whether it can be read aloud or in braille.")


def _conformance(about: Description, labels: Labels) -> list[str]:
    """Say which standards it claims to meet, and who says so."""
    standards = [labels("It meets {standard}.", standard=each) for each in access.standards(about)]
    certifiers = access.values(about, "a11y:certifiedBy")
    who = [labels("Certified by {name}.", name=labels.list(certifiers))] if certifiers else []
    return [*standards, *who] or [labels("No conformance to a standard is claimed.")]


def _rich(about: Description, features: set[str], labels: Labels) -> list[str]:
    """Say what there is besides text, and whether it is put into words."""
    if "visual" not in access.values(about, "schema:accessMode"):
        return []
    if "alternativeText" in features:
        return [labels("Images have alternative text.")]
    return [labels("Not all images have alternative text.")]
