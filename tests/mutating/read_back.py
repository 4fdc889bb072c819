"""Each format -> who damages it, how its file is named, and who reads it back."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from colofon.checks.same_words import compare
from colofon.finding import Finding, Place
from colofon.readers import epub, html, master, pdf_geometry, pdf_structure
from colofon.readers.words import Text
from mutating import files
from mutating.kinds import Mutant

Reader = Callable[[Path], Text]


@dataclass(frozen=True)
class Format:
    """An output; each of its readers comes with what it should find in the master's words."""

    mutator: files.Mutator
    suffix: str
    readers: list[tuple[Reader, Callable[[Text], Text]]]

    def mutants(self, data: bytes, part: str, kind: str, seed: str) -> Iterator[Mutant]:
        """Yield mutants without end; none if the file has no place for such."""
        number = 0
        while mutant := self.mutator(data, part, kind, random.Random(f"{seed} {number}")):
            yield mutant
            number += 1

    def findings(self, expected: Text, path: Path) -> list[list[Finding]]:
        """Return what each reader finds in a file."""
        return [
            list(compare(wanted(expected), read(path), Place(path.name)))
            for read, wanted in self.readers
        ]


FORMATS = {
    "html": Format(files.html, ".html", [(lambda path: html.read(path).text(), Text.written)]),
    "epub": Format(files.epub, ".epub", [(lambda path: epub.read(path).text(), Text.written)]),
    "pdf": Format(
        files.print_pdf,
        "-print.pdf",
        [
            (lambda path: pdf_structure.read(path).text, lambda text: text),
            (lambda path: pdf_geometry.read(path).text, Text.indented),
        ],
    ),
}
"""The outputs that are damaged and read back. A new one is a line here."""


def master_text(build: Path, file: str) -> Text:
    """Read the words of a built master, with the marks of its lists."""
    return master.read(json.loads((build / "ast.json").read_bytes()), file)
