"""Front and style -> the head of the web edition, under a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib

from lxml.etree import _Element as Element

from colofon.elements import element
from colofon.front import Front
from colofon.web import book

POLICY = (
    "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a browser may load and apply (CSP Level 3): what stands in the file, and of styles one.

`{digest}` is that of the one style element, in base64: no other has force, nor any attribute.
"""

PAPERS = {"light": "#fdfcf9", "dark": "#171614"}
"""The colour of a browser's own bars: that of the paper (`styles/web.css`)."""


def policy(style: str) -> str:
    """Write the policy that allows one style sheet (CSP Level 3, 6.7.3.3)."""
    digest = hashlib.sha256(style.encode()).digest()
    return POLICY.format(digest=base64.b64encode(digest).decode())


def complete(root: Element, front: Front, style: str) -> None:
    """Add the policy, before all that it rules, the viewport, the book's data and the style."""
    root.set("dir", "ltr")
    head = root.find("head")
    ruling = element(None, "meta", content=policy(style))
    ruling.set("http-equiv", "Content-Security-Policy")
    head.insert(1, ruling)
    element(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    element(head, "meta", name="color-scheme", content="light dark")
    for scheme, colour in PAPERS.items():
        element(head, "meta", name="theme-color", content=colour,
                media=f"(prefers-color-scheme: {scheme})")  # fmt: skip
    element(head, "script", book.data(front), type="application/ld+json")
    element(head, "style", style)
