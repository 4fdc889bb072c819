"""Contents -> the preservation note: formats, how to verify, how to make the edition again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

from colofon import VERSION
from colofon.bagging import formats, pango, release
from colofon.bagging.contents import Contents

TEMPLATE = Path(__file__).with_suffix(".md")
PANGO = "libpango-1.0-0"
SHOWN = ("libharfbuzz0b", "libfreetype6", "libfontconfig1", "libfribidi0")
"""What decides, with Pango, where a line ends."""


def note(contents: Contents, inside: Mapping[str, bytes]) -> bytes:
    """Write the note, in English and in Markdown; `inside` has the files that it speaks of."""
    front = contents.front
    packages = pango.releases()[-1].packages
    values = {
        "title": contents.title,
        "makers": contents.makers,
        "edition": front.edition,
        "issued": front.issued.isoformat(),
        "identifier": front.identifier,
        "slug": front.slug,
        "version": VERSION,
        "distribution": release.name(),
        "top": release.name().removesuffix(".tar.gz"),
        "python": contents.build["python"],
        "rights": "\n".join(_rights(contents)),
        "formats": "\n".join(_formats(inside)),
        "pangos": "\n".join(_pangos()),
        "packages": " ".join(each.name for each in packages),
    }
    return Template(TEMPLATE.read_text("utf-8")).substitute(values).encode()


def _rights(contents: Contents) -> Iterator[str]:
    """Yield what the front matter says of each part, and nothing else."""
    if not contents.front.rights:
        yield "The front matter of this edition says nothing of rights."
    for right in contents.front.rights:
        yield f"- {right.part}: {right.status}. {right.statement}"


def _formats(inside: Mapping[str, bytes]) -> Iterator[str]:
    """Yield a row for each output, then one for each other format."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(inside, key=lambda name: (not name.startswith("outputs/"), name)):
        found = formats.of(name, inside[name])
        row = (found.name, found.pronom or "not determined", found.why)
        rows.setdefault(row, []).append(name)
    for said, names in rows.items():
        shown = " ".join(f"`{name}`" for name in names if name.startswith("outputs/"))
        shown = shown or f"`*{Path(names[0]).suffix}`"
        yield f"| {' | '.join((shown, *said))} |"


def _pangos() -> Iterator[str]:
    """Yield a line for each release of Debian."""
    for each in pango.releases():
        others = ", ".join(f"{name} {each.version(name)}" for name in SHOWN)
        made = f"{each.name} ({each.codename}), Python {each.python}: Pango {each.version(PANGO)}"
        yield f"   - {made} with {others}."
