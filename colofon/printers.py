"""The name of a printer -> what it accepts, from the data in `styles/printers/`."""

from __future__ import annotations

import functools
import tomllib
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from colofon import styles

FOLDER = styles.FOLDER / "printers"

MILLIMETRE = 72 / 25.4
"""In points."""

Millimetres = Annotated[float, Field(ge=0)]
Points = Annotated[float, Field(ge=0)]


class _Strict(BaseModel):
    """Unknown keys are faults, and values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Pages(_Strict):
    """How many pages a book may have."""

    minimum: Annotated[int, Field(ge=1)]
    maximum: Annotated[int, Field(ge=1)]
    multiple: Annotated[int, Field(ge=1)]
    """The number of pages is a multiple of this; blank ones are added at the end."""
    last_blank: bool
    """Whether the last page must be blank."""

    def complete(self, pages: int) -> int:
        """Return how many pages a book of so many has in the end, with the blank ones added."""
        wanted = pages + self.last_blank
        return wanted + -wanted % self.multiple


class Margin(_Strict):
    """How far from the trimmed edges nothing may be printed but what is meant to be cut."""

    pages: Annotated[int, Field(ge=1)]
    """Up to this number of pages."""
    inner: Millimetres
    outer: Millimetres
    """Outer, top and bottom."""


class Paper(_Strict):
    """A paper that the interior can be printed on."""

    name: str
    caliper: Annotated[float, Field(gt=0)]
    """The thickness of one leaf in mm; a leaf is two pages."""


class Part(_Strict):
    """How one of the two files of a book is made: its interior, or its cover."""

    standard: Literal["PDF/X-4", "PDF/X-1a:2001"]
    condition: Annotated[str, Field(pattern=r"^[A-Za-z0-9][\w-]*$")]
    """The registered printing condition (ICC characterisation registry): FOGRA39."""
    profile: Annotated[str, Field(pattern=r"^[A-Za-z0-9][\w-]*\.icc$")] | None = None
    """The ICC profile in `styles/icc/` that is embedded; None where the printer refuses one."""
    marks: bool
    """Whether crop and registration marks stand outside the bleed."""
    bleed: Millimetres
    ink_limit: Annotated[int, Field(ge=100, le=400)]
    """The most ink that may meet in one place, in per cent."""

    @model_validator(mode="after")
    def _profiled(self) -> Self:
        """Refuse PDF/X-4 without a profile, and a condition or a profile that we have none of."""
        wanted = {f"{self.condition}L.icc", self.profile or f"{self.condition}L.icc"}
        missing = [name for name in sorted(wanted) if not (styles.FOLDER / "icc" / name).is_file()]
        if missing:
            raise ValueError(f"There is no styles/icc/{missing[0]}.")
        if self.standard == "PDF/X-4" and self.profile is None:
            raise ValueError("PDF/X-4 embeds a profile, and none is named.")
        return self


class Spine(_Strict):
    """What a printer asks of the spine."""

    added: Millimetres
    """Added to the thickness of the leaves: glue and the cover's own board."""
    text_from: Millimetres
    """The least width of a spine with text on it."""
    clearance: Millimetres
    """The white on either side of its text."""


class Limits(_Strict):
    """The smallest things that this printer can print, and the largest file it takes."""

    smallest_type: Points
    smallest_reversed_type: Points
    """The smallest type in white or in several inks."""
    thinnest_line: Points
    image_resolution: Annotated[int, Field(ge=1)]
    """Of images in colour or grey at the size they are printed, in pixels to the inch."""
    file_size: Annotated[int, Field(ge=1)]
    """In megabytes."""


class Printer(_Strict):
    """Everything that is known of how a printer wants its files."""

    name: str
    """What it is called."""
    version: str
    """The day on which its requirements were read, and their own version if they have one."""
    trims: tuple[str, ...] | None = None
    """The trims it cuts, as the front matter names them; None for any."""
    pages: Pages
    margins: tuple[Margin, ...]
    interior: Part
    cover: Part
    spine: Spine
    limits: Limits
    papers: dict[str, Paper]
    """The first is taken unless the front matter names another."""
    sources: dict[str, str]
    """Where each figure comes from: the name of a table or a key (`pages`, `interior.bleed`)."""

    def margin(self, pages: int) -> Margin:
        """Return the margins of a book with so many pages."""
        return next((each for each in self.margins if pages <= each.pages), self.margins[-1])

    def paper(self, name: str | None) -> Paper:
        """Return a paper by its name, or the usual one; KeyError if it has none so called."""
        return self.papers[name] if name else next(iter(self.papers.values()))


@functools.cache
def names() -> tuple[str, ...]:
    """Name every printer that `styles/printers/` has data on."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@functools.cache
def printer(name: str) -> Printer:
    """Read what a printer accepts; FileNotFoundError for one that nothing is known of."""
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return Printer.model_validate(data)
