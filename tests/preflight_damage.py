"""For each rule on files for the press, one way to break it."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

import pressed
from colofon.preflight.job import MM, Job, Part
from pressed import Change, drawn

MARKS = b"\nq 0 0 0 1 K .25 w"
"""What the marks of an interior begin with."""

Order = Callable[[Job], dict[str, Any]]


@dataclass(frozen=True)
class Damage:
    """A file that is changed, or a job that asks for something else, and for which printer."""

    part: Part
    change: Change | None = None
    order: Order | None = None
    printer: str = "offset"


def _each(change: Callable[[Any], None]) -> Change:
    """Change every page."""

    def every(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            change(page.obj)

    return every


def _set(**values: Any) -> Change:
    """Set keys of the second page."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in values.items():
            pdf.pages[1].obj[f"/{key}"] = value

    return change


def _info(key: str, value: Any) -> Change:
    """Set a key of Info, or take it out."""

    def change(pdf: pikepdf.Pdf) -> None:
        if value is None:
            del pdf.trailer.Info[key]
        else:
            pdf.trailer.Info[key] = value

    return change


def _root(**values: Any) -> Change:
    """Set keys of the catalogue."""

    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in values.items():
            pdf.Root[f"/{key}"] = value

    return change


def _draws(content: str, page: int = 1, **resources: Any) -> Change:
    """Draw something more on the second page."""
    return lambda pdf: drawn(pdf, content, page, **resources)


def _image(
    width: int = 400, height: int = 400, size: int = 72, *, data: bytes = b"", **keys: Any
) -> Change:
    """Place an image of noise, or of data, on so many points."""

    def change(pdf: pikepdf.Pdf) -> None:
        chance = random.Random(1)
        noise = data or bytes(chance.randrange(256) for _ in range(width * height * 2))
        image = Stream(pdf, noise)
        given = {"Width": width, "Height": height, "BitsPerComponent": 8} | keys
        space = (
            {} if "ImageMask" in keys else {"ColorSpace": keys.get("ColorSpace", Name.DeviceGray)}
        )
        image.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Image, **(given | space))
        placed = pdf.make_indirect(image)
        drawn(pdf, f"{size} 0 0 {size} 100 100 cm /Bad Do", XObject={"Bad": placed})

    return change


def _repeated() -> bytes:
    """Return 400 × 400 pixels, each of which is there four times."""
    chance = random.Random(2)
    rows = [bytes(chance.randrange(256) for _ in range(200)) for _ in range(200)]
    wide = [bytes(value for value in row for _ in range(2)) for row in rows]
    return b"".join(row * 2 for row in wide)


def _intent(key: str, value: Any) -> Change:
    """Set a key of the output intent."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OutputIntents[0][key] = value

    return change


def _profile(pdf: pikepdf.Pdf) -> None:
    """Embed a profile that is no press's."""
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = profile.read_bytes()
    profile.write(data[:12] + b"mntrRGB " + data[20:])


def _claim(pdf: pikepdf.Pdf) -> None:
    """Claim another standard."""
    stream = pdf.Root.Metadata
    stream.write(stream.read_bytes().replace(b"PDF/X-4", b"PDF/X-5"))


def _title(pdf: pikepdf.Pdf) -> None:
    """Give XMP another title."""
    stream = pdf.Root.Metadata
    stream.write(stream.read_bytes().replace(b"A Small Book", b"A Big Book"))


def _replaced(old: bytes, new: bytes, page: int = 0) -> Change:
    """Change the content of a page, which must hold the old one."""

    def change(pdf: pikepdf.Pdf) -> None:
        contents = pdf.pages[page].obj.Contents
        data = contents.read_bytes()
        assert old in data
        contents.write(data.replace(old, new))

    return change


def _font(pdf: pikepdf.Pdf) -> Any:
    """Return the font of the book."""
    return pdf.pages[0].obj.Resources.Font.F


def _unembedded(pdf: pikepdf.Pdf) -> None:
    del _font(pdf).DescendantFonts[0].FontDescriptor.FontFile2


