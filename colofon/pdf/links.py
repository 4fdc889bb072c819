"""The links of a page -> annotations: one for each line of a link, each saying where it leads."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from colofon.labels import Labels
from colofon.pdf.tree import HEADINGS, has_role, plain


class Links:
    """Stands in for `weasyprint.pdf.add_links`, which marks each inline box inside a link anew."""

    def __init__(self, original: Any, root: Element, labels: Labels) -> None:
        self._original = original
        self._labels = labels
        self._targets = {each.get("id"): each for each in root.iter() if each.get("id")}

    def add(self, found: Any, *rest: Any) -> None:
        """Add the links of one page, and describe them (ISO 14289-1, 7.18.5)."""
        links, anchors = found
        # Of `<a>one <em>two</em></a>` only the box of `<a>` counts, and not where it is empty.
        kept = [link for link in links if link[3].element_tag == "a" and link[2][0] < link[2][2]]
        self._original((kept, anchors), *rest)
        for _, _, _, box in kept:
            annotation = box.link_annotation
            left, top, right, bottom = (round(float(each), 3) for each in annotation["Rect"])
            annotation["Rect"] = pydyf.Array([left, bottom, right, top])
            annotation["Contents"] = pydyf.String(self.description(box.element))

    def description(self, link: Element) -> str:
        """Say where a link leads, in the language of the book."""
        href = link.get("href") or ""
        if has_role(link, "doc-noteref"):
            number = link.text or link[0].get("data-call")
            return self._labels("Go to note {number}", number=number)
        if has_role(link, "doc-backlink"):
            return link.get("aria-label") or plain(link)
        if href.startswith("#"):
            return self._labels("Go to “{target}”", target=self._name(href[1:]) or plain(link))
        return self._labels("“{target}”, on the web", target=plain(link))

    def _name(self, target: str) -> str:
        """Return the heading of what an address in the book names, if it has one."""
        element = self._targets.get(target)
        first = element[0] if element is not None and len(element) else element
        named = first is not None and first.tag in HEADINGS
        return first.get("data-title") or "" if named and first is not None else ""
