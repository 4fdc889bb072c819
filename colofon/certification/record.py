"""What the tools found, as `doit certify` writes it down: record.json."""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, ValidationError

Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
"""A SHA-256 in hexadecimal."""

Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
"""The name of a file, without a folder."""


class Malformed(Exception):  # noqa: N818  # an answer, not an error
    """A file of the certification is not what it must be; says what is wrong in it."""


class Strict(BaseModel):
    """Unknown keys are faults, and values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Epubcheck(Strict):
    """What EPUBCheck found; fatal errors count as errors."""

    version: str
    errors: NonNegativeInt
    warnings: NonNegativeInt


class Ace(Strict):
    """What Ace found: violations of any impact."""

    version: str
    violations: NonNegativeInt


class Files(Strict):
    """The names of the files: the EPUB that was examined, and those beside the record."""

    epub: Name
    checklist: Name = "checklist.toml"
    signature: Name = "checklist.toml.sig"
    signers: Name = "allowed_signers"


class Record(Strict):
    """What was examined, when, and what the tools found."""

    digest: Digest
    """Of the EPUB as it is made without any claim."""
    date: dt.date
    epubcheck: Epubcheck
    ace: Ace
    files: Files

    @classmethod
    def read(cls, data: bytes) -> Record:
        """Read a record; raise `Malformed`."""
        try:
            return cls.model_validate_json(data)
        except ValidationError as error:
            raise Malformed(fault(error)) from None

    def to_bytes(self) -> bytes:
        """Write it as JSON that a person can read."""
        data = self.model_dump(mode="json")
        return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def fault(error: ValidationError) -> str:
    """Say in one sentence what is wrong first, and where."""
    first = error.errors()[0]
    where = ".".join(str(step) for step in first["loc"])
    return f"{where}: {first['msg']}" if where else str(first["msg"])
