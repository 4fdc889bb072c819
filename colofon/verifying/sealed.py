"""The works of a project, built again in a clean place -> where they are not what was sealed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from colofon import buildinfo, materials, publish, rebuilding, records, sealing, unbagging
from colofon.comparing import Difference, compare
from colofon.source import Edition
from colofon.verifying import causes

SHOWN = 3
"""Differences of one file that are told."""

AGAIN = "Hint: doit makes it again."


class Told(NamedTuple):
    """What was found: a line for each thing that is wrong, and how many files were compared."""

    lines: list[str]
    files: int


class Output(NamedTuple):
    """One output: where it is published and where it was made again, with what it should be."""

    published: Path
    again: Path
    sealed: str | None
    """The SHA-256 that was sealed; none if the file was not."""
    made: str | None
    """That of what was made again."""


def verify(works: Sequence[Edition]) -> Told:
    """Build the works again, and compare every sealed file; raises Refused where they cannot be."""
    with tempfile.TemporaryDirectory(prefix="colofon-verify-") as folder:
        project = Path(folder)
        rebuilding.lay(project, _materials(works))
        again = rebuilding.make(project, [work.slug for work in works])
        pairs = list(zip(works, again, strict=True))
        lines = [line for pair in pairs for line in _work(*pair)]
        lines += _catalogue(project / "dist", Path("dist"), again)
    return Told(lines, len(publish.read_sums(Path("dist"))))


def _materials(works: Sequence[Edition]) -> dict[str, bytes]:
    """Read what the makers of all works read."""
    return {name: path.read_bytes() for work in works for name, path in materials.of(work).items()}


def _work(work: Edition, again: Edition) -> Iterator[str]:
    """Yield what is wrong with the files of one work."""
    path = work.dist / buildinfo.NAME
    old, new = (buildinfo.read(each) for each in (path, again.build / buildinfo.NAME))
    if old is None or new is None:
        yield f"{work.dist}: it was never sealed. Hint: doit publishes what is sound."
        return
    sums = publish.read_sums(work.dist.parent)
    if sums.get(f"{work.slug}/{buildinfo.NAME}") != records.sha256(path):
        yield f"{path}: it is not what {publish.SUMS} says. Hint: take both from git."
    reasons = _reasons(old, new, work)
    for name in sorted({*old["outputs"], *new["outputs"]}):
        recorded = (each["outputs"].get(name) for each in (old, new))
        yield from _wrong(Output(work.dist / name, again.build / name, *recorded), reasons)
    yield from _bag(work.dist / f"{work.slug}{sealing.BAG}")


def _reasons(old: dict[str, Any], new: dict[str, Any], work: Edition) -> list[str]:
    """Say what is known to differ of what decides the bytes, or of what should not."""
    if known := causes.decided(old, new):
        return known
    lock = materials.of(work)[materials.LOCK].read_text("utf-8")
    return [*causes.broken_elsewhere(old["lines"], new["lines"]), *causes.installed(lock)]


def _wrong(output: Output, reasons: list[str]) -> Iterator[str]:
    """Yield what is wrong with one output: it was altered, or it is made otherwise now."""
    held, place = records.sha256(output.published), output.published
    if output.made == output.sealed:
        if not held:
            yield f"{place}: it is missing. {AGAIN}"
        elif held != output.sealed:
            said = _said(compare(output.again, place))
            yield f"{place}: it was altered since it was sealed. {said} {AGAIN}"
        return
    yield f"{place}: {_otherwise(output, reasons, altered=held != output.sealed)}"


def _otherwise(output: Output, reasons: list[str], *, altered: bool) -> str:
    """Say how an output is made otherwise than it was sealed, and why."""
    differences: list[Difference] = []
    if output.sealed is None:
        said = "It is made now, and was not."
    elif output.made is None:
        said = "It is made no more."
    else:
        differences = [] if altered else compare(output.published, output.again)
        said = f"It is made otherwise now. {_said(differences)}"
    cause = "; ".join(reasons) or causes.guess(differences)
    return f"{said} Cause: {cause}."


def _said(differences: Sequence[Difference]) -> str:
    """Say the first few differences in one line."""
    return " ".join(str(each) for each in differences[:SHOWN])


def _bag(path: Path) -> Iterator[str]:
    """Yield what is wrong with a bag, which is not sealed, and has sums of its own."""
    if path.is_file():
        yield from (str(finding) for finding in unbagging.verify(path))
    else:
        yield f"{path}: it is missing. {AGAIN}"


def _catalogue(ours: Path, dist: Path, again: Sequence[Edition]) -> Iterator[str]:
    """Yield what is wrong with the files beside the works; `ours` is where they are made again."""
    for work in again:
        found = sealing.published(work)
        publish.publish({name: found[name] for name in found if name != sealing.REPORT}, work.dist)
    sealed = publish.read_sums(dist)
    for name, data in sealing.tops(ours, again).items():
        records.write(ours / name, data)
        if name != publish.SUMS:
            made = records.sha256(ours / name)
            yield from _wrong(Output(dist / name, ours / name, sealed.get(name), made), [])
