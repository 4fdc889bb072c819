"""What a bag's build record, bill of materials and crate say, as far as we compare it."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, Field


class Tool(BaseModel):
    """A tool of the build record."""

    version: str
    sha256: list[str]


class Record(BaseModel):
    """`buildinfo.json`."""

    colofon: str
    inputs: dict[str, str]
    outputs: dict[str, str]
    tools: dict[str, Tool]


class Hash(BaseModel):
    """A checksum in a bill."""

    content: str


class Distribution(BaseModel):
    """Where a component comes from."""

    hashes: list[Hash] = []


class Component(BaseModel):
    """One entry of a bill."""

    type: str
    name: str
    version: str = ""
    purl: str = ""
    hashes: list[Hash] = []
    external: list[Distribution] = Field(default=[], alias="externalReferences")


class Bill(BaseModel):
    """`bom.cdx.json`."""

    components: list[Component]

    def tools(self) -> dict[tuple[str, str], set[str]]:
        """Return name and version of each Python package, and the SHA-256 of its files."""
        found: dict[tuple[str, str], set[str]] = {}
        for each in self.components:
            if each.purl.startswith("pkg:pypi/"):
                name = re.sub(r"[-_.]+", "-", each.name).lower()
                digests = {one.content for where in each.external for one in where.hashes}
                found.setdefault((name, each.version), set()).update(digests)
        return found

    def hashes(self, beginning: str) -> set[str]:
        """Return the SHA-256 of every component whose address begins so."""
        fitting = (each for each in self.components if each.purl.startswith(beginning))
        return {one.content for each in fitting for one in each.hashes}

    def files(self) -> dict[str, set[str]]:
        """Return the SHA-256 of each component that is a file of the project."""
        return {
            each.name: {one.content for one in each.hashes}
            for each in self.components
            if each.type == "file"
        }


class Crate(BaseModel):
    """`ro-crate-metadata.json`."""

    graph: list[dict[str, Any]] = Field(alias="@graph")

    def files(self) -> dict[str, str]:
        """Return the SHA-256 of each file that the crate describes, by its address."""
        return {
            str(each.get("@id")): str(each.get("sha256"))
            for each in self.graph
            if each.get("@type") == "File"
        }
