"""Authors and helpers of the front matter -> contributors (ONIX for Books 3.1, group P.7)."""

from __future__ import annotations

from lxml.etree import _Element as Element

from colofon.front import Author
from colofon.labels import Labels
from colofon.onix.nodes import node

ROLES = {
    "aut": "A01",
    "aus": "A03",
    "lbt": "A04",
    "lyr": "A05",
    "cmp": "A06",
    "art": "A07",
    "bkd": "A11",
    "ill": "A12",
    "pht": "A13",
    "wpr": "A15",
    "aft": "A19",
    "waw": "A19",
    "ann": "A20",
    "cmm": "A21",
    "wac": "A21",
    "wfw": "A23",
    "aui": "A24",
    "win": "A24",
    "ctb": "A32",
    "wat": "A32",
    "bjd": "A36",
    "cov": "A36",
    "ctg": "A39",
    "ivr": "A43",
    "ive": "A44",
    "res": "A51",
    "edt": "B01",
    "abr": "B04",
    "adp": "B05",
    "trl": "B06",
    "arr": "B25",
    "com": "C01",
    "nrt": "E07",
    "spk": "E09",
    "dte": "Z02",
    "hnr": "Z02",
}
"""MARC relators, and the contributor role that means the same (list 17)."""

OTHER = "Z99"
"""A role that list 17 has no code for."""

ANONYMOUS = "02"
"""Of list 19: somebody who did not want to be named, or whose name is not known."""


def contributors(parent: Element, people: tuple[Author, ...], labels: Labels) -> None:
    """Write everybody in the order of the title page; who did two things is named once."""
    roles: dict[tuple[str, str | None], list[str]] = {}
    for person in people:
        role = ROLES.get(person.role, OTHER)
        known = roles.setdefault((person.name, person.sort), [])
        if role not in known:
            known.append(role)
    for number, ((name, sort), codes) in enumerate(roles.items(), start=1):
        made = node(parent, "Contributor")
        node(made, "SequenceNumber", str(number))
        for code in codes:
            node(made, "ContributorRole", code)
        if name == labels("Anonymous"):
            node(made, "UnnamedPersons", ANONYMOUS)
        else:
            _name(made, name, sort)


def _name(made: Element, name: str, sort: str | None) -> None:
    """Write a name as it is shown and as it is filed, and its parts where they are plain.

    «Trotsky, León» says of «León Trotsky» which part is the key to it; a name without its
    filed form is not taken apart.
    """
    node(made, "PersonName", name)
    if not sort:
        return
    node(made, "PersonNameInverted", sort)
    key, _, before = sort.partition(", ")
    if f"{before} {key}" == name:
        node(made, "NamesBeforeKey", before)
        node(made, "KeyNames", key)
