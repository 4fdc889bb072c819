"""Every word of the master is in every output once and in order, in the same paragraphs."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import Any

from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.readers import epub as epub_reader
from colofon.readers import html as html_reader
from colofon.readers import master as master_reader
from colofon.readers import pdf_geometry, pdf_structure
from colofon.readers import tei as tei_reader
from colofon.readers import text as text_reader
from colofon.readers.differences import Difference, differences
from colofon.readers.signatures import signed
from colofon.readers.words import Note, Text, Word, Words
from colofon.source import Master

SHOWN = 5
"""Differences of one output that are told one by one; the rest are counted."""

CONTEXT = 3
"""Words told before and after a difference."""

LONGEST = 12
"""Words of a difference that are told."""


def check(
    *,
    master: Master,
    ast: dict[str, Any],
    front: Front,
    html: Path,
    epub: Path,
    interiors: dict[str, Path],
    screen_pdf: Path,
    archive_pdf: Path,
    large_pdf: Path,
    tei: Path,
    text: Path,
) -> Generator[Finding, None, dict[str, int]]:
    """Compare what was read back from each output with the master, word by word."""
    shown = signed(master_reader.read(ast, master.path), ast, master, front)
    evidence: dict[str, int] = {}
    for name, expected, found in (
        (html.name, shown, html_reader.read(html).text()),
        (epub.name, shown, epub_reader.read(epub).text()),
        *_paged((*interiors.values(), screen_pdf), archive_pdf, shown.indented()),
        (tei.name, shown, tei_reader.read(tei).text()),
        (text.name, shown, text_reader.read(text).text()),
    ):
        evidence |= yield from _compared(name, expected, found)
    for each in (screen_pdf, archive_pdf, large_pdf):
        evidence |= yield from _tagged(each, shown)
    return evidence


def _paged(
    paths: tuple[Path, ...], archive: Path, indented: Text
) -> Iterator[tuple[str, Text, Text]]:
    """Yield what is shown on the pages of PDFs, read by where their characters stand.

    The files for printers have no links; which figures are calls the archive's links say.
    """
    for path in paths:
        yield f"{path.name}, by its pages", indented, pdf_geometry.read(path, archive).text


def _tagged(path: Path, shown: Text) -> Generator[Finding, None, dict[str, int]]:
    """Compare the structure tree of a PDF, block by block."""
    tagged = pdf_structure.read(path)
    counts = yield from _compared(f"{path.name}, by its tags", shown, tagged.text)
    yield from _loose(tagged.loose, path.name)
    return counts


def _compared(name: str, expected: Text, found: Text) -> Generator[Finding, None, dict[str, int]]:
    """Compare one reading of an output, and count what was compared.

    Where a paragraph begins is compared wherever an output tells it: a page does so in
    running text alone, and plain text not for every item and cell.
    """
    place = Place(name.partition(",")[0])
    yield from _capped(list(compare(expected, found, place)), name)
    return _counts(expected, found, name)


def _loose(loose: Mapping[int, str], name: str) -> Iterator[Finding]:
    """Yield the text of a PDF that a screen reader does not find."""
    for page, said in loose.items():
        message = f"«{said.strip()[:60]}» is neither tagged nor marked as an artifact."
        yield Finding("untagged-text", message, Place(name, part=f"page {page}"))


def _counts(expected: Text, found: Text, name: str) -> dict[str, int]:
    """Count what was compared."""
    notes = [word for note in expected.notes for word in note.words]
    counts = {
        f"words in {name}: body": len(found.body),
        f"words in {name}: notes": sum(len(note.words) for note in found.notes),
        f"beginnings of paragraphs in {name}": sum(
            bool(word.begins) for word in (*expected.body, *notes)
        ),
    }
    return {key: count for key, count in counts.items() if count}


def _capped(findings: list[Finding], name: str) -> Iterator[Finding]:
    """Yield the first few findings, and then how many more there are."""
    yield from findings[:SHOWN]
    if rest := findings[SHOWN:]:
        message = f"{len(rest)} more differences of {name} from the master."
        yield Finding("more-differences", message, rest[0].place)


def compare(expected: Text, found: Text, place: Place) -> Iterator[Finding]:
    """Yield a finding for each difference of two texts; `place` is the output's."""
    yield from _stream(expected.body, found.body, place)
    read = {note.number: note for note in reversed(found.notes)}
    wanted = {note.number for note in expected.notes}
    for note in expected.notes:
        if note.number in read:
            yield from _stream(
                note.words, read[note.number].words, _where(read[note.number], place)
            )
        else:
            yield _note("lost-note", f"Note {note.number} is missing.", place, note)
    for index, note in enumerate(found.notes):
        if note.number not in wanted or note is not read[note.number]:
            message = f"There is a note {note.number or 'without a number'} too many."
            yield _note("extra-note", message, _where(note, place))
        elif index and note.number < found.notes[index - 1].number:
            yield _note("moved-note", f"Note {note.number} is out of order.", _where(note, place))


