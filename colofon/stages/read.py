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
    faults: list[Finding] = []
    witness: dict[str, bytes] = {}
    try:
        witness = _witness(master, edition)
    except Refused as refused:
        faults.extend(refused.findings)
    tree, warnings = pandoc.parse(master, body)
    if not tree["blocks"]:
        hint = "Write the text below the front matter."
        message = "The master has no text."
        faults.append(Finding("empty-master", message, master.place(body), hint))
    faults.extend(parsing.parse(edition, master, tree)[1])
    if faults:
        raise Refused([*faults, *warnings])
    files = {"master.md": master.text.encode(), "ast.json": _json(tree)}
    return Made(files | witness, warnings)


def _witness(master: Master, edition: Edition) -> dict[str, bytes]:
    """Return the witness as a file to make, if the front matter names one.

    Raise `Refused` with what is wrong in the front matter, or with the witness.
    """
    named = frontmatter.read(master, edition.slug).witness
    if named is None:
        return {}
    path = edition.master_path.parent / named
    if path not in edition.companions:
        hint = f"Put it into source/{edition.slug}/ and name it from there."
        message = f"There is no witness «{named}» in the edition's folder."
        place = frontmatter.place(master, "witness")
        raise Refused([Finding("missing-witness", message, place, hint)])
    data = path.read_bytes()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = path.relative_to(edition.root).as_posix()
        raise Refused([source.bad_utf8(where, data, error)]) from None
    return {"witness.txt": data}


def _json(tree: dict[str, object]) -> bytes:
    """Write the tree so that the same tree gives the same bytes."""
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
