"""The catalogue as a web page that loads nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element as Element

from colofon import styles
from colofon.catalogue import entry, identity, linked_data
from colofon.catalogue.kinds import ATOM, FEEDS, OPDS
from colofon.catalogue.work import Work
from colofon.elements import element
from colofon.labels import Labels

POLICY = (
    "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a browser may load (CSP Level 3): nothing but what stands in the page.

The script is data, which no browser runs; its digest is named because checkers ask for it.
"""


def write(works: Sequence[Work]) -> bytes:
    """Write the page: each work with its cover, its files and how it can be read."""
    labels = identity.labels(works)
    html = element(None, "html", lang=labels.language)
    _head(html, works, labels)
    body = element(html, "body")
    header = element(body, "header")
    element(header, "h1", labels("Catalogue"))
    main = element(body, "main")
    for work in works:
        entry.add(main, work)
    if works:
        _verification(main, labels)
    else:
        element(main, "p", labels("Nothing has been published yet."))
    _feeds(element(body, "footer"), labels)
    text = etree.tostring(html, encoding="utf-8", method="html", doctype="<!DOCTYPE html>")
    return bytes(text) + b"\n"


def _head(html: Element, works: Sequence[Work], labels: Labels) -> None:
    """Say what the page is, what it may load, and where the feeds are."""
    head = element(html, "head")
    element(head, "meta", charset="utf-8")
    element(head, "title", labels("Catalogue"))
    # The Nu checker hashes what an element holds without the white space around it.
    style, script = styles.sheet("catalogue.css").strip(), linked_data.write(works)
    content = POLICY.format(style=_digest(style), script=_digest(script))
    policy = element(head, "meta", content=content)
    policy.set("http-equiv", "Content-Security-Policy")
    element(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    for href, media_type in FEEDS.items():
        element(head, "link", rel="alternate", type=media_type, href=href, title=href)
    element(head, "style", style)
    element(head, "script", script, type="application/ld+json")


def _digest(text: str) -> str:
    """Write the digest by which a policy names what stands in an element (CSP Level 3, 2.3.1)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _verification(main: Element, labels: Labels) -> None:
    """Say how to make sure that a file came whole."""
    section = element(main, "section", class_="verification", aria_labelledby="verification")
    element(section, "h2", labels("How to verify a file"), id="verification")
    element(
        section,
        "p",
        labels("Each file has a checksum. The same file gives the same, anywhere and always:"),
    )
    element(element(section, "pre"), "code", "sha256sum FILE")
    paragraph = element(
        section, "p", labels("Whoever copies the whole catalogue verifies it at once:") + " "
    )
    element(element(section, "pre"), "code", "sha256sum --check SHA256SUMS")
    element(paragraph, "a", "SHA256SUMS", href="SHA256SUMS")


def _feeds(footer: Element, labels: Labels) -> None:
    """Name the feeds, whose addresses one copies into a reading app."""
    element(footer, "p", labels("For reading apps, this catalogue as a feed:"))
    names = {ATOM: "OPDS 1.2", OPDS: "OPDS 2.0"}
    items = element(footer, "ul")
    for href, media_type in FEEDS.items():
        element(element(items, "li"), "a", names[href], href=href, type=media_type)
