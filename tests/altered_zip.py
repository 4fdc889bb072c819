"""Ways in which a copy of the finished EPUB can differ."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from altering import Alter, Table, entering, jpeg, swap
from colofon.comparing import Cause
from conftest import ROOT

ALTERED: Table = {}
altered = entering(ALTERED)


Members = list[tuple[zipfile.ZipInfo, bytes]]


def _rezipped(data: bytes, change: Callable[[Members], Any], comment: bytes = b"") -> bytes:
    """Write a ZIP again after `change` has worked on its members."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        members = [(each, book.read(each)) for each in book.infolist()]
    change(members)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        book.comment = comment
        for info, content in members:
            info.file_size = len(content)
            book.writestr(info, content, info.compress_type)
    return file.getvalue()


def member(data: bytes, name: str, change: Alter) -> bytes:
    """Change the content of one member, and its checksum with it."""

    def apply(members: Members) -> None:
        for index, (info, content) in enumerate(members):
            if info.filename == name:
                changed = change(content)
                assert changed != content
                members[index] = info, changed

    return _rezipped(data, apply)


@altered(".epub", Cause.DAMAGED, "EPUB/text-1.xhtml", "checksum")
def byte_flipped(data: bytes) -> bytes:
    """Flip a byte in a stored member, and leave the checksum."""
    return swap(b"Camaradas", b"Camaridas")(data) if b"Camaradas" in data else _flip(data)


def _flip(data: bytes) -> bytes:
    at = data.index(b"<p", data.index(b"EPUB/text-1.xhtml")) + 60
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@altered(
    ".epub", Cause.TEXT, "EPUB/text-1.xhtml", "«guerro» stands where the reference has «guerra"
)
def byte_flipped_and_checksum_mended(data: bytes) -> bytes:
    """Change a letter, and the checksum too."""
    return member(data, "EPUB/text-1.xhtml", swap(b" guerra ", b" guerro "))


@altered(".epub", Cause.TEXT, "EPUB/notes.xhtml", "is missing")
def word_left_out(data: bytes) -> bytes:
    """Leave out a word of a note."""
    return member(data, "EPUB/notes.xhtml", swap(b" que ", b" "))


@altered(".epub", Cause.RECOMPRESSED, "EPUB/css/epub.css", "compressed")
def member_recompressed(data: bytes) -> bytes:
    """Compress the style sheet."""

    def change(members: Members) -> None:
        for info, _ in members:
            if info.filename == "EPUB/css/epub.css":
                info.compress_type = zipfile.ZIP_DEFLATED

    return _rezipped(data, change)


@altered(".epub", Cause.RECOMPRESSED, "mimetype", "compressed")
def all_recompressed(data: bytes) -> bytes:
    """Compress every member."""

    def change(members: Members) -> None:
        for info, _ in members:
            info.compress_type = zipfile.ZIP_DEFLATED

    return _rezipped(data, change)


@altered(".epub", Cause.CLOCK, "mimetype", "2030-01-02 03:04:06")
def dates_of_members(data: bytes) -> bytes:
    """Date every member otherwise."""

    def change(members: Members) -> None:
        for info, _ in members:
            info.date_time = (2030, 1, 2, 3, 4, 6)

    return _rezipped(data, change)


@altered(".epub", Cause.CLOCK, "EPUB/content.opf", "2031")
def date_of_modification(data: bytes) -> bytes:
    """Say in the package that it was modified later."""
    return member(data, "EPUB/content.opf", swap(b"2026-11-22T00:00:00Z", b"2031-11-22T00:00:00Z"))


@altered(".epub", Cause.METADATA, "EPUB/content.opf", "Trotski")
def author_renamed(data: bytes) -> bytes:
    """Write the author's name otherwise."""
    return member(data, "EPUB/content.opf", swap(b"Trotsky", b"Trotski"))


@altered(".epub", Cause.CONTAINER, "", "«bought by»")
def comment_of_a_zip(data: bytes) -> bytes:
    """Give the ZIP a comment, as shops do."""
    return _rezipped(data, lambda _: None, b"bought by")


@altered(".epub", Cause.CONTAINER, "EPUB/title.xhtml", "permissions")
def permissions_of_a_member(data: bytes) -> bytes:
    """Make a member executable."""

    def change(members: Members) -> None:
        next(i for i, _ in members if "title" in i.filename).external_attr = 0o100755 << 16

    return _rezipped(data, change)


@altered(".epub", Cause.REORDERED, "META-INF/source.zip")
def order_of_members(data: bytes) -> bytes:
    """Put the last member second."""
    return _rezipped(data, lambda members: members.insert(1, members.pop()))


