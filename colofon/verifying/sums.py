"""The list of sums and the build record, each held against the other and what is made now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from colofon import buildinfo, publish, records, sealing
from colofon.comparing import compare
from colofon.source import Edition
from colofon.verifying.telling import Wrong

FROM_GIT = "Hint: take it from git, or doit makes it again."
SHOWN = 3


class Sealed(NamedTuple):
    """What was sealed of one work, as far as it can be trusted."""

    record: dict[str, Any]
    wrong: list[Wrong]


def read(work: Edition, again: Edition, new: Mapping[str, Any]) -> Sealed | None:
    """Read what was sealed of a work; none if it never was.

    Where record and sums disagree, the one is believed that is what is made now.
    """
    path, sums = work.dist / buildinfo.NAME, publish.read_sums(work.dist.parent)
    line = sums.get(f"{work.slug}/{buildinfo.NAME}")
    held, made = (records.sha256(each) for each in (path, again.build / buildinfo.NAME))
    if line is None and not held:
        return None
    if held != line and made == line:
        said = " ".join(map(str, compare(again.build / buildinfo.NAME, path)[:SHOWN]))
        what = f"It was altered since it was sealed. {said}" if held else "It is missing."
        return Sealed(dict(new), [Wrong(str(path), f"{what} {FROM_GIT}")])
    record = buildinfo.read(path)
    if record is None or not record.keys() >= new.keys():
        return Sealed(dict(new), [Wrong(str(path), f"It is no build record. {FROM_GIT}")])
    wrong = [] if held == made else list(_itself(path, record, new, agreed=line == held))
    return Sealed(record, wrong)


def _itself(
    path: Path, record: Mapping[str, Any], new: Mapping[str, Any], *, agreed: bool
) -> Iterator[Wrong]:
    """Yield what is wrong with a record that is not what is made now."""
    if not agreed:
        yield Wrong(str(path), f"It is not what {publish.SUMS} says. {FROM_GIT}")
    explained = ("lines", "outputs")
    if record.keys() != new.keys() or (
        buildinfo.decided_alike(record, new) and all(record[key] == new[key] for key in explained)
    ):
        keys = ", ".join(sorted(key for key in {*record, *new} if record.get(key) != new.get(key)))
        yield Wrong(str(path), f"It is not what is made now: {keys}. {FROM_GIT}")


def wrong_lines(
    dist: Path, sealed: Mapping[str, Mapping[str, Any]], again: Mapping[str, str]
) -> Iterator[Wrong]:
    """Yield the lines of the sums that are not those of what was sealed.

    `sealed` has the record of each work, by its slug; `again` the sums of what is made now.
    """
    said = publish.read_sums(dist)
    expected = dict(_outputs(sealed))
    for name in said:
        if name not in again and name not in expected:
            yield _line(dist, f"names {name}, which is of no edition")
    for name, digest in expected.items():
        if said.get(name) != digest:
            yield _line(dist, _of(name, said))
    for name in again:
        altered = said.get(name) != again[name] and records.sha256(dist / name) == again[name]
        if altered and name not in expected:
            yield _line(dist, _of(name, said))


def _of(name: str, said: Mapping[str, str]) -> str:
    """Say what is wrong with the line of a file."""
    return f"its line of {name} has been altered" if name in said else f"it has no line of {name}"


def _line(dist: Path, said: str) -> Wrong:
    """Say that a line is wrong."""
    return Wrong(str(dist / publish.SUMS), f"{said[:1].upper()}{said[1:]}. {FROM_GIT}")


def _outputs(sealed: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the digest of each sealed output, by its name in the sums."""
    for slug, record in sealed.items():
        for name, digest in record["outputs"].items():
            yield f"{slug}/{name}", digest


def strays(works: Sequence[Edition], sealed: Mapping[str, Mapping[str, Any]]) -> Iterator[Wrong]:
    """Yield the files beside the outputs of works that are none of theirs."""
    for work in works:
        if work.slug in sealed:
            known = {*sealed[work.slug]["outputs"], buildinfo.NAME, sealing.REPORT}
            for path in sorted(work.dist.rglob("*")):
                name = path.relative_to(work.dist).as_posix()
                if path.is_file() and name not in {*known, f"{work.slug}{sealing.BAG}"}:
                    yield Wrong(str(path), "It is no file of this edition, and is not sealed.")
