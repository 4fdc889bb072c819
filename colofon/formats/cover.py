"""The cover of the printed book: back, spine and front in one, for each printer."""

from __future__ import annotations

from typing import Any

from colofon.formats import Made
from colofon.front import Front
from colofon.layout import TRIMS
from colofon.pdf.metadata import Metadata
from colofon.press.finish import Job, finish
from colofon.printers import printer
from colofon.wrap import spine
from colofon.wrap.drawing import draw
from colofon.wrap.panels import Panels


def make(*, front: Front, layout: dict[str, Any]) -> Made:
    """Write `<slug>-cover.pdf` for the first printer, `<slug>-cover-<printer>.pdf` for others."""
    files, findings = {}, []
    suffixes = front.print.suffixes("cover")
    for printing in front.print.printers:
        accepts = printer(printing.name)
        pages = accepts.pages.complete(len(layout["pages"]))
        width = spine.width(pages, accepts.paper(printing.paper), accepts.spine)
        name = f"{front.slug}{suffixes[printing.name]}"
        panels = Panels(*TRIMS[front.print.trim], width)
        raw, found = draw(front, panels, accepts, name)
        files[name], lost = finish(raw, Job(name, "cover", accepts), Metadata.of(front))
        findings += [*found, *lost]
    return Made(files, tuple(findings))
