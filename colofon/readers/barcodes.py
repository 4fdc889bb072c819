"""A picture -> the figures of the EAN-13 symbols in it, by zxing-cpp."""

from __future__ import annotations

from PIL.Image import Image

import zxingcpp


def read(picture: Image) -> list[str]:
    """Return what each symbol says, whatever way round it stands."""
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.EAN13)
    return [each.text for each in found]
