"""Front matter and outputs agree on title, authors, language, dates and identifier."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path

from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.readers import epub as epub_reader
from colofon.readers import html as html_reader
from colofon.readers import pdf_facts, pdf_geometry
from colofon.readers import tei as tei_reader
from colofon.readers import text as text_reader
from colofon.readers.metadata import Metadata

EVERYWHERE = ("title", "authors", "helpers", "language", "identifier", "issued", "description")
"""What every output says of itself."""

DATED = (*EVERYWHERE, "created", "publisher")
"""What web page, EPUB and TEI say: when the work was made, and who publishes it, too."""

NAMED = ("title", "identifier")
"""What can be told from the words of a plain text."""

XMP_SINCE = "1.4"
"""The version of PDF that knows XMP (ISO 32000-1, table 28), and the catalogue a language."""

INFO = ("title", "authors", "language", "issued", "description")
"""What the Info dictionary and the catalogue of a PDF can say (ISO 32000-1, table 317)."""

OLD_INFO = ("title", "authors", "issued", "description")
"""What they can say in an older PDF."""


def check(
    *,
    front: Front,
    html: Path,
    epub: Path,
    interiors: dict[str, Path],
    screen_pdf: Path,
    archive_pdf: Path,
    large_pdf: Path,
    booklet_pdf: Path,
    tei: Path,
    text: Path,
) -> Generator[Finding, None, dict[str, int]]:
    """Compare what each output says of itself with the front matter, and folios with labels."""
    expected = _expected(front)
    printed = (*interiors.values(), booklet_pdf)
    count = 0
    for place, wanted, found, fields in (
        (Place(html.name), _all_authors(front, expected), html_reader.read(html).metadata(), DATED),
        (Place(epub.name), expected, epub_reader.read(epub).metadata(), DATED),
        *_informed((*printed, archive_pdf, large_pdf), expected),
        *_described((*printed, screen_pdf, archive_pdf, large_pdf), expected),
        (Place(tei.name), expected, tei_reader.read(tei).metadata(), DATED),
        (Place(text.name), expected, text_reader.read(text).metadata(), NAMED),
    ):  # fmt: skip
        yield from _compared(wanted, found, fields, place)
        count += len(fields)
    folios = yield from _labelled((*interiors.values(), screen_pdf, archive_pdf), archive_pdf)
    return {"statements": count, "folios": folios}


Statement = tuple[Place, Metadata, Metadata, tuple[str, ...]]
"""Where something is said, what it should be, what it is, and which fields of it count."""


def _all_authors(front: Front, expected: Metadata) -> Metadata:
    """Say what is expected where helpers are named as authors are."""
    return replace(expected, authors=tuple(each.name for each in front.authors), helpers=())


def _informed(paths: tuple[Path, ...], expected: Metadata) -> Iterator[Statement]:
    """Yield what the Info dictionaries say; they have one line for all authors."""
    wanted = replace(expected, authors=(", ".join(expected.authors),))
    for path in paths:
        facts = pdf_facts.read(path)
        fields = INFO if facts.version >= XMP_SINCE else OLD_INFO
        yield Place(path.name, part="Info"), wanted, facts.info, fields


def _described(paths: tuple[Path, ...], expected: Metadata) -> Iterator[Statement]:
    """Yield what the XMP says, which holds helpers in a bag, without order.

    PDF 1.3, which some printers ask for, is older than XMP.
    """
    wanted = replace(expected, helpers=tuple(sorted(expected.helpers)))
    for path in paths:
        facts = pdf_facts.read(path)
        if facts.version >= XMP_SINCE:
            yield Place(path.name, part="XMP"), wanted, facts.xmp, EVERYWHERE


def _labelled(paths: tuple[Path, ...], archive: Path) -> Generator[Finding, None, int]:
    """Compare the number that each page shows with its label; count them."""
    count = 0
    for path in paths:
        folios = pdf_geometry.read(path, archive).folios
        count += len(folios)
        for page, (label, folio) in folios.items():
            if label != folio:
                message = f"The page shows «{folio}», and its label is «{label}»."
                yield Finding("wrong-page-label", message, Place(path.name, part=f"page {page}"))
    return count


def _expected(front: Front) -> Metadata:
    """Say what the front matter says, as outputs do: beside an author, others are helpers."""
    authors = [each for each in front.authors if each.role == "aut"] or list(front.authors)
    return Metadata(
        title=front.title,
        authors=tuple(each.name for each in authors),
        helpers=tuple(each.name for each in front.authors if each not in authors),
        language=front.language,
        identifier=front.identifier,
        issued=front.issued.isoformat(),
        created=front.date.gregorian if front.date else "",
        description=front.description or "",
        publisher=front.publisher.name if front.publisher else "",
    )


def _compared(
    wanted: Metadata, found: Metadata, fields: tuple[str, ...], place: Place
) -> Iterator[Finding]:
    """Yield every statement that differs."""
    for name in fields:
        ours, theirs = getattr(wanted, name), getattr(found, name)
        if ours != theirs:
            message = f"{name}: {_said(theirs)} here, {_said(ours)} in the front matter."
            yield Finding("metadata-differs", message, place)


def _said(value: str | tuple[str, ...]) -> str:
    """Word a value, or several."""
    values = (value,) if isinstance(value, str) else value
    return ", ".join(f"«{each}»" for each in values if each) or "nothing"
