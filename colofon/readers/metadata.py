"""What an output says of itself, the same for every format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Metadata:
    """A book's description as one output gives it; empty where it says nothing.

    Dates are as written (ISO 8601, or a PDF date turned into one).
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    """Who did something else for the book (Dublin Core «contributor»)."""
    language: str = ""
    identifier: str = ""
    issued: str = ""
    created: str = ""
    description: str = ""
    publisher: str = ""
