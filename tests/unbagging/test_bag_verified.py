"""A bag that is not what it was is found out, and each finding says where and what."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bagged import SLUG, TOP, manifest, members, packed, sealed, small, unpacked, whole
from colofon import VERSION
from colofon.finding import Finding, Severity
from colofon.guarded import Limits
from colofon.unbagging import verify

Change = Callable[[dict[str, bytes]], object]
EPUB = f"data/outputs/{SLUG}.epub"
TEXT = f"data/outputs/{SLUG}.txt"
MASTER = f"data/project/source/{SLUG}.md"


def found(folder: Path, files: dict[str, bytes]) -> set[tuple[str, str]]:
    """Return code and place of each finding on a bag with these files; each is one line."""
    findings = verify(packed(folder, files))
    assert all("\n" not in str(each) for each in findings)
    return {(each.code, each.place.part) for each in findings}


@pytest.mark.parametrize("made", [whole, small])
def test_a_whole_bag_has_no_fault(tmp_path: Path, made: Callable[[], bytes]) -> None:
    """Nothing is found in a bag as it was made."""
    path = tmp_path / "some name.zip"
    path.write_bytes(made())
    assert verify(path) == ()


def replaced(name: str, old: bytes, new: bytes) -> Change:
    """Change some bytes of a file, which it must hold."""

    def change(files: dict[str, bytes]) -> None:
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)

    return change


def capitals(name: str) -> Change:
    """Write the first checksum of a manifest in capitals."""

    def change(files: dict[str, bytes]) -> None:
        head, _, rest = files[name].partition(b" ")
        assert head != head.upper()
        files[name] = head.upper() + b" " + rest

    return change


def added(name: str, data: bytes = b"?\n") -> Change:
    """Add a file, or to a file."""
    return lambda files: files.update({name: files.get(name, b"") + data})


def gone(name: str) -> Change:
    """Take a file away."""
    return lambda files: files.pop(name)


DAMAGES: dict[str, tuple[Change, str, str]] = {
    "an output": (replaced(EPUB, b"mimetype", b"mimetypf"), "bag-changed", EPUB),
    "a word of the master": (replaced(MASTER, b"paz", b"Paz"), "bag-changed", MASTER),
    "an empty file": (lambda files: files.update({EPUB: b""}), "bag-changed", EPUB),
    "the record": (added("data/buildinfo.json", b" "), "bag-changed", "data/buildinfo.json"),
    "the declaration": (added("bagit.txt", b"\n"), "bag-changed", "bagit.txt"),
    "the description": (
        replaced("bag-info.txt", b"edition 1", b"edition 2"),
        "bag-changed",
        "bag-info.txt",
    ),
    "a file more": (added("data/outputs/more.txt"), "bag-added", "data/outputs/more.txt"),
    "a tag file more": (added("note.txt"), "bag-added", "note.txt"),
    "a file to fetch": (added("fetch.txt", b""), "bag-added", "fetch.txt"),
    "a file less": (gone(TEXT), "bag-missing", TEXT),
    "a manifest less": (gone("manifest-sha512.txt"), "bag-missing", "manifest-sha512.txt"),
    "no seal": (gone("tagmanifest-sha256.txt"), "bag-missing", "tagmanifest-sha256.txt"),
    **{
        f"capitals in {name}": (capitals(name), "bag-checksum", name)
        for kind in ("manifest", "tagmanifest")
        for name in (f"{kind}-sha256.txt", f"{kind}-sha512.txt")
    },
    "a comment": (
        added("tagmanifest-sha512.txt", b"# sound\n"),
        "bag-checksum",
        "tagmanifest-sha512.txt",
    ),
    "a blank line": (
        added("tagmanifest-sha256.txt", b"\n"),
        "bag-checksum",
        "tagmanifest-sha256.txt",
    ),
    "bytes that are no text": (
        added("manifest-sha256.txt", b"\xff"),
        "bag-checksum",
        "manifest-sha256.txt",
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_found_and_named(tmp_path: Path, name: str) -> None:
    """The CRC of each member is mended; the checksums tell."""
    change, code, part = DAMAGES[name]
    files = members(whole())
    change(files)
    assert (code, part) in found(tmp_path, files)


@pytest.mark.parametrize("name", ["manifest-sha256.txt", "manifest-sha512.txt"])
def test_capitals_are_found_even_if_they_are_sealed(tmp_path: Path, name: str) -> None:
    """A manifest with a checksum in capitals and new tag manifests is still not ours."""
    files = members(whole())
    capitals(name)(files)
    tags = {each: data for each, data in files.items() if "/" not in each and "tagm" not in each}
    for algorithm in ("sha256", "sha512"):
        files[f"tagmanifest-{algorithm}.txt"] = manifest(algorithm, tags)
    assert found(tmp_path, files) == {("bag-checksum", name)}


def test_each_fault_is_named(tmp_path: Path) -> None:
    """Three faults are three findings at least, and the same file is named once for each."""
    files = members(whole())
    for name in ("an output", "a file more", "a file less"):
        DAMAGES[name][0](files)
    told = found(tmp_path, files)
    assert {("bag-changed", EPUB), ("bag-missing", TEXT)} < told
    assert ("bag-added", "data/outputs/more.txt") in told


# --- whoever changes files and seals them again


def edited(name: str, change: Callable[[dict[str, object]], object]) -> Change:
    """Change a JSON file."""

    def write(files: dict[str, bytes]) -> None:
        data = json.loads(files[name])
        change(data)
        files[name] = json.dumps(data).encode()

    return write


def components(data: dict[str, object]) -> list[dict[str, object]]:
    """Return the components of a bill."""
    listed = data["components"]
    assert isinstance(listed, list)
    return listed


RECORD, BILL = "data/buildinfo.json", "data/bom.cdx.json"
CRATE, LOCK = "data/ro-crate-metadata.json", "data/tools/requirements.lock"

DISAGREEMENTS: dict[str, tuple[Change, str, str]] = {
    "another output": (replaced(TEXT, b"paz", b"Paz"), "bag-record", TEXT),
    "another master": (replaced(MASTER, b"paz", b"Paz"), "bag-record", MASTER),
    "a lost output": (gone(TEXT), "bag-record", TEXT),
    "an output more": (added("data/outputs/more.txt"), "bag-record", "data/outputs/more.txt"),
    "a file more": (added("data/more.txt"), "bag-crate", "data/more.txt"),
    "another distribution": (
        added(f"data/tools/colofon-{VERSION}.tar.gz"),
        "bag-bill",
        f"data/tools/colofon-{VERSION}.tar.gz",
    ),
    "another lock": (replaced(LOCK, b"weasyprint==70.0", b"weasyprint==69.0"), "bag-bill", BILL),
    "a tool that is not locked": (
        edited(RECORD, lambda data: data.update(tools={"a": {"version": "1", "sha256": []}})),
        "bag-lock",
        RECORD,
    ),
    "a bill with less": (edited(BILL, lambda data: components(data).pop()), "bag-bill", BILL),
    "another Pango": (
        replaced("data/tools/pango.toml", b'sha256 = "', b'sha256 = "0'),
        "bag-bill",
        "data/tools/pango.toml",
    ),
    "another font": (
        added("data/project/styles/fonts/EBGaramond-Regular.ttf"),
        "bag-bill",
        "data/project/styles/fonts/EBGaramond-Regular.ttf",
    ),
    "a record that is no JSON": (added(RECORD), "bag-unreadable", RECORD),
    "a record of another shape": (
        lambda files: files.update({RECORD: b"[]"}),
        "bag-unreadable",
        RECORD,
    ),
    "a crate of another shape": (
        lambda files: files.update({CRATE: b"{}"}),
        "bag-unreadable",
        CRATE,
    ),
    "a lost bill": (gone(BILL), "bag-unreadable", BILL),
}


@pytest.mark.parametrize("name", DISAGREEMENTS)
def test_what_was_sealed_again_disagrees(tmp_path: Path, name: str) -> None:
    """All manifests are written anew: record, bill, lock and crate still tell."""
    change, code, part = DISAGREEMENTS[name]
    files = members(whole())
    change(files)
    told = found(tmp_path, sealed(files))
    assert (code, part) in told
    assert not {each for each in told if each[0] in {"bag-changed", "bag-checksum"}}


# --- the ZIP


def test_a_bag_that_was_packed_again_is_only_a_warning(tmp_path: Path) -> None:
    """Unpacked and packed by another tool, it is whole; that is said."""
    folder = unpacked(whole(), tmp_path)
    path = tmp_path / "again.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for each in sorted(folder.rglob("*")):
            if each.is_file():
                file.write(each, each.relative_to(tmp_path))
    [finding] = verify(path)
    assert (finding.code, finding.severity) == ("bag-zip", Severity.WARNING)


def written(path: Path, *names: str, data: bytes = b"") -> Path:
    """Write a ZIP with members of these names."""
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            file.writestr(zipfile.ZipInfo(name), data)
    return path


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["a.bag/bagit.txt", "a.bag/bagit.txt"], "twice"),
        (["a.bag/bagit.txt", "a.bag/Bagit.txt"], "twice"),
        (["../a"], "outside"),
        (["/a"], "outside"),
        (["a/../../b"], "outside"),
        (["a/b", "c/d"], "one folder"),
        (["a/b"], "no bagit.txt"),
        (["a"], "one folder"),
        ([], "nothing"),
    ],
    ids=str,
)
def test_no_bag_is_refused_in_one_line(tmp_path: Path, names: list[str], words: str) -> None:
    """A ZIP that is no bag, or would be unpacked elsewhere, is refused; nothing is written."""
    folder = tmp_path / "in"
    folder.mkdir()
    [finding] = verify(written(folder / "a.zip", *names))
    assert words in finding.message
    assert [each.name for each in tmp_path.rglob("*")] == ["in", "a.zip"]


def test_no_zip_is_refused(tmp_path: Path) -> None:
    """Text, the half of a bag, and no file at all are one line each."""
    path = tmp_path / "a.zip"
    assert "cannot be opened" in str(verify(path)[0])
    half = whole()[: len(whole()) // 2]
    for data, code in (
        (b"", "truncated"),
        (b"words", "not-a-zip"),
        (half, "truncated"),
        (whole()[:-1], "truncated"),
    ):
        path.write_bytes(data)
        [finding] = verify(path)
        assert finding.code == code


def altered(folder: Path, at: int, bits: int) -> tuple[Finding, ...]:
    """Verify the small bag with one byte changed."""
    data = bytearray(small())
    data[at] ^= bits
    path = folder / "altered.bag.zip"
    path.write_bytes(data)
    return verify(path)


@settings(max_examples=400, deadline=None)
@given(at=st.deferred(lambda: st.integers(0, len(small()) - 1)), bits=st.integers(1, 255))
def test_no_byte_can_change_unseen(
    tmp_path_factory: pytest.TempPathFactory, at: int, bits: int
) -> None:
    """Whatever byte of the file is another, it is found, and Python raises nothing."""
    assert altered(tmp_path_factory.getbasetemp(), at, bits)


def test_no_byte_of_the_directory_can_change_unseen(tmp_path: Path) -> None:
    """Each byte of one local header, one entry of the directory and the end is looked at."""
    data = small()
    entry, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    for start, stop in ((0, 60), (entry, entry + 80), (end, len(data))):
        for at in range(start, stop):
            assert altered(tmp_path, at, 1 << at % 8), at


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_no_byte_of_a_member_can_change_unseen(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """With its CRC mended, every changed byte of every member is found, and its member named."""
    files = members(small())
    name = data.draw(st.sampled_from(sorted(name for name in files if files[name])))
    at = data.draw(st.integers(0, len(files[name]) - 1))
    changed = bytearray(files[name])
    changed[at] ^= data.draw(st.integers(1, 255))
    assert zlib.crc32(changed) != zlib.crc32(files[name])
    folder = tmp_path_factory.mktemp("member")
    told = found(folder, {**files, name: bytes(changed)})
    assert told
    assert name in {part for _, part in told} or name.startswith(("manifest", "tagmanifest"))
    with zipfile.ZipFile(io.BytesIO((folder / f"{SLUG}.bag.zip").read_bytes())) as file:
        assert file.testzip() is None
        assert file.read(TOP + name) == changed


def test_names_of_strangers_stay_on_one_line(tmp_path: Path) -> None:
    """A name that would break a line or colour a terminal is escaped, wherever it stands."""
    files = members(small())
    name = "data/outputs/a\x1b[31m\u2028b"
    files["manifest-sha256.txt"] += f"{'0' * 64}  {name}\n".encode()
    edited(RECORD, lambda data: data.update(outputs={"a\nb\x1b": "0"}))(files)
    for finding in verify(packed(tmp_path, files)):
        assert str(finding).isprintable()
    [finding] = verify(written(tmp_path / "b.zip", "a\nb"))
    assert str(finding).isprintable()


def test_more_than_a_bag_holds_is_refused(tmp_path: Path) -> None:
    """A bag of more bytes than we read is one line; none of it is read."""
    [finding] = verify(packed(tmp_path, members(small())), Limits(total=1000))
    assert finding.code == "too-large"


@pytest.mark.parametrize("name", DAMAGES)
def test_our_rules_suffice_without_bagit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Where `bagit` is not installed, everything is found all the same."""
    change, code, part = DAMAGES[name]
    files = members(whole())
    change(files)
    heard = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "bagit" else heard(name)
    )
    monkeypatch.setitem(sys.modules, "bagit", None)
    assert (code, part) in found(tmp_path, files)


