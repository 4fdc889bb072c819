"""`verify` says of a file that somebody sent which edition it is, and where it was altered."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from bagged import members, packed, whole
from colofon import __main__ as front
from colofon import publish
from finished import edited_epub, edited_pdf, finished

SLUG = "por-la-paz"


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder `dist` with our edition in it, and its sums."""
    dist = tmp_path_factory.mktemp("published") / "dist"
    (dist / SLUG).mkdir(parents=True)
    build = finished().build
    for path in (*build.glob(f"{SLUG}*"), build / "buildinfo.json"):
        shutil.copy(path, dist / SLUG)
    sums = {
        f"{SLUG}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (dist / SLUG).iterdir()
    }
    (dist / publish.SUMS).write_bytes(publish.sums_text(sums))
    return dist


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a folder without sums."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    """Run `verify`; return its exit code and what it said, which is on the standard output."""
    code = front.main(["verify", *map(str, arguments)])
    said = capsys.readouterr()
    assert said.err == ""
    return code, said.out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Run `verify`, and return the one line with which it refuses."""
    assert front.main(["verify", *map(str, arguments)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    [line] = said.err.splitlines()
    return line


@pytest.mark.parametrize("suffix", [".epub", "-print.pdf", ".txt", "-cover.jpg"])
def test_an_unaltered_file_is_named_whatever_it_is_called(
    suffix: str, sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its sum is in the list: it says which file of which edition it is."""
    path = tmp_path / "otro nombre"
    shutil.copy(sealed / SLUG / f"{SLUG}{suffix}", path)
    code, said = told(capsys, path, "--sums", sealed / publish.SUMS)
    assert code == 0
    assert said.startswith(f"{path} is {SLUG}/{SLUG}{suffix}, unaltered. It is edition 1, 2026-")


def test_the_sums_of_this_checkout_are_taken(
    sealed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without `--sums`, those in `dist/` here are."""
    monkeypatch.chdir(sealed.parent)
    code, said = told(capsys, sealed / SLUG / f"{SLUG}.epub")
    assert (code, "unaltered" in said) == (0, True)


def test_an_altered_epub_says_where(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A word that is another in one member: the member is named."""

    def change(found: dict[str, bytes]) -> None:
        [name] = [each for each in found if each.endswith("text-1.xhtml")]
        assert b"paz" in found[name]
        found[name] = found[name].replace(b"paz", b"pez", 1)

    code, said = told(capsys, edited_epub(tmp_path, change), "--sums", sealed / publish.SUMS)
    assert code == 1
    assert "as it was sealed" in said
    assert "text-1.xhtml" in said


def test_an_altered_pdf_says_where(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that lost its content: that page is named."""

    def change(book: object) -> None:
        page = book.pages[4]  # type: ignore[attr-defined]
        page.Contents = book.make_stream(b"")  # type: ignore[attr-defined]

    code, said = told(capsys, edited_pdf(tmp_path, change), "--sums", sealed / publish.SUMS)
    assert code == 1
    assert "page 5" in said


def test_a_damaged_file_is_one_line(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half of an EPUB is not held against anything."""
    path = tmp_path / f"{SLUG}.epub"
    data = (sealed / SLUG / path.name).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert "[truncated]" in refused(capsys, path, "--sums", sealed / publish.SUMS)


def test_without_sums_the_source_tells(capsys: pytest.CaptureFixture[str]) -> None:
    """An EPUB that no list names is what its source makes; whose that is, only sums say."""
    code, said = told(capsys, finished().build / f"{SLUG}.epub")
    assert code == 0
    assert f"is edition 1 of {SLUG}, made by Colofón" in said
    assert "only theirs says" in said


def test_what_the_sums_do_not_name_is_none_of_theirs(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list of sums alone, without the files: an edition of the same work is not taken for it."""
    path = tmp_path / "forged.epub"
    shutil.copy(sealed / SLUG / f"{SLUG}.epub", path)
    sums = tmp_path / publish.SUMS
    sums.write_text(f"{'0' * 64}  {SLUG}/{SLUG}.epub\n")
    code, said = told(capsys, path, "--sums", sums)
    assert code == 1
    assert "none of the files that were sealed" in said


def test_a_renamed_file_is_known_by_its_source(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An altered EPUB of another name is held against the sealed EPUB."""
    other = edited_epub(tmp_path, lambda found: found.__delitem__("EPUB/toc.ncx"))
    path = other.rename(tmp_path / "descarga.epub")
    code, said = told(capsys, path, "--sums", sealed / publish.SUMS)
    assert code == 1
    assert f"is not {sealed / SLUG / SLUG}.epub" in said
    assert "EPUB/toc.ncx" in said


def test_a_forged_bag_is_told_by_the_sums(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bag may be whole and hold another edition: the sums of what is in it say so."""
    sums = tmp_path / publish.SUMS
    sums.write_text(f"{'0' * 64}  {SLUG}/{SLUG}.txt\n")
    code, said = told(capsys, finished().build / f"{SLUG}.bag.zip", "--sums", sums)
    assert code == 1
    assert f"{SLUG}/{SLUG}.txt in it is not what was sealed" in said


def test_a_whole_bag_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every checksum in it holds."""
    path = tmp_path / "a.zip"
    shutil.copy(finished().build / f"{SLUG}.bag.zip", path)
    code, said = told(capsys, path)
    assert code == 0, said
    assert "is a whole bag" in said


def test_a_damaged_bag_names_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A byte of an output is another: the output is named."""
    files = members(whole())
    files[f"data/outputs/{SLUG}.txt"] += b"?"
    code, said = told(capsys, packed(tmp_path, files))
    assert code == 1
    assert f"data/outputs/{SLUG}.txt" in said


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"Hola.\n", "no-source"),
        ("a.epub", b"Hola.\n", "no-source"),
        ("a.pdf", b"%PDF-1.7\nHola.\n", "truncated"),
        ("a", b"", "truncated"),
        ("a", None, "not-a-file"),
    ],
    ids=str,
)
def test_what_is_none_of_ours_is_one_line(
    name: str, data: bytes | None, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A text, an empty file, none at all."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert f"[{code}]" in refused(capsys, tmp_path / name)


def test_a_folder_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named, and nothing in it is read."""
    assert "[not-a-file] This is a folder, not a file." in refused(capsys, tmp_path)


@pytest.mark.parametrize("data", [b"", b"\xff\n", b"Hola.\n"])
def test_sums_that_are_none_are_one_line(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is no list of sums, and one of another name."""
    (tmp_path / publish.SUMS).write_bytes(data)
    book = finished().build / f"{SLUG}.epub"
    assert "[no-sums]" in refused(capsys, book, "--sums", tmp_path / publish.SUMS)
    assert "[no-sums]" in refused(capsys, book, "--sums", tmp_path / "sums" / os.devnull)
