"""Verse, drama and epigraphs of a Document -> the lines, speeches and parts that TEI has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from colofon.document import (
    Block,
    Call,
    Foreign,
    Group,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Styled,
    Text,
)

Phrase = tuple[Inline, ...]


def lines(children: Phrase) -> list[Phrase]:
    """Cut a stanza into its lines; a phrase that goes on in the next line is in both.

    An emendation stays whole: its break remains inside it.
    """
    found: list[list[Inline]] = [[]]
    for child in children:
        if isinstance(child, LineBreak):
            found.append([])
        elif isinstance(child, Styled | Foreign | Link):
            first, *rest = (replace(child, children=part) for part in lines(child.children))
            found[-1].append(first)
            found.extend([part] for part in rest)
        else:
            found[-1].append(child)
    return [tuple(line) for line in found]


class Speech(NamedTuple):
    """Who speaks, and what; `speaker` is empty for what stands before the first speaker."""

    speaker: Phrase
    blocks: tuple[Block, ...]


def speeches(blocks: Iterable[Block]) -> list[Speech]:
    """Tell the speeches of a scene apart: each begins with a speaker's name."""
    found = [Speech((), ())]
    for block in blocks:
        name, rest = _speaker(block)
        if name:
            found.append(Speech(name, rest))
        else:
            found[-1] = Speech(found[-1].speaker, (*found[-1].blocks, block))
    return [speech for speech in found if speech.speaker or speech.blocks]


def _speaker(block: Block) -> tuple[Phrase, tuple[Block, ...]]:
    """Take the speaker's name, with the calls of notes at it, from what is said."""
    if not isinstance(block, Paragraph):
        return (), ()
    children = block.children
    if not children or not isinstance(children[0], Styled) or children[0].kind != "speaker":
        return (), ()
    end = 1
    while end < len(children) and isinstance(children[end], Call):
        end += 1
    name, rest = (*children[0].children, *children[1:end]), children[end:]
    if not rest:
        return name, ()
    if not isinstance(rest[0], Text) or not rest[0].text[:1].isspace():
        return (), ()
    said = (Text(rest[0].text.lstrip()), *rest[1:])
    return name, (replace(block, children=said),)


def cited(blocks: Iterable[Block]) -> list[tuple[bool, tuple[Block, ...]]]:
    """Part what is cited from whose it is; True marks the attributions."""
    found: list[tuple[bool, tuple[Block, ...]]] = []
    for block in blocks:
        whose = is_attribution(block)
        if found and found[-1][0] == whose:
            found[-1] = (whose, (*found[-1][1], block))
        else:
            found.append((whose, (block,)))
    return found


def is_attribution(block: Block) -> bool:
    """Tell an attribution that is a line or several."""
    if not isinstance(block, Group) or block.kind != "attribution":
        return False
    return all(isinstance(each, Paragraph) for each in block.blocks)
