"""The check of the source that outputs carry: silent on good ones, precise on bad ones."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from colofon.finding import Finding
from finished import edited_epub, edited_pdf, examine, finished

CHECK = "source-carried"
IN_EPUB = "META-INF/source.zip"
MANIFEST = "colofon.json"
MASTER = "source/por-la-paz.md"
LOCK = "requirements.lock"

Members = dict[str, bytes]


def said(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Return file, part and code of each finding."""
    return [
        (each.place.file.removeprefix("por-la-paz"), each.place.part, each.code)
        for each in findings
    ]


def test_good_files_carry_their_source() -> None:
    """Nothing is found in our own edition, in three files with every material and digest."""
    findings, evidence = examine(CHECK)
    assert findings == []
    assert evidence["files"] == 3
    assert evidence["materials carried"] > 10
    assert evidence["materials of the release"] > 5


def _changed(change: Callable[[Members], None]) -> bytes:
    """Change the source that the finished EPUB carries."""
    with zipfile.ZipFile(finished().build / "por-la-paz.epub") as book:
        source = book.read(IN_EPUB)
    with zipfile.ZipFile(io.BytesIO(source)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    change(members)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for name, data in members.items():
            new.writestr(name, data)
    return file.getvalue()


def _altered(members: Members) -> None:
    """Change a word of the master."""
    assert b"guerra" in members[MASTER]
    members[MASTER] = members[MASTER].replace(b"guerra", b"tierra", 1)


def _missing(members: Members) -> None:
    """Leave the lock out."""
    del members[LOCK]


def _strange(members: Members) -> None:
    """Add what no maker reads."""
    members["source/por-la-paz/otro.txt"] = b"Hola."


def _bare(members: Members) -> None:
    """Leave the manifest out."""
    del members[MANIFEST]


def _manifest(change: Callable[[dict[str, Any]], None]) -> Callable[[Members], None]:
    """Return what changes the manifest."""

    def changed(members: Members) -> None:
        manifest = json.loads(members[MANIFEST])
        change(manifest)
        members[MANIFEST] = json.dumps(manifest).encode()

    return changed


def _first_font(manifest: dict[str, Any]) -> str:
    """Name the first file of the release."""
    return min(map(str, manifest["release"]))


def _other_digest(manifest: dict[str, Any]) -> None:
    """Give a font another digest."""
    manifest["release"][_first_font(manifest)] = "0" * 64


def _no_digest(manifest: dict[str, Any]) -> None:
    """Give a font none."""
    del manifest["release"][_first_font(manifest)]


def _other_release(manifest: dict[str, Any]) -> None:
    """Name another release of ours."""
    manifest["colofon"] = "0.0.1"


def _other_edition(manifest: dict[str, Any]) -> None:
    """Name another edition of the work."""
    manifest["edition"] += 1


BAD: list[tuple[Callable[[Members], None], str, str]] = [
    (_altered, MASTER, "material-differs"),
    (_missing, LOCK, "material-missing"),
    (_strange, "source/por-la-paz/otro.txt", "material-strange"),
    (_manifest(_other_digest), "styles/", "material-differs"),
    (_manifest(_no_digest), "styles/", "material-missing"),
    (_manifest(_other_release), MANIFEST, "source-of-another"),
    (_manifest(_other_edition), MANIFEST, "source-of-another"),
    (_bare, MANIFEST, "no-manifest"),
]
"""How a source is changed, what is then wrong with it, and where."""


@pytest.mark.parametrize(("change", "part", "code"), BAD)
@pytest.mark.parametrize("suffix", [".epub", "-screen.pdf", "-archive.pdf"])
def test_a_bad_source_is_told(
    suffix: str, change: Callable[[Members], None], part: str, code: str, tmp_path: Path
) -> None:
    """In whatever file it is: first what is wrong and in which member, then that it is alone."""
    findings, evidence = examine(CHECK, **_carrying(suffix, _changed(change), tmp_path))
    (file, where, first), *others = said(findings)
    assert (file, first) == (suffix, code)
    assert where.startswith(part)
    assert {each[2] for each in others} == (set() if code == "no-manifest" else {"source-not-one"})
    assert all(each.hint for each in findings)
    assert evidence["files"] == (2 if code == "no-manifest" else 3)


@pytest.mark.parametrize("suffix", ["-screen.pdf", "-archive.pdf"])
def test_a_bad_zip_of_the_same_members_is_told(suffix: str, tmp_path: Path) -> None:
    """The same materials in another ZIP are whole, and still not the file that others carry."""
    findings, _ = examine(CHECK, **_carrying(suffix, _changed(lambda _: None), tmp_path))
    assert said(findings) == [(suffix, "", "source-not-one")]


def test_bad_files_without_source_are_told(tmp_path: Path) -> None:
    """An EPUB and a PDF that carry none, each by its name and no place of this machine."""

    def bare(members: Members) -> None:
        del members[IN_EPUB]

    def stripped(book: pikepdf.Pdf) -> None:
        for name in list(book.attachments):
            del book.attachments[name]

    epub, pdf = edited_epub(tmp_path, bare), edited_pdf(tmp_path, stripped, "screen")
    findings, evidence = examine(CHECK, epub=epub, screen_pdf=pdf)
    assert said(findings) == [(".epub", "", "no-source"), ("-screen.pdf", "", "no-source")]
    assert evidence["files"] == 1


def _carrying(suffix: str, source: bytes, folder: Path) -> dict[str, Path]:
    """Let one finished file carry another source."""
    if suffix == ".epub":
        return {"epub": edited_epub(folder, lambda members: members.update({IN_EPUB: source}))}

    def change(book: pikepdf.Pdf) -> None:
        [name] = [name for name in book.attachments if name.endswith(".source.zip")]
        del book.attachments[name]
        book.attachments[name] = source

    which = suffix[1:].removesuffix(".pdf")
    return {f"{which}_pdf": edited_pdf(folder, change, which)}
