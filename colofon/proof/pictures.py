"""A PDF for the press -> pictures of its spreads or sheets, with trim and bleed drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

TRIM = (226, 0, 122)
BLEED = (0, 133, 202)
"""Colours that no interior has."""

GROUND = (214, 214, 214)
"""Where there is no paper."""

INCH = 72
"""In points."""


class Picture(NamedTuple):
    """One spread, cover or side of a sheet: what it is, and whether it has any bleed."""

    image: Image.Image
    caption: str
    bleeds: bool


class Page(NamedTuple):
    """A page rendered up to its bleed, and where it is trimmed, in pixels from the head."""

    image: Image.Image
    left: int
    top: int
    right: int
    bottom: int
    bleeds: bool
    """Whether there is anything to see around the trimmed page."""

    def bound(self, *, verso: bool) -> Page:
        """Cut off what lies behind the fold."""
        width, height = self.image.size
        if verso:
            return self._replace(image=self.image.crop((0, 0, self.right, height)))
        image = self.image.crop((self.left, 0, width, height))
        return self._replace(image=image, left=0, right=self.right - self.left)

    def outlined(self) -> Image.Image:
        """Draw bleed and trim, on the last pixels inside of each."""
        image = self.image.copy()
        draw = ImageDraw.Draw(image)
        if self.bleeds:
            # At the fold the bleed has no edge: that line is drawn outside of the picture.
            first, last = min(self.left - 1, 0), max(self.right, image.width - 1)
            draw.rectangle((first, 0, last, image.height - 1), outline=BLEED)
        draw.rectangle((self.left, self.top, self.right - 1, self.bottom - 1), outline=TRIM)
        return image

    def folded(self) -> Page:
        """Draw the fold, in the middle of what is trimmed."""
        image, middle = self.image.copy(), (self.left + self.right) // 2
        ImageDraw.Draw(image).line((middle, self.top, middle, self.bottom - 1), fill=TRIM)
        return self._replace(image=image)


def spreads(pdf: bytes, dpi: int) -> Iterator[Picture]:
    """Yield what is seen when the bound book is open: page 1 alone, at the right."""
    document = pdfium.PdfDocument(pdf)
    pages: list[int | None] = [None, *range(len(document))]
    if len(pages) % 2:
        pages.append(None)
    for left, right in zip(pages[::2], pages[1::2], strict=True):
        verso, recto = (
            None if page is None else _page(document, page, dpi) for page in (left, right)
        )
        numbers = [str(page + 1) for page in (left, right) if page is not None]
        name = "pages" if len(numbers) > 1 else "page"
        yield _spread(verso, recto, f"{name} {'–'.join(numbers)}")
    document.close()


def covers(pdf: bytes, dpi: int) -> Iterator[Picture]:
    """Yield the sides of a cover: back, spine and front as one."""
    document = pdfium.PdfDocument(pdf)
    for index in range(len(document)):
        name = "cover" if len(document) == 1 else f"cover, page {index + 1}"
        page = _page(document, index, dpi)
        yield Picture(page.outlined(), name, page.bleeds)
    document.close()


def sheets(pdf: bytes, dpi: int) -> Iterator[Picture]:
    """Yield the sides of a booklet's sheets, whole: each front, then its back."""
    document = pdfium.PdfDocument(pdf)
    for index in range(len(document)):
        side = "back" if index % 2 else "front"
        signature, point, _ = (document.get_page_label(index) or "").rpartition(".")
        heap = f" (signature {signature})" if point else ""
        page = _page(document, index, dpi, whole=True).folded()
        yield Picture(page.outlined(), f"sheet {index // 2 + 1}, {side}{heap}", bleeds=False)
    document.close()


def _page(document: pdfium.PdfDocument, index: int, dpi: int, *, whole: bool = False) -> Page:
    """Render a page up to its bleed box, or the whole of it."""
    page, scale = document[index], dpi / INCH
    seen, trim = page.get_bbox(), page.get_trimbox()
    shown = seen if whole else page.get_bleedbox()
    beside = [abs(inner - outer) for inner, outer in zip(shown, seen, strict=True)]
    image = page.render(scale=scale, crop=tuple(beside)).to_pil().convert("RGB")
    page.close()
    return Page(
        image,
        left=round((trim[0] - shown[0]) * scale),
        top=round((shown[3] - trim[3]) * scale),
        right=round((trim[2] - shown[0]) * scale),
        bottom=round((shown[3] - trim[1]) * scale),
        bleeds=not whole and shown != trim,
    )


def _spread(verso: Page | None, recto: Page | None, caption: str) -> Picture:
    """Lay two pages against each other at the fold."""
    left = verso and verso.bound(verso=True).outlined()
    facing = recto and recto.bound(verso=False)
    if facing and verso:
        facing = facing._replace(left=-1)  # the fold is drawn once
    right = facing and facing.outlined()
    widths = [half.width for half in (left or right, right or left) if half]
    height = max(half.height for half in (left, right) if half)
    canvas = Image.new("RGB", (sum(widths), height), GROUND)
    for half, edge in ((left, 0), (right, widths[0])):
        if half:
            canvas.paste(half, (edge, 0))
    bleeds = any(page is not None and page.bleeds for page in (verso, recto))
    return Picture(canvas, caption, bleeds)
