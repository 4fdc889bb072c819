"""The formats that we make -> who damages them."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

from mutating import markup, pdf, plain_text
from mutating.kinds import Mutant
from mutating.strings import Change

Mutator = Callable[[bytes, str, str, random.Random], Mutant | None]
"""Damages a file: its bytes, «body» or «notes», the kind, and chance; None where it cannot."""


def html(data: bytes, part: str, kind: str, chance: random.Random) -> Mutant | None:
    """Damage a web page."""
    change = markup.damaged(data.decode(), part, kind, chance, markup.HTML)
    return _mutant(part, kind, change)


def tei(data: bytes, part: str, kind: str, chance: random.Random) -> Mutant | None:
    """Damage a TEI file."""
    return _mutant(part, kind, markup.damaged(data.decode(), part, kind, chance, markup.TEI))


def text(data: bytes, part: str, kind: str, chance: random.Random) -> Mutant | None:
    """Damage a plain text."""
    return _mutant(part, kind, plain_text.damaged(data.decode(), part, kind, chance))


def _mutant(part: str, kind: str, change: Change | None) -> Mutant | None:
    """Write a changed string as a file."""
    if change is None:
        return None
    return Mutant(
        kind, part, change.before, change.after, change.text.encode(), visible=change.visible
    )


def epub(data: bytes, part: str, kind: str, chance: random.Random) -> Mutant | None:
    """Damage one document of an EPUB."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        members = {info.filename: book.read(info) for info in book.infolist()}
    pages = sorted(name for name in members if name.endswith(".xhtml"))
    for name in chance.sample(pages, len(pages)):
        change = markup.damaged(members[name].decode(), part, kind, chance, markup.HTML)
        if change is not None:
            members[name] = change.text.encode()
            return Mutant(
                kind, part, change.before, change.after, _zipped(members), visible=change.visible
            )
    return None


def _zipped(members: dict[str, bytes]) -> bytes:
    """Pack an EPUB."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as book:
        for name, content in members.items():
            book.writestr(name, content)
    return target.getvalue()


def tagged_pdf(data: bytes, part: str, kind: str, chance: random.Random) -> Mutant | None:
    """Damage the pages of the book, in the PDF that has their tags."""
    return pdf.damaged(data, part, kind, chance)
