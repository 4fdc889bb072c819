"""What we add to WeasyPrint: only our fonts, no lost note, true tags, a true text layer."""

from __future__ import annotations

import os
import tempfile
import warnings
from pathlib import Path

from colofon.typefaces import hermetic_fontconfig

# Fontconfig reads the variable when WeasyPrint loads Pango and again for each layout, so it is
# set before any module of this package imports WeasyPrint, and the folder lives on.
_FOLDER = tempfile.TemporaryDirectory(prefix="colofon-fontconfig-")
os.environ["FONTCONFIG_FILE"] = str(hermetic_fontconfig(Path(_FOLDER.name)))

# WeasyPrint says so when it is imported; here it is what we want.
warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
