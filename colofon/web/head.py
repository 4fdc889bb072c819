"""Front and style -> the head of the web edition, under a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib

from lxml.etree import _Element as Element

from colofon.elements import element
from colofon.front import Front
from colofon.web import book

POLICY = (
    "default-src 'none'; style-src {styles}; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a browser may load and apply (CSP Level 3): nothing but what stands in the file.

`{styles}` names the style elements by their digests; no other has force, nor any attribute.
"""

PAPERS = {"light": "#fdfcf9", "dark": "#171614"}
"""The colour of a browser's own bars: that of the paper (`styles/web.css`)."""


def policy(sheets: list[str]) -> str:
    """Write the policy that allows some style elements (CSP Level 3, 6.7.3.3).

    White space must neither begin nor end a sheet: the Nu checker's digest leaves it out.
    """
    digests = (hashlib.sha256(sheet.encode()).digest() for sheet in sheets)
    sources = (f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return POLICY.format(styles=" ".join(sources))


def complete(root: Element, front: Front, style: str, others: list[str]) -> None:
    """Add the policy, before all that it rules, the viewport, the book's data and the style.

    `others` are the sheets that stand elsewhere in the page.
    """
    root.set("dir", "ltr")
    head = root.find("head")
    ruling = element(None, "meta", content=policy([style.strip(), *others]))
    ruling.set("http-equiv", "Content-Security-Policy")
    head.insert(1, ruling)
    element(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    element(head, "meta", name="color-scheme", content="light dark")
    for scheme, colour in PAPERS.items():
        element(head, "meta", name="theme-color", content=colour,
                media=f"(prefers-color-scheme: {scheme})")  # fmt: skip
    book.describe(root, front)
    element(head, "style", style.strip())


def address(data: bytes, media_type: str) -> str:
    """Write bytes as an address that holds them (RFC 2397)."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"
