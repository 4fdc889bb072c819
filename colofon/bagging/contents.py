"""What goes into a bag, before anything is written about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from colofon import lock
from colofon.bagging import release
from colofon.front import Front


@dataclass(frozen=True)
class Contents:
    """A sound edition and all that it was made of."""

    front: Front
    outputs: Mapping[str, bytes | Path]
    """Each output by its file name; not the bag itself."""
    source: Mapping[str, bytes]
    """What the makers read, by names from the root of the project: `source/a.md`."""
    record: bytes
    """`buildinfo.json`."""
    release: Mapping[str, bytes]
    """Colofón's own files, from `release.files()`."""

    @cached_property
    def made(self) -> dict[str, bytes]:
        """The outputs, read, sorted by name."""
        given = self.outputs
        return {
            name: data if isinstance(data := given[name], bytes) else data.read_bytes()
            for name in sorted(given)
        }

    @cached_property
    def build(self) -> dict[str, Any]:
        """What the build record says."""
        said: dict[str, Any] = json.loads(self.record)
        return said

    @cached_property
    def tools(self) -> list[lock.Tool]:
        """The locked tools."""
        return lock.read(self.release[release.LOCK].decode())

    @cached_property
    def distribution(self) -> bytes:
        """Our source distribution."""
        return release.distribution(self.release)

    @property
    def title(self) -> str:
        """Title and subtitle in one line."""
        return " ".join(filter(None, (self.front.title, self.front.subtitle)))

    @property
    def makers(self) -> str:
        """Who made the work, in one line."""
        return ", ".join(author.name for author in self.front.authors)