def _where(note: Note, place: Place) -> Place:
    """Return where a note begins, or failing words where the output is."""
    return note.words[0].place if note.words else place


def _note(code: str, message: str, place: Place, note: Note | None = None) -> Finding:
    """Make a finding on a whole note."""
    return Finding(code, message, place, other=note.words[0].place if note and note.words else None)


def _stream(expected: Words, found: Words, place: Place) -> Iterator[Finding]:
    """Yield a finding for each difference of two streams, a moved word only once."""
    first = [word.text for word in expected]
    second = [word.text for word in found]
    every = list(differences(first, second))
    gained = {
        tuple(second[each.low : each.high]): each for each in every if each.start == each.stop
    }
    lost = {tuple(first[each.start : each.stop]) for each in every if each.low == each.high}
    for each in every:
        old, new = tuple(first[each.start : each.stop]), tuple(second[each.low : each.high])
        if not old and new in lost:
            continue
        code = "moved-word" if not new and old in gained else _code(old, new, first, each)
        yield _finding(code, each, expected, found, place)
    yield from _blocks(expected, found, every, place)


def _blocks(
    expected: Words, found: Words, every: list[Difference], place: Place
) -> Iterator[Finding]:
    """Yield a finding for each place where one text goes on and the other begins a block.

    Words that agree begin a block if one begins in the difference before them.
    """
    end = Difference(len(expected), len(expected), len(found), len(found))
    before = Difference(0, 0, 0, 0)
    for each in (*every, end):
        for here in range(before.stop, each.start):
            there = here - before.stop + before.high
            first, low = (before.start, before.low) if here == before.stop else (here, there)
            wanted, read = _begins(expected[first : here + 1]), _begins(found[low : there + 1])
            if None not in (wanted, read) and wanted != read:
                code = "merged-paragraphs" if wanted else "split-paragraph"
                yield _finding(code, Difference(here, here, there, there), expected, found, place)
        before = each


def _begins(words: Words) -> bool | None:
    """Tell whether a block begins with one of some words; None if they do not say."""
    said = [word.begins for word in words]
    return True if True in said else None if None in said else False


def _code(old: tuple[str, ...], new: tuple[str, ...], first: list[str], each: Difference) -> str:
    """Name a difference."""
    if not new:
        return "lost-word"
    if not old:
        before = first[max(0, each.start - len(new)) : each.start]
        after = first[each.start : each.start + len(new)]
        return "doubled-word" if list(new) in (before, after) else "extra-word"
    if "".join(old) == "".join(new):
        return "glued-word" if len(new) < len(old) else "split-word"
    if sorted(old) == sorted(new):
        return "moved-word"
    return "changed-word"


SAYING = {
    "changed-word": "«{old}» became «{new}»",
    "doubled-word": "«{new}» stands twice",
    "extra-word": "«{new}» is not in the master",
    "glued-word": "«{old}» was glued to «{new}»",
    "lost-word": "«{old}» is missing",
    "merged-paragraphs": "A paragraph does not begin where the master begins one",
    "moved-word": "«{old}» is in another place",
    "split-paragraph": "A paragraph begins where the master goes on",
    "split-word": "«{old}» was split into «{new}»",
}


def _finding(code: str, each: Difference, expected: Words, found: Words, place: Place) -> Finding:
    """Word a difference with what stands around it, and where in output and master."""
    old, new = _say(expected[each.start : each.stop]), _say(found[each.low : each.high])
    before = _say(expected[max(0, each.start - CONTEXT) : each.start])
    after = _say(expected[each.stop : each.stop + CONTEXT])
    message = SAYING[code].format(old=old, new=new) + f", between «{before}» and «{after}»."
    here = _nearest(found, each.low)
    there = _nearest(expected, each.start)
    return Finding(
        code, message, here.place if here else place, other=there.place if there else None
    )


def _say(words: Words) -> str:
    """Return some words as one string, long ones cut short."""
    said = " ".join(word.text for word in words[:LONGEST])
    return f"{said} …" if len(words) > LONGEST else said


def _nearest(words: Words, index: int) -> Word | None:
    """Return the word at an index, the last one behind the end, none where there is none."""
    return words[min(index, len(words) - 1)] if words else None
