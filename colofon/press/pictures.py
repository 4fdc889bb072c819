"""The images of a PDF -> images in the inks of the press, with nothing that shows through."""

from __future__ import annotations

import pikepdf
from pikepdf import Dictionary, Name, Stream
from PIL import Image, ImageChops

from colofon.press.inks import Inks

SPACES = {"L": Name.DeviceGray, "CMYK": Name.DeviceCMYK}


def is_grey(image: Stream) -> bool:
    """Tell whether an image is in black and white or grey already, and opaque."""
    if image.get("/ImageMask", False):
        return True
    return image.get("/ColorSpace") == Name.DeviceGray and not _masked(image)


def _masked(image: Stream) -> bool:
    """Tell whether something can be seen through an image (ISO 32000-1, 8.9.6)."""
    return "/SMask" in image or "/Mask" in image


def printable(pdf: pikepdf.Pdf, image: Stream, inks: Inks) -> tuple[Stream, bool]:
    """Return an image as the press prints it, and whether its colours were taken from it.

    What shows through an image is white paper: nothing is printed below a picture.
    """
    if is_grey(image) or (not inks.black_alone and _in_cmyk(image)):
        return _sharp(image), False
    picture = _pixels(image)
    coloured = _has_colours(picture)
    if inks.black_alone or not coloured:
        picture = picture.convert("RGB").convert("L")
    elif picture.mode != "CMYK":
        picture = inks.separated(picture.convert("RGB"))
    return _embedded(pdf, picture), coloured and inks.black_alone


def _in_cmyk(image: Stream) -> bool:
    """Tell whether an image is in the inks of a press and opaque."""
    return image.get("/ColorSpace") == Name.DeviceCMYK and not _masked(image)


def _sharp(image: Stream) -> Stream:
    """Ask no RIP to blur an image: it knows its own screen."""
    if "/Interpolate" in image:
        del image.Interpolate
    return image


def _pixels(image: Stream) -> Image.Image:
    """Read an image, on white where it is not opaque."""
    picture = pikepdf.PdfImage(image).as_pil_image()
    if picture.mode not in ("L", "RGB", "CMYK"):
        picture = picture.convert("RGB")
    if "/SMask" not in image:
        return picture
    mask = image.SMask
    assert isinstance(mask, Stream)
    cover = pikepdf.PdfImage(mask).as_pil_image().convert("L").resize(picture.size)
    white = Image.new(picture.mode, picture.size, 0 if picture.mode == "CMYK" else "white")
    return Image.composite(picture, white, cover)


def _has_colours(picture: Image.Image) -> bool:
    """Tell whether any pixel is more than a grey."""
    if picture.mode == "L":
        return False
    red, green, blue = picture.convert("RGB").split()
    pairs = ((red, green), (green, blue))
    return any(ImageChops.difference(one, other).getbbox() for one, other in pairs)


def _embedded(pdf: pikepdf.Pdf, picture: Image.Image) -> Stream:
    """Write a picture as an image that is packed when the file is saved, without loss."""
    entries = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=SPACES[picture.mode],
        BitsPerComponent=8,
    )
    return Stream(pdf, picture.tobytes(), entries)
