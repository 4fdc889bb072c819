"""The size of a book -> back, spine and front side by side on one sheet."""

from __future__ import annotations

from dataclasses import dataclass

ARTWORK = 10
"""How far colours run beyond the trimmed edge, in mm: further than any printer's bleed."""

MARGIN = 15
"""From an edge or a fold to words, in mm."""

CLOTH = 9
"""How far the colour of the front goes round the spine onto the back, in mm.

Like the cloth of a quarter binding: where a fold is a millimetre aside, nobody sees it.
"""

FIELD = 0.766
"""How much of the height the field of colour takes, as on the cover of the EPUB."""

HEAD = 0.066
"""How much of the height is left above the first line, as there."""

FOOT = 13
"""From the lowest line to the trimmed edge, in mm."""


@dataclass(frozen=True)
class Panels:
    """A wrap as it is when it has been cut; lengths in mm."""

    width: float
    """Of the front, and of the back."""
    height: float
    spine: float

    @property
    def whole(self) -> float:
        """The width of back, spine and front."""
        return 2 * self.width + self.spine

    @property
    def front_measure(self) -> float:
        """The length of lines on the front."""
        return self.width - 2 * MARGIN

    @property
    def back_measure(self) -> float:
        """The length of lines on the back."""
        return self.width - 2 * MARGIN - CLOTH

    @property
    def spine_length(self) -> float:
        """The room along the spine, in the field of colour."""
        return (FIELD - 2 * HEAD) * self.height

    @property
    def spine_foot(self) -> float:
        """The room along the spine below the field of colour."""
        return (1 - FIELD - HEAD / 2) * self.height - FOOT

    def css(self) -> str:
        """Write the size of the sheet, and what wrap.css measures by."""
        lengths = {
            "width": self.width,
            "height": self.height,
            "spine": self.spine,
            "field": FIELD * self.height,
            "head": HEAD * self.height,
            "spine-length": self.spine_length,
            "spine-foot": self.spine_foot,
            "margin": MARGIN,
            "cloth": CLOTH,
            "foot": FOOT,
            "artwork": ARTWORK,
        }
        named = "".join(f"--{name}: {length:.3f}mm; " for name, length in lengths.items())
        return (
            f"@page {{ size: {self.whole:.3f}mm {self.height:.3f}mm; bleed: {ARTWORK}mm }}\n"
            f"html {{ {named}}}\n"
        )
