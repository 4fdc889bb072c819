"""The text of a master -> pandoc's syntax tree, with the place of every node."""

from __future__ import annotations

import json
from typing import Any

import pypandoc

from colofon.finding import Finding, Place, Refused
from colofon.heard import listening
from colofon.source import Master

READER = "commonmark_x+sourcepos" + "".join(
    f"-{extension}"
    for extension in (
        "alerts",
        "emoji",
        "gfm_auto_identifiers",
        "implicit_header_references",
        "raw_attribute",
        "smart",
        "task_lists",
        "tex_math_dollars",
        "yaml_metadata_block",
    )
)
"""The dialect of a master. `raw_html` stays on: it marks HTML so that we can refuse it."""

FLAGS = ["--sandbox"]
"""No file and no network is read, whatever the master asks (pandoc manual, «Security»)."""


def parse(master: Master, body: int) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """Parse a master from its line `body` on, into pandoc's JSON tree and its warnings.

    The lines before are handed over empty, so that `data-pos` counts as the file does.
    Raise `Refused` if pandoc cannot read the text.
    """
    lines = master.text.split("\n")
    text = "\n" * (body - 1) + "\n".join(lines[body - 1 :])
    place = Place(master.path, body)

    def warned(message: str) -> Finding:
        return Finding("pandoc", f"pandoc warns: {message}", place)

    with listening("pypandoc", warned) as findings:
        try:
            tree = pypandoc.convert_text(
                text, "json", format=READER, extra_args=FLAGS, verify_format=False
            )
        except RuntimeError as error:
            raise Refused([Finding("pandoc", f"pandoc cannot read it: {error}", place)]) from None
    return json.loads(tree), tuple(findings)
