"""Every difference between the master and its witness is declared, and every declaration is one."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

from colofon import frontmatter
from colofon.finding import Finding
from colofon.front import Front
from colofon.readers.differences import Difference
from colofon.source import Master
from colofon.witness import reading as readings
from colofon.witness.collation import Collation, collate, is_marker, without_pages, wraps
from colofon.witness.reading import Declared
from colofon.witness.tokens import Tokens, tokenize
from colofon.witness.transcription import SPACES, Transcription, transcribe

CONTEXT = 4
"""Tokens told before and after a difference."""

QUOTES = frozenset("\"'“”‘’«»„‹›")

WRITE = (
    'Mend the master, or declare it: [ours]{.corr sic="theirs"}, [ours]{.supplied}, '
    '[]{.surplus sic="theirs"}.'
)


def check(
    *, master: Master, front: Front, ast: dict[str, Any], witness: Master | None
) -> Generator[Finding, None, dict[str, int]]:
    """Align the witness with the master whose emendations are undone, token by token.

    Every difference is one finding, with its line in both; so is every declaration that
    none of them needs.
    """
    if witness is None:
        return {"works without a witness": 1}
    reading = readings.read(ast, master.path)
    transcription = transcribe(witness, reading, front)
    collation = collate(reading, transcription)
    wrapped = wraps(collation)
    transcription.made["line-wraps"] = len(wrapped)
    yield from _title_block(master, transcription)
    yield from _undeclared_wraps(collation, wrapped, front)
    yield from _undeclared_spaces(master, transcription, front)
    yield from _unused(master, front, transcription)
    unexplained, faults = _explained(collation)
    yield from faults
    for each in unexplained:
        yield _difference(collation, each)
    return _evidence(collation)


def _evidence(collation: Collation) -> dict[str, int]:
    """Count what the witness has, and by what each token is accounted for."""
    transcription, reading = collation.transcription, collation.reading
    agreed = sum(1 for _ in collation.agreed())
    markers = [each for each in collation.every if is_marker(collation, each)]
    agreed += sum(each.high - each.low for each in markers)
    return {
        "tokens of the witness": len(transcription.tokens.keys) + transcription.set_aside,
        "tokens accounted for": agreed + transcription.set_aside,
        "emendations": len(reading.declared),
        "page breaks of the witness": len(reading.pages),
        **{f"normalisations: {name}": count for name, count in transcription.made.items() if count},
    }


def _title_block(master: Master, transcription: Transcription) -> Iterator[Finding]:
    """Yield the lines of a title block that nothing accounts for."""
    for index, line, message in transcription.strangers:
        place = frontmatter.place(master, "normalisations", index, "lines", line)
        hint = "Write each line as the witness has it, and what it says into the front matter."
        yield Finding("title-block-astray", message, place, hint)


def _undeclared_wraps(
    collation: Collation, wrapped: list[tuple[int, int]], front: Front
) -> Iterator[Finding]:
    """Yield one finding if lines are divided elsewhere, and nobody said so."""
    if wrapped and not any(each.name == "line-wraps" for each in front.normalisations):
        here, there = wrapped[0]
        message = f"Lines and paragraphs of the witness end elsewhere, in {len(wrapped)} places."
        hint = "Declare the normalisation «line-wraps»."
        place = collation.reading.place(collation.tokens.starts[here])
        other = collation.transcription.place(collation.transcription.tokens.starts[there])
        yield Finding("undeclared-normalisation", message, place, hint, other=other)


def _undeclared_spaces(
    master: Master, transcription: Transcription, front: Front
) -> Iterator[Finding]:
    """Yield one finding if the witness has white space to spare, and nobody said so."""
    spare = list(SPACES.finditer(transcription.witness.text))
    if spare and not any(each.name == "spaces" for each in front.normalisations):
        message = f"The witness has white space that says nothing, in {len(spare)} places."
        hint = "Declare the normalisation «spaces»."
        place, other = frontmatter.place(master, "witness"), transcription.place(spare[0].start())
        yield Finding("undeclared-normalisation", message, place, hint, other=other)


def _unused(master: Master, front: Front, transcription: Transcription) -> Iterator[Finding]:
    """Yield the normalisations that the witness did not need."""
    for index, each in enumerate(front.normalisations):
        told = any(index == stranger[0] for stranger in transcription.strangers)
        if not transcription.made[each.name] and not told:
            message = f"The witness needs no «{each.name}»."
            place = frontmatter.place(master, "normalisations", index, "name")
            yield Finding("unused-normalisation", message, place, "Delete it.")


def _explained(collation: Collation) -> tuple[list[Difference], list[Finding]]:
    """Part the differences into those of no emendation, and one finding for each that is wrong."""
    rest, faults = list[Difference](), dict[int, Finding]()
    spans = list(collation.spans())
    for each in collation.every:
        if is_marker(collation, each):
            continue
        old, new = without_pages(collation, each)
        owner = next((i for i, span in enumerate(spans) if _touches(each, new, *span)), None)
        if owner is not None:
            faults.setdefault(owner, _wrong(collation, *spans[owner]))
        elif not _is_page(collation, each, old, new):
            rest.append(each)
    for index, (declared, start, stop) in enumerate(spans):
        if declared.kind == "corr" and _keys(declared.reading) == _keys(declared.sic):
            faults.setdefault(index, _wrong(collation, declared, start, stop))
    return rest, [*_page_breaks(collation), *faults.values()]


def _keys(words: str) -> list[str]:
    """Return the tokens of some words."""
    return tokenize(words, {}).keys


def _touches(each: Difference, new: list[str], declared: Declared, start: int, stop: int) -> bool:
    """Tell whether a difference is about an emendation: in it, or what it says is not there."""
    if each.start < stop and start < each.stop:
        return True
    if each.start == each.stop and start < each.start < stop:
        return True
    supplied = declared.kind == "supplied" and each.start == each.stop
    near = abs(each.start - start) <= len(new)
    return supplied and near and [key.strip() for key in new] == _bare(declared.reading)


def _bare(words: str) -> list[str]:
    """Return the tokens of some words without the spaces before them."""
    return [key.strip() for key in _keys(words)]


def _wrong(collation: Collation, declared: Declared, start: int, stop: int) -> Finding:
    """Make the finding on an emendation that the witness does not bear out."""
    low, high = collation.there(start, stop)
    theirs = collation.transcription.tokens
    said = theirs.said(low, high)
    other = collation.transcription.place(_offset(theirs, low))
    if declared.kind == "surplus" and not said:
        message = f"The witness does not have «{declared.sic}» here: nothing is left out."
        return Finding("needless-emendation", message, declared.place, "Delete it.", other=other)
    if declared.kind == "supplied" or _bare(said) == _bare(declared.reading):
        message = f"The witness reads «{declared.reading}» as we do: there is nothing to emend."
        return Finding("needless-emendation", message, declared.place, "Delete it.", other=other)
    message = f"The witness does not read «{declared.sic}» here, but «{said}»."
    hint = "Write what the witness has."
    return Finding("wrong-sic", message, declared.place, hint, other=other)


def _is_page(collation: Collation, each: Difference, old: list[str], new: list[str]) -> bool:
    """Tell a difference that is all about a page number: one that is astray, or another there."""
    starts = collation.tokens.starts[each.start : each.stop]
    astray = any(start in collation.astray for start in starts)
    return not old and (not new or (astray and len(new) == 1))


def _page_breaks(collation: Collation) -> Iterator[Finding]:
    """Yield one finding for each page break that the witness does not have in its place."""
    for offset in collation.astray:
        message = f"Page {collation.reading.pages[offset]} of the witness does not begin here."
        hint = "Put []{.pb n=…} before the first word of its page, with the number as it stands."
        yield Finding("wrong-page-break", message, collation.reading.place(offset), hint)


def _difference(collation: Collation, each: Difference) -> Finding:
    """Make the finding on a difference that nothing declares."""
    ours, theirs = collation.tokens, collation.transcription.tokens
    here = collation.reading.place(_offset(ours, each.start))
    there = collation.transcription.place(_offset(theirs, each.low))
    reads, has = ours.said(each.start, each.stop), theirs.said(each.low, each.high)
    before = ours.said(max(0, each.start - CONTEXT), each.start)
    after = ours.said(each.stop, each.stop + CONTEXT)
    message = f"«{before} [{reads}] {after}»: the witness has {_named(has)} there."
    if reads == has:
        space = ours.keys[each.start].startswith(" ")
        lack = "a space before it, and the witness none" if space else "no space before it"
        rest = "" if space else ", and the witness has one"
        message = f"«{before} [{reads}] {after}» has {lack}{rest}."
    return Finding("undeclared-difference", message, here, _hint(reads, has), other=there)


def _named(said: str) -> str:
    """Quote what the witness has, or say that it has nothing."""
    return f"«{said}»" if said else "nothing"


def _hint(reads: str, has: str) -> str:
    """Say how to mend a difference: a normalisation, where it looks like one."""
    if "-" in has and "".join(has.replace("-", "").split()) == reads:
        return "Mend the master, or declare the normalisation «hyphenation»."
    if reads and has and QUOTES.issuperset(reads + has):
        return "Mend the master, or declare the normalisation «quotation-marks»."
    if has.isdecimal() and not reads:
        return f'If a page of the witness begins here, write []{{.pb n="{has}"}}; else {WRITE}'
    return WRITE


def _offset(tokens: Tokens, index: int) -> int:
    """Return where a token begins, or the last one ends."""
    if index < len(tokens.starts):
        return tokens.starts[index]
    return tokens.stops[-1] if tokens.stops else 0
