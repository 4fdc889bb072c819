"""A typeface or a press profile -> what the file says of its maker, version and licence."""

from __future__ import annotations

import io
from dataclasses import dataclass

from fontTools.ttLib import TTFont
from PIL import ImageCms

OPEN = "SIL Open Font License, Version 1.1"
COPYRIGHT, VERSION, LICENCE = 0, 5, 13
"""The numbers of names in a font (OpenType, `name`, name ids)."""


@dataclass(frozen=True)
class Material:
    """What is known of a file that somebody else made."""

    licence: str
    """In the file's own words."""
    spdx: str = ""
    """The licence's id in SPDX's list, where the words name one."""
    holder: str = ""
    """Who holds the copyright."""
    version: str = ""


def read(name: str, data: bytes) -> Material | None:
    """Read a typeface or a profile; other files are none of these."""
    if name.endswith(".ttf"):
        names = TTFont(io.BytesIO(data), lazy=True)["name"]
        said = names.getDebugName(LICENCE) or "not stated in the file"
        spdx = "OFL-1.1" if OPEN in said else ""
        holder, version = names.getDebugName(COPYRIGHT), names.getDebugName(VERSION)
        return Material(said, spdx, holder or "", version or "")
    if name.endswith(".icc"):
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        said = ImageCms.getProfileCopyright(profile).strip()
        return Material(said or "not stated in the file")
    return None
