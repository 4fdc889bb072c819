"""An edition that somebody sent -> the source that it carries, or why there is none to be had."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from packaging.specifiers import SpecifierSet
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from colofon.finding import Finding, Place, Refused
from colofon.guarded import Kind, Members, Unsafe, checked, pdfs
from colofon.source import SLUG

IN_EPUB = "META-INF/source.zip"
IN_PDF = ".source.zip"
"""How the name of the attached file ends."""

MANIFEST = "colofon.json"

RELEASED = re.compile(r"styles/.+\.(?:ttf|icc)")
"""The names of what comes with the release."""

Slug = Annotated[str, Field(pattern=rf"^{SLUG.pattern}$")]
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


def _specified(text: str) -> str:
    """Return a specifier of versions; raise ValueError if it is none."""
    SpecifierSet(text)
    return text


class Manifest(BaseModel):
    """What is needed besides the files that are carried."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    colofon: str
    """The release that made the edition."""
    edition: int
    python: Annotated[str, AfterValidator(_specified)]
    """Which Pythons it runs on (PEP 440, version specifiers)."""
    release: dict[str, Digest]
    """Fonts and profiles of that release, with their SHA-256."""
    work: Slug


@dataclass(frozen=True)
class Carried:
    """The source of one edition; `data` is the ZIP itself."""

    manifest: Manifest
    files: dict[str, bytes]
    """By names from the root of a project."""
    data: bytes


def read(path: Path) -> Carried:
    """Read the source that an EPUB or PDF of ours carries; raise `Refused` if that is not so."""
    data = _held(path)
    if data is None:
        message = "It carries no source: it is no edition of Colofón, or of a format without."
        hint = "Take the EPUB, the PDF for screens or the PDF for archives."
        raise Refused([Finding("no-source", message, Place(str(path)), hint)])
    members = dict(Members(data, str(path)))
    place = Place(str(path), part=MANIFEST)
    try:
        manifest = Manifest.model_validate(json.loads(members.pop(MANIFEST, b"null")))
    except (ValueError, ValidationError, RecursionError) as error:
        message = "The source that it carries has no manifest of ours."
        raise Refused([Finding("no-manifest", message, place)]) from error
    materials = _materials(manifest.work)
    strange = [name for name in members if not materials.fullmatch(name)]
    strange += [name for name in manifest.release if not RELEASED.fullmatch(name)]
    if strange:
        message = "This is no material of an edition, and is not unpacked."
        raise Unsafe("strange-material", message, Place(str(path), part=strange[0]))
    if (master := f"source/{manifest.work}.md") not in members:
        message = "The source that it carries has no master."
        raise Refused([Finding("no-master", message, Place(str(path), part=master))])
    return Carried(manifest, members, data)


def _held(path: Path) -> bytes | None:
    """Return the ZIP that a file carries; raise `Unsafe` for what is not safe to read."""
    kind = checked(path)
    if kind is Kind.ZIP:
        return Members(path).get(IN_EPUB)
    if kind is Kind.PDF:
        with pdfs.opened(path) as pdf:
            attached = pdfs.attachments(pdf, Place(str(path)))
        return next((data for name, data in attached.items() if name.endswith(IN_PDF)), None)
    return None


def _materials(work: str) -> re.Pattern[str]:
    """Match the names of what makers read: a work's own, and what works share.

    Fonts and profiles are not among them: those of the release are taken, and no others.
    """
    own = rf"source/{work}\.md|source/{work}/.+"
    return re.compile(rf"{own}|styles/.+\.(?:css|toml)|requirements\.lock")
