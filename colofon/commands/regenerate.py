"""An EPUB, a PDF for screens or one for archives -> the whole edition, made again."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

HELP = "make an edition again, byte for byte, from the source that a file of it carries"


def arguments(parser: ArgumentParser) -> None:
    """Take the file and the folder."""
    parser.add_argument("file", type=Path, metavar="FILE", help="an EPUB, or a PDF with its source")
    parser.add_argument("--into", type=Path, metavar="DIR", required=True, help="a new folder")


def run(args: Namespace) -> int:
    """Print what was made; return 1 if the file is not among it."""
    from colofon import buildinfo, regenerating  # noqa: PLC0415  # heavy

    work, output, differences = regenerating.regenerate(args.file, args.into)
    record = buildinfo.read(work.dist / buildinfo.NAME) or {"outputs": {}}
    lines = [f"{digest}  {work.dist / name}" for name, digest in record["outputs"].items()]
    if differences:
        lines.append(f"{args.file} is not {output.name} as its source makes it:")
        lines += [f"  {each}" for each in differences]
    else:
        lines.append(f"{args.file} is {output.name}, byte for byte.")
    sys.stdout.write("\n".join(lines) + "\n")
    return int(bool(differences))
