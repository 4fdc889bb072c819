"""A command -> what it printed, with a home of its own, a limit of time, and nothing left over."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path

from colofon.clients import tools

TIME_LIMIT = 600.0  # seconds for one command
ENDING_LIMIT = 10.0  # seconds for a command to end its browser when it is told to
LOG_TAIL = 2000  # characters of what a failed command printed

FLAGS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name leads out of the machine
    "--disable-quic",
    "--disable-gpu",
    "--disable-breakpad",
    "--disable-sync",
    "--disable-component-update",
    "--disable-background-networking",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=en",
)


class ClientError(RuntimeError):
    """A client ended or hung instead of answering: nothing was judged."""


@contextlib.contextmanager
def home() -> Generator[Path, None, None]:
    """Give a command a folder for its profile, logs and temporary files; take it away again."""
    with tempfile.TemporaryDirectory(prefix="colofon-client-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def browser(folder: Path) -> Path:
    """Write a program into a folder that starts Chromium with our flags; raises NotEquipped.

    Ace starts the browser by itself and takes no flags, only the path of a program.
    """
    program = folder / "chromium"
    command = shlex.join([str(tools.chromium().resolve()), *FLAGS])
    program.write_text(f'#!/bin/sh\nexec {command} "$@"\n', "utf-8")
    program.chmod(0o755)
    return program


def run(command: Sequence[str | Path], folder: Path, **environment: str) -> str:
    """Run a command at home in a folder, and return what it printed; raises ClientError."""
    process = subprocess.Popen(  # noqa: S603  # programs that `tools` found
        command,
        cwd=folder,
        env=_environment(folder) | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    name = Path(command[0]).name
    try:
        printed, complaints = process.communicate(timeout=TIME_LIMIT)
    except subprocess.TimeoutExpired:
        raise ClientError(f"{name} gave no answer in {TIME_LIMIT:g} s.") from None
    finally:
        _end(process)
    if process.returncode:
        said = f"{printed}\n{complaints}".strip()[-LOG_TAIL:]
        raise ClientError(f"{name} ended with {process.returncode}: {said}")
    return printed


def _environment(folder: Path) -> dict[str, str]:
    """Let a command find programs, and nothing of the person who runs it."""
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    return kept | {"HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _end(process: subprocess.Popen[str]) -> None:
    """End a command that still runs: first let it end its browser, then end what is left."""
    if process.poll() is None:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(ENDING_LIMIT)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdout, process.stderr):
        if pipe:
            pipe.close()
