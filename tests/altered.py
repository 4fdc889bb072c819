"""Ways in which a copy of a finished file can differ, each with the cause that is the right one."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Stream, String
from PIL import Image

from colofon.comparing import Cause
from conftest import ROOT

Alter = Callable[[bytes], bytes]


class Altered(NamedTuple):
    """A change of one output: its ending, what changes it, what must be said, and where."""

    ending: str
    alter: Alter
    causes: tuple[Cause, ...]
    """Every cause that must be named, the gravest first."""
    member: str
    """A regular expression."""
    says: str = ""
    """What the first message must hold."""


ALTERED: dict[str, Altered] = {}


def altered(
    ending: str, causes: Cause | Iterable[Cause], member: str, says: str = ""
) -> Callable[[Alter], Alter]:
    """Enter a change."""
    named = (causes,) if isinstance(causes, Cause) else tuple(causes)

    def enter(alter: Alter) -> Alter:
        ALTERED[alter.__name__] = Altered(ending, alter, named, member, says)
        return alter

    return enter


LINE = r"line \d+, column \d+"

# --- ZIP

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


def _member(data: bytes, name: str, change: Alter) -> bytes:
    """Change the content of one member, and its checksum with it."""

    def apply(members: Members) -> None:
        for index, (info, content) in enumerate(members):
            if info.filename == name:
                changed = change(content)
                assert changed != content
                members[index] = info, changed

    return _rezipped(data, apply)


def _swap(old: bytes, new: bytes) -> Alter:
    """Return a change of one string, which must be there."""

    def apply(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, 1)

    return apply


@altered(".epub", Cause.DAMAGED, "EPUB/text-1.xhtml", "checksum")
def byte_flipped(data: bytes) -> bytes:
    """Flip a byte in a stored member, and leave the checksum."""
    return _swap(b"Camaradas", b"Camaridas")(data) if b"Camaradas" in data else _flip(data)


def _flip(data: bytes) -> bytes:
    at = data.index(b"<p", data.index(b"EPUB/text-1.xhtml")) + 60
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@altered(
    ".epub", Cause.TEXT, "EPUB/text-1.xhtml", "«guerro» stands where the reference has «guerra"
)
def byte_flipped_and_checksum_mended(data: bytes) -> bytes:
    """Change a letter, and the checksum too."""
    return _member(data, "EPUB/text-1.xhtml", _swap(b" guerra ", b" guerro "))


@altered(".epub", Cause.TEXT, "EPUB/notes.xhtml", "is missing")
def word_left_out(data: bytes) -> bytes:
    """Leave out a word of a note."""
    return _member(data, "EPUB/notes.xhtml", _swap(b" que ", b" "))


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
    return _member(
        data, "EPUB/content.opf", _swap(b"2026-11-22T00:00:00Z", b"2031-11-22T00:00:00Z")
    )


@altered(".epub", Cause.METADATA, "EPUB/content.opf", "Trotski")
def author_renamed(data: bytes) -> bytes:
    """Write the author's name otherwise."""
    return _member(data, "EPUB/content.opf", _swap(b"Trotsky", b"Trotski"))


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


@altered(".epub", Cause.REORDERED, "EPUB/images/cover.jpg")
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
    return _member(data, "EPUB/fonts/EBGaramond-Regular.ttf", lambda _: whole)


@altered(".epub", Cause.STYLE, "EPUB/css/epub.css", "line ")
def style_of_an_epub(data: bytes) -> bytes:
    """Change a measure in the style sheet."""
    return _member(data, "EPUB/css/epub.css", _swap(b"em;", b"rem;"))


@altered(".epub", Cause.MARKUP, "EPUB/text-1.xhtml", "<b>")
def markup_of_an_epub(data: bytes) -> bytes:
    """Set words bold."""
    return _member(
        data, "EPUB/text-1.xhtml",
        lambda text: text.replace(b" guerra ", b" <b>guerra</b> ", 1),
    )  # fmt: skip


@altered(".epub", Cause.LAYOUT, "EPUB/text-2.xhtml", "lines or spaces")
def spaces_of_an_epub(data: bytes) -> bytes:
    """Break a line between two words."""
    return _member(data, "EPUB/text-2.xhtml", _swap(b" que ", b"\n  que "))


