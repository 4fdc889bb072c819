"""Certifications made with a test key: the cryptography library signs, as ssh-keygen does it."""

from __future__ import annotations

import base64
import datetime as dt
import functools
import hashlib
import re
import struct
import tempfile
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from colofon import certification, inputs
from colofon.certification import writing
from colofon.certification.record import Ace, Epubcheck, Files, Record
from colofon.front import Front
from colofon.source import Edition
from conftest import MASTER, doit, new_project

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
FOREIGN = Ed25519PrivateKey.from_private_bytes(bytes(reversed(range(32))))
IDENTITY = "ana@example.org"
DAY = dt.date(2026, 11, 24)
CLAIMS = (
    ("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
    ("a11y:certifiedBy", "Ana Pérez & Cía."),
    ("dcterms:date", "2026-11-24"),
)
"""What a book certified by `hand_in` claims."""

SAID = {
    'name = ""': 'name = "Ana Pérez & Cía."',
    'identity = ""': f'identity = "{IDENTITY}"',
    'date = ""': f"date = {DAY}",
    "systems = []": 'systems = ["Thorium Reader 3.2 con NVDA 2026.2"]',
    'answer = ""': 'answer = "sí"',
}
"""How a checklist is filled in."""

_FOLDER = tempfile.TemporaryDirectory(prefix="colofon-certified-")


def _string(data: bytes) -> bytes:
    """Write a string of the SSH protocol (RFC 4251, 5)."""
    return struct.pack(">I", len(data)) + data


def public(key: Ed25519PrivateKey = KEY) -> str:
    """Write the public half of a key as OpenSSH does."""
    made = key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
    return made.decode()


def sign(
    data: bytes, key: Ed25519PrivateKey = KEY, namespace: str = "colofon", hashed: str = "sha512"
) -> bytes:
    """Sign as `ssh-keygen -Y sign` does (PROTOCOL.sshsig)."""
    said = namespace.encode(), b"", hashed.encode()
    message = (*said, hashlib.new(hashed, data).digest())
    raw = key.sign(b"SSHSIG" + b"".join(map(_string, message)))
    signature = _string(b"ssh-ed25519") + _string(raw)
    blob = base64.b64decode(public(key).split()[1])
    parts = b"".join(map(_string, (blob, *said, signature)))
    text = base64.b64encode(b"SSHSIG" + struct.pack(">I", 1) + parts).decode()
    lines = re.findall(".{1,70}", text)
    return "\n".join(
        ["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""]
    ).encode()


def found(unclaimed: bytes, **changes: Any) -> Record:
    """Record what tools found in an EPUB: nothing."""
    given = {
        "digest": hashlib.sha256(unclaimed).hexdigest(),
        "date": DAY,
        "epubcheck": Epubcheck(version="5.3.0", errors=0, warnings=0),
        "ace": Ace(version="1.4.6", violations=0),
        "files": Files(epub="prueba.epub"),
    }
    return Record.model_validate({**given, **changes})


def front() -> Front:
    """Return the front matter of a small work."""
    return Front.model_validate(
        {"title": "Prueba", "authors": [{"name": "A"}], "language": "es", "issued": "2026-11-22"}
    )


def hand_in(edition: Edition, unclaimed: bytes, **changes: Any) -> Path:
    """Certify an EPUB; `changes` are of the record. Returns the folder."""
    written = writing.write(edition, front(), found(unclaimed, **changes))
    folder = certification.folder(edition)
    folder.mkdir(parents=True, exist_ok=True)
    for path, data in written.files.items():
        path.write_bytes(data)
    rewrite(edition, SAID)
    (folder / "allowed_signers").write_text(f'{IDENTITY} namespaces="colofon" {public()}\n')
    return folder


def rewrite(edition: Edition, changes: dict[str, str], **signing: Any) -> None:
    """Change the checklist, and sign it again."""
    path = certification.folder(edition) / "checklist.toml"
    text = path.read_text("utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    path.with_name("checklist.toml.sig").write_bytes(sign(path.read_bytes(), **signing))


@functools.cache
def certified() -> Edition:
    """Make a small work in a project of its own, certify it, and make it again."""
    edition = Edition("prueba", new_project(Path(_FOLDER.name)))
    edition.master_path.write_text(MASTER, "utf-8")
    make(edition)
    hand_in(edition, inputs.gather(("unclaimed",), edition)["unclaimed"].read_bytes())
    make(edition)
    return edition


def make(edition: Edition) -> None:
    """Make the EPUB and judge what it claims."""
    run = doit(edition.root, f"check:{edition.slug}:conformance-evidenced")
    assert run.returncode == 0, run.stdout + run.stderr
