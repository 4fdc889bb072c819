"""Finished files, and their ONIX records -> the same statements, each in the codes of ONIX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import langcodes

from colofon.labels import labels_for
from colofon.readers import markup
from colofon.readers.epub import Epub
from colofon.readers.onix import Message, Product
from colofon.readers.package import ISBN, LANG, Package
from colofon.readers.pdf_size import Pages

Record = dict[str, frozenset[str]]
"""What is said, by what it is about."""

OF_THE_WORK = (
    *("title", "subtitle", "people", "roles", "language", "passages", "work"),
    *("publisher", "day", "description", "keywords", "content"),
)
"""What is said alike of every form of an edition."""

ROLES = {"aut": "A01", "ill": "A12", "edt": "B01", "com": "C01", "trl": "B06"}
"""The relators that any shop shows, in list 17; other roles are not compared."""

FEATURES = {
    "alternativeText": "14",
    "ARIA": "30",
    "displayTransformability": "36",
    "pageBreakMarkers": "19",
    "pageNavigation": "41",
    "readingOrder": "13",
    "structuralNavigation": "29",
    "tableOfContents": "11",
    "unlocked": "10",
}
"""In list 196 (Schema.org Accessibility Properties Crosswalk, 2024)."""
CLAIMED = {"EPUB Accessibility 1.1": "04", "WCAG 2.2": "82", "Level AA": "85"}
WORDED = {"00", "90", "91"}
"""Summary, certifier and day of certification: what they say is compared."""
HAZARDS = {"none": "00"}
"""In list 143."""

TITLE = "o:DescriptiveDetail/o:TitleDetail/o:TitleElement"
PUBLISHED = "o:PublishingDetail/o:PublishingDate[o:PublishingDateRole='01']"
SOURCE = ".//o:RelatedProduct[o:ProductRelationCode='13']/o:ProductIdentifier[o:ProductIDType='15']"
"""The printed book that page numbers are taken from, by its ISBN."""
UNCODED = "mis"
SHORT = 2
"""Letters of the language codes that ONIX has in any case (ISO 639-1)."""


def of_epub(book: Epub, size: int) -> Record:
    """Say what the package, the documents and the file say, as ONIX should."""
    package = Package(book.package)
    tag = " ".join(package.all("language"))
    anonymous = labels_for(tag)("Anonymous")
    people = [
        ("", "") if each.name == anonymous else (each.name, each.filed) for each in package.people
    ]
    roles = ((each.name, ROLES.get(each.relator, "")) for each in package.people)
    return {
        "title": _set([package.title("main")]),
        "subtitle": _set([package.title("subtitle")]),
        "people": _people(people),
        "roles": _roles(roles, anonymous),
        "language": _set([_primary(tag)]),
        "passages": _marked(book) - {_primary(tag)},
        "ISBN": _set(package.isbns),
        "work": _set([book.metadata().identifier]),
        "publisher": _set(package.all("publisher")),
        "day": _set(_plain_day(day) for day in package.all("date")),
        "description": _set(package.all("description")),
        "keywords": _set(["; ".join(package.all("subject"))]),
        "bytes": _set([str(size)]),
        **_access_in_epub(book, package),
    }


def _access_in_epub(book: Epub, package: Package) -> Record:
    """Say how the publication can be read, and what is claimed of it."""
    claims = package.metas("dcterms:conformsTo")
    refined = [each.get("id") for each in package.root.iter("{*}meta") if each.get("id")]
    certified = {
        prop: [value for name in refined for value in package.metas(prop, name)]
        for prop in ("a11y:certifiedBy", "dcterms:date")
    }
    pictures = "visual" in package.metas("schema:accessMode")
    return {
        "accessibility": _set([*_codes(book, package), *_claimed(claims)]),
        "summary": _set(package.metas("schema:accessibilitySummary")),
        "certified by": _set(certified["a11y:certifiedBy"]),
        "certified on": _set(_plain_day(day) for day in certified["dcterms:date"]),
        "hazards": _set(
            HAZARDS.get(each, each) for each in package.metas("schema:accessibilityHazard")
        ),
        "content": _set(["10", "07"] if pictures else ["10"]),
        "pages of": _set(
            each.removeprefix(ISBN)
            for each in package.metas("pageBreakSource")
            if each.startswith(ISBN)
        ),
    }


def of_pages(pages: Pages, *, in_print: bool) -> Record:
    """Say how many pages there are, by list 23; of the printed book, by kind, and how large."""
    if not in_print:
        return {"pages": _set([f"08: {pages.arabic + pages.roman}"]), "millimetres": frozenset()}
    counts = {"00": pages.arabic, "03": pages.roman, "06": pages.total}
    return {
        "pages": _set(f"{kind}: {count}" for kind, count in counts.items() if count),
        "millimetres": _set([f"04: {pages.height:g}", f"05: {pages.width:g}"]),
    }


def of_onix(message: Message, product: Product, tag: str) -> Record:
    """Say what the record says; `tag` is the EPUB's language, which list 74 may not name."""
    languages = "o:DescriptiveDetail/o:Language[o:LanguageRole='{}']/o:LanguageCode"
    people = [(each.name, each.inverted or each.name) for each in product.people]
    roles = ((each.name, role) for each in product.people for role in each.roles)
    return {
        "title": _set(product.all(f"{TITLE}/o:TitleText")),
        "subtitle": _set(product.all(f"{TITLE}/o:Subtitle")),
        "people": _people(people),
        "roles": _roles(roles, ""),
        "language": _set(_named(code, tag) for code in product.all(languages.format("01"))),
        "passages": _short(product.all(languages.format("15"))),
        "ISBN": _set(product.identifiers("15")),
        "work": _set(product.all(".//o:RelatedWork/o:WorkIdentifier/o:IDValue")),
        "publisher": _set(product.all("o:PublishingDetail/o:Publisher/o:PublisherName")),
        "day": _set([message.sent[:8], *product.all(f"{PUBLISHED}/o:Date")]),
        "description": _set(product.all(".//o:TextContent[o:TextType='03']/o:Text")),
        "keywords": _set(product.all(".//o:Subject/o:SubjectHeadingText")),
        "bytes": _set(product.all(".//o:Extent[o:ExtentType='22']/o:ExtentValue")),
        "pages": _set(f"{kind}: {count}" for kind, count in product.extents("03").items()),
        "millimetres": _set(f"{kind}: {size}" for kind, size in product.measures("mm").items()),
        **_access_in_onix(product),
    }


