"""colofon.typesetting.paragraph: where lines of a text may end, and what hangs there."""

from __future__ import annotations

import pytest

from colofon.typesetting import hanging
from colofon.typesetting.paragraph import Chance, Characters, Division, breaks, chances

SPANISH = Division("es", 5, 2, 3)
WIDTH = 5.0
HYPHEN = 3.0


def known(text: str, how: Division | None = SPANISH) -> Characters:
    """Measure a text in which every character has one width; Pango breaks it at spaces."""
    divided = [(0, len(text), how)] if how else []
    count = len(text)
    return Characters(text, [WIDTH] * count, _spaced(text), [HYPHEN] * count, divided)


def _spaced(text: str, *allowed: int) -> list[bool]:
    """Tell before which characters a line may end: after spaces, and at `allowed`."""
    return [at in allowed or text[at - 1 : at] == " " for at, _ in enumerate(text)]


def divided(text: str, how: Division = SPANISH) -> set[int]:
    """Return after how many letters of a text words may be divided."""
    return {each.at for each in chances(known(text, how), 0, len(text)) if each.divides}


def words(text: str, *allowed: int) -> list[str]:
    """Return the lines of a text that Pango breaks at its spaces and at `allowed`."""
    characters = known(text, None)
    characters.allowed = _spaced(text, *allowed)
    found, start = [], 0
    for chance in chances(characters, 0, len(text)):
        found.append(text[start : chance.at])
        start = chance.resume
    return found


def test_a_line_may_end_at_spaces_and_at_the_end() -> None:
    """The space is dropped; one at the end of the text is no place of its own."""
    assert words("la paz y ") == ["la", "paz", "y"]
    assert words("25\u00a0de octubre") == ["25\u00a0de", "octubre"]


@pytest.mark.parametrize("mark", ["«", "¿", "¡", "(", "“", "«¿"])
def test_no_line_ends_in_what_opens(mark: str) -> None:
    """Neither with a space after the mark nor without."""
    assert words(f"no {mark} paz") == ["no", f"{mark} paz"]
    assert words(f"no {mark}paz", 3 + len(mark)) == ["no", f"{mark}paz"]


def test_dashes_stay_with_their_asides() -> None:
    """A dash between words may end a line; one that opens or closes an aside parts nothing."""
    assert words("no —nadie— sí", 3, 4, 9, 10) == ["no", "—nadie—", "sí"]
    assert words("guerra—paz", 6, 7) == ["guerra—", "paz"]
    assert words("franco-ruso -5", 7, 13) == ["franco-", "ruso", "-5"]


def test_words_are_divided_in_their_language() -> None:
    """Two letters before and three after, in words of five letters at least."""
    assert divided("revolución") == {2, 4, 6}
    assert divided("amor") == set()
    assert divided("Selbstbestimmung", Division("de", 5, 2, 3)) == {6, 8, 12}
    assert divided("revolución", Division("xx", 5, 2, 3)) == set()


def test_soft_hyphens_are_the_only_places_of_their_word() -> None:
    """A word with soft hyphens is divided there and nowhere else, with a hyphen that is added."""
    text = "auto\u00addeterminación"
    characters = known(text)
    characters.allowed = _spaced(text, text.index("\u00ad") + 1)
    found = chances(characters, 0, len(text))
    assert found == [Chance(5, 5, divides=True, added=True), Chance(len(text), len(text))]


def test_a_written_hyphen_is_a_hyphen() -> None:
    """It counts in ladders and at page ends, but none is added to it."""
    characters = known("franco-ruso", None)
    characters.allowed = _spaced("franco-ruso", 7)
    assert Chance(7, 7, divides=True) in chances(characters, 0, 11)


def test_what_hangs_is_measured() -> None:
    """A comma hangs on the right, an opening mark on the left, by their shares of their widths."""
    text = "sí, «no"
    found = breaks(known(text, None), 0, chances(known(text, None), 0, len(text)), hang=True)
    line = next(each for each in found if each.end == 3 * WIDTH)
    assert line.hang == hanging.RIGHT[","] * WIDTH
    assert line.hang_next == hanging.LEFT["«"] * WIDTH
    bare = breaks(known(text, None), 0, chances(known(text, None), 0, len(text)), hang=False)
    assert not any(each.hang or each.hang_next for each in bare)
