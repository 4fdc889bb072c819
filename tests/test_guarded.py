"""Strangers' files: one clear line each, nothing written elsewhere, little memory, little time."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hostile
from colofon import guarded
from colofon.finding import Place, Refused
from colofon.guarded import Members, Unsafe, pdfs, process, xmls
from conftest import ROOT
from finished import finished

MEGA = 1_000_000

WATCHED = """
import json, resource, sys
from pathlib import Path
from colofon import guarded
try:
    said = str(guarded.apart(guarded.checked, Path(sys.argv[1]))), ""
except guarded.Unsafe as unsafe:
    said = str(unsafe), unsafe.code
used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([*said, used]))
"""
"""What is run to see a file refused, and how much memory (in kB) was in use to read it.

Only that of its child counts: its own figure begins with that of whoever started it.
"""


def watched(path: Path) -> tuple[str, str, int, float]:
    """Check a file in a process that is watched: what it said, code, kB of memory, seconds."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert not done.stderr
    said, code, memory = json.loads(done.stdout)
    return said, code, memory, time.monotonic() - began


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_a_hostile_file_gets_one_line(name: str, tmp_path: Path) -> None:
    """The line says what is wrong; memory stays below 500 MB and time below 10 s."""
    code, make = hostile.HOSTILE[name]
    said, came, memory, seconds = watched(make(tmp_path))
    assert code == came, said
    assert len(said.splitlines()) == 1
    assert said.isprintable()
    assert memory < 500 * 1024
    assert seconds < 10


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_nothing_is_written_outside_the_target(name: str, tmp_path: Path) -> None:
    """Whoever unpacks a hostile ZIP finds nothing but what was there before."""
    inside, target = tmp_path / "sent", tmp_path / "deep" / "target"
    inside.mkdir()
    path = hostile.HOSTILE[name][1](inside)
    before = {each for each in tmp_path.rglob("*") if target not in each.parents}
    with contextlib.suppress(Unsafe):
        guarded.unpack(Members(path), target)
    after = {each for each in tmp_path.rglob("*") if target not in each.parents}
    assert after - before <= {target, target.parent}
    assert not any(each.is_symlink() for each in tmp_path.rglob("*"))


def test_every_output_of_ours_is_safe() -> None:
    """Nothing is refused that we make."""
    edition = finished()
    outputs = sorted(edition.build.glob(f"{edition.slug}*"))
    assert len(outputs) > 12
    assert {guarded.checked(each) for each in outputs} == set(guarded.Kind)


