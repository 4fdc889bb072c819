"""Small files for the press, made by hand, which rules find nothing in until they are damaged."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import zxingcpp
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream

from colofon import printers
from colofon.front import Front
from colofon.preflight.job import MM, Job, Part
from colofon.printers import Printer
from conftest import ROOT

PAGES = 48
ISBN = "9780306406157"
SLUG = 6 * MM
"""What stands outside the bleed where marks are wanted."""

FRONT = Front.model_validate(
    {
        "title": "A Small Book",
        "authors": [{"name": "Jane Doe"}],
        "language": "en",
        "issued": "2025-03-01",
        "isbn": {"print": ISBN},
    }
)
OVERPRINT = "0 0 0 1 k 0 0 0 1 K /Over gs"
"""How black is set."""

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" pdfxid:GTS_PDFXVersion="PDF/X-4">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A Small Book</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

Change = Callable[[pikepdf.Pdf], None]


def job(folder: Path, part: Part, change: Change | None = None, printer: str = "offset") -> Job:
    """Write a file for a printer, changed or not, and return the job that it is for."""
    path = folder / f"{part}.pdf"
    asked = printers.printer(printer if printer in printers.names() else "offset")
    pdf = interior(asked) if part == "interior" else cover(asked)
    if change:
        change(pdf)
    _save(pdf, path, asked, printer)
    words = ("Page", "words", "ex-minister") if part == "interior" else ()
    return Job(path, part, asked, asked.paper(None), FRONT, PAGES, words)


def _save(pdf: pikepdf.Pdf, path: Path, asked: Printer, how: str) -> None:
    """Write a file in the version of its standard: whole, or without something."""
    plain = pikepdf.ObjectStreamMode.disable
    version = "1.6" if asked.interior.standard == "PDF/X-4" else "1.3"
    version = "1.7" if how == "version" else version
    pdf.save(path, force_version=version, object_stream_mode=plain)
    if how == "password":
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user=""))
    if how == "id":
        path.write_bytes(path.read_bytes().replace(b"/ID [", b"/IX ["))


def changed(given: Job, **others: Any) -> Job:
    """Return a job that asks for something else."""
    return replace(given, **others)


def interior(printer: Printer) -> pikepdf.Pdf:
    """Make a book of lines, folios, a picture and a grey panel that bleeds."""
    pdf, font = pikepdf.new(), _Font()
    embedded = font.embedded(pdf)
    picture = _picture(pdf)
    width, height = 148 * MM, 210 * MM
    last = PAGES - 2 if printer.pages.last_blank else PAGES
    for number in range(1, PAGES + 1):
        left = 20 * MM
        lines = [(left, 500, 10.5, f"Page {number} has words of an ex-mini\u00adster.")]
        if number == 1:
            lines.append((left, 300, 10.5, ISBN))
        outer = width - 25 * MM if number % 2 else 20 * MM
        lines.append((outer, 40, 9, str(number)))
        content = "".join(font.shown(*line) for line in lines)
        content += f"\nq 0 0 0 1 K 1 w {left} 480 m 200 480 l S Q"
        if number == 3:
            content += "\nq 100 0 0 100 100 200 cm /Picture Do Q"
        if number == 3 and printer.interior.bleed:
            content += f"\nq 0 0 0 .2 k {width - 2 * MM} -20 40 {height + 40} re f Q"
        content = content if number <= last else ""
        _add(pdf, printer.interior, content, (width, height), embedded, picture)
    return _identified(pdf, printer.interior)


def cover(printer: Printer) -> pikepdf.Pdf:
    """Make back, spine and front on a coloured ground, with a bar code on white."""
    pdf, font = pikepdf.new(), _Font()
    embedded = font.embedded(pdf)
    spine = PAGES / 2 * printer.paper(None).caliper + printer.spine.added
    width, height = (2 * 148 + spine) * MM, 210 * MM
    content = f"q .1 .2 0 0 k -50 -50 {width + 100} {height + 100} re f Q\n"
    content += font.shown(width - 120 * MM, 400, 30, "A Small Book")
    content += bars(20 * MM, 20 * MM, 0.33 * MM)
    _add(pdf, printer.cover, content, (width, height), embedded)
    return _identified(pdf, printer.cover)


def bars(
    left: float, bottom: float, module: float, ink: str = "0 0 0 1 k", number: str = ISBN
) -> str:
    """Draw an EAN-13 on white; lengths in points."""
    code = zxingcpp.create_barcode(number, zxingcpp.BarcodeFormat.EAN13)
    data = memoryview(code.to_image(scale=1))
    width = data.nbytes // len(data)
    row = data.tobytes()[5 * width : 6 * width]
    first = row.index(0)
    drawn = [f"q 0 0 0 0 k {left - 15 * module} {bottom - 10} {125 * module} 90 re f {ink}"]
    drawn += [
        f"{left + (x - first) * module:.4f} {bottom} {module:.4f} 65 re"
        for x, value in enumerate(row)
        if value == 0
    ]
    return "\n".join([*drawn, "f Q\n"])


class _Font:
    """One face, embedded whole, and text shown in it."""

    def __init__(self) -> None:
        self.path = ROOT / "styles" / "fonts" / "EBGaramond-Regular.ttf"
        self.face = TTFont(self.path)
        self.glyphs = self.face.getBestCmap()

    def code(self, character: str) -> int:
        """Return the number of a character's glyph."""
        name = self.glyphs[ord("-" if character == "\u00ad" else character)]
        return int(self.face.getGlyphID(name))

    def shown(self, x: float, y: float, size: float, text: str) -> str:
        """Show a line of text in black; one that holds a soft hyphen goes on below it."""
        content = f"\nq {OVERPRINT} BT /F {size} Tf {size} TL {x} {y} Td "
        for part in text.split("\u00ad"):
            end = "" if part == text.rsplit("\u00ad", maxsplit=1)[-1] else "-"
            codes = "".join(f"{self.code(each):04x}" for each in part + end)
            content += f"<{codes}> Tj T* "
        return content + "ET Q\n"

    def embedded(self, pdf: pikepdf.Pdf) -> Any:
        """Put the face into a file."""
        program = Stream(pdf, self.path.read_bytes())
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/AAAAAA+EBGaramond-Regular"),
            Flags=4,
            FontBBox=[0, -300, 1000, 1000],
            ItalicAngle=0,
            Ascent=1000,
            Descent=-300,
            CapHeight=650,
            StemV=80,
            FontFile2=pdf.make_indirect(program),
        )
        own = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=descriptor.FontName,
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
            CIDToGIDMap=Name.Identity,
            DW=500,
        )
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=descriptor.FontName,
            Encoding=Name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(own)],
            ToUnicode=pdf.make_indirect(Stream(pdf, self._meanings())),
        )
        return pdf.make_indirect(font)

    def _meanings(self) -> bytes:
        """Write which character each glyph of ours stands for."""
        signs = "".join(chr(each) for each in range(32, 127))
        pairs = [f"<{self.code(each):04x}> <{ord(each):04x}>" for each in signs]
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CMapName /X def /CMapType 2 def\n1 begincodespacerange <0000> <ffff>\n"
            f"endcodespacerange\n{len(pairs)} beginbfchar\n"
            + "\n".join(pairs)
            + "\nendbfchar endcmap end end"
        ).encode()


