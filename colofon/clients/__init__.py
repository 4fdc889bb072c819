"""An EPUB or web pages -> what real clients say of them: Ace, axe-core and the Nu checker."""

from __future__ import annotations

from colofon.clients.ace import AceReport, AceViolation, ace
from colofon.clients.axe import SCHEMES, WIDTHS, AxeReport, AxeViolation, axe
from colofon.clients.nu import NuMessage, NuReport, nu
from colofon.clients.running import ClientError
from colofon.clients.tools import FOLDER, current, fingerprint, versions

__all__ = [
    "FOLDER",
    "SCHEMES",
    "WIDTHS",
    "AceReport",
    "AceViolation",
    "AxeReport",
    "AxeViolation",
    "ClientError",
    "NuMessage",
    "NuReport",
    "ace",
    "axe",
    "current",
    "fingerprint",
    "nu",
    "versions",
]
