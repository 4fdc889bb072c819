"""A book and a printer that the master names -> whether it can be printed there."""

from __future__ import annotations

from collections.abc import Iterator

from colofon.finding import Finding, Place
from colofon.printers import Printer


def problems(name: str, pages: int, trim: str, printer: Printer) -> Iterator[Finding]:
    """Find why a printer cannot make a book of so many laid-out pages and a trim.

    `name` is that of the file. Each is an error: the master asks for this printer.
    """
    asked, complete = printer.pages, printer.pages.complete(pages)
    counted = f"It has {complete} pages with the blank ones at its end"
    if complete < asked.minimum:
        message = f"{counted}; {printer.name} binds {asked.minimum} or more."
        hint = "Add pages, choose a smaller trim, or take this printer out of `print: printers`."
        yield Finding("too-few-pages", message, Place(name), hint)
    if complete > asked.maximum:
        message = f"{counted}; {printer.name} binds {asked.maximum} or fewer."
        hint = "Make two volumes, choose a larger trim, or take this printer out."
        yield Finding("too-many-pages", message, Place(name), hint)
    if printer.trims is not None and trim not in printer.trims:
        message = f"{printer.name} does not cut {trim}."
        hint = f"It cuts {', '.join(printer.trims)}: say so in `print: trim`, or take it out."
        yield Finding("trim-not-cut", message, Place(name), hint)
