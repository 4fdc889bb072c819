"""PDF 2.0: notes and calls refer to each other, links lead to elements, the source goes along."""

from __future__ import annotations

import functools
import io
import tempfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from books import call, fonts, front, page, section
from laid_out import PARAGRAPH
from tagged import Tagged

from colofon import typefaces
from colofon.finding import Severity
from colofon.formats import archive, large, screen
from colofon.source import Edition
from colofon.stages import layout

CARRIED = b"PK, and so on"
PAGE = page(
    f"<p>Uno{call(1)} y <em>dos</em>{call(2)}.</p>"
    f"{section(f'<p>Tres{call(3)}.</p>')}{PARAGRAPH * 9}",
    *("Una.", "Otra, <a href='#dos'>a otra parte</a>.", "Y una más."),
)
PDF_1_7, PDF_2_0 = "http://iso.org/pdf/ssn", "http://iso.org/pdf2/ssn"


@functools.cache
def made(kind: str) -> bytes:
    """Make one of the PDFs of the page."""
    with tempfile.TemporaryDirectory() as folder:
        edition = Edition("obra", Path(folder))
        if kind == "large":
            faces = typefaces.subset(map(chr, range(0xA0, 0x180)), typefaces.LARGE_FACES)
            done = large.make(
                edition=edition, front=front(), page=PAGE, fonts=fonts(), large_fonts=faces
            )
        else:
            laid_out = layout.make(edition=edition, front=front(), page=PAGE, fonts=fonts())
            pages = laid_out.files["pages-1.7.pdf" if kind == "archive" else "pages-2.0.pdf"]
            given: dict[str, Any] = {"edition": edition, "front": front(), "carried": CARRIED}
            numbering = {"numbering": [{"page": 1, "style": "r", "start": 1}]}
            if kind == "archive":
                done = archive.make(**given, layout=numbering, pages_1_7=pages)
            else:
                done = screen.make(**given, layout=numbering, pages_2_0=pages)
    assert not [each for each in done.findings if each.severity is Severity.ERROR]
    return done.files[f"obra-{kind}.pdf"]


@pytest.mark.parametrize("kind", ["screen", "large"])
def test_notes_and_calls_refer_to_each_other(kind: str) -> None:
    """Each FENote names the Reference that calls it, and the other way round."""
    tagged = Tagged(made(kind))
    notes = tagged.top.all("FENote")
    calls = [each for each in tagged.top.all("Reference") if "/Ref" in each.raw]
    assert len(notes) == len(calls) == 3
    for note, called in zip(notes, calls, strict=True):
        assert [other.objgen for other in note.raw.Ref] == [called.raw.objgen]
        assert [other.objgen for other in called.raw.Ref] == [note.raw.objgen]
    kinds = {str(note.raw.A.NoteType) for note in notes}
    assert kinds == {"/Endnote" if kind == "large" else "/Footnote"}


def test_every_type_has_its_namespace() -> None:
    """TOC, TOCI and Reference are types of PDF 1.7; all others are of PDF 2.0."""
    tagged = Tagged(made("screen"))
    for role, namespace in (("TOC", PDF_1_7), ("TOCI", PDF_1_7), ("Reference", PDF_1_7),
                            ("P", PDF_2_0), ("Em", PDF_2_0), ("FENote", PDF_2_0)):  # fmt: skip
        found = tagged.top.all(role)
        assert found
        assert {str(each.raw.NS.NS) for each in found} == {namespace}


def test_links_bookmarks_and_names_lead_to_elements() -> None:
    """A viewer that knows structure destinations lands on the element, any other on the page."""
    with pikepdf.open(io.BytesIO(made("screen"))) as pdf:
        links = [each for sheet in pdf.pages for each in sheet.obj.get("/Annots", [])]
        goals = [each.A for each in links if each.A.S == pikepdf.Name.GoTo]
        assert len(goals) >= 3 * 2 + 1
        goals.append(pdf.Root.Outlines.First.A)
        goals.extend(list(pdf.Root.Names.Dests.Names)[1::2])
        for goal in goals:
            assert goal.SD[0].Type == pikepdf.Name.StructElem
            assert goal.D[0].Type == pikepdf.Name.Page
            assert list(goal.SD)[1:] == list(goal.D)[1:]


@pytest.mark.parametrize("kind", ["screen", "archive"])
def test_the_source_goes_along(kind: str) -> None:
    """The attached file is all that was handed in, dated by the edition, and named as source."""
    with pikepdf.open(io.BytesIO(made(kind))) as pdf:
        [attached] = pdf.Root.AF
        assert str(attached.AFRelationship) == "/Source"
        assert str(attached.UF) == "obra.source.zip"
        assert attached.EF.F.read_bytes() == CARRIED
        assert str(attached.EF.F.Params.ModDate) == "D:20261122000000Z"
        assert list(pdf.attachments) == ["obra.source.zip"]


def test_only_pdf_two_is_silent_in_info() -> None:
    """PDF/A-4 has metadata in XMP alone; PDF/A-3 repeats them."""
    for kind, version, spoken in (("screen", "2.0", False), ("archive", "1.7", True)):
        with pikepdf.open(io.BytesIO(made(kind))) as pdf:
            assert pdf.pdf_version == version
            assert ("/Info" in pdf.trailer) == spoken


def test_large_print_names_pages_and_keeps_notes_behind_the_text() -> None:
    """A note's number is followed by the page of its call, for eyes; tags have the link alone."""
    tagged = Tagged(made("large"))
    labels = [each.one("Lbl").text.strip() for each in tagged.top.all("FENote")]
    assert labels == ["1.", "2.", "3."]
    shown = [text for _, _, text in tagged.artifacts]
    assert sum("(p. " in text for text in shown) == 3
    assert shown.count("[") == shown.count("]") == 3
