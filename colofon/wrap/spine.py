"""Pages and paper -> how wide a spine is; a language -> which way its words run."""

from __future__ import annotations

import functools
import tomllib

from colofon import styles
from colofon.printers import Paper, Spine

PAGES_TO_A_LEAF = 2


def width(pages: int, paper: Paper, spine: Spine) -> float:
    """Return the width of a spine in mm, to a hundredth.

    Leaves times caliper, and what the printer adds: so reckon KDP («Create a Paperback Cover»:
    pages times the thickness of a page), and, with caliper = grammage times bulk over 1000,
    the makers of book paper (ISO 534: bulk is caliper over grammage). `pages` is the final
    number, with the blank ones; an odd last page has a leaf of its own.
    """
    leaves = -(-pages // PAGES_TO_A_LEAF)
    return round(leaves * paper.caliper + spine.added, 2)


def ascends(language: str) -> bool:
    """Tell whether the words of a spine run from foot to head in books of a language."""
    data = _directions()
    listed = language.partition("-")[0].lower() in data["ascending"]
    return listed or data["usual"] == "ascending"


@functools.cache
def _directions() -> dict[str, str | list[str]]:
    """Read `styles/spine.toml`."""
    return tomllib.loads(styles.sheet("spine.toml"))
