"""`python -m colofon COMMAND …` -> what the command prints, and an exit code."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from colofon import VERSION
from colofon.commands import Command, commands
from colofon.finding import Refused

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it (128 and the number of the signal)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 if all is well, 1 if the answer is no.

    Wrong usage ends with 2, by argparse. A user's mistake is one line a finding, on the
    standard error. `arguments` are those of the process if None.
    """
    every = commands()
    parser = _parser(every)
    args = parser.parse_args(arguments)
    if args.command is None:
        parser.print_help()
        return 0
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = every[args.command].run(args)
        sys.stdout.flush()
    except Refused as refused:
        for finding in refused.findings:
            print(finding, file=sys.stderr)  # noqa: T201  # what a command is for
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Nobody reads on; nor must the interpreter complain when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _parser(every: dict[str, Command]) -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="colofon" if Path(sys.argv[0]).name == "colofon" else "python -m colofon",
        description="Work with finished editions. `doit` makes them.",
    )
    parser.add_argument("--version", action="version", version=f"colofon {VERSION}")
    parsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, command in every.items():
        one = parsers.add_parser(name, help=command.HELP, description=f"{command.HELP}.")
        command.arguments(one)
    return parser


if __name__ == "__main__":
    sys.exit(main())
