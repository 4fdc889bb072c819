"""Whatever a master says, its outputs say, in the same paragraphs: shown on masters by chance.

`COLOFON_EXAMPLES=500 pytest tests/test_properties.py` tries many more, other ones each time.
"""

from __future__ import annotations

import functools
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, example, given, settings

from alphabet import ACCENTED, letters
from colofon import frontmatter, page, pandoc, parsing, typefaces
from colofon.blocks import NUMBER
from colofon.finding import Finding
from colofon.formats import Made as Done
from colofon.formats import epub, html
from colofon.pdf import tree
from colofon.pdf.textlayer import Block
from colofon.readers import epub as epub_reader
from colofon.readers import html as html_reader
from colofon.readers import master as master_reader
from colofon.readers import pdf_geometry, pdf_structure
from colofon.readers.words import Text, Words
from colofon.source import Edition, Master
from generated import HEAD, Line, Work, works
from printed import print_book

EXAMPLES = int(os.environ.get("COLOFON_EXAMPLES", "0"))

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


def tried(count: int, *, shrunk: bool = True) -> settings:
    """Return settings for so many examples, always the same; or for as many as were asked for.

    What is slow to make is not made smaller when it fails.
    """
    phases = tuple(each for each in Phase if shrunk or each is not Phase.shrink)
    return settings(
        phases=phases,
        max_examples=EXAMPLES or count,
        derandomize=not EXAMPLES,
        deadline=None,
        suppress_health_check=SLOW,
        database=None,
    )


@functools.cache
def fonts() -> dict[str, bytes]:
    """Cut the faces once to whatever a master may hold."""
    return typefaces.subset(letters() + "".join(ACCENTED) + "¿¡º²§\u202f")


class Made:
    """A work on its way: its tree, its page, and where to write what is read back."""

    def __init__(self, work: Work, folder: Path) -> None:
        self.edition = Edition("obra", folder)
        master = Master("source/obra.md", work.text)
        self.front = frontmatter.read(master, "obra")
        self.ast, warnings = pandoc.parse(master, frontmatter.body_line(master))
        document, faults = parsing.parse(self.edition, master, self.ast)
        assert _told((*warnings, *faults)) == []
        self.page = page.build(document, self.front)

    def by(self, make: Callable[..., Done], **others: Any) -> Done:
        """Let a format make its files."""
        return make(edition=self.edition, front=self.front, page=self.page, fonts=fonts(), **others)

    def write(self, files: dict[str, bytes]) -> Path:
        """Write the first of some files."""
        name, data = next(iter(files.items()))
        path = self.edition.root / name
        path.write_bytes(data)
        return path


def layout(data: bytes) -> dict[str, Any]:
    """Let a printed page begin at every word of the text: no mark may change any of them."""
    root = tree.printed(data)
    noted = {each for note in root.iter() if tree.is_note(note) for each in note.iter()}
    begins = [
        {"block": int(element.get(NUMBER, "")), "characters": characters}
        for element in root.iterfind("body//*")
        if element.get(NUMBER) and element not in noted
        for block in [Block.of(element)]
        for characters in sorted({0, *block.gaps} - {len(block.words)})
    ]
    rows = [
        {"page": number, "label": str(number), "begins": found}
        for number, found in enumerate(begins, start=1)
    ]
    return {"pages": rows, "numbering": [{"page": 1, "style": "D", "start": 1}]}


def _told(findings: tuple[Finding, ...]) -> list[str]:
    """Say what was found."""
    return [f"{each.code}: {each.message}" for each in findings]


def blocks(words: Words) -> list[tuple[str, ...]]:
    """Gather words into the blocks that a reader tells of."""
    found: list[list[str]] = []
    for word in words:
        if word.begins:
            found.append([])
        found[-1].append(word.text)
    return [tuple(each) for each in found]


def said(text: Text) -> tuple[list[tuple[str, ...]], list[list[tuple[str, ...]]]]:
    """Return the blocks of body and notes; the notes are numbered in order."""
    assert [note.number for note in text.notes] == list(range(1, len(text.notes) + 1))
    return blocks(text.body), [blocks(note.words) for note in text.notes]


def expected(
    work: Work, *, shown: bool
) -> tuple[list[tuple[str, ...]], list[list[tuple[str, ...]]]]:
    """Return the blocks that were written, with the marks of lists if they are `shown`."""

    def kept(lines: list[Line]) -> list[tuple[str, ...]]:
        return [line.words for line in lines if shown or not line.mark]

    return kept(work.body), [kept(lines) for lines in work.notes]


@tried(60)
@given(works())
def test_the_master_is_read_as_it_was_written(work: Work) -> None:
    """The check's own reader of the master finds every block, and all their words."""
    with tempfile.TemporaryDirectory() as folder:
        made = Made(work, Path(folder))
    text = master_reader.read(made.ast, "source/obra.md")
    assert expected(work, shown=True) == said(text)
    assert expected(work, shown=False) == said(text.written())


@tried(40)
@given(works())
def test_web_page_and_epub_say_what_the_master_says(work: Work) -> None:
    """Every block is in both, with all its words and no others."""
    with tempfile.TemporaryDirectory() as folder:
        made = Made(work, Path(folder))
        web, book = (
            made.by(html.make, layout=layout(made.page)),
            made.by(epub.make, layout=layout(made.page), cover=Path("/dev/null"), carried=b"PK"),
        )
        assert _told((*web.findings, *book.findings)) == []
        wanted = expected(work, shown=True)
        assert wanted == said(html_reader.read(made.write(web.files)).text())
        assert wanted == said(epub_reader.read(made.write(book.files)).text())


MARKS = Work(
    HEAD + "## Вы\u0301нести ы\u0301 за\u0301мок\n\nГде вы\u0301, *byť* Г g\u0303uarani.\n",
    [Line(("Вы\u0301нести", "ы\u0301", "за\u0301мок")),
     Line(("Где", "вы\u0301,", "byť", "Г", "g\u0303uarani."))],
)  # fmt: skip
"""Letters with marks above, also spaced as in a heading, and one that leans over a space."""


@example(MARKS)
@tried(8, shrunk=False)
@given(works())
def test_the_printed_book_says_what_the_master_says(work: Work) -> None:
    """Its tags have every block; its pages have every word, and indents where they are due."""
    with tempfile.TemporaryDirectory() as folder:
        made = Made(work, Path(folder))
        printed = made.by(print_book).files
        tagged = made.write({name: printed[name] for name in printed if "-archive" in name})
        assert expected(work, shown=True) == said(pdf_structure.read(tagged).text)
        pages = pdf_geometry.read(made.write(printed), tagged).text
        master = master_reader.read(made.ast, "source/obra.md").indented()
    for wanted, read in zip(_streams(master), _streams(pages), strict=True):
        assert [word.text for word in wanted] == [word.text for word in read]
        for one, other in zip(wanted, read, strict=True):
            assert None in {one.begins, other.begins} or one.begins == other.begins, one


def _streams(text: Text) -> list[Words]:
    """Return body and notes."""
    return [text.body, *(note.words for note in text.notes)]
