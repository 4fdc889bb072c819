"""pandoc's inlines -> phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import langcodes

from colofon import images
from colofon.document import (
    Block,
    Call,
    Code,
    Emendation,
    Foreign,
    Image,
    Inline,
    LineBreak,
    Link,
    Note,
    Styled,
    Text,
    WitnessPage,
    descendants,
    plain,
)
from colofon.parsing.context import Attributes, Context

Blocks = Callable[[list[Any], Context], tuple[Block, ...]]
"""How the blocks of a note are read; blocks.py hands it down."""

STYLES = {
    "Emph": "emphasis",
    "Strong": "strong",
    "Strikeout": "strikeout",
    "Superscript": "superscript",
    "Subscript": "subscript",
    "SmallCaps": "smallcaps",
}
SPANS = {"smallcaps": "smallcaps", "sc": "smallcaps", "speaker": "speaker", "stage": "stage"}
EMENDATIONS = {
    "corr": '[negociaciones]{.corr sic="negaciones"}',
    "supplied": "[a ]{.supplied}",
    "surplus": '[]{.surplus sic="de "}',
}
"""How each kind of emendation is written."""

SCHEMES = ("https:", "http:", "mailto:", "doi:", "urn:")
KEY = re.compile(r"\[\^([^\]\s]+)\]")
AUTHOR = "au"
"""Whose a note is whose key has no prefix."""


def inlines(nodes: list[Any], context: Context, blocks: Blocks) -> tuple[Inline, ...]:
    """Read a phrase; words and spaces that stand together become one Text."""
    phrase: list[Inline] = []
    for piece in _each(nodes, context, blocks):
        last = phrase[-1] if phrase else None
        if isinstance(piece, Text) and isinstance(last, Text):
            phrase[-1] = Text(last.text + piece.text)
        else:
            phrase.append(piece)
    return tuple(phrase)


def _each(nodes: list[Any], context: Context, blocks: Blocks) -> Iterator[Inline]:
    """Yield the pieces of a phrase, unmerged."""
    for node in nodes:
        kind, content = node["t"], node.get("c")
        if kind == "Str":
            yield from _string(content, context)
        elif kind == "LineBreak" or (kind == "SoftBreak" and context.in_verse):
            yield LineBreak()
        elif kind in {"Space", "SoftBreak"}:
            yield Text(" ")
        elif kind in STYLES:
            yield Styled(STYLES[kind], inlines(content, context, blocks))  # type: ignore[arg-type]  # the table's values
        elif kind == "Code":
            yield Code(content[1])
        elif kind == "Span":
            yield from _span(content, context, blocks)
        elif kind == "Note":
            yield _note(content, context, blocks)
        elif kind in {"Link", "Image"}:
            yield _link(kind, content, context, blocks)
        else:
            refuse(kind, content, context)


def _string(content: str, context: Context) -> Iterator[Inline]:
    """Read a word; pandoc leaves an empty one where a note calls a note."""
    if not content and context.in_note:
        context.report("nested-note", "A note calls a note.", "Say it in one note.")
    yield Text(content)


def refuse(kind: str, content: Any, context: Context) -> None:
    """Report a node that no output keeps; a comment is dropped without a word."""
    if kind in {"RawInline", "RawBlock"}:
        if not re.fullmatch(r"\s*<!--.*?-->\s*", content[1], re.DOTALL):
            hint = "Write Markdown; if the signs are meant, put a backslash before the <."
            context.report("raw-html", f"The master holds HTML: {content[1].strip()[:60]}", hint)
    elif kind == "Header":
        context.stand(Attributes.of(content[1]).position)
        context.report("misplaced-heading", "A heading stands inside another block.")
    else:
        context.report("unsupported", f"No output of ours can show this ({kind}).")


def _span(content: list[Any], context: Context, blocks: Blocks) -> Iterator[Inline]:
    """Read `[…]{…}`: an emendation, a page of the witness, another language, a style."""
    attributes = Attributes.of(content[0])
    context.stand(attributes.position)
    place = context.place
    if attributes.wrapper:
        if attributes.id or attributes.classes or attributes.values:
            hint = "Put brackets around the words: [words]{…}."
            context.report("stray-attributes", "Attributes in braces belong to nothing.", hint)
        yield from _each(content[1], context, blocks)
        return
    context.refuse_attributes(attributes, {*EMENDATIONS, "sic", "pb", "n", *SPANS})
    lang = language(attributes, context)
    children = inlines(content[1], context, blocks)
    if "pb" in attributes.classes:
        yield WitnessPage(attributes.values.get("n", ""), place)
        return
    if lang:
        children = (Foreign(lang, children),)
    for name in attributes.classes:
        if name in SPANS:
            children = (Styled(SPANS[name], children),)  # type: ignore[arg-type]  # the table's values
    for kind in EMENDATIONS.keys() & set(attributes.classes):
        context.place = place
        children = (_emendation(kind, children, attributes.values.get("sic"), context),)
    yield from children


def _emendation(
    kind: str, children: tuple[Inline, ...], sic: str | None, context: Context
) -> Emendation:
    """Make an emendation; report one that does not say what it must, or holds what it cannot."""
    hint = f"Write {EMENDATIONS[kind]}."
    if kind == "supplied":
        if sic is not None:
            context.report("bad-emendation", "The witness has nothing of what is supplied.", hint)
    elif sic is None:
        context.report("no-sic", "An emendation does not say what the witness has.", hint)
    if (kind == "surplus") == bool(plain(children)):
        context.report("bad-emendation", "The brackets of an emendation hold what we read.", hint)
    if any(isinstance(node, Call | Link | Emendation) for node in descendants(children)):
        hint = "Close the brackets before it: an emendation is a link itself."
        context.report("bad-emendation", "An emendation holds a note call or a link.", hint)
    context.emendations += 1
    return Emendation(children, sic or "", context.place, kind, context.emendations)  # type: ignore[arg-type]  # one of EMENDATIONS


def language(attributes: Attributes, context: Context) -> str | None:
    """Return the language a node says it is in; report a tag that is not registered."""
    tag = attributes.values.get("lang")
    if tag is None or ("_" not in tag and langcodes.tag_is_valid(tag)):
        return tag
    context.report("bad-language", f"«{tag}» is not a language tag (BCP 47).")
    return None


def _note(content: list[Any], context: Context, blocks: Blocks) -> Call:
    """Read a note where it is called; its key stands in the master at that place."""
    place = context.place
    line = context.lines[place.line - 1]
    match = KEY.match(line, place.column - 1)
    key = match[1] if match else ""
    prefix, hyphen, _ = key.partition("-")
    number = len(context.notes) + 1
    pending = Note(key, number, prefix if hyphen else AUTHOR, (), place)
    context.notes.append(pending)
    verse, context.in_verse, context.in_note = context.in_verse, False, True
    body = blocks(content, context)
    context.in_verse, context.in_note = verse, False
    context.place = place
    context.notes[number - 1] = Note(key, number, pending.kind, body, place)
    return Call(number)


def _link(kind: str, content: list[Any], context: Context, blocks: Blocks) -> Inline:
    """Read a link or a picture."""
    attributes, target, title = Attributes.of(content[0]), content[2][0], content[2][1]
    context.stand(attributes.position)
    place = context.place
    context.refuse_attributes(attributes, set())
    if title:
        hint = "Write it in the text, or as the caption of a ::: figure."
        context.report("lost-title", f"No output shows the title «{title}».", hint)
    children = inlines(content[1], context, blocks)
    if kind == "Image":
        context.place = place
        return Image(
            images.resolve(target, context.edition, context.report), plain(children), place
        )
    if not target.startswith(("#", *SCHEMES)):
        context.place = place
        hint = "Write a full address (https://…) or #id of a heading."
        context.report("bad-link", f"The link «{target}» leads nowhere.", hint)
    return Link(target, children, place)
