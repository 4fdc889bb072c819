"""The name of an input -> what makes it, and how it is read from `.build/`."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from colofon import buildinfo, registry
from colofon.bagging import release
from colofon.records import Record
from colofon.source import Edition, Master


class NotMade(Exception):  # noqa: N818  # an answer, not an error
    """An input is missing because what makes it was refused."""


@dataclass(frozen=True)
class Input:
    """Where a named input comes from."""

    made_by: tuple[str, ...]
    """The makers whose records say that it is there; none for the edition itself."""
    load: Callable[[Edition], Any]


def _master(edition: Edition) -> Master:
    """Return the master as it was when it was read."""
    path = edition.master_path.relative_to(edition.root).as_posix()
    return Master(path, (edition.build / "master.md").read_text("utf-8"))


def _front(edition: Edition) -> Any:
    """Return the front matter, typed."""
    from colofon.front import Front  # noqa: PLC0415  # pydantic is heavy

    data = (edition.build / "front.json").read_bytes()
    return Front.model_validate_json(data).model_copy(update={"slug": edition.slug})


def _ast(edition: Edition) -> Any:
    """Return pandoc's tree."""
    return json.loads((edition.build / "ast.json").read_bytes())


def _document(edition: Edition) -> Any:
    """Return the text as divisions, blocks, phrases and notes."""
    from colofon import parsing  # noqa: PLC0415  # langcodes is heavy

    return parsing.parse(edition, _master(edition), _ast(edition))[0]


def _fonts(folder: str) -> Callable[[Edition], dict[str, bytes]]:
    """Return a function that reads the subset faces in a folder, by name."""
    return lambda edition: {
        path.stem: path.read_bytes() for path in sorted((edition.build / folder).glob("*.ttf"))
    }


def _layout(edition: Edition) -> Any:
    """Return the places of pages, lines and notes."""
    return json.loads((edition.build / "layout.json").read_bytes())


def _file(name: str) -> Callable[[Edition], bytes]:
    """Return a function that reads a file of `.build/<slug>/`."""
    return lambda edition: (edition.build / name).read_bytes()


def _accessibility(edition: Edition) -> Any:
    """Return how the EPUB can be read, and what is claimed of it."""
    from colofon.accessibility import Accessibility  # noqa: PLC0415  # langcodes is heavy

    data = (edition.build / "certification" / "accessibility.json").read_bytes()
    return Accessibility.from_dict(json.loads(data))


def _witness(edition: Edition) -> Master | None:
    """Return the witness as it was when the master was read, or None if there is none."""
    named = _front(edition).witness
    if named is None:
        return None
    path = (edition.master_path.parent / named).relative_to(edition.root).as_posix()
    return Master(path, (edition.build / "witness.txt").read_text("utf-8"))


def _published(edition: Edition) -> Any:
    """Return the register of the published edition's paragraphs, or None if there is none."""
    path = edition.dist / f"{edition.slug}.paragraphs.json"
    return json.loads(path.read_bytes()) if path.is_file() else None


def _sealed(edition: Edition) -> dict[str, Any] | None:
    """Return the build record of the sealed edition, or None if there is none."""
    return buildinfo.read(edition.dist / buildinfo.NAME)


def _output(suffix: str) -> Callable[[Edition], Path]:
    """Return a function that names an output."""
    return lambda edition: edition.build / f"{edition.slug}{suffix}"


def _outputs(edition: Edition) -> dict[str, Path]:
    """Name every output of a work; what else its makers leave is read by name."""
    made = (name for maker in FORMATS for name in Record.read(edition, maker).files)
    return {name: edition.build / name for name in sorted(made) if name.startswith(edition.slug)}


def _printings(part: Literal["print", "cover"]) -> Callable[[Edition], dict[str, Path]]:
    """Return a function that names a part of the book for each printer, the first's first."""
    return lambda edition: {
        printer: edition.build / f"{edition.slug}{suffix}"
        for printer, suffix in _front(edition).print.suffixes(part).items()
    }


FORMATS = tuple(entry.name for entry in registry.FORMATS)

INPUTS = {
    "edition": Input((), lambda edition: edition),
    "master": Input(("read",), _master),
    "front": Input(("front",), _front),
    "ast": Input(("read",), _ast),
    "witness": Input(("read",), _witness),
    "document": Input(("read",), _document),
    "page": Input(("page",), _file("page.html")),
    "fonts": Input(("fonts",), _fonts("fonts")),
    "large_fonts": Input(("fonts",), _fonts("large-fonts")),
    "layout": Input(("layout",), _layout),
    "pages_1_7": Input(("layout",), _file("pages-1.7.pdf")),
    "pages_2_0": Input(("layout",), _file("pages-2.0.pdf")),
    "carried": Input(("source",), _file("source.zip")),
    "cover": Input(("cover-image",), _output("-cover.jpg")),
    "thumbnail": Input(("cover-image",), _output("-thumbnail.jpg")),
    "html": Input(("html",), _output(".html")),
    "epub": Input(("epub",), _output(".epub")),
    "unclaimed": Input(
        ("epub",), lambda edition: edition.build / "certification" / "unclaimed.epub"
    ),
    "accessibility": Input(("epub",), _accessibility),
    "print_pdf": Input(("print",), _output("-print.pdf")),
    "booklet_pdf": Input(("booklet",), _output("-booklet.pdf")),
    "interiors": Input(("print",), _printings("print")),
    "cover_pdf": Input(("cover",), _output("-cover.pdf")),
    "wraps": Input(("cover",), _printings("cover")),
    "screen_pdf": Input(("screen",), _output("-screen.pdf")),
    "large_pdf": Input(("large",), _output("-large.pdf")),
    "archive_pdf": Input(("archive",), _output("-archive.pdf")),
    "tei": Input(("tei",), _output(".tei.xml")),
    "text": Input(("text",), _output(".txt")),
    "onix": Input(("onix",), _output(".onix.xml")),
    "outputs": Input(FORMATS, _outputs),
    "record": Input(("buildinfo",), _file("buildinfo.json")),
    "release": Input((), lambda _: release.files()),
    "published": Input((), _published),
    "sealed": Input((), _sealed),
}


def gather(names: tuple[str, ...], edition: Edition) -> dict[str, Any]:
    """Load every named input; raise `NotMade` naming the first that was refused."""
    loaded = {}
    for name in names:
        state = ""
        for maker in INPUTS[name].made_by:
            record = Record.read(edition, maker)
            if record.refused:
                raise NotMade(maker)
            state += repr(sorted(record.files.items()))
        loaded[name] = _load(name, edition, state)
    return loaded


@functools.lru_cache(maxsize=32)
def _load(name: str, edition: Edition, _state: str) -> Any:
    """Load an input once for each state of what makes it."""
    return INPUTS[name].load(edition)
