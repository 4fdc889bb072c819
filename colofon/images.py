"""The name of a picture in the master -> a file of the edition's folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from colofon.source import Edition

MAGIC = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
"""The first bytes of the pictures that every output of ours can show."""


def media_type(data: bytes) -> str | None:
    """Return the media type that a picture's first bytes tell, or None."""
    return next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None)


def resolve(target: str, edition: Edition, report: Callable[[str, str, str], None]) -> str:
    """Return a picture's path in the edition's folder, with forward slashes.

    The master names it from where the master stands: «la-obra/mapa.png». Whatever is
    missing, outside the folder (also by a symbolic link) or no picture is reported.
    """
    path = edition.master_path.parent / unquote(target)
    folder = edition.folder
    inside = Path(os.path.normpath(path))
    if "://" in target or target.startswith("data:"):
        report("remote-image", f"The picture «{target[:60]}» is not a file.", "Save it beside.")
    elif not inside.is_relative_to(folder) or not path.resolve().is_relative_to(folder.resolve()):
        hint = f"Put it into source/{edition.slug}/ and name it from there."
        report("image-outside", f"The picture «{target}» is outside the edition's folder.", hint)
    elif not path.is_file():
        report("missing-image", f"There is no picture «{target}».", "Check the name.")
    elif media_type(path.read_bytes()[:16]) is None:
        report("bad-image", f"«{target}» is neither PNG nor JPEG.", "Convert it to one of them.")
    else:
        return inside.relative_to(folder).as_posix()
    return ""
