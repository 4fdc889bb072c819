"""The pictures of a tree -> as high as whole lines, so that the text below keeps the grid."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from PIL import Image

from colofon.pdf.engine import Fetcher

POINTS = 72 / 96
"""Points to one pixel: a picture is set at 96 pixels to the inch, or smaller."""

CAPTION = 4
"""The lines that a page keeps for a figure's caption and the space around it."""


def fit(root: Element, fetcher: Fetcher, measure: float, lines: int, leading: float) -> None:
    """Give each picture of a figure its height: within `measure` (pt) and a page of `lines`."""
    for figure in root.iter("figure"):
        for picture in figure.iter("img"):
            file = fetcher.file(picture.get("src") or "")
            if file is not None:
                with Image.open(file) as image:
                    width, height = image.size
                shown = min(width * POINTS, measure) * height / width
                whole = max(1, min(int(shown // leading), lines - CAPTION))
                picture.set("style", f"height: {whole * leading}pt")
