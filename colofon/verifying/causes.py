"""What decides the bytes of a work, then and now -> why they are likely to differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from colofon import lock, materials, observed
from colofon.comparing import Cause, Difference
from colofon.verifying.before import Before

SHOWN = 8
"""Causes of one kind that are told one by one."""

GUESSES = {
    Cause.CLOCK: "a clock: something wrote the hour of the build",
    Cause.FONT: "a font of this machine, or another version of what cuts fonts",
    Cause.LAYOUT: "another Pango, which breaks lines or places things otherwise",
    Cause.RECOMPRESSED: "another compressor: the content is the same",
    Cause.IMAGE: "another encoder of pictures",
}
"""What the evidence of the bytes alone suggests, where nothing else is known to differ."""

OURS = "unknown, for what is made from is the same, and so are the locked tools (see git log)"


def decided(
    old: Mapping[str, Any], new: Mapping[str, Any], before: Before, now: Mapping[str, Path]
) -> list[str]:
    """Say what differs in what decides: materials, tools, the release, the Python it asks for."""
    said = [*_materials(old["inputs"], new["inputs"], before, now)]
    said += _tools(old["tools"], new["tools"])
    for key, name in (("colofon", "Colofón"), ("python", "Python")):
        if old[key] != new[key]:
            said.append(f"{name}: {old[key]} then, {new[key]} now")
    return _few(said)


def _materials(
    old: Mapping[str, str], new: Mapping[str, str], before: Before, now: Mapping[str, Path]
) -> Iterator[str]:
    """Say which materials are new, gone or others; those of the work first."""
    for name in sorted({*old, *new}, key=lambda name: (not name.startswith("source/"), name)):
        if old.get(name) != new.get(name):
            what = "is new" if name not in old else "is gone" if name not in new else "has changed"
            where = ""
            if name in old and name in new and name != materials.LOCK:
                where = before.changed(name, now[name].read_bytes())
            yield f"{_kind(name)} {name} {what}{' at ' if where else ''}{where}"


def _kind(name: str) -> str:
    """Say what a material is."""
    kinds = {".css": "the style sheet", ".icc": "the profile", ".ttf": "the font"}
    if name == materials.LOCK:
        return "the lock of the tools"
    if name.startswith("source/"):
        return "the master" if name.count("/") == 1 else _kind_of_works(name)
    if name.startswith("styles/printers/"):
        return "the printer's profile"
    return kinds.get(Path(name).suffix, "the settings")


def _kind_of_works(name: str) -> str:
    """Say what a file in a work's folder is."""
    return "the certification" if name.split("/")[2] == "certification" else "the work's file"


def _tools(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Say which locked tools have other versions, or other files."""
    for name in sorted({*old, *new}):
        one, other = (each.get(name, {}).get("version", "none") for each in (old, new))
        if one != other:
            yield f"the lock has {name} {other}, and had {one}"
        elif old.get(name) != new.get(name):
            yield f"the lock has other files of {name} {one}"


def around(text: str, before: Before) -> list[str]:
    """Say what is otherwise around the materials: tools, our code, what runs in every Python."""
    found = lock.differences(lock.read(text))
    said = [str(each) for each in found if each.locked]
    if others := before.other_code():
        named = ", ".join(_few(others))
        said.append(f"our own code, which is not that of then: {named}")
    said += [str(each) for each in found if each.starts and not each.locked]
    return _few(said)


def guess(differences: Iterable[Difference]) -> str:
    """Guess by the gravest kind of difference that suggests anything; nothing if none does."""
    kinds = [each.cause for each in differences]
    return next((GUESSES[kind] for kind in kinds if kind in GUESSES), "")


def unknown(text: str) -> str:
    """Say that nothing is known, and what is installed that nobody locked."""
    extra = [f"{each.name} {each.installed}" for each in lock.differences(lock.read(text))]
    return f"{OURS}; not locked, but installed: {', '.join(_few(extra))}" if extra else OURS


def _few(said: list[str]) -> list[str]:
    """Keep the first few, and count the rest."""
    rest = [f"{len(said) - SHOWN} more"] if said[SHOWN:] else []
    return [*said[:SHOWN], *rest]


def broken_elsewhere(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Say where the first line of each file ends otherwise, and with which Pango."""
    for name, pages in old.items():
        for number, (one, other) in enumerate(zip(pages, new.get(name, []), strict=False), start=1):
            ends = enumerate(zip(one, other, strict=False), start=1)
            if at := next((line for line, (then, now) in ends if then != now), 0):
                yield (
                    f"lines break elsewhere, as with another Pango (here it is "
                    f"{observed.pango()}): line {at} of page {number} of {name} ended with "
                    f"«{one[at - 1]}» and ends with «{other[at - 1]}»"
                )
                break
