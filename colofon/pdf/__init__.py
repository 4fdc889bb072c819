"""What we add to WeasyPrint: only our fonts, no lost note, true tags, a true text layer."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
import warnings
from pathlib import Path
from unittest import mock

from colofon.finding import Finding, Place, Refused
from colofon.typefaces import hermetic_fontconfig

# Fontconfig reads the variable when WeasyPrint loads Pango and again for each layout, so it is
# set before any module of this package imports WeasyPrint, and the folder lives on.
_FOLDER = tempfile.TemporaryDirectory(prefix="colofon-fontconfig-")
os.environ["FONTCONFIG_FILE"] = str(hermetic_fontconfig(Path(_FOLDER.name)))

# WeasyPrint says so when it is imported; here it is what we want: our fonts, cut by fontTools.
warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
warnings.filterwarnings("ignore", message="HarfBuzz-Subset will be required")

INSTALL = (
    "Debian: sudo apt install libpango-1.0-0 libpangoft2-1.0-0; "
    "Fedora: sudo dnf install pango; macOS: brew install pango."
)

# WeasyPrint loads Pango when it is imported; without it, it prints a page of advice and fails.
# On Linux it finds every library by its file's name, after asking gcc and ldconfig sixty times.
_asked = mock.patch("ctypes.util.find_library", return_value=None)
with contextlib.redirect_stdout(io.StringIO()):
    try:
        with _asked if sys.platform == "linux" else contextlib.nullcontext():
            import weasyprint as _weasyprint  # noqa: F401  # loaded for what it says
    except OSError as error:
        message = "Pango, which lays out the pages, is not installed."
        raise Refused([Finding("no-pango", message, Place("Pango"), INSTALL)]) from error
