"""Two ZIPs (EPUB, bag, source) -> the members that differ, and how they are packed otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from zipfile import ZIP_STORED, ZipInfo

from colofon.comparing.difference import PACKAGING, Cause, Difference
from colofon.comparing.places import short
from colofon.guarded import Members, Unsafe
from colofon.readers.differences import first_difference

Within = Callable[[str, bytes, bytes], Iterator[Difference]]

SOURCE = re.compile(r"(.*/)?(source\.zip|[^/]+\.source\.zip)|(.*/)?source/.*")
"""Names of the source that an edition carries."""

HEADS = {
    "create_system": "the system that made it",
    "external_attr": "its permissions",
    "internal_attr": "its attributes",
    "extra": "its extra fields",
    "comment": "its comment",
    "flag_bits": "its flags",
    "create_version": "the version that made it",
    "extract_version": "the version that it needs",
}
"""What the directory says of a member beside its content, its date and how it is packed."""


def differences(ours: bytes, theirs: bytes, within: Within) -> Iterator[Difference]:
    """Yield the differences of two ZIPs; `within` compares two members of one name."""
    mine, other = Members(ours), Members(theirs)
    for name in mine:
        if name not in other:
            yield Difference(name, "It is missing.", Cause.MISSING)
    for name in other:
        if name not in mine:
            yield Difference(name, "It is not in the reference.", Cause.ADDED)
    common = [name for name in mine if name in other]
    same = list(_contents(mine, other, common, within))
    yield from same
    packed = [*_order(mine, other), *_packing(mine, other, common)]
    yield from packed
    if not same and not packed and set(mine) == set(other):
        yield _rest(mine, other)


def _contents(
    mine: Members, other: Members, common: list[str], within: Within
) -> Iterator[Difference]:
    """Yield the differences of members that both have."""
    for name in common:
        try:
            content = other[name]
        except Unsafe as unsafe:
            yield Difference(name, unsafe.finding.message, Cause.DAMAGED)
            continue
        for each in within(name, mine[name], content):
            carried = SOURCE.fullmatch(name) and each.cause not in PACKAGING
            told = each.inside(name)
            yield replace(told, cause=Cause.SOURCE) if carried else told


def _order(mine: Members, other: Members) -> Iterator[Difference]:
    """Yield the first member that stands in another place."""
    old = [name for name in mine if name in other]
    new = [name for name in other if name in mine]
    for one, two in zip(old, new, strict=True):
        if one != two:
            yield Difference(two, f"It stands where the reference has {one}.", Cause.REORDERED)
            return


def _packing(mine: Members, other: Members, common: list[str]) -> Iterator[Difference]:
    """Yield each way in which members are packed otherwise, with the first such member."""
    pairs = [(name, mine.infos[name], other.infos[name]) for name in common]
    yield from _first(pairs, _method, Cause.RECOMPRESSED)
    yield from _first(pairs, _date, Cause.CLOCK)
    heads = list(_first(pairs, _head, Cause.CONTAINER))
    yield from heads
    if mine.comment != other.comment:
        said = short(other.comment.decode(errors="replace"))
        text = f"The comment of the ZIP is «{said}»." if said else "The ZIP has lost its comment."
        yield Difference("", text, Cause.CONTAINER)


def _first(
    pairs: list[tuple[str, ZipInfo, ZipInfo]], said: Callable[[ZipInfo, ZipInfo], str], cause: Cause
) -> Iterator[Difference]:
    """Yield the first of the members that differ in one respect, and count the others."""
    found = [(name, text) for name, old, new in pairs if (text := said(old, new))]
    if found:
        more = f" So it is with {len(found) - 1:,} more." if found[1:] else ""
        yield Difference(found[0][0], f"{found[0][1]}{more}", cause)


def _method(old: ZipInfo, new: ZipInfo) -> str:
    """Say how a member is packed otherwise."""
    if old.compress_type != new.compress_type:
        return f"It is {_packed(new)}; in the reference it is {_packed(old)}."
    if old.CRC == new.CRC and old.compress_size != new.compress_size:
        return "It is compressed otherwise: another zlib, or another level."
    return ""


def _packed(info: ZipInfo) -> str:
    """Say how a member is packed."""
    return "stored" if info.compress_type == ZIP_STORED else "compressed"


def _date(old: ZipInfo, new: ZipInfo) -> str:
    """Say how the date of a member differs."""
    if old.date_time == new.date_time:
        return ""
    return f"Its date is {_moment(new.date_time)}; in the reference {_moment(old.date_time)}."


def _moment(date: tuple[int, ...]) -> str:
    """Write a date of a ZIP."""
    year, month, day, hour, minute, second = date
    return f"{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"


def _head(old: ZipInfo, new: ZipInfo) -> str:
    """Say in what else the directory differs on a member."""
    changed = [said for name, said in HEADS.items() if _of(old, name) != _of(new, name)]
    return f"What differs around it is {', '.join(changed)}." if changed else ""


def _of(info: ZipInfo, name: str) -> Any:
    """Return one field of the directory."""
    return getattr(info, name)


def _rest(mine: Members, other: Members) -> Difference:
    """Say where two ZIPs differ whose members and directories are the same."""
    at = first_difference(mine.data, other.data)
    before = [each for each in other.infos.values() if each.header_offset <= at]
    name = max(before, key=lambda each: each.header_offset).filename if before else ""
    return Difference(name, f"What the ZIP has around it differs, at byte {at:,}.", Cause.CONTAINER)
