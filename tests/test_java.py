"""The validator process: one JVM for a run, from wheels only, that never answers wrongly."""

from __future__ import annotations

import http.server
import json
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from weasyprint import HTML

from colofon import java
from colofon.finding import NotJudged
from colofon.java import process

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""

PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="es">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:12345678-1234-4234-8234-123456789abc</dc:identifier>
<dc:title>Prueba</dc:title><dc:language>es</dc:language>
<meta property="dcterms:modified">2026-11-22T00:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="text"/></spine></package>"""

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="es"
 xml:lang="es"><head><title>Prueba</title></head><body>{}</body></html>"""

NAV = '<nav epub:type="toc"><ol><li><a href="text.xhtml">Uno</a></li></ol></nav>'

EPUB_2 = """<?xml version="1.0"?>
<!DOCTYPE package SYSTEM "{}"><package xmlns="http://www.idpf.org/2007/opf" version="2.0"/>"""

HOSTILE_NAMES = [
    b"two words.epub",
    b"100%41#a?b&c=d.epub",
    b"-rf.epub",
    b"'quoted\" \\ $HOME `id`.epub",
    "«paz» мир 平和 e\u0301.epub".encode(),
    b"not utf-8 \xff\xfe.epub",
    b"line\nbreak\ttab.epub",
    b"a" * 250 + b".epub",
]


def make_epub(path: Path, body: str = "<p>Hola</p>", package: str = PACKAGE) -> Path:
    """Write a minimal EPUB 3 with zipfile alone."""
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": package,
        "EPUB/nav.xhtml": PAGE.format(NAV),
        "EPUB/text.xhtml": PAGE.format(body),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def make_pdf(path: Path, variant: str | None = "pdf/ua-1") -> Path:
    """Write a PDF of one paragraph with WeasyPrint alone."""
    page = '<html lang="es"><head><title>Prueba</title></head><body><p>Hola</p></body></html>'
    HTML(string=page).write_pdf(path, pdf_variant=variant)
    return path


def codes(path: Path) -> set[str]:
    """Validate an EPUB and return the ids of its messages."""
    return {message.id for message in java.epubcheck(path).messages}


def child() -> process._Child:
    """Return the running validator process."""
    running = process._VALIDATOR._child
    assert running
    return running


@pytest.fixture
def fresh() -> Iterator[None]:
    """Start a test without a validator process, and leave none behind."""
    process._VALIDATOR.close()
    yield
    process._VALIDATOR.close()


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


def ends(pid: int, seconds: float = 20) -> bool:
    """Wait for a process to end."""
    limit = time.monotonic() + seconds
    while is_alive(pid) and time.monotonic() < limit:
        time.sleep(0.05)
    return not is_alive(pid)


def test_two_validators_share_one_process(tmp_path: Path) -> None:
    """EPUBCheck, veraPDF and EPUBCheck again are answered by one and the same JVM."""
    book, pdf = make_epub(tmp_path / "a.epub"), make_pdf(tmp_path / "a.pdf")
    before = java.epubcheck(book)
    first = child()
    assert java.verapdf(pdf, "ua1").compliant
    assert java.verapdf(pdf, "2a").compliant is False
    assert java.epubcheck(book) == before
    assert child() is first


def test_messages_of_two_books_do_not_mix(tmp_path: Path) -> None:
    """A sound book after a broken one is sound, and the broken one broken again."""
    good = make_epub(tmp_path / "good.epub")
    bad = make_epub(tmp_path / "bad.epub", '<p><a href="none.xhtml">a</a></p>')
    assert [codes(path) for path in (bad, good, bad, good)] == [{"RSC-007"}, set()] * 2
    tagged, plain = make_pdf(tmp_path / "a.pdf"), make_pdf(tmp_path / "b.pdf", None)
    verdicts = [java.verapdf(path, "ua1").failures for path in (plain, tagged, plain, tagged)]
    assert verdicts[0] == verdicts[2] != ()
    assert verdicts[1] == verdicts[3] == ()


