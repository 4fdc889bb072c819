"""Nothing differs from the witness in silence, and nothing is declared that does not differ."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest

from colofon import frontmatter, pandoc
from colofon.checks.same_source import check
from colofon.finding import Finding, Refused
from colofon.source import Edition, Master
from colofon.stages import read as read_stage
from conftest import ROOT
from finished import codes, examine, outcome

PATH = "source/por-la-paz.md"
MASTER = (ROOT / PATH).read_text("utf-8")
WITNESS = (ROOT / "source" / "por-la-paz" / "witness.txt").read_text("utf-8")


def judged(master: str = MASTER, witness: str = WITNESS) -> list[Finding]:
    """Run the check on a master and a witness as texts."""
    read = Master(PATH, master)
    tree, _ = pandoc.parse(read, frontmatter.body_line(read))
    front = frontmatter.read(read, "por-la-paz")
    other = Master("source/por-la-paz/witness.txt", witness)
    return outcome(check(master=read, front=front, ast=tree, witness=other))[0]


def test_a_good_edition_accounts_for_every_token() -> None:
    """Every token of the witness, by a match, the title block or an emendation."""
    findings, evidence = examine("same-source")
    assert [] == findings
    assert evidence["tokens of the witness"] == evidence["tokens accounted for"] == 2006
    assert evidence["emendations"] == 4
    assert evidence["normalisations: quotation-marks"] == 6
    assert evidence["normalisations: title-block"] == 3
    assert evidence["page breaks of the witness"] == 1


def test_the_tokens_are_those_of_the_witness() -> None:
    """Counted with another expression than the check's."""
    words = re.findall(r"[^\W_]+|[^\w\s]", WITNESS)
    assert len(words) == 2006


LETTERS = "abcdefghilmnoprstuvyáéíóúñ"


def _spots(text: str, chance: random.Random, count: int) -> list[int]:
    """Choose letters of the reading text, the first and the last among them; no reading of ours."""
    start = text.index("En este edificio")
    stop = text.index("\n\n# Nota editorial") if "# Nota editorial" in text else len(text)
    spans = [m.span() for m in re.finditer(r"\[[^\]]*\]\{[^}]*\}|\[\^[^\]]*\]", text)]
    inside = [
        at
        for at in range(start, stop)
        if text[at].isalpha() and not any(low <= at < high for low, high in spans)
    ]
    return [inside[0], inside[-1], *chance.sample(inside, count)]


@pytest.mark.parametrize("seed", range(40))
def test_one_bad_letter_of_the_master_is_one_finding(seed: int) -> None:
    """In the place where it stands, with its line in the witness."""
    chance = random.Random(seed)
    at = _spots(MASTER, chance, 40)[seed]
    letter = chance.choice([each for each in LETTERS if each != MASTER[at]])
    changed = MASTER[:at] + letter + MASTER[at + 1 :]
    [found] = judged(master=changed)
    line = MASTER[:at].count("\n") + 1
    assert found.place.line == line
    assert found.other
    assert found.other.line


BEFORE, AFTER = WITNESS.index("¡Por la paz!"), WITNESS.index("Aliados y a las")


@pytest.mark.parametrize("seed", range(30))
def test_one_bad_letter_of_the_witness_is_one_finding(seed: int) -> None:
    """With the line and the column of both."""
    chance = random.Random(1000 + seed)
    inside = [at for at, sign in enumerate(WITNESS) if sign.isalpha() and not BEFORE <= at < AFTER]
    at = [inside[0], inside[-1], *chance.sample(inside, 40)][seed]
    letter = chance.choice([each for each in LETTERS if each != WITNESS[at]])
    [found] = judged(witness=WITNESS[:at] + letter + WITNESS[at + 1 :])
    assert found.other
    assert found.other.line == WITNESS[:at].count("\n") + 1


