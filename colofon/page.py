"""Document and Front -> the one semantic HTML page, parent of web, EPUB and PDF."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from colofon import VERSION, apparatus, imprint
from colofon.document import Division, Document, emendations, plain
from colofon.elements import element
from colofon.front import Front
from colofon.labels import Labels, labels_for
from colofon.markup import Markup
from colofon.note_kinds import Signatures


def build(document: Document, front: Front) -> bytes:
    """Write the page as well-formed XML in UTF-8, without namespaces."""
    labels = labels_for(front.language)
    signatures = Signatures.of(document, front)
    markup = Markup(labels, signatures)
    root = element(None, "html", lang=front.language)
    _head(root, front)
    body = element(root, "body")
    own = "" if front.language.startswith(labels.language) else labels.language
    _half_title(body, front)
    _title_page(body, front, labels)
    _imprint(body, document, front, labels, signatures)
    _contents(body, document, front, markup)
    _text(body, document, front, markup)
    _notes(body, document, markup)
    apparatus.write(body, document, front, markup, own)
    _colophon(body, document, front, labels, own)
    return bytes(etree.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")) + b"\n"


def _head(root: Element, front: Front) -> None:
    """Write what machines read of the book."""
    head = element(root, "head")
    element(head, "meta", charset="utf-8")
    element(head, "title", front.title)
    for author in front.authors:
        element(head, "meta", name="author", content=author.name)
    rows = {
        "description": front.description,
        "keywords": ", ".join(front.subjects),
        "dcterms.identifier": front.identifier,
        "dcterms.date": front.issued.isoformat(),
        "dcterms.created": front.date.gregorian if front.date else None,
        "dcterms.publisher": front.publisher.name if front.publisher else None,
    }
    for name, content in rows.items():
        if content:
            element(head, "meta", name=name, content=content)


def _half_title(body: Element, front: Front) -> None:
    """Write the half-title: the title alone."""
    element(element(body, "section", class_="half-title"), "p", front.title)


def _title_page(body: Element, front: Front, labels: Labels) -> None:
    """Write the title page: authors, title, subtitle, who else helped, who publishes it."""
    section = element(body, "section", class_="title-page", id="title-page")
    section.set("aria-label", labels("Title page"))
    if names := imprint.authors(front, labels):
        element(section, "p", names, class_="author")
    element(section, "h1", front.title, class_="title")
    if front.subtitle:
        element(section, "p", front.subtitle, class_="subtitle")
    for helper in imprint.helpers(front, labels):
        element(section, "p", helper, class_="helper")
    if front.publisher:
        element(section, "p", front.publisher.name, class_="publisher")


def _imprint(
    body: Element, document: Document, front: Front, labels: Labels, signatures: Signatures
) -> None:
    """Write the imprint page: what is known, and no more."""
    section = element(body, "section", class_="imprint", id="imprint")
    section.set("aria-label", labels("Imprint"))
    isbns = (f"ISBN {number}" for number in (front.isbn.print, front.isbn.epub) if number)
    for line in imprint.statements(front, labels):
        element(section, "p", line)
    element(section, "p", imprint.digest(document, front, labels), class_="digest")
    if changes := imprint.history(front, labels):
        element(section, "p", labels("The editions of this work:"), id="history-title")
        editions = element(section, "ul", class_="history", aria_labelledby="history-title")
        for each in changes:
            element(editions, "li", each)
    for line in (*isbns, *signatures.lines()):
        element(section, "p", line)


def _contents(body: Element, document: Document, front: Front, markup: Markup) -> None:
    """Write the table of contents, from the headings (DPUB-ARIA 1.1, doc-toc)."""
    labels = markup.labels
    nav = element(body, "nav", role="doc-toc", id="contents", aria_labelledby="contents-title")
    element(nav, "h2", labels("Contents"), id="contents-title")
    entries = element(nav, "ol")
    for division in document.divisions:
        _entry(entries, division, front)
    if document.notes:
        _line(entries, "notes", markup.signatures.heading() or labels("Notes"))
    if emendations(document):
        _line(entries, "apparatus", labels("Note on the text"))
    _line(entries, "colophon", labels("Colophon"))


def _line(parent: Element, target: str, words: str) -> Element:
    """Write one line of the contents."""
    item = element(parent, "li")
    element(item, "a", words, href=f"#{target}")
    return item


def _entry(parent: Element, division: Division, front: Front) -> None:
    """Write a division's line of the contents, and those of the divisions inside it."""
    item = _line(parent, division.id, plain(division.heading) or front.title)
    if division.role == "doc-part":
        item.set("class", "part")
    inner = [block for block in division.blocks if isinstance(block, Division)]
    if inner:
        entries = element(item, "ol")
        for each in inner:
            _entry(entries, each, front)


def _text(body: Element, document: Document, front: Front, markup: Markup) -> None:
    """Write the text of the work; a division without a heading is named by the title."""
    main = element(body, "main", id="text")
    for division in document.divisions:
        markup.division(main, division)
        if not division.heading:
            main[-1].set("aria-label", front.title)


def _notes(body: Element, document: Document, markup: Markup) -> None:
    """Write the notes, numbered through the whole book (DPUB-ARIA 1.1, doc-endnotes)."""
    if not document.notes:
        return
    section = element(body, "section", role="doc-endnotes", id="notes",
                      aria_labelledby="notes-title")  # fmt: skip
    heading = markup.signatures.heading() or markup.labels("Notes")
    element(section, "h2", heading, id="notes-title")
    for note in document.notes:
        markup.note(section, note)


def _colophon(body: Element, document: Document, front: Front, labels: Labels, own: str) -> None:
    """Write how the book was made, and how to cite it (DPUB-ARIA 1.1, doc-colophon)."""
    section = element(body, "section", role="doc-colophon", id="colophon",
                      aria_labelledby="colophon-title", lang=own)  # fmt: skip
    element(section, "h2", labels("Colophon"), id="colophon-title")
    typeface = (
        "Set in EB Garamond, a free type by Georg Duffner and Octavio Pardo "
        "after Claude Garamont’s; "
        "in large print, in Atkinson Hyperlegible, by the Braille Institute."
    )
    proof = (
        "Every format of this edition was made by Colofón {version} from one master, "
        "and was read back to prove that all say the same, word for word."
    )
    element(section, "p", labels(typeface))
    element(section, "p", labels(proof, version=VERSION))
    pages = "EPUB and web page keep the page numbers of the print edition."
    element(section, "p", labels(pages))
    if said := imprint.how_to_cite(document, front, labels):
        element(section, "p", said)
