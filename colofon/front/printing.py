"""How the printed book is set, and whom it is sent to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from colofon import printers
from colofon.front.values import Strict, Text


def _printer(name: str) -> str:
    """Accept the name of a printer that we have data on."""
    if name not in printers.names():
        known = ", ".join(printers.names())
        raise PydanticCustomError(
            "unknown-printer", "«{name}» is none of {known}.", {"name": name, "known": known}
        )
    return name


def _by_name(value: object) -> object:
    """Read a printer's bare name as the whole of what is said of it."""
    return {"name": value} if isinstance(value, str) else value


def _each_once(printings: tuple[Printing, ...]) -> tuple[Printing, ...]:
    """Accept a list that names somebody, and nobody twice."""
    if not printings:
        raise PydanticCustomError("empty-value", "No printer is named.")
    if len({each.name for each in printings}) < len(printings):
        raise PydanticCustomError("printer-twice", "A printer is named twice.")
    return printings


class Typesetting(Strict):
    """How lines are made of words."""

    lines: Literal["total-fit", "first-fit"] = "total-fit"
    """Whether the lines of a paragraph are chosen together, or each as it comes."""
    hanging_punctuation: bool = True
    """Whether hyphens and points stand a little outside the text area."""
    expansion: Annotated[float, Field(ge=0, le=2)] = 2
    """By how much the letters of a line may be widened or narrowed, in per cent."""


class Printing(Strict):
    """One printer that the book is sent to."""

    name: Annotated[str, AfterValidator(_printer)]
    """A file of `styles/printers/`."""
    paper: Text | None = None
    """One of the printer's papers; where it is missing, its usual one."""

    def model_post_init(self, _context: object) -> None:
        """Refuse a paper that the printer does not have."""
        known = printers.printer(self.name).papers
        if self.paper is not None and self.paper not in known:
            raise PydanticCustomError(
                "unknown-paper",
                "«{paper}» is no paper of {name}, which has {known}.",
                {"paper": self.paper, "name": self.name, "known": ", ".join(known)},
            )


NamedPrinting = Annotated[Printing, BeforeValidator(_by_name)]


class PrintSettings(Strict):
    """How the printed book is made."""

    trim: Literal["A5", "140x210", "6x9in"] = "A5"
    """The size of a cut page."""
    paragraph_numbers: bool = True
    """Whether the numbers of paragraphs stand in the margin."""
    typesetting: Typesetting = Typesetting()
    printers: Annotated[tuple[NamedPrinting, ...], AfterValidator(_each_once)] = (
        Printing(name="offset"),
    )
    """Whom the book is sent to; the first one's files are named by the work alone."""
    images: Literal["grey", "refuse"] = "grey"
    """What becomes of an image in colour inside the book, which is printed in one."""

    def suffixes(self, part: Literal["print", "cover"]) -> dict[str, str]:
        """Return how the file of each printer is called after the slug: the first's is plain."""
        first, *others = (each.name for each in self.printers)
        return {first: f"-{part}.pdf"} | {name: f"-{part}-{name}.pdf" for name in others}
