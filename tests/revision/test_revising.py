"""What becomes of passages and notes, told from their words alone."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from colofon.revision.changes import Kind, Revision
from colofon.revision.reading import About, Noted, Reading, Token
from colofon.revision.revising import revise

VOCABULARY = (
    "cielo azul ciudad antigua noticias cartas frente trenes tarde periódicos promesas fábricas "
    "gente voz baja pan tierra paz ministros embajadores negociaciones ferrocarriles año"
).split()


def prose(seed: int, size: int = 30) -> str:
    """Make a paragraph that no other is like."""
    return " ".join(random.Random(seed).choices(VOCABULARY, k=size))


def reading(paragraphs: list[str], notes: dict[int, str] | None = None) -> Reading:
    """Read numbered paragraphs, in which `^3` behind a word calls a note."""
    body: list[Token] = []
    for number, paragraph in enumerate(paragraphs, start=1):
        for at, word in enumerate(paragraph.split()):
            text, *called = word.split("^")
            opens = "" if at else f"p{number}"
            body.append(Token(text, not at, opens, tuple(map(int, called))))
    said = tuple(
        Noted(number, tuple(Token(word, not at) for at, word in enumerate(text.split())))
        for number, text in (notes or {}).items()
    )
    return Reading("test", About(), tuple(body), said)


def told(found: Revision) -> list[tuple[Kind, list[int], list[int]]]:
    """Return each change by its kind and its numbers."""
    return [
        (each.kind, [p.number for p in each.old], [p.number for p in each.new])
        for each in found.changes
    ]


P = [prose(number) for number in range(8)]


def test_a_paragraph_that_moved_and_changed_is_known_again() -> None:
    """Most of its words stand elsewhere: it moved, and its changes are told."""
    changed = P[6].replace(P[6].split()[10], "nunca")
    found = revise(reading(P), reading([P[0], changed, *P[1:6], P[7]]))
    assert told(found) == [(Kind.MOVED, [7], [2])]
    assert any("nunca" in step.new for step in found.changes[0].steps)


def test_two_paragraphs_divided_elsewhere_are_told_as_one_change() -> None:
    """Where the boundary between two moved, both are told together."""
    words = P[3].split()
    found = revise(
        reading(P),
        reading([*P[:3], " ".join(words[:12]), f"{' '.join(words[12:])} {P[4]}", *P[5:]]),
    )
    assert [(kind, old) for kind, old, _ in told(found)] == [(Kind.DIVIDED, [4, 5])]


def test_a_rewritten_paragraph_is_removed_and_added() -> None:
    """What has no words in common with what stood there is another paragraph."""
    found = revise(reading(P), reading([*P[:3], " ".join(f"otra{n}" for n in range(20)), *P[4:]]))
    assert told(found) == [(Kind.REMOVED, [4], []), (Kind.ADDED, [], [4])]


def test_a_note_that_another_word_calls() -> None:
    """The same note behind another word is told, and nothing else is."""
    first = reading(["uno^1 dos tres cuatro cinco"], {1: "Una nota."})
    second = reading(["uno dos tres^1 cuatro cinco"], {1: "Una nota."})
    found = revise(first, second)
    [note] = found.notes
    assert (note.kind, note.moved, found.changes) == (Kind.MOVED, True, ())
    assert note.here is not None
    assert note.there is not None
    assert (note.here.words, note.there.words) == (("uno",), ("uno", "dos", "tres"))


def test_a_note_is_renumbered_with_the_same_call() -> None:
    """A note before it takes its number: it is the same note, and its paragraph the same."""
    first = reading(["uno dos^1 tres"], {1: "Una nota."})
    second = reading(["uno^1 dos^2 tres"], {1: "Otra cosa nueva.", 2: "Una nota."})
    found = revise(first, second)
    assert [(each.kind, each.new and each.new.number) for each in found.notes] == [(Kind.ADDED, 1)]
    assert found.renumbered_notes == ((1, 2),)
    assert found.same == found.same_notes == 1


def test_a_paragraph_moves_with_its_notes() -> None:
    """Notes that are called in a paragraph that moved have other numbers, and nothing else."""
    one, two, three = (f"{P[n]}^{n + 1}" for n in range(3))
    notes = [f"Nota sobre {prose(50 + n, 6)}" for n in range(3)]
    first = reading([one, two, three], dict(enumerate(notes, start=1)))
    second = reading(
        [f"{P[2]}^1", f"{P[0]}^2", f"{P[1]}^3"], dict(enumerate([notes[2], *notes[:2]], start=1))
    )
    found = revise(first, second)
    assert told(found) == [(Kind.MOVED, [3], [1])]
    assert found.notes == ()
    assert found.renumbered_notes == ((1, 2), (2, 3), (3, 1))


def test_a_note_rewritten_at_its_call_is_changed() -> None:
    """Whatever it says now, what the same word calls is the same note."""
    first = reading(["uno dos^1 tres"], {1: "Una nota sobre trenes."})
    second = reading(["uno dos^1 tres"], {1: "Distinta por completo."})
    assert [each.kind for each in revise(first, second).notes] == [Kind.CHANGED]


def test_a_call_is_no_part_of_a_figure() -> None:
    """1917 with a call of note 3 is 1917: another number of the note changes no word."""
    first = reading(["en 1917^3 fue"], {3: "Sí."})
    second = reading(["en 1917^4 fue"], {4: "Sí."})
    found = revise(first, second)
    assert not found.changes
    assert found.renumbered_notes == ((3, 4),)


@settings(max_examples=60)
@given(st.lists(st.integers(0, 40), unique=True, max_size=12), st.data())
def test_what_is_removed_and_added_is_told(kept: list[int], data: st.DataObject) -> None:
    """Of paragraphs that have nothing else in common, exactly those that went and came are told."""
    gone = data.draw(st.sets(st.sampled_from(kept))) if kept else set()
    new = data.draw(st.lists(st.integers(100, 140), unique=True, max_size=4))
    text = {n: " ".join(f"{word}{n}" for word in VOCABULARY) for n in (*kept, *new)}
    second = [n for n in kept if n not in gone]
    for each in new:
        second.insert(data.draw(st.integers(0, len(second))), each)
    found = revise(reading([text[n] for n in kept]), reading([text[n] for n in second]))
    assert found.same == len(kept) - len(gone)
    assert {kind for kind, *_ in told(found)} <= {Kind.REMOVED, Kind.ADDED}
    assert sum(kind is Kind.REMOVED for kind, *_ in told(found)) == len(gone)
    assert sum(kind is Kind.ADDED for kind, *_ in told(found)) == len(new)


@settings(max_examples=60)
@given(st.permutations(range(8)))
def test_what_moved_is_told_once(order: list[int]) -> None:
    """Paragraphs in another order are the same or moved; none is removed, added or changed."""
    found = revise(reading(P), reading([P[n] for n in order]))
    assert {kind for kind, *_ in told(found)} <= {Kind.MOVED}
    assert found.same + len(found.changes) == len(P)
    assert found.differs == (order != sorted(order))
