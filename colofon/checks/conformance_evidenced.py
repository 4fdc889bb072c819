"""What the EPUB claims of its accessibility is evidenced, and what is not is not claimed."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

from lxml import etree

from colofon import certification
from colofon.accessibility import Conformance
from colofon.finding import Finding, Place
from colofon.front import Front
from colofon.readers import carried
from colofon.readers import epub as reader
from colofon.source import Edition


def check(
    *, edition: Edition, front: Front, epub: Path, unclaimed: Path
) -> Generator[Finding, None, dict[str, int]]:
    """Read what the EPUB claims, and judge by the certification of the EPUB without claims.

    Both must be the same but for the claim, or the evidence would be of another book.
    """
    book, bare = reader.read(epub), reader.read(unclaimed)
    standing = certification.standing(edition, front.language, unclaimed.read_bytes())
    yield from standing.findings
    claims, wanted = book.claims(), _wanted(standing.conformance)
    place = book.place(book.package_path)
    if claims and not wanted:
        said = "; ".join(f"{name} «{text}»" for name, text in claims)
        message = f"The EPUB claims what no evidence bears out: {said}."
        hint = "Make the EPUB again from its source; certify it before it claims anything."
        yield Finding("claim-without-evidence", message, place, hint)
    elif claims != wanted:
        message = f"The EPUB claims {claims}, and what is certified is {wanted}."
        yield Finding("claim-differs", message, place, "Make the EPUB again from its source.")
    for claim in bare.claims():
        message = f"The EPUB that was certified already claims {claim}."
        yield Finding("claim-without-evidence", message, Place(unclaimed.name))
    yield from _otherwise(book, bare)
    return {"claims": len(claims), "members": len(book.members)}


def _wanted(conformance: Conformance | None) -> tuple[tuple[str, str], ...]:
    """Say by its properties what may be claimed."""
    if conformance is None:
        return ()
    return (
        ("dcterms:conformsTo", conformance.standard),
        ("a11y:certifiedBy", conformance.certifier),
        ("dcterms:date", conformance.date.isoformat()),
    )


def _otherwise(book: reader.Epub, bare: reader.Epub) -> Iterator[Finding]:
    """Yield each member that is not what it was when the EPUB was without a claim.

    The source that it carries holds the evidence, which cannot be of itself.
    """
    for name in dict.fromkeys([*book.members, *bare.members]):
        if name == carried.IN_EPUB and name not in bare.members:
            continue
        ours, theirs = book.members.get(name), bare.members.get(name)
        if name == book.package_path and ours and theirs:
            ours, theirs = _without_claims(book), _without_claims(bare)
        if ours != theirs:
            message = "This is not the content that is certified: it was changed in the EPUB."
            hint = "Make the EPUB again from its source."
            yield Finding("claim-of-other-content", message, book.place(name), hint)


def _without_claims(book: reader.Epub) -> bytes:
    """Write the package document without its claims, and without the space between elements."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    package = etree.fromstring(book.members[book.package_path], parser)
    for each in reader.claiming(package):
        each.getparent().remove(each)
    return bytes(etree.tostring(package, method="c14n2"))
