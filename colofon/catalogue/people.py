"""Who made a book -> the same people by what they did, as schema.org and Readium name it."""

from __future__ import annotations

from colofon.readers.description import Description, Person

ROLES = {"aut": "author", "trl": "translator", "edt": "editor", "ill": "illustrator"}
"""MARC relators -> properties; whoever did something else is a contributor."""


def by_role(about: Description) -> dict[str, list[Person]]:
    """Gather everybody by role, in the order of the book; a creator without one is an author."""
    found: dict[str, list[Person]] = {}
    for person in (*about.creators, *about.helpers):
        role = ROLES.get(person.role, "contributor" if person.role else "author")
        found.setdefault(role, []).append(person)
    return found