def _access_in_onix(product: Product) -> Record:
    """Say how the record says that the product can be read."""
    details = product.features("09")
    return {
        "accessibility": _set(details.keys() - WORDED),
        "summary": _set([details.get("00", "")]),
        "certified by": _set([details.get("90", "")]),
        "certified on": _set([details.get("91", "")]),
        "hazards": _set(product.features("12")),
        "content": _set(product.all(".//o:PrimaryContentType | .//o:ProductContentType")),
        "pages of": _set(product.all(f"{SOURCE}/o:IDValue")),
    }


def _set(values: Iterable[str]) -> frozenset[str]:
    """Return what is said, without what is empty."""
    return frozenset(value for value in values if value)


def _people(people: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Tell who is named, each once, and in which order."""
    once = dict.fromkeys(people)
    return frozenset(f"{n}. {name} ({filed})" for n, (name, filed) in enumerate(once, start=1))


def _roles(roles: Iterable[tuple[str, str]], anonymous: str) -> frozenset[str]:
    """Tell who did what, as far as it is compared; nobody is named «Anonymous»."""
    shown = ROLES.values()
    return frozenset(
        f"{'' if name == anonymous else name}: {role}" for name, role in roles if role in shown
    )


def _plain_day(day: str) -> str:
    """Write a day of ISO 8601 without its hyphens (list 55, code 00)."""
    return day.replace("-", "")


def _primary(tag: str) -> str:
    """Return the language of a tag or of a code of list 74, as BCP 47 has it."""
    return str(langcodes.Language.get(tag).language)


def _named(code: str, tag: str) -> str:
    """Return the language of a code; one that list 74 calls uncoded is what the EPUB says it is."""
    found = _primary(tag)
    return found if code == UNCODED and len(found) > SHORT else _primary(code)


def _short(codes: Iterable[str]) -> frozenset[str]:
    """Return the languages that ISO 639-1 has."""
    return frozenset(name for name in map(_primary, codes) if len(name) == SHORT)


def _marked(book: Epub) -> frozenset[str]:
    """Return the languages that anything in the documents is marked with."""
    nodes = (node for root in book.documents.values() for node in root.iter("{*}*"))
    return _short({node.get(LANG) or node.get("lang") or "und" for node in nodes})


def _codes(book: Epub, package: Package) -> Iterator[str]:
    """Yield the codes of list 196 that the EPUB bears out; a feature without code as it is."""
    for feature in package.metas("schema:accessibilityFeature"):
        yield FEATURES.get(feature, feature)
    if package.says_language and all(root.get(LANG) for root in book.documents.values()):
        yield "22"
    navs = (nav for root in book.documents.values() for nav in root.iter("{*}nav"))
    if any("landmarks" in markup.roles(nav) for nav in navs):
        yield "32"
    if "textual" in package.metas("schema:accessModeSufficient"):
        yield "52"


def _claimed(claims: Iterable[str]) -> Iterator[str]:
    """Yield the codes of what a publication claims to conform to."""
    for claim in claims:
        for words, code in CLAIMED.items():
            if words in claim:
                yield code
