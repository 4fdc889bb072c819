"""The Pango that lays out the pages on this machine -> its version."""

from __future__ import annotations

from weasyprint.text.ffi import pango


def version() -> str:
    """Return it as its releases are named, «1.50.12» (`pango_version`)."""
    number: int = pango.pango_version()
    return f"{number // 10_000}.{number // 100 % 100}.{number % 100}"
