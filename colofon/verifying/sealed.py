"""The works of a project, built again in a clean place -> where they are not what was sealed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from colofon import buildinfo, materials, publish, rebuilding, records, sealing, unbagging
from colofon.comparing import Cause, Difference, compare
from colofon.guarded import Limits
from colofon.source import Edition
from colofon.verifying import before, causes, sums, telling
from colofon.verifying.telling import Wrong

SHOWN = 3
"""Differences of one file that are told."""

LISTED = "the works that the catalogue lists are made otherwise"

OURS = Limits(file=10**10, entries=10**6, member=10**10, total=10**11)
"""What we made ourselves may be of any size."""

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
        found: list[Wrong] = []
        sealed: dict[str, Any] = {}
        pairs = list(zip(works, again, strict=True))
        for work, other in pairs:
            found += _work(work, other, sealed)
        found += sums.strays(works, sealed)
        caused = [LISTED] if any(wrong.cause for wrong in found) else None
        found += _catalogue(Path("dist"), pairs, sealed, caused)
    return Told(list(telling.lines(found)), len(publish.read_sums(Path("dist"))))


def _materials(works: Sequence[Edition]) -> dict[str, bytes]:
    """Read what the makers of all works read."""
    return {name: path.read_bytes() for work in works for name, path in materials.of(work).items()}


def _work(work: Edition, again: Edition, sealed: dict[str, Any]) -> Iterator[Wrong]:
    """Yield what is wrong with the files of one work; note in `sealed` what was sealed of it."""
    new = buildinfo.read(again.build / buildinfo.NAME)
    known = sums.read(work, again, new) if new else None
    if new is None or known is None:
        yield Wrong(str(work.dist), "It was never sealed. Hint: doit publishes what is sound.")
        return
    old = sealed[work.slug] = known.record
    yield from known.wrong
    outputs = [
        Output(work.dist / name, again.build / name, old["outputs"].get(name), made)
        for name in sorted({*old["outputs"], *new["outputs"]})
        for made in [new["outputs"].get(name)]
    ]
    strayed = any(output.made != output.sealed for output in outputs)
    differing = strayed or not buildinfo.decided_alike(old, new)
    reasons = _reasons(old, new, work) if differing else []
    for output in outputs:
        yield from _wrong(output, reasons)
    if differing and not strayed:
        said = "Every output is made as it was sealed, but not from the same. Hint: doit seals it."
        yield Wrong(str(work.dist / buildinfo.NAME), said, "; ".join(reasons))
    yield from _bag(work.dist / f"{work.slug}{sealing.BAG}")


def _reasons(old: dict[str, Any], new: dict[str, Any], work: Edition) -> list[str]:
    """Say what is known to differ of what decides the bytes, or of what should not."""
    held, now = before.read(work, old), materials.of(work)
    known = causes.decided(old, new, held, now)
    known = known or causes.around(now[materials.LOCK].read_text("utf-8"), held)
    return known or list(causes.broken_elsewhere(old["lines"], new["lines"]))


def _wrong(output: Output, reasons: list[str]) -> Iterator[Wrong]:
    """Yield what is wrong with one output: it was altered, or it is made otherwise now."""
    held, place = records.sha256(output.published), str(output.published)
    if output.made == output.sealed and not held:
        yield Wrong(place, f"It is missing. {AGAIN}")
    elif output.made == output.sealed and held != output.sealed:
        said = _said(compare(output.again, output.published))
        yield Wrong(place, f"It was altered since it was sealed. {said} {AGAIN}")
    elif output.made != output.sealed:
        yield _otherwise(output, reasons, held)


def _otherwise(output: Output, reasons: list[str], held: str) -> Wrong:
    """Say how an output is made otherwise than it was sealed, and why."""
    differences: list[Difference] = []
    if output.sealed is None:
        said = "It is made now, and was not."
    elif output.made is None:
        said = "It is made no more."
    elif held != output.sealed:
        said = f"What is published {'was altered besides' if held else 'is missing'}."
    else:
        differences = compare(output.published, output.again)
        said = _said(differences)
    guess = causes.guess(differences)
    if not reasons:
        cause = guess or causes.unknown((materials.PROJECT / materials.LOCK).read_text("utf-8"))
    else:
        cause = "; ".join(reasons)
        if guess == causes.GUESSES[Cause.CLOCK]:
            said = f"{said} It looks like {guess}."
    return Wrong(str(output.published), said, cause)


def _said(differences: Sequence[Difference]) -> str:
    """Say the first few differences in one line."""
    return " ".join(str(each) for each in differences[:SHOWN])


def _bag(path: Path) -> Iterator[Wrong]:
    """Yield what is wrong with a bag, which is not sealed, and has sums of its own."""
    if path.is_file():
        for finding in unbagging.verify(path, OURS):
            said = str(finding).removeprefix(path.name).lstrip(":").lstrip()
            yield Wrong(str(path), said)
    else:
        yield Wrong(str(path), f"It is missing. {AGAIN}")


def _catalogue(
    dist: Path,
    pairs: Sequence[tuple[Edition, Edition]],
    sealed: dict[str, Any],
    caused: list[str] | None,
) -> Iterator[Wrong]:
    """Yield what is wrong with the files beside the works, and `caused` as why, if that is known.

    The catalogue is made of what is published, so the works made again are published first.
    """
    again = [other for _, other in pairs]
    for work in again:
        found = sealing.published(work)
        publish.publish({name: found[name] for name in found if name != sealing.REPORT}, work.dist)
    ours = again[0].dist.parent if again else dist
    for name, data in sealing.tops(ours, again).items() if again else ():
        records.write(ours / name, data)
    said, made = publish.read_sums(dist), publish.read_sums(ours)
    yield from sums.wrong_lines(dist, sealed, made)
    for name in (name for name in made if "/" not in name):
        line = made[name] if records.sha256(dist / name) == made[name] else said.get(name)
        output = Output(dist / name, ours / name, line, made[name])
        if line != made[name] and caused is None:
            caused = _around(*pairs[0], sealed)
        yield from _wrong(output, caused or [])


def _around(work: Edition, again: Edition, sealed: dict[str, Any]) -> list[str]:
    """Say what is known to differ, where no output of a work does."""
    new = buildinfo.read(again.build / buildinfo.NAME)
    return _reasons(sealed[work.slug], new, work) if new and work.slug in sealed else []
