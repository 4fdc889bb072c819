"""Web pages -> the violations that axe-core finds in Chromium, at each width and colour scheme."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from colofon.clients import running, tools

WIDTHS = (360, 768, 1440)
"""Of a telephone, a tablet and a desk, in CSS px."""
SCHEMES = ("light", "dark")
SCRIPT = Path(__file__).with_suffix(".mjs")


@dataclass(frozen=True, order=True)
class AxeViolation:
    """One violation: on which page, seen how, of which rule, by which element.

    `view` is such as "360 px, dark"; `impact` is critical, serious, moderate or minor;
    `element` is its markup, `selector` a CSS selector of it.
    """

    page: Path
    rule: str
    selector: str
    view: str
    impact: str
    text: str
    element: str
    address: str


@dataclass(frozen=True)
class AxeReport:
    """Every violation, sorted; axe's version; how many views and passed rules there were.

    `undecided` counts elements on which a rule could not decide and asks for a person's eyes.
    """

    version: str
    violations: tuple[AxeViolation, ...]
    views: int
    passes: int
    undecided: int


def axe(pages: Sequence[Path]) -> AxeReport:
    """Have axe judge HTML files; raises FileNotFoundError, NotEquipped and ClientError."""
    addresses = [path.resolve(strict=True).as_uri() for path in pages]
    with running.home() as folder:
        wanted = {
            "require": str(tools.packages().parent / "package.json"),
            "browser": str(running.browser(folder)),
            "pages": addresses,
            "widths": WIDTHS,
            "schemes": SCHEMES,
        }
        said = json.loads(running.run([tools.node(), SCRIPT, json.dumps(wanted)], folder))
    violations = {
        AxeViolation(page=pages[each.pop("page")], **each) for each in said.pop("violations")
    }
    return AxeReport(violations=tuple(sorted(violations)), **said)
