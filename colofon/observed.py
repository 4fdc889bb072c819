"""This machine -> what is merely observed of it: it goes into the report, and decides nothing."""

from __future__ import annotations

import contextlib
import ctypes
import platform
from collections.abc import Callable
from typing import Any

from colofon import clients, ghostscript, java, lock, materials
from colofon.finding import NotJudged
from colofon.ghostscript import GhostscriptError

PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")
HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")
FONTCONFIG = ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll")


def machine() -> dict[str, Any]:
    """Return what a reader of the report may want to know of where it was written."""
    text = materials.shared()[materials.LOCK].read_text("utf-8")
    return {
        "distribution": _distribution(),
        "layout": {"Pango": pango(), "HarfBuzz": harfbuzz(), "fontconfig": fontconfig()},
        "machine": platform.machine(),
        "packages": [str(each) for each in lock.differences(lock.read(text))],
        "python": platform.python_version(),
        "validators": {name: version for name, version in _validators().items() if version},
    }


def pango() -> str:
    """Return the version of the Pango that lays out pages here, or nothing where there is none."""
    return _said(PANGO, "pango_version_string")


def harfbuzz() -> str:
    """Return the version of HarfBuzz, or nothing where there is none."""
    return _said(HARFBUZZ, "hb_version_string")


def fontconfig() -> str:
    """Return the version of fontconfig, or nothing where there is none."""
    library = _library(FONTCONFIG)
    if library is None:
        return ""
    number = int(library.FcGetVersion())
    return f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


def _said(names: tuple[str, ...], function: str) -> str:
    """Ask a library for its version, in its own words."""
    library = _library(names)
    if library is None:
        return ""
    ask = library[function]
    ask.restype = ctypes.c_char_p
    said: bytes = ask()
    return said.decode("ascii")


def _library(names: tuple[str, ...]) -> ctypes.CDLL | None:
    """Load the library that WeasyPrint loads by one of these names."""
    for name in names:
        with contextlib.suppress(OSError):
            return ctypes.CDLL(name)
    return None


def _distribution() -> str:
    """Name the distribution (os-release(5)), or the system where it has no such file."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()


def _validators() -> dict[str, str]:
    """Return the version of each validator that is here."""
    return {
        **java.versions(),
        **clients.versions(),
        "Ghostscript": _or_nothing(ghostscript.version),
    }


def _or_nothing(ask: Callable[[], str]) -> str:
    """Return what a tool answers, or nothing where it is missing or broken."""
    try:
        return ask()
    except (NotJudged, GhostscriptError):
        return ""
