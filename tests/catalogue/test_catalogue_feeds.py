"""The feeds: what OPDS 1.2 and 2.0 require, and what reading apps find in them."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest
from lxml import etree
from shelf import SHELVES, SPANISH, bare, coverless, full, with_, work
from webpub_manifest_parser.opds2 import OPDS2FeedParserFactory

from colofon.catalogue import atom, kinds, opds
from colofon.catalogue.work import Work

HERE = Path(__file__).parent
GRAMMAR = etree.RelaxNG(etree.parse(HERE / "acquisition.rng"))
SCHEMA = jsonschema.Draft7Validator(json.loads((HERE / "feed.schema.json").read_bytes()))
OPEN = "http://opds-spec.org/acquisition/open-access"
RELATIVE = "Manifest 'self' link's href opds.json is incorrect"
"""What the client library says of a feed that does not know where it will stand."""


def atom_faults(data: bytes) -> list[str]:
    """Return what the grammar has against a feed."""
    if GRAMMAR.validate(etree.fromstring(data)):
        return []
    return [str(error) for error in GRAMMAR.error_log]


def json_faults(data: Any) -> list[str]:
    """Return what the schema has against a feed."""
    return [f"{error.json_path}: {error.message}" for error in SCHEMA.iter_errors(data)]


@pytest.mark.parametrize("works", [*SHELVES.values(), [coverless()]], ids=[*SHELVES, "coverless"])
def test_good_feeds_are_valid(works: list[Work]) -> None:
    """Empty, bare, complete, of one language or of two."""
    assert [] == atom_faults(atom.write(works))
    assert [] == json_faults(json.loads(opds.write(works)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<updated>2026-11-22T00:00:00Z", b"<updated>yesterday"),
        (b'rel="self"', b'rel="here"'),
        (b"<name>Colof\xc3\xb3n</name>", b""),
        (b"<title>Paz &amp; pan: \xc2\xbfqu\xc3\xa9 &lt;hacer&gt;?</title>", b""),
        (b'length="1500"', b'length="long"'),
        (b"/acquisition/open-access", b"/acquisition/free"),
        (b'href="paz-y-pan', b'href="https://example.org/paz-y-pan'),
        (b'type="text"', b'type="html"'),
    ],
)
def test_bad_atom_is_found(old: bytes, new: bytes) -> None:
    """The grammar is no ornament."""
    data = atom.write([full()])
    assert old in data
    assert [] != atom_faults(data.replace(old, new, 1))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["links", 0, "rel"], "here"),
        (["metadata", "modified"], "yesterday"),
        (["publications", 0, "metadata", "titel"], "Paz"),
        (["publications", 0, "links"], []),
        (["publications", 0, "links", 0, "size"], "1500"),
        (["publications", 0, "images", 0, "type"], "image/svg+xml"),
        (["publications", 0, "metadata", "accessibility", "accessModeSufficient"], [["sight"]]),
    ],
)
def test_bad_json_is_found(path: list[Any], value: Any) -> None:
    """The schema is no ornament."""
    data = json.loads(opds.write([full()]))
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert [] != json_faults(data)


@pytest.mark.parametrize("works", SHELVES.values(), ids=SHELVES)
def test_a_client_reads_the_atom_feed(works: list[Work]) -> None:
    """Titles, people, languages, and every file where it is."""
    feed = feedparser.parse(atom.write(works))
    assert (False, "atom10") == (feed.bozo, feed.version)
    assert [each.about.identifier for each in works] == [each.id for each in feed.entries]
    assert [each.about.title for each in works] == [each.title for each in feed.entries]
    for entry, each in zip(feed.entries, works, strict=True):
        links = {link.href: link for link in entry.links}
        assert each.about.language == entry.dcterms_language
        for file in each.editions:
            link = links[file.path]
            assert (OPEN, file.kind.media_type) == (link.rel, link.type)
            assert str(file.size) == link.length


@pytest.mark.parametrize("works", SHELVES.values(), ids=SHELVES)
def test_a_client_reads_the_json_feed(works: list[Work], tmp_path: Path) -> None:
    """It misses nothing but the feed's own address on the network, which nobody knows yet."""
    logging.disable(logging.CRITICAL)
    path = tmp_path / "opds.json"
    path.write_bytes(opds.write(works))
    result = OPDS2FeedParserFactory().create().parse_file(str(path))
    logging.disable(logging.NOTSET)
    assert [] == [str(each) for each in result.errors if not str(each).startswith(RELATIVE)]
    found = list(result.root.publications or [])
    assert [each.about.title for each in works] == [each.metadata.title for each in found]
    for publication, each in zip(found, works, strict=True):
        assert [each.about.language] == publication.metadata.languages
        paths = [link.href for link in publication.links if OPEN in link.rels]
        assert [file.path for file in each.editions] == paths


def test_a_catalogue_changed_when_its_latest_edition_did() -> None:
    """And an empty one never."""
    works = SHELVES["two languages"]
    assert "2026-11-22T00:00:00Z" == json.loads(opds.write(works))["metadata"]["modified"]
    assert "1970-01-01T00:00:00Z" == json.loads(opds.write([]))["metadata"]["modified"]


def test_a_feed_is_the_same_one_after_a_new_edition_and_another_publishers_is_not() -> None:
    """Apps know a feed by its identifier (RFC 4287, 4.2.6)."""

    def named(*works: Work) -> str:
        return str(json.loads(opds.write(works))["metadata"]["identifier"])

    later = work("paz-y-pan", with_(SPANISH, issued="2027-01-01", title="Otra"))
    assert named(full()) == named(later)
    assert named(bare(), full()) == named(full(), bare())
    assert 3 == len({named(), named(bare()), named(full())})
    assert f"<id>{named(full())}</id>".encode() in atom.write([full()])


def test_people_are_named_by_what_they_did() -> None:
    """Author and translator have names of their own; an annotator is a contributor."""
    [publication] = json.loads(opds.write([full()]))["publications"]
    said = publication["metadata"]
    assert [{"name": "León Trotsky", "sortAs": "Trotsky, León"}] == said["author"]
    assert [{"name": "Ana Pérez", "sortAs": "Pérez, Ana"}] == said["translator"]
    assert [{"name": "Inés Gil", "role": "ann"}] == said["contributor"]
    assert ["urn:isbn:9783161484100"] == said["altIdentifier"]


def test_accessibility_is_that_of_the_epub() -> None:
    """Certification included, and the standard by its address."""
    [publication] = json.loads(opds.write([full()]))["publications"]
    said = publication["metadata"]["accessibility"]
    expected = {"certifiedBy": "Ana Pérez", "report": "https://example.org/report"}
    assert expected == said["certification"]
    assert [["textual", "visual"], ["textual"]] == said["accessModeSufficient"]
    assert ["https://www.w3.org/TR/epub-a11y-11#wcag-2.2-aa"] == said["conformsTo"]


def test_apps_are_offered_what_can_be_read() -> None:
    """ONIX and press files are not for readers; the EPUB comes first, and each PDF has its name."""
    [publication] = json.loads(opds.write([full()]))["publications"]
    offered = [link for link in publication["links"] if link["rel"] == OPEN]
    assert kinds.EPUB == offered[0]["type"]
    titles = [link["title"] for link in offered if link["type"] == kinds.PDF]
    assert len(titles) == len(set(titles)) == 3
    assert {kinds.EPUB, kinds.PDF, "text/html", "text/plain"} == {link["type"] for link in offered}
