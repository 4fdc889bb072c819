"""Files that somebody could send to do harm, each made by a function of its own."""

from __future__ import annotations

import hostile_pdf
import hostile_xml
import hostile_zip
from hostile_zip import wrong_checksum
from sending import Table, plain

HOSTILE: Table = hostile_zip.HOSTILE | hostile_xml.HOSTILE | hostile_pdf.HOSTILE

__all__ = ["HOSTILE", "plain", "wrong_checksum"]
