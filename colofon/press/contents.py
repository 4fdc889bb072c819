"""What is painted on a page -> the same in the inks of the press; black text overprints.

Tags go but for those of artifacts and of replacement text, and colours become CMYK.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Dictionary, Name, Operator

from colofon.press.inks import Colour, Inks

BLACK: Colour = (0.0, 0.0, 0.0, 1.0)

POINTS = frozenset({"MP", "DP"})
TAGS = frozenset({"BDC", "BMC", "EMC"}) | POINTS
"""Operators of marked content (ISO 32000-1, 14.6)."""
ARTIFACT = Name.Artifact
"""The tag of what is no part of the work, such as running heads and folios."""
COLOURS = frozenset({"g", "rg", "k", "sc", "scn"})
"""Operators that set the colour of what is filled; in capitals, that of lines."""
TEXT = frozenset({"Tj", "TJ", "'", '"'})
PAINT = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"})

OVERPRINT, KNOCK_OUT = Name.Over, Name.Out
"""What we call the two states in which text is printed (ISO 32000-1, 8.6.7)."""

SPACES = ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK")
"""Those whose colours we can convert."""


class Loss(StrEnum):
    """What the press cannot print as it was."""

    COLOUR = "colour"
    TRANSPARENCY = "transparency"
    SPACE = "space"


@dataclass
class Used:
    """What a page or a form paints with: the names in its content, and what they stand for."""

    fonts: dict[str, Any] = field(default_factory=dict)
    objects: dict[str, Any] = field(default_factory=dict)
    patterns: dict[str, Any] = field(default_factory=dict)
    shadings: dict[str, Any] = field(default_factory=dict)
    overprints: bool = False
    """Whether it says what overprints."""


@dataclass
class Pen:
    """The part of the graphics state that matters here (ISO 32000-1, 8.4)."""

    fill: Colour | None
    """None where it is not known: a pattern, or what a form was given."""
    fill_space: str = ""
    line_space: str = ""
    overprints: bool = False
    see_through: bool = False
    scale: float = 1.0
    """Points to a unit of its own."""


@dataclass
class Repainting:
    """One reading of one stream of content, which writes it again for the press."""

    inks: Inks
    resources: Any
    name_object: Callable[[Any], str]
    """Names an image or a form by its order in the document."""
    lose: Callable[[Loss], None]
    """Is told of what cannot be printed as it was."""
    pen: Pen
    thinnest: float = 0.0
    """The width in points that a thinner line is given, since no printer prints it."""
    used: Used = field(default_factory=Used)
    stack: list[Pen] = field(default_factory=list)
    tags: list[bool] = field(default_factory=list)
    """Those that are open, and whether each is kept."""
    out: list[Any] = field(default_factory=list)

    def of(self, content: Any) -> bytes:
        """Return the content of a page or a form as the press has it."""
        for instruction in pikepdf.parse_content_stream(content):
            self._read(str(instruction.operator), list(instruction.operands), instruction)
        return bytes(pikepdf.unparse_content_stream(self.out))

    def _read(self, operator: str, operands: list[Any], instruction: Any) -> None:
        """Write an instruction again, changed where the press wants it otherwise."""
        if operator in TAGS:
            self._tag(operator, operands)
        elif operator.lower() in COLOURS:
            self._colour(operator, operands)
        elif operator in ("cs", "CS"):
            self._space(operator, str(operands[0]))
        elif operator == "gs":
            self._state(self.resources.ExtGState[operands[0]])
        elif operator == "Do":
            self._object(self.resources.XObject[operands[0]])
        elif operator == "w":
            width = max(float(operands[0]), self.thinnest / (self.pen.scale or 1))
            self._write(operator, [round(width, 4)])
        else:
            self._keep_state(operator, operands)
            self._look_up(operator, operands)
            self.out.append(instruction)

    def _tag(self, operator: str, operands: list[Any]) -> None:
        """Keep what is marked as no part of the work, and what glyphs say instead of their own."""
        if operator == "EMC":
            if self.tags.pop():
                self._write("EMC", [])
        elif operator not in POINTS:
            given = operands[1] if operator == "BDC" else None
            said = given.get("/ActualText") if isinstance(given, Dictionary) else None
            self.tags.append(operands[0] == ARTIFACT or said is not None)
            if said is not None:
                self._write("BDC", [Name.Span, Dictionary(ActualText=said)])
            elif self.tags[-1]:
                self._write("BMC", [ARTIFACT])

    def _keep_state(self, operator: str, operands: list[Any]) -> None:
        """Follow the state of the pen through what sets no colour."""
        if operator == "q":
            self.stack.append(Pen(**vars(self.pen)))
        elif operator == "Q":
            self.pen = self.stack.pop()
        elif operator == "cm":
            a, b, c, d = map(float, operands[:4])
            self.pen.scale *= abs(a * d - b * c) ** 0.5
        elif operator in TEXT or operator in PAINT:
            self._paint(overprints=operator in TEXT and self.pen.fill == BLACK)

    def _look_up(self, operator: str, operands: list[Any]) -> None:
        """Remember a font or a gradient that is used."""
        if operator == "Tf":
            self.used.fonts[str(operands[0])] = self.resources.Font[operands[0]]
        elif operator == "sh":
            self.used.shadings[str(operands[0])] = self.resources.Shading[operands[0]]

    def _write(self, operator: str, operands: Iterable[Any]) -> None:
        """Add an instruction of ours."""
        self.out.append(ContentStreamInstruction(list(operands), Operator(operator)))

    def _paint(self, *, overprints: bool) -> None:
        """Say, before something is painted, whether the inks below it stay."""
        if self.pen.see_through:
            self.lose(Loss.TRANSPARENCY)
        if overprints != self.pen.overprints:
            self.pen.overprints = overprints
            self.used.overprints = True
            self._write("gs", [OVERPRINT if overprints else KNOCK_OUT])

    def _object(self, found: Any) -> None:
        """Paint an image or a form, by its name in the document."""
        self._paint(overprints=False)
        name = self.name_object(found)
        self.used.objects[name] = found
        self._write("Do", [Name(name)])

    def _space(self, operator: str, name: str) -> None:
        """Remember the space of the colours to come; they begin as black (8.6.8)."""
        if operator == "cs":
            self.pen.fill_space = name
        else:
            self.pen.line_space = name
        if name in SPACES:
            self._ink("k" if operator == "cs" else "K", BLACK)
        elif name != Name.Pattern:
            self.lose(Loss.SPACE)

    def _colour(self, operator: str, operands: list[Any]) -> None:
        """Set a colour in the inks of the press, or a pattern."""
        lines = operator.isupper()
        if operands and isinstance(operands[-1], Name):
            self._pattern("SCN" if lines else "scn", operands[-1])
            return
        space = self.pen.line_space if lines else self.pen.fill_space
        if operator.lower() in ("sc", "scn") and space not in SPACES:
            return
        colour = [float(part) for part in operands]
        if self.inks.black_alone and self.inks.coloured(colour):
            self.lose(Loss.COLOUR)
        self._ink("K" if lines else "k", self.inks.of(colour))

    def _ink(self, operator: str, ink: Colour) -> None:
        """Set the inks of what is filled (k) or of lines (K)."""
        if operator == "k":
            self.pen.fill = ink
        self._write(operator, ink)

    def _pattern(self, operator: str, name: Any) -> None:
        """Fill with a pattern of the page's, or draw lines with it."""
        self.used.patterns[str(name)] = self.resources.Pattern[name]
        if operator == "scn":
            self.pen.fill = None
        self._write("cs" if operator == "scn" else "CS", [Name.Pattern])
        self._write(operator, [name])

    def _state(self, state: Dictionary) -> None:
        """Remember whether what comes can be seen through; nothing else is set by a state."""
        opacities = [float(state[key]) for key in ("/CA", "/ca") if key in state]
        if opacities:
            self.pen.see_through = min(opacities) < 1
        if isinstance(state.get("/SMask"), Dictionary):
            self.pen.see_through = True