CHANGES = {
    "a comma lost": (" guerra o la paz; nosotros", " guerra o la paz nosotros"),
    "an accent": ("A lo largo de los ocho", "Á lo largo de los ocho"),
    "a word doubled": ("de los soviets. A lo", "de los los soviets. A lo"),
    "a word dropped": ("agotándola y destruyendo al país", "agotándola destruyendo al país"),
    "words glued": ("la burguesía y Kerensky", "la burguesíay Kerensky"),
    "a word split": ("Manteníamos que los", "Mante níamos que los"),
    "a question mark": ("palabra: ¿desean formar", "palabra: desean formar"),
    "a quotation mark": ("dijo: «El viejo", "dijo: El viejo"),
    "a capital": ("como nación libre", "como Nación libre"),
    "a space before a comma": ("y lo hace con", "y lo hace , con"),
    "words exchanged": ("principios y propuestas votados", "propuestas y principios votados"),
    "beside an emendation": ('sic="negaciones"} de paz en', 'sic="negaciones"} de la paz en'),
    "beside the page break": ('[]{.pb n="2"}Aliados', '[]{.pb n="2"}Los Aliados'),
    "at the very end": ("y vosotros la mantendréis.", "y vosotros la mantendréis"),
    "at the very beginning": ("En este edificio", "En ese edificio"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_bad_change_of_any_kind_is_one_finding(name: str) -> None:
    """Words, signs, accents, capitals, spaces; near what is declared, too."""
    old, new = CHANGES[name]
    assert MASTER.count(old) == 1
    found = judged(master=MASTER.replace(old, new))
    assert codes(found) == ["undeclared-difference"]
    assert len(found) == (2 if name == "words exchanged" else 1)


DECLARATIONS = {
    "sic is the reading": (
        '[negociaciones]{.corr sic="negaciones"}',
        '[negaciones]{.corr sic="negaciones"}',
        "needless-emendation",
    ),
    "sic is not the witness's": ('sic="negaciones"', 'sic="negocios"', "wrong-sic"),
    "an emendation of what agrees": (
        "ocho meses",
        '[ocho]{.corr sic="siete"} meses',
        "needless-emendation",
    ),
    "supplied, and there": ("ocho meses", "[ocho]{.supplied} meses", "needless-emendation"),
    "surplus, and not there": (
        "ocho meses",
        'ocho []{.surplus sic="largos "}meses',
        "needless-emendation",
    ),
    "a page break elsewhere": (
        'de los []{.pb n="2"}Aliados y a las',
        'de los Aliados y a []{.pb n="2"}las',
        "wrong-page-break",
    ),
    "a page break of another number": ('[]{.pb n="2"}', '[]{.pb n="3"}', "wrong-page-break"),
    "a page break that is none": ("ocho meses", 'ocho []{.pb n="3"}meses', "wrong-page-break"),
}


@pytest.mark.parametrize("name", DECLARATIONS)
def test_a_bad_declaration_is_one_finding(name: str) -> None:
    """A declaration with no difference of its own is found where it stands."""
    old, new, code = DECLARATIONS[name]
    assert MASTER.count(old) == 1
    [found] = judged(master=MASTER.replace(old, new))
    assert code == found.code
    assert found.place.line == MASTER[: MASTER.index(old)].count("\n") + 1


def test_a_second_number_alone_is_a_bad_page_break() -> None:
    """Only the number that the master declares is no part of the text."""
    [found] = judged(witness=WITNESS.replace("Petrov, llevan", "2\nPetrov, llevan"))
    assert "undeclared-difference" == found.code


NORMALISATIONS = {
    "line-wraps": "undeclared-normalisation",
    "spaces": "undeclared-normalisation",
    "quotation-marks": "undeclared-difference",
    "title-block": "undeclared-difference",
}


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_a_bad_silence_on_a_normalisation_is_found(name: str) -> None:
    """What is not declared is a difference: once for line ends, at each place for signs."""
    changed = re.sub(rf"  - name: {name}\n(?:    .*\n)+", "", MASTER)
    assert changed != MASTER
    assert [NORMALISATIONS[name]] == codes(judged(master=changed))


def test_a_bad_normalisation_that_nothing_needs_is_found() -> None:
    """At its name in the front matter."""
    added = "  - name: hyphenation\n    statement: Se han unido las palabras partidas.\n"
    changed = MASTER.replace("  - name: spaces\n", f"{added}  - name: spaces\n")
    [found] = judged(master=changed)
    assert "unused-normalisation" == found.code
    assert changed.splitlines()[found.place.line - 1].strip() == "- name: hyphenation"


def test_a_good_title_in_capitals_is_the_same() -> None:
    """As titles are often set."""
    old = "      - León Trotsky\n"
    master = MASTER.replace(old, old.upper())
    assert [] == judged(master=master, witness=WITNESS.replace("León Trotsky", "LEÓN TROTSKY"))


def test_a_bad_title_block_is_found() -> None:
    """A line that is not there, one that the head does not account for."""
    for old, new in (
        ("      - León Trotsky\n", "      - León Trotski\n"),
        ("  - name: León Trotsky\n", "  - name: Lev Trotsky\n"),
        ("  value: 1917-11-21\n", "  value: 1917-11-22\n"),
    ):
        assert MASTER.count(old) == 1
        found = judged(master=MASTER.replace(old, new))
        assert "title-block-astray" in codes(found)


def test_a_good_divided_word_is_joined() -> None:
    """A hyphen at a line end, once declared."""
    added = "  - name: hyphenation\n    statement: Se han unido las palabras partidas.\n"
    changed = MASTER.replace("  - name: spaces\n", f"{added}  - name: spaces\n")
    divided = WITNESS.replace("autoridad se basase", "autori-\n\ndad se basase")
    assert divided != WITNESS
    assert [] == judged(master=changed, witness=divided)


def test_a_good_supplied_word_and_a_surplus_are_no_difference() -> None:
    """Words that only one side has, declared."""
    master = MASTER.replace(
        "ocho meses", '[largos ]{.supplied}ocho []{.surplus sic="bellos "}meses'
    )
    witness = WITNESS.replace("ocho meses", "ocho bellos meses")
    assert [] == judged(master=master, witness=witness)


LISTS = "\n\n3. tres\n4. cuatro\n\n- pan\n- paz\n\n# Nota editorial"


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("3. tres\n4. cuatro\n- pan\n- paz", 0),
        ("3) tres\n4) cuatro\n• pan\n• paz", 0),
        ("tres\ncuatro\npan\npaz", 0),
        ("3. tres\n5. cuatro\n- pan\n- paz", 1),
        ("3. tres\n4. cuatro\n- pan -\n- paz", 1),
    ],
)
def test_good_and_bad_markers_of_lists(said: str, count: int) -> None:
    """The witness may have the markers of our lists or none, but no others."""
    master = MASTER.replace("\n\n# Nota editorial", LISTS)
    found = judged(master=master, witness=f"{WITNESS.rstrip()}\n{said}\n")
    assert count == len(found)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("guerra o la paz; nosotros", "guerra o la paz ; nosotros", "has no space before it"),
        ("autoridad se basase", "autori-\ndad se basase", "«hyphenation»"),
        ("“El viejo poder", "„El viejo poder", "«quotation-marks»"),
        ("Petrov, llevan", "\n4\nPetrov, llevan", '[]{.pb n="4"}'),
    ],
)
def test_a_bad_difference_says_what_it_is(old: str, new: str, words: str) -> None:
    """White space is named; what looks like a normalisation or a page break is hinted at."""
    pattern = re.compile(r"\s+".join(map(re.escape, old.split())))
    assert pattern.search(WITNESS)
    [found] = judged(witness=pattern.sub(new, WITNESS, count=1))
    assert words in f"{found.message} {found.hint}"


