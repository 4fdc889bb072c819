"""A book as PDF -> the same pages, two to a side, on the sheets of a booklet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from colofon.imposition import Practice
from colofon.imposition.folding import Sheet, sheets

LEFT, RIGHT = 0, 1


class _Place(NamedTuple):
    """Where the pages stand on a sheet: their scale, their cut size, and the foot, in pt."""

    scale: float
    width: float
    height: float
    foot: float

    @classmethod
    def of(cls, trim: tuple[float, ...], practice: Practice) -> _Place:
        """Let pages as large as `trim` fill the halves of a sheet; nothing is ever enlarged."""
        width, height = trim[2] - trim[0], trim[3] - trim[1]
        scale = min(1.0, practice.width / 2 / width, practice.height / height)
        return cls(scale, width * scale, height * scale, (practice.height - height * scale) / 2)


@contextmanager
def imposed(book: Path, practice: Practice) -> Iterator[Pdf]:
    """Set the pages of a book, cut to their trim boxes, on the sheets of a booklet.

    Both sides are upright: the sheets are turned over their short edge. Inner pages move toward
    the fold by the leaves that are folded around them (creep), and what crosses it is cut off.
    The booklet is open, to be described and written, as long as the book is.
    """
    with pikepdf.open(book) as source, pikepdf.new() as booklet:
        imposing = _Imposing(source, booklet, practice)
        found = list(sheets(len(source.pages), practice.most))
        for sheet in found:
            imposing.side(sheet, sheet.front, marked=sheet.outside == 0)
            imposing.side(sheet, sheet.back, marked=False)
        _tell_printers(booklet)
        if found[-1].signature > 1:
            _label(booklet, found)
        yield booklet


class _Imposing:
    """One booklet in the making."""

    def __init__(self, source: Pdf, booklet: Pdf, practice: Practice) -> None:
        self.source = source
        self.booklet = booklet
        self.practice = practice

    def side(self, sheet: Sheet, pages: tuple[int, int], *, marked: bool) -> None:
        """Add one side of a sheet with two pages of the book, or fewer if they are blank."""
        width, height = self.practice.width, self.practice.height
        forms, drawn = Dictionary(), list[str]()
        for half, number in enumerate(pages):
            if number <= len(self.source.pages):
                name = f"/P{number}"
                forms[name] = self._form(number)
                drawn.append(self._drawing(name, number, half, sheet.outside))
        place = _Place.of(self._trim(1), self.practice)
        if marked and width / 2 - place.width >= self.practice.mark_room:
            drawn.append(self._marks(place))
        side = self.booklet.add_blank_page(page_size=(width, height))
        side.obj.Resources = Dictionary(XObject=forms)
        side.obj.Contents = self.booklet.make_stream("\n".join(drawn).encode())
        cut = (width / 2 - place.width, place.foot, width / 2 + place.width)
        side.obj.TrimBox = Array([*map(_rounded, (*cut, place.foot + place.height))])

    def _trim(self, number: int) -> tuple[float, ...]:
        """Return the trim box of a page of the book."""
        return tuple(float(side) for side in self.source.pages[number - 1].trimbox)

    def _form(self, number: int) -> Object:
        """Return a page as a form, which shows what is inside of its trim box only."""
        form = self.booklet.copy_foreign(self.source.pages[number - 1].as_form_xobject())
        form.BBox = Array([*map(_rounded, self._trim(number))])
        return form

    def _drawing(self, name: str, number: int, half: int, outside: int) -> str:
        """Draw a page into its half of the side; it reaches to the fold and not over it."""
        trim, fold = self._trim(number), self.practice.width / 2
        place = _Place.of(trim, self.practice)
        creep = outside * self.practice.caliper
        left = fold - place.width + creep if half == LEFT else fold - creep
        across, up = left - trim[0] * place.scale, place.foot - trim[1] * place.scale
        clip = _numbers(0 if half == LEFT else fold, 0, fold, self.practice.height)
        matrix = _numbers(place.scale, 0, 0, place.scale, across, up)
        return f"q {clip} re W n {matrix} cm {name} Do Q"

    def _marks(self, place: _Place) -> str:
        """Draw where the folded pages end and are cut, at head and foot."""
        fold, length = self.practice.width / 2, self.practice.mark_length
        aside = place.width + self.practice.mark_width / 2
        lines = [
            f"{_numbers(x, y)} m {_numbers(x, y + length)} l S"
            for x in (fold - aside, fold + aside)
            for y in (0, self.practice.height - length)
        ]
        return " ".join(["q 0 G", _numbers(self.practice.mark_width), "w", *lines, "Q"])


def _tell_printers(booklet: Pdf) -> None:
    """Ask for the right side and size where a program heeds it (ISO 32000-1, table 150)."""
    booklet.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True,
        Duplex=Name.DuplexFlipShortEdge,
        PickTrayByPDFSize=True,
        PrintScaling=Name("/None"),
    )


def _label(booklet: Pdf, found: list[Sheet]) -> None:
    """Count the sides of each signature: 1.1, 1.2, … 2.1 (ISO 32000-1, 12.4.2)."""
    labels: list[object] = []
    for index, sheet in enumerate(found):
        if sheet.outside == 0:
            labels.extend([2 * index, Dictionary(S=Name.D, P=String(f"{sheet.signature}."))])
    booklet.Root.PageLabels = Dictionary(Nums=Array(labels))


def _rounded(number: float) -> float:
    """Round to a thousandth of a point."""
    return round(number, 3)


def _numbers(*values: float) -> str:
    """Write numbers as content streams have them."""
    return " ".join(f"{value:.5f}".rstrip("0").rstrip(".") for value in values)
