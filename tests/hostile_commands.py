"""Every hostile file, sent to each command that reads strangers' files."""

from __future__ import annotations

from pathlib import Path

from asked import asked, refused

import hostile

COMMANDS = ("verify", "regenerate", "diff")
PAIRS = [(command, name) for command in COMMANDS for name in hostile.HOSTILE]

ELSEWHERE = (Path("/tmp/evil"), Path("/evil"))  # where hostile files would write


def insist_on_one_line(command: str, name: str, folder: Path) -> None:
    """Send a hostile file to a command: one line, exit code 1, little memory and time.

    Nothing is written: neither elsewhere nor in the folder that `regenerate` is given.
    """
    sent, here = folder / "sent", folder / "here"
    sent.mkdir()
    here.mkdir()
    _, make = hostile.HOSTILE[name]
    path = make(sent)
    before = sorted(folder.rglob("*"))
    more = {"verify": (), "regenerate": ("--into", folder / "into"), "diff": (path,)}[command]
    answered = asked(here, command, path, *more)
    assert refused(answered)
    assert answered.memory < 500 * 1024
    assert answered.seconds < 10
    assert sorted(folder.rglob("*")) == before
    assert not any(each.exists() for each in ELSEWHERE)
