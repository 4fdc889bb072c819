"""Two editions, in any formats -> what changed between them, told paragraph by paragraph."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

HELP = "show paragraph by paragraph what changed between two editions, in any two formats"

FORMATS = "an EPUB, web page, PDF, TEI (.xml), plain text (.txt) or master (.md)"


def arguments(parser: ArgumentParser) -> None:
    """Take the two files."""
    parser.add_argument("first", metavar="A", help=f"the earlier edition: {FORMATS}")
    parser.add_argument("second", metavar="B", help="the later edition, in the same or another")
    parser.add_argument("--json", action="store_true", help="tell it as JSON, for programs")


def run(args: Namespace) -> int:
    """Print what changed; return 1 if anything did, as `diff` does."""
    from colofon.records import as_json  # noqa: PLC0415  # heavy
    from colofon.revision import data, telling  # noqa: PLC0415  # heavy
    from colofon.revision.opening import opened  # noqa: PLC0415  # heavy
    from colofon.revision.revising import revise  # noqa: PLC0415  # heavy

    names = (args.first, args.second)
    readings = (opened(args.first), opened(args.second))
    found = revise(*readings)
    if args.json:
        sys.stdout.write(as_json(data.data(names, readings, found)).decode())
    else:
        sys.stdout.write(telling.told(names, readings, found) + "\n")
    return int(found.differs)
