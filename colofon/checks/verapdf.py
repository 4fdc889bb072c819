"""veraPDF finds that each PDF conforms to every standard that it claims."""

from __future__ import annotations

import re
from collections.abc import Generator
from pathlib import Path

from colofon import java
from colofon.finding import Finding, Place

EXPLAINED = "https://github.com/veraPDF/veraPDF-validation-profiles/wiki"


def check(
    *, screen_pdf: Path, archive_pdf: Path, large_pdf: Path
) -> Generator[Finding, None, dict[str, int]]:
    """Say which file claims what; the archive's standards are those of before PDF 2.0."""
    claims = [
        *((screen_pdf, flavour) for flavour in ("4f", "ua2", "wt1a", "wt1r")),
        *((archive_pdf, flavour) for flavour in ("3a", "ua1")),
        (large_pdf, "ua2"),
    ]
    return (yield from judged(claims))


def judged(claims: list[tuple[Path, str]]) -> Generator[Finding, None, dict[str, int]]:
    """Report each broken rule once, at its first place; count the assertions that were tested.

    Each file comes with a standard that it claims, a key of `java.STANDARDS`.
    """
    assertions = 0
    for path, flavour in claims:
        validation = java.verapdf(path, flavour)
        assertions += validation.assertions
        for failure in validation.failures:
            yield _finding(path, java.STANDARDS[flavour], failure)
    return {"assertions": assertions, "standards": len(claims)}


def _finding(path: Path, standard: str, failure: java.Failure) -> Finding:
    """Tell which clause of which standard is broken, how often, and where first."""
    rule = f"{standard}, clause {failure.clause}, test {failure.test}"
    times = f" ({failure.count} times, first at {failure.context})" if failure.clause else ""
    text = f"{rule if failure.clause else standard}: {failure.message}{times}"
    return Finding("verapdf", text, Place(path.name, part=_page(failure.context)), _hint(failure))


def _page(context: str) -> str:
    """Read the page out of veraPDF's path to an object, such as «root/document[0]/pages[6](…)»."""
    index = re.search(r"/pages\[(\d+)\]", context)
    return f"page {int(index[1]) + 1}" if index else ""


def _hint(failure: java.Failure) -> str:
    """Point to the rule's explanation, or to the file's maker if it is no sound PDF at all."""
    return f"See {EXPLAINED}." if failure.clause else "Make the file again: it is damaged."
