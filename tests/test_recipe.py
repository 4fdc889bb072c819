"""The recipe, run as a publisher runs it: whole, idle, damaged, refused, killed."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import CASES, MASTER, NO_CLIENTS, ROOT, doit, new_project

OUTPUTS = (
    "buildinfo.json",
    *("prueba-archive.pdf", "prueba-booklet.pdf", "prueba-cover.jpg", "prueba-cover.pdf"),
    *("prueba-large.pdf", "prueba-print.pdf", "prueba-screen.pdf", "prueba-thumbnail.jpg"),
    *("prueba.bag.zip", "prueba.epub", "prueba.html", "prueba.onix.xml", "prueba.paragraphs.json"),
    *("prueba.tei.xml", "prueba.txt", "report.json"),
)
CATALOGUE = ("index.html", "opds.json", "opds.xml")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose only work has been built, checked and sealed."""
    folder = new_project(tmp_path_factory.mktemp("recipe") / "built")
    (folder / "source" / "prueba.md").write_text(MASTER, "utf-8")
    done = doit(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def book(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the built project, to be damaged."""
    shutil.copytree(built, tmp_path / "book")
    return tmp_path / "book"


def _held(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder, and of a report what does not change from run to run."""
    return {
        path.relative_to(folder).as_posix(): _lasting(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _lasting(path: Path) -> bytes:
    """Read a file; of a report, leave out seconds and what depends on the last seal."""
    data = path.read_bytes()
    if path.name != "report.json" or not data.startswith(b"{"):
        return data
    report = json.loads(data)
    report.pop("observed", None)
    for claim in report.get("claims", []):
        claim["evidence"].pop("lines compared", None)
    return json.dumps(report).encode()


def _busy(output: str) -> list[str]:
    """Return the lines of tasks that ran."""
    return [line for line in output.splitlines() if not line.startswith("-- ")]


def test_a_work_is_published_with_its_report_and_sums(built: Path) -> None:
    """Every output and the report; the sums are those of the files."""
    assert tuple(sorted(path.name for path in (built / "dist" / "prueba").iterdir())) == OUTPUTS
    subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=built / "dist", check=True
    )


def test_every_claim_is_sound_with_evidence(built: Path) -> None:
    """No check passes without having looked at something; only clients may be missing."""
    report = json.loads((built / "dist" / "prueba" / "report.json").read_bytes())
    assert report["verdict"] == "sound"
    assert len(report["claims"]) > 10
    for claim in report["claims"]:
        if claim["excused"]:
            assert "is not installed" in claim["reason"]
            continue
        assert claim["judgement"] == "sound", claim
        assert sum(claim["evidence"].values()) > 0, claim


def test_a_second_run_does_nothing(book: Path) -> None:
    """Every task is up to date."""
    assert _busy(doit(book).stdout) == []


def test_a_comment_of_the_editor_reaches_no_reader(book: Path) -> None:
    """Only those outputs change that carry the master, or name the digest of its bytes."""
    master, made = book / "source" / "prueba.md", book / "dist" / "prueba"
    carriers = {"prueba-screen.pdf", "prueba-archive.pdf", "prueba.epub", "prueba.tei.xml"}
    told = {"buildinfo.json", "prueba.bag.zip", "prueba.onix.xml", "report.json"}
    before, stated = _held(made), hashlib.sha256(master.read_bytes()).hexdigest()
    master.write_text(master.read_text("utf-8") + "\n<!-- ojo -->\n", "utf-8")
    assert doit(book).returncode == 0
    after, now = _held(made), hashlib.sha256(master.read_bytes()).hexdigest()
    changed = {name for name, data in before.items() if data != after[name]}
    assert carriers <= changed <= carriers | told
    tei = "prueba.tei.xml"
    assert before[tei].replace(stated.encode(), now.encode()) == after[tei]


@pytest.mark.parametrize("name", [*OUTPUTS, "stray.txt"])
def test_an_altered_edition_is_published_again(name: str, book: Path) -> None:
    """What was altered in dist/ is never sealed: it is replaced by what was verified."""
    dist = book / "dist"
    before = _held(dist)
    (dist / "prueba" / name).write_bytes(b"altered")
    assert doit(book).returncode == 0
    assert before == _held(dist)


def test_altered_sums_are_written_again(book: Path) -> None:
    """The sums are those of what was verified."""
    before = _held(book / "dist")
    (book / "dist" / "SHA256SUMS").write_text("0  prueba/prueba.epub\n")
    assert doit(book).returncode == 0
    assert before == _held(book / "dist")


def test_an_altered_output_is_made_again(book: Path) -> None:
    """Doit trusts that a target is there; we compare what it holds."""
    output = book / ".build" / "prueba" / "prueba.epub"
    before = output.read_bytes()
    output.write_bytes(before + b"x")
    done = doit(book)
    assert ".  prueba:epub" in done.stdout
    assert before == output.read_bytes()


def test_a_broken_master_leaves_the_last_edition(book: Path) -> None:
    """Exit 1, the finding, no traceback, dist/ as it was; mended, it is published."""
    before = _held(book / "dist")
    master = book / "source" / "prueba.md"
    sound = master.read_text("utf-8")
    master.write_text(sound.replace("[^ed-a],", "[^ed-b],"), "utf-8")

    done = doit(book)

    assert done.returncode == 1
    assert "source/prueba.md:15:13: [undefined-note]" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert before == _held(book / "dist")
    master.write_text(sound, "utf-8")
    assert doit(book).returncode == 0
    assert before == _held(book / "dist")


def test_one_broken_work_does_not_stop_the_others(book: Path) -> None:
    """Every refused case at once: exit 1, no traceback, each told, the sound one published."""
    names = sorted(path.stem for path in (CASES / "read").glob("*.md"))
    shutil.copytree(CASES / "read", book / "source", dirs_exist_ok=True)
    before = _held(book / "dist" / "prueba")

    done = doit(book)

    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    for name in names:
        assert f"source/{name}.md:" in done.stdout, name
    assert before == _held(book / "dist" / "prueba")
    assert ["SHA256SUMS", *CATALOGUE, "prueba"] == sorted(
        path.name for path in (book / "dist").iterdir()
    )


def test_a_character_beyond_our_fonts_is_named_in_its_place(book: Path) -> None:
    """An emoji, which readers of PDFs give in two halves, is a finding and no crash."""
    master = book / "source" / "prueba.md"
    master.write_text(master.read_text("utf-8").replace("todos", "😀 todos"), "utf-8")
    done = doit(book)
    assert done.returncode == 1, done.stderr
    assert "source/prueba.md:15:8: [missing-glyph]" in done.stdout


def test_a_work_that_is_gone_has_no_sums(book: Path) -> None:
    """The sums are those of the works in source/, whatever was built before; folders are none."""
    (book / "source" / "otra.md").write_text(MASTER, "utf-8")
    (book / "source" / "carpeta.md").mkdir()
    before = (book / "dist" / "SHA256SUMS").read_bytes()
    assert doit(book).returncode == 0
    assert before != (book / "dist" / "SHA256SUMS").read_bytes()
    (book / "source" / "otra.md").unlink()
    assert doit(book).returncode == 0
    assert before == (book / "dist" / "SHA256SUMS").read_bytes()


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("number", range(1, 5))
def test_a_seal_killed_at_any_rename_is_completed(number: int, when: str, book: Path) -> None:
    """Whatever the rename, the edition is whole; the next run completes it."""
    new = _held(book / "dist")
    old = {**new, "prueba/report.json": b"{}"}
    (book / "dist" / "prueba" / "report.json").write_bytes(b"{}")
    killer = [str(ROOT / "tests" / "killed.py"), str(number), when, "exchange", "seal"]
    environment = {"PYTHONPATH": str(ROOT), **NO_CLIENTS}

    done = subprocess.run([sys.executable, *killer], cwd=book, env=environment, check=False)

    assert done.returncode in {0, -signal.SIGKILL}
    whole = {name: data for name, data in _held(book / "dist").items() if not name.startswith(".")}
    assert whole in (old, new)
    assert doit(book).returncode == 0
    assert new == _held(book / "dist")


@pytest.mark.parametrize("seed", range(3))
def test_a_build_killed_at_any_instant_is_completed(seed: int, book: Path) -> None:
    """Killed while it makes another edition, the old one is whole, and the next run ends it.

    tests/bench/kill.py does so at a hundred instants.
    """
    kill_and_complete(book, seed)


def kill_and_complete(book: Path, seed: int) -> None:
    """Change the master, kill the build at a seeded instant, look, and build again."""
    old = _held(book / "dist" / "prueba")
    master = book / "source" / "prueba.md"
    master.write_text(master.read_text("utf-8").replace("Hola", f"Hola {seed}"), "utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "doit"],
        cwd=book,
        env={"PYTHONPATH": str(ROOT), **NO_CLIENTS},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(random.Random(seed).uniform(0.1, 9))
    running.kill()
    running.wait()
    after = _held(book / "dist" / "prueba")
    complete = running.returncode == 0
    assert complete or after == old or set(after) == set(old)
    assert doit(book).returncode == 0
    new = _held(book / "dist" / "prueba")
    assert after in (old, new)
    assert new != old
