"""Run a command of ours and kill it at a chosen rename: `python killed.py N WHEN exchange|plain …`.

`N` counts renames from 1; WHEN is `before` or `after` the rename. With `plain`, the system cannot
exchange two names. The rest is either `publish SOURCE TARGET` or arguments for doit.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from doit.doit_cmd import DoitMain

from colofon import publish


class Killer:
    """Counts renames, and kills this process at one of them."""

    def __init__(self, number: int, when: str) -> None:
        self.number, self.when, self.count = number, when, 0

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Make a function that renames count, and kill."""

        def counted(*arguments: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == self.number and self.when == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            result = function(*arguments, **named)
            if self.count == self.number and self.when == "after":
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return counted


def main(number: str, when: str, exchange: str, verb: str, *rest: str) -> int:
    """Install the killer and run."""
    killer = Killer(int(number), when)
    os.rename = killer.wrap(os.rename)
    os.replace = killer.wrap(os.replace)
    publish.exchange = killer.wrap(
        publish.exchange if exchange == "exchange" else lambda _one, _other: False
    )
    if verb == "publish":
        source, target = map(Path, rest)
        publish.publish({path.name: path for path in source.iterdir()}, target)
        return 0
    return int(DoitMain().run([verb, *rest]))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
