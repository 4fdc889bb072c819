"""The check by axe-core: silent on a good web page, precise on a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from colofon.checks.axe import check
from finished import outcome

pytestmark = pytest.mark.usefixtures("equipped")

PAGE = """<!DOCTYPE html>
<html lang="es">
<head><meta charset="utf-8"><title>Prueba</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { color: #222; background: #fff }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #111 } }
</style></head>
<body><main><h1>Prueba</h1><p class="text">Hola a todos.</p></main></body>
</html>
"""


def write(folder: Path, old: str = "", new: str = "") -> Path:
    """Write the page with one string changed, which it must hold."""
    assert old in PAGE
    path = folder / "página.html"
    path.write_text(PAGE.replace(old, new, 1), "utf-8")
    return path


def test_a_good_page_has_no_finding(tmp_path: Path) -> None:
    """Nothing is found in a page that forbids all scripts; six views are counted."""
    findings, evidence = outcome(check(html=write(tmp_path)))
    assert findings == []
    assert 6 == evidence["views"]
    assert evidence["passed rules"] > 50


@pytest.mark.parametrize(
    ("old", "new", "views"),
    [
        ("color: #222", "color: #bbb", "1440 px, light; 360 px, light; 768 px"),
        ("color: #ddd", "color: #333", "1440 px, dark; 360 px, dark; 768 px"),
        (
            "</style>",
            "@media (max-width: 400px) { p { color: #bbb } }</style>",
            "360 px, light)",
        ),
    ],
)
def test_a_bad_page_is_told_with_its_views(old: str, new: str, views: str, tmp_path: Path) -> None:
    """Low contrast is found with the widths and schemes that show it."""
    findings, _ = outcome(check(html=write(tmp_path, old, new)))
    assert findings
    for each in findings:
        assert each.message.startswith("color-contrast (serious, in ")
        assert views in each.message


def test_bad_markup_is_told_once(tmp_path: Path) -> None:
    """What breaks a rule in every view is one finding, with its element and the rule's address."""
    bad = '<h4>Salto</h4><p role="doc-nada"><img src="x.png"></p></main>'
    findings, _ = outcome(check(html=write(tmp_path, "</main>", bad)))
    assert ["aria-roles", "heading-order", "image-alt"] == sorted(
        each.message.partition(" ")[0] for each in findings
    )
    for each in findings:
        assert "in every view" in each.message
        assert each.place.part
        assert "http" in each.hint
