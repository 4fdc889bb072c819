"""The page -> how it can be read and by whom: computed from what is in it, for every catalogue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple, Self

from lxml import etree
from lxml.etree import _Element as Element

from colofon.front import Front
from colofon.labels import Labels

STANDARD = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
"""How a publication claims it, to the letter (EPUB Accessibility 1.1, «Conformance Reporting»)."""

BY_MAKING = ("displayTransformability", "readingOrder", "unlocked")
"""What whatever is made from the page has: real text in one flow, open to every setting."""

HEADINGS = tuple(f"{{*}}h{level}" for level in range(1, 7))
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NOT_A_LANGUAGE = {"", "und", "zxx"}
"""BCP 47 for what is in no language, or in none that is known."""


class Conformance(NamedTuple):
    """A claim that evidence bears out: what is met, who certified it, and on which day."""

    standard: str
    certifier: str
    date: dt.date


@dataclass(frozen=True)
class Accessibility:
    """How a book can be read, in the words of schema.org (Accessibility Discoverability 1.0)."""

    access_modes: tuple[str, ...]
    """By which senses it speaks: `textual`, and `visual` where a picture says something."""
    sufficient: tuple[str, ...]
    """Sets of modes that are enough to read it all, each as «a,b»."""
    features: tuple[str, ...]
    """Values of `accessibilityFeature`, sorted."""
    summary: str
    """The same for people, in `summary_language`."""
    summary_language: str
    """The language of the labels: the book's own, or English where we do not have it."""
    languages: tuple[str, ...]
    """BCP 47 tags of the languages marked in the text besides the book's own, sorted."""
    notes: bool
    """True if there are notes, linked from their calls and back."""
    conformance: Conformance | None
    """The claim, or None where the evidence for one is not whole."""
    hazards: tuple[str, ...] = ("none",)
    """What may hurt: text and still pictures flash nowhere, move nowhere and make no sound."""

    @classmethod
    def of(
        cls,
        page: Element | bytes,
        front: Front,
        labels: Labels,
        *,
        paged: bool,
        conformance: Conformance | None,
    ) -> Self:
        """Look at the page; `paged` says that the pages of print are marked and listed in it.

        The cover is no access mode, since one can read the book without seeing it, nor is a
        picture that its empty description calls an ornament (EPUB Accessibility Techniques
        1.1, 2.1).
        """
        root = etree.fromstring(page) if isinstance(page, bytes) else page
        words = [image.get("alt") for image in root.iter("{*}img")]
        described = None not in words
        modes = ("textual", *["visual"] * bool(set(words) - {""}))
        made = cls(
            access_modes=modes,
            sufficient=tuple(dict.fromkeys([",".join(modes), *["textual"] * described])),
            features=tuple(sorted(_features(root, described=described, paged=paged))),
            summary="",
            summary_language=labels.spoken(front.language),
            languages=_languages(root, front.language),
            notes=root.find(".//{*}a[@role='doc-noteref']") is not None,
            conformance=conformance,
        )
        return replace(made, summary=_summary(made, labels, pictures=bool(words)))

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON; `from_dict` is its inverse."""
        claim = self.conformance
        data = {**claim._asdict(), "date": claim.date.isoformat()} if claim else None
        return {**asdict(self), "conformance": data}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Read what `to_dict` wrote."""
        fields: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
        }
        if claim := data["conformance"]:
            day = dt.date.fromisoformat(claim["date"])
            fields["conformance"] = Conformance(claim["standard"], claim["certifier"], day)
        return cls(**fields)


def _summary(made: Accessibility, labels: Labels, *, pictures: bool) -> str:
    """Say it all to people, and nothing of what is not there."""
    facts = {
        "A text that can be read aloud, enlarged and reflowed, "
        "with contents, headings and reading order marked.": True,
        "Notes are linked from their calls and back.": made.notes,
        "Images have alternative text.": pictures and "alternativeText" in made.features,
        "Passages in other languages are marked as such.": bool(made.languages),
        "The pages of the print edition are marked and listed.": "pageNavigation" in made.features,
    }
    return " ".join(labels(sentence) for sentence, holds in facts.items() if holds)


def _features(root: Element, *, described: bool, paged: bool) -> Iterator[str]:
    """Yield what is there (schema.org `accessibilityFeature`, its vocabulary of 2021).

    Pictures without words are no reason to leave out alternative text: the cover has it.
    """
    yield from BY_MAKING
    nodes = list(root.iter(etree.Element))
    if any(node.get("role") for node in nodes):
        yield "ARIA"
    if any(node.get("role") == "doc-toc" for node in nodes):
        yield "tableOfContents"
    if next(root.iter(*HEADINGS), None) is not None:
        yield "structuralNavigation"
    if described:
        yield "alternativeText"
    if paged:
        yield from ("pageBreakMarkers", "pageNavigation")


def _languages(root: Element, own: str) -> tuple[str, ...]:
    """Return the languages that are marked in text and notes besides the book's own.

    What we add ourselves around them may be in ours.
    """
    parts = root.xpath(".//*[local-name()='main' or @role='doc-endnotes']")
    nodes = (node for part in parts for node in part.iter(etree.Element))
    marked = {node.get("lang") or node.get(XML_LANG) or "" for node in nodes}
    return tuple(sorted(marked - NOT_A_LANGUAGE - {own}))
