"""`regenerate` makes an edition again from one file of it; what it cannot make, it refuses."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from asked import Answered, asked, with_source

from colofon import PYTHON, VERSION, rebuilding
from colofon import __main__ as front
from colofon.bagging import release
from colofon.finding import Refused
from colofon.source import Edition
from conftest import MASTER, ROOT
from finished import edited_epub, finished

SENT = {
    "the EPUB": (".epub", "libro.epub"),
    "the screen PDF": ("-screen.pdf", "pantalla"),
    "the archive PDF": ("-archive.pdf", "de un amigo.bin"),
}
"""What is sent: how our name for it ends, and the name under which it comes."""


def made(edition: Edition) -> dict[str, bytes]:
    """Return every output of a finished work, and its build record."""
    paths = [*edition.build.glob(f"{edition.slug}*"), edition.build / "buildinfo.json"]
    return {path.name: path.read_bytes() for path in paths}


def again(folder: Path, file: Path, name: str) -> tuple[Answered, dict[str, bytes]]:
    """Send a file alone, under another name, and make its edition from it, from elsewhere."""
    (folder / "sent").mkdir(parents=True)
    (folder / "here").mkdir()
    shutil.copy(file, folder / "sent" / name)
    into = folder / "deep" / "into"
    answered = asked(folder / "here", "regenerate", folder / "sent" / name, "--into", into)
    return answered, {path.name: path.read_bytes() for path in into.glob("dist/*/*")}


@pytest.fixture(scope="module")
def all_again(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, tuple[Answered, dict[str, bytes]]]]:
    """Make our edition again from each file, two at a time."""
    top, build = tmp_path_factory.mktemp("again"), finished().build
    with ThreadPoolExecutor(2) as workers:
        running = {
            which: workers.submit(again, top / which, build / f"{finished().slug}{suffix}", name)
            for which, (suffix, name) in SENT.items()
        }
        yield {which: each.result() for which, each in running.items()}


@pytest.mark.parametrize("which", SENT)
def test_one_file_makes_the_whole_edition(
    which: str, all_again: dict[str, tuple[Answered, dict[str, bytes]]]
) -> None:
    """From one file alone comes every output and the record of the build, byte for byte."""
    answered, outputs = all_again[which]
    assert answered.code == 0, answered.err
    assert answered.out.splitlines()[-1].endswith(
        f"{SENT[which][1]} is {finished().slug}{SENT[which][0]}, byte for byte."
    )
    expected = made(finished())
    assert set(outputs) == set(expected)
    assert [name for name in expected if outputs[name] != expected[name]] == []


PICTURED = MASTER.replace("Hola a todos", "![Un punto](prueba/punto.png)\n\nHola a todos").replace(
    "language: es", "language: es\nprint:\n  printers: [vecina]"
)


def test_pictures_and_a_printer_of_ones_own_come_along(tmp_path: Path) -> None:
    """A work that a release knows nothing of is made again all the same."""
    from PIL import Image  # noqa: PLC0415  # only here

    project = tmp_path / "project"
    printer = (ROOT / "styles/printers/offset.toml").read_bytes()
    rebuilding.lay(
        project,
        {
            **{name: data for name, data in release.files().items() if name.startswith("styles/")},
            release.LOCK: release.files()[release.LOCK],
            "styles/printers/vecina.toml": printer,
            "source/prueba.md": PICTURED.encode(),
        },
    )
    (project / "source/prueba").mkdir()
    Image.new("L", (300, 300), 128).save(project / "source/prueba/punto.png", dpi=(300, 300))
    [work] = rebuilding.make(project, ["prueba"])
    read = json.loads(made(work)["buildinfo.json"])["inputs"]
    assert {"source/prueba/punto.png", "styles/printers/vecina.toml"} < set(read)
    answered, outputs = again(tmp_path / "again", work.build / "prueba.epub", "a")
    assert answered.code == 0, answered.err + answered.out
    expected = made(work)
    assert set(outputs) == set(expected)
    assert [name for name in expected if outputs[name] != expected[name]] == []


def test_an_altered_file_is_told_from_what_its_source_makes(tmp_path: Path) -> None:
    """A word that was changed in an EPUB: exit code 1, the member named, the true one made."""

    def change(members: dict[str, bytes]) -> None:
        [name] = [each for each in members if each.endswith("text-1.xhtml")]
        members[name] = members[name].replace(b"paz", b"pez", 1)

    answered, outputs = again(tmp_path / "a", edited_epub(tmp_path, change), "a.epub")
    assert answered.code == 1, answered.err
    assert "text-1.xhtml" in answered.out
    assert outputs == made(finished())


# --- what is refused

Change = Callable[[dict[str, bytes]], object]


def manifest(change: Callable[[dict[str, object]], object]) -> Change:
    """Change what the manifest of the carried source says."""

    def write(files: dict[str, bytes]) -> None:
        said = json.loads(files["colofon.json"])
        change(said)
        files["colofon.json"] = json.dumps(said).encode()

    return write


def added(name: str) -> Change:
    """Add a file to the carried source."""
    return lambda files: files.update({name: b"print('run')\n"})


def lock(old: bytes, new: bytes) -> Change:
    """Change the lock that is carried."""

    def write(files: dict[str, bytes]) -> None:
        assert old in files["requirements.lock"]
        files["requirements.lock"] = files["requirements.lock"].replace(old, new, 1)

    return write


def another_font(said: dict[str, object]) -> None:
    """Give a font another digest."""
    fonts = said["release"]
    assert isinstance(fonts, dict)
    fonts[next(name for name in fonts if name.endswith(".ttf"))] = "0" * 64


REFUSED: dict[str, tuple[Change, str, str]] = {
    "another Colofón": (
        manifest(lambda said: said.update(colofon="0.0.9")),
        "other-release",
        f"It needs Colofón 0.0.9 and Python {PYTHON}; this is {VERSION}.",
    ),
    "another Python": (
        manifest(lambda said: said.update(python=">=4")),
        "other-python",
        "It needs Python >=4, and this is 3.",
    ),
    "a Python that is none": (
        manifest(lambda said: said.update(python="viper")),
        "no-manifest",
        "no manifest of ours",
    ),
    "another font": (manifest(another_font), "other-release", ".ttf is not that of this release"),
    "a font that we lack": (
        manifest(lambda said: said.update(release={"styles/fonts/A.ttf": "0" * 64})),
        "other-release",
        "styles/fonts/A.ttf",
    ),
    "another tool": (lock(b"weasyprint==", b"weasyprint==1"), "other-tools", "weasyprint"),
    "a lock that is none": (lock(b"weasyprint==", b"weasyprint=="[:-2]), "other-tools", "lock"),
    "a lock that is no text": (lock(b"weasyprint", b"\xff"), "other-tools", "lock"),
    "no lock": (lambda files: files.pop("requirements.lock"), "other-tools", "lock"),
    "a recipe": (added("dodo.py"), "strange-material", "dodo.py"),
    "a module": (added("colofon/x.py"), "strange-material", "colofon/x.py"),
    "a module beside": (added("sitecustomize.py"), "strange-material", "sitecustomize.py"),
    "another work": (added("source/other.md"), "strange-material", "source/other.md"),
    "a font": (added("styles/fonts/A.ttf"), "strange-material", "styles/fonts/A.ttf"),
    "a folder of a font": (
        added("styles/fonts/EBGaramond-Italic.ttf/a.css"),
        "strange-material",
        "EBGaramond-Italic.ttf/a.css",
    ),
    "a style in capitals": (added("styles/FONTS/OFL.TXT/a.css"), "strange-material", "a.css"),
    "a way out": (added("source/por-la-paz/../../x"), "unsafe-name", "outside"),
    "above": (added("../x"), "unsafe-name", "outside"),
    "no manifest": (lambda files: files.pop("colofon.json"), "no-manifest", "colofon.json"),
    "no JSON": (lambda files: files.update({"colofon.json": b"{"}), "no-manifest", "manifest"),
    "deep JSON": (
        lambda files: files.update({"colofon.json": b"[" * 100_000}),
        "no-manifest",
        "manifest",
    ),
    "a list": (lambda files: files.update({"colofon.json": b"[]"}), "no-manifest", "manifest"),
    "a number for a name": (
        manifest(lambda said: said.update(work=7)), "no-manifest", "manifest",
    ),
    "a name that leads away": (
        manifest(lambda said: said.update(work="../x")), "no-manifest", "manifest",
    ),
    "a text for a number": (
        manifest(lambda said: said.update(edition="1")), "no-manifest", "manifest",
    ),
    "more than there is": (manifest(lambda said: said.update(run="x")), "no-manifest", "manifest"),
    "no master": (lambda files: files.pop("source/por-la-paz.md"), "no-master", "por-la-paz.md"),
}  # fmt: skip
"""What is changed in the carried source, the code of the finding, and words of its line."""


def line(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Run `regenerate`, and return the one line with which it refuses."""
    assert front.main(["regenerate", *map(str, arguments)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    [refused] = said.err.splitlines()
    return refused


@pytest.mark.parametrize("which", REFUSED)
def test_a_source_that_is_not_ours_is_refused(
    which: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line that says why, exit code 1, and nothing is written."""
    change, code, words = REFUSED[which]
    path, into = with_source(tmp_path, change), tmp_path / "into"
    said = line(capsys, path, "--into", into)
    assert f"[{code}]" in said
    assert words in said
    assert not into.exists()


@pytest.mark.parametrize("suffix", ["-print.pdf", ".txt", "-cover.jpg"])
def test_a_file_without_its_source_is_refused(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A PDF for the press, and others: the line says which files have it."""
    path, into = finished().build / f"{finished().slug}{suffix}", tmp_path / "into"
    said = line(capsys, path, "--into", into)
    assert "[no-source]" in said
    assert "Hint: Take the EPUB" in said
    assert not into.exists()


def test_only_a_new_or_empty_folder_is_written_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Into a folder with something in it, a link, a file or below one, nothing is written."""
    full, link, file, empty = (tmp_path / name for name in ("full", "link", "file", "empty"))
    full.mkdir()
    (full / "mine").touch()
    empty.mkdir()
    link.symlink_to(empty)
    file.touch()
    before = sorted(tmp_path.rglob("*"))
    for into in (full, link, file, file / "below"):
        assert "[bad-target]" in line(
            capsys, finished().build / f"{finished().slug}.epub", "--into", into
        )
    assert sorted(tmp_path.rglob("*")) == before


def test_a_build_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a stranger's master starts is ended with all its children; one line says so."""
    (tmp_path / "dodo.py").write_text(
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "open('child', 'w').write(str(child.pid))\n"
        "child.wait()\n"
    )
    monkeypatch.setattr(rebuilding, "LONGEST", 3)
    with pytest.raises(Refused, match="too-slow"):
        rebuilding.make(tmp_path, ["prueba"])
    running = Path("/proc", (tmp_path / "child").read_text(), "cmdline")
    for _ in range(50):  # a killed process takes a moment to go
        if not _runs(running):
            break
        time.sleep(0.1)
    assert not _runs(running)


def _runs(command: Path) -> bool:
    """Tell whether a process is alive: its command is gone, or empty until somebody buries it."""
    try:
        return command.read_bytes() != b""
    except OSError:
        return False
