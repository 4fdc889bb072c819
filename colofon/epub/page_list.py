"""The marks of printed pages -> the list of them, for going to a page by its number."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from colofon.epub.split import File
from colofon.epub.xhtml import LANG, TYPE, child, xhtml
from colofon.labels import Labels
from colofon.page_breaks import PageBreak


@dataclass(frozen=True)
class Page:
    """A printed page and the address of its mark."""

    mark: PageBreak
    href: str


def page_list(marks: list[PageBreak], files: list[File]) -> list[Page]:
    """Find each mark in its file."""
    homes = {
        node.get("id"): file.name for file in files for top in file.tops for node in top.iter()
    }
    return [Page(mark, f"{homes[mark.id]}#{mark.id}") for mark in marks]


def add_page_list(file: File, pages: list[Page], labels: Labels) -> None:
    """Put the list behind the contents, for machines: it is hidden (EPUB 3.3, 7.4.3)."""
    if not pages:
        return
    language = labels.spoken(file.language)
    nav = etree.Element(xhtml("nav"), {TYPE: "page-list", "role": "doc-pagelist"})
    values = {"id": "page-list", "hidden": "", "aria-labelledby": "page-list-title"}
    for name, value in {**values, "lang": language, LANG: language}.items():
        nav.set(name, value)
    child(nav, "h2", labels("Pages of the print edition"), id="page-list-title")
    entries = child(nav, "ol")
    for page in pages:
        child(child(entries, "li"), "a", page.mark.label, href=page.href)
    file.nodes.append(nav)
