"""What the press cannot print as it was on the screen -> findings, with the page and a way out."""

from __future__ import annotations

from dataclasses import dataclass, field

from colofon.finding import Finding, Place, Severity
from colofon.press.contents import Loss

SAID = {
    Loss.COLOUR: (
        "colour-in-interior",
        "A colour is printed in grey: the book is printed in black inside.",
        "Take a grey in the style sheet, so that you choose how dark it is.",
        Severity.NOTE,
    ),
    Loss.TRANSPARENCY: (
        "see-through-on-press",
        "Something is see-through, which no printer flattens as it was seen.",
        "Take a solid colour in the style sheet.",
        Severity.ERROR,
    ),
    Loss.SPACE: (
        "unknown-ink",
        "Something is in a colour that has no ink: a gradient of the screen's, or Lab.",
        "Take device-cmyk() in the style sheet.",
        Severity.ERROR,
    ),
}
"""The code, message, hint and weight of each."""


@dataclass
class Losses:
    """What was lost so far, each once on a page."""

    name: str
    """Of the file."""
    refused: bool
    """Whether pictures in colour are refused inside the book."""
    page: int = 0
    """The one that is worked on, from 1."""
    found: dict[Finding, None] = field(default_factory=dict)

    def lose(self, loss: Loss) -> None:
        """Remember that something is not printed as it was."""
        code, message, hint, severity = SAID[loss]
        self._find(code, message, hint, severity)

    def grey(self) -> None:
        """Remember that a picture in colour is printed in grey, or refused."""
        if self.refused:
            message = "A picture is in colour, and the book is printed in black inside."
            hint = "Give the master a picture in grey, or say `print: {images: grey}`."
            self._find("picture-in-colour", message, hint, Severity.ERROR)
            return
        message = "A picture in colour is printed in grey: the book is printed in black inside."
        hint = "Look at it in the PDF; with a picture in grey you choose its greys yourself."
        self._find("picture-greyed", message, hint, Severity.NOTE)

    def findings(self) -> tuple[Finding, ...]:
        """Return what was lost, page by page."""
        return tuple(self.found)

    def _find(self, code: str, message: str, hint: str, severity: Severity) -> None:
        """Add a finding on the page, if it is new."""
        place = Place(self.name, part=f"page {self.page}")
        self.found[Finding(code, message, place, hint, severity)] = None
