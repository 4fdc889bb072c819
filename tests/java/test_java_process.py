"""The validator process: one JVM for a run, from wheels only, that ends with its parent."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from validator_files import garbage, make_epub, make_pdf

from colofon import java
from colofon.finding import NotJudged
from colofon.java import process


def child() -> process.Child:
    """Return the running validator process."""
    running = process.VALIDATOR.child
    assert running
    return running


@pytest.fixture
def fresh() -> Iterator[None]:
    """Start a test without a validator process, and leave none behind."""
    process.VALIDATOR.close()
    yield
    process.VALIDATOR.close()


def in_another_python(code: str, *arguments: str, **environment: str) -> str:
    """Run code in a Python of its own and return what it printed."""
    paths = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": paths, **environment},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; a zombie does not."""
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def comes(condition: Callable[[], bool], seconds: float = 20) -> bool:
    """Wait until something holds."""
    limit = time.monotonic() + seconds
    while not condition() and time.monotonic() < limit:
        time.sleep(0.02)
    return condition()


def test_messages_are_english_everywhere(tmp_path: Path) -> None:
    """Another locale, time zone or Java setting of the user changes no word."""
    bad = make_epub(tmp_path / "a.epub", '<li>Hola</li><a href="none.xhtml"/>')
    here = repr(java.epubcheck(bad))
    assert 'element "li" not allowed here' in here
    code = (
        "import sys, pathlib; from colofon import java;"
        "print(java.epubcheck(pathlib.Path(sys.argv[1])))"
    )
    settings = {
        "LC_ALL": "es_ES.UTF-8",
        "LANG": "de_DE",
        "TZ": "Asia/Tokyo",
        "JAVA_TOOL_OPTIONS": "-Duser.language=fr",
        "_JAVA_OPTIONS": "-Duser.language=ja",
        "JAVA_HOME": "/nowhere",
        "CLASSPATH": "/nowhere.jar",
        "PYTHONIOENCODING": "latin-1",
    }
    assert in_another_python(code, str(bad), **settings).strip() == here


