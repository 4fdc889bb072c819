"""The page -> laid-out pages, for every PDF of the edition, and where everything stands on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from colofon import styles, typefaces
from colofon.finding import Finding, Place
from colofon.front.printing import PrintSettings, Typesetting
from colofon.heard import listening
from colofon.labels import labels_for
from colofon.pdf import engine, loci, margins, pictures, places, starts, textlayer, tree
from colofon.printers import MILLIMETRE
from colofon.typesetting import Setter

TRIMS = {"A5": (148.0, 210.0), "140x210": (140.0, 210.0), "6x9in": (152.4, 228.6)}
"""Width and height of a cut page in mm (A5: ISO 216)."""

LEADING = 14
"""The height of a line of the text in pt; print.css keeps to its multiples."""

HAIR = 0.01
"""What a block as high as the text area lacks of it, in pt: rounding would make it overflow."""

TEXT = "text"
"""The id of the element with the text of the work, where pages begin to count."""

TURNS = 2
"""Layouts in which hyphens may be found at the ends of pages, and be forbidden there."""

ATTEMPTS = 3
"""Layouts that the apparatus may take: a first, one with its places, one to make sure."""


@dataclass(frozen=True)
class Area:
    """A page and its text area, in pt. `inner` is the margin at the spine."""

    width: float
    height: float
    inner: float
    top: float
    outer: float
    lines: int
    leading: int = LEADING

    @classmethod
    def of(cls, trim: str) -> Area:
        """Give every trim the proportions of our A5: 301.5 by 448 pt, 32 lines, about 68 signs.

        Its margins are 52, 58, 66 and 89.3 pt: inner, top, outer, bottom. What rounding to
        whole lines leaves over is added at the foot.
        """
        width, height = TRIMS[trim]
        across, down = width / TRIMS["A5"][0], height / TRIMS["A5"][1]
        inner, top, outer = 52 * across, 58 * down, 66 * across
        return cls(width * MILLIMETRE, height * MILLIMETRE, inner, top, outer, round(32 * down))

    @property
    def measure(self) -> float:
        """The width of the text area in pt."""
        return self.width - self.inner - self.outer

    @property
    def text_height(self) -> int:
        """The height of the text area in pt."""
        return self.lines * self.leading

    def css(self) -> str:
        """Write the page's size and margins, mirrored, and what print.css measures by them."""
        bottom = self.height - self.top - self.text_height
        return (
            f"@page {{ size: {self.width:.3f}pt {self.height:.3f}pt;"
            f" margin: {self.top:.3f}pt {self.outer:.3f}pt {bottom:.3f}pt {self.inner:.3f}pt }}\n"
            f"@page :left {{ margin-left: {self.outer:.3f}pt; margin-right: {self.inner:.3f}pt }}\n"
            f"html {{ --text-height: {self.text_height - HAIR}pt }}\n"
        )


LARGE = Area(210 * MILLIMETRE, 297 * MILLIMETRE, inner=72, top=72, outer=72, lines=25, leading=27)
"""Large print on A4 (ISO 216): margins of an inch, 25 lines of 27 pt."""


@dataclass(frozen=True)
class Layout:
    """Laid-out pages; any number of PDFs can be written from them."""

    document: Any
    """WeasyPrint's Document."""
    root: Element
    """The tree that was laid out: the page with its notes in their calls."""
    places: dict[str, Any]
    """What layout.json holds; `colofon.pdf.places` says what."""
    findings: tuple[Finding, ...]


def lay_out(
    page: bytes, fonts: dict[str, bytes], settings: PrintSettings, folder: Path, name: str
) -> Layout:
    """Lay out the page with `fonts` (face name -> TrueType) and pictures from `folder`.

    Findings are placed in the file called `name`: what WeasyPrint complains of, what it
    asked for and did not get, and words or notes that did not reach the pages.
    """
    root = tree.printed(page)
    if not settings.paragraph_numbers:
        margins.drop_numbers(root)
    area = Area.of(settings.trim)
    fetcher = engine.Fetcher(fonts, folder)
    pictures.fit(root, fetcher, area.measure, area.lines, LEADING)
    css = _faces(fonts) + area.css() + styles.sheet("print.css")
    with heard(name) as complaints:
        document = _rendered(root, css, fetcher, settings.typesetting)
    margins.move_numbers(document.pages)
    layout = _described(document, root, area, fetcher, name)
    starts.add(document.pages, root, layout.places["pages"])
    findings = (*_unasked(complaints, fetcher), *_lost_notes(layout.places["notes"], name))
    return replace(layout, findings=(*findings, *layout.findings))


