"""How the text was encoded and what it is about -> encodingDesc, profileDesc (TEI P5, 2.3, 2.4)."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale
from lxml.etree import _Element as Element

from colofon import VERSION
from colofon.document import Division, Foreign, Group, descendants, emendations
from colofon.front import WorkDate
from colofon.imprint import worded
from colofon.labels import Labels
from colofon.tei.nodes import node
from colofon.tei.phrases import TYPES
from colofon.tei.work import OURS, Work, ours

CERTAINTY = {"certain": "high", "inferred": "medium", "uncertain": "low"}


def encoding(made: Element, work: Work) -> None:
    """Write how the file was made, and what was done to the text."""
    project = node(made, "projectDesc")
    said = f"Made by Colofón {VERSION} from the Markdown master source/{work.edition.slug}.md."
    ours(project, said)
    application = node(node(made, "appInfo"), "application", ident="colofon", version=VERSION)
    node(application, "label", "Colofón")
    declaration = node(made, "editorialDecl")
    for tag, attributes, sentence in _decisions(work):
        ours(node(declaration, tag, **attributes), sentence)
    for each in work.front.normalisations:
        node(node(declaration, "normalization", method="silent", n=each.name), "p", each.statement)
    if work.document.paragraphs():
        said = "Cited by paragraph: @n of p; its @xml:id is p and the same number."
        ours(node(made, "refsDecl"), said)


def _decisions(work: Work) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield what was decided of the text: element, attributes and sentence."""
    count = len(emendations(work.document))
    said = (
        f"Departures from the witness: {count}. Each is marked where it stands (choice, supplied, "
        "surplus) and has an @xml:id: e and its number."
    )
    yield "correction", {"method": "markup"}, said
    yield "hyphenation", {"eol": "none"}, "No hyphen of a line end of any edition is in the text."
    yield "quotation", {"marks": "all"}, "Quotation marks are kept as characters of the text."
    if work.document.notes:
        kinds = (TYPES.get(prefix, prefix) for prefix in work.signatures.used)
        said = (
            "Notes stand where they are called. @type and @resp say whose each is: "
            f"{', '.join(kinds)}."
        )
        yield "interpretation", {}, said


def profile(made: Element, work: Work) -> None:
    """Write what the text is about, when it was made, and its languages."""
    front = work.front
    if front.description:
        node(node(made, "abstract"), "p", front.description)
    if front.date:
        _creation(node(made, "creation"), front.date, work.labels)
    usage = node(made, "langUsage")
    for tag in languages(work):
        node(usage, "language", _named(tag, work.labels), ident=tag)
    if front.date and front.date.calendar == "julian":
        calendar = node(node(made, "calendarDesc"), "calendar", xml_id="calendar.julian")
        ours(calendar, "Julian calendar (old style).")
    if front.subjects:
        keywords = node(node(made, "textClass"), "keywords")
        for subject in front.subjects:
            node(keywords, "term", subject)


def _creation(made: Element, date: WorkDate, labels: Labels) -> None:
    """Write when the work was made, in its own calendar and in that of ISO 8601."""
    julian = date.calendar == "julian"
    known = {"when": date.gregorian}
    if julian:
        known = {"when_custom": date.value, "datingMethod": "#calendar.julian",
                 "calendar": "#calendar.julian"}  # fmt: skip
        known |= {"when": date.gregorian} if date.gregorian != date.value else {}
    said = node(made, "date", worded(date, labels), cert=CERTAINTY[date.certainty], **known)
    said.tail = f". {date.note}" if date.note else "."


def languages(work: Work) -> list[str]:
    """Return every language of the file, the work's own first, ours last."""
    found = [work.front.language]
    for each in descendants((work.document.divisions, work.document.notes)):
        if isinstance(each, Foreign | Group | Division) and each.lang:
            found.append(each.lang)
    return list(dict.fromkeys([*found, OURS]))


def _named(tag: str, labels: Labels) -> str:
    """Name a language in that of the labels (CLDR), or by its tag."""
    names = Locale.parse(labels.language).languages
    name = names.get(tag) or names.get(tag.partition("-")[0], tag)
    return str(name)