def test_the_process_ends_with_its_parent(tmp_path: Path) -> None:
    """A normal exit ends the JVM, and leaves nothing in the temporary folder."""
    book = garbage(tmp_path / "a.epub")
    code = (
        "import sys, pathlib; from colofon import java; from colofon.java import process;"
        "java.epubcheck(pathlib.Path(sys.argv[1])); print(process.VALIDATOR.child.process.pid)"
    )
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    pid = int(in_another_python(code, str(book), TMPDIR=str(scratch)))
    assert not is_alive(pid)
    assert not list(scratch.iterdir())


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
def test_the_process_ends_when_its_parent_is_killed(tmp_path: Path, *, busy: bool) -> None:
    """SIGKILL of the parent ends the JVM, even in the midst of a book, and it tidies up."""
    book = make_epub(tmp_path / "a.epub")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    code = (
        "import sys, time, pathlib; from colofon import java; from colofon.java import process\n"
        "java.epubcheck(pathlib.Path(sys.argv[1])); print(process.VALIDATOR.child.process.pid)\n"
        "sys.stdout.flush(); [java.epubcheck(pathlib.Path(name)) for name in sys.argv[2:]]\n"
        "time.sleep(60)"
    )
    files = [garbage(tmp_path / "b.epub"), book] if busy else [garbage(tmp_path / "b.epub")]
    with subprocess.Popen(
        [sys.executable, "-c", code, *map(str, files)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        assert not busy or comes(lambda: any(scratch.glob("*/book.epub")))
        parent.kill()
    assert comes(lambda: not is_alive(pid))
    assert not list(scratch.iterdir())


def test_stray_output_is_no_reply(tmp_path: Path) -> None:
    """What Java's or Python's libraries print never gets among the replies."""
    code = (
        "import jpype; from colofon.java import __main__ as child, epub\n"
        "def noisy(path):\n"
        " print('noise'); jpype.java.lang.System.out.println('more'); return {'items': 7}\n"
        "epub.validate = noisy; child.main()"
    )
    request = {"validator": "epubcheck", "file": os.fsencode(garbage(tmp_path / "a")).hex()}
    with subprocess.Popen(
        [sys.executable, "-c", code, str(process.java_library())],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as validator:
        assert validator.stdin
        assert validator.stdout
        validator.stdin.write(json.dumps(request) + "\n")
        validator.stdin.flush()
        assert json.loads(validator.stdout.readline()) == {"items": 7}
        rest, log = validator.communicate()
    assert rest == ""
    assert "noise" in log
    assert "more" in log


@pytest.mark.usefixtures("fresh")
def test_a_killed_process_is_an_error_and_the_next_request_starts_anew(tmp_path: Path) -> None:
    """A JVM that dies is never taken for a pass; the error says how it died."""
    book = garbage(tmp_path / "a.epub")
    report = java.epubcheck(book)
    pid = child().process.pid
    child().process.kill()
    with pytest.raises(java.ValidatorError, match=r"exit code -9"):
        java.epubcheck(book)
    assert not list(Path(tempfile.gettempdir()).glob(f"*-{pid}-*"))
    assert java.epubcheck(book) == report


@pytest.mark.usefixtures("fresh")
def test_a_crash_shows_the_traceback(tmp_path: Path) -> None:
    """A fault of ours inside the process is raised here with its last words."""
    request = {"validator": "verapdf", "standard": "PDF/A-0"}
    with pytest.raises(java.ValidatorError, match=r"KeyError.*PDFA-0\.xml"):
        process.ask(request, make_pdf(tmp_path / "a.pdf"))


@pytest.mark.usefixtures("fresh")
def test_a_request_has_a_time_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A validator that hangs, and hears nothing, is killed: that is an error."""
    monkeypatch.setattr(process, "ENDING_LIMIT", 0.2)
    book = garbage(tmp_path / "a.epub")
    report = java.epubcheck(book)
    child().process.send_signal(signal.SIGSTOP)
    monkeypatch.setattr(process, "TIME_LIMIT", 0.2)
    with pytest.raises(java.ValidatorError, match=r"no answer in 0\.2 s"):
        java.epubcheck(book)
    monkeypatch.undo()
    assert java.epubcheck(book) == report


def test_a_fork_has_a_process_of_its_own(tmp_path: Path) -> None:
    """After a fork each Python asks its own JVM, and the parent's goes on."""
    book = garbage(tmp_path / "a.epub")
    code = (
        "import json, os, sys, pathlib\n"
        "from colofon import java; from colofon.java import process\n"
        "book = pathlib.Path(sys.argv[1]); java.epubcheck(book)\n"
        "mine = process.VALIDATOR.child.process.pid\n"
        "pid = os.fork()\n"
        "if not pid:\n"
        " java.epubcheck(book); other = process.VALIDATOR.child.process.pid\n"
        " process.VALIDATOR.close(); os._exit(0 if other != mine else 1)\n"
        "status = os.waitpid(pid, 0)[1]; report = java.epubcheck(book)\n"
        "same = process.VALIDATOR.child.process.pid == mine\n"
        "print(json.dumps([status, len(report.messages), same]))"
    )
    assert json.loads(in_another_python(code, str(book))) == [0, 2, True]


@pytest.mark.usefixtures("fresh")
def test_threads_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests of several threads start one process, and get each its own reply."""
    start, started = process.Child.start, []

    def counted() -> process.Child:
        started.append(start())
        return started[-1]

    monkeypatch.setattr(process.Child, "start", counted)
    pdf, book = make_pdf(tmp_path / "a.pdf"), garbage(tmp_path / "a.epub")
    found: dict[int, bool] = {}

    def ask(number: int) -> None:
        found[number] = java.verapdf(book if number % 2 else pdf, "ua1").compliant

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: number % 2 == 0 for number in range(8)}
    assert len(started) == 1


def test_a_platform_without_java_is_not_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the wheel brings no Java runtime the answer is «not judged», with the reason."""
    monkeypatch.setattr(process, "folder", lambda _package: tmp_path)
    with pytest.raises(NotJudged, match="no Java runtime for this platform"):
        process.java_library()


def test_a_missing_wheel_is_a_bug() -> None:
    """The wheels are required: without one nothing is «not judged»."""
    with pytest.raises(ImportError, match="no-such-wheel"):
        process.folder("no-such-wheel")