def test_a_message_knows_its_place(tmp_path: Path) -> None:
    """A fault of a member has member, line and column; one of the file as a whole has none."""
    bad = make_epub(tmp_path / "a.EPUB", "\n<p>\n<b>Hola</i></p>")
    messages = java.epubcheck(bad).messages
    found = {(message.id, message.severity, message.member, message.line) for message in messages}
    assert ("RSC-016", "FATAL", "EPUB/text.xhtml", 5) in found
    assert ("PKG-016", "WARNING", "", 0) in found
    assert all(message.column > 0 for message in messages if message.member)
    assert str(tmp_path) not in repr(messages)
    assert "colofon-java" not in repr(messages)


def test_suggestions_and_mild_messages_are_kept(tmp_path: Path) -> None:
    """USAGE messages come with their own severity, and EPUBCheck's suggestions with all."""
    book = make_epub(tmp_path / "a.txt")
    [message] = java.epubcheck(book).messages
    assert (message.id, message.severity) == ("PKG-024", "USAGE")
    assert ".epub" in message.suggestion


def test_every_place_of_a_repeated_fault_is_told(tmp_path: Path) -> None:
    """EPUBCheck's own JSON report stops at 25 places of a message; ours does not."""
    bad = make_epub(tmp_path / "a.epub", '<p><a href="none.xhtml">a</a></p>\n' * 40)
    places = {message.line for message in java.epubcheck(bad).messages}
    assert len(places) == 40


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=ascii)
def test_any_file_name_will_do(tmp_path: Path, name: bytes) -> None:
    """Names with blanks, quotes, «%», line breaks or broken UTF-8 change no verdict."""
    path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))  # noqa: PTH118  # bytes
    assert codes(make_epub(path)) == set()


@pytest.mark.parametrize(
    "content", [b"", b"no archive", b"PK\x03\x04" + bytes(500), b"PK\x05\x06" + bytes(18)]
)
def test_garbage_gives_messages_not_crashes(tmp_path: Path, content: bytes) -> None:
    """A file that is no book or no PDF is at fault; the process lives on."""
    path = tmp_path / "a.epub"
    path.write_bytes(content)
    report = java.epubcheck(path)
    before = child()
    assert any(message.severity == "FATAL" for message in report.messages)
    assert report.items == 0
    [failure] = java.verapdf(path, "ua1").failures
    assert (failure.clause, failure.test) == ("", 0)
    assert "veraPDF cannot judge the file" in failure.message
    assert child() is before


def test_an_exception_of_epubcheck_is_a_fatal_message(tmp_path: Path) -> None:
    """A broken book that throws EPUBCheck off is at fault, and never passes."""
    bad = make_epub(tmp_path / "a.epub", package="<package")
    [fatal, *_] = [each for each in java.epubcheck(bad).messages if each.severity == "FATAL"]
    assert fatal.text


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """A path to nothing raises before any validator sees it."""
    with pytest.raises(FileNotFoundError):
        java.epubcheck(tmp_path / "none.epub")


def test_an_unknown_standard_is_an_error(tmp_path: Path) -> None:
    """veraPDF is never asked for a standard that it does not have."""
    with pytest.raises(KeyError):
        java.verapdf(make_pdf(tmp_path / "a.pdf"), "ua9")


@pytest.mark.parametrize("flavour", java.STANDARDS)
def test_every_standard_has_its_profile(tmp_path: Path, flavour: str) -> None:
    """Each standard's rules are found in the jar, and tests are made on a PDF."""
    validation = java.verapdf(make_pdf(tmp_path / "a.pdf"), flavour)
    assert validation.assertions > 0
    assert validation.compliant == (flavour == "ua1")


def test_messages_are_english_everywhere(tmp_path: Path) -> None:
    """Another locale, time zone or Java setting of the user changes no word."""
    bad = make_epub(tmp_path / "a.epub", '<p><a href="none.xhtml">a</a><u id="1"/></b></p>')
    here = repr(java.epubcheck(bad))
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
    book = make_epub(tmp_path / "a.epub")
    code = (
        "import sys, pathlib; from colofon import java; from colofon.java import process;"
        "java.epubcheck(pathlib.Path(sys.argv[1])); print(process._VALIDATOR._child.process.pid)"
    )
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    pid = int(in_another_python(code, str(book), TMPDIR=str(scratch)))
    assert not is_alive(pid)
    assert not list(scratch.iterdir())


