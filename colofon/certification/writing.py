"""What the tools found -> record.json and checklist.toml, where they must be written anew."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from colofon import certification
from colofon.certification import checklist
from colofon.certification.checklist import SHOWN, Checklist
from colofon.certification.record import Malformed, Record
from colofon.certification.signature import NAMESPACE
from colofon.front import Front
from colofon.source import Edition


@dataclass(frozen=True)
class Written:
    """The files to write, and what to say to whoever certifies."""

    files: dict[Path, bytes]
    lines: list[str]
    """What was found, and what has become of the answers."""
    steps: list[str]
    """What is left to a person, unless everything is done."""


def write(edition: Edition, front: Front, found: Record) -> Written:
    """Write record and checklist where what was found is new; keep every answer.

    A record that says the same keeps its bytes, for a signature depends on them. Raises
    `Malformed` rather than write over answers that cannot be read.
    """
    folder = certification.folder(edition)
    path = folder / certification.RECORD
    data = _kept(path, found) or found.to_bytes()
    asked = folder / found.files.checklist
    last = _last(asked)
    digest = hashlib.sha256(data).hexdigest()
    lines = [_results(edition, found)]
    files = {path: data}
    if last is None:
        now = checklist.blank(found.digest, digest, front.language)
    elif (last.digest, last.record) == (found.digest, digest):
        return Written(files, lines, _steps(edition, last, asked))
    else:
        now = checklist.renewed(last, found.digest, digest, front.language)
        lines.extend(_renewed(last, found))
    files[asked] = checklist.write(now, front.title, front.language)
    return Written(files, lines, _steps(edition, now, asked))


def _kept(path: Path, found: Record) -> bytes:
    """Return the last record if it says the same of another day, or nothing."""
    if not path.is_file():
        return b""
    data = path.read_bytes()
    try:
        last = Record.read(data)
    except Malformed:
        return b""
    return data if last.model_copy(update={"date": found.date}) == found else b""


def _last(path: Path) -> Checklist | None:
    """Read the checklist that is there, if one is."""
    return Checklist.read(path.read_bytes()) if path.is_file() else None


def _results(edition: Edition, found: Record) -> str:
    """Say what the tools found."""
    checked, ace = found.epubcheck, found.ace
    return (
        f"{edition.slug}: EPUBCheck {checked.version}: {checked.errors} errors, "
        f"{checked.warnings} warnings; Ace {ace.version}: {ace.violations} violations. "
        f"SHA-256 without claim: {found.digest}"
    )


def _renewed(last: Checklist, found: Record) -> list[str]:
    """Say what has become of the answers given before."""
    if last.digest == found.digest:
        return ["The tools found something else than before: the answers stand, the signature not."]
    said = f"The EPUB is not the one that was checked before ({last.digest[:SHOWN]}…): "
    return [f"{said}every answer is kept as a remark, and each has to be given again."]


def _steps(edition: Edition, asked: Checklist, path: Path) -> list[str]:
    """Say what a person does; nobody else answers and signs."""
    left = sum(not item.answer for item in asked.items)
    signers = path.with_name("allowed_signers")
    return [
        f"Answer what is left ({left} of {len(asked.items)}), and say who you are, in {path}.",
        "Then sign it; any change after that undoes the signature:",
        f"  ssh-keygen -Y sign -n {NAMESPACE} -f ~/.ssh/id_ed25519 {path}",
        f"Your key, Ed25519 or RSA, counts if {signers} has a line:",
        f'  you@example.org namespaces="{NAMESPACE}" ssh-ed25519 AAAA…',
        f"Then run doit: the check conformance-evidenced says what {edition.slug} may claim.",
    ]
