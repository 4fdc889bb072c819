"""An EPUB -> what old reading engines go by: landmarks, contents, notes, drawings, styles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element as Element

from colofon.finding import Place
from colofon.readers import css, markup
from colofon.readers.css import Use
from colofon.readers.epub import OPF, Epub
from colofon.readers.epub_pages import ncx

SVG = "{http://www.w3.org/2000/svg}"


class Said(NamedTuple):
    """Something with a name in the book, and where it stands."""

    name: str
    place: Place


class Line(NamedTuple):
    """A line of the contents: what it says, and on which level from 1."""

    said: Said
    level: int


class Call(NamedTuple):
    """A call of a note: its number, the characters of the note it leads to, or None.

    `after` tells whether the note stands behind its call in the order of reading.
    """

    said: Said
    length: int | None
    after: bool


def styles(book: Epub) -> Iterator[tuple[Use, Place]]:
    """Yield all that style sheets, `<style>` and `style` ask of an engine."""
    for item in book.manifest.values():
        if item.media_type == "text/css" and item.path in book.members:
            for use in css.uses(book.members[item.path].decode("utf-8")):
                yield use, book.place(item.path, use.line)
    for path, root in book.documents.items():
        for element in root.iter("{*}*"):
            place = book.place(path, element.sourceline or 0)
            inline = css.uses_inline(element.get("style", ""))
            sheet = css.uses(element.text or "") if markup.tag(element) == "style" else []
            yield from ((use, place) for use in (*inline, *sheet))


def landmarks(book: Epub) -> list[Said]:
    """Return the `epub:type` of each landmark, as it is written (EPUB 3.3, 7.4.4)."""
    return [
        Said(link.get(markup.EPUB_TYPE, ""), book.place(path, link.sourceline or 0))
        for path, nav in _navs(book, "landmarks")
        for link in nav.iter("{*}a")
    ]


def contents(book: Epub) -> list[Line]:
    """Return the lines of the table of contents, then those of the NCX."""
    lines = [
        Line(
            Said(markup.plain(link), book.place(path, link.sourceline or 0)),
            sum(markup.tag(each) == "ol" for each in link.iterancestors()),
        )
        for path, nav in _navs(book, "toc")
        for link in nav.iter("{*}a")
    ]
    return lines + points(book)


def points(book: Epub) -> list[Line]:
    """Return the lines of the NCX."""
    return [
        Line(
            Said(_label(point), book.place(path, point.sourceline or 0)),
            1 + sum(markup.tag(each) == "navPoint" for each in point.iterancestors()),
        )
        for path, root in ncx(book)
        for point in root.iter("{*}navPoint")
    ]


def guide(book: Epub) -> list[str]:
    """Return the types of the guide's references (OPF 2.0.1, 2.6)."""
    return [each.get("type", "") for each in book.package.iter(f"{OPF}reference")]


def titles(book: Epub) -> list[Said]:
    """Return the title of every document; nothing where it has none."""
    return [
        Said(next((markup.plain(each) for each in root.iter("{*}title")), ""), book.place(path))
        for path, root in book.documents.items()
    ]


def drawn(book: Epub) -> Iterator[Said]:
    """Yield the names of the elements of drawings, and of their attributes (SVG 1.1)."""
    trees = [
        *book.documents.items(),
        *(
            (item.path, book.tree(item.path))
            for item in book.manifest.values()
            if item.media_type == "image/svg+xml" and item.path in book.members
        ),
    ]
    for path, root in trees:
        for element in root.iter(f"{SVG}*"):
            place = book.place(path, element.sourceline or 0)
            yield Said(markup.tag(element), place)
            yield from (Said(str(name), place) for name in element.attrib)


def calls(book: Epub) -> Iterator[Call]:
    """Yield every call with the note it leads to."""
    places = {
        (path, str(element.get("id"))): (turn, index, element)
        for turn, path in enumerate(book.spine)
        for index, element in enumerate(book.documents[path].iter("{*}*"))
        if element.get("id")
    }
    for turn, path in enumerate(book.spine):
        for index, element in enumerate(book.documents[path].iter("{*}*")):
            if "noteref" in markup.roles(element):
                said = Said(markup.plain(element), book.place(path, element.sourceline or 0))
                found = places.get(book.resolve(path, element.get("href", "")))
                length = len(markup.plain(found[2])) if found else None
                yield Call(said, length, found is not None and found[:2] > (turn, index))


def _navs(book: Epub, kind: str) -> list[tuple[str, Element]]:
    """Return the navigation of a kind."""
    return [
        (path, nav)
        for path, root in book.documents.items()
        for nav in root.iter("{*}nav")
        if kind in markup.roles(nav)
    ]


def _label(point: Element) -> str:
    """Return what a point of the NCX says, without those below it."""
    return " ".join(markup.plain(each) for each in point.iterfind("{*}navLabel"))
