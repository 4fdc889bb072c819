"""Contents -> the bill of materials: what the edition was made with (CycloneDX 1.6, ECMA-424)."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping

from cyclonedx.model import (
    AttachedText,
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalContact
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from colofon import VERSION, records
from colofon.bagging import materials, pango, release
from colofon.bagging.contents import Contents
from colofon.front import NAMESPACE, Right


def bill(contents: Contents) -> bytes:
    """Write the bill; its date is the edition's, its serial number follows from its contents."""
    edition, ours = _edition(contents), _colofon(contents)
    tools = [_tool(each.name, each.version, each.marker, each.hashes) for each in contents.tools]
    debian = [_package(each, one) for each in pango.releases() for one in each.packages]
    shared = [*_materials(contents.source)]
    seed = hashlib.sha256(contents.record + contents.distribution).hexdigest()
    made = Bom(
        components=[ours, *tools, *debian, *shared],
        serial_number=uuid.uuid5(NAMESPACE, f"{contents.front.slug} bill {seed}"),
        metadata=BomMetaData(
            component=edition,
            timestamp=dt.datetime.fromtimestamp(contents.front.epoch, dt.UTC),
        ),
    )
    made.register_dependency(edition, [ours, *shared])
    made.register_dependency(ours, [*tools, *debian])
    return records.as_json(json.loads(JsonV1Dot6(made).output_as_string()))


def _edition(contents: Contents) -> Component:
    """Describe what was made."""
    front = contents.front
    return Component(
        type=ComponentType.DATA,
        bom_ref="edition",
        name=front.slug,
        version=str(front.edition),
        description=contents.title,
        authors=[OrganizationalContact(name=author.name) for author in front.authors],
        publisher=front.publisher.name if front.publisher else None,
        licenses=[_right(each) for each in front.rights],
        properties=[Property(name="colofon:identifier", value=front.identifier)],
    )


def _right(right: Right) -> DisjunctiveLicense:
    """State a right as the front matter does."""
    text = AttachedText(content=right.statement)
    return DisjunctiveLicense(name=f"{right.part}: {right.status}", text=text)


def _colofon(contents: Contents) -> Component:
    """Describe our program, by its source distribution."""
    return Component(
        type=ComponentType.APPLICATION,
        bom_ref="colofon",
        name="colofon",
        version=VERSION,
        hashes=_hashes([hashlib.sha256(contents.distribution).hexdigest()]),
        licenses=[DisjunctiveLicense(id="AGPL-3.0-or-later")],
        purl=PackageURL("generic", None, "colofon", VERSION),
        properties=[Property(name="colofon:file", value=release.name())],
    )


def _hashes(digests: Iterable[str]) -> list[HashType]:
    """Write SHA-256 as CycloneDX does."""
    return [HashType(alg=HashAlgorithm.SHA_256, content=each) for each in digests]


def _tool(name: str, version: str, marker: str, hashes: Iterable[str]) -> Component:
    """Describe a locked tool: one of its files has one of the hashes."""
    address = PackageURL("pypi", None, name, version)
    return Component(
        type=ComponentType.LIBRARY,
        bom_ref=address.to_string() + (f"#{marker}" if marker else ""),
        name=name,
        version=version,
        purl=address,
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri(address.to_string()),
                comment="each hash is of one file of this version; pip takes any of them",
                hashes=_hashes(hashes),
            )
        ],
        properties=[Property(name="colofon:marker", value=marker)] if marker else None,
    )


def _package(debian: pango.Release, package: pango.Package) -> Component:
    """Describe a package of Debian."""
    about = {"arch": package.architecture, "distro": f"debian-{debian.number}"}
    address = PackageURL("deb", "debian", package.name, package.version, about)
    return Component(
        type=ComponentType.LIBRARY,
        bom_ref=address.to_string(),
        name=package.name,
        version=package.version,
        hashes=_hashes([package.sha256]),
        purl=address,
        properties=[Property(name="colofon:file", value=package.file)],
    )


def _materials(source: Mapping[str, bytes]) -> Iterator[Component]:
    """Describe each typeface and each press profile, by what the file itself says."""
    for name in sorted(source):
        found = materials.read(name, source[name])
        if found:
            yield Component(
                type=ComponentType.FILE,
                bom_ref=name,
                name=name,
                version=found.version or None,
                hashes=_hashes([hashlib.sha256(source[name]).hexdigest()]),
                licenses=[
                    DisjunctiveLicense(id=found.spdx)
                    if found.spdx
                    else DisjunctiveLicense(name=found.licence)
                ],
                copyright=found.holder or None,
            )
