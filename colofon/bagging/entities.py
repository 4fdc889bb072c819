"""Contents -> what the crate refers to: people, rights, formats, programs, the build itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from colofon import VERSION
from colofon.bagging import formats, materials, release
from colofon.bagging.contents import Contents
from colofon.front import Author, Front

Entity = dict[str, Any]

BUILD = "#build"
COLOFON = "#colofon"
PROPERTIES = {"aut": "author", "trl": "translator", "edt": "editor"}
"""MARC relator codes, and the properties of schema.org that say the same."""

SPDX = "https://spdx.org/licenses/"
AGPL = {
    "@id": f"{SPDX}AGPL-3.0-or-later",
    "@type": "CreativeWork",
    "name": "AGPL-3.0-or-later",
    "description": "GNU Affero General Public License, version 3 or later.",
}


def reference(name: str) -> dict[str, str]:
    """Refer to an entity."""
    return {"@id": name}


def address(name: str) -> str:
    """Write a file's name as an address."""
    return quote(name)


def all_of(contents: Contents, inside: Mapping[str, bytes]) -> Iterator[Entity]:
    """Yield every entity that is not a file or a folder of the payload."""
    found = [*rights(contents), *_people(contents.front), *_formats(inside)]
    found += [licence for name in inside if (licence := licence_of(name, inside[name]))]
    found += [*_programs(contents), _build(contents, inside)]
    found.append(
        {
            "@id": contents.front.identifier,
            "@type": "PropertyValue",
            "name": "Identifier of the work",
            "propertyID": "https://www.rfc-editor.org/rfc/rfc9562",
            "value": contents.front.identifier,
        }
    )
    yield from {each["@id"]: each for each in found}.values()


def rights(contents: Contents) -> list[Entity]:
    """State the rights as the front matter does; where it is silent, say that."""
    stated = [
        {
            "@id": f"#rights-{right.part}",
            "@type": "CreativeWork",
            "name": f"Rights in the {right.part}: {right.status}",
            "description": right.statement,
        }
        for right in contents.front.rights
    ]
    silent = {
        "@id": "#rights",
        "@type": "CreativeWork",
        "name": "Rights: not stated",
        "description": "The front matter of this edition says nothing of rights.",
    }
    return stated or [silent]


def credit(front: Front) -> dict[str, Any]:
    """Say who did what: `author`, `translator`, `editor`, `contributor`, `publisher`."""
    found: dict[str, Any] = {}
    for author in front.authors:
        role = PROPERTIES.get(author.role, "contributor")
        found.setdefault(role, []).append(reference(_person(author)))
    if front.publisher:
        found["publisher"] = [reference("#publisher")]
    return {role: people[0] if len(people) == 1 else people for role, people in found.items()}


def _person(author: Author) -> str:
    """Name a person within the crate."""
    plain = unicodedata.normalize("NFKD", author.file_as).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.sub(r"\W+", "-", letters).strip("-")
    return f"#person-{quote(words)}"


def _people(front: Front) -> Iterator[Entity]:
    """Describe each person, and the publisher."""
    for author in front.authors:
        filed = f"Filed under: {author.file_as}. MARC relator: {author.role}."
        said = {"name": author.name, "description": filed}
        yield {"@id": _person(author), "@type": "Person", **said}
    if front.publisher:
        said = {"name": front.publisher.name, "description": "The publisher of this edition."}
        if front.publisher.place:
            said["address"] = front.publisher.place
        yield {"@id": "#publisher", "@type": "Organization", **said}


def _formats(inside: Mapping[str, bytes]) -> Iterator[Entity]:
    """Describe each format that PRONOM knows."""
    for name, data in inside.items():
        found = formats.of(name, data)
        if found.pronom:
            said = {"name": found.name, "description": f"PRONOM {found.pronom}"}
            yield {"@id": found.address, "@type": ["WebPage", "Standard"], **said}


def licence_of(name: str, data: bytes) -> Entity | None:
    """Describe the licence of a file of its own: our programs, a typeface, a press profile."""
    if name.startswith("tools/colofon-"):
        return {**AGPL}
    found = materials.read(name, data)
    if not found:
        return None
    named = found.spdx or found.licence
    return {
        "@id": f"{SPDX}{named}" if found.spdx else f"#licence-{quote(named.replace(' ', '-'))}",
        "@type": "CreativeWork",
        "name": named,
        "description": found.licence,
    }


def _programs(contents: Contents) -> Iterator[Entity]:
    """Describe what made the edition."""
    yield {
        "@id": COLOFON,
        "@type": "SoftwareApplication",
        "name": "Colofón",
        "alternateName": "colofon",
        "description": "One Markdown master in, every edition out.",
        "version": VERSION,
        "url": reference(f"tools/{release.name()}"),
        "license": reference(AGPL["@id"]),
        "softwareRequirements": reference("#python"),
    }
    yield {
        "@id": "#python",
        "@type": "SoftwareApplication",
        "name": "Python",
        "description": "The interpreter that the build asks for.",
        "version": str(contents.build["python"]),
        "url": "https://www.python.org/",
    }


def _build(contents: Contents, inside: Mapping[str, bytes]) -> Entity:
    """Describe the build: what it read, what it made, and with what."""
    return {
        "@id": BUILD,
        "@type": "CreateAction",
        "name": f"Build of {contents.front.slug}, edition {contents.front.edition}",
        "description": "Made every output from the source; buildinfo.json is its record.",
        "instrument": reference(COLOFON),
        "object": [reference(address(n)) for n in sorted(inside) if n.startswith("project/")],
        "result": [reference(address(n)) for n in sorted(inside) if n.startswith("outputs/")],
    }
