"""A reader of screens hears the history of a work as a list of its editions."""

from __future__ import annotations

import pytest
from histories import CHANGES, told
from tagged import Tagged


@pytest.mark.parametrize("which", ["screen", "archive", "large"])
def test_each_edition_is_an_item_of_a_list(which: str) -> None:
    """Without a label, since none is shown; the contents are another list."""
    edition = told()
    book = Tagged((edition.build / f"{edition.slug}-{which}.pdf").read_bytes())
    [found] = [each for each in book.top.all("L") if each.text.startswith("Edición 1")]
    assert ["LI"] * 3 == found.children
    assert [["LBody"]] * 3 == [item.children for item in found.kids]
    for item, said in zip(found.kids, CHANGES, strict=True):
        assert "".join(said.split()) in "".join(item.text.replace("\u00ad", "").split())
