"""How well lines are set, by us and by others: `python tests/bench/typography.py [FOLDER]`.

The speech in EB Garamond 10.5/14 on 301.5 pt (106 mm), its paragraphs measured from the finished
PDFs by one reader, last lines apart; the PDFs are left in FOLDER if one is named. Others:

    apt-get install --no-install-recommends texlive-luatex texlive-latex-recommended \
        texlive-lang-spanish
    pip install typst
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypandoc
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from colofon.readers import pdf_paragraphs, typography
from colofon.readers.typography import Measures
from conftest import new_project

FONTS = ROOT / "styles" / "fonts"
MASTER = ROOT / "source" / "por-la-paz.md"
MEASURE = 301.528
"""The width of the text in pt, as `colofon.layout` has it on A5."""

LOOSE, REST = 1.5, 3
DISCOURSE = re.compile(r"^# [^\n]*\n(.*?)^# ", re.MULTILINE | re.DOTALL)
NOTES = re.compile(r"^\[\^.*", re.MULTILINE | re.DOTALL)
WITNESSED = re.compile(r"^(witness|normalisations|exceptions):.*?(?=^\S)", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"\[([^\[\]]*)\]\{[^}]*\}")

TEX = r"""\documentclass{article}
\usepackage[paperwidth=148mm,paperheight=210mm,textwidth=MEASUREbp,textheight=448bp]{geometry}
\usepackage{fontspec}
\setmainfont{EBGaramond-Regular.ttf}[Path=FONTS/,ItalicFont=EBGaramond-Italic.ttf,
  Numbers=OldStyle]
\usepackage[spanish,es-noshorthands]{babel}
\usepackage[protrusion=true,expansion=EXPANSION]{microtype}
\renewcommand\normalsize{\fontsize{10.5bp}{14bp}\selectfont}
\renewcommand\footnotesize{\fontsize{8.5bp}{10.5bp}\selectfont}
\setlength\parindent{12.6bp}\pagestyle{empty}
\begin{document}\normalsize
BODY
\end{document}
"""

TYPST = """#set page(width: 148mm, height: 210mm, margin: (x: (148mm - MEASUREpt) / 2, y: 20mm))
#set text(font: "EB Garamond", size: 10.5pt, lang: "es", number-type: "old-style",
  top-edge: 0.7em, bottom-edge: -0.3em)
#set par(justify: true, leading: 3.5pt, spacing: 3.5pt,
  first-line-indent: (amount: 12.6pt, all: true))
#show footnote.entry: set text(size: 8.5pt)
BODY
"""


class Missing(Exception):  # noqa: N818  # an answer, not an error
    """A tool is missing; says how it is installed."""


def speech() -> str:
    """Return the paragraphs of the speech and all notes, without marks that only we know."""
    text = MASTER.read_text("utf-8")
    found, notes = DISCOURSE.search(text), NOTES.search(text)
    assert found
    assert notes
    body = found[1] if notes[0] in found[1] else found[1] + notes[0]
    return SPAN.sub(r"\1", body)


def ours(folder: Path, settings: str) -> Path:
    """Build the press file of the speech alone with what `print.typesetting` says."""
    project = new_project(folder)
    text = MASTER.read_text("utf-8")
    front = text[: text.index("\n# ")]
    front = front.replace("print:\n", f"print:\n  typesetting: {settings}\n")
    front = WITNESSED.sub("", front)
    heading = re.search(r"^# .*", text, re.MULTILINE)
    assert heading
    master = project / "source" / "por-la-paz.md"
    master.write_text(f"{front}\n{heading[0]}\n\n{speech()}", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "doit", "por-la-paz:print"]
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    return project / ".build" / "por-la-paz" / "por-la-paz-print.pdf"


def lualatex(folder: Path, expansion: str) -> Path:
    """Set the speech by LuaLaTeX with microtype."""
    if not shutil.which("lualatex"):
        raise Missing(
            "apt-get install texlive-luatex texlive-latex-recommended texlive-lang-spanish"
        )
    body = pypandoc.convert_text(speech(), "latex", "commonmark_x")
    text = TEX.replace("MEASURE", str(MEASURE)).replace("FONTS", FONTS.as_posix())
    folder.mkdir(parents=True)
    path = folder / "speech.tex"
    path.write_text(text.replace("EXPANSION", expansion).replace("BODY", body), "utf-8")
    command = ["lualatex", "-interaction=nonstopmode", path.name]
    for _ in range(2):
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return path.with_suffix(".pdf")


def typst(folder: Path) -> Path:
    """Set the speech by Typst."""
    if not importlib.util.find_spec("typst"):
        raise Missing("pip install typst")
    compiler = importlib.import_module("typst")
    body = pypandoc.convert_text(speech(), "typst", "commonmark_x")
    folder.mkdir(parents=True)
    path = folder / "speech.typ"
    path.write_text(TYPST.replace("MEASURE", str(MEASURE)).replace("BODY", body), "utf-8")
    pdf = path.with_suffix(".pdf")
    compiler.compile(path, output=pdf, font_paths=[FONTS], ignore_system_fonts=True)
    return pdf


SETTERS: dict[str, Callable[[Path], Path]] = {
    "Colofón, total fit, hanging, 2 %": lambda folder: ours(folder, "{}"),
    "Colofón, total fit, hanging": lambda folder: ours(folder, "{expansion: 0}"),
    "Colofón, total fit alone": lambda folder: ours(
        folder, "{hanging_punctuation: false, expansion: 0}"
    ),
    "Colofón, first fit (WeasyPrint)": lambda folder: ours(folder, "{lines: first-fit}"),
    "LuaLaTeX, protrusion, expansion": lambda folder: lualatex(folder, "true"),
    "LuaLaTeX, protrusion": lambda folder: lualatex(folder, "false"),
    "Typst": typst,
}


def measured(path: Path) -> Measures:
    """Measure the paragraphs of the text, not the notes.

    TeX's fonts have no space in the file: there it is that of the face that all share.
    """
    font = TTFont(FONTS / "EBGaramond-Regular.ttf")
    space = font["hmtx"]["space"][0] / font["head"].unitsPerEm
    book = pdf_paragraphs.read(path, space=space if path.with_suffix(".tex").exists() else None)
    return typography.measure(book.text(), rest=REST)


def row(measures: Measures) -> Iterator[str]:
    """Write what is measured, a cell at a time."""
    spaces = measures.spaces
    yield f"{len(spaces):5}"
    yield f"{measures.mean:.3f}"
    yield f"{measures.deviation:.3f}"
    yield f"{max(spaces):.2f}"
    yield f"{min(spaces):.2f}"
    yield f"{100 * sum(space > LOOSE for space in spaces) / len(spaces):4.1f}"
    yield f"{len(measures.hyphenated):7}"
    yield f"{max(map(len, measures.ladders), default=1):6}"
    yield f"{len(measures.runts):5}"
    yield f"{len(measures.widows) + len(measures.orphans):12}"


def main(folder: Path) -> None:
    """Set, measure and print one table."""
    print("| set by | lines | mean | sd | max | min | % > 1.5 | hyphens | ladder | runts | alone |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for number, (name, set_by) in enumerate(SETTERS.items()):
        try:
            path = set_by(folder / str(number))
        except Missing as missing:
            print(f"| {name} | not installed: {missing} |")
            continue
        print(f"| {name} | {' | '.join(row(measured(path)))} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:]:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as place:
            main(Path(place))
