"""The check of the cover: one picture in three places, and its words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from colofon.finding import Finding
from finished import codes, edited_epub, examine, finished

COVER, THUMBNAIL = "por-la-paz-cover.jpg", "por-la-paz-thumbnail.jpg"


def copied(folder: Path, name: str) -> Path:
    """Copy a finished picture, to be damaged."""
    return Path(shutil.copy(finished().build / name, folder))


def test_good_covers_have_no_finding() -> None:
    """The one in the EPUB, the one by itself, the small one."""
    findings, evidence = examine("cover-shown")
    assert [] == findings
    assert {"pictures": 3} == evidence


def found(**others: Path) -> list[str]:
    """Return what is found with other files in the place of ours."""
    findings: list[Finding] = examine("cover-shown", **others)[0]
    return codes(findings)


def test_bad_cover_in_the_epub(tmp_path: Path) -> None:
    """Another picture, none, or one without words."""

    def other(members: dict[str, bytes]) -> None:
        members["EPUB/images/cover.jpg"] += b"\0"

    def none(members: dict[str, bytes]) -> None:
        name = "EPUB/content.opf"
        members[name] = members[name].replace(b' properties="cover-image"', b"")

    def silent(members: dict[str, bytes]) -> None:
        name = "EPUB/cover.xhtml"
        members[name] = members[name].replace(b"Cubierta de", b"").replace(b"alt=", b"title=")

    assert ["cover-other"] == found(epub=edited_epub(tmp_path, other))
    assert ["cover-other", "cover-unspoken"] == found(epub=edited_epub(tmp_path, none))
    assert ["cover-unspoken"] == found(epub=edited_epub(tmp_path, silent))


def test_bad_size(tmp_path: Path) -> None:
    """A shop would refuse it."""
    path = copied(tmp_path, THUMBNAIL)
    Image.open(path).resize((300, 480)).save(path, quality=95)
    assert ["cover-size"] == found(thumbnail=path)


@pytest.mark.parametrize(("name", "expected"), [(COVER, ["bad-picture", "cover-other"]),
                                                (THUMBNAIL, ["bad-picture"])])  # fmt: skip
def test_bad_picture(name: str, expected: list[str], tmp_path: Path) -> None:
    """Half a file is no picture."""
    path = copied(tmp_path, name)
    path.write_bytes(path.read_bytes()[:9000])
    assert expected == found(**{name.rpartition("-")[2].removesuffix(".jpg"): path})


def test_bad_thumbnail_of_another_book(tmp_path: Path) -> None:
    """It is of the right size, and shows something else."""
    path = copied(tmp_path, THUMBNAIL)
    Image.new("RGB", (320, 512), "white").save(path, quality=95)
    assert ["thumbnail-other"] == found(thumbnail=path)
