"""Front matter, witness and notes -> the TEI header (TEI P5, 2)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from babel import Locale
from lxml.etree import _Element as Element

from colofon import VERSION
from colofon.document import Division, Document, Foreign, Group, descendants, emendations
from colofon.finding import Finding, Place, Refused
from colofon.front import Author, Front, WorkDate
from colofon.labels import Labels, labels_for
from colofon.note_kinds import Signatures
from colofon.page import rights, worded
from colofon.source import Edition
from colofon.tei.nodes import node
from colofon.tei.phrases import TYPES, WITNESS

OURS = "en"
"""The language of what Colofón says of its own encoding."""

RELATORS = "http://id.loc.gov/vocabulary/relators/"
CERTAINTY = {"certain": "high", "inferred": "medium", "uncertain": "low"}
HANDS = {"au": "aut", "tr": "trl", "ed": "edt"}
"""Kinds of note, and the MARC relator of who writes them."""


class Work(NamedTuple):
    """What a header tells of."""

    edition: Edition
    front: Front
    document: Document
    signatures: Signatures
    labels: Labels


def header(parent: Element, work: Work) -> None:
    """Write everything that is known of the edition besides its text."""
    made = node(parent, "teiHeader")
    description = node(made, "fileDesc")
    _title(node(description, "titleStmt"), work)
    _edition(node(description, "editionStmt"), work)
    _publication(node(description, "publicationStmt"), work)
    _others(description, work.front)
    _source(node(description, "sourceDesc"), work)
    _encoding(node(made, "encodingDesc"), work)
    _profile(node(made, "profileDesc"), work)
    said = node(made, "revisionDesc")
    day, number = work.front.issued.isoformat(), str(work.front.edition)
    said = node(said, "change", n=number, when=day, status="published")
    said.text = _edition_words(work, work.labels.day(work.front.issued))


def ours(parent: Element, text: str) -> None:
    """Write a paragraph of our own on the encoding."""
    node(parent, "p", text, xml_lang=OURS)


def _title(made: Element, work: Work) -> None:
    """Write titles, authors, and who did something else for the text or its notes."""
    front = work.front
    node(made, "title", front.title, type_="main")
    if front.subtitle:
        node(made, "title", front.subtitle, type_="sub")
    authors = [each for each in front.authors if each.role == "aut"] or list(front.authors)
    for number, each in enumerate(front.authors, start=1):
        if each in authors:
            author = node(made, "author", xml_id=f"person.{number}")
            node(author, "persName", each.name, key=each.file_as, role=each.role)
    for number, each in enumerate(front.authors, start=1):
        if each not in authors:
            _responsible(made, f"person.{number}", each)
    for prefix in work.signatures.used:
        kind = work.signatures.kinds[prefix]
        statement = node(made, "respStmt", xml_id=f"resp.{prefix}")
        node(statement, "resp", kind.name)
        role = HANDS.get(prefix, "")
        hands = [each for each in front.authors if each.role == role]
        for each in hands:
            node(statement, "persName", each.name, key=each.file_as, role=role)
        if not hands:
            node(statement, "name", kind.sign, type_="signature")


def _responsible(made: Element, name: str, someone: Author) -> None:
    """Write what somebody else did: the MARC relator code, and its address."""
    statement = node(made, "respStmt", xml_id=name)
    node(statement, "resp", someone.role, ref=f"{RELATORS}{someone.role}")
    node(statement, "persName", someone.name, key=someone.file_as, role=someone.role)


def _edition_words(work: Work, day: str) -> str:
    """Say which edition it is: «Edición 1, 22 de noviembre de 2026.»."""
    return work.labels("Edition {number}, {date}.", number=work.front.edition, date=day)


def _edition(made: Element, work: Work) -> None:
    """Write the number of the edition and its day."""
    mark = "\0"
    before, _, after = _edition_words(work, mark).partition(mark)
    edition = node(made, "edition", before, n=str(work.front.edition))
    issued = work.front.issued
    node(edition, "date", work.labels.day(issued), when=issued.isoformat()).tail = after


def _publication(made: Element, work: Work) -> None:
    """Write identifier, day and rights; masters do not name a publisher."""
    front = work.front
    node(made, "publisher", "not stated", xml_lang=OURS)
    node(made, "date", front.issued.isoformat(), when=front.issued.isoformat())
    node(made, "idno", front.identifier, type_="URN")
    statuses = {each.status for each in front.rights} or {"unknown"}
    status = "unknown" if "unknown" in statuses else ""
    status = "free" if statuses == {"public-domain"} else status
    availability = node(made, "availability", status=status)
    parts = [str(each.part) for each in front.rights] or [""]
    for part, sentence in zip(parts, rights(front, work.labels), strict=True):
        node(availability, "p", sentence, n=part)


def _others(description: Element, front: Front) -> None:
    """Write the ISBNs of the other formats."""
    isbns = {"print": front.isbn.print, "epub": front.isbn.epub}
    if not any(isbns.values()):
        return
    notes = node(description, "notesStmt")
    for name, isbn in isbns.items():
        if isbn:
            entry = node(node(notes, "relatedItem", type_="otherFormat", subtype=name), "bibl")
            node(entry, "idno", isbn, type_="ISBN")


def _source(made: Element, work: Work) -> None:
    """Write where the text comes from, and its witness with the digest of its bytes."""
    front = work.front
    if front.source:
        node(made, "bibl", front.source)
    if front.witness:
        path = _witness(work, front.witness)
        address = path.relative_to(work.edition.root).as_posix()
        witness = node(node(made, "listWit"), "witness", xml_id=WITNESS)
        node(witness, "ref", path.name, target=quote(address)).tail = " "
        node(witness, "idno", hashlib.sha256(path.read_bytes()).hexdigest(), type_="SHA-256")
    if not front.source and not front.witness:
        ours(made, "The source of the text is not stated.")


def _witness(work: Work, name: str) -> Path:
    """Find the witness among the files of the work; raise `Refused` where it is not."""
    path = work.edition.folder.parent / name
    if path not in work.edition.companions:
        master = work.edition.master_path.relative_to(work.edition.root).as_posix()
        hint = f"Put it into source/{work.edition.slug}/, and name it from where the master stands."
        message = f"The witness «{name}» is not among the files of the work."
        raise Refused([Finding("no-witness", message, Place(master), hint)])
    return path


def _encoding(made: Element, work: Work) -> None:
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
    if work.document.numbered():
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


def _profile(made: Element, work: Work) -> None:
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


def of(edition: Edition, front: Front, document: Document) -> Work:
    """Gather what a header tells of."""
    signatures = Signatures.of(document, front)
    return Work(edition, front, document, signatures, labels_for(front.language))
