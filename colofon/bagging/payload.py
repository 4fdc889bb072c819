"""Contents -> every file of the bag's payload: source, outputs, tools and what is said of them."""

from __future__ import annotations

from colofon.bagging import bom, crate, pango, preservation, release
from colofon.bagging.contents import Contents

DATA = "data"
"""The payload's folder (RFC 8493, 2.1.2), and the root of the RO-Crate."""

RECORD = "buildinfo.json"
BILL = "bom.cdx.json"
NOTE = "PRESERVATION.md"


def files(contents: Contents) -> dict[str, bytes]:
    """Lay out the payload, by names from the bag's folder.

    The crate describes all the others, so it comes last.
    """
    inside = {f"project/{name}": data for name, data in contents.source.items()}
    inside |= {f"outputs/{name}": data for name, data in contents.made.items()}
    inside |= {
        RECORD: contents.record,
        f"tools/{release.name()}": contents.distribution,
        f"tools/{release.LOCK}": contents.release[release.LOCK],
        f"tools/{pango.FILE.name}": pango.FILE.read_bytes(),
        BILL: bom.bill(contents),
    }
    inside[NOTE] = preservation.note(contents, inside)
    inside[crate.METADATA] = crate.metadata(contents, inside)
    return {f"{DATA}/{name}": inside[name] for name in sorted(inside)}