def test_a_work_without_a_witness_is_good() -> None:
    """There is nothing to compare, and that is said."""
    read: Any = Master(PATH, MASTER)
    tree, _ = pandoc.parse(read, frontmatter.body_line(read))
    front = frontmatter.read(read, "por-la-paz")
    found, evidence = outcome(check(master=read, front=front, ast=tree, witness=None))
    assert [] == found
    assert {"works without a witness": 1} == evidence


def test_a_bad_byte_of_the_witness_is_found_in_it(tmp_path: Path) -> None:
    """With its line and column in the witness, before anything is made."""
    (tmp_path / "source" / "obra").mkdir(parents=True)
    head = "---\ntitle: Obra\nauthors:\n  - name: Ana\nlanguage: es\nissued: 2026-11-22\n"
    text = f"{head}witness: obra/testigo.txt\n---\n\nHola.\n"
    (tmp_path / "source" / "obra.md").write_text(text, "utf-8")
    (tmp_path / "source" / "obra" / "testigo.txt").write_bytes("uno\naquí".encode("latin-1"))
    with pytest.raises(Refused) as refused:
        read_stage.make(edition=Edition("obra", tmp_path))
    [found] = refused.value.findings
    assert "source/obra/testigo.txt:2:4" == str(found.place)
    assert "bad-utf8" == found.code
