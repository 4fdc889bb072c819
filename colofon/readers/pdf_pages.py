"""A printed book -> its pages, each with its label, its words, and its notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from colofon.readers import pdf_geometry, pdf_glyphs
from colofon.readers.pdf_flow import EVEN, HYPHENS, Flow, Frame
from colofon.readers.pdf_geometry import Printed
from colofon.readers.pdf_glyphs import Page
from colofon.readers.pdf_lines import Line, lines
from colofon.readers.pdf_marks import Mark
from colofon.readers.words import Words


@dataclass
class Sheet:
    """A printed page: words of the text, or else those around it, and the notes on it.

    A word that two pages share belongs to the first; so does the call of a note behind it.
    """

    number: int
    label: str
    text: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


def read(path: Path, guide: Path) -> list[Sheet]:
    """Read every page; raise `pypdfium2.PdfiumError` if a file is no PDF.

    `guide` has the same pages, and links. Pages behind its last one, which have no words, are
    there for the binding only and are left out.

    Around the text running heads and folios are left out, which are artifacts; behind it links
    within the book too, as `epub_pages` does.
    """
    printed = pdf_geometry.read(path, guide)
    with pdf_glyphs.opened(path) as document, pdf_glyphs.opened(guide) as linked:
        sheets = [
            Sheet(index + 1, pdf_glyphs.label(document, index)) for index in range(len(document))
        ]
        pages = len(linked)
        inside = {_page(word.place.part) for word in printed.text.body} | {
            each.page for each in (*printed.calls, *printed.starts)
        }
        first, last = min(inside, default=len(sheets) + 1), max(inside, default=0)
        others = [
            pdf_glyphs.read(document, index, linked)
            for index in range(len(sheets))
            if not first <= index + 1 <= last
        ]
    for word in printed.text.body:
        sheets[_page(word.place.part) - 1].text.append(word.text)
    for word in _around(path.name, others, last):
        sheets[_page(word.place.part) - 1].around.append(word.text)
    _note(sheets, printed)
    return _without_blank(sheets, pages)


def _without_blank(sheets: list[Sheet], pages: int) -> list[Sheet]:
    """Leave out pages without words behind so many."""
    while len(sheets) > pages and not (sheets[-1].text or sheets[-1].around):
        sheets.pop()
    return sheets


def _page(part: str) -> int:
    """Return the number of «page 7»."""
    return int(part.removeprefix("page "))


def _around(name: str, pages: list[Page], last: int) -> Words:
    """Read the pages before and behind the text, whose last page is `last`."""
    flow = Flow(name)
    for page in pages:
        found = [line for line in lines(page) if not line.artifact]
        if page.number > last:
            found = [_unlinked(page, line) for line in found]
        found = [line for line in found if line.text.strip()]
        if found:
            frame = Frame.of(page.number, found)
            for line in found:
                flow.add(line, frame)
    return flow.words()


def _unlinked(page: Page, line: Line) -> Line:
    """Take what is a link within the book out of a line."""
    kept = [glyph for glyph in line.glyphs if not any(link.holds(glyph) for link in page.links)]
    return Line(kept)


def _note(sheets: list[Sheet], printed: Printed) -> None:
    """Tell each page the notes that are called on it, and those that begin on it."""
    for mark in printed.starts:
        sheets[mark.page - 1].starts.append(mark.number)
    for mark in printed.calls:
        back = 2 if _goes_on(mark, printed) else 1
        sheets[mark.page - back].calls.append(mark.number)


def _goes_on(mark: Mark, printed: Printed) -> bool:
    """Tell whether a call stands behind the rest of a word that the page before divides."""
    first = next((each.line for each in printed.lines if each.page == mark.page), None)
    before = [each.line for each in printed.lines if each.page < mark.page]
    if first is None or not before or before[-1].text.rstrip()[-1:] not in HYPHENS:
        return False
    spaces = [glyph.left for glyph in first.glyphs if glyph.text.isspace()]
    same = abs(first.baseline - mark.baseline) < EVEN
    return same and mark.left < min(spaces, default=first.right)
