"""`doit serve`: what is published, on a port, and again after a save."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import MASTER, ROOT, doit

PATIENCE = 120
"""Seconds within which a small work is built on a busy machine."""


@dataclass
class Preview:
    """A running preview of a project."""

    folder: Path
    running: subprocess.Popen[str]
    address: str

    def get(self, name: str) -> tuple[str, str]:
        """Fetch a file: its media type and its text; two empty strings where there is none."""
        try:
            with urllib.request.urlopen(self.address + name) as answer:
                return answer.headers["Content-Type"], answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError:
            return "", ""

    def wait_for(self, name: str, words: str) -> None:
        """Wait until a file has some words."""
        end = time.monotonic() + PATIENCE
        while words not in self.get(name)[1]:
            assert self.running.poll() is None, "it ended"
            assert time.monotonic() < end, f"{name} never said «{words}»"
            time.sleep(0.2)

    def save(self, old: str, new: str) -> None:
        """Change the master."""
        master = self.folder / "source" / "prueba.md"
        master.write_text(master.read_text("utf-8").replace(old, new), "utf-8")

    def stop(self) -> str:
        """Press Ctrl-C, and return what was said in the end."""
        os.killpg(self.running.pid, signal.SIGINT)
        return self.running.communicate(timeout=30)[0]


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    """Start a preview of a small work on a free port; end it whatever happens."""
    (project / "source" / "prueba.md").write_text(MASTER, "utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "doit", "serve", "--port", "0"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert running.stdout is not None
    lines = iter(running.stdout.readline, "")
    address = next(found[0] for line in lines if (found := re.search(r"http://[\d.:]+/", line)))
    yield Preview(project, running, address)
    if running.poll() is None:
        running.kill()
        running.wait()
    running.stdout.close()


def test_a_save_is_seen_and_a_fault_is_not(preview: Preview) -> None:
    """The new words come; a broken master leaves the last good edition and is told of."""
    preview.wait_for("prueba/prueba.html", "Hola a todos")
    preview.save("Hola a todos", "Salud a todas")
    preview.wait_for("prueba/prueba.html", "Salud a todas")
    preview.save("[^ed-a],", "[^ed-b],")
    said = ""
    while "undefined-note" not in said:
        said = preview.running.stdout.readline() if preview.running.stdout else "undefined-note"
    assert "Salud a todas" in preview.get("prueba/prueba.html")[1]
    rest = preview.stop()
    assert "Traceback" not in rest
    assert 0 == preview.running.returncode


def test_files_have_their_media_types(preview: Preview) -> None:
    """Reading apps know a feed and a book by them; Ctrl-C before the build is over is clean."""
    preview.wait_for("index.html", "prueba")
    assert {
        "index.html": "text/html; charset=utf-8",
        "opds.xml": "application/atom+xml;profile=opds-catalog;kind=acquisition",
        "opds.json": "application/opds+json",
        "SHA256SUMS": "text/plain; charset=utf-8",
        "prueba/prueba.epub": "application/epub+zip",
        "prueba/prueba-print.pdf": "application/pdf",
        "prueba/prueba.tei.xml": "application/tei+xml",
    } == {name: preview.get(name)[0] for name in _NAMES}
    preview.save("Hola", "Buenas")
    time.sleep(2.5)
    said = preview.stop()
    assert "Traceback" not in said
    assert 0 == preview.running.returncode


_NAMES = (
    *("index.html", "opds.xml", "opds.json", "SHA256SUMS"),
    *("prueba/prueba.epub", "prueba/prueba-print.pdf", "prueba/prueba.tei.xml"),
)


def test_a_port_that_is_taken_is_said_to_be(project: Path) -> None:
    """No traceback, and another port is proposed."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = doit(project, "serve", "--port", str(port))
    assert 1 == done.returncode
    assert f"--port {port + 1}" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
