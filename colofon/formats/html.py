"""The web page: one file that loads nothing from elsewhere."""

from __future__ import annotations

import base64
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from colofon import images, page_breaks, styles, typefaces
from colofon.elements import element
from colofon.formats import Made
from colofon.front import Front
from colofon.labels import labels_for
from colofon.source import Edition

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""What a browser may load (CSP Level 3): nothing but what stands in the file."""


def make(
    *, edition: Edition, front: Front, page: bytes, layout: Any, fonts: dict[str, bytes]
) -> Made:
    """Put style, fonts and pictures into the page."""
    root = etree.fromstring(page)
    page_breaks.mark(root, layout, labels_for(front.language))
    _complete_head(root, fonts)
    body = root.find("body")
    body.remove(body.find("section[@class='half-title']"))
    imprint = body.find("section[@id='imprint']")
    body.insert(len(body) - 1, imprint)
    skip = element(None, "a", labels_for(front.language)("Skip to the text"),
                   class_="skip", href="#text")  # fmt: skip
    body.insert(0, skip)
    for picture in body.iter("img"):
        data = (edition.folder / picture.get("src")).read_bytes()
        picture.set("src", data_url(data, images.media_type(data) or ""))
    text = etree.tostring(root, encoding="utf-8", method="html", doctype="<!DOCTYPE html>")
    return Made({f"{edition.slug}.html": bytes(text) + b"\n"})


def _complete_head(root: Element, fonts: dict[str, bytes]) -> None:
    """Add the viewport, the policy, and the style sheet with its fonts."""
    head = root.find("head")
    element(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    policy = element(head, "meta", content=POLICY)
    policy.set("http-equiv", "Content-Security-Policy")
    urls = {name: data_url(data, "font/ttf") for name, data in fonts.items()}
    element(head, "style", typefaces.font_face_css(urls) + styles.sheet("web.css"))


def data_url(data: bytes, media_type: str) -> str:
    """Write bytes as an address that holds them (RFC 2397)."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"