def _picture(pdf: pikepdf.Pdf) -> Any:
    """Make a grey picture of noise: 500 pixels on 100 points are 360 to the inch."""
    chance = random.Random(7)
    data = bytes(chance.randrange(256) for _ in range(500 * 500))
    stream = Stream(pdf, zlib.compress(data))
    stream.stream_dict = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=500, Height=500, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray, Filter=Name.FlateDecode,
    )  # fmt: skip
    return pdf.make_indirect(stream)


def _add(pdf: pikepdf.Pdf, asked: Any, content: str, size: tuple[float, float], *used: Any) -> None:
    """Add a page with a font and perhaps a picture, and marks where they are wanted."""
    slug = SLUG if asked.marks else 0
    ink = "0 0 0 1 K" if len(used) > 1 else "/All CS 1 SCN"
    edge = asked.bleed * MM
    off = slug + edge
    width, height = size
    window = f"{slug} {slug} {width + 2 * edge} {height + 2 * edge} re W n"
    content = f"q {window} 1 0 0 1 {off} {off} cm\n{content}\nQ"
    if slug:
        content += f"\nq {ink} .25 w {off} 2 m {off} 14 l S Q"
    page = pdf.add_blank_page(page_size=(width + 2 * off, height + 2 * off))
    page.obj.BleedBox = [slug, slug, slug + width + 2 * edge, slug + height + 2 * edge]
    page.obj.TrimBox = [off, off, off + width, off + height]
    page.obj.Contents = pdf.make_indirect(Stream(pdf, content.encode()))
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    every = Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
    page.obj.Resources = Dictionary(
        Font=Dictionary(F=used[0]),
        ExtGState=Dictionary(Over=Dictionary(OP=True, op=True, OPM=1)),
        ColorSpace=Dictionary(All=every),
        XObject=Dictionary(dict(zip(["/Picture"], used[1:], strict=False))),
    )


def _identified(pdf: pikepdf.Pdf, asked: Any) -> pikepdf.Pdf:
    """Say which standard it follows, and for which press it is."""
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=asked.condition,
        RegistryName="http://www.color.org", Info="",
    )  # fmt: skip
    info = Dictionary(
        Title="A Small Book", CreationDate="D:20250301000000Z", ModDate="D:20250301000000Z",
        Trapped=Name("/False"),
    )  # fmt: skip
    if asked.profile:
        profile = Stream(pdf, (ROOT / "styles" / "icc" / asked.profile).read_bytes())
        profile.N = 4
        intent.DestOutputProfile = pdf.make_indirect(profile)
        metadata = Stream(pdf, XMP.encode())
        metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
        pdf.Root.Metadata = pdf.make_indirect(metadata)
    else:
        info.GTS_PDFXVersion, info.GTS_PDFXConformance = "PDF/X-1:2001", "PDF/X-1a:2001"
    pdf.Root.OutputIntents = [pdf.make_indirect(intent)]
    pdf.trailer.Info = pdf.make_indirect(info)
    pdf.trailer.ID = [b"0123456789abcdef", b"0123456789abcdef"]
    return pdf


def drawn(pdf: pikepdf.Pdf, content: str, page: int = 1, **resources: Any) -> None:
    """Draw something more on a page, from the corner of its trim."""
    obj = pdf.pages[page].obj if len(pdf.pages) > page else pdf.pages[0].obj
    x, y = (float(each) for each in list(obj.TrimBox)[:2])
    stream = Stream(pdf, f"q 1 0 0 1 {x} {y} cm {content} Q".encode())
    obj.Contents = Array([obj.Contents, pdf.make_indirect(stream)])
    for key, value in resources.items():
        group = obj.Resources.get(f"/{key}", Dictionary())
        for name, each in value.items():
            group[f"/{name}"] = each
        obj.Resources[f"/{key}"] = group
