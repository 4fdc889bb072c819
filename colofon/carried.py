"""The materials of a work -> the ZIP that its outputs carry, and from which they are made again.

It holds no digest of an output, nor of itself: what carries it can therefore be remade, byte by
byte, from what it carries.
"""

from __future__ import annotations

import hashlib
import json

from colofon import PYTHON, VERSION, materials, zipped
from colofon.front import Front
from colofon.source import Edition, Master

MANIFEST = "colofon.json"
"""What is needed besides: which release of Colofón, which Python, and which fonts of that."""


def pack(edition: Edition, front: Front, master: Master) -> bytes:
    """Store every material, the master as it was read, behind a manifest."""
    found = {name: path.read_bytes() for name, path in materials.of(edition).items()}
    found[master.path] = master.text.encode()
    released = [name for name, path in materials.shared().items() if materials.released(path)]
    manifest = {
        "colofon": VERSION,
        "edition": front.edition,
        "python": PYTHON,
        "release": {name: hashlib.sha256(found[name]).hexdigest() for name in released},
        "work": edition.slug,
    }
    members = [(name, found[name]) for name in sorted(found) if name not in released]
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    return zipped.archive([(MANIFEST, text.encode() + b"\n"), *members], front.epoch)
