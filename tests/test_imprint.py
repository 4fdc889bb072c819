"""The TEI file says which master it was made from: the digest is that of the file's bytes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lxml import etree

from colofon import source
from colofon.finding import Refused
from colofon.source import Edition
from conftest import MASTER
from finished import finished

TEI = {"t": "http://www.tei-c.org/ns/1.0"}


def summed(path: Path) -> str:
    """Return what `sha256sum` says of a file."""
    run = subprocess.run(["sha256sum", path], capture_output=True, text=True, check=True)
    return run.stdout.split()[0]


def test_the_tei_header_names_the_master() -> None:
    """By its path in the project and its digest."""
    edition = finished()
    tree = etree.parse(edition.build / f"{edition.slug}.tei.xml")
    [found] = tree.xpath("//t:sourceDesc/t:bibl[@type='master']", namespaces=TEI)
    assert summed(edition.master_path) == found.findtext("t:idno", namespaces=TEI)
    assert f"source/{edition.slug}.md" == found.find("t:ref", TEI).get("target")


@pytest.mark.parametrize("data", [MASTER, MASTER.replace("\n", "", 1) + "\n\n", "ñ"])
def test_the_digest_is_of_the_bytes_as_they_are(data: str, tmp_path: Path) -> None:
    """Whatever the text ends in."""
    edition = Edition("prueba", tmp_path)
    edition.folder.parent.mkdir()
    edition.master_path.write_bytes(data.encode())
    assert summed(edition.master_path) == source.read(edition).digest


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfPaz", b"Paz\r\n"])
def test_what_would_have_to_be_normalised_is_refused(data: bytes, tmp_path: Path) -> None:
    """So that there is one digest, and not one of the file and another of the text."""
    edition = Edition("prueba", tmp_path)
    edition.folder.parent.mkdir()
    edition.master_path.write_bytes(data)
    with pytest.raises(Refused):
        source.read(edition)