def enlarge(page: bytes, fonts: dict[str, bytes], folder: Path, name: str) -> Layout:
    """Lay out the page in large print, with its notes behind the text, as `lay_out` does."""
    root = tree.enlarged(page)
    said = labels_for(root.get("lang") or "")("p. {page}", page="")
    for link in root.iterfind(".//a[@role='doc-backlink']"):
        link.set("data-page", said)
    margins.drop_numbers(root)
    fetcher = engine.Fetcher(fonts, folder)
    pictures.fit(root, fetcher, LARGE.measure, LARGE.lines, LARGE.leading)
    css = _faces(fonts) + LARGE.css() + styles.sheet("large.css")
    with heard(name) as complaints:
        document = engine.render(root, css, fetcher)
    layout = _described(document, root, LARGE, fetcher, name)
    return replace(layout, findings=(*_unasked(complaints, fetcher), *layout.findings))


def _faces(fonts: dict[str, bytes]) -> str:
    """Declare the fonts that the fetcher serves."""
    return typefaces.font_face_css({face: engine.font_url(face) for face in fonts})


def _described(
    document: Any, root: Element, area: Area, fetcher: engine.Fetcher, name: str
) -> Layout:
    """Complete the text layer, and find what is where, and what is not."""
    problems = textlayer.complete(document.pages, root)
    placed = places.describe(document.pages, TEXT)
    findings = (
        *_refused(fetcher.refused, name),
        *_untold(problems, name),
        *_overfull(placed, area, name),
    )
    return Layout(document, root, placed, findings)


def _unasked(complaints: list[Finding], fetcher: engine.Fetcher) -> Iterator[Finding]:
    """Yield what WeasyPrint complains of besides files that it was refused."""
    for each in complaints:
        if not any(url in each.message for url in fetcher.refused):
            yield each


def _rendered(root: Element, css: str, fetcher: engine.Fetcher, typesetting: Typesetting) -> Any:
    """Lay out the pages until none ends in a hyphen, and the apparatus says what is so.

    It comes after all the emendations it tells of, so that what it says moves none: once the
    other pages stand, twice is enough.
    """
    labels = labels_for(root.get("lang") or "")
    loci.explain(root, labels)
    setter = Setter(typesetting)
    for attempt in range(TURNS + ATTEMPTS):
        with setter.at_work():
            document = engine.render(root, css, fetcher)
        turned = attempt < TURNS and setter.turn(document.pages)
        first = places.first_page(document.pages, TEXT)
        if not loci.fill(root, loci.loci(document.pages), first, labels) and not turned:
            return document
    raise AssertionError("the apparatus moves what it tells of")


def heard(name: str) -> AbstractContextManager[list[Finding]]:
    """Collect what WeasyPrint complains of while it works on the file called `name`."""
    place = Place(name)
    return listening("weasyprint", lambda said: Finding("weasyprint", said, place))


def _refused(urls: list[str], name: str) -> Iterator[Finding]:
    """Yield what the page asked for that is no file of the edition."""
    for url in dict.fromkeys(urls):
        shown = url.removeprefix(engine.EDITION)
        hint = "Save it in the edition's folder and name it from there."
        yield Finding("refused-resource", f"«{shown}» is not in the edition.", Place(name), hint)


def _untold(problems: list[str], name: str) -> Iterator[Finding]:
    """Yield the blocks whose words are not all on the pages, once and in order."""
    for problem in problems:
        yield Finding("text-lost", f"The pages do not tell {problem}.", Place(name))


def _lost_notes(notes: list[dict[str, Any]], name: str) -> Iterator[Finding]:
    """Yield the notes that stand on no page."""
    for note in notes:
        if "page" not in note:
            place = Place(name, part=f"page {note['call_page']}")
            yield Finding("note-lost", f"Note {note['number']} stands on no page.", place)


def _overfull(placed: dict[str, Any], area: Area, name: str) -> Iterator[Finding]:
    """Yield the pages with a line beyond paper or text area, or with text where notes are."""
    foot = area.top + area.text_height
    for page in placed["pages"]:
        place = Place(name, part=f"page {page['page']}")
        for line in page["lines"]:
            right = line["x"] + line["width"]
            if line["x"] < 0 or right > area.width or not area.top < line["baseline"] < foot:
                message = f"«{line['text'][:40]}» does not fit on the page."
                hint = "Divide the long word or line, or shorten the note."
                yield Finding("text-off-page", message, place, hint)
                break
        body, notes = (
            [line["baseline"] for line in page["lines"] if line["area"] == area]
            for area in ("text", "notes")
        )
        if body and notes and max(body) > min(notes):
            hint = "Shorten the note, or make two of it: a note is never divided."
            found = [note for note in placed["notes"] if note.get("page") == page["page"]]
            which = ", ".join(note["number"] for note in found)
            message = f"Of {which}, a note is too long for one page, and stands in its text."
            if len(found) == 1:
                message = f"Note {which} is too long for one page, and stands in its text."
            yield Finding("note-too-long", message, place, hint)
