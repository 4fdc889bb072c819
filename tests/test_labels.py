"""The words we add to a book."""

from __future__ import annotations

import ast
import datetime as dt
import io

import pytest
from babel.messages.pofile import read_po
from fontTools.ttLib import TTFont

from colofon import labels
from colofon.front import Front
from colofon.stages import fonts
from conftest import ROOT

ASKED = {"es", "en", "ca", "fr", "pt", "de", "it"}


def _messages() -> set[str]:
    """Read every message of a catalogue."""
    with (labels.FOLDER / "es.po").open("rb") as file:
        return {str(message.id) for message in read_po(file) if message.id}


def test_the_languages_asked_for_are_there() -> None:
    """Seven at least."""
    assert set(labels.available()) >= ASKED


@pytest.mark.parametrize("language", sorted(set(labels.available()) - {"en"}))
def test_every_catalogue_is_complete(language: str) -> None:
    """Each has the same messages, none empty, with the same fields."""
    with (labels.FOLDER / f"{language}.po").open("rb") as file:
        catalogue = {str(each.id): str(each.string) for each in read_po(file) if each.id}
    assert set(catalogue) == _messages()
    for message, string in catalogue.items():
        assert string
        assert message.count("{") == string.count("{"), message


def test_no_message_is_left_over() -> None:
    """Every message is used by the package, as a whole string of its code."""
    used = {
        node.value
        for path in (ROOT / "colofon").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert _messages() <= used


def test_days_and_lists_are_worded_by_the_language() -> None:
    """CLDR knows how."""
    spanish = labels.labels_for("es-AR")
    assert spanish.day(dt.date(1917, 11, 21)) == "21 de noviembre de 1917"
    assert spanish.list(["Ana", "Inés"]) == "Ana e Inés"


def test_sizes_and_languages_are_worded_by_the_language() -> None:
    """CLDR knows how; a language without a name keeps its tag, and nothing weighs nothing."""
    spanish, english = labels.labels_for("es"), labels.labels_for("en")
    assert ["1 kB", "600 kB", "1,2 MB"] == [
        spanish.size(count).replace("\xa0", " ") for count in (3, 600_400, 1_249_000)
    ]
    assert "1.2 MB" == english.size(1_249_000).replace("\xa0", " ")
    assert ("español", "griego antiguo") == (spanish.name("es-AR"), spanish.name("grc"))
    assert "qaa" == english.name("qaa")


def test_an_unknown_language_falls_back_to_english() -> None:
    """The check labels-translated says so."""
    assert labels.labels_for("nl")("Contents") == "Contents"


def test_a_missing_message_is_a_bug() -> None:
    """It never reaches a book in English by mistake."""
    with pytest.raises(KeyError):
        labels.labels_for("es")("Never written")


def test_a_leap_day_keeps_its_year() -> None:
    """Also where only the Julian calendar has it."""
    spanish = labels.labels_for("es")
    assert "29 de febrero de 1916" == spanish.date("1916-02-29")
    assert "29 de febrero de 1900" == spanish.date("1900-02-29")
    assert "noviembre de 1917" == spanish.date("1917-11")


@pytest.mark.parametrize("language", labels.available())
def test_the_fonts_of_any_book_have_the_labels(language: str) -> None:
    """Also where its own text is of few letters: an EPUB names its parts."""
    front = Front.model_validate(
        {"title": "A", "authors": [{"name": "A"}], "language": language, "issued": "2026-11-22"}
    )
    faces = fonts.make(front=front, page=b"<html>A</html>").files
    known = set(TTFont(io.BytesIO(faces["fonts/EBGaramond-Regular.ttf"])).getBestCmap())
    needed = {sign for sign in labels.labels_for(language).characters() if not sign.isspace()}
    assert {sign for sign in needed if ord(sign) not in known} == set()
