"""Web pages -> every message of the Nu checker, which the W3C runs as its HTML validator."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from colofon.clients import running, tools

OPTIONS = (
    "-Xss4m",  # its schema of HTML needs more stack than the JVM gives
    "-XX:TieredStopAtLevel=1",  # a short life: see colofon.java.machine
    "-XX:+UseSerialGC",
    "-XX:-UsePerfData",
    "-Djava.awt.headless=true",
    "-Duser.language=en",
    "-DsocksProxyHost=127.0.0.1",  # no socket leaves the machine
    "-DsocksProxyPort=1",
    "-DsocksNonProxyHosts=",
)

SWITCHES = (
    *("--format", "json", "--exit-zero-always", "--stdout", "--html"),
    "--no-langdetect",  # a guess at the language, by the words that labels lend to a short text
)

FALSE_ALARM = "Resource violates Content Security Policy (meta tag): image “data:"
ALLOWED = re.compile(rb"img-src[^;\"]*\sdata:")
"""For the checker «img-src data:» allows no data: URL; by the policy's standard it does
(Content Security Policy 3, 6.7.2.8), and browsers show the picture."""


@dataclass(frozen=True, order=True)
class NuMessage:
    """One message on one page; line and column count from 1, 0 where the checker knows none.

    `kind` is the checker's own: error, info, "info: warning" or non-document-error.
    """

    page: Path
    line: int
    column: int
    kind: str
    text: str
    extract: str = ""


@dataclass(frozen=True)
class NuReport:
    """Every message, sorted, and the checker's version."""

    version: str
    messages: tuple[NuMessage, ...]


def nu(pages: Sequence[Path]) -> NuReport:
    """Have the Nu checker judge HTML files; raises FileNotFoundError, NotJudged and ClientError."""
    jar = tools.packages() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    paths = [path.resolve(strict=True) for path in pages]
    with running.home() as folder:
        # The JVM reads a path in the encoding of the system: names of our own are ASCII.
        names = [folder / f"{number}.html" for number in range(len(paths))]
        for name, path in zip(names, paths, strict=True):
            name.symlink_to(path)
        java = (tools.java(), *OPTIONS, f"-Djava.io.tmpdir={folder}", "-jar", jar)
        report = json.loads(running.run([*java, *SWITCHES, *names], folder))
    messages = [_message(each, pages) for each in report["messages"]]
    true = (each for each in messages if not _is_false_alarm(each))
    return NuReport(report["version"], tuple(sorted(true)))


def _is_false_alarm(message: NuMessage) -> bool:
    """Tell whether the checker says that a policy forbids what it allows."""
    said = message.text.startswith(FALSE_ALARM)
    return said and bool(ALLOWED.search(message.page.read_bytes()))


def _message(message: Any, pages: Sequence[Path]) -> NuMessage:
    """Read one message; its address ends in the number of its page."""
    number = int(Path(unquote(urlsplit(message["url"]).path)).stem)
    line = message.get("firstLine", message.get("lastLine", 0))
    return NuMessage(
        page=pages[number],
        line=max(0, line),
        column=max(0, message.get("firstColumn", message.get("lastColumn", 0))),
        kind=": ".join(message[key] for key in ("type", "subType") if key in message),
        text=message["message"],
        extract=" ".join(message.get("extract", "").split()),
    )
