"""Every internal link of every output leads to something that is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from colofon.finding import Finding, Place
from colofon.readers import epub as epub_reader
from colofon.readers import html as html_reader
from colofon.readers import hypertext, pdf_facts


def check(
    *,
    html: Path,
    epub: Path,
    screen_pdf: Path,
    archive_pdf: Path,
    large_pdf: Path,
) -> Generator[Finding, None, dict[str, int]]:
    """Follow every link of the web page, the EPUB with its contents, and the PDFs."""
    page, book = html_reader.read(html), epub_reader.read(epub)
    evidence = {
        f"links in {html.name}": (yield from _web(page)),
        f"links in {epub.name}": (yield from _epub(book)),
    }
    for path in (screen_pdf, archive_pdf, large_pdf):
        evidence[f"links in {path.name}"] = yield from _pdf(pdf_facts.read(path))
    return evidence


def _web(page: html_reader.Html) -> Generator[Finding, None, int]:
    """Follow the links of the web page, which must stay in it or leave it for good."""
    names = Counter(hypertext.ids(page.root))
    yield from _doubled(names, Place(page.name))
    links = page.links()
    for link in links:
        if link.href.startswith("#"):
            if link.href[1:] not in names:
                yield _dead(link.href, page.place(link.line))
        elif not urlsplit(link.href).scheme:
            yield _dead(link.href, page.place(link.line))
    for reference in hypertext.references(page.root):
        if reference.url not in names:
            yield _dead(f"#{reference.url}", page.place(reference.line))
    return len(links)


def _epub(book: epub_reader.Epub) -> Generator[Finding, None, int]:
    """Follow the links of every document, of the NCX, and of the guide."""
    ids = {path: Counter(hypertext.ids(root)) for path, root in book.documents.items()}
    count = 0
    for path, root in book.documents.items():
        yield from _doubled(ids[path], book.place(path))
        for reference in hypertext.references(root):
            if reference.url not in ids[path]:
                yield _dead(f"#{reference.url}", book.place(path, reference.line))
        for link in hypertext.links(root):
            count += 1
            if not _leads(book, ids, path, link.href):
                yield _dead(link.href, book.place(path, link.line))
    for path, href, line in book.pointers():
        count += 1
        if not _leads(book, ids, path, href):
            yield _dead(href, book.place(path, line))
    return count


def _leads(book: epub_reader.Epub, ids: dict[str, Counter[str]], base: str, href: str) -> bool:
    """Tell whether an address in a member of the book leads somewhere."""
    member, fragment = book.resolve(base, href)
    if not member:
        return True
    return member in ids and (not fragment or fragment in ids[member])


def _pdf(facts: pdf_facts.Facts) -> Generator[Finding, None, int]:
    """Follow the links and the bookmarks of the PDF; each must have words (ISO 14289-1, 7.18.5)."""
    for target in facts.targets:
        place = Place(facts.name, part=f"page {target.page}" if target.page else "outline")
        if not target.found:
            yield _dead(target.words or "?", place)
        if not target.words.strip():
            yield Finding("silent-link", "A link does not say where it leads.", place)
    return len(facts.targets)


def _doubled(names: Counter[str], place: Place) -> Iterator[Finding]:
    """Yield the ids that stand more than once, so that a link to them is a guess."""
    for name, count in names.items():
        if count > 1:
            yield Finding("doubled-id", f"The id «{name}» stands {count} times.", place)


def _dead(href: str, place: Place) -> Finding:
    """Make a finding on a link that leads nowhere."""
    return Finding("dead-link", f"«{href}» leads nowhere.", place)
