"""EPUBs whose XML could do harm."""

from __future__ import annotations

from pathlib import Path

from sending import Table, entering, plain, written

HOSTILE: Table = {}
hostile = entering(HOSTILE)


def _xml(folder: Path, text: str) -> Path:
    return written(
        folder / "book.epub", plain(lambda book: book.writestr("EPUB/content.opf", text))
    )


@hostile("unsafe-xml")
def external_entity(folder: Path) -> Path:
    """Make this: external entity."""
    return _xml(folder, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')


@hostile("unsafe-xml")
def external_subset_by_parameter(folder: Path) -> Path:
    """Make this: external subset by parameter."""
    return _xml(folder, '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/evil.dtd"> %x;]><a/>')


@hostile("unsafe-xml")
def billion_laughs(folder: Path) -> Path:
    """Make this: billion laughs."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return _xml(folder, f'<!DOCTYPE a [<!ENTITY l0 "ha">{lines}]><a>&l11;</a>')


@hostile("not-xml")
def xml_without_bottom(folder: Path) -> Path:
    """Make this: xml without bottom."""
    return _xml(folder, "<a>" * 1_000_000)


@hostile("unsafe-xml")
def laughs_in_an_attribute(folder: Path) -> Path:
    """Make this: laughs in an attribute."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return _xml(folder, f'<!DOCTYPE a [<!ENTITY l0 "ha">{lines}]><a b="&l11;"/>')
