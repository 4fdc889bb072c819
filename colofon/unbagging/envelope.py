"""The ZIP around a bag is written as ours are: not packed again, no byte of it changed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from colofon import zipped
from colofon.finding import Finding, Severity
from colofon.readers.differences import first_difference
from colofon.unbagging import saying


def findings(path: Path, given: bytes, top: str, files: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield a warning if the ZIP `given` itself differs: what lies in it is judged for itself."""
    said = re.search(
        rb"^Bagging-Date: (\d{4}-\d\d-\d\d)$", files.get("bag-info.txt", b""), re.MULTILINE
    )
    try:
        day = dt.date.fromisoformat(said[1].decode()) if said else dt.date.min
        epoch = int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())
        again = zipped.archive(((f"{top}/{name}", files[name]) for name in sorted(files)), epoch)
    except ValueError:  # no such day, or one that ZIP cannot write
        message = "Its Bagging-Date is not the day of an edition."
        yield saying.finding("bag-changed", path, "bag-info.txt", message)
        return
    if given != again:
        at = first_difference(memoryview(given), memoryview(again))
        message = f"The ZIP around the bag is not as it was written, from byte {at} on."
        hint = "If nothing else is found, it was only packed again."
        found = saying.finding("bag-zip", path, "", message, hint)
        yield replace(found, severity=Severity.WARNING)
