"""PDFs as anybody makes them with WeasyPrint, in a font of our own folder.

A test may run after others that took every font of the system away from Pango, which then
cannot lay out a page that brings none.
"""

from __future__ import annotations

from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from conftest import ROOT

FONT = (ROOT / "styles" / "fonts" / "EBGaramond-Regular.ttf").as_uri()
STYLE = f"@font-face {{ font-family: Plain; src: url({FONT}) }} * {{ font-family: Plain }}"


def write_pdf(page: str, path: Path, variant: str | None) -> Path:
    """Write a page of HTML as a PDF of a variant («pdf/ua-1») or of none."""
    fonts = FontConfiguration()
    style = weasyprint.CSS(string=STYLE, font_config=fonts)
    html = weasyprint.HTML(string=page)
    html.write_pdf(path, stylesheets=[style], font_config=fonts, pdf_variant=variant)
    return path
