"""The text keeps the orthotypography of its language, but where the front matter says why not.

The rules are in `colofon.orthography`; `docs/orthography.md` lists them.
"""

from __future__ import annotations

import difflib
from collections.abc import Generator, Iterator
from typing import Any

from colofon import frontmatter
from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.orthography import lint, passage, reading
from colofon.orthography.rule import Hit, Rule
from colofon.orthography.rules import ALL, LANGUAGES, NEUTRAL
from colofon.source import Master


def check(
    *, master: Master, front: Front, ast: dict[str, Any]
) -> Generator[Finding, None, dict[str, int]]:
    """Read every passage by the rules of its language."""
    passages = reading.read(ast, master, front.language)
    used: set[int] = set()
    found: dict[tuple[Place, str], Finding] = {}
    for rule, hit in lint.hits(passages):
        excepted = _excepted(rule, hit, front)
        used |= excepted
        if not excepted:
            finding = _finding(rule, hit, master)
            found.setdefault((finding.place, finding.code), finding)
    yield from (found[key] for key in sorted(found))
    yield from _exceptions(master, front, used)
    languages = lint.languages(passages)
    return {
        "passages": len(passages),
        "words": passage.words(passages),
        "rules": len(NEUTRAL) + sum(len(LANGUAGES[language]) for language in languages),
        "exceptions": len(used),
    }


def _excepted(rule: Rule, hit: Hit, front: Front) -> set[int]:
    """Return which exceptions of the front matter speak of what was found.

    White space is folded, as the front matter's is: a space is excepted by the word beside it.
    """
    where, start, end = hit
    found = (where.text[start:end], where.word_around(start, end))
    texts = {" ".join(text.split()) for text in found}
    return {
        number
        for number, each in enumerate(front.exceptions)
        if each.code == rule.code and each.text in texts
    }


def _finding(rule: Rule, hit: Hit, master: Master) -> Finding:
    """Say what was found, at its place in the master."""
    where, start, end = hit
    text = " ".join(where.text[start:end].replace(passage.CALL, "[^…]").split())
    message = rule.message.replace("{}", text)
    place = master.place(*where.position(start))
    return Finding(rule.code, message, place, f"{rule.hint} ({rule.authority})", rule.severity)


def _exceptions(master: Master, front: Front, used: set[int]) -> Iterator[Finding]:
    """Yield each exception that excepts nothing, or names no rule."""
    for number, each in enumerate(front.exceptions):
        place = frontmatter.place(master, "exceptions", number)
        if each.code not in ALL:
            near = difflib.get_close_matches(each.code, ALL, n=1)
            hint = f"Did you mean «{near[0]}»?" if near else "docs/orthography.md lists the rules."
            yield Finding("unknown-rule", f"There is no rule «{each.code}».", place, hint)
        elif number not in used:
            message = f"Nothing in the text is «{each.text}» and breaks {each.code}."
            yield Finding("unused-exception", message, place, "Delete the exception.")
