"""The EPUB has nothing that an old reading engine chokes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path

from colofon.finding import Finding, Place, Severity
from colofon.readers import epub as epub_reader
from colofon.readers import epub_old
from colofon.readers.css import Use
from colofon.readers.epub import Epub

COMPUTED = {"calc", "min", "max", "clamp", "var", "env"}
UNITS = {"rem", "vh", "vw", "vmin", "vmax", "ch"}
LAYOUT = ("flex", "grid", "position", "transform")
DISPLAYS = {"flex", "grid", "inline-flex", "inline-grid"}

DEEPEST = 2
"""Levels of the contents that every Kindle shows (Kindle Publishing Guidelines, 5.2)."""

SHORTEST, LONGEST = 9, 5_000
"""Characters of a note that Kobo pops up (Kobo ePub Guidelines, «Footnotes/Endnotes»)."""

CAMELS = """
attributeName attributeType baseFrequency calcMode clipPath clipPathUnits diffuseConstant edgeMode
feBlend feColorMatrix feComponentTransfer feComposite feFlood feGaussianBlur feImage feMerge
feMergeNode feMorphology feOffset feTile feTurbulence filterUnits foreignObject gradientTransform
gradientUnits keyTimes lengthAdjust linearGradient markerHeight markerUnits markerWidth
maskContentUnits maskUnits numOctaves pathLength patternContentUnits patternTransform patternUnits
preserveAspectRatio primitiveUnits radialGradient refX refY repeatCount requiredFeatures
spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage textLength textPath
viewBox xChannelSelector yChannelSelector zoomAndPan
""".split()
"""Names of SVG 1.1 that are written with capitals inside."""

FLAT = {name.lower(): name for name in CAMELS}


def check(*, epub: Path) -> Generator[Finding, None, dict[str, int]]:
    """Look for what EPUBCheck allows and some engine does not bear.

    RMSDK (Adobe Digital Editions, Kobo's side-loaded books): a computed value makes it drop the
    whole style sheet (99problems, issue 53), an empty `@media` or a unit it does not know makes
    it crash (issues 44 and 30), root ems add up, and modern layout is not there. Apple Books
    takes one type for a landmark, and each type once. Kindle goes by NCX and guide, and shows
    two levels of contents. Kobo pops a note up if it has 9 to 5,000 characters and stands
    behind its call. SVG in XHTML knows the names with capitals only (SVG 1.1); a document is
    named by its title (HTML, 4.2.2; WCAG 2.2, 2.4.2).
    """
    book = epub_reader.read(epub)
    yield from _landmarks(book)
    yield from _kindle(book)
    evidence = {
        "declarations": (yield from _styles(book)),
        "lines of contents": (yield from _contents(book)),
        "notes called": (yield from _notes(book)),
        "titles": (yield from _titles(book)),
    }
    for said in epub_old.drawn(book):
        if said.name in FLAT:
            message = f"«{said.name}» is no name of SVG: it is written «{FLAT[said.name]}»."
            yield Finding("svg-flattened", message, said.place)
    return {name: count for name, count in evidence.items() if count}


def _styles(book: Epub) -> Generator[Finding, None, int]:
    """Yield what engines do not bear in the style sheets; return how many properties are set."""
    count = 0
    for use, place in epub_old.styles(book):
        count += use.kind == "property"
        yield from _borne(use, place)
    return count


def _borne(use: Use, place: Place) -> Iterator[Finding]:
    """Yield what is wrong with one thing that a style sheet asks for."""
    if (use.kind == "function" and use.name in COMPUTED) or use.name.startswith("--"):
        message = f"«{use.name}» makes RMSDK drop the whole style sheet."
        yield Finding("css-computed", message, place, "Write the value itself.")
    elif use.kind == "unit" and use.name in UNITS:
        message = f"RMSDK adds up «rem», and can crash at «vh», «vw» or «ch»: here «{use.name}»."
        yield Finding("css-unit", message, place, "Measure in em or per cent.")
    elif (use.kind, use.name, use.value) == ("at-rule", "media", ""):
        message = "An empty @media makes RMSDK crash, or refuse the book."
        yield Finding("css-empty-media", message, place, "Take it out.")
    elif use.kind == "property" and (
        use.name.startswith(LAYOUT) or (use.name == "display" and use.value in DISPLAYS)
    ):
        message = f"Old engines cannot lay out «{use.name}: {use.value}»."
        yield Finding("css-layout", message, place, "Leave things in the flow of the text.")


def _landmarks(book: Epub) -> Iterator[Finding]:
    """Yield the landmarks that Apple Books does not take."""
    seen = Counter[str]()
    for said in epub_old.landmarks(book):
        seen[said.name] += 1
        if len(said.name.split()) != 1:
            message = f"A landmark has one type, and this one has «{said.name}»."
            yield Finding("landmark-typed", message, said.place)
        elif seen[said.name] > 1:
            message = f"A second landmark is of the type «{said.name}»."
            yield Finding("landmark-doubled", message, said.place, "Keep the first.")


def _kindle(book: Epub) -> Iterator[Finding]:
    """Yield what Kindle goes by, and misses."""
    place = book.place(book.package_path)
    if not epub_old.points(book):
        message = "There is no NCX with contents, by which old Kindles go to a chapter."
        yield Finding("ncx-missing", message, place)
    if not any(epub_old.guide(book)):
        message = "The guide leads nowhere: on Kindle the place in the book would not move."
        yield Finding("guide-missing", message, place)


def _contents(book: Epub) -> Generator[Finding, None, int]:
    """Yield the line of contents and NCX that is too deep; return how many lines there are."""
    lines = epub_old.contents(book)
    deep: dict[str, list[epub_old.Line]] = {}
    for line in lines:
        if line.level > DEEPEST:
            deep.setdefault(line.said.place.part, []).append(line)
    for found in deep.values():
        said, more = found[0].said, len(found) - 1
        message = f"«{said.name}» and {more} more lines of the contents" if more else said.name
        message = f"{message}: below level {DEEPEST}, which is all that some Kindles show."
        hint = "Where it matters, give the master two levels of headings."
        yield Finding("contents-deep", message, said.place, hint, Severity.WARNING)
    return len(lines)


def _notes(book: Epub) -> Generator[Finding, None, int]:
    """Yield the notes that Kobo does not pop up; return how many calls there are."""
    count = 0
    for call in epub_old.calls(book):
        count += 1
        reasons = []
        if call.length is not None and not SHORTEST <= call.length <= LONGEST:
            reasons.append(f"it has {call.length} characters, and not {SHORTEST} to {LONGEST}")
        if not call.after:
            reasons.append("it does not stand behind its call")
        if reasons:
            message = f"Kobo does not pop note {call.said.name} up: {' and '.join(reasons)}."
            hint = "Readers can still follow the link."
            yield Finding("note-not-popped", message, call.said.place, hint, Severity.WARNING)
    return count


def _titles(book: Epub) -> Generator[Finding, None, int]:
    """Yield the documents without a title; return how many documents there are."""
    titles = epub_old.titles(book)
    for said in titles:
        if not said.name:
            yield Finding("title-empty", "The document has no title.", said.place)
    return len(titles)
