"""onixcheck finds nothing in the ONIX message, and its numbers are ISBNs of one product each."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

import onixcheck
from stdnum import isbn

from colofon.finding import Finding, Place
from colofon.readers import onix as onix_reader

SCHEMAS = ("xsd", "rng")
"""EDItEUR's schemas of ONIX 3.1 with its code lists, in both languages."""

CODES = "https://ns.editeur.org/onix/en"
"""Where every code of every list is explained."""


def check(*, onix: Path) -> Generator[Finding, None, dict[str, int]]:
    """Validate the message, then what no schema can say (ISO 2108; list 5, codes 03 and 15)."""
    faults = onixcheck.validate(str(onix), schemas=SCHEMAS)
    for fault in faults:
        place = Place(onix.name, *_numbers(fault.location))
        text = f"{fault.validator}: {fault.message}"
        yield Finding("invalid-onix", text, place, f"The codes are explained at {CODES}.")
    if any(fault.validator == "ONIXCHECK" for fault in faults):
        return {"schemas": len(SCHEMAS)}
    products = onix_reader.read(onix).products
    yield from _doubled(products)
    for product in products:
        yield from _misnumbered(product)
    elements = sum(1 for product in products for _ in product.root.iter())
    return {"schemas": len(SCHEMAS), "products": len(products), "elements": elements}


def _numbers(location: str) -> tuple[int, int]:
    """Read line and column from «file:line:column», where they are told."""
    steps = location.rsplit(":", 2)[1:]
    line, column = (int(step) for step in steps) if len(steps) > 1 else (0, 0)
    return line, column


def _doubled(products: tuple[onix_reader.Product, ...]) -> Iterator[Finding]:
    """Yield what names two products by one reference or number."""
    seen: set[str] = set()
    for product in products:
        path = "o:RecordReference | o:ProductIdentifier/o:IDValue"
        own = set(product.all(path))
        for value in sorted(own & seen):
            message = f"«{value}» names two products."
            yield Finding("doubled-product", message, product.place)
        seen |= own


def _misnumbered(product: onix_reader.Product) -> Iterator[Finding]:
    """Yield ISBNs with a wrong check digit, and those that are not sent under both their names."""
    for kind, other in (("15", "03"), ("03", "15")):
        for number in product.identifiers(kind):
            if not isbn.is_valid(number) or isbn.to_isbn13(number) != number:
                message = f"«{number}» is no ISBN of 13 digits."
                yield Finding("wrong-isbn", message, product.place)
            elif number not in product.identifiers(other):
                message = f"ISBN «{number}» is not sent as ISBN-13 (15) and as GTIN-13 (03)."
                yield Finding("half-isbn", message, product.place)
