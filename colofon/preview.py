"""`dist/` on a port of this machine, and built again whenever a source is saved."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path, PurePosixPath

from doit.exceptions import TaskFailed

from colofon import publish, styles
from colofon.catalogue import kinds

HOST = "127.0.0.1"
"""Nobody else on the network sees the preview."""

PORT = 8000
LAST_PORT = 65_535

PAUSE = 500
"""Milliseconds after which the watcher says that nothing was saved."""

MEDIA_TYPES = {**kinds.FEEDS, publish.SUMS: "text/plain"}
"""Of the files of `dist/` whose names do not end as those of a work."""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers with the files of `dist/` as they are now, and says nothing of it."""

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Return the media type of a file, with its encoding if it is text."""
        found = media_type(PurePosixPath(os.fspath(path)))
        return f"{found}; charset=utf-8" if found.startswith("text/") else found

    def end_headers(self) -> None:
        """Ask browsers to keep nothing: a save may change any file."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Leave the terminal to the findings."""


class Server(http.server.ThreadingHTTPServer):
    """A server that a browser may leave in the middle of an answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore a connection that was closed; tell of any other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as it came


def media_type(path: PurePosixPath) -> str:
    """Return the media type of a file of `dist/`; a work's files are in a folder of its name."""
    suffix = path.name.removeprefix(path.parent.name)
    return MEDIA_TYPES.get(path.name) or kinds.kind(suffix).media_type


def serve(port: int) -> TaskFailed | None:
    """Serve `dist/` until Ctrl-C; build at once, and again after each save.

    What is served is always what was published last. Port 0 takes any that is free.
    """
    if not Path("source").is_dir():
        return TaskFailed("There is no folder source/ here: run doit serve where the works are.")
    dist = Path("dist")
    dist.mkdir(exist_ok=True)
    try:
        server = Server((HOST, port), functools.partial(Handler, directory=str(dist.resolve())))
    except (OSError, OverflowError) as error:
        other = port + 1 if port < LAST_PORT else PORT
        hint = f"Try another port: doit serve --port {other}"
        return TaskFailed(f"Port {port} cannot be had: {error}. {hint}")
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"http://{HOST}:{server.server_port}/  (Ctrl-C ends)", flush=True)  # noqa: T201  # what the user asked for
        try:
            _build_and_watch()
        except KeyboardInterrupt:
            print()  # noqa: T201  # the line where ^C stands
        server.shutdown()
    return None


def _build_and_watch() -> None:
    """Build, and again after each save, until interrupted.

    The watcher is at work before the first build, so that no save is missed.
    """
    from watchfiles import watch  # noqa: PLC0415  # heavy, and only for this task

    folders = (Path("source"), styles.FOLDER)
    built = False
    for saved in watch(*folders, rust_timeout=PAUSE, yield_on_timeout=True):
        if saved or not built:
            _build()
            built = True


def _build() -> None:
    """Run the recipe in a session of its own, which Ctrl-C does not reach, and end it then."""
    command = [sys.executable, "-m", "doit", "run", "--reporter", "error-only"]
    with subprocess.Popen(command, start_new_session=True) as running:  # noqa: S603  # it is us
        try:
            running.wait()
        except KeyboardInterrupt:
            with contextlib.suppress(ProcessLookupError):  # it may just have ended
                os.killpg(running.pid, signal.SIGTERM)
            raise
