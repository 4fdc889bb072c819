"""The policy of the web edition lets nothing in but its own styles."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml.etree import _Element as Element
from web_page import FRONT, UNPAGED, made

from colofon.formats import html
from colofon.front import Front
from colofon.source import Edition
from finished import finished


def _policy(page: Element) -> dict[str, set[str]]:
    """Read the directives of a page's policy."""
    [written] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    directives = (part.split() for part in written.split(";"))
    return {name: set(sources) for name, *sources in directives}


@pytest.mark.parametrize("notes", [0, 3])
def test_the_policy_names_each_style_by_its_digest_and_nothing_else(notes: int) -> None:
    """One style without notes, two with them; each digest is that of what stands in the page."""
    page = made("<p>Paz.</p>", notes=notes)
    digests = {
        f"'sha256-{base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()}'"
        for style in page.iter("style")
    }
    policy = _policy(page)
    assert digests == policy["style-src"]
    assert len(digests) == (2 if notes else 1)
    assert {"'none'"} == policy["default-src"]
    assert {"data:"} == policy["img-src"] == policy["font-src"]


def test_the_policy_precedes_what_it_rules() -> None:
    """Only the encoding is told before it (CSP Level 3, 3.3)."""
    head = made("<p>Paz.</p>").find("head")
    assert ["charset", "content"] == [next(iter(each.attrib)) for each in head[:2]]


def test_no_style_begins_or_ends_with_white_space() -> None:
    """Else the Nu checker would compute another digest than browsers."""
    for style in made("<p>Paz.</p>", notes=2).iter("style"):
        assert style.text == style.text.strip()


def test_no_attribute_holds_a_style_and_nothing_runs() -> None:
    """The finished page of our own edition: attributes would be without force."""
    text = (finished().build / "por-la-paz.html").read_text("utf-8")
    tags = re.findall(r"<[a-z][^>]*>", text)
    assert not [tag for tag in tags if re.search(r"\s(style|on[a-z]+)=", tag)]
    assert "<script" not in text


def test_a_picture_stands_in_the_page(tmp_path: Path) -> None:
    """Its bytes are in its address."""
    folder = tmp_path / "source" / "muestra"
    folder.mkdir(parents=True)
    (folder / "mapa.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    page = (
        '<html lang="es"><head><meta charset="utf-8"/><title>x</title></head><body>'
        '<section class="half-title"/><section id="imprint"/><nav role="doc-toc"><h2>x</h2><ol/>'
        '</nav><main><img src="mapa.png" alt="Un mapa"/></main><section/></body></html>'
    )
    files = html.make(
        edition=Edition("muestra", tmp_path),
        front=Front.model_validate(FRONT),
        page=page.encode(),
        layout=UNPAGED,
        fonts={},
    ).files
    assert b'<img src="data:image/png;base64,iVBORw0KGgo="' in files["muestra.html"]
