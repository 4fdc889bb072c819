"""`doit proof`: pictures of what goes to the press, for people who would rather look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from doit.exceptions import TaskFailed

from colofon import records, registry
from colofon.proof import contact, pictures
from colofon.proof.pictures import Picture
from colofon.records import Record
from colofon.source import Edition

FOLDER = "proof"
"""Below `.build/<slug>/`."""


class Shown(NamedTuple):
    """How the files of one format are shown."""

    maker: str
    name: str
    """What the names of the pictures begin with."""
    grid: contact.Grid
    dpi: int
    look: Callable[[bytes, int], Iterator[Picture]]


SHOWN = (
    Shown("print", "spreads", contact.Grid(columns=2, rows=2), 80, pictures.spreads),
    Shown("cover", "cover", contact.Grid(columns=1, rows=1), 110, pictures.covers),
    Shown("booklet", "booklet", contact.Grid(columns=2, rows=3), 70, pictures.sheets),
)
"""Two spreads side by side fill a screen, and their text can still be read."""


def tasks(works: Sequence[Edition]) -> Iterator[dict[str, Any]]:
    """Yield the task of each work, which runs whenever it is asked for."""
    makers = {entry.name for entry in registry.FORMATS}
    for work in works:
        yield {
            "name": work.task,
            "doc": f"Draw every spread, the cover and the booklet of {work.slug}.",
            "actions": [(proof, [work])],
            "file_dep": [
                str(Record.path(work, shown.maker)) for shown in SHOWN if shown.maker in makers
            ],
            "uptodate": [False],
        }


def proof(edition: Edition) -> TaskFailed | None:
    """Write the pictures in place of the last ones, and print where they are and what they show."""
    folder = edition.build / FOLDER
    for old in folder.glob("*.png"):
        old.unlink()
    found = False
    for shown in SHOWN:
        for name, pdf in _files(edition, shown):
            found = True
            looked = list(shown.look(pdf, shown.dpi))
            stem = shown.name + name.removeprefix(f"{edition.slug}-{shown.maker}")[: -len(".pdf")]
            for index, sheet in enumerate(contact.sheets(name, looked, shown.grid), start=1):
                path = folder / f"{stem}-{index:02}.png"
                records.write(path, sheet.png)
                print(f"{path}: {sheet.shows}")  # noqa: T201  # what the user asked for
    return None if found else TaskFailed(f"{edition.slug}: nothing was made; doit report says why.")


def _files(edition: Edition, shown: Shown) -> Iterator[tuple[str, bytes]]:
    """Yield the PDFs that a maker made, the one named by the work alone first."""
    path = Record.path(edition, shown.maker)
    if path.is_file():
        names = Record.read(edition, shown.maker).files
        for name in sorted(names, key=lambda name: (len(name), name)):
            if name.startswith(f"{edition.slug}-{shown.maker}") and name.endswith(".pdf"):
                yield name, (edition.build / name).read_bytes()