def test_the_process_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    """SIGKILL of the parent ends the JVM even in the midst of a request, and it tidies up."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    os.mkfifo(tmp_path / "a.epub")  # a request that never ends
    code = (
        "import os, sys, pathlib; from colofon import java; from colofon.java import process;"
        "start = process._Child.start\n"
        "def told():\n child = start(); print(child.process.pid, flush=True); return child\n"
        "process._Child.start = told; java.epubcheck(pathlib.Path(sys.argv[1]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "a.epub")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        limit = time.monotonic() + 20
        while not list(scratch.glob("colofon-java-*")) and time.monotonic() < limit:
            time.sleep(0.05)
        parent.kill()
    assert ends(pid)
    assert not list(scratch.iterdir())


@pytest.mark.usefixtures("fresh")
def test_a_killed_process_is_an_error_and_the_next_request_starts_anew(tmp_path: Path) -> None:
    """A JVM that dies is never taken for a pass; it says how it died."""
    book = make_epub(tmp_path / "a.epub")
    assert codes(book) == set()
    child().process.send_signal(signal.SIGKILL)
    with pytest.raises(java.ValidatorError, match=r"exit code -9"):
        java.epubcheck(book)
    assert codes(book) == set()


@pytest.mark.usefixtures("fresh")
def test_a_crash_shows_the_traceback(tmp_path: Path) -> None:
    """A fault of ours inside the process is raised here with its last words."""
    request = {"validator": "verapdf", "standard": "PDF/A-0"}
    with pytest.raises(java.ValidatorError, match=r"KeyError.*PDFA-0\.xml"):
        process.ask(request, make_pdf(tmp_path / "a.pdf"))


@pytest.mark.usefixtures("fresh")
def test_a_request_has_a_time_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A validator that hangs is ended, and that is an error."""
    os.mkfifo(tmp_path / "a.epub")
    monkeypatch.setattr(process, "TIME_LIMIT", 1.5)
    with pytest.raises(java.ValidatorError, match=r"no answer in 1\.5 s"):
        java.epubcheck(tmp_path / "a.epub")


def test_a_fork_has_a_process_of_its_own(tmp_path: Path) -> None:
    """After a fork each Python asks its own JVM, and the parent's goes on."""
    book = make_epub(tmp_path / "a.epub")
    code = (
        "import os, sys, pathlib; from colofon import java; from colofon.java import process\n"
        "book = pathlib.Path(sys.argv[1]); java.epubcheck(book)\n"
        "mine = process._VALIDATOR._child.process.pid\n"
        "pid = os.fork()\n"
        "if not pid:\n"
        " java.epubcheck(book); other = process._VALIDATOR._child.process.pid\n"
        " process._VALIDATOR.close(); os._exit(0 if other != mine else 1)\n"
        "status = os.waitpid(pid, 0)[1]; report = java.epubcheck(book)\n"
        "print([status, len(report.messages), process._VALIDATOR._child.process.pid == mine])"
    )
    assert json.loads(in_another_python(code, str(book)).lower()) == [0, 0, True]


def test_threads_take_turns(tmp_path: Path) -> None:
    """Requests of several threads get each its own reply."""
    good = make_epub(tmp_path / "good.epub")
    bad = make_epub(tmp_path / "bad.epub", '<p><a href="none.xhtml">a</a></p>')
    found: dict[int, set[str]] = {}

    def ask(number: int) -> None:
        found[number] = codes(bad if number % 2 else good)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: {"RSC-007"} if number % 2 else set() for number in range(8)}


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


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """A book that names a DTD on a server is judged without asking the server."""
    asked = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/a.dtd"
        body = f'<p>&x;</p><script src="{url}"></script><img src="{url}" alt=""/>'
        page = make_epub(tmp_path / "a.epub", body)
        package = make_epub(tmp_path / "b.epub", package=EPUB_2.format(url))
        assert java.epubcheck(page).messages
        assert java.epubcheck(package).messages
        server.shutdown()
    assert asked == []