@altered(".epub", Cause.IMAGE, "EPUB/images/cover.jpg", "pixels")
def cover_compressed_more(data: bytes) -> bytes:
    """Save the cover with less quality."""
    return _member(data, "EPUB/images/cover.jpg", lambda jpeg: _jpeg(jpeg, quality=60))


@altered(".epub", Cause.LINE_ENDS, "EPUB/nav.xhtml", "CR LF")
def line_ends_in_an_epub(data: bytes) -> bytes:
    """Write one member as Windows does."""
    return _member(data, "EPUB/nav.xhtml", lambda text: text.replace(b"\n", b"\r\n"))


@altered(".epub", Cause.TRUNCATED, "", "300,000 of")
def cut_off(data: bytes) -> bytes:
    """Lose the end, as downloads do."""
    return data[:300_000]


@altered(".epub", Cause.UNREADABLE, "", "no ZIP")
def error_page_saved(_: bytes) -> bytes:
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
    return _swap(b" guerra ", b" paz ")(data)


@altered(".html", Cause.FONT, LINE, "font")
def font_of_a_page(data: bytes) -> bytes:
    """Change a byte of a font within the web page."""
    at = data.index(b"base64,", data.index(b"data:font")) + 5000
    return data[:at] + (b"A" if data[at : at + 1] != b"A" else b"B") + data[at + 1 :]


@altered(".tei.xml", Cause.TEXT, LINE)
def word_of_tei(data: bytes) -> bytes:
    """Change a word of TEI."""
    return _swap(b" guerra ", b" paz ")(data)


@altered(".onix.xml", Cause.CLOCK, LINE)
def clock_of_onix(data: bytes) -> bytes:
    """Say that ONIX was sent on another day."""
    return _swap(b"<SentDateTime>2026", b"<SentDateTime>2027")(data)


@altered(".onix.xml", Cause.METADATA, LINE)
def price_of_onix(data: bytes) -> bytes:
    """Change a word of ONIX."""
    return _swap(b"</TitleText>", b" 2</TitleText>")(data)


@altered(".paragraphs.json", Cause.METADATA, LINE, "reference has")
def number_of_json(data: bytes) -> bytes:
    """Change a value."""
    said = json.loads(data)
    said["edition"] = 99
    return json.dumps(said, indent=2, ensure_ascii=False, sort_keys=True).encode()


# --- pictures


def _jpeg(data: bytes, **how: Any) -> bytes:
    """Save a picture again."""
    file = io.BytesIO()
    Image.open(io.BytesIO(data)).save(file, "JPEG", **how)
    return file.getvalue()


@altered("-cover.jpg", Cause.IMAGE, "", "pixels")
def picture_compressed_again(data: bytes) -> bytes:
    """Compress the cover more."""
    return _jpeg(data, quality=50)


@altered("-cover.jpg", Cause.METADATA, "", "what its file says")
def words_in_a_picture(data: bytes) -> bytes:
    """Put a comment into a JPEG."""
    return data[:2] + b"\xff\xfe\x00\x07hello" + data[2:]


@altered("-cover.jpg", Cause.DAMAGED, "", "picture")
def picture_damaged(data: bytes) -> bytes:
    """Overwrite the beginning of a JPEG."""
    return data[:3] + bytes(400) + data[403:]


# --- PDF


def _saved(data: bytes, change: Callable[[pikepdf.Pdf], Any], **how: Any) -> bytes:
    """Save a PDF again as it was packed, after `change` has worked on it."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        keep = {
            "object_stream_mode": ObjectStreamMode.preserve,
            "stream_decode_level": pikepdf.StreamDecodeLevel.none,
            "compress_streams": False,
            "fix_metadata_version": False,
        }
        how = how if "encryption" in how else keep | how
        pdf.save(file, **how)
    return IDENTITY.sub(rb"/ID [<\1><\1>", file.getvalue())


IDENTITY = re.compile(rb"/ID \[<([0-9a-f]+)><[0-9a-f]+>")
"""The identifier, whose second half qpdf makes up whenever it saves (ISO 32000-1, 14.4)."""


def _nothing(_: pikepdf.Pdf) -> None:
    """Change nothing."""


@altered("-screen.pdf", Cause.RECOMPRESSED, "page 1", "packed otherwise")
def recompressed_pdf(data: bytes) -> bytes:
    """Compress every stream anew, at another level."""

    def change(pdf: pikepdf.Pdf) -> None:
        for each in pdf.objects:
            if isinstance(each, Stream) and each.get(Name.Filter) == Name.FlateDecode:
                each.write(zlib.compress(each.read_bytes(), 1), filter=Name.FlateDecode)

    return _saved(data, change)


@altered("-screen.pdf", (Cause.RECOMPRESSED, Cause.CONTAINER), "", "not packed together")
def object_streams_off(data: bytes) -> bytes:
    """Write every object apart."""
    return _saved(data, _nothing, object_stream_mode=ObjectStreamMode.disable)


@altered("-archive.pdf", Cause.CONTAINER, "", "Linearization")
def linearized(data: bytes) -> bytes:
    """Let qpdf prepare it for the web."""
    return _saved(data, _nothing, linearize=True)


@altered("-print.pdf", Cause.CONTAINER, "", "numbered")
def renumbered(data: bytes) -> bytes:
    """Count the objects from the other end."""
    found = {number: text for number, text in _objects(data) if number}
    last = max(found)
    return _assembled(data, {last + 1 - n: _turned(text, last) for n, text in found.items()}, last)


OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the objects of a PDF that packs none together, as they are written."""
    for each in OBJECT.finditer(data):
        yield int(each[1]), each[2]


