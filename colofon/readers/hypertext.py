"""A tree of HTML or XHTML -> its links, ids, what it loads and what it runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element as Element

from colofon.readers import css
from colofon.readers.markup import number, plain, roles, tag

XLINK = "{http://www.w3.org/1999/xlink}href"

LOADING = ("src", "poster", "data", "background", "action", "formaction", "manifest")
"""Attributes that name something a browser may load (HTML, «index of attributes»)."""


QUIET = {
    "alternate", "author", "bookmark", "canonical", "help", "license", "next", "prev", "search",
    "tag"
}  # fmt: skip
"""Types of `<link>` that load nothing (HTML, 4.6.7)."""

REFERRING = ("aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "for")
"""Attributes that hold ids of the same document."""


class Link(NamedTuple):
    """A hyperlink: its address as written, its words, its line, and its own id."""

    href: str
    words: str
    line: int
    roles: frozenset[str]
    id: str


class Noted(NamedTuple):
    """A note where it stands: its number, its id, where its links back lead, its line."""

    number: int
    id: str
    back: tuple[str, ...]
    line: int


class Loaded(NamedTuple):
    """Something that is loaded when the page is shown, and the line that asks for it."""

    url: str
    line: int


def links(top: Element) -> list[Link]:
    """Return every hyperlink below an element, in order."""
    return [
        Link(href, plain(element), element.sourceline or 0, roles(element), element.get("id", ""))
        for element in top.iter()
        if tag(element) in {"a", "area"} and (href := element.get("href")) is not None
    ]


def calls(top: Element) -> list[Link]:
    """Return every call of a note below an element (DPUB-ARIA 1.1, doc-noteref)."""
    return [link for link in links(top) if "noteref" in link.roles]


def notes(top: Element) -> list[Noted]:
    """Return every note below an element (DPUB-ARIA 1.1, doc-footnote)."""
    found = []
    for element in top.iter():
        if tag(element) and "footnote" in roles(element):
            back = [link for link in links(element) if "backlink" in link.roles]
            first = number(back[0].words) if back else 0
            where = tuple(link.href for link in back)
            found.append(Noted(first, element.get("id", ""), where, element.sourceline or 0))
    return found


def ids(top: Element) -> list[str]:
    """Return every id below an element, in order; a doubled one twice."""
    return [name for element in top.iter() if tag(element) and (name := element.get("id"))]


def references(top: Element) -> list[Loaded]:
    """Return every id that an attribute of ARIA or of a form names (WAI-ARIA 1.2, 6.6)."""
    return [
        Loaded(name, element.sourceline or 0)
        for element in top.iter()
        if tag(element)
        for attribute in REFERRING
        for name in element.get(attribute, "").split()
    ]


def loaded(top: Element) -> list[Loaded]:
    """Return everything that a page loads besides scripts."""
    return [
        Loaded(url, element.sourceline or 0) for element in top.iter() for url in _urls(element)
    ]


def _urls(element: Element) -> Iterator[str]:
    """Yield the addresses that one element loads from."""
    name = tag(element)
    if not name or name == "script":
        return
    yield from (url for each in LOADING if (url := element.get(each)))
    for candidate in element.get("srcset", "").split(","):
        yield from candidate.split()[:1]
    quiet = name == "link" and QUIET.issuperset(element.get("rel", "").lower().split())
    if name in {"link", "image", "use", "base"} and not quiet:
        yield from (url for each in ("href", XLINK) if (url := element.get(each)))
    yield from css.urls(element.get("style", ""))
    if name == "style":
        yield from css.urls(element.text or "")
    if name == "meta" and element.get("http-equiv", "").lower() == "refresh":
        yield element.get("content", "")


def scripts(top: Element) -> list[int]:
    """Return the line of everything that runs: `<script>`, `on…` attributes, `javascript:`."""
    return [
        element.sourceline or 0
        for element in top.iter()
        if tag(element) == "script" or (tag(element) and _runs(element))
    ]


def _runs(element: Element) -> bool:
    """Tell whether an attribute of an element holds a script."""
    return any(
        str(name).startswith("on") or str(value).strip().lower().startswith("javascript:")
        for name, value in element.attrib.items()
    )


def style_sheets(top: Element) -> str:
    """Return the text of every `<style>` below an element."""
    return "\n".join(element.text or "" for element in top.iter() if tag(element) == "style")


def visible_characters(top: Element) -> set[str]:
    """Return every character that a page may show, white space and format signs left out."""
    unseen = {"script", "style", "template"}
    shown: set[str] = set()
    for element in top.iter():
        if tag(element) not in unseen:
            shown.update(element.text or "" if tag(element) else "")
        shown.update(element.tail or "")
    return {each for each in shown if each.isprintable() and not each.isspace()}