def _type3(pdf: pikepdf.Pdf) -> None:
    glyph = Stream(pdf, b"500 0 d0 0 0 400 400 re f")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 500, 500],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0], CharProcs=Dictionary(a=glyph), FirstChar=97,
        LastChar=97, Widths=[500], Encoding=Dictionary(Differences=[97, Name.a]),
    )  # fmt: skip
    content = "0 0 0 1 k /Over gs BT /T 12 Tf 100 100 Td (a) Tj ET"
    drawn(pdf, content, Font={"T": pdf.make_indirect(font)})


def _courier(pdf: pikepdf.Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
    content = "0 0 0 1 k /Over gs BT /C 12 Tf 100 100 Td (a) Tj ET"
    drawn(pdf, content, Font={"C": pdf.make_indirect(font)})


def _text(size: float, ink: str, code: str = "0108", at: str = "100 100") -> Change:
    """Show a character."""
    return _draws(f"{ink} BT /F {size} Tf {at} Td <{code}> Tj ET")


BLACK = "0 0 0 1 k /Over gs"


def _group(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"a"


def _outlines(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("One", 0))


def _without_pages(*numbers: int) -> Change:
    """Take pages (from 0) out."""

    def change(pdf: pikepdf.Pdf) -> None:
        for number in sorted(numbers, reverse=True):
            del pdf.pages[number]

    return change


def _emptied(*numbers: int) -> Change:
    """Take all that is on some pages (from 0) away, but for the marks around them."""

    def change(pdf: pikepdf.Pdf) -> None:
        for number in numbers:
            data = pdf.pages[number].obj.Contents.read_bytes()
            pdf.pages[number].obj.Contents.write(data[data.index(MARKS) :])

    return change


def _swapped(pdf: pikepdf.Pdf) -> None:
    """Exchange two pages of the same side."""
    first, second = pdf.pages[10].obj, pdf.pages[12].obj
    first.Contents, second.Contents = second.Contents, first.Contents


def _labels(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D, St=5)])


def _form(pdf: pikepdf.Pdf) -> None:
    """Draw in RGB in a form that lies in a pattern, whose resources are its own."""
    form = Stream(pdf, b"1 0 0 rg 0 0 5 5 re f")
    form.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    pattern = Stream(pdf, b"/Form Do")
    pattern.stream_dict = Dictionary(
        Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9],
        XStep=9, YStep=9, Resources=Dictionary(XObject=Dictionary(Form=form)),
    )  # fmt: skip
    tile = pdf.make_indirect(pattern)
    drawn(pdf, "/Pattern cs /P scn 50 50 40 40 re f", Pattern={"P": tile})


def _truncated(pdf: pikepdf.Pdf) -> None:
    """Break off the content of a page that is packed."""
    contents = pdf.pages[1].obj.Contents
    contents.write(zlib.compress(contents.read_bytes())[:80], filter=Name.FlateDecode)


def _icc(pdf: pikepdf.Pdf) -> None:
    profile = Stream(pdf, b"x")
    profile.N = 1
    space = Array([Name.ICCBased, pdf.make_indirect(profile)])
    drawn(pdf, "/I cs .5 scn 100 100 50 50 re f", ColorSpace={"I": space})


