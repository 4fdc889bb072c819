"""The catalogue on disk: made of what was published, and of nothing else."""

from __future__ import annotations

import hashlib
import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from colofon.catalogue import work, writing
from colofon.readers import description, epub
from conftest import MASTER, ROOT, doit, new_project
from finished import finished
from works import SMALL


def published(folder: Path) -> tuple[Path, dict[str, str]]:
    """Put our finished edition where a seal would; return the folder and its sums."""
    edition = finished()
    (folder / edition.slug).mkdir()
    sums = {}
    for path in edition.build.glob(f"{edition.slug}*"):
        shutil.copy(path, folder / edition.slug)
        sums[f"{edition.slug}/{path.name}"] = hashlib.sha256(path.read_bytes()).hexdigest()
    return folder, sums


def test_a_work_is_what_its_epub_says(tmp_path: Path) -> None:
    """Title, people, languages, days, words of the cover, accessibility."""
    [found] = work.read(*published(tmp_path))
    about = found.about
    assert ("¡Por la paz! ¡Abajo la diplomacia secreta!", "es") == (about.title, about.language)
    assert [("León Trotsky", "aut", "Trotsky, León")] == [
        (each.name, each.role, each.file_as) for each in about.creators
    ]
    assert "Discurso de noviembre de 1917" == about.subtitle
    assert about.cover.startswith("Cubierta de «¡Por la paz!")
    assert 6 == len(about.subjects)
    assert "tableOfContents" in about.properties["schema:accessibilityFeature"]
    assert [(1600, 2560), (320, 512)] == [(each.width, each.height) for each in found.pictures]


def test_a_file_that_is_not_what_was_sealed_is_not_offered(tmp_path: Path) -> None:
    """Nor one that is gone; without its EPUB a work is not listed at all."""
    dist, sums = published(tmp_path)
    slug = finished().slug
    (dist / slug / f"{slug}.txt").write_text("altered")
    (dist / slug / f"{slug}-thumbnail.jpg").unlink()
    [found] = work.read(dist, sums)
    suffixes = {file.suffix for file in found.files}
    assert not suffixes & {".txt", "-thumbnail.jpg"}
    assert {".epub", "-cover.jpg"} <= suffixes
    (dist / slug / f"{slug}.epub").write_bytes(b"altered")
    assert [] == work.read(dist, sums)


def test_the_same_files_give_the_same_catalogue(tmp_path: Path) -> None:
    """Whatever the order of the sums."""
    dist, sums = published(tmp_path)
    backwards = dict(reversed(sums.items()))
    assert writing.files(work.read(dist, sums)) == writing.files(work.read(dist, backwards))


def test_certification_and_isbn_are_read(tmp_path: Path) -> None:
    """Also where they refine something else, or are links (EPUB Accessibility 1.1, 3 and 4)."""
    book = epub.read(published(tmp_path)[0] / "por-la-paz" / "por-la-paz.epub")
    said = b"""<dc:identifier>urn:isbn:9783161484100</dc:identifier>
        <meta property="dcterms:conformsTo" id="conf">EPUB Accessibility 1.1</meta>
        <meta property="a11y:certifiedBy" refines="#conf">Ana</meta>
        <link rel="a11y:certifierReport" href="https://example.org/report"/></metadata>"""
    data = book.members[book.package_path].replace(b"</metadata>", said)
    about = description.describe(epub.Epub(book.name, {**book.members, book.package_path: data}))
    assert "9783161484100" == about.isbn
    assert ("EPUB Accessibility 1.1",) == about.properties["dcterms:conformsTo"]
    assert ("Ana",) == about.properties["a11y:certifiedBy"]
    assert ("https://example.org/report",) == about.properties["a11y:certifierReport"]


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that has published two works in two languages."""
    folder = new_project(tmp_path_factory.mktemp("catalogue") / "shop")
    (folder / "source" / "prueba.md").write_text(MASTER, "utf-8")
    (folder / "source" / "beginning.md").write_text(SMALL, "utf-8")
    done = doit(folder)
    assert 0 == done.returncode, done.stdout + done.stderr
    return folder


@pytest.fixture
def book(shop: Path, tmp_path: Path) -> Path:
    """Return a copy of the project, to be damaged."""
    return Path(shutil.copytree(shop, tmp_path / "book"))


def tops(folder: Path) -> dict[str, bytes]:
    """Read every file beside the works, half-written ones too."""
    return {path.name: path.read_bytes() for path in (folder / "dist").iterdir() if path.is_file()}


def titles(folder: Path) -> list[str]:
    """Return what the feed offers."""
    data = json.loads((folder / "dist" / "opds.json").read_bytes())
    return [each["metadata"]["title"] for each in data["publications"]]


def sealed(folder: Path) -> None:
    """Assert that the sums are those of all files."""
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)
    names = {line.split("  ")[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    assert {"index.html", "opds.json", "opds.xml"} <= names


def test_a_broken_work_stays_as_it_was_published_and_a_removed_one_goes(
    book: Path,
) -> None:
    """The catalogue tells of what is there; its files go with their work."""
    folder = book
    assert ["A Modest Beginning", "Prueba"] == titles(folder)
    sealed(folder / "dist")
    master = folder / "source" / "prueba.md"
    master.write_text(master.read_text("utf-8").replace("[^ed-a],", "[^ed-b],"), "utf-8")
    page = (folder / "dist" / "index.html").read_bytes()
    assert 1 == doit(folder).returncode
    assert page == (folder / "dist" / "index.html").read_bytes()
    (folder / "source" / "beginning.md").unlink()
    assert 1 == doit(folder).returncode
    assert ["Prueba"] == titles(folder)
    sealed(folder / "dist")
    master.unlink()
    assert 0 == doit(folder).returncode
    assert [] == titles(folder)
    sealed(folder / "dist")


@pytest.mark.parametrize("name", ["index.html", "opds.json", "opds.xml"])
def test_an_altered_catalogue_is_written_again(name: str, book: Path) -> None:
    """It is always that of the works beside it, also where it is gone or half written."""
    before = tops(book)
    (book / "dist" / name).write_text("altered")
    assert 0 == doit(book).returncode
    assert before == tops(book)
    (book / "dist" / name).rename(book / "dist" / f".{name}.part")
    assert 0 == doit(book).returncode
    assert before == tops(book)


@pytest.mark.parametrize("number", range(1, 5))
def test_a_catalogue_killed_at_any_rename_is_completed(number: int, book: Path) -> None:
    """Each of its files is the old one or the new one; the sums come last."""
    new = tops(book)
    for name in new:
        (book / "dist" / name).write_bytes(b"old")
    killer = [str(ROOT / "tests" / "killed.py"), str(number), "before", "exchange", "seal"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, *killer], cwd=book, env=environment, check=False)
    assert -signal.SIGKILL == done.returncode
    now = {name: (book / "dist" / name).read_bytes() for name in new}
    assert all(data in {b"old", new[name]} for name, data in now.items())
    assert b"old" == now["SHA256SUMS"]
    assert 0 == doit(book).returncode
    assert new == tops(book)