def resealed(files: dict[str, bytes], info: bytes) -> dict[str, bytes]:
    """Write another description, and seal it."""
    files["bag-info.txt"] = info
    tags = {each: data for each, data in files.items() if "/" not in each and "tagm" not in each}
    for algorithm in ("sha256", "sha512"):
        files[f"tagmanifest-{algorithm}.txt"] = manifest(algorithm, tags)
    return files


def test_bagit_is_heard(tmp_path: Path) -> None:
    """What it alone objects to is a finding: here, a line of no meaning, sealed and all."""
    files = sealed(members(whole()))
    resealed(files, files["bag-info.txt"] + b"a line of no meaning\n")
    assert found(tmp_path, files) == {("bag-invalid", "")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb"Payload-Oxum: \d+", b"Payload-Oxum: 7"),
        (rb"Payload-Oxum: .*\n", b""),
        (rb"2026-11-22", b"2026-02-30"),
        (rb"2026-11-22", b"1917-11-21"),
    ],
)
def test_a_description_that_cannot_be_is_found(tmp_path: Path, old: bytes, new: bytes) -> None:
    """A size that is not the payload's, and a day that there never was, sealed and all."""
    files = sealed(members(whole()))
    resealed(files, re.sub(old, new, files["bag-info.txt"]))
    assert found(tmp_path, files) == {("bag-changed", "bag-info.txt")}
