"""pandoc's syntax tree -> passages, by a walk that keeps every character's place."""

from __future__ import annotations

import re
from typing import Any

from colofon.orthography.passage import CALL, NO_LANGUAGE, Passage, Run
from colofon.source import Master

POSITION = re.compile(r"(\d+):(\d+)-(\d+):(\d+)")

TEXTS = {"Para", "Plain"}
UNREAD = {"CodeBlock", "RawBlock", "HorizontalRule"}
CLASSES = {"verse", "drama", "epigraph", "attribution"}
LISTS = {"BulletList": "item", "OrderedList": "item", "BlockQuote": "quotation", "Table": "cell"}


def read(ast: dict[str, Any], master: Master, language: str) -> list[Passage]:
    """Read the passages of a master in the order of the text, notes where they are called."""
    walk = _Walk(master.text.split("\n"), language)
    walk.blocks(ast["blocks"], "paragraph", language)
    return walk.passages


class _Walk:
    """The state of a walk through blocks."""

    def __init__(self, lines: list[str], language: str) -> None:
        self.lines = lines
        self.language = language
        self.passages: list[Passage] = []

    def blocks(self, node: Any, kind: str, lang: str) -> None:
        """Read blocks, or what holds them."""
        if isinstance(node, list):
            for each in node:
                self.blocks(each, kind, lang)
        elif isinstance(node, dict) and node["t"] not in UNREAD:
            self._block(node["t"], node.get("c"), kind, lang)

    def _block(self, tag: str, content: Any, kind: str, lang: str) -> None:
        """Read one block."""
        if tag in TEXTS:
            self._passage(content, kind, lang)
        elif tag == "Header":
            self._passage(content[2], "heading", _values(content[1]).get("lang", lang))
        elif tag == "DefinitionList":
            for term, explanations in content:
                self._passage(term, "term", lang)
                self.blocks(explanations, "item", lang)
        elif tag == "Div":
            classes = [name for name in content[0][1] if name in CLASSES]
            inner = classes[0] if classes else kind
            self.blocks(content[1], inner, _values(content[0]).get("lang", lang))
        else:
            self.blocks(content, LISTS.get(tag, kind), lang)

    def _passage(self, inlines: Any, kind: str, lang: str) -> None:
        """Read one passage, then the notes that it calls."""
        phrase = _Phrase(self.lines)
        phrase.visit(inlines, lang)
        if phrase.runs:
            self.passages.append(Passage("".join(phrase.parts), kind, tuple(phrase.runs)))
        for note in phrase.notes:
            self.blocks(note, "note", self.language)


class _Phrase:
    """The state of a walk through one passage: its characters so far, and where it stands."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.notes: list[Any] = []
        self.size = 0
        self.line, self.column, self.source = 1, 1, ""

    def visit(self, node: Any, lang: str) -> None:
        """Read a phrase, a list of them, or nothing."""
        if isinstance(node, list):
            for each in node:
                self.visit(each, lang)
        elif isinstance(node, dict):
            self._inline(node["t"], node.get("c"), lang)

    def _inline(self, tag: str, content: Any, lang: str) -> None:
        """Read one node; pandoc wraps each string and each space in a span of its own."""
        if tag == "Str":
            self._string(content, lang)
        elif tag in {"Space", "SoftBreak", "LineBreak"}:
            self._space(tag, lang)
        elif tag == "Note":
            self._add(CALL, self.line, self.column, lang)
            self.notes.append(content)
        elif tag in {"Span", "Link", "Code"}:
            values = self._stand(content[0])
            inner = NO_LANGUAGE if tag == "Code" or _is_address(tag, content) else lang
            if tag == "Code":
                self._string(content[1], inner)
            else:
                self.visit(content[1], values.get("lang", inner))
        elif tag not in {"Image", "RawInline"}:
            self.visit(content, lang)

    def _stand(self, attributes: Any) -> dict[str, str]:
        """Move to where a node's `data-pos` («12:3-12:9») begins; return its attributes."""
        values = _values(attributes)
        if match := POSITION.match(values.get("data-pos", "")):
            self.line, self.column, line, end = (int(number) for number in match.groups())
            text = self.lines[self.line - 1]
            self.source = text[self.column - 1 : end - 1 if line == self.line else len(text)]
        return values

    def _string(self, text: str, lang: str) -> None:
        """Add a string; the backslash before an escaped sign is none of its characters."""
        column = self.column + (self.source == f"\\{text}")
        same = self.source in {text, f"\\{text}"}
        self._add(text, self.line, column, lang, int(same))

    def _space(self, tag: str, lang: str) -> None:
        """Add a space as the master has it; one beside a remark or a page break is no other."""
        if self.parts and self.parts[-1][-1].isspace():
            return
        if tag == "Space" and self.source and not self.source.strip(" \t"):
            self._add(self.source, self.line, self.column, lang)
        elif self.runs:
            run = self.runs[-1]
            sign = "\n" if tag == "LineBreak" else " "
            self._add(sign, run.line, run.column_at(self.size), lang)

    def _add(self, text: str, line: int, column: int, lang: str, step: int = 1) -> None:
        """Add characters, as a run of their own only where they do not go on the last one."""
        run = self.runs[-1] if self.runs else None
        goes_on = run and run.step and step and run.line == line and run.lang == lang
        if not (goes_on and run and run.column_at(self.size) == column):
            self.runs.append(Run(self.size, line, column, step, lang))
        self.parts.append(text)
        self.size += len(text)


def _values(attributes: Any) -> dict[str, str]:
    """Return the pairs of a node's attributes."""
    return dict(attributes[2])


def _is_address(tag: str, content: Any) -> bool:
    """Tell whether a link shows its own address."""
    if tag != "Link":
        return False
    shown = "".join(_strings(content[1]))
    return shown in {content[2][0], content[2][0].removeprefix("mailto:")} or "://" in shown


def _strings(node: Any) -> list[str]:
    """Return the strings below a node, in order."""
    if isinstance(node, list):
        return [text for each in node for text in _strings(each)]
    if not isinstance(node, dict):
        return []
    if node["t"] == "Str":
        return [node["c"]]
    return _strings(node.get("c"))
