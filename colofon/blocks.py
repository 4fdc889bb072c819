"""The blocks of the page that hold words, numbered alike for print, EPUB and web."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

BLOCKS = frozenset(
    (
        *("html", "body", "main", "nav", "section", "article", "aside", "header", "footer"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "blockquote", "div"),
        *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "caption"),
        *("table", "thead", "tbody", "tfoot", "tr", "th", "td"),
    )
)
"""Elements that hold words of their own, apart from those around them."""

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))
"""Characters that set nothing, for `str.translate`."""

NUMBER = "data-block"
"""The attribute that keeps a block's number while its tree is changed for print."""


def numbered(root: Any) -> Iterator[tuple[int, Any]]:
    """Yield the blocks of a page as it was parsed, by lxml or ElementTree, with their numbers."""
    return enumerate(each for each in root.iter() if each.tag in BLOCKS)
