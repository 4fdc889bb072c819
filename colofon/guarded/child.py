"""What runs in the process of its own: one call, within limits, answered on standard output."""

from __future__ import annotations

import importlib
import io
import os
import pickle
import sys
from functools import reduce
from typing import Any

from colofon.finding import Refused

SOUND, REFUSED = b"+", b"-"
"""What an answer begins with."""

OUT_OF_MEMORY = 71
"""The exit code that says so."""

PLAIN = {("builtins", "set"), ("builtins", "frozenset"), ("builtins", "bytearray")}
PATHS = {("pathlib", name) for name in ("PosixPath", "WindowsPath", "PurePosixPath")}


class _Loader(pickle.Unpickler):
    """An answer comes from a process that read a stranger's file: it may name data only."""

    def find_class(self, module: str, name: str) -> Any:
        """Find a class of ours or a plain one; raises UnpicklingError for anything else."""
        if (module, name) in PLAIN | PATHS:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith("colofon.") else None
        if "." in name or not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"An answer names {module}.{name}.")
        return found


def loaded(packed: bytes) -> Any:
    """Unpack an answer."""
    return _Loader(io.BytesIO(packed)).load()


def main() -> None:
    """Read a call from standard input, make it, and answer; nothing else may print there."""
    module, name, arguments, seconds, memory = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  # from our parent
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    function: Any = reduce(getattr, name.split("."), importlib.import_module(module))
    _confine(seconds, memory)
    try:
        answer = SOUND + pickle.dumps(function(*arguments))
    except Refused as refused:
        answer = REFUSED + pickle.dumps(refused.findings)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    with answers:
        answers.write(answer)


def _confine(seconds: int, memory: int) -> None:
    """Let the system hold us to our limits, where it can: Windows and macOS do in part."""
    try:
        import resource  # noqa: PLC0415  # Windows has none
    except ImportError:
        return
    limits = [(resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)]
    if sys.platform == "linux":
        limits.append((resource.RLIMIT_AS, memory))
    for kind, limit in limits:
        _, hard = resource.getrlimit(kind)
        most = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (most, hard))
