"""How a book can be read follows from what is in its page."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from colofon.accessibility import STANDARD, Accessibility, Conformance
from colofon.front import Front
from colofon.labels import labels_for

CLAIM = Conformance(STANDARD, "Ana Pérez", dt.date(2026, 11, 24))


def of(body: str, language: str = "es", **others: Any) -> Accessibility:
    """Look at a page with a body."""
    front = Front.model_validate(
        {"title": "A", "authors": [{"name": "A"}], "language": language, "issued": "2026-11-22"}
    )
    page = f'<html lang="{language}"><body>{body}</body></html>'.encode()
    given = {"paged": False, "conformance": None, **others}
    return Accessibility.of(page, front, labels_for(language), **given)


def test_a_bare_text_has_what_any_text_has() -> None:
    """No heading, no contents, no roles: none of them is claimed."""
    found = of("<p>Paz.</p>")
    expected = ("alternativeText", "displayTransformability", "readingOrder", "unlocked")
    assert expected == found.features
    assert (("textual",), ("textual",)) == (found.access_modes, found.sufficient)
    assert not found.languages
    assert not found.notes


@pytest.mark.parametrize(
    ("body", "feature"),
    [
        ('<p role="doc-tip">Paz.</p>', "ARIA"),
        ('<nav role="doc-toc"/>', "tableOfContents"),
        ("<h2>Uno</h2>", "structuralNavigation"),
    ],
)
def test_each_feature_follows_from_what_is_there(body: str, feature: str) -> None:
    """And is named once, in order."""
    found = of(body).features
    assert feature in found
    assert sorted(set(found)) == list(found)


def test_pages_are_navigated_where_they_are_marked() -> None:
    """Both words of schema.org, and a sentence for people."""
    plain, paged = of("<p>Paz.</p>"), of("<p>Paz.</p>", paged=True)
    assert {"pageBreakMarkers", "pageNavigation"} == set(paged.features) - set(plain.features)
    assert "impresa" in paged.summary
    assert "impresa" not in plain.summary


def test_languages_are_those_besides_the_books_own() -> None:
    """Sorted, each once; what is in no language is none."""
    words = "".join(f'<i lang="{tag}">a</i>' for tag in ("ru", "fr", "ru", "es", "zxx"))
    found = of(f"<main>{words}</main><p lang='en'>Ours.</p>")
    assert ("fr", "ru") == found.languages
    assert "otras lenguas" in found.summary


def test_the_summary_says_which_language_it_is_in() -> None:
    """The book's own tag, whole; English where we have no labels."""
    assert ["es-AR", "en"] == [of("", language=tag).summary_language for tag in ("es-AR", "nl")]


@pytest.mark.parametrize("claim", [None, CLAIM])
def test_it_comes_back_from_json_as_it_was(claim: Conformance | None) -> None:
    """Other makers read it so."""
    found = of('<p lang="fr">Paix.</p>', conformance=claim)
    assert found == Accessibility.from_dict(found.to_dict())
