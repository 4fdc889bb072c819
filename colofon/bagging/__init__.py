"""A finished edition, its source and its tools -> `<slug>.bag.zip`, a BagIt bag (RFC 8493)."""

from __future__ import annotations

from colofon import zipped
from colofon.bagging.contents import Contents

__all__ = ["Contents", "bag"]


def bag(contents: Contents) -> bytes:
    """Pack a bag; the same contents give the same bytes.

    Its one folder is named like the file without `.zip` (RFC 8493, 4), and its members are
    sorted by name. A name that another system could not unpack is a bug: ValueError.
    """
    from colofon.bagging import payload, tags  # noqa: PLC0415  # its libraries are heavy

    packed = payload.files(contents)
    members = {**tags.files(contents.front, packed), **packed}
    top = f"{contents.front.slug}.bag"
    ordered = ((f"{top}/{name}", members[name]) for name in sorted(members))
    return zipped.archive(ordered, contents.front.epoch)
