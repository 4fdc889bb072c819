"""Contents -> `ro-crate-metadata.json`: what each file of the payload is (RO-Crate 1.2)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from rocrate.rocrate import ROCrate

from colofon import records
from colofon.bagging import entities, formats
from colofon.bagging.contents import Contents
from colofon.bagging.entities import reference

METADATA = "ro-crate-metadata.json"
VERSION = "1.2"

FOLDERS = {
    "outputs/": ("The edition", "The edition as it was published, in every format."),
    "project/": ("The source", "The project that the edition was made from, ready to be built."),
    "tools/": ("The tools", "What made the edition: our programs, and the hashes of all others."),
}
"""The folders of the payload: name and description."""


def metadata(contents: Contents, inside: Mapping[str, bytes]) -> bytes:
    """Describe every file of `inside`; the bytes depend on nothing else."""
    crate = ROCrate(version=VERSION)
    for name, (title, about) in FOLDERS.items():
        said = {"name": title, "description": about}
        crate.add_dataset(dest_path=name, properties={**said, "hasPart": _below(name, inside)})
    for name in sorted(inside):
        crate.add_file(dest_path=name, properties=_file(contents, name, inside[name]))
    for entity in entities.all_of(contents, inside):
        crate.add_jsonld(entity)
    _root(crate, contents, inside)
    made = crate.metadata.generate()
    made["@graph"] = sorted(made["@graph"], key=_order)
    return records.as_json(made)


def _order(entity: Mapping[str, Any]) -> tuple[int, str]:
    """Sort the descriptor first, then the root, then all others by id."""
    name = str(entity["@id"])
    return (name != METADATA) + (name not in {METADATA, "./"}), name


def _below(folder: str, inside: Mapping[str, bytes]) -> list[dict[str, str]]:
    """Refer to each file of a folder, in all its folders."""
    return [reference(entities.address(name)) for name in sorted(inside) if name.startswith(folder)]


def _root(crate: ROCrate, contents: Contents, inside: Mapping[str, bytes]) -> None:
    """Say what the whole is."""
    front, root = contents.front, crate.root_dataset
    loose = [reference(name) for name in sorted(inside) if "/" not in name]
    said: dict[str, Any] = {
        "name": contents.title,
        "description": front.description or f"{contents.title}. {contents.makers}.",
        "datePublished": front.issued.isoformat(),
        "dateModified": front.issued.isoformat(),
        "inLanguage": front.language,
        "version": str(front.edition),
        "identifier": reference(front.identifier),
        "license": [reference(each["@id"]) for each in entities.rights(contents)],
        "hasPart": [*map(reference, FOLDERS), *loose],
        "mentions": reference(entities.BUILD),
        **entities.credit(front),
    }
    if front.subjects:
        said["keywords"] = ", ".join(front.subjects)
    for key, value in said.items():
        root[key] = value[0] if isinstance(value, list) and len(value) == 1 else value


def _file(contents: Contents, name: str, data: bytes) -> dict[str, Any]:
    """Say what one file is."""
    found, front = formats.of(name, data), contents.front
    said: dict[str, Any] = {
        "name": name.rpartition("/")[2],
        "description": found.why or found.name,
        "encodingFormat": found.media_type,
        "contentSize": str(len(data)),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    if found.pronom:
        said["encodingFormat"] = [found.media_type, reference(found.address)]
    master = f"project/source/{front.slug}.md"
    if name.startswith("outputs/"):
        said |= {**entities.credit(front), "isBasedOn": reference(master)}
        said |= {"inLanguage": front.language, "datePublished": front.issued.isoformat()}
    witness = f"project/source/{front.witness}"
    if name == master and witness in {f"project/{each}" for each in contents.source}:
        said["isBasedOn"] = reference(entities.address(witness))
    licence = entities.licence_of(name, data)
    if licence:
        said["license"] = reference(licence["@id"])
    return said
