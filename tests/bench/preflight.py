"""A book of 120 pages for four printers: our preflight, and those of others.

    .venv-test/bin/python tests/bench/preflight.py [NOTES]

Besides our own rules, every file is judged by qpdf (`--check`), by Ghostscript (it draws every
page without a complaint; inside there is no cyan, magenta or yellow) and by proof-pdf, which we
did not write, with everything that it can look at; whether a file is PDF/X-1a it cannot tell.
It needs Python 3.15 for its way to write `except A, B:` alone, so those lines are put in
parentheses. Any error or warning ends the program with an error.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

import works
from colofon import inputs
from colofon.packing import parcels
from colofon.preflight import jobs
from colofon.preflight.job import Job
from colofon.source import Edition
from conftest import doit, new_project

NOTES = 325
"""Enough of them to fill about 120 pages of A5."""

PROOF = "proof-pdf==0.3.4"
PRINTERS = "offset, kdp, ingramspark, lulu"
ENLARGED = 6
"""By how much the pictures of the tests are drawn larger, to have 300 pixels to the inch."""

ALL_PLATES = 400
"""Per cent: proof-pdf also counts the ink of marks, which print on every plate; we do not."""


def main(notes: int) -> int:
    """Make the book, have every file judged, and print what each judge said."""
    with tempfile.TemporaryDirectory(prefix="colofon-preflight-") as name:
        folder = Path(name)
        edition = _made(folder, notes)
        program = _proof(folder)
        print(_versions())
        wrong = sum(_judged(job, program) for job in _jobs(edition))
    print(f"{wrong} complaints")
    return int(wrong > 0)


def _made(folder: Path, notes: int) -> Edition:
    """Make a long master for every printer."""
    project, slug = new_project(folder / "project"), "obra"
    source = project / "source"
    text = works.big(source / slug, notes=notes)
    for picture in (source / slug).iterdir():
        works.picture(picture, ENLARGED)
    wanted = f"print: {{trim: A5, paragraph_numbers: false, printers: [{PRINTERS}]}}"
    (source / f"{slug}.md").write_text(text.replace("print: {trim: A5}", wanted), "utf-8")
    run = doit(project, slug)
    assert run.returncode == 0, run.stdout + run.stderr
    return Edition(slug, project)


def _jobs(edition: Edition) -> Iterator[Job]:
    """Yield every file for every printer."""
    names = ("front", "master", "ast", "interiors", "wraps")
    front, master, ast, interiors, wraps = inputs.gather(names, edition).values()
    yield from jobs.interiors(front, interiors, jobs.words(ast, master))
    yield from jobs.covers(front, interiors, wraps)


def _versions() -> str:
    """Name the judges and their versions."""
    said = (
        subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
        for program in ("qpdf", "gs")
    )
    qpdf, ghostscript = (each.splitlines()[0] for each in said)
    return f"{qpdf}; Ghostscript {ghostscript}; {PROOF}"


def _judged(job: Job, program: Path) -> int:
    """Have a file judged by all; print one line, and every complaint; count them."""
    ours = parcels.judged(job)
    complaints = [str(finding) for finding in ours.findings] + list(_others(job, program))
    about = f"{job.path.name}, {len(job.pdf.pages)} pages, {job.asked.standard}"
    print(f"{about}: {len(ours.outcomes)} rules and 3 programs, {len(complaints)} complaints")
    for each in complaints:
        print(f"    {each}")
    return len(complaints)


def _others(job: Job, program: Path) -> Iterator[str]:
    """Yield what qpdf and proof-pdf complain of; Ghostscript is heard among our rules."""
    done = subprocess.run(
        ["qpdf", "--check", job.path], capture_output=True, text=True, check=False
    )
    if done.returncode:
        yield f"qpdf: {done.stdout}{done.stderr}"
    yield from _proofed(job, program)


def _proof(folder: Path) -> Path:
    """Fetch proof-pdf, and let it be read by this Python."""
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-compile"]
    pip += ["--target", str(folder / "proof")]
    subprocess.run([*pip, "--no-deps", "--ignore-requires-python", PROOF], check=True)
    subprocess.run([*pip, "typer"], check=True)
    for path in (folder / "proof" / "proof_pdf").rglob("*.py"):
        text = path.read_text("utf-8")
        mended = re.sub(r"except ([\w.]+(?:, [\w.]+)+):", r"except (\1):", text)
        path.write_text(mended, "utf-8")
    return folder / "proof"


JUDGE = """
import asyncio, json, pathlib, sys
from proof_pdf import core, models
asked = json.loads(sys.argv[2])
size = models.PageGeometry(*asked.pop("size"))
profile = models.Profile(geometry=size, allow_spots=("All",), **asked)
report = asyncio.run(core.verify_file(pathlib.Path(sys.argv[1]), profile))
print("\\n".join(f"{each.severity} {each.label()}" for each in report.findings))
"""
"""What is run with proof-pdf: it asks for no more than the library's own command could."""


def _asked(job: Job) -> dict[str, Any]:
    """Return all that proof-pdf can be asked to look at, with the printer's figures."""
    asked, limits, inside = job.asked, job.printer.limits, job.part == "interior"
    margin = job.printer.margin(job.pages)
    return {
        "size": [*job.size, asked.bleed],
        "pdfa": False,
        "pdfx": asked.standard == "PDF/X-4",
        "max_tac": ALL_PLATES if asked.marks and not inside else asked.ink_limit,
        "strict_cmyk": True,
        "k_only_text": inside,
        "min_text_pt": limits.smallest_type,
        "min_stroke_pt": limits.thinnest_line,
        "min_dpi": limits.image_resolution,
        "safe_mm": min(margin.outer, margin.inner),
        "output_condition": asked.condition if asked.standard == "PDF/X-4" else None,
        "uniform_pages": True,
        "pages_multiple_of": job.printer.pages.multiple if inside else None,
        "require_bleed": True,
    }


def _proofed(job: Job, program: Path) -> Iterator[str]:
    """Yield what proof-pdf finds."""
    environment = os.environ | {"PYTHONPATH": str(program)}
    command = [sys.executable, "-c", JUDGE, str(job.path), json.dumps(_asked(job))]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        yield f"proof-pdf: {done.stderr}"
    yield from (f"proof-pdf: {line}" for line in done.stdout.splitlines() if line)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else NOTES))
