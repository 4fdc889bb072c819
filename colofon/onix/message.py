"""Everything known of an edition -> an ONIX message with one product for each of its forms."""

from __future__ import annotations

from lxml.etree import _Element as Element

from colofon.front import Publisher
from colofon.imprint import rights
from colofon.onix.description import describe
from colofon.onix.nodes import composite, node
from colofon.onix.work import SCHEME, Product, Work

CONFIRMED = "03"
"""Of list 1: told on publication, from the finished thing."""
DESCRIPTION, NOTICE = "03", "13"
"""Of list 153: what the book is about, and legal notices."""
UNRESTRICTED = "00"
"""Of list 154: for anybody."""

PUBLISHER, PUBLISHED = "01", "01"
"""Of lists 45 and 163."""

MANIFESTATION = "01"
"""Of list 164: the product is a form of the work."""
ALTERNATIVE, BASED_ON_PRINT, ELECTRONIC = "06", "13", "27"
"""Of list 51: the same in another form; its page numbers are those of; available for reading on."""


def message(work: Work) -> Element:
    """Write the message; what is not known of an edition is left out, never made up.

    Sales rights, prices and suppliers are the publisher's to add: no master knows them.
    """
    root = node(None, "ONIXMessage", release="3.1")
    header = node(root, "Header")
    publisher = work.front.publisher
    composite(header, "Sender", SenderName=publisher.name if publisher else SCHEME)
    node(header, "SentDateTime", f"{work.front.issued:%Y%m%d}")
    for product in work.products:
        _product(root, work, product)
    return root


def _product(root: Element, work: Work, product: Product) -> None:
    """Write a product's record."""
    made = node(root, "Product")
    node(made, "RecordReference", product.number)
    node(made, "NotificationType", CONFIRMED)
    product.identify(made)
    describe(made, work, product)
    _texts(made, work)
    if work.front.publisher:
        _publication(made, work, work.front.publisher)
    _relations(made, work, product)


def _texts(made: Element, work: Work) -> None:
    """Write what the book is about, and what is known of the rights in it."""
    collateral = node(made, "CollateralDetail")
    sentences = {DESCRIPTION: [work.front.description or ""]}
    sentences[NOTICE] = rights(work.front, work.labels) if work.front.rights else []
    for kind, paragraphs in sentences.items():
        if any(paragraphs):
            composite(
                collateral,
                "TextContent",
                TextType=kind,
                ContentAudience=UNRESTRICTED,
                Text=" ".join(paragraphs),
            )
    if not len(collateral):
        made.remove(collateral)


def _publication(made: Element, work: Work, publisher: Publisher) -> None:
    """Write who publishes it, where and when; its schema has no room for the day alone."""
    detail = node(made, "PublishingDetail")
    composite(detail, "Publisher", PublishingRole=PUBLISHER, PublisherName=publisher.name)
    if publisher.place:
        node(detail, "CityOfPublication", publisher.place)
    day = f"{work.front.issued:%Y%m%d}"
    composite(detail, "PublishingDate", PublishingDateRole=PUBLISHED, Date=day)


def _relations(made: Element, work: Work, product: Product) -> None:
    """Tie the product to the work, the same in every edition, and to its other forms."""
    related = node(made, "RelatedMaterial")
    manifested = composite(related, "RelatedWork", WorkRelationCode=MANIFESTATION)
    identifier = {"WorkIDType": "01", "IDTypeName": SCHEME, "IDValue": work.front.identifier}
    composite(manifested, "WorkIdentifier", **identifier)
    for other in work.products:
        if other != product:
            relation = node(related, "RelatedProduct")
            for code in _relation(work, product):
                node(relation, "ProductRelationCode", code)
            other.identify(relation)


def _relation(work: Work, product: Product) -> list[str]:
    """Say what the other form is to this one; page numbers are taken over where they are marked."""
    if "pageBreakMarkers" not in work.access.features:
        return [ALTERNATIVE]
    return [ALTERNATIVE, BASED_ON_PRINT if product.name == "epub" else ELECTRONIC]
