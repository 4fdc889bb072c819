"""Every output is set in our fonts alone, which go with it and have every character."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from fontTools.ttLib import TTLibError

from colofon.finding import Finding, Place
from colofon.readers import css, faces, hypertext, pdf_content, pdf_facts
from colofon.readers import epub as epub_reader
from colofon.readers import html as html_reader
from colofon.readers.faces import Face

OURS = ("EB Garamond", "Atkinson Hyperlegible")
"""The families of all our faces."""


def check(
    *,
    html: Path,
    epub: Path,
    interiors: dict[str, Path],
    screen_pdf: Path,
    archive_pdf: Path,
    large_pdf: Path,
    booklet_pdf: Path,
    wraps: dict[str, Path],
) -> Generator[Finding, None, dict[str, int]]:
    """Look at the fonts of each output, at who asks for others, and at glyphs that are missing."""
    page, book = html_reader.read(html), epub_reader.read(epub)
    evidence = {
        f"fonts of {html.name}": (yield from _web(page)),
        f"fonts of {epub.name}": (yield from _epub(book)),
    }
    pdfs = (*interiors.values(), screen_pdf, archive_pdf, large_pdf, booklet_pdf, *wraps.values())
    for path in pdfs:
        facts = pdf_facts.read(path)
        evidence[f"fonts of {path.name}"] = yield from _pdf(facts)
        evidence[f"glyphs used in {path.name}"] = sum(len(font.codes) for font in facts.fonts)
    return evidence


def _web(page: html_reader.Html) -> Generator[Finding, None, int]:
    """Look at the web page, whose fonts stand in its style sheet."""
    sheet, place = hypertext.style_sheets(page.root), Place(page.name)
    found = yield from _faces(sheet, place, faces.from_data_url)
    yield from _stacks(sheet, set(found), place)
    body = next(page.root.iter("body"))
    yield from _covered(hypertext.visible_characters(body), found, place)
    return len(css.faces(sheet))


def _epub(book: epub_reader.Epub) -> Generator[Finding, None, int]:
    """Look at the EPUB, whose fonts are members that its style sheets name."""
    count, shown = 0, set[str]()
    known: dict[str, frozenset[str]] = {}
    sheets = [
        (item.path, book.members[item.path].decode("utf-8"))
        for item in book.manifest.values()
        if item.media_type == "text/css"
    ]
    for path, sheet in sheets:

        def load(url: str, path: str = path) -> bytes:
            return book.members.get(book.resolve(path, url)[0], b"")

        found = yield from _faces(sheet, book.place(path), load)
        count += len(css.faces(sheet))
        for family, characters in found.items():
            known[family] = known.get(family, frozenset()) | characters
    for path, sheet in sheets:
        yield from _stacks(sheet, set(known), book.place(path))
    for path in book.spine:
        for body in book.documents[path].iter("{*}body"):
            shown |= hypertext.visible_characters(body)
    yield from _covered(shown, known, Place(book.name))
    return count


def _faces(
    sheet: str, place: Place, load: Callable[[str], bytes]
) -> Generator[Finding, None, dict[str, frozenset[str]]]:
    """Read the fonts that a style sheet declares: each family's characters."""
    known: dict[str, frozenset[str]] = {}
    for family, urls in css.faces(sheet):
        read = _read(urls, load)
        if read is None:
            message = f"The font «{family}» does not go with the file."
            yield Finding("font-not-embedded", message, place)
            continue
        if not _is_ours(read.family):
            message = (
                f"«{family}» is {read.family or 'a font without a name'}, not {' nor '.join(OURS)}."
            )
            yield Finding("foreign-font", message, place)
        known[family] = known.get(family, frozenset()) | read.characters
    return known


def _read(urls: list[str], load: Callable[[str], bytes]) -> Face | None:
    """Read the first source of a font; None if it is not there or is no font."""
    if not urls or not (data := load(urls[0])):
        return None
    try:
        return faces.read(data)
    except TTLibError:
        return None


def _is_ours(family: str) -> bool:
    """Tell whether a family, however its name is spelled, is ours."""
    plain = "".join(filter(str.isalnum, family)).lower()
    return plain.startswith(tuple(each.replace(" ", "").lower() for each in OURS))


def _stacks(sheet: str, known: set[str], place: Place) -> Iterator[Finding]:
    """Yield whoever asks for a family that is not declared, or for none by name.

    A generic family behind ours is what a reader falls back to who wants no fonts of ours.
    """
    for families in css.stacks(sheet):
        for index, family in enumerate(families):
            if family in known or (index and family in css.GENERIC):
                continue
            if family not in css.KEYWORDS:
                message = f"The style sheet asks for «{family}», which does not go with it."
                yield Finding("foreign-font", message, place)


def _covered(shown: set[str], known: dict[str, frozenset[str]], place: Place) -> Iterator[Finding]:
    """Yield the characters that no font of an output has."""
    have = frozenset().union(*known.values())
    for character in sorted(shown - have):
        message = f"No font has «{character}» (U+{ord(character):04X})."
        yield Finding("missing-glyph", message, place)


def _pdf(facts: pdf_facts.Facts) -> Generator[Finding, None, int]:
    """Look at the fonts of the PDF and at every glyph that its pages show."""
    place = Place(facts.name)
    for font in facts.fonts:
        if not font.codes:
            continue
        if not font.embedded:
            message = f"The font «{font.name}» is not embedded."
            yield Finding("font-not-embedded", message, place)
        if not _is_ours(font.name.partition("+")[2] or font.name):
            message = f"«{font.name}» is not {' nor '.join(OURS)}."
            yield Finding("foreign-font", message, place)
        if pdf_content.NOTDEF in font.codes:
            message = f"A glyph is missing in «{font.name}» (.notdef is shown)."
            yield Finding("missing-glyph", message, place)
        if nameless := sorted(font.codes - set(font.unicode)):
            message = f"«{font.name}» does not say what glyph {nameless[0]} means."
            yield Finding("nameless-glyph", message, place)
    return len(facts.fonts)
