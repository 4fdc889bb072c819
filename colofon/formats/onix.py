"""The ONIX 3.1 message: what publishers send to shops, libraries and catalogues."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from colofon.accessibility import Accessibility
from colofon.formats import Made
from colofon.front import Front
from colofon.labels import labels_for
from colofon.onix.message import message
from colofon.onix.work import Work
from colofon.source import Edition


def make(
    *,
    edition: Edition,
    front: Front,
    accessibility: Accessibility,
    layout: dict[str, Any],
    epub: Path,
) -> Made:
    """Write `<slug>.onix.xml`: the EPUB is made before, so that what is said of it is true."""
    labels = labels_for(front.language)
    root = message(Work(front, labels, accessibility, layout, epub.stat().st_size))
    etree.indent(root)
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return Made({f"{edition.slug}.onix.xml": bytes(data) + b"\n"})
