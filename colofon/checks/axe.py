"""axe-core finds no violation on the web page at 360, 768 and 1440 px, in light and dark."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from colofon import clients
from colofon.finding import Finding, Place

SHOWN = 120  # characters of an element


def check(*, html: Path) -> Generator[Finding, None, dict[str, int]]:
    """Report each element that breaks a rule once, with the views in which it does."""
    report = clients.axe([html])
    seen: dict[tuple[str, str], list[clients.AxeViolation]] = {}
    for each in report.violations:
        seen.setdefault((each.rule, each.selector), []).append(each)
    for (rule, selector), violations in seen.items():
        first = violations[0]
        views = ("; ".join(each.view for each in violations), "every view")
        where = views[len(violations) == report.views]
        text = f"{rule} ({first.impact}, in {where}): {first.text}. Here: {first.element[:SHOWN]}"
        place = Place(html.name, part=selector)
        yield Finding("axe", text, place, f"See {first.address}.")
    return {"views": report.views, "passed rules": report.passes, "undecided": report.undecided}
