"""What decides the bytes of a work, then and now -> why they are likely to differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from colofon import lock, materials
from colofon.comparing import Cause, Difference

SHOWN = 5
"""Causes of one kind that are told one by one."""

GUESSES = {
    Cause.CLOCK: "a clock: something wrote the hour of the build",
    Cause.FONT: "a font of this machine, or another version of what cuts fonts",
    Cause.LAYOUT: "another Pango, which breaks lines or places things otherwise",
    Cause.RECOMPRESSED: "another compressor",
    Cause.IMAGE: "another encoder of pictures",
}
"""What the evidence of the bytes alone suggests, where nothing else is known to differ."""

OURS = "our own code: it is not that which made the sealed edition (see git log)"


def decided(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Say what differs in what decides: materials, tools, the release, the Python it asks for."""
    said = [*_materials(old["inputs"], new["inputs"]), *_tools(old["tools"], new["tools"])]
    for key, name in (("colofon", "Colofón"), ("python", "Python")):
        if old[key] != new[key]:
            said.append(f"{name}: {old[key]} then, {new[key]} now")
    return _few(said)


def _materials(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """Say which materials are new, gone or others; those of the work first."""
    for name in sorted({*old, *new}, key=lambda name: (not name.startswith("source/"), name)):
        if old.get(name) != new.get(name):
            what = "is new" if name not in old else "is gone" if name not in new else "has changed"
            yield f"{_kind(name)} {name} {what}"


def _kind(name: str) -> str:
    """Say what a material is."""
    kinds = {".css": "the style sheet", ".icc": "the profile", ".ttf": "the font"}
    if name == materials.LOCK:
        return "the lock of the tools"
    if name.startswith("source/"):
        return "the master" if name.count("/") == 1 else "the work's file"
    return kinds.get(Path(name).suffix, "the settings")


def _tools(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Say which locked tools have other versions, or other files."""
    for name in sorted({*old, *new}):
        one, other = (each.get(name, {}).get("version", "none") for each in (old, new))
        if one != other:
            yield f"the lock has {name} {other}, and had {one}"
        elif old.get(name) != new.get(name):
            yield f"the lock has other files of {name} {one}"


def installed(text: str) -> list[str]:
    """Say what is installed otherwise than a lock says; what it does not name comes last."""
    found = lock.differences(lock.read(text))
    return _few([str(each) for each in sorted(found, key=lambda each: not each.locked)])


def guess(differences: Iterable[Difference]) -> str:
    """Guess by the gravest kind of difference alone."""
    kinds = [each.cause for each in differences]
    return next((GUESSES[kind] for kind in kinds if kind in GUESSES), OURS)


def _few(said: list[str]) -> list[str]:
    """Keep the first few, and count the rest."""
    rest = [f"{len(said) - SHOWN} more"] if said[SHOWN:] else []
    return [*said[:SHOWN], *rest]


def broken_elsewhere(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Say where the first line of each file ends otherwise, and with which Pango."""
    from colofon.pdf import pango  # noqa: PLC0415  # loads Pango

    for name, pages in old.items():
        for number, (one, other) in enumerate(zip(pages, new.get(name, []), strict=False), start=1):
            ends = enumerate(zip(one, other, strict=False), start=1)
            if at := next((line for line, (then, now) in ends if then != now), 0):
                yield (
                    f"line {at} of page {number} of {name} ended with «{one[at - 1]}» and ends "
                    f"with «{other[at - 1]}» (this machine has Pango {pango.version()})"
                )
                break
