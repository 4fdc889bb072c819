"""The digest of a text is that of what is read, and a stranger computes the same."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from histories import HISTORY

from colofon import identity, inputs
from colofon.source import Edition
from conftest import MASTER, ROOT, doit, new_project
from finished import finished, finished_from

RULE = "\n\n" + "=" * 72 + "\n\n"
UNDERLINE = re.compile(r"[=\-~^]+")

LISTS = MASTER.replace(
    "[^ed-a]: Una nota breve.",
    "b. Pan\nc. - y *paz*\n   - ya\n\n[^ed-a]: Una nota breve.\n\n[^tr-b]: Otra.\n",
).replace("*adiós*", "*adiós*[^tr-b]")
"""Lists, one in the other, and notes of two kinds."""

READ = (
    "Uno Hola a todos1, y adiós2. b. Pan c. – y paz – ya\n"
    "Una nota breve. (N. del E.)\n"
    "Otra. (N. del T.)\n"
)


def reading(master: str, folder: Path) -> str:
    """Return what is read of a master."""
    edition = Edition("prueba", new_project(folder))
    edition.master_path.write_text(master, "utf-8")
    run = doit(folder, "prueba:read", "prueba:front")
    assert run.returncode == 0, run.stdout + run.stderr
    given = inputs.gather(("document", "front"), edition)
    return identity.reading(**given)


def strangers(text: str) -> str:
    """Compute the digest from a plain text file as docs/identity.md says, with a shell's tools."""
    _, body, notes, *_ = text.split(RULE)
    margin = re.search(r"^\[1\] +", body, re.MULTILINE)
    assert margin
    parts, words = [body, *re.split(r"^\[\^\d+\]", notes, flags=re.MULTILINE)[1:]], list[str]()
    for number, part in enumerate(parts):
        lines = [line for line in part.split("\n") if not UNDERLINE.fullmatch(line)]
        if not number:
            lines = [re.sub(r"^\[\d+\] +", "", line) for line in lines]
        words.append(" ".join(re.sub(r"\[\^(\d+)\]", r"\1", " ".join(lines)).split()))
    said = "".join(f"{line}\n" for line in words)
    run = subprocess.run(["sha256sum"], input=said.encode(), capture_output=True, check=True)
    return run.stdout.decode()[:64]


def test_a_stranger_computes_what_every_format_prints() -> None:
    """From the plain text, without a line of ours; web page and plain text print its beginning."""
    edition = finished()
    text = (edition.build / "por-la-paz.txt").read_text("utf-8")
    digest = strangers(text)
    groups = [digest[start : start + 4] for start in range(0, 16, 4)]
    for name in ("por-la-paz.txt", "por-la-paz.html", "por-la-paz.tei.xml"):
        found = (edition.build / name).read_text("utf-8").replace("</idno>", "")
        assert "\u00a0".join(groups) + "\u00a0…" in found.replace('<idno type="text-SHA-256">', "")
    given = inputs.gather(("document", "front"), edition)
    assert digest == identity.digest(**given)


def test_the_example_of_the_docs_is_true() -> None:
    """Its command is run, and the small master has that digest, and prints its beginning."""
    page = (ROOT / "docs" / "identity.md").read_text("utf-8")
    [(command, digest)] = re.findall(r"^(printf .*)\n# ([0-9a-f]{64})$", page, re.MULTILINE)
    run = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert digest == run.stdout.split()[0]
    edition = finished_from("prueba", MASTER)
    assert digest == identity.digest(**inputs.gather(("document", "front"), edition))
    shown = identity.short(digest)
    assert f"`{shown.replace(chr(160), ' ')} …`" in page
    assert shown in (edition.build / "prueba.txt").read_text("utf-8")


def test_markers_calls_and_signatures_are_read(tmp_path: Path) -> None:
    """As a page shows them: none of them stands in the master."""
    assert READ == reading(LISTS, tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hola", "Holá"),
        ("todos[^ed-a],", "todos,[^ed-a]"),
        ("breve.", "breve!"),
        ("a todos", "atodos"),
        ("# Uno", "# Dos"),
    ],
)
def test_what_is_read_changes_the_digest(old: str, new: str, tmp_path: Path) -> None:
    """A letter, a sign, a space, a heading, the place of a call."""
    assert reading(MASTER, tmp_path / "a") != reading(MASTER.replace(old, new), tmp_path / "b")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("*adiós*", "adiós"),
        ("Hola a todos", "Hola a\ntodos"),
        ("[^ed-a]", "[^ed-zeta]"),
        ("title: Prueba", "title: Otra"),
        ("rights:\n", f"{HISTORY}rights:\n"),
        ("# Uno", "<!-- ¿Seguro? -->\n\n# Uno"),
        ("Hola", "[Hola]{lang=es-AR}"),
        ("todos", '[todos]{.corr sic="todas"}'),
    ],
)
def test_what_is_not_read_changes_nothing(old: str, new: str, tmp_path: Path) -> None:
    """Emphasis, languages, line ends, keys, the head, remarks, what the witness had."""
    assert reading(MASTER, tmp_path / "a") == reading(MASTER.replace(old, new), tmp_path / "b")
