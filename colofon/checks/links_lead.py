"""Every link of the master to a place in the work leads to a heading that is there."""

from __future__ import annotations

import difflib
from collections.abc import Generator

from colofon.document import Division, Document, Link, descendants
from colofon.finding import Finding


def check(*, document: Document) -> Generator[Finding, None, dict[str, int]]:
    """Compare the targets of links with the ids of divisions."""
    nodes = list(descendants((document.divisions, document.notes)))
    ids = {node.id for node in nodes if isinstance(node, Division)}
    for node in nodes:
        if isinstance(node, Link) and node.target.startswith("#") and node.target[1:] not in ids:
            near = difflib.get_close_matches(node.target[1:], ids, n=1)
            hint = f"Did you mean «#{near[0]}»?" if near else "Give a heading this id: # … {#id}."
            message = f"The link «{node.target}» leads nowhere."
            yield Finding("broken-link", message, node.place, hint)
    return {"nodes": len(nodes)}
