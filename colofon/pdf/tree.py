"""The page -> the trees that are laid out: in print with every note inside its call."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from colofon.blocks import NUMBER, numbered

RUNNING_HEAD = 64
"""Signs of the italic at 9.5 pt that the narrowest of our pages (285 pt) holds, with a margin."""

PARTING = ("!", "?", "…", "–", "—")
"""Signs behind which a line may end before a figure (UAX #14: EX, IN, BA, B2)."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PHRASE = re.compile(r".+?(?:[.!?…:;][»”’)]*(?=\s)|$)", re.DOTALL)
"""What a display line should not break inside: a sentence, or what stands before a colon."""


def printed(page: bytes) -> Element:
    """Return the tree of the printed book.

    Notes move into their calls here, on the tree, because HTML allows no link inside a link
    and WeasyPrint floats a note from the place of its call.
    """
    root = ET.fromstring(page)  # noqa: S314  # we wrote it
    body = root.find("body")
    assert body is not None, "the page has no body"
    for number, block in numbered(root):
        block.set(NUMBER, str(number))
    _place_notes(body)
    _name(body)
    _number(body)
    _divide_verse(body)
    _keep_phrases(body)
    return root


def enlarged(page: bytes) -> Element:
    """Return the tree of the book in large print, whose notes stay behind the text."""
    root = ET.fromstring(page)  # noqa: S314  # we wrote it
    body = root.find("body")
    assert body is not None, "the page has no body"
    for half_title in body.findall("section[@class='half-title']"):
        body.remove(half_title)
    for parent in body.iter():
        _hold_calls(parent)
    _name(body)
    _number(body)
    return root


def has_role(element: Element, role: str) -> bool:
    """Tell whether an element has a role of DPUB-ARIA."""
    return role in (element.get("role") or "").split()


def is_note(element: Element) -> bool:
    """Tell whether an element is a note."""
    return has_role(element, "doc-footnote")


def is_note_link(element: Element) -> bool:
    """Tell whether an element leads from a call to its note, or back."""
    return has_role(element, "doc-noteref") or has_role(element, "doc-backlink")


def plain(element: Element) -> str:
    """Return the words of an element, without notes and their calls, white space folded."""
    return " ".join("".join(_words(element)).split())


def _words(element: Element) -> Iterator[str]:
    """Yield the text of an element; a line break parts words."""
    if has_role(element, "doc-noteref"):
        return
    yield " " if element.tag == "br" else element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


def _place_notes(body: Element) -> None:
    """Move each note into its call, and drop what is left of the notes at the end."""
    section = next((each for each in body if has_role(each, "doc-endnotes")), None)
    if section is None:
        return
    notes = {note.get("id"): note for note in section if is_note(note)}
    for parent in body.iter():
        _hold_calls(parent)
    for call in list(body.iter("a")):
        if has_role(call, "doc-noteref"):
            _place(notes.pop((call.get("href") or "").removeprefix("#")), call)
    assert not notes, f"never called: {sorted(map(str, notes))}"
    body.remove(section)
    _drop_line(body, f"#{section.get('id')}")


def _hold_calls(parent: Element) -> None:
    """Keep each call on the line of the sign before it, where UAX #14 would part them."""
    before: Element | None = None
    for child in parent:
        if has_role(child, "doc-noteref"):
            text = (parent.text if before is None else before.tail) or ""
            if text.endswith(PARTING):
                _set_before(parent, before, f"{text}\N{WORD JOINER}")
        before = child


def _set_before(parent: Element, before: Element | None, text: str) -> None:
    """Set the text that stands behind an element's child, or before its first one."""
    if before is None:
        parent.text = text
    else:
        before.tail = text


def _place(note: Element, call: Element) -> None:
    """Put a note into its call; its number leads, whatever it begins with."""
    first = note[0]
    back = first[0]
    assert has_role(back, "doc-backlink"), "a note begins with the way back"
    first.remove(back)
    first.text = (back.tail or "").lstrip()
    back.text, back.tail = f"{back.text} ", None
    if not first.text and not len(first):
        note.remove(first)
    note.insert(0, back)
    note.set("data-call", call.text or "")
    call.text = None
    call.append(note)


def _drop_line(body: Element, target: str) -> None:
    """Take a line out of the contents."""
    for entries in list(body.iter("ol")):
        for entry in list(entries):
            link = entry.find("a")
            if link is not None and link.get("href") == target:
                entries.remove(entry)


def _name(body: Element) -> None:
    """Give bookmarks and running heads their words: without notes, or where no heading is."""
    for element in body.iter():
        if element.tag in HEADINGS:
            element.set("data-title", plain(element))
    author = body.find("section[@class='title-page']/p[@class='author']")
    for main in body.iter("main"):
        main.set("data-author", "" if author is None else _head(plain(author)))
        for division in (*main, *body.iterfind("section[@id='apparatus']")):
            headed = len(division) and division[0].tag in HEADINGS
            title = division[0].get("data-title") if headed else division.get("aria-label")
            division.set("data-title", _head(title or ""))


def _head(title: str) -> str:
    """Shorten a running head to what fits on a line."""
    return textwrap.shorten(title, RUNNING_HEAD, placeholder=" …")


def _number(body: Element) -> None:
    """Let lists begin where they should: WeasyPrint does not read `start`."""
    for entries in body.iter("ol"):
        if entries.get("start"):
            entries.set("style", f"counter-reset: list-item {int(entries.get('start') or 1) - 1}")


def _divide_verse(body: Element) -> None:
    """Make a box of each line of verse, so that one too long for the page hangs."""
    for stanza in body.iterfind(".//div[@class='verse']/p"):
        lines = [_verse_line(stanza.text)]
        for child in list(stanza):
            stanza.remove(child)
            if child.tag == "br":
                lines.append(_verse_line(child.tail))
            else:
                lines[-1].append(child)
        stanza.text = None
        stanza.extend(lines)


def _verse_line(text: str | None) -> Element:
    """Begin a line of verse; a space parts it from the next one."""
    line = Element("span", {"class": "line"})
    line.text, line.tail = text, " "
    return line


def _keep_phrases(body: Element) -> None:
    """Wrap the sentences of titles, so that a title breaks between them if it can."""
    for element in body.iter():
        half_title = element.tag == "section" and element.get("class") == "half-title"
        for title in (element,) if element.tag in HEADINGS else element if half_title else ():
            phrases = PHRASE.findall(title.text or "")
            if not len(title) and len(phrases) > 1:
                title.text = None
                for phrase in phrases:
                    _add_phrase(title, phrase)


def _add_phrase(title: Element, phrase: str) -> None:
    """Add one phrase, with the space before it outside."""
    if len(title):
        title[-1].tail = " "
    ET.SubElement(title, "span", {"class": "phrase"}).text = phrase.strip()
