"""Ways in which copies of finished texts, data and pictures can differ."""

from __future__ import annotations

import json

from altering import LINE, Table, entering, jpeg, swap
from colofon.comparing import Cause

ALTERED: Table = {}
altered = entering(ALTERED)


# --- texts and data


@altered(".txt", Cause.LINE_ENDS, "", "CR LF")
def line_ends(data: bytes) -> bytes:
    """Write the text as Windows does."""
    return data.replace(b"\n", b"\r\n")


@altered(".txt", Cause.LINE_ENDS, "", "byte order mark")
def byte_order_mark(data: bytes) -> bytes:
    """Begin with a byte order mark."""
    return b"\xef\xbb\xbf" + data


@altered(".txt", Cause.TEXT, "line 102, column 1", "«Mentira")
def word_of_a_text(data: bytes) -> bytes:
    """Put a word before a line."""
    lines = data.split(b"\n")
    lines[101] = b"Mentira " + lines[101]
    return b"\n".join(lines)


@altered(".txt", Cause.LAYOUT, LINE, "words are the same")
def breaks_of_a_text(data: bytes) -> bytes:
    """Break a line elsewhere."""
    return data.replace(b" ", b"\n", 1)


@altered(".html", Cause.STYLE, LINE, "rrem")
def style_of_a_page(data: bytes) -> bytes:
    """Change a colour of the web page."""
    at = data.index(b"<style")
    return data[:at] + data[at:].replace(b"em;", b"rem;", 1)


@altered(".html", Cause.TEXT, LINE)
def word_of_a_page(data: bytes) -> bytes:
    """Change a word of the web page."""
    return swap(b" guerra ", b" paz ")(data)


@altered(".html", Cause.FONT, LINE, "font")
def font_of_a_page(data: bytes) -> bytes:
    """Change a byte of a font within the web page."""
    at = data.index(b"base64,", data.index(b"data:font")) + 5000
    return data[:at] + (b"A" if data[at : at + 1] != b"A" else b"B") + data[at + 1 :]


@altered(".tei.xml", Cause.TEXT, LINE)
def word_of_tei(data: bytes) -> bytes:
    """Change a word of TEI."""
    return swap(b" guerra ", b" paz ")(data)


@altered(".onix.xml", Cause.CLOCK, LINE)
def clock_of_onix(data: bytes) -> bytes:
    """Say that ONIX was sent on another day."""
    return swap(b"<SentDateTime>2026", b"<SentDateTime>2027")(data)


@altered(".onix.xml", Cause.METADATA, LINE)
def price_of_onix(data: bytes) -> bytes:
    """Change a word of ONIX."""
    return swap(b"</TitleText>", b" 2</TitleText>")(data)


@altered(".paragraphs.json", Cause.METADATA, LINE, "reference has")
def number_of_json(data: bytes) -> bytes:
    """Change a value."""
    said = json.loads(data)
    said["edition"] = 99
    return json.dumps(said, indent=2, ensure_ascii=False, sort_keys=True).encode()


# --- pictures


@altered("-cover.jpg", Cause.IMAGE, "", "pixels")
def picture_compressed_again(data: bytes) -> bytes:
    """Compress the cover more."""
    return jpeg(data, quality=50)


@altered("-cover.jpg", Cause.METADATA, "", "what its file says")
def words_in_a_picture(data: bytes) -> bytes:
    """Put a comment into a JPEG."""
    return data[:2] + b"\xff\xfe\x00\x07hello" + data[2:]


@altered("-cover.jpg", Cause.DAMAGED, "", "picture")
def picture_damaged(data: bytes) -> bytes:
    """Overwrite the beginning of a JPEG."""
    return data[:3] + bytes(400) + data[403:]
