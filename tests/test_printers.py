"""What is known of printers, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from colofon import printers, styles
from colofon.press.claims import CONDITIONS
from colofon.printers import Pages, Part


@pytest.mark.parametrize(
    ("pages", "multiple", "last_blank", "complete"),
    [
        (16, 4, False, 16),
        (17, 4, False, 20),
        (31, 2, False, 32),
        (31, 2, True, 32),
        (32, 2, True, 34),
        (32, 16, True, 48),
        (1, 1, False, 1),
    ],
)
def test_blank_pages_complete_a_book(
    pages: int,
    multiple: int,
    last_blank: bool,  # noqa: FBT001  # a row of a table
    complete: int,
) -> None:
    """Up to the next multiple, and one more where the last must be blank."""
    accepted = Pages(minimum=1, maximum=999, multiple=multiple, last_blank=last_blank)
    assert complete == accepted.complete(pages)


def _figures(value: Any, name: str = "") -> Iterator[str]:
    """Name every number, truth and choice of a printer's, by the keys that lead to it."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _figures(each, f"{name}.{key}" if name else key)
    elif value is not None:
        yield name


UNSOURCED = {"name", "version"}
"""What says who is meant and when it was read."""


@pytest.mark.parametrize("name", printers.names())
def test_every_figure_says_where_it_comes_from(name: str) -> None:
    """By its own name or by its table's; no source is of a figure that is not there."""
    data = printers.printer(name).model_dump()
    sources = data.pop("sources")
    figures = [each for each in _figures(data) if each not in UNSOURCED]
    assert len(figures) > 25
    for figure in figures:
        steps = figure.split(".")
        said = {".".join(steps[:end]) for end in range(1, len(steps) + 1)} & set(sources)
        assert said or steps[-1] == "profile", figure
    for source, told in sources.items():
        assert any(f"{figure}.".startswith(f"{source}.") for figure in figures), source
        assert len(told) > 10


@pytest.mark.parametrize("name", printers.names())
def test_every_condition_has_a_profile(name: str) -> None:
    """PDF/X-4 embeds one; colours are converted by it in any case, and people are told its name."""
    printer = printers.printer(name)
    for part in (printer.interior, printer.cover):
        assert part.condition in CONDITIONS
        assert (styles.FOLDER / "icc" / f"{part.condition}L.icc").is_file()
        assert part.profile == (f"{part.condition}L.icc" if part.standard == "PDF/X-4" else None)


@pytest.mark.parametrize("name", printers.names())
def test_margins_grow_with_the_pages(name: str) -> None:
    """There are margins for every number of pages that can be bound, in order."""
    printer = printers.printer(name)
    ends = [each.pages for each in printer.margins]
    assert ends == sorted(ends)
    assert ends[-1] >= printer.pages.maximum
    inner = [each.inner for each in printer.margins]
    assert inner == sorted(inner)
    assert printer.margin(printer.pages.minimum) == printer.margins[0]


def test_papers_are_found_by_name() -> None:
    """Without a name the first is taken; one that is not there is no paper."""
    kdp = printers.printer("kdp")
    assert kdp.paper(None) == kdp.papers["white"]
    assert kdp.paper("cream").caliper == 2 * 0.0635
    with pytest.raises(KeyError):
        kdp.paper("gold")


@pytest.mark.parametrize("name", ["/etc/hostname", "../fonts/OFL.txt", "a/../FOGRA39L.icc", ".icc"])
def test_a_profile_is_one_of_ours(name: str) -> None:
    """Settings of a stranger do not have any file of this machine embedded as a profile."""
    part = printers.printer("offset").interior
    with pytest.raises(ValidationError, match="profile"):
        Part.model_validate({**part.model_dump(), "profile": name})
