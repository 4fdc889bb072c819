"""Ways in which what a finished PDF shows and carries can differ."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from altered_zip import member
from altering import Table, entering, nothing, saved, swap
from colofon.comparing import Cause

ALTERED: Table = {}
altered = entering(ALTERED)


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

    return saved(data, change)


@altered("-screen.pdf", Cause.FONT, "font NotoSans-Regular", "not in the reference")
def font_more(data: bytes) -> bytes:
    """Let a page have a font more, as where a letter is not in ours."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/NotoSans-Regular"))
        pdf.pages[5].obj.Resources.Font[Name("/F99")] = pdf.make_indirect(font)

    return saved(data, change)


@altered("-large.pdf", Cause.FONT, "font AtkinsonHyperlegible-.*", "subset")
def subset_of_a_font(data: bytes) -> bytes:
    """Change the program of a font."""

    def change(pdf: pikepdf.Pdf) -> None:
        font = _fonts(pdf, "/FontDescriptor")[0]
        key = next(key for key in font.keys() if key.startswith("/FontFile"))  # noqa: SIM118
        font[key].write(font[key].read_bytes() + b"\0\0\0\0")

    return saved(data, change)


def _drawn(data: bytes, number: int, change: Callable[[list[Any]], Any], **how: Any) -> bytes:
    """Change the instructions that draw a page, whose number counts from 0."""

    def apply(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[number]
        said = list(pikepdf.parse_content_stream(page))
        change(said)
        stream = Stream(pdf, pikepdf.unparse_content_stream(said))
        page.obj.Contents = pdf.make_indirect(stream)

    return saved(data, apply, **how)


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

    return saved(data, change)


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

    return saved(data, change)


@altered("-print.pdf", Cause.MISSING, "page 9", "page is missing")
def page_removed(data: bytes) -> bytes:
    """Take a page away."""

    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[8]

    return saved(data, change)


@altered("-print.pdf", Cause.ADDED, "page 1", "not in the reference")
def page_added(data: bytes) -> bytes:
    """Put a page before all others, as archives do."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page(page_size=(420, 595))
        pdf.pages.insert(0, pdf.pages[-1])
        del pdf.pages[-1]
        pdf.pages[0].obj.Contents = pdf.make_indirect(Stream(pdf, b"0 0 9 9 re f"))

    return saved(data, change)


@altered(
    "-archive.pdf", Cause.SOURCE, "attachment por-la-paz.source.zip/source/por-la-paz.md", "line 2"
)
def attachment_replaced(data: bytes) -> bytes:
    """Change a word of the source that is attached."""

    def change(pdf: pikepdf.Pdf) -> None:
        file = pdf.Root.AF[0].EF.F
        change = swap("¡Por la paz!".encode(), "¡Por la guerra!".encode())
        file.write(member(file.read_bytes(), "source/por-la-paz.md", change))

    return saved(data, change)


@altered("-archive.pdf", Cause.MISSING, "attachment por-la-paz.source.zip")
def attachment_removed(data: bytes) -> bytes:
    """Take the source away."""

    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.AF
        del pdf.Root.Names.EmbeddedFiles

    return saved(data, change)


@altered("-screen.pdf", Cause.MARKUP, "structure tree")
def heading_retagged(data: bytes) -> bytes:
    """Make headings of paragraphs."""

    def change(pdf: pikepdf.Pdf) -> None:
        element = next(each for each in _fonts(pdf, "/StructElem") if each.S == Name.P)
        element.S = Name.H1

    return saved(data, change)


@altered("-print.pdf", Cause.COLOUR, "output intent")
def profile_replaced(data: bytes) -> bytes:
    """Change the profile of the press."""

    def change(pdf: pikepdf.Pdf) -> None:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile
        profile.write(profile.read_bytes() + b"\0")

    return saved(data, change)


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
    return saved(data, nothing, encryption=pikepdf.Encryption(owner="a", user="b"))


@altered("-cover.pdf", Cause.TEXT, "page 1")
def word_on_the_cover(data: bytes) -> bytes:
    """Turn some letters of the cover round."""
    return _drawn(data, 0, _turn_letters)