@altered(".epub", Cause.ADDED, "EPUB/tracker.js")
def member_added(data: bytes) -> bytes:
    """Add a script."""
    return _rezipped(
        data, lambda members: members.append((zipfile.ZipInfo("EPUB/tracker.js"), b"1"))
    )


@altered(".epub", Cause.MISSING, "EPUB/toc.ncx")
def member_removed(data: bytes) -> bytes:
    """Take a member away."""

    def change(members: Members) -> None:
        members[:] = [each for each in members if each[0].filename != "EPUB/toc.ncx"]

    return _rezipped(data, change)


@altered(".epub", (Cause.RECOMPRESSED, Cause.CLOCK, Cause.CONTAINER), "META-INF/container.xml")
def packed_again_by_a_tool(data: bytes) -> bytes:
    """Unpack and pack again, as people do with zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(file, "w") as copy:
        for info in book.infolist():
            method = zipfile.ZIP_STORED if info.filename == "mimetype" else zipfile.ZIP_DEFLATED
            again = zipfile.ZipInfo(info.filename, (2026, 12, 1, 10, 0, 0))
            again.external_attr = 0o100664 << 16
            copy.writestr(again, book.read(info), method)
    return file.getvalue()


@altered(".epub", Cause.FONT, "EPUB/fonts/EBGaramond-Regular.ttf", "another subset")
def font_replaced_in_an_epub(data: bytes) -> bytes:
    """Put the whole font in the place of its subset."""
    whole = (ROOT / "styles/fonts/EBGaramond-Regular.ttf").read_bytes()
    return member(data, "EPUB/fonts/EBGaramond-Regular.ttf", lambda _: whole)


@altered(".epub", Cause.STYLE, "EPUB/css/epub.css", "line ")
def style_of_an_epub(data: bytes) -> bytes:
    """Change a measure in the style sheet."""
    return member(data, "EPUB/css/epub.css", swap(b"em;", b"rem;"))


@altered(".epub", Cause.MARKUP, "EPUB/text-1.xhtml", "<b>")
def markup_of_an_epub(data: bytes) -> bytes:
    """Set words bold."""
    return member(
        data, "EPUB/text-1.xhtml",
        lambda text: text.replace(b" guerra ", b" <b>guerra</b> ", 1),
    )  # fmt: skip


@altered(".epub", Cause.LAYOUT, "EPUB/text-2.xhtml", "lines or spaces")
def spaces_of_an_epub(data: bytes) -> bytes:
    """Break a line between two words."""
    return member(data, "EPUB/text-2.xhtml", swap(b" que ", b"\n  que "))


@altered(".epub", Cause.IMAGE, "EPUB/images/cover.jpg", "pixels")
def cover_compressed_more(data: bytes) -> bytes:
    """Save the cover with less quality."""
    return member(data, "EPUB/images/cover.jpg", lambda data: jpeg(data, quality=60))


@altered(".epub", Cause.LINE_ENDS, "EPUB/nav.xhtml", "CR LF")
def line_ends_in_an_epub(data: bytes) -> bytes:
    """Write one member as Windows does."""
    return member(data, "EPUB/nav.xhtml", lambda text: text.replace(b"\n", b"\r\n"))


@altered(".epub", Cause.TRUNCATED, "", "300,000 of")
def cut_off(data: bytes) -> bytes:
    """Lose the end, as downloads do."""
    return data[:300_000]


@altered(".epub", Cause.UNREADABLE, "", "no ZIP")
def error_pagesaved(_: bytes) -> bytes:
    """Be an error page of a server."""
    return b"<html><body>404 Not Found</body></html>"


@altered(".epub", Cause.SOURCE, "META-INF/source.zip/por-la-paz.md", "line 3")
def source_of_an_epub(_: bytes) -> bytes:
    """Change a word in the source that it carries; see `REFERENCES`."""
    return _carrying(b"---\n\nuna frase dos\n")


def _carrying(text: bytes) -> bytes:
    """Make a small EPUB that carries a source."""
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as source:
        source.writestr(zipfile.ZipInfo("por-la-paz.md"), text)
    with zipfile.ZipFile(outer, "w") as book:
        book.writestr(zipfile.ZipInfo("mimetype"), b"application/epub+zip")
        book.writestr(zipfile.ZipInfo("META-INF/source.zip"), inner.getvalue())
    return outer.getvalue()


REFERENCES = {"source_of_an_epub": _carrying(b"---\n\nuna palabra dos\n")}
"""References that are not our edition's files."""