def _spot(name: str) -> Change:
    """Fill with an ink of that name."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 0, 1], N=1)
    space = Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])
    return _draws("/S cs 1 scn 100 100 50 50 re f", ColorSpace={"S": space})


def _state(**keys: Any) -> Change:
    """Fill with a graphics state of some keys."""
    return _draws("/Bad gs 0 0 0 .5 k 100 100 50 50 re f", ExtGState={"Bad": Dictionary(**keys)})


def _annotated(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[50, 50, 90, 90])
    pdf.pages[1].obj.Annots = [pdf.make_indirect(link)]


def _limits(**others: Any) -> Order:
    """Let the printer have other limits."""

    def order(job: Job) -> dict[str, Any]:
        limits = job.printer.limits.model_copy(update=others)
        return {"printer": job.printer.model_copy(update={"limits": limits})}

    return order


def _binds(**others: Any) -> Order:
    """Let the printer bind other books."""

    def order(job: Job) -> dict[str, Any]:
        pages = job.printer.pages.model_copy(update=others)
        return {"printer": job.printer.model_copy(update={"pages": pages})}

    return order


def _front(**others: Any) -> Order:
    """Let the front matter say something else."""
    return lambda job: {"front": job.front.model_copy(update=others)}


def _cut(job: Job) -> dict[str, Any]:
    """Let the printer cut to another trim only."""
    return {"printer": job.printer.model_copy(update={"trims": ("6x9in",)})}


def _barless(pdf: pikepdf.Pdf) -> None:
    """Cover the bar code with white."""
    drawn(pdf, "0 0 0 0 k 40 40 140 140 re f", 0)


def _barred(**how: Any) -> Change:
    """Cover the bar code, and draw another."""

    def change(pdf: pikepdf.Pdf) -> None:
        _barless(pdf)
        at = {"left": 20 * MM, "bottom": 20 * MM, "module": 0.33 * MM} | how
        drawn(pdf, pressed.bars(**at), 0)

    return change


def _spine_word(at: float) -> Change:
    """Show a word so many millimetres from the left edge of the cover."""
    return _draws(f"{BLACK} BT /F 9 Tf 1 0 0 1 {at * MM} 300 Tm <0108> Tj ET", 0)


DAMAGES: dict[str, Damage] = {
    "pdf-version": Damage("interior", printer="version"),
    "pdfx-claim": Damage("interior", _claim),
    "titled-dated": Damage("interior", _info("/ModDate", None)),
    "xmp-agrees": Damage("interior", _title),
    "output-intent": Damage("interior", _intent("/S", Name.GTS_PDFA1)),
    "condition": Damage("interior", _intent("/OutputConditionIdentifier", "FOGRA27")),
    "profile": Damage("interior", _profile),
    "trapped": Damage("interior", _info("/Trapped", Name.Unknown)),
    "file-id": Damage("interior", printer="id"),
    "unencrypted": Damage("interior", printer="password"),
    "file-size": Damage("interior", None, _limits(file_size=0)),
    "trim-box": Damage("interior", _set(ArtBox=[50, 50, 60, 60])),
    "boxes-nested": Damage("interior", _set(BleedBox=[40, 40, 100, 100])),
    "trim-centred": Damage("interior", _set(MediaBox=[0, 0, 600, 700])),
    "trim-size": Damage("interior", _set(TrimBox=[20, 20, 430, 620])),
    "trim-offered": Damage("interior", None, _cut),
    "pages-alike": Damage("interior", _set(TrimBox=[26, 26, 440, 620])),
    "upright": Damage("interior", _set(Rotate=90)),
    "bleed": Damage("interior", _set(BleedBox=[25, 25, 446, 622])),
    "marks": Damage("interior", _replaced(MARKS, b"\nq 0 0 0 0 re W n", 5)),
    "fonts-embedded": Damage("interior", _unembedded),
    "no-type3": Damage("interior", _type3),
    "no-courier": Damage("interior", _courier),
    "no-notdef": Damage("interior", _text(12, BLACK, "0000")),
    "type-size": Damage("interior", _text(4, BLACK)),
    "reversed-type-size": Damage("interior", _text(7, "0 0 0 0 k")),
    "line-width": Damage("interior", _draws("0 0 0 1 K .1 w 100 100 m 200 100 l S")),
    "safe-area": Damage("interior", _text(12, BLACK, at="2 100")),
    "no-rgb": Damage("interior", _form),
    "no-icc-colour": Damage("interior", _icc, printer="ingramspark"),
    "black-text": Damage("interior", _text(10, ".5 .5 .5 1 k")),
    "one-ink-declared": Damage("interior", _draws("1 0 0 0 k 100 100 50 50 re f")),
    "ink-declared": Damage("cover", _draws("1 1 1 1 k 200 100 50 50 re f", 0)),
    "spot-inks": Damage("interior", _spot("Gold")),
    "registration": Damage("interior", _spot("All")),
    "marks-on-every-plate": Damage("cover", _replaced(b"/All CS 1 SCN", b"0 1 0 0 K")),
    "black-overprints": Damage("interior", _text(12, "0 0 0 1 k")),
    "lines-overprint": Damage(
        "interior", _draws("1 0 0 0 k 90 90 99 99 re f 0 0 0 1 K 1 w 100 100 m 150 100 l S")
    ),
    "black-in-cmyk": Damage("interior", _text(12, "/Over gs 0 g")),
    "white-knocks-out": Damage("interior", _draws("/Over gs 0 0 0 0 k 100 100 50 50 re f")),
    "one-ink": Damage("interior", _draws("0 1 0 0 k 100 100 50 50 re f")),
    "total-ink": Damage("cover", _draws("1 1 1 1 k 200 100 50 50 re f", 0)),
    "renders": Damage("interior", _truncated),
    "image-resolution": Damage("interior", _image(size=200)),
    "image-enlarged": Damage("interior", _image(data=_repeated())),
    "image-packing": Damage("interior", _image(Filter=Name.LZWDecode)),
    "image-depth": Damage("interior", _image(BitsPerComponent=16)),
    "image-plain": Damage("interior", _image(Alternates=[])),
    "opaque": Damage("interior", _state(ca=0.5), printer="ingramspark"),
    "blending-space": Damage("interior", _group),
    "no-curves": Damage("interior", _state(TR=Name.Unknown)),
    "no-annotations": Damage("interior", _annotated),
    "no-forms": Damage("interior", _root(AcroForm=Dictionary(Fields=[]))),
    "no-actions": Damage("interior", _root(OpenAction=Dictionary(S=Name.JavaScript, JS="1"))),
    "no-layers": Damage("interior", _root(OCProperties=Dictionary(OCGs=[]))),
    "no-bookmarks": Damage("interior", _outlines),
    "no-attachments": Damage("interior", _attached),
    "no-hidden-text": Damage("interior", _draws("BT 3 Tr /F 12 Tf 100 100 Td <0108> Tj ET")),
    "pages-enough": Damage("interior", None, _binds(minimum=100)),
    "pages-multiple": Damage("interior", _without_pages(46, 47)),
    "blank-pages": Damage("interior", _emptied(10, 11, 12)),
    "last-page": Damage("interior", None, _binds(last_blank=True)),
    "single-pages": Damage("interior", _set(MediaBox=[0, 0, 900, 700], TrimBox=[30, 30, 860, 620])),
    "folio-side": Damage("interior", _without_pages(0)),
    "folio-order": Damage("interior", _swapped),
    "page-labels": Damage("interior", _labels),
    "cover-sheet": Damage("cover", lambda pdf: pdf.pages.append(pdf.pages[0])),
    "cover-width": Damage("cover", None, lambda job: {"pages": job.pages + 20}),
    "spine-text": Damage("cover", _spine_word(149.0)),
    "spine-clearance": Damage("cover", _spine_word(147.5)),
    "barcode": Damage("cover", _barless),
    "barcode-isbn": Damage("cover", _barred(number="9783161484100")),
    "barcode-size": Damage("cover", _barred(module=0.2 * MM)),
    "barcode-quiet": Damage("cover", _draws("0 0 0 .3 k 47 60 1 60 re f", 0)),
    "barcode-black": Damage("cover", _barred(ink=".6 .6 .6 1 k")),
    "barcode-clear": Damage("cover", _barred(left=5 * MM)),
    "art-bleeds": Damage("interior", _draws("0 0 0 .5 k 0 100 60 200 re f")),
    "words-kept": Damage("interior", None, lambda job: {"words": (*job.words, "lost")}),
    "isbn-printed": Damage("interior", _emptied(0)),
    "content-sound": Damage("interior", _draws("Q Q Q")),
}
"""One for each rule; a printer that is none says how the file is saved instead."""
