"""An EPUB -> what a reading engine shows of it, and the book that this would be."""

from __future__ import annotations

import json
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from colofon.clients import running, tools
from colofon.readers import epub as epub_reader

HERE = Path(__file__).parent
ENGINES = ("epubjs", "foliate")
LIMIT = 20_000  # ms for a page, a note or a call to appear


@dataclass(frozen=True)
class Shown:
    """What an engine showed: the text of each text node of each document, in order.

    `faults` tells what was shown twice, cut off, out of order or not at all, and errors of
    scripts; `notes` has, for each call that was followed, its number and the note's characters.
    """

    pages: int
    documents: dict[str, list[str]]
    faults: list[str]
    notes: list[dict[str, str]]


def show(engine: str, epub: Path, size: tuple[int, int], pictures: Path | None = None) -> Shown:
    """Open an EPUB in an engine, turn every page, follow every note and come back.

    `size` is the window's, in CSS px. A picture of each page goes to the folder `pictures`.
    """
    with running.home() as folder:
        wanted = {
            "browser": str(running.browser(folder)),
            "engine": engine,
            "epub": str(epub.resolve()),
            "pictures": str(pictures.resolve()) if pictures else "",
            "width": size[0],
            "height": size[1],
            "limit": LIMIT,
        }
        program = HERE / "engines.mjs"
        return Shown(**json.loads(running.run([tools.node(), program, json.dumps(wanted)], folder)))


def as_book(shown: Shown, epub: Path, folder: Path) -> epub_reader.Epub:
    """Make an EPUB that holds what was shown and nothing else, and read it."""
    book = epub_reader.read(epub)
    path = folder / f"shown-{epub.name}"
    members = {**book.members}
    for href, texts in shown.documents.items():
        inside = posixpath.join(posixpath.dirname(book.package_path), href)
        name = href if href in members else inside
        root = book.tree(name)
        _replace(root, texts)
        members[name] = etree.tostring(root, encoding="utf-8")
    with zipfile.ZipFile(path, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return epub_reader.read(path)


def _replace(root: Any, texts: list[str]) -> None:
    """Put the text that was shown in the place of the text that was written."""
    [body] = root.iter("{*}body")
    slots = list(_slots(body))
    for (element, name), text in zip(slots, texts, strict=True):
        setattr(element, name, text)


def _slots(element: Any) -> Iterator[tuple[Any, str]]:
    """Yield where the text nodes below an element are kept, in the order of the document."""
    if element.text and isinstance(element.tag, str):
        yield element, "text"
    for child in element:
        yield from _slots(child)
        if child.tail:
            yield child, "tail"
