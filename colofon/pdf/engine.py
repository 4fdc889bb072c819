"""WeasyPrint 70.0, mended and fenced in: an element tree and CSS -> laid-out pages."""

from __future__ import annotations

import inspect
import textwrap
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin
from xml.etree.ElementTree import Element

import weasyprint
from cssselect2 import ElementWrapper
from weasyprint import draw
from weasyprint.layout import LayoutContext, block, page
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from colofon.pdf import lines

PINNED = "70.0"
"""We rely on private parts, so on one version of WeasyPrint; any other is refused."""

EDITION = "https://edition.invalid/"
FONTS = "https://fonts.invalid/"
"""Addresses that lead nowhere (RFC 6761, 6.4); no path of this machine reaches a PDF."""


def font_url(face: str) -> str:
    """Name the address at which `Fetcher` serves a face."""
    return f"{FONTS}{face}.ttf"


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves our fonts and the files of one folder; whatever else is asked for is `refused`."""

    def __init__(self, fonts: dict[str, bytes], folder: Path) -> None:
        super().__init__(allowed_protocols=())
        self.refused: list[str] = []
        self._fonts = {font_url(face): data for face, data in fonts.items()}
        self._folder = folder

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what we hold under an address; ValueError, which WeasyPrint logs, if nothing."""
        del headers
        if url in self._fonts:
            return URLFetcherResponse(url, self._fonts[url], {"Content-Type": "font/ttf"})
        path = self.file(url)
        if path is None:
            self.refused.append(url)
            raise ValueError(f"no file of the edition: {url}")
        return URLFetcherResponse(url, path.read_bytes())

    def file(self, url: str) -> Path | None:
        """Return the file that an address names, relative to the folder, if it is there."""
        folder = self._folder.resolve()
        address = urljoin(EDITION, url)
        path = (folder / unquote(address.removeprefix(EDITION))).resolve()
        inside = address.startswith(EDITION) and path.is_relative_to(folder)
        return path if inside and path.is_file() else None


def render(root: Element, css: str, fetcher: Fetcher) -> Any:
    """Lay out a tree without namespaces; return WeasyPrint's Document."""
    html = weasyprint.HTML(string="", base_url=EDITION, url_fetcher=fetcher)
    html.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
    html.etree_element = root
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=css, base_url=EDITION, url_fetcher=fetcher, font_config=fonts)
    return html.render(font_config=fonts, stylesheets=[sheet])


def mend(owner: Any, name: str, wrong: str, right: str) -> Any:
    """Replace an expression in a function of the pinned WeasyPrint; it must be there once."""
    source = textwrap.dedent(inspect.getsource(getattr(owner, name)))
    assert source.count(wrong) == 1, f"{name} is not the function we know"
    made: dict[str, Any] = {}
    code = compile(source.replace(wrong, right), f"<mended {name}>", "exec")
    exec(code, getattr(owner, name).__globals__, made)  # noqa: S102  # a patch of one line
    setattr(owner, name, made[name])
    return made[name]


def keep_notes() -> None:
    """Mend what makes WeasyPrint lose footnotes, or set them on a later page than their call.

    Where a line does not fit, and orphans forbid to break before it, WeasyPrint moves the
    notes above it to the next page to make room, and forgets those of the line itself. We
    move the paragraph instead. And it takes a note for too high by a rounding error.
    """
    report = "report = not context.in_column and can_break_now and not could_break_before"
    mend(block, "_linebox_layout", report, "report = False")
    overflow = "overflow = last_child_bottom > footnote_area_bottom"
    mend(LayoutContext, "_update_footnote_area", overflow, f"{overflow} + 0.01")


def linebox_layout() -> Any:
    """Return WeasyPrint's function that puts lines on a page, as it is mended here."""
    return block._linebox_layout  # noqa: SLF001


def begin_pages_with_text() -> None:
    """Mend what keeps the white above a list or a heading where it begins a page.

    WeasyPrint cuts margins at unforced breaks (CSS Fragmentation 3, 5.2), but takes every
    break before a page that has a name for forced.
    """
    forced = "(next_page['break'] != 'any' or next_page['page'])"
    mend(page, "remake_page", forced, "next_page['break'] != 'any'")


def keep_words_whole() -> None:
    """Mend where WeasyPrint goes back to end a page, since a block after it must not begin it.

    It keeps the lines of a paragraph but for its widows; the last of them is not to end in a
    hyphen, which `colofon.typesetting` marks as `divided`.
    """
    kept = "index = len(children) - widows  # how many lines we keep"
    block.whole_lines = whole_lines
    mended = "index = whole_lines(children, len(children) - widows, orphans)"
    mend(block, "find_earlier_page_break", kept, mended)


def whole_lines(lines: list[Any], count: int, least: int) -> int:
    """Return how many of the first `count` lines a page keeps if none is to end it divided."""
    kept = range(count, least - 1, -1)
    return next((each for each in kept if not getattr(lines[each - 1], "divided", False)), count)


def break_lines() -> None:
    """Mend where WeasyPrint leaves it to Pango, whose versions differ, where lines end."""
    lines.mend()


def draw_exactly() -> None:
    """Mend how WeasyPrint draws a text: with its scale, and with no rounding to one side.

    `colofon.typesetting` gives text boxes a `scale`. Kerning was cut to whole units of the
    font, always downwards, so that the ends of lines drifted.
    """
    scaled = 'Matrix(a=getattr(textbox, "scale", 1), d=-1, e=x, f=y)'
    draw.draw_text = mend(draw.text, "draw_text", "Matrix(d=-1, e=x, f=y)", scaled)
    mend(draw.text, "draw_first_line", "{int(kerning)}", "{round(kerning)}")


assert weasyprint.VERSION == PINNED, (
    f"Colofón needs WeasyPrint {PINNED}, and found {weasyprint.VERSION}: "
    "install the versions of requirements.lock."
)
keep_notes()
begin_pages_with_text()
keep_words_whole()
break_lines()
draw_exactly()
