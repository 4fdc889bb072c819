"""The cells of a table -> columns of plain text."""

from __future__ import annotations

from collections.abc import Sequence

GAP = "   "
"""Between two columns; never less than two spaces, by which a reader knows them."""

Cells = list[list[list[str]]]
"""A row: the blocks of each cell, as lines."""


def columns(rows: Sequence[Cells], aligns: Sequence[str], width: int) -> list[list[str]]:
    """Write a table of several columns side by side if it fits, or else each cell as a block."""
    flat = [[_one_line(cell) for cell in row] for row in rows]
    fits = all(line is not None for row in flat for line in row)
    lines = [[line or "" for line in row] for row in flat]
    wide = [max(map(len, column)) for column in zip(*lines, strict=True)] if _even(lines) else []
    if (
        not fits
        or len(wide) < len(("one", "two"))
        or sum(wide) + len(GAP) * (len(wide) - 1) > width
    ):
        return [block for row in rows for cell in row for block in cell]
    return [
        [GAP.join(map(_aligned, row, aligns, wide)).rstrip() for row in lines],
    ]


def _one_line(cell: list[list[str]]) -> str | None:
    """Return a cell's only line; None where it has several."""
    lines = [line for block in cell for line in block]
    return (lines or [""])[0] if len(lines) < len(("one", "two")) else None


def _even(lines: list[list[str]]) -> bool:
    """Tell whether all rows have as many cells."""
    return len({len(row) for row in lines}) == 1


def _aligned(text: str, align: str, width: int) -> str:
    """Set a cell in its column."""
    if align == "right":
        return text.rjust(width)
    return text.center(width) if align == "center" else text.ljust(width)
