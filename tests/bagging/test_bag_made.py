"""A bag is valid to the tools of others, says nothing that is not so, and has the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import pickle
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import bagit
import pygfried
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from rocrate.rocrate import ROCrate
from rocrate_validator import models, services
from urllib3 import HTTPResponse

import bagged
from bagged import SLUG, TOP, contents, members, of, unpacked, whole
from colofon import VERSION
from colofon.bagging import bag, formats, pango
from colofon.front import Front
from colofon.unbagging import verify
from conftest import MASTER, ROOT
from finished import finished_from

CONTEXT = "https://w3id.org/ro/crate/1.2/context"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the bag of our edition; nothing may change it."""
    return unpacked(whole(), tmp_path_factory.mktemp("bag"))


def test_the_library_of_congress_finds_it_valid(folder: Path) -> None:
    """`bagit` reads version 1.0, both algorithms, and every file."""
    found = bagit.Bag(str(folder))
    assert found.validate()
    assert found.version_info == (1, 0)
    assert sorted(found.algorithms) == ["sha256", "sha512"]
    assert found.info["Bagging-Date"] == "2026-11-22"


def test_the_manifests_are_those_that_bagit_writes(folder: Path, tmp_path: Path) -> None:
    """Of the same payload the library makes the same manifests."""
    made = tmp_path / "made"
    for name, data in members(whole()).items():
        if name.startswith("data/"):
            path = made / name.removeprefix("data/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    bagit.make_bag(str(made), checksums=["sha256", "sha512"])
    for name in ("manifest-sha256.txt", "manifest-sha512.txt"):
        theirs = sorted((made / name).read_text("utf-8").splitlines(), key=lambda line: line[64:])
        ours = (folder / name).read_text("utf-8").splitlines()
        assert sorted(theirs) == sorted(ours)
        assert len(ours) > 50


def test_coreutils_check_it(folder: Path) -> None:
    """The commands of the preservation note work, with no tool of ours."""
    note = (folder / "data" / "PRESERVATION.md").read_text("utf-8")
    commands = [line.split() for line in note.splitlines() if line.startswith("    sha")]
    assert [each[0] for each in commands] == ["sha256sum", "sha512sum"]
    for command in commands:
        subprocess.run([*command, "--strict"], cwd=folder, check=True)


def test_it_unpacks_to_one_folder_of_its_name() -> None:
    """`x.bag.zip` becomes `x.bag`; members are stored and dated by the edition (RFC 8493, 4)."""
    with zipfile.ZipFile(io.BytesIO(whole())) as file:
        infos = file.infolist()
    assert {info.filename.partition("/")[0] for info in infos} == {f"{SLUG}.bag"}
    assert {info.date_time for info in infos} == {(2026, 11, 22, 0, 0, 0)}
    names = [info.filename for info in infos]
    assert names == sorted(names)


def test_it_holds_what_it_must() -> None:
    """Project, outputs, record, crate, bill, note, our source, the lock, Pango's hashes."""
    found, given = members(whole()), contents()
    for name, data in given.source.items():
        assert found[f"data/project/{name}"] == data
    for name, made in given.made.items():
        assert found[f"data/outputs/{name}"] == made
    assert found["data/buildinfo.json"] == given.record
    others = {name for name in found if not name.startswith(("data/project", "data/outputs"))}
    assert {name for name in others if name.startswith("data/")} == {
        *("data/PRESERVATION.md", "data/bom.cdx.json", "data/buildinfo.json"),
        *("data/ro-crate-metadata.json", f"data/tools/colofon-{VERSION}.tar.gz"),
        *("data/tools/pango.toml", "data/tools/requirements.lock"),
    }


def test_the_crate_loads(folder: Path) -> None:
    """`rocrate` reads it as 1.2, and it lists every file but itself."""
    crate = ROCrate(folder / "data")
    assert crate.metadata.version == "1.2"
    assert crate.root_dataset["datePublished"] == "2026-11-22"
    listed = {each.id for each in crate.data_entities if each.type == "File"}
    files = {name.removeprefix("data/") for name in members(whole()) if name.startswith("data/")}
    assert listed == files - {"ro-crate-metadata.json"}
    build = crate.get("#build")
    assert build.type == "CreateAction"
    assert {each.id for each in build["result"]} == {f"outputs/{name}" for name in contents().made}
    assert build["instrument"]["version"] == VERSION
    assert crate.get(f"outputs/{SLUG}.epub")["isBasedOn"].id == f"project/source/{SLUG}.md"


def test_the_crate_passes_its_validator(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every requirement of RO-Crate 1.2 holds; the network gives the context and nothing else."""
    monkeypatch.setattr(HTTPAdapter, "send", _context)
    _conforms(folder)


def _conforms(folder: Path) -> None:
    """Hold a bag's crate against every requirement."""
    settings = services.ValidationSettings(
        rocrate_uri=str(folder / "data"),
        profile_identifier="ro-crate-1.2",
        requirement_severity=models.Severity.REQUIRED,
        no_cache=True,
    )
    result = services.validate(settings)
    assert [each.message for each in result.get_issues()] == []
    assert result.passed()


def _context(adapter: HTTPAdapter, request: PreparedRequest, **_: object) -> Response:
    """Answer with the context of RO-Crate 1.2 as its authors publish it (CC0)."""
    assert request.url == CONTEXT
    data = (Path(__file__).parent / "ro-crate-1.2-context.jsonld").read_bytes()
    kind = {"Content-Type": "application/ld+json"}
    answer = HTTPResponse(io.BytesIO(data), status=200, headers=kind, preload_content=False)
    return adapter.build_response(request, answer)


def test_the_bill_is_valid() -> None:
    """CycloneDX's strict schema finds nothing; its date is the edition's."""
    text = members(whole())["data/bom.cdx.json"].decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    assert bill["metadata"]["timestamp"] == "2026-11-22T00:00:00+00:00"
    assert bill["metadata"]["component"]["name"] == SLUG
    found = {each["bom-ref"]: each for each in bill["components"]}
    [fonts] = found["pkg:pypi/fonttools@4.68.0"]["externalReferences"]
    assert len(fonts["hashes"]) > 1
    assert found["styles/fonts/EBGaramond-Regular.ttf"]["licenses"] == [
        {"license": {"id": "OFL-1.1"}}
    ]
    assert found["styles/icc/FOGRA39L.icc"]["licenses"] == [
        {"license": {"name": "No copyright, use freely"}}
    ]
    packages = [each for each in found if each.startswith("pkg:deb/debian/libpango-1.0-0@")]
    assert len(packages) == len(pango.releases()) == 2


def test_an_independent_judge_names_the_same_formats(folder: Path) -> None:
    """Siegfried gives each file of the payload the PRONOM id that the crate gives it."""
    crate = json.loads((folder / "data" / "ro-crate-metadata.json").read_bytes())
    files = [each for each in crate["@graph"] if each["@type"] == "File"]
    assert len(files) > 50
    for each in files:
        path = folder / "data" / each["@id"]
        said = each["encodingFormat"][1]["@id"].removeprefix(formats.PRONOM)
        assert (each["@id"], pygfried.identify(str(path))) == (each["@id"], said)


def test_other_printers_and_pictures_have_formats_too(tmp_path: Path) -> None:
    """PDF/X-1a is known as such; of a picture whose version is unsure only the type is said."""
    text = MASTER.replace("issued:", "print: {printers: [ingramspark]}\nissued:")
    made = of(finished_from("otra", text)).made["otra-print.pdf"]
    path = tmp_path / "otra-print.pdf"
    path.write_bytes(made)
    assert formats.of(path.name, made).pronom == pygfried.identify(str(path)) == "fmt/157"
    assert formats.of("a.png", b"\x89PNG") == formats.Format(
        "PNG", "image/png", "", "A picture of the book."
    )
    assert formats.of("a.xyz", b"") == formats.UNKNOWN


def test_rights_are_as_stated_and_never_made_up() -> None:
    """Crate, bill and note have the statements of the front matter, or say that it has none."""
    given = contents()
    found = members(whole())
    for right in given.front.rights:
        for name in ("PRESERVATION.md", "ro-crate-metadata.json", "bom.cdx.json"):
            assert right.statement.encode() in found[f"data/{name}"]
    silent = replace(given, front=given.front.model_copy(update={"rights": ()}))
    found = members(bag(silent))
    assert b"says nothing of rights" in found["data/PRESERVATION.md"]
    crate = {
        each["@id"]: each for each in json.loads(found["data/ro-crate-metadata.json"])["@graph"]
    }
    assert crate["./"]["license"] == {"@id": "#rights"}
    assert "says nothing" in crate["#rights"]["description"]
    assert "licenses" not in json.loads(found["data/bom.cdx.json"])["metadata"]["component"]
    assert "publisher" not in crate["./"]
    assert b"Source-Organization" not in found["bag-info.txt"]


def test_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    """Place, umask, time zone, language, home, temporary folder and hash seed change no byte."""
    given = tmp_path / "contents"
    given.write_bytes(pickle.dumps(replace(contents())))
    program = (
        "import pathlib, pickle, sys; from colofon.bagging import bag;"
        "sys.stdout.buffer.write(bag(pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())))"
    )
    other = tmp_path / "elsewhere"
    other.mkdir()
    changed = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANGUAGE": "ru",
        "HOME": "/nonexistent",
        "TMPDIR": str(other),
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1",
        "PYTHONPATH": str(ROOT),
    }
    ran = subprocess.run(
        [sys.executable, "-c", program, str(given)],
        cwd=other,
        env={**os.environ, **changed},
        umask=0o077,
        check=True,
        capture_output=True,
    )
    assert ran.stdout == whole()


def test_no_clock_and_no_place_is_in_it() -> None:
    """The day of the build and the folders of this machine are nowhere."""
    today = dt.datetime.now(dt.UTC).date().isoformat()
    assert today != contents().front.issued.isoformat()
    for name, data in members(whole()).items():
        if not name.startswith(("data/project", "data/outputs", "data/tools")):
            assert today.encode() not in data
            assert str(ROOT).encode() not in data
            assert TOP.encode() not in data or name == "data/PRESERVATION.md"


def test_it_is_made_at_once() -> None:
    """The bag of our edition takes well under two seconds."""
    given = replace(contents())
    started = time.process_time()
    assert bag(given) == whole()
    assert time.process_time() - started < 2


def test_a_work_of_another_kind_has_a_sound_bag_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several people, a publisher, no rights, and names with accents, spaces and signs."""
    given = contents()
    people = ({"name": "Ана Перес"}, {"name": "Juan Núñez", "role": "trl"}, {"name": "J. N."})
    said = {"authors": people, "publisher": {"name": "La Editorial", "place": "Lima"}, "rights": ()}
    front = Front.model_validate({**given.front.model_dump(), **said, "slug": SLUG})
    more = {f"source/{SLUG}/año 1 & 50% más.txt": b"1917\n"}
    source = {**given.source, **more}
    record = bagged.record(source, given.made, given.release)
    path = tmp_path / "a.bag.zip"
    path.write_bytes(bag(replace(given, front=front, source=source, record=record)))
    assert verify(path) == ()
    monkeypatch.setattr(HTTPAdapter, "send", _context)
    folder = unpacked(path.read_bytes(), tmp_path)
    _conforms(folder)
    root = ROCrate(folder / "data").root_dataset
    assert [each["name"] for each in root["author"]] == ["Ана Перес", "J. N."]
    assert root["translator"]["name"] == "Juan Núñez"
    assert root["publisher"]["name"] == "La Editorial"
    assert bagit.Bag(str(folder)).info["Source-Organization"] == "La Editorial"
