"""Front matter, witness and notes -> the TEI header (TEI P5, 2)."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import quote

from lxml.etree import _Element as Element

from colofon import identity
from colofon.front import Author, Front
from colofon.imprint import rights
from colofon.note_kinds import AUTHOR
from colofon.tei.nodes import node
from colofon.tei.phrases import WITNESS
from colofon.tei.practice import encoding, profile
from colofon.tei.work import OURS, Work

MARK = "\0"
"""Where an element is put into a sentence; no label holds the character."""

RELATORS = "http://id.loc.gov/vocabulary/relators/"
HANDS = {"au": "aut", "tr": "trl", "ed": "edt"}
"""Kinds of note, and the MARC relator of who writes them."""


def header(parent: Element, work: Work) -> None:
    """Write everything that is known of the edition besides its text."""
    made = node(parent, "teiHeader")
    description = node(made, "fileDesc")
    _title(node(description, "titleStmt"), work)
    _edition(node(description, "editionStmt"), work)
    _publication(node(description, "publicationStmt"), work)
    _others(description, work.front)
    _source(node(description, "sourceDesc"), work)
    encoding(node(made, "encodingDesc"), work)
    profile(node(made, "profileDesc"), work)
    _revisions(node(made, "revisionDesc"), work)


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
        if prefix != AUTHOR or not hands:
            node(statement, "name", kind.sign, type_="signature")


def _responsible(made: Element, name: str, someone: Author) -> None:
    """Write what somebody else did: the MARC relator code, and its address."""
    statement = node(made, "respStmt", xml_id=name)
    node(statement, "resp", someone.role, ref=f"{RELATORS}{someone.role}")
    node(statement, "persName", someone.name, key=someone.file_as, role=someone.role)


def _edition_words(work: Work, day: str) -> str:
    """Say which edition it is: «Edición 1, 22 de noviembre de 2026.»."""
    return work.labels("Edition {number}, {date}.", number=work.front.edition, date=day)


def _revisions(made: Element, work: Work) -> None:
    """Write what each edition changed, the last one first (TEI P5, 2.6), or only which it is."""
    *earlier, last = work.front.history or (None,)
    issued = work.front.issued
    said = last.changes if last else _edition_words(work, work.labels.day(issued))
    number = str(work.front.edition)
    node(made, "change", said, n=number, when=issued.isoformat(), status="published")
    for each in reversed(earlier):
        node(made, "change", each.changes, n=str(each.edition), when=each.issued.isoformat())


def _edition(made: Element, work: Work) -> None:
    """Write the number of the edition, its day, and by which digits its text is known."""
    before, after = _edition_words(work, MARK).split(MARK)
    edition = node(made, "edition", before, n=str(work.front.edition))
    issued = work.front.issued
    day = node(edition, "date", work.labels.day(issued), when=issued.isoformat())
    shown = identity.short(identity.digest(work.document, work.front))
    said = work.labels("Digest of the text (SHA-256): {digest}\u00a0…", digest=MARK)
    before, rest = said.split(MARK)
    day.tail = f"{after} {before}"
    node(edition, "idno", shown, type_="text-SHA-256").tail = rest


def _publication(made: Element, work: Work) -> None:
    """Write publisher, identifier, day and rights; TEI wants a publisher even if none is known."""
    front = work.front
    if front.publisher:
        node(made, "publisher", front.publisher.name)
        if front.publisher.place:
            node(made, "pubPlace", front.publisher.place)
    else:
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
    """Write what the file was made from, where the text comes from, and its witness.

    Files are named with the digests of their bytes.
    """
    front, path = work.front, work.edition.master_path
    _file(node(made, "bibl", type_="master"), work, path, work.document.master)
    if front.source:
        node(made, "bibl", front.source)
    if front.witness:
        path = work.edition.master_path.parent / front.witness
        witness = node(node(made, "listWit"), "witness", xml_id=WITNESS)
        _file(witness, work, path, hashlib.sha256(path.read_bytes()).hexdigest())
    if not front.source and not front.witness:
        node(made, "bibl", "The source of the text is not stated.", xml_lang=OURS)


def _file(parent: Element, work: Work, path: Path, digest: str) -> None:
    """Name a file of the project, and the SHA-256 of its bytes."""
    address = path.relative_to(work.edition.root).as_posix()
    node(parent, "ref", path.name, target=quote(address)).tail = " "
    node(parent, "idno", digest, type_="SHA-256")
