"""The packages of Pango and of all that it needs, as each release of Debian has them."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Package:
    """One package of Debian."""

    name: str
    version: str
    architecture: str
    file: str
    sha256: str


@dataclass(frozen=True)
class Release:
    """One release of Debian on which the edition has been built."""

    name: str
    codename: str
    python: str
    """The version of its Python."""
    packages: tuple[Package, ...]

    @property
    def number(self) -> str:
        """Its number: «12»."""
        return self.name.rpartition(" ")[2]

    def version(self, name: str) -> str:
        """Return the version of a package; one that is not there is a bug (StopIteration)."""
        return next(each.version for each in self.packages if each.name == name)


@functools.cache
def releases() -> tuple[Release, ...]:
    """Read what is known of each release."""
    return tuple(
        Release(**{**each, "packages": tuple(Package(**one) for one in each["packages"])})
        for each in tomllib.loads(FILE.read_text("utf-8"))["release"]
    )
