"""Files on disk -> editions (names only) and masters (strict UTF-8, NFC, LF)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from colofon.finding import Finding, Place, Refused

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

TAKEN = frozenset(
    (
        *("certify", "check", "edition", "gather", "press", "proof", "report", "seal", "serve"),
        "verify",
        *("clean", "dumpdb", "forget", "help", "ignore", "info", "list", "run", "strace"),
        *("reset-dep", "tabcompletion"),
    )
)
"""Names that the recipe's tasks and doit's own commands have."""

RESERVED = {
    "\u2010": "HYPHEN (we use it at line ends; write - U+002D)",
    "\u00ad": "SOFT HYPHEN (words are divided by the language's patterns)",
    "\u2060": "WORD JOINER (we use it to break lines)",
    "\ufeff": "ZERO WIDTH NO-BREAK SPACE",
    "\ufffd": "REPLACEMENT CHARACTER (something was lost before this file was saved)",
    "\ufffe": "a non-character",
    "\u200b": "ZERO WIDTH SPACE",
}
"""Characters that a master may not hold, because outputs and readers give them a meaning."""


@dataclass(frozen=True)
class Edition:
    """One work and the places of its files, all below `root`; reads nothing."""

    slug: str
    root: Path

    @property
    def task(self) -> str:
        """The name of the work's tasks: its slug, or one that clashes with nothing."""
        if SLUG.fullmatch(self.slug) and self.slug not in TAKEN:
            return self.slug
        return re.sub(r"[:*=]", "-", f"{self.slug}.md")

    @property
    def master_path(self) -> Path:
        """The Markdown master."""
        return self.root / "source" / f"{self.slug}.md"

    @property
    def folder(self) -> Path:
        """The files that the master names: witness, images."""
        return self.root / "source" / self.slug

    @property
    def build(self) -> Path:
        """Work in progress: outputs, records and verdicts."""
        return self.root / ".build" / self.slug

    @property
    def dist(self) -> Path:
        """The published edition."""
        return self.root / "dist" / self.slug

    @property
    def companions(self) -> list[Path]:
        """Every file in the edition's folder, sorted; not what an editor keeps for itself."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(path for path in found if not _private(path.relative_to(self.folder)))


@dataclass(frozen=True)
class Master:
    """A master as text: `path` relative to the root, with forward slashes."""

    path: str
    text: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the file's bytes, as `sha256sum` says it.

        They are the text's in UTF-8, since `read` changes nothing: a byte-order mark or a
        carriage return is refused, not taken away.
        """
        return hashlib.sha256(self.text.encode()).hexdigest()

    def place(self, line: int, column: int = 1) -> Place:
        """Name a place in this master; line and column count from 1."""
        return Place(self.path, line, column)

    def place_at(self, offset: int) -> Place:
        """Find the place of a character offset of the text."""
        before = self.text[:offset]
        return self.place(before.count("\n") + 1, offset - before.rfind("\n"))


def _private(path: Path) -> bool:
    """Tell a hidden file, or an editor's copy of the last version of one."""
    return path.name.endswith("~") or any(step.startswith(".") for step in path.parts)


def editions(root: Path) -> list[Edition]:
    """List every work in `source/`, by name; a broken master is listed like the rest.

    Hidden files are an editor's own, and no masters; nor are folders.
    """
    found = sorted((root / "source").glob("[!.]*.md"))
    return [Edition(path.stem, root) for path in found if path.is_file()]


def read(edition: Edition) -> Master:
    """Read a master; raise `Refused` with every fault of its bytes."""
    path = edition.master_path.relative_to(edition.root).as_posix()
    faults: list[Finding] = []
    if edition.task != edition.slug:
        hint = (
            "Use small letters a-z, digits and single hyphens, and no task's name: por-la-paz.md."
        )
        message = f"The name «{edition.slug}.md» cannot be a work's address."
        faults.append(Finding("bad-name", message, Place(path, 1, 1), hint))
    data = edition.master_path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused([*faults, bad_utf8(path, data, error)]) from None
    master = Master(path, text)
    faults.extend(_faults(master))
    if faults:
        raise Refused(faults)
    return master


def bad_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Finding:
    """Say where the first byte stands that is not UTF-8."""
    before = data[: error.start].decode("utf-8")
    place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"Byte 0x{data[error.start]:02X} is not UTF-8."
    return Finding("bad-utf8", message, place, "Save the file again as UTF-8.")


def _faults(master: Master) -> Iterator[Finding]:
    """Yield what is wrong with a master's characters, each kind at its first place."""
    text = master.text
    if text.startswith("\ufeff"):
        hint = "Save the file as UTF-8 without a signature."
        message = "The file begins with a byte-order mark."
        yield Finding("byte-order-mark", message, master.place(1), hint)
        text = text[1:]
    if not text.strip():
        hint = "Write the front matter between two lines of ---, then the text."
        yield Finding("empty-master", "The master is empty.", master.place(1), hint)
    if "\r" in text:
        place = master.place_at(master.text.index("\r"))
        message = "Lines end in a carriage return."
        yield Finding("carriage-return", message, place, "Save the file with LF line ends.")
    yield from _not_composed(master)
    yield from _forbidden(master)


def _not_composed(master: Master) -> Iterator[Finding]:
    """Yield the first place where the text is not in Normalization Form C (UAX #15)."""
    if unicodedata.is_normalized("NFC", master.text):
        return
    for number, line in enumerate(master.text.split("\n"), start=1):
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            pairs = zip(line, composed, strict=False)
            same = next((i for i, (a, b) in enumerate(pairs) if a != b), len(composed))
            hint = "Save the file in Unicode Normalization Form C."
            message = "Accented letters are written in two parts (the text is not NFC)."
            yield Finding("not-nfc", message, master.place(number, same + 1), hint)
            return


def _forbidden(master: Master) -> Iterator[Finding]:
    """Yield each forbidden character at its first place."""
    seen: set[str] = set()
    for match in re.finditer(
        r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u00ad\u2010\u200b\u2060"
        r"\u2028\u2029\ue000-\uf8ff\ufffd\ufffe\uffff]"
        r"|(?<!^)\ufeff",
        master.text,
    ):
        character = match[0]
        if character in seen:
            continue
        seen.add(character)
        name = RESERVED.get(character, unicodedata.name(character, "a control character"))
        place = master.place_at(match.start())
        message = f"The master holds U+{ord(character):04X}, {name}."
        yield Finding("forbidden-character", message, place, "Delete it or write what is meant.")
