"""A stranger's PDF -> its objects as they stand: nothing mended, nothing decrypted."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from colofon.finding import Place
from colofon.guarded import files
from colofon.guarded.limits import LIMITS, Limits
from colofon.guarded.streams import decoded
from colofon.guarded.unsafe import Unsafe

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # faults are told once, by us

HEAD = b"%PDF-"
TAIL = b"%%EOF"
OBJECT = re.compile(r"(stream )?<_io\.BytesIO object at 0x[0-9a-f]+>")
"""What qpdf calls a file that it is given as bytes."""

TAIL_REACH = 1024
"""Bytes from the end within which readers look for it (ISO 32000-1, Annex H)."""


@contextmanager
def opened(source: Path | bytes, name: str = "", limits: Limits = LIMITS) -> Iterator[pikepdf.Pdf]:
    """Open a PDF without mending it; `name` is what faults call bytes.

    Raises Unsafe where it is none, is cut off, is encrypted, has a cross-reference table that
    is wrong, or more objects or pages than `limits` allow; and where an object that
    is asked for meanwhile cannot be read.
    """
    place = Place(name or (str(source) if isinstance(source, Path) else "PDF"))
    data = source if isinstance(source, bytes) else files.read(source, limits.file)
    _insist_on_ends(data, place)
    with _open(data, place) as pdf:
        try:
            _insist_on_size(pdf, place, limits)
            yield pdf
        except pikepdf.PdfError as error:
            raise _wrong(place, error) from error
        except UnicodeDecodeError as error:  # pikepdf gives names as text
            text = "The PDF is damaged: a name in it is no Unicode."
            raise Unsafe("damaged", text, place) from error


def _insist_on_ends(data: bytes, place: Place) -> None:
    """Raise Unsafe unless a file begins and ends like a PDF."""
    if not data:
        raise Unsafe("truncated", "The file is empty.", place)
    if not data.startswith(HEAD):
        raise Unsafe("not-a-pdf", "This is no PDF.", place)
    if TAIL not in data[-TAIL_REACH:]:
        raise Unsafe("truncated", "The PDF is cut off: it has no end.", place)


def _open(data: bytes, place: Place) -> pikepdf.Pdf:
    """Open the bytes of a PDF that nobody encrypted."""
    try:
        pdf = pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise Unsafe("encrypted", "The PDF is encrypted.", place) from error
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        raise _wrong(place, error) from error
    if pdf.is_encrypted:
        pdf.close()
        raise Unsafe("encrypted", "The PDF is encrypted, with no password to open it.", place)
    return pdf


def _wrong(place: Place, error: Exception) -> Unsafe:
    """Say that a PDF is damaged, and what qpdf said of it."""
    first = OBJECT.sub("", str(error).splitlines()[0])
    said = first.rpartition("): ")[2].strip(" :")
    text = f"The PDF is damaged, or its cross-reference table is wrong: {said}."
    return Unsafe("damaged", text, place)


def _insist_on_size(pdf: pikepdf.Pdf, place: Place, limits: Limits) -> None:
    """Raise Unsafe if there are too many objects or pages, or objects that cannot be read."""
    size = pdf.trailer.get(Name.Size, 0)
    if not isinstance(size, int) or size > limits.objects:
        raise Unsafe("too-many", f"The PDF has more than {limits.objects:,} objects.", place)
    if not isinstance(pdf.trailer.get(Name.Root), Dictionary):
        raise Unsafe("damaged", "The PDF has no catalogue.", place)
    if len(pdf.pages) > limits.entries:
        raise Unsafe("too-many", f"The PDF has more than {limits.entries:,} pages.", place)


def check(pdf: pikepdf.Pdf, place: Place, limits: Limits = LIMITS) -> None:
    """Read every object and measure every stream; raises Unsafe at the first fault.

    References to objects that are nowhere are nothing to a reader, and so to us.
    """
    total = 0
    for item in _objects(pdf, place):
        if isinstance(item, Stream):
            total += len(decoded(item, Place(place.file, part=_named(item)), limits))
            if total > limits.total:
                text = f"The PDF unpacks to more than {limits.total:,} bytes."
                raise Unsafe("too-large", text, place)


def _named(item: Any) -> str:
    """Name an object by its number."""
    return f"object {item.objgen[0]}"


def _objects(pdf: pikepdf.Pdf, place: Place) -> Iterator[Any]:
    """Yield every object that has a number."""
    try:
        yield from pdf.objects
    except (pikepdf.PdfError, RuntimeError) as error:
        raise _wrong(place, error) from error


def attachments(pdf: pikepdf.Pdf, place: Place, limits: Limits = LIMITS) -> dict[str, bytes]:
    """Return the associated files of a PDF by their names (ISO 32000-2, 14.13), decoded.

    Raises Unsafe for too many, for two of a name, and for streams that are not bearable.
    """
    listed = pdf.Root.get(Name.AF, Array())
    carried = (
        [each for each in listed if isinstance(each, Dictionary)]
        if isinstance(listed, Array)
        else []
    )
    if len(carried) > limits.attachments:
        raise Unsafe("too-many", f"The PDF carries {len(carried):,} files.", place)
    found: dict[str, bytes] = {}
    total = 0
    for each in carried:
        name = str(each.get(Name.UF, each.get(Name.F, "")))
        held = each.get(Name.EF)
        stream = held.get(Name.F) if isinstance(held, Dictionary) else None
        if not isinstance(stream, Stream) or name in found:
            raise Unsafe("unsafe-pdf", "An attachment is there twice, or has no content.", place)
        found[name] = decoded(stream, Place(place.file, part=f"attachment {name}"), limits)
        total += len(found[name])
        if total > limits.total:
            text = f"The attachments unpack to more than {limits.total:,} bytes."
            raise Unsafe("too-large", text, place)
    return found
