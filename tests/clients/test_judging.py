"""Clients that are missing stop no publication; once they are there they judge."""

from __future__ import annotations

import os
import re
import subprocess
import time
from pathlib import Path

import pytest

import works
from colofon import clients
from colofon.clients import ClientError, running, tools
from colofon.finding import NotEquipped
from conftest import doit

BUSY = re.compile(r"^\.  check:prueba:(\w+)", re.MULTILINE)


@pytest.mark.usefixtures("equipped")
def test_clients_judge_when_they_are_there(project: Path) -> None:
    """Without them a work is published and each says what is missing; with them, they judge."""
    (project / "source" / "prueba.md").write_text(works.SMALL, "utf-8")
    without = doit(project)
    assert without.returncode == 0, without.stdout
    assert "ace: not judged: Node is not installed (Debian, Ubuntu: sudo apt" in without.stdout
    assert "claims sound, 3 not judged." in without.stdout
    assert (project / "dist" / "prueba").is_dir()

    there = doit(project, PATH=os.environ["PATH"])

    assert there.returncode == 0, there.stdout
    assert {"ace", "axe", "nu"} <= set(BUSY.findall(there.stdout))
    assert "not judged" not in there.stdout
    assert not BUSY.findall(doit(project, PATH=os.environ["PATH"]).stdout)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Take away every program and package; return the folder that is the PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(tools, "FOLDER", tmp_path)
    monkeypatch.setattr(tools, "APPLICATIONS", ())
    return tmp_path


def program(path: Path, text: str) -> Path:
    """Write a program of the shell."""
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_each_missing_thing_is_named_in_one_line(bare: Path) -> None:
    """With the command that installs it on Debian, Fedora and macOS, or by npm."""
    systems = ("sudo apt install", "sudo dnf install", "brew install")
    for find, commands in (
        (tools.node, systems),
        (tools.chromium, systems),
        (tools.packages, ("npm ci --prefix tests/clients",)),
    ):
        with pytest.raises(NotEquipped) as said:
            find()
        assert all(command in str(said.value) for command in commands)
        assert "\n" not in str(said.value)
    program(bare / "node", "echo v16.20.2")
    with pytest.raises(NotEquipped, match=r"Node 18 or later is needed, and here is v16\.20\.2"):
        tools.node()


def test_the_fingerprint_changes_with_what_judges(bare: Path) -> None:
    """Another Node, another Chromium, another lock or packages as locked: each is another judge."""
    lock = '{"packages": {"": {}, "node_modules/a": {"version": "1.0.0"}}}'
    seen = {clients.fingerprint()}
    program(bare / "node", "echo v20.0.0")
    seen.add(clients.fingerprint())
    program(bare / "chromium", "true")
    seen.add(clients.fingerprint())
    (bare / "package-lock.json").write_text(lock)
    seen.add(clients.fingerprint())
    (bare / "node_modules").mkdir()
    (bare / "node_modules" / ".package-lock.json").write_text(lock)
    assert clients.current()
    seen.add(clients.fingerprint())
    (bare / "package-lock.json").write_text(lock.replace("1.0.0", "1.0.1"))
    assert not clients.current()
    seen.add(clients.fingerprint())
    assert 6 == len(seen)


def test_a_client_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its children too; the message says how long it had, and its home is gone."""
    monkeypatch.setattr(running, "TIME_LIMIT", 1.0)
    with running.home() as folder:
        hangs = program(folder / "hangs", f"sleep 600 & echo $! > {folder}/child; wait")
        with pytest.raises(ClientError, match=r"hangs gave no answer in 1 s\."):
            running.run([hangs], folder)
        child = int((folder / "child").read_text())
    assert not folder.exists()
    end = time.monotonic() + 20
    while alive(child):
        assert time.monotonic() < end
        time.sleep(0.1)


def alive(process: int) -> bool:
    """Tell whether a process runs; one that has ended may wait for its parent to hear of it."""
    command = ["ps", "-o", "stat=", "-p", str(process)]
    state = subprocess.run(command, capture_output=True, check=False).stdout.strip()
    return bool(state) and not state.startswith(b"Z")


def test_a_client_that_fails_says_why() -> None:
    """Its exit code and its last words are in the message."""
    with running.home() as folder:
        fails = program(folder / "fails", "echo no >&2; exit 3")
        with pytest.raises(ClientError, match="fails ended with 3: no"):
            running.run([fails], folder)


def test_the_lock_names_no_registry() -> None:
    """Each package is known by its version and digest; where it comes from is the user's matter."""
    text = (tools.FOLDER / "package-lock.json").read_text("utf-8")
    assert '"integrity": "sha512-' in text
    assert "resolved" not in text