def _cuts(data: bytes) -> list[int]:
    """Return where to cut a file: everywhere near its ends, and at many places between."""
    return [
        *range(80),
        *range(80, len(data) - 200, len(data) // 40),
        *range(len(data) - 200, len(data)),
    ]


def _refused(data: bytes) -> str:
    """Check some bytes, and return the code of what is said of them."""
    path = Path(finished().build / "cut")
    path.write_bytes(data)
    try:
        guarded.checked(path)
    except Unsafe as unsafe:
        refused = unsafe
    else:
        return ""
    finally:
        path.unlink()
    assert len(str(refused).splitlines()) == 1
    return refused.code


def test_a_zip_cut_anywhere_is_refused() -> None:
    """An EPUB that lost its end never passes, though the ZIP in it still has its own."""
    data = (finished().build / "por-la-paz.epub").read_bytes()
    said = {_refused(data[:cut]) for cut in _cuts(data) if cut >= 4}
    assert {"truncated"} <= said <= {"truncated", "unsafe-zip"}


@pytest.mark.parametrize("which", ["print", "screen"])
def test_a_pdf_cut_anywhere_is_refused(which: str) -> None:
    """A PDF that lost its end never passes, but for its last line end."""
    data = (finished().build / f"por-la-paz-{which}.pdf").read_bytes().rstrip()
    said = {_refused(data[:cut]) for cut in _cuts(data) if cut >= 5}
    assert said == {"truncated"}


def _mutated(name: str) -> st.SearchStrategy[bytes]:
    """Change bytes of one of our files, in many ways."""
    data = (finished().build / name).read_bytes()
    places = st.one_of(st.integers(0, len(data) - 1), st.integers(len(data) - 2000, len(data) - 1))
    change = st.tuples(places, st.binary(min_size=0, max_size=4), st.integers(0, 40))

    def apply(changes: list[tuple[int, bytes, int]]) -> bytes:
        changed = data
        for at, new, drop in changes:
            changed = changed[:at] + new + changed[at + drop :]
        return changed

    return st.lists(change, min_size=1, max_size=4).map(apply)


FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@FUZZ
@given(st.data())
def test_no_change_of_a_file_gives_a_traceback(data: st.DataObject) -> None:
    """Whatever happened to an EPUB or a PDF, it is read or refused."""
    name = data.draw(
        st.sampled_from(["por-la-paz.epub", "por-la-paz-archive.pdf", "por-la-paz-print.pdf"])
    )
    _refused(data.draw(_mutated(name)))


@FUZZ
@given(st.sampled_from([b"", b"PK\3\4", b"PK\5\6", b"%PDF-1.7\n"]), st.binary(), st.binary())
def test_no_bytes_give_a_traceback(head: bytes, middle: bytes, tail: bytes) -> None:
    """Whatever the bytes, they are read or refused."""
    end = b"\n%%EOF" if head.startswith(b"%") else b"PK\5\6" + bytes(18)
    _refused(head + middle + tail)
    _refused(head + middle + end)


# --- unpacking


def test_a_zip_is_unpacked_whole(tmp_path: Path) -> None:
    """Every member is there with its bytes, and nothing else."""
    members = Members(finished().build / "por-la-paz.epub")
    guarded.unpack(members, tmp_path / "into")
    files = {each for each in (tmp_path / "into").rglob("*") if each.is_file()}
    assert files == {tmp_path / "into" / name for name in members}
    assert all((tmp_path / "into" / name).read_bytes() == members[name] for name in members)


def test_only_an_empty_folder_is_unpacked_into(tmp_path: Path) -> None:
    """A folder with something in it, a link and a file are refused."""
    full, link, file = tmp_path / "full", tmp_path / "link", tmp_path / "file"
    full.mkdir()
    (full / "mine").touch()
    (tmp_path / "elsewhere").mkdir()
    link.symlink_to(tmp_path / "elsewhere")
    file.touch()
    members = Members(hostile.plain())
    for into in (full, link, file, file / "below"):
        with pytest.raises(Unsafe, match="bad-target"):
            guarded.unpack(members, into)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_damaged_zip_is_not_unpacked_in_part(tmp_path: Path) -> None:
    """A bad checksum in the last member is seen before the first is written."""
    members = Members(hostile.wrong_checksum(tmp_path))
    with pytest.raises(Unsafe, match=r"EPUB/x\.txt"):
        guarded.unpack(members, tmp_path / "into")
    assert not (tmp_path / "into").exists()


# --- the process apart


def give_back(value: object) -> object:
    """Return what it was given."""
    return value


def test_a_process_apart_gives_the_result() -> None:
    """What a function returns, or the line with which it refuses, comes through."""
    assert guarded.apart(guarded.kind, b"%PDF-1.7") is guarded.Kind.PDF
    assert guarded.apart(give_back, {"a": [1, (2.5, None)]}) == {"a": [1, (2.5, None)]}
    with pytest.raises(Refused, match="EPUB/x"):
        guarded.apart(xmls.parsed, b"<a>", Place("a.epub", part="EPUB/x"))


def spin() -> None:
    """Never end."""
    while True:
        pass


def sleep() -> None:
    """Wait for long, which takes no time of the processor."""
    time.sleep(60)


def swell() -> int:
    """Ask for memory without end."""
    kept = []
    while True:
        kept.append(bytes(10 * MEGA))


def crash() -> None:
    """Die as a library does that a file brings down."""
    os.abort()


def fail() -> None:
    """Run into a fault of ours."""
    raise KeyError("here\nand there")


def lie() -> object:
    """Answer with something that would run here."""
    return print


@pytest.mark.parametrize(
    ("function", "code"),
    [
        (spin, "too-slow"),
        (sleep, "too-slow"),
        (swell, "too-much"),
        (crash, "unreadable"),
        (fail, "unreadable"),
    ],
)
def test_a_process_apart_is_bounded(function: object, code: str) -> None:
    """Time, memory, a crash and a fault: one line each."""
    seconds = 1 if code == "too-slow" else process.SECONDS
    with pytest.raises(Unsafe) as refused:
        guarded.apart(function, place="a.epub", seconds=seconds)  # type: ignore[arg-type]
    assert code == refused.value.code
    assert len(str(refused.value).splitlines()) == 1


def test_an_answer_is_data() -> None:
    """Nothing that an answer names is called here."""
    with pytest.raises(Unsafe, match="print"):
        guarded.apart(lie)


def test_attachments_are_read() -> None:
    """The source is in the PDF for archives."""
    path = finished().build / "por-la-paz-archive.pdf"
    with pdfs.opened(path) as pdf:
        carried = pdfs.attachments(pdf, Place(str(path)))
    assert carried["por-la-paz.source.zip"] == (finished().build / "source.zip").read_bytes()
    assert process.SECONDS < 10
