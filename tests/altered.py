"""Ways in which a copy of a finished file can differ, each with the cause that is the right one."""

from __future__ import annotations

import altered_pages
import altered_pdf
import altered_texts
import altered_zip
from altered_zip import REFERENCES
from altering import Altered, Table

ALTERED: Table = (
    altered_zip.ALTERED | altered_texts.ALTERED | altered_pdf.ALTERED | altered_pages.ALTERED
)

__all__ = ["ALTERED", "REFERENCES", "Altered"]
