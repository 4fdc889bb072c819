"""A paragraph's number leads to the same words in every output, and stands beside them in print."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

from lxml.etree import _Element as Element

from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.readers import epub as epub_reader
from colofon.readers import html as html_reader
from colofon.readers import markup, pdf_spots
from colofon.readers import master as master_reader
from colofon.readers import tei as tei_reader
from colofon.readers import text as text_reader
from colofon.readers.words import Words
from colofon.source import Master

OPENING = 24
"""Letters of a paragraph that are compared in print, where nothing says where it ends."""


def check(
    *,
    master: Master,
    ast: dict[str, Any],
    front: Front,
    html: Path,
    epub: Path,
    archive_pdf: Path,
    tei: Path,
    text: Path,
) -> Generator[Finding, None, dict[str, int]]:
    """Follow `#p1`, `#p2` … in web page and EPUB, and the destinations of that name in the PDF.

    TEI and plain text number all of them, in order. Paragraphs are counted in the master by
    a walk that knows nothing of the makers.
    """
    wanted = master_reader.paragraphs(ast, master.path)
    page, book = html_reader.read(html), epub_reader.read(epub)
    yield from _marked(wanted, _by_id([page.root]), Place(html.name))
    trees = [book.documents[path] for path in book.spine]
    yield from _marked(wanted, _by_id(trees), Place(epub.name))
    yield from _printed(wanted, pdf_spots.read(archive_pdf), front.print.paragraph_numbers)
    yield from _numbered(len(wanted), tei_reader.read(tei).paragraphs(), Place(tei.name))
    yield from _numbered(len(wanted), text_reader.read(text).paragraphs(), Place(text.name))
    return {"paragraphs": len(wanted), "outputs": len((html, epub, archive_pdf, tei, text))}


def _numbered(count: int, found: list[int], place: Place) -> Iterator[Finding]:
    """Yield a finding unless an output numbers so many paragraphs, each in its turn."""
    if found != list(range(1, count + 1)):
        wrong = next((i for i, n in enumerate(found, start=1) if i != n), len(found) + 1)
        message = f"The {count} paragraphs are not numbered in order, from number {wrong} on."
        yield Finding("paragraph-astray", message, place)


def _by_id(roots: list[Element]) -> Callable[[str], list[Element]]:
    """Return a function that finds the elements with an id."""
    named: dict[str, list[Element]] = {}
    for root in roots:
        for element in root.iter():
            if name := element.get("id"):
                named.setdefault(name, []).append(element)
    return lambda name: named.get(name, [])


def _marked(
    wanted: list[Words], find: Callable[[str], list[Element]], place: Place
) -> Iterator[Finding]:
    """Yield the paragraphs whose anchor leads to other words, or to none, and numbers too many."""
    for number, words in enumerate(wanted, start=1):
        found = find(f"p{number}")
        said = markup.read(found, place, lambda _: False).body
        if [word.text for word in said] != [word.text for word in words]:
            yield _astray(number, words, " ".join(word.text for word in said), place)
    if find(f"p{len(wanted) + 1}"):
        message = f"There is a #p{len(wanted) + 1}, and the master has no such paragraph."
        yield Finding("paragraph-number-extra", message, place)


def _astray(number: int, words: Words, said: str, place: Place) -> Finding:
    """Make a finding on an anchor that leads to other words."""
    message = f"#p{number} leads to «{said[:40]}»." if said else f"#p{number} leads nowhere."
    return Finding("paragraph-astray", message, place, other=words[0].place)


def _printed(wanted: list[Words], spots: pdf_spots.Spots, numbers: bool) -> Iterator[Finding]:  # noqa: FBT001  # a setting, as the front matter has it
    """Yield what is wrong with the destinations of the PDF and the numbers in its margins."""
    margins = {(each.page, each.text): each for each in spots.printed.margins}
    for number, words in enumerate(wanted, start=1):
        letters = "".join(word.text for word in words)[:OPENING]
        at = spots.at(f"p{number}", len(letters))
        if at is None or at[0] != letters:
            yield _astray(number, words, at[0] if at else "", Place(spots.printed.name))
        elif numbers:
            page, label, _, baseline = at[1]
            beside = margins.pop((page, str(number)), None)
            if beside is None or abs(beside.baseline - baseline) > pdf_spots.EVEN:
                place = Place(spots.printed.name, part=f"page {page}")
                message = f"The number {number} does not stand beside its paragraph, page {label}."
                yield Finding("paragraph-number-lost", message, place, other=words[0].place)
    for page, text in margins:
        place = Place(spots.printed.name, part=f"page {page}")
        message = f"«{text}» in the margin is the number of no paragraph that begins there."
        yield Finding("paragraph-number-extra", message, place)
