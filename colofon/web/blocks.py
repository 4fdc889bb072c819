"""Blocks of the page -> the same blocks where a small window loses nothing of them."""

from __future__ import annotations

from collections import Counter

from lxml.etree import _Element as Element

from colofon.elements import element, plain
from colofon.labels import Labels


def frame_tables(body: Element, labels: Labels) -> None:
    """Put every table into a box that scrolls alone, by keyboard too (WCAG 2.2, 1.4.10 and 2.1.1).

    Each box is a region with a name of its own: «Table 3».
    """
    for number, table in enumerate(list(body.iter("table")), start=1):
        box = element(None, "div", class_="scroll", role="region", tabindex="0")
        box.set("aria-label", labels("Table {number}", number=number))
        _wrap(table, box)


def fold_contents(body: Element) -> None:
    """Make the table of contents something that a reader may fold away; it comes unfolded."""
    contents = body.find("nav[@role='doc-toc']")
    heading, entries = contents
    details = element(contents, "details")
    details.set("open", "")
    summary = element(details, "summary")
    summary.append(heading)
    details.append(entries)


def spare_landmarks(body: Element) -> None:
    """Take their names from divisions of the text that are no chapters, which are then no regions.

    Whoever goes from landmark to landmark finds the parts of the book, not each of its headings
    (ARIA in HTML, `section`). Chapters of the same heading are told apart by a number: «Carta (2)».
    """
    met: Counter[str] = Counter()
    for section in body.iterfind("main//section"):
        named = section.attrib.pop("aria-labelledby", None)
        if named is None or not section.get("role"):
            continue
        heading = plain(section[0])
        met[heading] += 1
        if met[heading] == 1:
            section.set("aria-labelledby", named)
        else:
            section.set("aria-label", f"{heading} ({met[heading]})")


def _wrap(inner: Element, outer: Element) -> None:
    """Put an element into another, in its place and before what follows it."""
    outer.tail, inner.tail = inner.tail, None
    inner.getparent().replace(inner, outer)
    outer.append(inner)
