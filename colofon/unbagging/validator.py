"""What the Library of Congress's `bagit` says of an unpacked bag, where it is installed."""

from __future__ import annotations

import importlib.util
import logging
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from colofon import guarded
from colofon.finding import Finding
from colofon.guarded import Members
from colofon.unbagging import saying


def findings(path: Path, members: Members, top: str, known: Collection[str]) -> Iterator[Finding]:
    """Yield what `bagit` finds, but not again what is known of a file already.

    It reads folders, so the bag is unpacked for it; `top` names its one folder. `bagit` is
    no dependency, because it comes as source alone: to install it, pip would build it with tools
    that no lock names. Our own rules ask for more than it does; the tests hear it.
    """
    if importlib.util.find_spec("bagit") is None:
        return
    import bagit  # noqa: PLC0415  # it may be missing

    logging.getLogger(bagit.__name__).setLevel(logging.CRITICAL)  # its findings are returned
    try:
        with tempfile.TemporaryDirectory(prefix="colofon-bag-") as folder:
            guarded.unpack(members, Path(folder))
            bagit.Bag(str(Path(folder) / top)).validate()
    except bagit.BagValidationError as error:
        parts = {each.path for each in error.details if hasattr(each, "path")}
        if not known or parts - set(known):
            yield saying.finding("bag-invalid", path, "", f"bagit says: {error}")
    except (bagit.BagError, ValueError, OSError) as error:  # ValueError: bytes that are no UTF-8
        yield saying.finding("bag-invalid", path, "", f"bagit says: {error}")
