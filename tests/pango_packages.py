"""Debian's index -> the part of `colofon/bagging/pango.toml` that one release of Debian has.

    python tests/pango_packages.py 12 bookworm 3.11 > part-12.toml
    python tests/pango_packages.py 13 trixie 3.13 /var/tmp/a-root-of-debian-13 > part-13.toml

Run `apt-get update` first, in the root too. The two parts, one after the other, are the file.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

WANTED = ("libpango-1.0-0", "libpangoft2-1.0-0")
"""What the README says to install."""


def fields(name: str, root: str) -> dict[str, str]:
    """Return the fields of a package's record in the index, or none if it is not a real one."""
    command = ["apt-cache", "show", "--no-all-versions", name]
    if root:
        command = ["chroot", root, *command]
    shown = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return dict(re.findall(r"^([A-Za-z0-9-]+): (.*)$", shown, re.MULTILINE))


def closure(root: str) -> Iterator[dict[str, str]]:
    """Yield what is wanted and all that it depends on: of alternatives, the first that exists."""
    waiting, seen = [*WANTED], set(WANTED)
    while waiting:
        found = fields(waiting.pop(), root)
        yield found
        for each in found.get("Depends", "").split(", "):
            names = (re.split(r"[ (:]", one.strip())[0] for one in each.split("|"))
            name = next((name for name in names if name and fields(name, root)), "")
            if name and name not in seen:
                seen.add(name)
                waiting.append(name)


def main(number: str, codename: str, python: str, root: str = "") -> None:
    """Print one release."""
    print(f'[[release]]\nname = "Debian {number}"\ncodename = "{codename}"')
    print(f'python = "{python}"\npackages = [')
    for found in sorted(closure(root), key=lambda each: each["Package"]):
        file = found["Filename"].rpartition("/")[2]
        print(f'    {{ name = "{found["Package"]}", version = "{found["Version"]}", ', end="")
        print(f'architecture = "{found["Architecture"]}", ', end="")
        print(f'file = "{file}", sha256 = "{found["SHA256"]}" }},')
    print("]\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
