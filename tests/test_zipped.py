"""A ZIP of ours depends on its content only, and can be unpacked anywhere."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile

import pytest

from colofon.zipped import archive

EPOCH = 1_795_305_600
"""22 November 2026, 00:00 UTC."""

MEMBERS = [("mimetype", b"application/x"), ("b/año.txt", b"\x00" * 100), ("a.txt", b"")]


def opened(data: bytes) -> zipfile.ZipFile:
    """Open an archive."""
    return zipfile.ZipFile(io.BytesIO(data))


def test_members_come_back_in_order() -> None:
    """What goes in comes out, in the order given and not in that of the alphabet."""
    with opened(archive(iter(MEMBERS), EPOCH)) as file:
        found = [(info.filename, file.read(info)) for info in file.infolist()]
        assert file.testzip() is None
    assert found == MEMBERS


def test_headers_name_no_machine() -> None:
    """Each member is stored, dated in UTC, made on Unix, plain, and has no extra field."""
    expected = (zipfile.ZIP_STORED, (2026, 11, 22, 0, 0, 0), 3, 0o100644, b"", b"")
    with opened(archive(MEMBERS, EPOCH)) as file:
        for info in file.infolist():
            assert expected == (
                info.compress_type,
                info.date_time,
                info.create_system,
                info.external_attr >> 16,
                info.extra,
                info.comment,
            )


def test_first_member_is_where_epub_looks_for_it() -> None:
    """The type of an EPUB is read at bytes 30 and 38 (OCF 3.3, 4.3.3)."""
    data = archive([("mimetype", b"application/epub+zip")], EPOCH)
    assert (b"PK\x03\x04", b"mimetype", b"application/epub+zip") == (
        data[:4],
        data[30:38],
        data[38:58],
    )


@pytest.mark.parametrize(
    "environment",
    [{"TZ": "Pacific/Kiritimati"}, {"TZ": "Etc/GMT+12"}, {"SOURCE_DATE_EPOCH": "1"}],
    ids=str,
)
def test_same_bytes_everywhere(environment: dict[str, str]) -> None:
    """Neither the time zone nor SOURCE_DATE_EPOCH changes a byte."""
    program = (
        "import sys; from colofon.zipped import archive;"
        f"sys.stdout.buffer.write(archive({MEMBERS!r}, {EPOCH}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    assert archive(MEMBERS, EPOCH) == ran.stdout


@pytest.mark.parametrize(
    "name",
    ["", "/etc/passwd", "../a", "a/../b", "a\\b", "C:/a", "a/", "./a", "a//b", "a\nb", "a\u200b"],
)
def test_refuses_names_that_lead_elsewhere(name: str) -> None:
    """A name that some system would unpack elsewhere, or not at all, is a bug."""
    with pytest.raises(ValueError, match=r"«|'"):
        archive([(name, b"")], EPOCH)


@pytest.mark.parametrize("other", ["a/Año", "A/AÑO", "a/An\u0303o"])
def test_refuses_names_that_some_disk_takes_for_one(other: str) -> None:
    """Two names that differ only by case or normal form are one on many disks (OCF 3.3, 4.2.3)."""
    with pytest.raises(ValueError, match="twice"):
        archive([("a/Año", b""), (other, b"")], EPOCH)


def test_refuses_dates_that_zip_cannot_write() -> None:
    """1917 is not a date of ZIP, whose first is 1 January 1980."""
    archive([], 315_532_800)
    with pytest.raises(ValueError, match="1980"):
        archive([], 315_532_799)
