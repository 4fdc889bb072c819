"""The front matter, apart from the text, so that a change of one remakes less."""

from __future__ import annotations

from colofon import frontmatter
from colofon.formats import Made
from colofon.source import Edition, Master


def make(*, edition: Edition, master: Master) -> Made:
    """Write the front matter as JSON."""
    front = frontmatter.read(master, edition.slug)
    return Made({"front.json": front.model_dump_json(indent=1).encode() + b"\n"})
