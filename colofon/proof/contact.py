"""Pictures -> contact sheets: several to a sheet, each with its caption, and a legend."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from colofon import typefaces
from colofon.proof.pictures import BLEED, GROUND, TRIM, Picture

GAP = 24
"""Pixels between pictures, and around the sheet."""

LINE = 24
"""Pixels that a line of words takes."""

SIZE = 15
"""Pixels of type."""

SWATCH = 40
"""Pixels of line that the legend shows."""

INK = (32, 32, 32)


class Grid(NamedTuple):
    """How many pictures stand side by side, and one above the other, at most."""

    columns: int
    rows: int


class Sheet(NamedTuple):
    """A contact sheet: the file, and what it shows."""

    png: bytes
    shows: str


def sheets(title: str, pictures: Sequence[Picture], grid: Grid) -> Iterator[Sheet]:
    """Yield as many sheets as it takes."""
    size = grid.columns * grid.rows
    groups = [pictures[first : first + size] for first in range(0, len(pictures), size)]
    for number, group in enumerate(groups, start=1):
        head = title if len(groups) == 1 else f"{title} ({number} of {len(groups)})"
        file = io.BytesIO()
        _drawn(head, group, grid).save(file, "PNG", optimize=True)
        captions = [group[0].caption, group[-1].caption]
        yield Sheet(file.getvalue(), " … ".join(dict.fromkeys(captions)))


def _drawn(head: str, group: Sequence[Picture], grid: Grid) -> Image.Image:
    """Draw one sheet: its head, the pictures row by row, the legend."""
    width = max(each.image.width for each in group)
    height = max(each.image.height for each in group) + LINE
    columns = min(grid.columns, len(group))
    rows = -(-len(group) // columns)
    size = (columns * (width + GAP) + GAP, rows * (height + GAP) + 2 * (GAP + LINE))
    sheet = Image.new("RGB", size, GROUND)
    draw = ImageDraw.Draw(sheet)
    font = _font()
    draw.text((GAP, GAP), head, INK, font)
    for index, each in enumerate(group):
        row, column = divmod(index, columns)
        place = (GAP + column * (width + GAP), GAP + LINE + row * (height + GAP))
        sheet.paste(each.image, place)
        draw.text((place[0], place[1] + each.image.height + 3), each.caption, INK, font)
    _legend(draw, size[1] - GAP - LINE // 2, bleeds=any(each.bleeds for each in group))
    return sheet


def _font() -> ImageFont.FreeTypeFont:
    """Return the typeface that is read most easily when it is small."""
    face = next(iter(typefaces.LARGE_FACES.values()))
    return ImageFont.truetype(face.file, SIZE)


def _legend(draw: ImageDraw.ImageDraw, y: int, *, bleeds: bool) -> None:
    """Say what the coloured lines mean, at a height in pixels."""
    font, x = _font(), GAP
    entries = [(TRIM, "trim: here the paper is cut or folded")]
    if bleeds:
        entries.append((BLEED, "bleed: up to here it is printed, to be cut off"))
    for colour, words in entries:
        draw.line((x, y, x + SWATCH, y), colour, width=2)
        draw.text((x + SWATCH + 8, y - SIZE // 2 - 1), words, INK, font)
        x += SWATCH + 8 + round(draw.textlength(words, font)) + 2 * GAP
