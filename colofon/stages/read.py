"""The master, read and understood; refused if it is broken."""

from __future__ import annotations

import json

from colofon import frontmatter, pandoc, parsing, source
from colofon.finding import Finding, Refused
from colofon.formats import Made
from colofon.source import Edition, Master


def make(*, edition: Edition) -> Made:
    """Read the master; raise `Refused` with every fault of head and text at once."""
    master = source.read(edition)
    body = frontmatter.body_line(master)
    faults = list(_head_faults(master, edition))
    tree, warnings = pandoc.parse(master, body)
    if not tree["blocks"]:
        hint = "Write the text below the front matter."
        message = "The master has no text."
        faults.append(Finding("empty-master", message, master.place(body), hint))
    faults.extend(parsing.parse(edition, master, tree)[1])
    if faults:
        raise Refused([*faults, *warnings])
    files = {"master.md": master.text.encode(), "ast.json": _json(tree)}
    return Made(files | _witness(master, edition), warnings)


def _witness(master: Master, edition: Edition) -> dict[str, bytes]:
    """Return the witness as a file to make, if there is one; its path leads to it."""
    named = frontmatter.read(master, edition.slug).witness
    if named is None:
        return {}
    return {"witness.txt": (edition.master_path.parent / named).read_bytes()}


def _head_faults(master: Master, edition: Edition) -> tuple[Finding, ...]:
    """Return what is wrong in the front matter, and with the witness that it names."""
    try:
        front = frontmatter.read(master, edition.slug)
    except Refused as refused:
        return refused.findings
    named = front.witness
    if named is None:
        return ()
    place = frontmatter.place(master, "witness")
    path = edition.master_path.parent / named
    if path not in edition.companions:
        hint = f"Put it into source/{edition.slug}/ and name it from there."
        message = f"There is no witness «{named}» in the edition's folder."
        return (Finding("missing-witness", message, place, hint),)
    data = path.read_bytes()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        named = path.relative_to(edition.root).as_posix()
        return (source.bad_utf8(named, data, error),)
    return ()


def _json(tree: dict[str, object]) -> bytes:
    """Write the tree so that the same tree gives the same bytes."""
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
