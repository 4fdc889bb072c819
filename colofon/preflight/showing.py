"""What the operators of text do (ISO 32000-1, 9.4).

How wide a string runs is not computed: PDFium tells that (`raster`).
"""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Matrix, Name

from colofon.preflight.drawing import Drawing
from colofon.preflight.state import Box, stretch

HIDDEN, CLIPPING = 3, 7
"""Ways of showing text that leave no mark (ISO 32000-1, table 106)."""


class Showing(Drawing):
    """A content with its text."""

    line = text = Matrix()
    """Where the line begins, and where the next string stands."""

    def begin(self, _operands: list[Any]) -> None:
        """Begin a text."""
        self.line = self.text = Matrix()

    def choose_font(self, operands: list[Any]) -> None:
        """Choose a font and its size."""
        self.change(font=self.named(Name.Font, operands[0]), size=float(operands[1]))

    def move(self, operands: list[Any]) -> None:
        """Begin a line away from the last."""
        self.line = Matrix(1, 0, 0, 1, *map(float, operands)) @ self.line
        self.text = self.line

    def move_leading(self, operands: list[Any]) -> None:
        """Begin a line, and keep how far it is from the last."""
        self.change(leading=-float(operands[1]))
        self.move(operands)

    def place(self, operands: list[Any]) -> None:
        """Say where text stands."""
        self.line = self.text = Matrix(*map(float, operands))

    def next_line(self, _operands: list[Any]) -> None:
        """Begin the next line."""
        self.move([0, -self.state.leading])

    def next_show(self, operands: list[Any]) -> None:
        """Show a string on the next line."""
        self.next_line([])
        self.show(operands)

    def show(self, operands: list[Any]) -> None:
        """Mark where a string stands, in each colour that it is drawn in."""
        shown = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
        strings = [bytes(each) for each in shown if isinstance(each, pikepdf.String)]
        if not any(strings):
            return
        state = self.state
        key = state.font.objgen if state.font is not None and state.font.is_indirect else None
        self.sheet.codes.setdefault(key, (state.font, set()))[1].update(strings)
        if state.rendering in {HIDDEN, CLIPPING}:
            self.sheet.hidden += 1
            return
        matrix = self.text @ state.matrix
        size = abs(state.size) * stretch(matrix)[1]
        x, y = matrix.transform((0, state.rise))
        box = Box(x, y, x + size / 2, y + size / 2)
        if state.rendering % 4 in {0, 2}:
            self.mark("text", box, state.fill, size, overprints=state.fill_overprints)
        if state.rendering % 4 in {1, 2}:
            self.mark("text", box, state.stroke, size, overprints=state.stroke_overprints)
