"""Each format -> who damages it, how its file is named, and who reads it back."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from colofon.checks.same_words import compare
from colofon.finding import Finding, Place
from colofon.readers import epub, html, master, pdf_geometry, pdf_structure, tei, text
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

    def mutants(self, data: bytes, part: str, kind: str, count: int) -> Iterator[Mutant]:
        """Yield so many mutants that can be seen, and those that cannot met on the way.

        No two are the same; a file that has few places for such a damage gives fewer.
        """
        known, seen = set[bytes](), 0
        for number in range(3 * count):
            chance = random.Random(f"{self.suffix} {part} {kind} {number}")
            mutant = self.mutator(data, part, kind, chance)
            if mutant is None or seen == count:
                return
            if mutant.data not in known:
                known.add(mutant.data)
                seen += mutant.visible
                yield mutant

    def findings(self, expected: Text, path: Path) -> list[list[Finding]]:
        """Return what each reader finds in a file."""
        return [
            list(compare(wanted(expected), read(path), Place(path.name)))
            for read, wanted in self.readers
        ]


FORMATS = {
    "html": Format(files.html, ".html", [(lambda path: html.read(path).text(), lambda said: said)]),
    "epub": Format(files.epub, ".epub", [(lambda path: epub.read(path).text(), lambda said: said)]),
    "pdf": Format(
        files.tagged_pdf,
        "-archive.pdf",
        [
            (lambda path: pdf_structure.read(path).text, lambda said: said),
            (lambda path: pdf_geometry.read(path).text, Text.indented),
        ],
    ),
    "tei": Format(files.tei, ".tei.xml", [(lambda path: tei.read(path).text(), lambda said: said)]),
    "text": Format(files.text, ".txt", [(lambda path: text.read(path).text(), lambda said: said)]),
}
"""The outputs that are damaged and read back. A new one is a line here."""


def master_text(build: Path, file: str) -> Text:
    """Read the words of a built master, with the marks of its lists."""
    return master.read(json.loads((build / "ast.json").read_bytes()), file)
