"""The colours of a screen -> those of the press: black alone inside the book, four on its cover.

Black is one ink everywhere: what is grey on the screen is black in part, never a mixture.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageCms, ImageMath

from colofon import styles

Colour = tuple[float, ...]

LUMA = (0.299, 0.587, 0.114)
"""How bright red, green and blue are (ITU-R BT.601), as Pillow takes them for its greys."""

DIGITS = 4
"""Of a colour's parts: finer than any plate."""

STEPS = 255
"""From no light to full light in an image."""


@dataclass(frozen=True)
class Inks:
    """What a part of the book is printed with: black alone, or CMYK on a printing condition."""

    condition: str
    """The registered one, by whose profile colours of a screen become CMYK."""
    black_alone: bool
    limit: int
    """The most ink that may meet in one place, in per cent: colours are converted within it."""

    def of(self, colour: Sequence[float]) -> Colour:
        """Return the C, M, Y and K of a colour in grey, RGB or CMYK; parts are from 0 to 1."""
        cyan, magenta, yellow, black = _cmyk(colour, self._of_rgb)
        if self.black_alone and (cyan, magenta, yellow) != (0, 0, 0):
            light = _brightness([(1 - part) * (1 - black) for part in (cyan, magenta, yellow)])
            cyan, magenta, yellow, black = 0, 0, 0, 1 - light
        return tuple(round(part, DIGITS) + 0.0 for part in (cyan, magenta, yellow, black))

    def coloured(self, colour: Sequence[float]) -> bool:
        """Tell whether a colour is more than a grey."""
        neutral = len(set(colour)) == 1 if len(colour) == len(LUMA) else not any(colour[:-1])
        return not neutral

    def _of_rgb(self, colour: Sequence[float]) -> Colour:
        """Return the CMYK of a colour of the screen that is not grey."""
        if self.black_alone:
            return (0, 0, 0, 1 - _brightness(colour))
        dot = Image.new("RGB", (1, 1), tuple(round(part * STEPS) for part in colour))
        pixel = self.separated(dot).getpixel((0, 0))
        assert isinstance(pixel, tuple)
        return tuple(part / STEPS for part in pixel)

    def separated(self, picture: Image.Image) -> Image.Image:
        """Turn a picture in RGB into CMYK, relative to the paper's white."""
        converted = ImageCms.applyTransform(picture, _transform(self.condition))
        assert converted is not None
        return _thinned(converted, self.limit * STEPS / 100)


def _thinned(picture: Image.Image, limit: float) -> Image.Image:
    """Take from cyan, magenta and yellow alike where more ink meets than `limit` (in steps)."""
    cyan, magenta, yellow, black = picture.split()
    sums = {"c": cyan, "m": magenta, "y": yellow, "k": black}

    def share(layers: Any) -> Any:
        colours = layers["c"] + layers["m"] + layers["y"]
        left = (limit - layers["float"](layers["k"])) / layers["max"](colours, 1)
        return layers["min"](left, 1.0)

    def thin(layers: Any, ink: str) -> Any:
        return layers["convert"](layers[ink] * share(layers), "L")

    thinner = [ImageMath.lambda_eval(functools.partial(thin, ink=ink), **sums) for ink in "cmy"]
    return Image.merge("CMYK", (*thinner, black))


def _cmyk(colour: Sequence[float], of_rgb: Callable[[Sequence[float]], Colour]) -> Colour:
    """Read a colour by the number of its parts: one of grey, three of RGB, four of CMYK."""
    if len(colour) == 1 or (len(colour) == len(LUMA) and len(set(colour)) == 1):
        return (0, 0, 0, 1 - colour[0])
    return of_rgb(colour) if len(colour) == len(LUMA) else tuple(colour)


def _brightness(rgb: Sequence[float]) -> float:
    """Weigh red, green and blue as the eye does."""
    return sum(part * weight for part, weight in zip(rgb, LUMA, strict=True))


@functools.cache
def _transform(condition: str) -> ImageCms.ImageCmsTransform:
    """Prepare the way from sRGB to a printing condition (black point compensated)."""
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.getOpenProfile(str(styles.FOLDER / "icc" / f"{condition}L.icc")),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
