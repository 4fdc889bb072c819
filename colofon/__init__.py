"""Colofón: one Markdown master in, every edition out, and proof that they say the same thing."""

import os

VERSION = "0.2.0"
"""Raised whenever the same materials give other bytes: an edition names the one that made it."""

PYTHON = ">=3.11"
"""The Pythons that it runs on, as `requires-python` has it."""

SHAPING = ("FC_", "FONTCONFIG_", "FREETYPE_", "HB_", "PANGO_")
"""How variables begin by which a user tells libraries to hint, shape or find letters otherwise.

Some are read once, when a library is loaded (FreeType's within PDFium), hence here and first.
"""

for name in [each for each in os.environ if each.startswith(SHAPING)]:
    del os.environ[name]
