"""The content of pages -> every mark on them: where, in which inks, how large, how it overprints.

Forms, patterns, masks and the resources that a page inherits are followed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Name

from colofon.preflight.marks import Sheet
from colofon.preflight.paths import Path
from colofon.preflight.showing import Showing
from colofon.preflight.state import State

UNSEEN = frozenset("BMC BDC EMC MP DP BX EX d j J M ri i Tc Tw Tz ET d0 d1".split())
"""Operators that move no mark, nor change its ink."""


def read(page: Any, number: int) -> Sheet:
    """Read a page of a PDF (`pikepdf.Page`), counted from 1."""
    sheet = Sheet(number)
    if (group := page.obj.get(Name.Group)) is not None:
        sheet.groups.append(group)
    _Reader(sheet, page.resources, State(), 0).run(page.obj)
    return sheet


class _Reader(Showing):
    """The reading of one content."""

    def run(self, stream: Any) -> None:
        """Follow the operators, one after the other (ISO 32000-1, annex A)."""
        for instruction in pikepdf.parse_content_stream(stream):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._image(instruction.iimage, instruction.iimage.colorspace)
                continue
            operands = list(instruction.operands)
            name = str(instruction.operator)
            if (act := _ACTS.get(name)) is not None:
                act(self, operands)
            elif name in Path.PAINTING:
                self.paint(name)
            elif not self.path.draws(name, operands, self.state.matrix) and name not in UNSEEN:
                self.sheet.faults.add(f"the operator {name}")
        if self.saved:
            self.sheet.faults.add("a q without its Q")


_Act = Callable[[Showing, list[Any]], None]


def _sides(act: Callable[[Showing, str, list[Any]], None], names: str) -> dict[str, _Act]:
    """Let an act change the colour of strokes by one operator, and of fills by another."""
    stroke, fill = names.split()
    return {
        stroke: lambda reader, operands: act(reader, "stroke", operands),
        fill: lambda reader, operands: act(reader, "fill", operands),
    }


def _device(family: str) -> Callable[[Showing, str, list[Any]], None]:
    """Return the act of choosing a device's colour."""
    return lambda reader, side, operands: reader.colour_of(side, family, operands)


_ACTS: dict[str, _Act] = {
    "q": Showing.save,
    "Q": Showing.restore,
    "cm": Showing.turn,
    "w": lambda reader, operands: reader.change(width=float(operands[0])),
    "gs": Showing.extend,
    **_sides(Showing.enter, "CS cs"),
    **_sides(Showing.colour, "SC sc"),
    **_sides(Showing.colour, "SCN scn"),
    **_sides(_device("DeviceGray"), "G g"),
    **_sides(_device("DeviceRGB"), "RG rg"),
    **_sides(_device("DeviceCMYK"), "K k"),
    "BT": Showing.begin,
    "Tf": Showing.choose_font,
    "Td": Showing.move,
    "TD": Showing.move_leading,
    "Tm": Showing.place,
    "T*": Showing.next_line,
    "TL": lambda reader, operands: reader.change(leading=float(operands[0])),
    "Ts": lambda reader, operands: reader.change(rise=float(operands[0])),
    "Tr": lambda reader, operands: reader.change(rendering=int(operands[0])),
    "Tj": Showing.show,
    "TJ": Showing.show,
    "'": Showing.next_show,
    '"': Showing.next_show,
    "Do": Showing.do,
    "sh": lambda reader, operands: reader.shade(reader.named(Name.Shading, operands[0])),
}
"""What the operators do that change the state or show something."""
