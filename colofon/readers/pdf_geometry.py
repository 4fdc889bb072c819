"""A printed book -> its text and notes, by where they stand on the page and in what size.

No structure is read: only characters, their places, links, page labels, and what is marked
as an artifact.
"""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from colofon.readers import pdf_glyphs, pdf_links, pdf_unlinked
from colofon.readers.once import once
from colofon.readers.pdf_flow import EVEN, Flow, Frame, commonest_width
from colofon.readers.pdf_glyphs import Page
from colofon.readers.pdf_lines import Line, Standing, commonest_size, lines
from colofon.readers.pdf_links import Goal
from colofon.readers.pdf_marks import Mark, Numbered, link_of, numbered, raised
from colofon.readers.words import BLOCK, HEADING, Note, Text

SET_OFF = 2.0
"""Type sizes by which the first line of a note may stand in: it may have an indent."""

APART = 1.6
"""Type sizes between the baselines of the text and of its running head or folio, at least."""

APPARATUS = "apparatus"
"""The named destination at which the apparatus begins."""

FIGURES = re.compile(r"\d+|[ivxlcdm]+")


@dataclass
class Printed:
    """What a printed book shows: its text, and where each note is called and begins."""

    name: str
    text: Text
    calls: list[Mark] = field(default_factory=list)
    starts: list[Mark] = field(default_factory=list)
    folios: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Pages of the text -> the label that the file gives them, and the number they show."""
    margins: list[Numbered] = field(default_factory=list)
    """The numbers of paragraphs, in the order of the pages."""
    lines: list[Standing] = field(default_factory=list)
    """The lines of the text, in the order of reading, without notes."""
    noted: dict[int, list[Standing]] = field(default_factory=dict)
    """The lines of each note."""
    goals: dict[str, Goal] = field(default_factory=dict)
    """Where every named destination is."""


@once
def read(path: Path, guide: Path | None = None) -> Printed:
    """Read the text of the work: from the first line of the contents' target to the last one's.

    A file for a press has no links; then `guide` is another PDF with the same pages, whose
    links say which figures are calls and numbers of notes, or they are inferred.

    The contents are the first pages with internal links; their last line leads to the
    colophon, where the text ends, unless an apparatus stands before it; without contents
    there is no text. Running head and folio are artifacts set off above and below the text
    of a page, the numbers of paragraphs artifacts beside it. A note begins at the left edge,
    or indented, with its number, which is a link, in a smaller size; notes reach to the foot
    of the page.

    Where a block begins is told at the beginnings of lines only, by their indent, and holds
    good only in running text: a page does not tell a hanging line from an indented one, nor
    a heading from a line in italics. The master knows which words are (`Text.indented`).
    """
    with pdf_glyphs.opened(path) as document, pdf_glyphs.opened(guide or path) as linked:
        pages = [pdf_glyphs.read(document, index, linked) for index in range(len(document))]
        goals = pdf_links.goals(linked)
    apparatus = goals.get(APPARATUS)
    if not any(page.links for page in pages):
        pages, apparatus = pdf_unlinked.linked(pages)
    bounds = _bounds(pages, apparatus)
    if bounds is None:
        return Printed(path.name, Text((), ()))
    book = _Book(path.name, [(page, _between(page, *bounds)) for page in pages])
    book.read()
    return replace(book.printed(), goals=goals)


def _bounds(pages: list[Page], apparatus: Goal | None) -> tuple[Goal, Goal] | None:
    """Return where the first link of the contents leads, and where the text ends."""
    links = [(page.number, link) for page in pages for link in page.links]
    contents = [link for number, link in links if number < links[0][1].page]
    if not contents:
        return None
    first, last = (Goal(*contents[index][-3:]) for index in (0, -1))
    return first, apparatus or last


def _between(page: Page, first: Goal, last: Goal) -> list[Line]:
    """Return the lines of a page that stand between two points."""
    if not first.page <= page.number <= last.page:
        return []
    return [
        line
        for line in lines(page)
        if not (page.number == first.page and line.baseline > first.y)
        and not (page.number == last.page and line.baseline < last.y)
    ]


class _Book:
    """The pages that hold the text of the work, and the flows they are read into."""

    def __init__(self, name: str, pages: list[tuple[Page, list[Line]]]) -> None:
        self.name = name
        self.pages = pages
        self.body = Flow(name)
        self.notes: list[tuple[int, Flow]] = []
        self.calls: list[Mark] = []
        self.starts: list[Mark] = []
        self.folios: dict[int, tuple[str, str]] = {}
        self.margins: list[Numbered] = []
        self.lines: list[Standing] = []
        self.noted: dict[int, list[Standing]] = {}
        self.seen = set[str]()
        text = [line for page, found in self.pages for line in _above_notes(page, found)]
        self.size = commonest_size(text)
        inside = ([line for line in found if not line.artifact] for _, found in self.pages)
        self.width = commonest_width(found for found in inside if found)

    def read(self) -> None:
        """Read page by page."""
        for page, found in self.pages:
            text = [line.baseline for line in found if not line.artifact]
            inside = []
            for line in self._without_margins(page, found):
                if self._is_folio(line, text):
                    self.folios[page.number] = (page.label, line.text.strip())
                elif not self._is_head(line, text) and not self._is_repeated(line):
                    inside.append(line)
            self._page(page, inside)

    def printed(self) -> Printed:
        """Return what was read."""
        text = Text(self.body.words(), tuple(Note(key, flow.words()) for key, flow in self.notes))
        marks = self.calls, self.starts, self.folios, self.margins, self.lines, self.noted
        return Printed(self.name, text, *marks)

    def _without_margins(self, page: Page, found: list[Line]) -> list[Line]:
        """Take out the numbers of paragraphs: artifacts beside a line, outside of the text."""
        text = [line for line in found if not line.artifact]
        left = min((line.left for line in text), default=0)
        right = max((line.right for line in text), default=math.inf)
        inside = []
        for line in found:
            apart = line.artifact and (line.right < left or line.left > right)
            margin = Numbered(line.text.strip(), page.number, line.baseline)
            if apart and any(margin.is_beside(page.number, other) for other in text):
                self.margins.append(margin)
            else:
                inside.append(line)
        return inside

    def _is_repeated(self, line: Line) -> bool:
        """Tell whether a line is an ornament, or the head of a table once more.

        Both are marked as artifacts; that alone takes no line out of the text.
        """
        words = line.text.strip()
        known = words in self.seen
        self.seen.add(words)
        return line.artifact and (known or not any(map(str.isalnum, line.text)))

    def _is_head(self, line: Line, text: list[float]) -> bool:
        """Tell whether a line is an artifact well above the baselines of a page's text."""
        return line.artifact and line.baseline > max(text, default=0) + APART * self.size

    def _is_folio(self, line: Line, text: list[float]) -> bool:
        """Tell whether a line is an artifact well below the text, and a number."""
        below = line.baseline < min(text, default=math.inf) - APART * self.size
        return line.artifact and below and FIGURES.fullmatch(line.text.strip()) is not None

    def _page(self, page: Page, found: list[Line]) -> None:
        """Read one page without its running head and folio: text, then notes."""
        if not found:
            return
        frame = Frame.of(page.number, found, self.width)
        foot = self._foot(page, found, frame.left)
        for line in found:
            if line.baseline > foot:
                self.lines.append(Standing(page.number, page.label, line))
                self.body.add(line, frame, self._calls(page, line), self._opens(page, line))
            else:
                self._note(page, line, frame)

    def _foot(self, page: Page, found: list[Line], left: float) -> float:
        """Return the height at which the notes of a page begin; below it if there are none."""
        text = min((line.baseline for line in found if line.size == self.size), default=math.inf)
        below = [line for line in found if line.baseline < text]
        notes = [each for each in below if self._start(page, each, left) or self._ends(page, each)]
        return max((line.baseline for line in notes), default=-1)

    def _ends(self, page: Page, line: Line) -> bool:
        """Tell whether a line has the size of the note at the end of the page before."""
        last = self.noted[self.notes[-1][0]][-1] if self.noted else None
        return last is not None and (last.page, last.line.size) == (page.number - 1, line.size)

    def _start(self, page: Page, line: Line, left: float) -> Mark | None:
        """Return the number of the note that a line begins, if it begins one."""
        if line.size >= self.size or line.left > left + SET_OFF * line.size:
            return None
        return numbered(page, line)

    def _note(self, page: Page, line: Line, frame: Frame) -> None:
        """Add a line to the note it belongs to, or begin the next one."""
        if mark := self._start(page, line, frame.left):
            self.notes.append((mark.number, Flow(self.name, indented=True)))
            self.starts.append(mark)
            rest = line.glyphs[line.text.index(".") + 1 :]
            line = Line(rest[next((i for i, g in enumerate(rest) if g.text.strip()), 0) :])
        if line.glyphs and self.notes:
            number, flow = self.notes[-1]
            self.noted.setdefault(number, []).append(Standing(page.number, page.label, line))
            flow.add(line, frame)

    def _calls(self, page: Page, line: Line) -> dict[int, int]:
        """Note the calls in a line, superior figures that are links: where each begins and ends."""
        found = {}
        for start, stop in raised(line):
            first = line.glyphs[start]
            if link := link_of(page, first):
                number = int(line.text[start:stop])
                self.calls.append(Mark(number, page.number, first.left, line.baseline, link))
                found[start] = stop
        return found

    def _opens(self, page: Page, line: Line) -> str:
        """Tell what a line opens: it is larger than text, or the number of a paragraph beside."""
        last = self.body.last[0].size if self.body.last else 0
        if line.size > self.size + EVEN:
            return "" if last == line.size else HEADING
        here = itertools.takewhile(lambda each: each.page == page.number, reversed(self.margins))
        near = (each.text for each in here if each.is_beside(page.number, line))
        return next((f"p{each}" for each in near), BLOCK if last > self.size + EVEN else "")


def _above_notes(page: Page, found: list[Line]) -> list[Line]:
    """Return the lines above all that begin like a note: the notes may outweigh the text."""
    begun = [line.baseline for line in found if numbered(page, line)]
    return [line for line in found if line.baseline > max(begun, default=-1)]
