"""The printed book: its interior as each printer takes it, with notes at the foot of their pages.

PDF/X is for a press; links, bookmarks and tags are in the PDFs for the screen and for archives.
"""

from __future__ import annotations

from typing import Any

from colofon import printers
from colofon.finding import Finding
from colofon.formats import Made
from colofon.front import Front
from colofon.pdf.metadata import Metadata
from colofon.press.finish import Job, finish
from colofon.press.orders import problems
from colofon.source import Edition


def make(*, edition: Edition, front: Front, layout: dict[str, Any], pages_1_7: bytes) -> Made:
    """Write `<slug>-print.pdf` for the first printer, `<slug>-print-<printer>.pdf` for others."""
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    for each, suffix in front.print.suffixes("print").items():
        name, printer = f"{edition.slug}{suffix}", printers.printer(each)
        job = Job(name, "interior", printer, layout["numbering"], front.print.images)
        files[name], lost = finish(pages_1_7, job, Metadata.of(front))
        findings.extend(lost)
        findings.extend(problems(name, len(layout["pages"]), front.print.trim, printer))
    return Made(files, tuple(findings))
