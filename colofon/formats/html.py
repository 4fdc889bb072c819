"""The web edition: one page that loads nothing from elsewhere and runs nothing."""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from colofon import images, page_breaks, styles, typefaces
from colofon.elements import element
from colofon.formats import Made
from colofon.front import Front
from colofon.labels import Labels, labels_for
from colofon.source import Edition
from colofon.web import anchors, blocks, head, sidenotes


def make(
    *, edition: Edition, front: Front, page: bytes, layout: Any, fonts: dict[str, bytes]
) -> Made:
    """Put style, fonts and pictures into the page, and what helps to read it on a screen."""
    root = etree.fromstring(page)
    body, labels = root.find("body"), labels_for(front.language)
    page_breaks.mark(root, layout, labels)
    _arrange(body, labels)
    blocks.fold_contents(body)
    blocks.frame_tables(body, labels)
    blocks.spare_landmarks(body)
    anchors.number_paragraphs(body, labels)
    if anchors.mark_pages(body):
        _explain_pages(body, front, labels)
    for picture in body.iter("img"):
        data = (edition.folder / picture.get("src")).read_bytes()
        picture.set("src", head.address(data, images.media_type(data) or ""))
    head.complete(root, front, _style(fonts), sidenotes.hang(body))
    text = etree.tostring(root, encoding="utf-8", method="html", doctype="<!DOCTYPE html>")
    return Made({f"{edition.slug}.html": bytes(text) + b"\n"})


def _arrange(body: Element, labels: Labels) -> None:
    """Let the text begin soon: without a half-title, and with the imprint behind the text."""
    body.remove(body.find("section[@class='half-title']"))
    body.insert(len(body) - 1, body.find("section[@id='imprint']"))
    skip = element(None, "a", labels("Skip to the text"), class_="skip", href="#text")
    body.insert(0, skip)


def _explain_pages(body: Element, front: Front, labels: Labels) -> None:
    """Say in the imprint what the marks of pages are."""
    said = labels("A bar with a number, “|5”, shows where a page of the print edition begins.")
    own = "" if front.language.startswith(labels.language) else labels.language
    element(body.find("section[@id='imprint']"), "p", said, lang=own)


def _style(fonts: dict[str, bytes]) -> str:
    """Write the style sheet with its fonts."""
    urls = {name: head.address(data, "font/ttf") for name, data in fonts.items()}
    return typefaces.font_face_css(urls) + styles.sheet("web.css")
