"""A stream of a stranger's PDF -> its bytes, unpacked only after it was seen how many they are."""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Name, Stream

from colofon.finding import Place
from colofon.guarded.limits import LIMITS, Limits
from colofon.guarded.unsafe import Unsafe

FLATE = ("/FlateDecode", "/Fl")
SMALL = ("/ASCIIHexDecode", "/AHx", "/ASCII85Decode", "/A85", "/RunLengthDecode", "/RL")
"""Filters that make at most 64 bytes of one (ISO 32000-1, 7.4)."""

GROWTH = 64
PICTURES = ("/DCTDecode", "/DCT", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/CCF")
"""Filters whose result is a picture: what is before them is compared as it is."""

CHUNK = 1 << 20


def filters(stream: Any) -> list[str]:
    """Return the names of a stream's filters in the order of decoding."""
    said = stream.get(Name.Filter)
    if said is None:
        return []
    listed = list(said) if isinstance(said, Array) else [said]
    return [str(each) for each in listed]


def decoded(stream: Stream, place: Place, limits: Limits = LIMITS) -> bytes:
    """Decode a stream, but not what makes a picture of it.

    Raises Unsafe for a stream that is damaged, has more than `limits.member` bytes, or uses
    LZW, which no file of ours does and whose size cannot be foreseen.
    """
    try:
        raw = stream.read_raw_bytes()
        names = filters(stream)
        if not names or names[0] in PICTURES:
            return raw
        _measure(raw, names, _predicted(stream), place, limits)
        if names[-1] in PICTURES:
            return _before_picture(raw, names, place)
        return stream.read_bytes()
    except (pikepdf.PdfError, zlib.error, RuntimeError) as error:
        text = "A stream cannot be decompressed: it was damaged."
        raise Unsafe("damaged", text, place) from error


def _measure(raw: bytes, names: list[str], predicted: bool, place: Place, limits: Limits) -> None:  # noqa: FBT001  # private
    """Raise Unsafe unless decoding stays within bounds and within filters that we know."""
    size, data = len(raw), raw
    for number, name in enumerate(names):
        if name in FLATE and (number == 0 or (data and not predicted)):
            data = _inflated(data, place, limits, keep=number + 1 < len(names))
            size = max(size, len(data))
        elif name in SMALL and size * GROWTH <= limits.member:
            size, data = size * GROWTH, b""
        elif name not in PICTURES:
            text = f"A stream is packed in a way that no file of ours uses ({' '.join(names)})."
            raise Unsafe("unsafe-pdf", text, place)


def _inflated(data: bytes, place: Place, limits: Limits, *, keep: bool) -> bytes:
    """Decompress in chunks up to the limit; return the bytes only where another filter follows."""
    engine, made, kept = zlib.decompressobj(), 0, []
    while data and not engine.eof:
        chunk = engine.decompress(data, CHUNK)
        data = engine.unconsumed_tail
        made += len(chunk)
        if keep:
            kept.append(chunk)
        if made > limits.member:
            text = f"A stream unpacks to more than {limits.member:,} bytes."
            raise Unsafe("too-large", text, place)
        if not chunk and not data:
            break
    return b"".join(kept)


def _predicted(stream: Any) -> bool:
    """Tell whether any filter has parameters, such as a predictor."""
    return Name.DecodeParms in stream


def _before_picture(raw: bytes, names: list[str], place: Place) -> bytes:
    """Undo what packs a picture's data (JPEG in Flate), which must be Flate alone."""
    for name in names[:-1]:
        if name not in FLATE:
            text = f"A picture is packed in a way that no file of ours uses ({' '.join(names)})."
            raise Unsafe("unsafe-pdf", text, place)
        raw = zlib.decompress(raw)
    return raw
