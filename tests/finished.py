"""Finished works that tests read back and damage, made once in a run."""

from __future__ import annotations

import functools
import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pikepdf

import works
from colofon import inputs, registry
from colofon.finding import Finding
from colofon.source import Edition
from conftest import ROOT, doit, new_project

_FOLDER = tempfile.TemporaryDirectory(prefix="colofon-finished-")


@functools.cache
def finished(slug: str = "por-la-paz") -> Edition:
    """Make every output of one of our works in a project of its own."""
    project = new_project(Path(_FOLDER.name) / slug)
    for path in (ROOT / "source").glob(f"{slug}*"):
        if path.is_dir():
            shutil.copytree(path, project / "source" / path.name)
        else:
            shutil.copy(path, project / "source")
    run = doit(project, slug)
    assert run.returncode == 0, run.stdout + run.stderr
    return Edition(slug, project)


@functools.cache
def finished_from(slug: str, text: str) -> Edition:
    """Make every output of a master that is not ours, in a project of its own."""
    project = new_project(Path(_FOLDER.name) / slug)
    (project / "source" / f"{slug}.md").write_text(text, "utf-8")
    run = doit(project, slug)
    assert run.returncode == 0, run.stdout + run.stderr
    return Edition(slug, project)


@functools.cache
def finished_big(*, notes: int) -> Edition:
    """Make every output of a long work with pictures, in a project of its own."""
    slug = f"obra-{notes}"
    project = new_project(Path(_FOLDER.name) / slug)
    text = works.big(project / "source" / slug, notes=notes)
    (project / "source" / f"{slug}.md").write_text(text, "utf-8")
    run = doit(project, slug)
    assert run.returncode == 0, run.stdout + run.stderr
    return Edition(slug, project)


def examine(name: str, **others: Any) -> tuple[list[Finding], dict[str, Any]]:
    """Run a check on the finished work, with `others` in the place of some of its inputs."""
    entry = next(each for each in registry.CHECKS if each.name == name)
    needed = tuple(each for each in entry.inputs if each not in others)
    given = {key: value for key, value in others.items() if key in entry.inputs}
    return outcome(entry.load()(**inputs.gather(needed, finished()), **given))


def outcome(
    running: Generator[Finding, None, dict[str, Any]],
) -> tuple[list[Finding], dict[str, Any]]:
    """Run a check to its end; return its findings and its evidence."""
    findings = []
    while True:
        try:
            findings.append(next(running))
        except StopIteration as end:
            return findings, end.value


def codes(findings: list[Finding]) -> list[str]:
    """Return the codes of findings, each once, sorted."""
    return sorted({each.code for each in findings})


def edited_html(folder: Path, old: str, new: str) -> Path:
    """Copy the finished web page with one string changed, which it must hold."""
    return edited(folder, ".html", old, new)


def edited(folder: Path, suffix: str, old: str, new: str) -> Path:
    """Copy a finished file of text with one string changed, which it must hold."""
    edition = finished()
    text = (edition.build / f"{edition.slug}{suffix}").read_text("utf-8")
    assert old in text
    path = folder / f"{edition.slug}{suffix}"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def edited_epub(folder: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Copy the finished EPUB after `change` has worked on its members."""
    edition = finished()
    with zipfile.ZipFile(edition.build / f"{edition.slug}.epub") as book:
        members = {name: book.read(name) for name in book.namelist()}
    change(members)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        for name, data in members.items():
            book.writestr(name, data)
    path = folder / f"{edition.slug}.epub"
    path.write_bytes(file.getvalue())
    return path


def edited_pdf(folder: Path, change: Callable[[pikepdf.Pdf], None], which: str = "print") -> Path:
    """Copy a finished PDF, that for printing or another, after `change` has worked on it."""
    edition = finished()
    path = folder / f"{edition.slug}-{which}.pdf"
    with pikepdf.open(edition.build / path.name) as book:
        change(book)
        book.save(path)
    return path
