"""What lines chosen together cost beside lines as they come, at several lengths of book.

    .venv-test/bin/python tests/bench/lines.py [PAGES …]

The same book is laid out and written as a tagged PDF with `lines: total-fit` and with
`lines: first-fit`, in turn, in one run. It ends with an error if the first costs more than twice
the second, or if a page of the longest book costs half as much again as one of the shortest.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

import works
from colofon import layout
from colofon.front.printing import PrintSettings, Typesetting
from colofon.labels import labels_for
from colofon.pdf import dialect, writer
from conftest import doit, new_project

LENGTHS = (50, 100, 250, 500)
"""Pages, about."""

NOTES = 2.8
"""Notes to a page of the long master."""

LIMIT = 2.0
GROWTH = 1.5


class Cost(NamedTuple):
    """Of one book: its pages, and seconds with lines as they come and with lines chosen."""

    pages: int
    first_fit: float
    total_fit: float


def measure(pages: int, folder: Path) -> Cost:
    """Make a book of about so many pages, and set it in both ways."""
    project = new_project(folder / str(pages))
    source = project / "source"
    text = works.big(source / "obra-grande", notes=round(pages * NOTES))
    (source / "obra-grande.md").write_text(text, "utf-8")
    run = doit(project, "obra-grande:page", "obra-grande:fonts")
    assert run.returncode == 0, run.stdout + run.stderr
    made = project / ".build" / "obra-grande"
    book = (made / "page.html").read_bytes()
    fonts = {path.stem: path.read_bytes() for path in sorted((made / "fonts").glob("*.ttf"))}
    _, greedy = timed(book, fonts, source, "first-fit")
    count, total = timed(book, fonts, source, "total-fit")
    return Cost(count, greedy, total)


def timed(book: bytes, fonts: dict[str, bytes], folder: Path, lines: Any) -> tuple[int, float]:
    """Set a book; return its pages, and how many seconds that took."""
    start = time.process_time()
    settings = PrintSettings(typesetting=Typesetting(lines=lines))
    found = layout.lay_out(book, fonts, settings, folder, "obra-grande-print.pdf")
    writer.write(found.document, found.root, labels_for("es"), dialect.ONE)
    return len(found.document.pages), time.process_time() - start


def main(lengths: tuple[int, ...]) -> int:
    """Print the table; return 1 if a limit is crossed."""
    with tempfile.TemporaryDirectory() as folder:
        costs = [measure(pages, Path(folder)) for pages in lengths]
    print("pages  first-fit  total-fit  ratio  total-fit a page")
    for pages, greedy, total in costs:
        print(
            f"{pages:5}  {greedy:7.1f} s  {total:7.1f} s  {total / greedy:5.2f}"
            f"  {1000 * total / pages:8.1f} ms"
        )
    each = [cost.total_fit / cost.pages for cost in costs]
    dear = any(cost.total_fit > LIMIT * cost.first_fit for cost in costs)
    return int(dear or each[-1] > GROWTH * each[0])


if __name__ == "__main__":
    sys.exit(main(tuple(map(int, sys.argv[1:])) or LENGTHS))
