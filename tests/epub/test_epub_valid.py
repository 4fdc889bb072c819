"""The EPUB is valid, whatever the work is like, and says of its accessibility what is true."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from epub_book import SAMPLE, chapter, make, page, sample

from colofon import java

NOTE = (
    '<div class="note ed" role="doc-footnote" id="n1"><p><a class="back" role="doc-backlink" '
    'href="#r1" aria-label="Volver a la llamada 1">1.</a> Una nota.</p></div>'
)
CALL = '<a class="call" role="doc-noteref" id="r1" href="#n1">1</a>'
PEOPLE: tuple[dict[str, str], ...] = tuple({"name": f"Autor {n}"} for n in range(1, 9))

EDGES: dict[str, tuple[bytes, dict[str, Any]]] = {
    "sample": (SAMPLE, {}),
    "short": (page(chapter("uno", "<p>Paz.</p>")), {"subtitle": None}),
    "noted": (page(chapter("uno", f"<p>Paz{CALL}.</p>"), NOTE), {}),
    "headless": (
        page('<section role="doc-chapter" id="uno" aria-label="Paz"><p>Paz.</p></section>'),
        {},
    ),
    "large": (
        page(
            chapter(
                "uno",
                "".join(
                    f'<section id="s{n}" aria-labelledby="s{n}-title">'
                    f'<h3 id="s{n}-title">S</h3>{"<p>Paz y pan.</p>" * 5000}</section>'
                    for n in range(4)
                ),
            )
        ),
        {},
    ),
    "awkward": (
        page(chapter("uno", "<p>Paz &amp; «pan» \"<em>y</em>\" 'tierra' &lt;ya&gt;.</p>")),
        {"title": "Paz & <pan> \"y\" 'tierra'", "subtitle": "A < B", "subjects": ("R&D", "<x>")},
    ),
    "many": (SAMPLE, {"authors": PEOPLE, "isbn": {"epub": "9788400000004"}}),
    "english": (
        SAMPLE.replace(b'lang="es"', b'lang="en-GB"', 1),
        {
            "language": "en-GB",
            "date": {"value": "1917-11-21", "calendar": "julian"},
            "rights": ({"part": "text", "status": "unknown", "statement": "Unknown."},),
            "source": "A transcript",
            "description": "A speech.",
        },
    ),
}


@pytest.mark.parametrize("name", EDGES)
def test_epubcheck_finds_nothing(name: str, tmp_path: Path) -> None:
    """EPUBCheck has no error and no warning, and of its remarks only that fonts are declared."""
    data, changes = EDGES[name]
    path = tmp_path / "muestra.epub"
    path.write_bytes(make(data, **changes).data)
    report = java.epubcheck(path)
    assert report.items > 5
    shown = {"FATAL", "ERROR", "WARNING", "INFO", "USAGE"}
    assert {"CSS-028"} >= {each.id for each in report.messages if each.severity in shown}


PICTURE = '<figure><img src="foto.jpeg" alt="{alt}"/></figure>'
FEATURES = [
    *("ARIA", "alternativeText", "displayTransformability", "readingOrder"),
    *("structuralNavigation", "tableOfContents", "unlocked"),
]


@pytest.mark.parametrize(
    ("alt", "modes", "sufficient"),
    [
        (None, ["textual"], ["textual"]),
        ("", ["textual"], ["textual"]),
        ("Un mapa", ["textual", "visual"], ["textual,visual", "textual"]),
    ],
)
def test_access_modes_follow_from_the_pictures(
    alt: str | None, modes: list[str], sufficient: list[str]
) -> None:
    """Neither the cover nor an ornament must be seen (EPUB Accessibility Techniques 1.1, 2.1)."""
    picture = "" if alt is None else PICTURE.format(alt=alt)
    book = make(page(chapter("uno", f"<p>Paz.</p>{picture}")))
    assert modes == book.meta("schema:accessMode")
    assert sufficient == book.meta("schema:accessModeSufficient")
    assert FEATURES == book.meta("schema:accessibilityFeature")
    assert ["none"] == book.meta("schema:accessibilityHazard")


def test_a_picture_without_description_takes_claims_away() -> None:
    """Text is not enough for a picture that nothing describes, and no one says it is."""
    book = make(page(chapter("uno", '<p><img src="foto.jpeg"/><img src="foto.jpeg" alt="A"/></p>')))
    assert ["textual,visual"] == book.meta("schema:accessModeSufficient")
    assert "alternativeText" not in book.meta("schema:accessibilityFeature")
    assert "alternativ" not in book.meta("schema:accessibilitySummary")[0]


def test_the_summary_speaks_of_what_is_there() -> None:
    """The summary is in Spanish, and leaves out notes and pictures that are not there."""
    [full] = sample().meta("schema:accessibilitySummary")
    assert "Las notas" in full
    assert "Las imágenes" in full
    [short] = make(page(chapter("uno", "<p>Paz.</p>"))).meta("schema:accessibilitySummary")
    assert short
    assert full.startswith(short)
    assert "otas" not in short


def test_no_conformance_is_claimed() -> None:
    """A claim needs evidence, which this maker does not have."""
    assert b"conformsTo" not in sample().members["EPUB/content.opf"]
    assert b"certifi" not in sample().members["EPUB/content.opf"]
