"""What an ONIX message is made from, and the products that it tells of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from lxml.etree import _Element as Element

from colofon.accessibility import Accessibility
from colofon.front import Front
from colofon.labels import Labels
from colofon.onix.nodes import composite

SCHEME = "Colofón"
"""Who gives the identifiers that are no standard's own, and sends what nobody else does."""
PROPRIETARY, GTIN_13, ISBN_13 = "01", "03", "15"
"""Of list 5; trade systems ask for an ISBN under both of its names."""


@dataclass(frozen=True)
class Product:
    """A form in which an edition is traded; each has an ISBN of its own, or none."""

    name: str
    """`epub` or `print`."""
    number: str
    """What tells it from every other product, for as long as it lives."""
    isbn: str | None

    def identify(self, parent: Element) -> None:
        """Write its identifiers (ONIX for Books 3.1, P.2)."""
        _identifier(parent, PROPRIETARY, self.number, IDTypeName=SCHEME)
        if self.isbn:
            _identifier(parent, GTIN_13, self.isbn)
            _identifier(parent, ISBN_13, self.isbn)


class Work(NamedTuple):
    """What a message tells of."""

    front: Front
    labels: Labels
    access: Accessibility
    layout: dict[str, Any]
    """The pages of the print edition."""
    size: int
    """Bytes of the EPUB."""

    @property
    def products(self) -> list[Product]:
        """The EPUB, and the printed book where an ISBN says that there is one."""
        isbn = self.front.isbn
        products = [self._product("epub", isbn.epub)]
        if isbn.print:
            products.append(self._product("print", isbn.print))
        return products

    def _product(self, name: str, isbn: str | None) -> Product:
        """Make a product: the same work in another edition is another product."""
        uuid = self.front.identifier.rpartition(":")[2]
        return Product(name, f"{uuid}.{self.front.edition}.{name}", isbn)


def _identifier(parent: Element, kind: str, value: str, **name: str) -> None:
    """Write one identifier."""
    composite(parent, "ProductIdentifier", ProductIDType=kind, **name, IDValue=value)
