"""Every emendation is listed, in its true place, and linked both ways."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from colofon import inputs
from colofon.labels import Labels
from colofon.pdf import loci
from finished import codes, edited_epub, edited_html, edited_pdf, examine, finished
from printed import print_book

CHECK = "apparatus-complete"


def test_a_good_apparatus_is_complete() -> None:
    """Four emendations in four outputs."""
    findings, evidence = examine(CHECK)
    assert [] == findings
    assert {"emendations": 4, "outputs": 4} == evidence


def test_a_bad_line_on_the_web_is_found(tmp_path: Path) -> None:
    """Another reading, a missing line, a link astray."""
    changes = {
        ("<td>negaciones</td>", "<td>negociación</td>"): ["apparatus-wrong"],
        ('<tr id="a4">', '<tr id="a4" hidden></tr></tbody></table><template><tr>'): [
            "apparatus-astray",
            "apparatus-incomplete",
            "apparatus-wrong",
        ],
        ('href="#e2"', 'href="#e3"'): ["apparatus-astray"],
        ('href="#a1"', 'href="#a2"'): ["apparatus-astray"],
    }
    for (old, new), expected in changes.items():
        found = codes(examine(CHECK, html=edited_html(tmp_path, old, new))[0])
        assert found
        assert set(found) <= set(expected), (old, found)


def test_a_bad_line_in_the_epub_is_found(tmp_path: Path) -> None:
    """A link of the list that leads to another file."""

    def change(members: dict[str, bytes]) -> None:
        name = next(name for name in members if name.endswith("apparatus.xhtml"))
        members[name] = members[name].replace(b"text-1.xhtml#e2", b"text-2.xhtml#e2")

    assert ["apparatus-astray"] == codes(examine(CHECK, epub=edited_epub(tmp_path, change))[0])


def test_a_bad_place_in_print_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A maker that counts one line too many is caught at each emendation."""
    counted = loci.worded

    def wrong(locus: loci.Locus, first: int, labels: Labels) -> str:
        return counted(locus._replace(line=locus.line + 1), first, labels)

    monkeypatch.setattr(loci, "worded", wrong)
    path = tmp_path / "por-la-paz-archive.pdf"
    given = inputs.gather(("edition", "front", "page", "fonts"), finished())
    path.write_bytes(print_book(**given).files[path.name])

    found = examine(CHECK, archive_pdf=path)[0]
    assert ["apparatus-place"] == codes(found)
    assert len(found) == 4


def test_a_bad_destination_in_print_is_found(tmp_path: Path) -> None:
    """The name of an emendation leads two lines too far down."""

    def change(pdf: pikepdf.Pdf) -> None:
        names = pdf.Root.Names.Dests.Names
        at = [str(each) for each in list(names)[::2]].index("e2") * 2 + 1
        names[at][3] = names[at][3] - 28

    assert ["apparatus-astray"] == codes(
        examine(CHECK, archive_pdf=edited_pdf(tmp_path, change, "archive"))[0]
    )


def test_a_bad_sic_in_tei_is_found(tmp_path: Path) -> None:
    """What the witness has is text, too: another letter in it, or none of it."""
    path = tmp_path / "por-la-paz.tei.xml"
    whole = (finished().build / path.name).read_text("utf-8")
    for old, new in (("<sic>negaciones</sic>", "<sic>negacione</sic>"), ("<sic>aun</sic>", "")):
        assert old in whole
        path.write_text(whole.replace(old, new), "utf-8")
        found = examine(CHECK, tei=path)[0]
        assert ["witness-wrong"] == codes(found)
        assert len(found) == 1
