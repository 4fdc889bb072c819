"""Contents and pages -> the NCX, by which older readers go to a place."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from colofon.epub.navigation import Entry
from colofon.epub.page_list import Page
from colofon.epub.split import File
from colofon.epub.xhtml import LANG
from colofon.front import Front

NCX = "http://www.daisy.org/z3986/2005/ncx/"


def ncx(entries: list[Entry], pages: list[Page], files: list[File], front: Front) -> bytes:
    """Write the NCX (OPF 2.0.1, 2.4.1; ANSI/NISO Z39.86-2005, 8), which Kindle and ADE read.

    `playOrder` counts every place once, in the order of the spine, whatever leads to it.
    """
    root = etree.Element(f"{{{NCX}}}ncx", nsmap={None: NCX}, version="2005-1")
    root.set(LANG, front.language)
    head = _add(root, "head")
    values = {
        "uid": front.identifier,
        "depth": max(entry.depth for entry in entries),
        "totalPageCount": len(pages),
        "maxPageNumber": max((each.mark.value for each in pages if not each.mark.front), default=0),
    }
    for name, value in values.items():
        _add(head, "meta", name=f"dtb:{name}", content=str(value))
    _add(_add(root, "docTitle"), "text", front.title)
    for author in front.authors:
        _add(_add(root, "docAuthor"), "text", author.name)
    order = _order([*(each.href for each in _all(entries)), *(each.href for each in pages)], files)
    _points(_add(root, "navMap"), entries, order, itertools.count(1))
    if pages:
        _targets(_add(root, "pageList"), pages, order)
    etree.indent(root)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _all(entries: list[Entry]) -> Iterator[Entry]:
    """Yield every line of the contents."""
    for entry in entries:
        yield entry
        yield from _all(entry.below)


def _order(hrefs: list[str], files: list[File]) -> dict[str, int]:
    """Give each place that is led to its number, from 1 in the order of reading."""
    led = set(hrefs)
    places = [
        href
        for file in files
        for href in (
            file.name,
            *(f"{file.name}#{each.get('id')}" for top in file.tops for each in top.iter()),
        )
        if href in led
    ]
    return {href: number for number, href in enumerate(dict.fromkeys(places), start=1)}


def _points(
    parent: Element, entries: list[Entry], order: dict[str, int], numbers: Iterator[int]
) -> None:
    """Write the points of one level of the contents."""
    for entry in entries:
        place = str(order[entry.href])
        point = _add(parent, "navPoint", id=f"point-{next(numbers)}", playOrder=place)
        _add(_add(point, "navLabel"), "text", entry.label)
        _add(point, "content", src=entry.href)
        _points(point, entry.below, order, numbers)


def _targets(parent: Element, pages: list[Page], order: dict[str, int]) -> None:
    """Write the printed pages: those before the text are counted apart."""
    for number, page in enumerate(pages, start=1):
        kind, value = "front" if page.mark.front else "normal", str(page.mark.value)
        target = _add(parent, "pageTarget", id=f"page-target-{number}", type=kind, value=value)
        target.set("playOrder", str(order[page.href]))
        _add(_add(target, "navLabel"), "text", page.mark.label)
        _add(target, "content", src=page.href)


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Make an NCX element at the end of `parent`."""
    made = etree.SubElement(parent, f"{{{NCX}}}{tag}", attributes)
    made.text = text
    return made
