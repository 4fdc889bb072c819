"""A tagged PDF -> the same with one damage, to the operators of its pages or to its tree."""

from __future__ import annotations

import io
import itertools
import random
from collections.abc import Callable, Iterator

import pikepdf

from mutating.kinds import SIGNS, WORDS, Mutant, changes, damage, seen
from mutating.pdf_show import Show, Shown, Span, shows
from mutating.pdf_tree import Neighbours, Tree

Damage = Callable[[], tuple[str, str]]
"""Damages the open book; returns what was there before and after."""

INDENT = 1.2
"""Type sizes by which a paragraph of running text is set in."""


def damaged(data: bytes, part: str, kind: str, chance: random.Random) -> Mutant | None:
    """Damage a PDF in its text or in its notes; None if there is nothing to damage so."""
    with pikepdf.open(io.BytesIO(data)) as book:
        tree = Tree(book)
        found = {(show.page, show.mcid): show for page in book.pages for show in shows(book, page)}
        kept = [show for key, show in found.items() if tree.parts.get(key) == part]
        if kind in WORDS:
            places = list(_pairs(kept, kind))
        elif kind in SIGNS:
            places = list(_signs(kept, kind))
        elif kind == "merge":
            places = list(_merges(tree, found, part))
        else:
            places = list(_notes(tree, found, part))
        if not places:
            return None
        before, after = chance.choice(places)()
        target = io.BytesIO()
        book.save(target)
    return Mutant(kind, part, before, after, target.getvalue(), visible=seen(before) != seen(after))


def _pairs(found: list[Show], kind: str) -> Iterator[Damage]:
    """Yield a damage for every two neighbouring words."""
    for show in found:
        for first, second in show.pairs():

            def act(
                show: Show = show, first: Span = first, second: Span = second
            ) -> tuple[str, str]:
                one, two = show.glyphs[slice(*first)], show.glyphs[slice(*second)]
                if kind == "glue":
                    one[-1] = (one[-1][0], 0)
                new = damage(kind, one, show.glyphs[first[1]], two)
                return show.put((first[0], second[1]), new)

            yield act


def _signs(found: list[Show], kind: str) -> Iterator[Damage]:
    """Yield a damage for every character that may become another of the same font."""
    for show in found:
        signs = [show.unicode.get(code, "?") for code, _ in show.glyphs]
        for index, other in changes(kind, signs, show.codes.__contains__):

            def act(show: Show = show, index: int = index, other: str = other) -> tuple[str, str]:
                new: list[Shown] = [(show.codes[other], show.glyphs[index][1])] if other else []
                return show.put((index, index + 1), new)

            yield act


def _notes(tree: Tree, found: dict[tuple[int, int], Show], part: str) -> Iterator[Damage]:
    """Yield what moves a note: its call goes to another word, or its number to another note."""
    if part == "body":
        yield from _calls(tree, found)
    keys = tree.calls if part == "body" else tree.labels
    ends = [found[key] for key in keys if key in found]
    for one, other in itertools.pairwise(ends):
        if one.font == other.font and len(one.glyphs) == len(other.glyphs):

            def act(one: Show = one, other: Show = other) -> tuple[str, str]:
                first, second = list(one.glyphs), list(other.glyphs)
                a = one.put((0, len(first)), second)
                b = other.put((0, len(second)), first)
                return f"{a[0]} … {b[0]}", f"{a[1]} … {b[1]}"

            yield act


def _calls(tree: Tree, found: dict[tuple[int, int], Show]) -> Iterator[Damage]:
    """Yield, for every call within a line, its move before the word that it follows."""
    kept = list(found.values())
    for before, call, after in zip(kept, kept[1:], kept[2:], strict=False):
        end = len(before.glyphs)
        start = before.text.rstrip().rfind(" ")
        row = {(show.page, round(show.y), show.font) for show in (before, call, after)}
        if (
            (call.page, call.mcid) in tree.calls
            and len(row) == 1
            and start > 0
            and end == len(before.text)
        ):

            def act(
                before: Show = before, call: Show = call, after: Show = after, start: int = start
            ) -> tuple[str, str]:
                last = (start, len(before.glyphs))
                word, by = before.glyphs[start:], before.width(last)
                was = before.text + call.text + after.text
                before.put(last, [])
                call.move(-by)
                after.move(-by)
                after.put((0, 0), word)
                return was, before.text + call.text + after.text

            yield act


def _merges(tree: Tree, found: dict[tuple[int, int], Show], part: str) -> Iterator[Damage]:
    """Yield, for every two neighbouring paragraphs, their merging in tree or on the page."""
    for pair in tree.neighbours:
        if pair.part != part or pair.end not in found or pair.start not in found:
            continue
        last, first = found[pair.end], found[pair.start]

        def in_tree(
            pair: Neighbours = pair, last: Show = last, first: Show = first
        ) -> tuple[str, str]:
            last.end_with_space()
            tree.merge(pair)
            return f"{last.text} | {first.text}", f"{last.text} {first.text}"

        yield in_tree
        indent = INDENT * first.size
        edge = min(show.x for show in found.values() if show.page == first.page)
        if abs(first.x - edge - indent) < 1:

            def on_page(
                last: Show = last, first: Show = first, indent: float = indent
            ) -> tuple[str, str]:
                for show in found.values():
                    if show.page == first.page and abs(show.y - first.y) < 1:
                        show.move(-indent)
                return f"{last.text} ¶ {first.text}", f"{last.text} {first.text}"

            yield on_page
