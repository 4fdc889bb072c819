"""What the validators answer: every message, its place, and never the wrong verdict."""

from __future__ import annotations

import http.server
import os
import threading
from pathlib import Path

import pytest
from validator_files import EPUB_2, make_epub, make_pdf

from colofon import java
from colofon.java import process

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


def codes(path: Path) -> set[str]:
    """Validate an EPUB and return the ids of its faults."""
    faults = {"FATAL", "ERROR", "WARNING"}
    return {each.id for each in java.epubcheck(path).messages if each.severity in faults}


def child() -> process.Child:
    """Return the running validator process."""
    running = process.VALIDATOR.child
    assert running
    return running


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
    """Even suppressed messages come, each with its severity and EPUBCheck's suggestion."""
    messages = java.epubcheck(make_epub(tmp_path / "a.txt")).messages
    found = {message.id: (message.severity, message.suggestion) for message in messages}
    assert found == {
        "ACC-007": ("SUPPRESSED", ""),
        "PKG-024": ("USAGE", 'For maximum compatibility, use ".epub".'),
    }


def test_every_place_of_a_repeated_fault_is_told(tmp_path: Path) -> None:
    """EPUBCheck's own JSON report stops at 25 places of a message; ours does not."""
    bad = make_epub(tmp_path / "a.epub", '<p><a href="none.xhtml">a</a></p>\n' * 40)
    messages = java.epubcheck(bad).messages
    assert len({message.line for message in messages if message.id == "RSC-007"}) == 40


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
    [thrown] = [each for each in java.epubcheck(bad).messages if "Exception" in each.id]
    assert (thrown.severity, thrown.member) == ("FATAL", "")
    assert thrown.text.startswith("EPUBCheck cannot judge the file: java.lang.")


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """A path to nothing raises before any validator sees it."""
    with pytest.raises(FileNotFoundError):
        java.epubcheck(tmp_path / "none.epub")


def test_an_unknown_standard_is_an_error(tmp_path: Path) -> None:
    """No validator is asked for a standard that it does not have."""
    with pytest.raises(KeyError):
        java.verapdf(make_pdf(tmp_path / "a.pdf"), "ua9")


@pytest.mark.parametrize("flavour", java.STANDARDS)
def test_every_standard_has_its_profile(tmp_path: Path, flavour: str) -> None:
    """Each standard's rules are found in the jar, and tests are made on a PDF."""
    validation = java.verapdf(make_pdf(tmp_path / "a.pdf"), flavour)
    assert validation.assertions > 0
    assert validation.compliant == (flavour == "ua1")


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
