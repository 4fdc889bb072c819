"""Every module of this folder is a command of `python -m colofon`, under its own name.

It has `HELP`, one line; `arguments`, which tells a parser what the command takes; and `run`,
which returns the exit code: 0 if all is well, 1 if the answer is no.
"""

from __future__ import annotations

import importlib
import pkgutil
from argparse import ArgumentParser, Namespace
from typing import Protocol, cast


class Command(Protocol):
    """What a module of this folder has; nothing heavy is imported before `run`."""

    __name__: str
    HELP: str

    def arguments(self, parser: ArgumentParser) -> None:
        """Tell a parser what the command takes."""

    def run(self, args: Namespace) -> int:
        """Do it; raise `Refused` for a user's mistake."""


def commands() -> dict[str, Command]:
    """Return every command by its name, sorted."""
    names = sorted(each.name for each in pkgutil.iter_modules(__path__))
    return {name: cast("Command", importlib.import_module(f"{__name__}.{name}")) for name in names}
