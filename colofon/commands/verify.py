"""A file that somebody sent -> whether it is an edition of ours, which one, and unaltered."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

HELP = "say of a file whether it is an edition of ours, which one, and where it was altered"

SUMS = Path("dist") / "SHA256SUMS"


def arguments(parser: ArgumentParser) -> None:
    """Take the file, and the sums of what was sealed."""
    parser.add_argument("file", type=Path, metavar="FILE", help="any file of an edition, or a bag")
    said = "the sums that the publisher sealed (those of this checkout if there are any)"
    parser.add_argument("--sums", type=Path, metavar="SHA256SUMS", help=said)


def run(args: Namespace) -> int:
    """Print what is known of the file; return 1 if it was altered or is none of ours."""
    from colofon.verifying import sent  # noqa: PLC0415  # heavy

    dist = sent.insist_on_sums(args.sums) if args.sums else SUMS.parent
    answer = sent.verify(args.file, dist)
    sys.stdout.write("\n".join(answer.lines) + "\n")
    return int(not answer.sound)