def _turned(text: bytes, last: int) -> bytes:
    """Turn references round, which stand before the bytes of a stream."""
    said, stream, content = text.partition(b"\nstream\n")
    turn = re.compile(rb"\b(\d+) 0 R\b")
    return turn.sub(lambda m: b"%d 0 R" % (last + 1 - int(m[1])), said) + stream + content


def _assembled(data: bytes, objects: dict[int, bytes], last: int) -> bytes:
    """Write a PDF with a plain table of its objects."""
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")]
    parts = [data[: data.index(b"1 0 obj")]]
    rows = [b"0000000000 65535 f \n"]
    for number in sorted(objects):
        rows.append(b"%010d 00000 n \n" % sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, objects[number]))
    start = sum(map(len, parts))
    table = b"xref\n0 %d\n%s" % (last + 1, b"".join(rows))
    return b"".join([*parts, table, _turned(trailer, last), b"startxref\n%d\n%%%%EOF\n" % start])


@altered("-print.pdf", (Cause.ADDED, Cause.CONTAINER), "page 3, annotation", "Text")
def annotation_appended(data: bytes) -> bytes:
    """Comment on a page as readers do: behind the end of the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        number, size = pdf.pages[2].obj.objgen[0], int(pdf.trailer.Size)
        root = pdf.Root.objgen[0]
    page = dict(_objects(data))[number].rstrip()
    note = b"<</Type/Annot/Subtype/Text/Rect[9 9 30 30]/Contents(Mal)>>"
    added = page.removesuffix(b">>") + b"/Annots[%d 0 R]>>" % size
    one = b"%d 0 obj\n%s\nendobj\n" % (number, added)
    two = b"%d 0 obj\n%s\nendobj\n" % (size, note)
    at = len(data)
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")]
    before = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    trailer = trailer.replace(b"/Size %d" % size, b"/Size %d /Prev %d" % (size + 1, before))
    table = b"xref\n%d 1\n%010d 00000 n \n%d 1\n%010d 00000 n \n" % (
        number,
        at,
        size,
        at + len(one),
    )
    assert root
    end = b"startxref\n%d\n%%%%EOF\n" % (at + len(one) + len(two))
    return data + one + two + table + trailer + end


@altered("-screen.pdf", Cause.CONTAINER, "", "identifier")
def identifier_of_a_pdf(data: bytes) -> bytes:
    """Give the file another identifier."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        identity = bytes(pdf.trailer.ID[0])
    return _saved_identity(data, identity)


def _saved_identity(data: bytes, identity: bytes) -> bytes:
    written = b"<" + identity.hex().encode() + b">"
    assert data.count(written) >= 1
    return data.replace(written, b"<" + b"0" * (len(written) - 2) + b">")


@altered("-archive.pdf", Cause.CLOCK, "Info", "CreationDate")
def creation_date(data: bytes) -> bytes:
    """Say that it was made on another day."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info.CreationDate = String("D:20310101000000Z")

    return _saved(data, change)


@altered("-screen.pdf", Cause.CLOCK, "XMP metadata", "2031")
def date_in_xmp(data: bytes) -> bytes:
    """Say in XMP that it was made on another day."""
    return _xmp(data, b"2026-11-22", b"2031-11-22")


@altered("-screen.pdf", Cause.METADATA, "XMP metadata", "Trotski")
def author_in_xmp(data: bytes) -> bytes:
    """Write the author's name otherwise."""
    return _xmp(data, b"Trotsky", b"Trotski")


