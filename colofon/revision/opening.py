"""A file of any of our formats -> the edition as it gives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
from lxml import etree

from colofon import frontmatter, guarded, pandoc
from colofon.finding import Finding, Place, Refused
from colofon.readers import (
    epub,
    html,
    pdf_facts,
    pdf_geometry,
    pdf_structure,
    signatures,
    tei,
    text,
)
from colofon.readers import master as master_reader
from colofon.readers.words import Text, Words
from colofon.revision import about as telling
from colofon.revision.reading import About, Reading, noted, tokens
from colofon.source import Master

NO_SHAPE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError)
"""What comes where something has another type than it should, or leads nowhere."""

BROKEN = (
    *NO_SHAPE,
    ValueError,
    etree.LxmlError,
    pikepdf.PdfError,
    pypdfium2.PdfiumError,
)
"""What readers raise of a file that is safe to read, and still not what its name says.

A text that is no UTF-8 is a ValueError.
"""

KINDS = {
    ".epub": "an EPUB",
    ".htm": "a web page",
    ".html": "a web page",
    ".md": "a master",
    ".pdf": "a PDF",
    ".txt": "plain text",
    ".xml": "TEI",
}
"""What a file is, by the end of its name."""


WHOLE = {".epub": guarded.Kind.ZIP, ".pdf": guarded.Kind.PDF}
"""What the first bytes say of a file that is no text."""


def opened(given: str) -> Reading:
    """Read a file; raise `Refused` with one clear line if that cannot be done.

    It may be a stranger's: no reader opens it before all that is in it was found safe.
    """
    path = Path(given)
    read = _reader(path)
    what = guarded.apart(guarded.checked, path)
    if what is not WHOLE.get(path.suffix.lower(), guarded.Kind.OTHER):
        message = f"It is not {KINDS[path.suffix.lower()]}, as its name says."
        raise _refusal(given, "unreadable", message, _hint(path))
    try:
        reading = read(path)
    except BROKEN as error:
        message = f"It cannot be read as {KINDS[path.suffix.lower()]}: {_cause(error)}."
        raise _refusal(given, "unreadable", message, _hint(path)) from None
    if not reading.body:
        message = "It has no text that can be told from what stands around it."
        raise _refusal(given, "no-text", message, _hint(path))
    return reading


def _reader(path: Path) -> Callable[[Path], Reading]:
    """Find what reads a file by its name; raise `Refused` if there is no such file, or kind."""
    given, read = str(path), READERS.get(path.suffix.lower())
    if path.is_dir():
        raise _refusal(given, "not-a-file", "It is a folder.", "Name a file.")
    if not path.exists():
        raise _refusal(given, "no-file", "There is no such file.")
    if read is None:
        known = (f"{what} ({end})" for end, what in KINDS.items())
        hint = f"Name {', '.join(known)}."
        raise _refusal(given, "unknown-kind", "Its name does not say what it is.", hint)
    return read


def _refusal(given: str, code: str, message: str, hint: str = "") -> Refused:
    """Say in one line why a file is not read."""
    return Refused([Finding(code, message, Place(given), hint)])


def _cause(error: BaseException) -> str:
    """Return what an exception says, in one line, without a point."""
    said = str(error)
    if isinstance(error, KeyError) and error.args and isinstance(error.args[0], str):
        said = f"«{error.args[0]}» is missing"
    elif isinstance(error, NO_SHAPE):
        said = "it is not built as our editions are"
    return (said.strip().split("\n")[0] or type(error).__name__).removesuffix(".")


def _hint(path: Path) -> str:
    """Say which PDFs can be read: neither cover nor booklet is one."""
    is_pdf = path.suffix.lower() == ".pdf"
    return "Compare the print, screen, archive or large edition." if is_pdf else ""


def _reading(kind: str, about: About, found: Text, *, listed: bool = False) -> Reading:
    """Gather what was read; `listed` as in `tokens`."""
    return Reading(kind, about, tokens(found.body, listed=listed), noted(found, listed=listed))


def _epub(path: Path) -> Reading:
    """Read an EPUB."""
    book = epub.read(path)
    return _reading("EPUB", telling.epub(book), book.text())


def _html(path: Path) -> Reading:
    """Read a web page."""
    page = html.read(path)
    return _reading("web page", telling.html(page), page.text())


def _tei(path: Path) -> Reading:
    """Read a TEI file; whose a note is an attribute says."""
    file = tei.read(path)
    return replace(_reading("TEI", telling.tei(file), file.text()), signed=False)


def _text(path: Path) -> Reading:
    """Read plain text."""
    file = text.read(path)
    return _reading("plain text", telling.text(file), file.text(), listed=True)


def _pdf(path: Path) -> Reading:
    """Read a PDF by its tags, or by where things stand on its pages if it has none."""
    about = telling.pdf(path, pdf_facts.read(path))
    tagged = pdf_structure.read(path)
    if tagged.text.body:
        return _reading("PDF, by its tags", about, tagged.text)
    printed = pdf_geometry.read(path)
    reading = _reading("PDF, by its pages", about, printed.text, listed=True)
    return replace(reading, paged=True)


def _master(path: Path) -> Reading:
    """Read a master with the pipeline's own parser."""
    master = Master(path.name, path.read_bytes().decode("utf-8"))
    front = frontmatter.read(master, path.stem)
    tree, _ = pandoc.parse(master, frontmatter.body_line(master))
    found = master_reader.read(tree, path.name).written()
    found = signatures.signed(found, tree, master, front)
    cited = master_reader.paragraphs(tree, path.name)
    about = About(front.title, str(front.edition), front.issued.isoformat())
    return _reading("master", about, Text(_cited(found.body, cited), found.notes))


def _cited(body: Words, paragraphs: list[Words]) -> Words:
    """Tell where the paragraphs begin by which the work is cited."""
    firsts = {words[0].place: number for number, words in enumerate(paragraphs, start=1)}
    return tuple(
        word._replace(opens=f"p{firsts[word.place]}")
        if word.begins and word.place in firsts
        else word
        for word in body
    )


READERS: dict[str, Callable[[Path], Reading]] = {
    ".epub": _epub,
    ".htm": _html,
    ".html": _html,
    ".md": _master,
    ".pdf": _pdf,
    ".txt": _text,
    ".xml": _tei,
}
"""How a file is read, by the end of its name."""
