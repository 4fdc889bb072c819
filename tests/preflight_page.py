"""The rules on files for the press -> docs/preflight.md: run this file after one has changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1])]

from colofon.finding import Severity
from colofon.preflight import rulebook
from colofon.preflight.rule import BOTH, Rule

PAGE = Path(__file__).parents[1] / "docs" / "preflight.md"

HEAD = """# Preflight: will the printer take it?

Every file for every printer that the front matter names is held to the rules below, as it is sent:
the checks `preflight-interior` and `preflight-cover` read it with pikepdf, PDFium and zxing-cpp,
the check `ink` has Ghostscript separate it. None of them shares code with what makes the files.
What breaks a rule is an error, or a warning where the printer prints it all the same; each names
the page, and how to mend it. Figures are the printer's, from `styles/printers/`, which says where
each comes from. Without Ghostscript `ink` says «not judged» and what to install; that stops no
publication, and CI allows none.

`doit press` judges a sound work once more, and packs for each printer
`.build/<slug>/press/<slug>-<printer>.zip`: interior, cover, a sheet of instructions (trim, pages,
paper, spine, colours, what to send as what) and the preflight with every rule's verdict, as text
and as JSON. If there is an error, it says which and packs nothing for that printer.

ISO 15930-1 is PDF/X-1a:2001, ISO 15930-7 PDF/X-4; they are not quoted by clause, because we have
only what is publicly said of them. What no rule here can see: how the paper takes the ink, and
what a printer's own software makes of the file; order a proof.

This page is written by `tests/preflight_page.py`.
"""


def page() -> str:
    """Write the page."""
    rules = rulebook.rules()
    subjects = dict.fromkeys(rule.subject for rule in rules)
    tables = (line for subject in subjects for line in _table(subject, rules))
    return "\n".join([HEAD, f"There are {len(rules)} rules.", "", *tables])


def _table(subject: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    """Write the rules of one subject."""
    yield f"## {subject.capitalize()}"
    yield ""
    yield "| rule | of | what must hold | who asks for it | read with |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        if rule.subject == subject:
            parts = "both" if rule.parts == BOTH else rule.parts[0]
            milder = "" if rule.severity is Severity.ERROR else " (warning)"
            code = f"`{rule.code}`{milder}"
            yield f"| {code} | {parts} | {rule.claim} | {rule.source} | {rule.tool} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
