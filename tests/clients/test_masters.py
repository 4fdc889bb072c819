"""The clients find nothing in a work of 200 notes with all that a master can hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from colofon import clients
from finished import finished_big

pytestmark = pytest.mark.usefixtures("equipped")


def output(suffix: str) -> Path:
    """Return an output of the work."""
    edition = finished_big(notes=200)
    return edition.build / f"{edition.slug}{suffix}"


def test_ace_finds_nothing() -> None:
    """No violation of any impact; every document is judged."""
    report = clients.ace(output(".epub"))
    assert report.violations == ()
    assert report.documents > 10


def test_nu_has_nothing_to_say() -> None:
    """No error, no warning, no information."""
    assert clients.nu([output(".html")]).messages == ()


def test_axe_finds_nothing() -> None:
    """No violation at any width, in light and dark."""
    assert clients.axe([output(".html")]).violations == ()
