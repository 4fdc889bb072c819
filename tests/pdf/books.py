"""Pages as colofon.page writes them, written by hand, and the printed books made of them."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path

from PIL import Image

from colofon import typefaces
from colofon.finding import Finding
from colofon.front import Author, Front
from colofon.source import Edition
from printed import print_book

TITLE = "¡Por la paz! ¡Abajo la diplomacia secreta!"
WORDS = (
    "el poder de los soviets propuso negociaciones de paz en todos los frentes y la publicación "
    "de los tratados secretos porque ningún pueblo debe derramar su sangre por unas conquistas "
    "que no ha firmado ni ha leído nunca y que ni tan siquiera ha visto"
)
LONG = f"Mientras tanto {', '.join([WORDS] * 30)}."
"""A paragraph longer than a page."""

HEAD = """<html lang="{language}"><head><meta charset="utf-8"/><title>{title}</title>
<meta name="author" content="León Trotsky"/></head><body>
<section class="half-title"><p>{title}</p></section>
<section class="title-page" id="title-page" aria-label="Portada">
<p class="author">León Trotsky</p><h1 class="title">{title}</h1></section>
<section class="imprint" id="imprint" aria-label="Créditos"><p>Edición 1.</p></section>
<nav role="doc-toc" id="contents" aria-labelledby="contents-title">
<h2 id="contents-title">Índice</h2><ol><li><a href="#uno">Uno</a>{inner}</li>
{notes_line}<li><a href="#colophon">Colofón</a></li></ol></nav>
<main id="text"><section role="doc-chapter" id="uno" aria-labelledby="uno-title">
<h2 id="uno-title">Uno</h2>"""

INNER = '<ol><li><a href="#dos">Dos: la guerra, la paz y los tratados</a></li></ol>'
NOTES_LINE = '<li><a href="#notes">Notas</a></li>\n'

TAIL = """</section></main>
{notes}<section role="doc-colophon" id="colophon" aria-labelledby="colophon-title">
<h2 id="colophon-title">Colofón</h2><p>Compuesto en EB Garamond.</p></section>
</body></html>"""

SECTION = """<section role="doc-endnotes" id="notes" aria-labelledby="notes-title">
<h2 id="notes-title">Notas</h2>{notes}</section>
"""

NOTE = (
    '<div class="note ed" role="doc-footnote" id="n{number}"><p><a class="back" '
    'role="doc-backlink" href="#r{number}" aria-label="Volver a la llamada {number}">{number}.'
    "</a> {text}</div>"
)


def call(number: int) -> str:
    """Write the call of a note."""
    return f'<a class="call" role="doc-noteref" id="r{number}" href="#n{number}">{number}</a>'


def section(text: str) -> str:
    """Write a division that the contents name."""
    return (
        f'<section id="dos" aria-labelledby="dos-title"><h3 id="dos-title">Dos</h3>{text}</section>'
    )


def page(text: str, *notes: str, title: str = TITLE, language: str = "es") -> bytes:
    """Write a page: the blocks of its one chapter, and notes, which begin inside a `<p>`."""
    rows = [NOTE.format(number=i, text=f"{note}</p>") for i, note in enumerate(notes, start=1)]
    line = NOTES_LINE if notes else ""
    written = SECTION.format(notes="".join(rows)) if notes else ""
    inner = INNER if 'id="dos"' in text else ""
    head = HEAD.format(title=title, language=language, notes_line=line, inner=inner)
    return f"{head}{text}{TAIL.format(notes=written)}".encode()


def front(title: str = TITLE, trim: str = "A5") -> Front:
    """Return the front matter of a book."""
    return Front.model_validate(
        {
            "title": title,
            "authors": [
                Author(name="León Trotsky", sort="Trotsky, León"),
                Author(name="Ana Pérez", role="trl"),
            ],
            "language": "es",
            "issued": dt.date(2026, 11, 22),
            "description": "Un discurso <breve> & una prueba.",
            "subjects": ("Revolución rusa", "Diplomacia"),
            "print": {"trim": trim},
            "slug": "obra",
        }
    )


@functools.cache
def fonts() -> dict[str, bytes]:
    """Cut the faces down to what these books need."""
    return typefaces.subset(map(chr, range(0xA0, 0x530)))


def make(
    data: bytes, root: Path = Path(), trim: str = "A5"
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """Print a page; pictures are read from `root`/source/obra/."""
    edition = Edition("obra", root)
    made = print_book(edition=edition, front=front(trim=trim), page=data, fonts=fonts())
    return made.files, made.findings


def pdf(data: bytes, root: Path = Path()) -> bytes:
    """Print a page that nothing is wrong with."""
    files, findings = make(data, root)
    assert not findings, [str(finding) for finding in findings]
    return files["obra-archive.pdf"]


def draw(root: Path, name: str = "mapa.png", size: tuple[int, int] = (60, 40)) -> None:
    """Save a picture in the edition's folder."""
    folder = root / "source" / "obra"
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, "white").save(folder / name)
