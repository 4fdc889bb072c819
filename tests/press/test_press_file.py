"""A file for a press says what it is, has its boxes and marks, and holds nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from leaves import METADATA, PAGE, Part, made, opened, painted, picture, raw, shown
from lxml import etree

from colofon import ghostscript, printers, styles
from colofon.press.finish import Job, finish
from colofon.press.orders import problems
from colofon.printers import MILLIMETRE

BODY = (
    '<h1 id="a" style="background: #000; color: #fff">Uno</h1><p><a href="#a">Dos</a> '
    '<a href="https://example.org/">tres</a></p>' + shown(picture("L", 90))
)
NAMES = printers.names()
PARTS: tuple[Part, ...] = ("interior", "cover")
EACH = [(name, part) for name in NAMES for part in PARTS]


def asked(name: str, part: Part) -> printers.Part:
    """Return what a printer asks of a part."""
    printer = printers.printer(name)
    return printer.interior if part == "interior" else printer.cover


@pytest.mark.parametrize(("name", "part"), EACH)
def test_boxes_begin_at_the_corner(name: str, part: Part) -> None:
    """Trim within bleed within sheet, centred; the cut page is as large as it was laid out."""
    wanted = asked(name, part)
    for page in opened(made(BODY, part, name)[0]).pages:
        media, bleed, trim = (
            [float(side) for side in page.obj[key]]
            for key in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
        assert media[:2] == [0, 0]
        assert trim[2] - trim[0] == pytest.approx(300, abs=0.01)
        assert trim[3] - trim[1] == pytest.approx(200, abs=0.01)
        around = [abs(one - other) for one, other in zip(bleed, trim, strict=True)]
        assert around == pytest.approx([wanted.bleed * MILLIMETRE] * 4, abs=0.01)
        outside = [abs(one - other) for one, other in zip(media, bleed, strict=True)]
        assert outside == pytest.approx([outside[0]] * 4, abs=0.01)
        assert (outside[0] > 15) == wanted.marks
        assert not {"/CropBox", "/ArtBox", "/Rotate", "/UserUnit"} & set(page.obj.keys())


@pytest.mark.parametrize(("name", "part"), EACH)
def test_only_what_is_printed_is_in_the_file(name: str, part: Part) -> None:
    """No link, bookmark, name, tag or action is left, nor anything of a page but its boxes."""
    pdf = opened(made(BODY, part, name)[0])
    assert set(pdf.Root.keys()) <= {
        *("/Type", "/Pages", "/OutputIntents", "/Metadata", "/Lang", "/PageLabels"),
    }
    for page in pdf.pages:
        keys = {"/Type", "/Parent", "/MediaBox", "/BleedBox", "/TrimBox", "/Contents", "/Resources"}
        assert set(page.obj.keys()) == keys
    assert not any("/Annot" in repr(each) or "/StructElem" in repr(each) for each in pdf.objects)


@pytest.mark.parametrize(("name", "part"), EACH)
def test_the_intent_is_registered(name: str, part: Part) -> None:
    """PDF/X-4 embeds the profile of its condition; PDF/X-1a names it alone."""
    [intent] = opened(made(BODY, part, name)[0]).Root.OutputIntents
    wanted = asked(name, part)
    assert str(intent.S) == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == wanted.condition
    assert str(intent.RegistryName) == "http://www.color.org"
    assert str(intent.Info)
    if wanted.profile is None:
        assert "/DestOutputProfile" not in intent
        return
    profile = intent.DestOutputProfile
    assert int(profile.N) == 4
    assert profile.read_bytes() == (styles.FOLDER / "icc" / wanted.profile).read_bytes()
    assert profile.read_bytes()[12:20] == b"prtrCMYK"


def test_x_4_says_so_in_xmp() -> None:
    """The key of the standard, an ID of the content, and the same as Info (ISO 15930-7, 6.2)."""
    data = made(BODY)[0]
    pdf = opened(data)
    assert pdf.pdf_version == "1.6"
    etree.fromstring(pdf.Root.Metadata.read_bytes())
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        assert xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert xmp["pdf:Trapped"] == "False"
        assert re.fullmatch(r"uuid:[0-9a-f-]{36}", xmp["xmpMM:DocumentID"])
        assert (xmp["xmpMM:RenditionClass"], xmp["xmpMM:VersionID"]) == ("default", "1")
        assert xmp["dc:title"] == METADATA.title == str(pdf.docinfo["/Title"])
        assert xmp["xmp:CreateDate"] == xmp["xmp:MetadataDate"] == "2026-01-02T00:00:00Z"
        first = xmp["xmpMM:DocumentID"]
    other = opened(made(BODY + "más")[0])
    with other.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        assert xmp["xmpMM:DocumentID"] != first
    assert str(pdf.docinfo["/CreationDate"]) == "D:20260102000000Z"
    assert str(pdf.docinfo["/Trapped"]) == "/False"
    assert len(pdf.trailer.ID) == 2


def test_x_1a_says_so_in_info() -> None:
    """PDF 1.3, its keys in Info, no XMP, and no key of transparency (ISO 15930-1, 6)."""
    pdf = opened(made(BODY, "cover", "ingramspark")[0])
    assert pdf.pdf_version == "1.3"
    info = {str(key): str(value) for key, value in pdf.docinfo.items()}
    assert info["/GTS_PDFXVersion"] == "PDF/X-1:2001"
    assert info["/GTS_PDFXConformance"] == "PDF/X-1a:2001"
    assert info["/Trapped"] == "/False"
    assert {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"} <= set(info)
    assert "/Metadata" not in pdf.Root
    newer = {"/ca", "/CA", "/SMask", "/Group", "/BM", "/StructParents"}
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            assert not newer & set(each.keys())


def test_marks_are_outside_the_bleed() -> None:
    """Eight lines for the cut and four targets, on the cover in every ink, inside in black."""
    for part, ink in zip(PARTS, ("K", "SCN"), strict=True):
        page = opened(made(BODY, part)[0]).pages[0]
        content = painted(page)
        start = max(at for at, (operator, _) in enumerate(content) if operator == "w")
        marks = content[start - 1 :]
        assert marks[0][0] == ink
        left, bottom, right, top = (float(side) for side in page.obj.BleedBox)
        for operator, operands in marks:
            for x, y in (
                zip(operands[0::2], operands[1::2], strict=True) if operator in "mlc" else ()
            ):
                assert not (left < x < right and bottom < y < top)
        assert sum(operator == "l" for operator, _ in marks) == 8 + 2 * 4
        assert sum(operator == "c" for operator, _ in marks) == 4 * 4
        assert ("/ColorSpace" in page.resources) == (part == "cover")
    every: Any = opened(made(BODY)[0]).pages[0].resources.ColorSpace.All
    assert [str(every[0]), str(every[1])] == ["/Separation", "/All"]


def test_artwork_reaches_the_bleed_and_no_farther(tmp_path: Path) -> None:
    """A ground that is laid out past the trim is printed to the bleed, and cut off there."""
    ground = (
        '<div style="position: absolute; inset: -60pt; background: device-cmyk(1 0 0 0)"></div>'
    )
    path = tmp_path / "cover.pdf"
    path.write_bytes(made(ground)[0])
    bleed = ghostscript.ink_coverage(path, "Bleed")[0]
    assert bleed.cyan > 0.99
    assert ghostscript.ink_coverage(path)[0].cyan == pytest.approx(
        317 * 217 / (351.2 * 251.2), abs=0.02
    )


@pytest.mark.parametrize(("name", "blank"), [("offset", 1), ("kdp", 1), ("ingramspark", 1)])
def test_blank_pages_end_the_book(name: str, blank: int) -> None:
    """As many as the printer binds; they have marks as the others, and nothing else."""
    body = "<p>Uno</p>" + '<p style="break-before: page">Más</p>' * 2
    pdf = opened(made(body, "interior", name)[0])
    assert len(pdf.pages) == 3 + blank
    for page in list(pdf.pages)[3:]:
        assert not {"/Font", "/XObject"} & set(page.resources.keys())
        assert ("S" in {operator for operator, _ in painted(page)}) == (name == "offset")
    assert len(opened(made(body, "cover", name)[0]).pages) == 3


def test_pages_keep_their_numbers() -> None:
    """Labels say what is printed on a page (ISO 32000-1, 12.4.2)."""
    numbering = [{"page": 1, "style": "r", "start": 1}, {"page": 2, "style": "D", "start": 1}]
    job = Job("x.pdf", "interior", printers.printer("kdp"), numbering)
    body = "<p>Uno</p>" + '<p style="break-before: page">Más</p>' * 2
    pdf = opened(finish(raw(body), job, METADATA)[0])
    assert [str(page.label) for page in pdf.pages] == ["i", "1", "2", "3"]


@pytest.mark.parametrize(("name", "part"), EACH)
def test_the_same_bytes_each_time(name: str, part: Part) -> None:
    """Nothing in the file depends on when or how often it is made."""
    assert made(BODY, part, name)[0] == made(BODY, part, name)[0]


@pytest.mark.parametrize(("name", "part"), EACH)
def test_other_programs_take_the_file(name: str, part: Part, tmp_path: Path) -> None:
    """Qpdf finds no error, and Ghostscript prints every page."""
    path = tmp_path / "x.pdf"
    path.write_bytes(made(BODY, part, name)[0])
    program = shutil.which("qpdf")
    assert program, "qpdf is not installed"
    run = subprocess.run(  # qpdf, on a file of ours
        [program, "--check", path], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert len(ghostscript.ink_coverage(path)) == len(opened(path.read_bytes()).pages)
    assert max(ghostscript.total_ink(path, 36)) <= asked(name, part).ink_limit


def test_fonts_and_images_keep_their_place() -> None:
    """Fonts are embedded and tell their characters; images have names in order."""
    body = "<p>Uno</p>" + shown(picture("L", 1)) + shown(picture("L", 2))
    resources = opened(made(body)[0]).pages[0].resources
    for font in resources.Font.values():
        described: Any = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile2" in described or "/FontFile3" in described
        assert "/ToUnicode" in font
    assert sorted(resources.XObject.keys()) == ["/Image1", "/Image2"]


@pytest.mark.parametrize(
    ("name", "pages", "trim", "expected"),
    [
        ("kdp", 24, "A5", []),
        ("kdp", 22, "A5", ["too-few-pages"]),
        ("kdp", 23, "A5", []),
        ("ingramspark", 17, "A5", []),
        ("ingramspark", 16, "A5", []),
        ("ingramspark", 15, "A5", ["too-few-pages"]),
        ("kdp", 829, "A5", ["too-many-pages"]),
        ("lulu", 120, "140x210", ["trim-not-cut"]),
        ("lulu", 30, "140x210", ["too-few-pages", "trim-not-cut"]),
        ("offset", 3, "140x210", []),
    ],
)
def test_a_book_that_cannot_be_printed_is_told(
    name: str, pages: int, trim: str, expected: list[str]
) -> None:
    """Too few pages, too many, or another trim: an error with a way out, blank pages counted."""
    found = list(problems("x-print.pdf", pages, trim, printers.printer(name)))
    assert [each.code for each in found] == expected
    assert all(each.hint and each.place.file == "x-print.pdf" for each in found)


def test_a_page_without_bleed_is_clipped_at_the_bleed_asked() -> None:
    """A layout whose sheet is its trim has nothing outside; the printer's bleed stays white."""
    style = PAGE.replace("bleed: 9pt;", "")
    page = opened(made("<p>Uno</p>", "interior", "lulu", style=style)[0]).pages[0]
    assert [float(side) for side in page.obj.TrimBox] == pytest.approx([9, 9, 309, 209], abs=0.01)
