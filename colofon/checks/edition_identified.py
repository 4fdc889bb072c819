"""Every output names the edition, its date and the digest of the text that it holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import NamedTuple

from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.labels import labels_for
from colofon.readers import epub as epub_reader
from colofon.readers import html as html_reader
from colofon.readers import identity, imprint, pdf_geometry, pdf_structure
from colofon.readers import tei as tei_reader
from colofon.readers import text as text_reader
from colofon.readers.words import Text

HINT = "Make every output again from one master."


class Output(NamedTuple):
    """An output as it was read: its name, the words of its imprint, the digest of its text."""

    name: str
    imprint: str
    digest: str


def check(
    *,
    front: Front,
    html: Path,
    epub: Path,
    interiors: dict[str, Path],
    screen_pdf: Path,
    archive_pdf: Path,
    large_pdf: Path,
    tei: Path,
    text: Path,
) -> Generator[Finding, None, dict[str, int]]:
    """Compare what each output prints of itself with its own text, and with the other outputs.

    Of the master only the head is read; the booklet is the printed book (`booklet-folds`).
    """
    outputs = [
        *_marked_up(html, epub, text),
        *_printed(interiors, archive_pdf),
        *_tagged(screen_pdf, archive_pdf, large_pdf),
        _archived(tei),
    ]
    commonest = Counter(each.digest for each in outputs).most_common(1)[0][0]
    for each in outputs:
        yield from _named(each, front)
        yield from _digest(each, commonest)
        if each.name != tei.name:
            yield from _history(each, front)
    yield from _revisions(tei, front)
    return {"outputs": len(outputs), "editions told": len(front.history) * len(outputs)}


def _marked_up(html: Path, epub: Path, text: Path) -> Iterator[Output]:
    """Read web page, EPUB and plain text."""
    page, book, plain = html_reader.read(html), epub_reader.read(epub), text_reader.read(text)
    yield Output(html.name, imprint.of_html(page), identity.digest(page.text()))
    yield Output(epub.name, imprint.of_epub(book), identity.digest(book.text()))
    yield Output(text.name, plain.head(), identity.digest(plain.text()))


def _printed(interiors: dict[str, Path], archive: Path) -> Iterator[Output]:
    """Read what each printer gets by its glyphs; the archive's links say what is a call."""
    for path in interiors.values():
        yield _pages(path, pdf_geometry.read(path, archive).text)


def _tagged(*paths: Path) -> Iterator[Output]:
    """Read the other PDFs by their tags, and their imprint by its glyphs."""
    for path in paths:
        yield _pages(path, pdf_structure.read(path).text)


def _pages(path: Path, text: Text) -> Output:
    """Read the imprint of a PDF, and its text."""
    return Output(path.name, imprint.of_pdf(path, text), identity.digest(text))


def _archived(path: Path) -> Output:
    """Read TEI."""
    file = tei_reader.read(path)
    return Output(path.name, file.imprint(), identity.digest(file.text()))


def _named(output: Output, front: Front) -> Iterator[Finding]:
    """Yield a finding if an output does not name its edition and the day of it.

    It does before the digest; a history or a citation behind that may name it once more.
    """
    day, place = labels_for(front.language).day(front.issued), Place(output.name)
    naming = re.compile(rf"(\d+)\W+{re.escape(day)}")
    if not naming.search(imprint.before_digest(output.imprint)):
        message = f"The imprint does not name edition {front.edition} with its day, {day}."
        yield Finding("edition-unnamed", message, place, HINT)
    for number in naming.findall(output.imprint):
        if number != str(front.edition):
            message = f"The imprint names edition {number}, and this is edition {front.edition}."
            yield Finding("edition-misnamed", message, place, HINT)


def _digest(output: Output, commonest: str) -> Iterator[Finding]:
    """Yield a finding if an output prints no digest, or another than that of its text.

    One that is true to itself may still hold another text than the others.
    """
    place, printed = Place(output.name), imprint.digests(output.imprint)
    if not printed:
        message = "The imprint does not print the digest of the text."
        yield Finding("digest-missing", message, place, HINT)
    for digits in printed:
        if not output.digest.startswith(digits):
            message = f"The imprint prints {digits}, and the text has {output.digest[:16]}."
            yield Finding("digest-of-another-text", message, place, HINT)
    if output.digest != commonest and all(map(output.digest.startswith, printed)):
        message = f"The text has {output.digest[:16]}, that of other outputs {commonest[:16]}."
        yield Finding("text-of-another-edition", message, place, HINT)


def _history(output: Output, front: Front) -> Iterator[Finding]:
    """Yield each edition of whose changes an output does not tell; white space is not compared."""
    labels, said = labels_for(front.language), _squeezed(output.imprint)
    for each in front.history:
        wanted = f"{each.edition}, {labels.day(each.issued)}"
        found = re.escape(_squeezed(wanted)) + r":" + re.escape(_squeezed(each.changes))
        if not re.search(found, said):
            message = f"The imprint does not tell what edition {each.edition} changed."
            yield Finding("history-untold", message, Place(output.name), HINT)


def _squeezed(words: str) -> str:
    """Take all white space out of words: a page may divide them at a dash."""
    return "".join(words.split())


def _revisions(tei: Path, front: Front) -> Iterator[Finding]:
    """Yield a finding if the header of TEI tells another history (TEI P5, 2.6)."""
    told = [
        (str(each.edition), each.issued.isoformat(), each.changes)
        for each in reversed(front.history)
    ]
    if told and told != tei_reader.read(tei).revisions():
        message = "The revisions in the header are not the history in the front matter."
        yield Finding("history-untold", message, Place(tei.name), HINT)
