"""Requests on standard input -> replies on standard output, one JSON text a line, until EOF."""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import IO, Any

from colofon.java import epub, machine, pdf
from colofon.java.process import SCRATCH


def _listen(requests: IO[str], waiting: SimpleQueue[str], scratch: TemporaryDirectory[str]) -> None:
    """Queue each request; at the end of the input end this process, even in the midst of one."""
    for line in requests:
        waiting.put(line)
    scratch.cleanup()
    os._exit(0)


def _copy(request: dict[str, str], scratch: str) -> Path:
    """Copy the file to a plain name: validators stumble over «%», «#» and undecodable bytes."""
    original = Path(os.fsdecode(bytes.fromhex(request["file"])))
    suffix = original.suffix if original.suffix.isascii() else ""
    copy = Path(scratch, f"book{suffix}")
    shutil.copyfile(original, copy)
    return copy


def _answer(request: dict[str, str], scratch: str) -> dict[str, Any]:
    """Let the validator that the request names judge the request's file."""
    copy = _copy(request, scratch)
    try:
        if request["validator"] == "epubcheck":
            return epub.validate(copy)
        return pdf.validate(copy, request["standard"])
    finally:
        copy.unlink()


def main() -> None:
    """Answer each request in turn; whatever goes wrong ends the process with a traceback."""
    requests, replies = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what Java's libraries print goes to the log, not among the replies
    scratch = TemporaryDirectory(prefix=f"{SCRATCH}{os.getpid()}-", ignore_cleanup_errors=True)
    waiting: SimpleQueue[str] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests, waiting, scratch), daemon=True).start()
    machine.start(Path(sys.argv[1]), scratch.name)
    while True:
        reply = _answer(json.loads(waiting.get()), scratch.name)
        print(json.dumps(reply), file=replies, flush=True)


if __name__ == "__main__":
    main()
