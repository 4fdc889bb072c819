"""The web page and the EPUB load nothing from elsewhere and run no script."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from urllib.parse import urlsplit

from colofon.finding import Finding, Place
from colofon.readers import css, hypertext
from colofon.readers import epub as epub_reader
from colofon.readers import html as html_reader

UNLISTED = ("mimetype", "META-INF/")
"""Members that the manifest does not name (EPUB OCF 3.3, 4.2.6)."""


def check(*, html: Path, epub: Path) -> Generator[Finding, None, dict[str, int]]:
    """Look at everything that a browser or a reading system would load."""
    evidence: dict[str, int] = {}
    page, book = html_reader.read(html), epub_reader.read(epub)
    evidence[f"resources of {html.name}"] = yield from _web(page)
    evidence[f"resources of {epub.name}"] = yield from _loads(book)
    yield from _manifest(book)
    evidence[f"members of {epub.name}"] = len(book.members)
    return evidence


def _web(page: html_reader.Html) -> Generator[Finding, None, int]:
    """Look at what the web page loads: only what stands in the file itself."""
    loaded = hypertext.loaded(page.root)
    for each in loaded:
        if not each.url.startswith(("data:", "#")):
            yield _elsewhere(each.url, page.place(each.line))
    for line in hypertext.scripts(page.root):
        yield _script(page.place(line))
    return len(loaded)


def _loads(book: epub_reader.Epub) -> Generator[Finding, None, int]:
    """Look at what the documents and style sheets of the EPUB load: only members of it."""
    wanted = [
        (path, each.url, each.line)
        for path, root in book.documents.items()
        for each in hypertext.loaded(root)
    ]
    for item in book.manifest.values():
        if item.media_type == "text/css" and item.path in book.members:
            sheet = book.members[item.path].decode("utf-8")
            wanted.extend((item.path, url, 0) for url in css.urls(sheet))
    for path, url, line in wanted:
        member, _ = book.resolve(path, url)
        if url.startswith(("data:", "#")) or member in book.members:
            continue
        if urlsplit(url).scheme or url.startswith("//"):
            yield _elsewhere(url, book.place(path, line))
        else:
            message = f"«{url}» is not in the book."
            yield Finding("missing-resource", message, book.place(path, line))
    for path, root in book.documents.items():
        for line in hypertext.scripts(root):
            yield _script(book.place(path, line))
    return len(wanted)


def _manifest(book: epub_reader.Epub) -> Generator[Finding, None, None]:
    """Compare the manifest with the members of the ZIP, both ways (EPUB 3.3, 5.6.2)."""
    listed = {item.path for item in book.manifest.values()}
    known = {*listed, book.package_path}
    for path in sorted(listed - set(book.members)):
        message = f"The manifest names «{path}», which is not in the book."
        yield Finding("missing-member", message, book.place(book.package_path))
    for path in sorted(set(book.members) - known):
        if not path.startswith(UNLISTED):
            yield Finding("unlisted-member", "The manifest does not name it.", book.place(path))


def _elsewhere(url: str, place: Place) -> Finding:
    """Make a finding on something that is loaded from elsewhere."""
    return Finding("remote-resource", f"«{url[:80]}» is loaded from elsewhere.", place)


def _script(place: Place) -> Finding:
    """Make a finding on something that runs."""
    return Finding("script", "Something here runs as a script.", place)
