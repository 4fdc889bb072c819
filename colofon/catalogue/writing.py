"""Published works -> the files of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from colofon.catalogue import atom, opds, page
from colofon.catalogue.kinds import ATOM, INDEX, OPDS
from colofon.catalogue.work import Work


def files(works: Sequence[Work]) -> dict[str, bytes]:
    """Write the catalogue of these works, in their order; the same works give the same bytes.

    Every address in it is relative, so that the folder can be put on any server, or opened
    from a disk.
    """
    return {INDEX: page.write(works), ATOM: atom.write(works), OPDS: opds.write(works)}