def _xmp(data: bytes, old: bytes, new: bytes) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        said = pdf.Root.Metadata.read_bytes()
        assert old in said
        pdf.Root.Metadata.write(said.replace(old, new))

    return _saved(data, change)


@altered("-print.pdf", Cause.METADATA, "Info", "Title")
def title_of_a_pdf(data: bytes) -> bytes:
    """Give the file another title."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info.Title = String("Otro")

    return _saved(data, change)


@altered("-screen.pdf", Cause.METADATA, "page labels")
def labels_of_pages(data: bytes) -> bytes:
    """Count the pages from another number."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels.Nums[1].St = 7

    return _saved(data, change)


def _fonts(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    return [
        each
        for each in pdf.objects
        if isinstance(each, Dictionary) and each.get(Name.Type) == Name(kind)
    ]


@altered("-print.pdf", Cause.FONT, "font DejaVuSerif", "stands where the reference has")
def font_of_the_system(data: bytes) -> bytes:
    """Let another font stand for one of ours, as where fonts are missing."""

    def change(pdf: pikepdf.Pdf) -> None:
        old = {str(each.FontName) for each in _fonts(pdf, "/FontDescriptor")}
        name = min(old)
        for each in _fonts(pdf, "/FontDescriptor") + _fonts(pdf, "/Font"):
            for key in (Name.FontName, Name.BaseFont):
                if str(each.get(key, "")) == name:
                    each[key] = Name("/ABCDEF+DejaVuSerif")

    return _saved(data, change)


@altered("-large.pdf", Cause.FONT, "font AtkinsonHyperlegible-.*", "subset")
def subset_of_a_font(data: bytes) -> bytes:
    """Change the program of a font."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = _fonts(pdf, "/FontDescriptor")[0]
        key = next(key for key in font.keys() if key.startswith("/FontFile"))  # noqa: SIM118
        font[key].write(font[key].read_bytes() + b"\0\0\0\0")

    return _saved(data, change)


def _drawn(data: bytes, number: int, change: Callable[[list[Any]], Any], **how: Any) -> bytes:
    """Change the instructions that draw a page, whose number counts from 0."""

    def apply(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[number]
        said = list(pikepdf.parse_content_stream(page))
        change(said)
        stream = Stream(pdf, pikepdf.unparse_content_stream(said))
        page.obj.Contents = pdf.make_indirect(stream)

    return _saved(data, apply, **how)


def _turn_letters(said: list[Any]) -> None:
    """Write the first line that is long enough from its end to its beginning."""
    for index, instruction in enumerate(said):
        if str(instruction.operator) == "TJ":
            pieces = [bytes(each) for each in instruction.operands[0] if isinstance(each, String)]
            codes = b"".join(pieces)
            pairs = [codes[at : at + 2] for at in range(0, len(codes), 2)]
            if len(pairs) >= 10:
                turned = Array([String(b"".join(reversed(pairs)))])
                said[index] = pikepdf.ContentStreamInstruction([turned], instruction.operator)
                return
    raise AssertionError


@altered("-screen.pdf", Cause.TEXT, "page 9", "stands where the reference has")
def word_drawn_otherwise(data: bytes) -> bytes:
    """Turn some letters of a page round."""
    return _drawn(data, 8, _turn_letters)


@altered("-print.pdf", Cause.TEXT, "page 9", "stands where the reference has")
def word_printed_otherwise(data: bytes) -> bytes:
    """Turn some letters of a page round, in print."""
    return _drawn(data, 8, _turn_letters)


@altered("-booklet.pdf", Cause.TEXT, "page 4", "is missing")
def word_on_a_sheet(data: bytes) -> bytes:
    """Turn some letters round on a sheet of the booklet, whose pages are forms."""

    def change(pdf: pikepdf.Pdf) -> None:
        forms = pdf.pages[3].obj.Resources.XObject
        form = next(iter(forms.values()))
        said = list(pikepdf.parse_content_stream(form))
        _turn_letters(said)
        form.write(pikepdf.unparse_content_stream(said))

    return _saved(data, change)


@altered("-screen.pdf", Cause.LAYOUT, "page 9", "stands at")
def line_moved(data: bytes) -> bytes:
    """Move a page's lines a little to the right."""

    def change(said: list[Any]) -> None:
        move = pikepdf.Operator("cm")
        said.insert(0, pikepdf.ContentStreamInstruction([1, 0, 0, 1, 3, 0], move))

    return _drawn(data, 8, change)


@altered("-screen.pdf", Cause.BYTES, "page 9", "something else is drawn")
def rule_drawn(data: bytes) -> bytes:
    """Draw a box on a page."""

    def change(said: list[Any]) -> None:
        for values, name in (([9, 9, 40, 40], "re"), ([], "f")):
            operator = pikepdf.Operator(name)
            said.append(pikepdf.ContentStreamInstruction(values, operator))

    return _drawn(data, 8, change)


@altered("-print.pdf", Cause.LAYOUT, "page 2", "TrimBox")
def page_trimmed(data: bytes) -> bytes:
    """Trim a page elsewhere."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.TrimBox = Array([0, 0, 300, 400])

    return _saved(data, change)


@altered("-print.pdf", Cause.MISSING, "page 9", "page is missing")
def page_removed(data: bytes) -> bytes:
    """Take a page away."""

    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[8]

    return _saved(data, change)


@altered("-print.pdf", Cause.ADDED, "page 1", "not in the reference")
def page_added(data: bytes) -> bytes:
    """Put a page before all others, as archives do."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page(page_size=(420, 595))
        pdf.pages.insert(0, pdf.pages[-1])
        del pdf.pages[-1]
        pdf.pages[0].obj.Contents = pdf.make_indirect(Stream(pdf, b"0 0 9 9 re f"))

    return _saved(data, change)


@altered("-archive.pdf", Cause.SOURCE, "attachment por-la-paz.md", "line 2")
def attachment_replaced(data: bytes) -> bytes:
    """Change a word of the source that is attached."""

    def change(pdf: pikepdf.Pdf) -> None:
        file = pdf.Root.AF[0].EF.F
        file.write(_swap("¡Por la paz!".encode(), "¡Por la guerra!".encode())(file.read_bytes()))

    return _saved(data, change)


@altered("-archive.pdf", Cause.MISSING, "attachment por-la-paz.md")
def attachment_removed(data: bytes) -> bytes:
    """Take the source away."""

    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.AF
        del pdf.Root.Names.EmbeddedFiles

    return _saved(data, change)


@altered("-screen.pdf", Cause.MARKUP, "structure tree")
def heading_retagged(data: bytes) -> bytes:
    """Make headings of paragraphs."""

    def change(pdf: pikepdf.Pdf) -> None:
        element = next(each for each in _fonts(pdf, "/StructElem") if each.S == Name.P)
        element.S = Name.H1

    return _saved(data, change)


@altered("-print.pdf", Cause.COLOUR, "output intent")
def profile_replaced(data: bytes) -> bytes:
    """Change the profile of the press."""

    def change(pdf: pikepdf.Pdf) -> None:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile
        profile.write(profile.read_bytes() + b"\0")

    return _saved(data, change)


@altered("-print.pdf", Cause.TRUNCATED, "", "cut off")
def pdf_cut_off(data: bytes) -> bytes:
    """Lose the end, as downloads do."""
    return data[:-3000]


@altered("-print.pdf", Cause.DAMAGED, "", "cross-reference")
def offsets_of_a_pdf(data: bytes) -> bytes:
    """Put bytes in the middle, so that the table of objects is wrong."""
    return data[:5000] + b"%" * 9 + data[5000:]


@altered("-print.pdf", Cause.DAMAGED, "page 9", "decompressed")
def byte_flipped_in_a_page(data: bytes) -> bytes:
    """Flip a byte in what draws a page, which is compressed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        packed = pdf.pages[8].obj.Contents.read_raw_bytes()
    at = data.index(packed) + len(packed) // 2
    return data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]


@altered("-screen.pdf", Cause.UNREADABLE, "", "encrypted")
def pdf_encrypted(data: bytes) -> bytes:
    """Protect it with a password."""
    return _saved(data, _nothing, encryption=pikepdf.Encryption(owner="a", user="b"))


@altered("-cover.pdf", Cause.TEXT, "page 1")
def word_on_the_cover(data: bytes) -> bytes:
    """Turn some letters of the cover round."""
    return _drawn(data, 0, _turn_letters)
