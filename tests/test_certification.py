"""A claim appears only where everything holds, and the reason is told where one thing does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from certified import CLAIMS, DAY, FOREIGN, IDENTITY, found, front, hand_in, public, rewrite
from colofon import certification, labels
from colofon.certification import checklist, writing
from colofon.certification.criteria import CRITERIA
from colofon.certification.record import Ace, Epubcheck, Malformed
from colofon.finding import Finding, Severity
from colofon.source import Edition

EPUB = b"an EPUB without a claim"


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Return a work that is certified, as far as its EPUB's bytes go."""
    work = Edition("prueba", tmp_path)
    hand_in(work, EPUB)
    return work


def judged(work: Edition, epub: bytes = EPUB) -> list[tuple[str, str]]:
    """Return the code of each reason against a claim, and what it says."""
    conformance, findings = certification.standing(work, "es", epub)
    assert (conformance is None) is bool(findings)
    return [(each.code, each.message) for each in findings]


def only(work: Edition, epub: bytes = EPUB) -> Finding:
    """Return the one reason against a claim."""
    [finding] = certification.standing(work, "es", epub).findings
    return finding


def test_whole_evidence_gives_a_claim(edition: Edition) -> None:
    """With the certifier and the day that she signed for."""
    conformance, findings = certification.standing(edition, "es", EPUB)
    assert conformance == (CLAIMS[0][1], CLAIMS[1][1], DAY)
    assert () == findings


def test_nothing_handed_in_is_no_fault(tmp_path: Path) -> None:
    """A note says how to begin."""
    finding = only(Edition("prueba", tmp_path))
    assert ("no-certification", Severity.NOTE) == (finding.code, finding.severity)
    assert "doit certify:prueba" in finding.hint


def test_one_changed_byte_withdraws_the_claim(edition: Edition) -> None:
    """The digests of then and now are named."""
    finding = only(edition, EPUB + b" ")
    assert "certified-otherwise" == finding.code
    assert "content has changed since it was certified" in finding.message


def test_a_tampered_checklist_claims_nothing(edition: Edition) -> None:
    """Whoever changes a word after the signature."""
    path = certification.folder(edition) / "checklist.toml"
    path.write_text(path.read_text("utf-8").replace("NVDA", "JAWS"), "utf-8")
    finding = only(edition)
    assert "bad-signature" == finding.code
    assert "changed after that" in finding.message


@pytest.mark.parametrize(
    ("signing", "why"),
    [({"namespace": "git"}, "signed for «git»"), ({"key": FOREIGN}, "not among the allowed")],
)
def test_a_wrong_signature_claims_nothing(
    edition: Edition, signing: dict[str, Any], why: str
) -> None:
    """Made for another purpose, or by somebody else."""
    rewrite(edition, {}, **signing)
    finding = only(edition)
    assert "bad-signature" == finding.code
    assert why in finding.message


@pytest.mark.parametrize(
    ("old", "new", "code", "why"),
    [
        ('answer = "sí"', 'answer = "no"', "answered-no", "question 1 of the checklist"),
        ('answer = "sí"', 'answer = ""', "unanswered", "question 1 of the checklist"),
        ('answer = "sí"', 'answer = "ja"', "unanswered", "«ja», which is no answer"),
        (f'identity = "{IDENTITY}"', 'identity = ""', "unanswered", "certifier’s identity"),
        (f"date = {DAY}", 'date = ""', "unanswered", "certifier’s date"),
        ('name = "Ana', 'name = " " #', "unanswered", "certifier’s name"),
        ('"Thorium Reader 3.2 con NVDA 2026.2"', "", "unanswered", "certifier’s reading systems"),
        ('digest = "', 'digest = "' + "0" * 64 + '" # ', "certified-otherwise", "another EPUB"),
        ('record = "', 'record = "' + "0" * 64 + '" # ', "certified-otherwise", "record.json"),
    ],
)
def test_a_checklist_that_does_not_bear_it_out_claims_nothing(
    edition: Edition, old: str, new: str, code: str, why: str
) -> None:
    """Even if it is signed."""
    rewrite(edition, {old: new})
    reasons = judged(edition)
    assert {code} == {each for each, _ in reasons}
    assert why in reasons[0][1]


def test_every_question_has_its_line(edition: Edition) -> None:
    """A left-out one has none, and is told too."""
    path = certification.folder(edition) / "checklist.toml"
    text = path.read_text("utf-8")
    first = text.index("[[item]]")
    rewrite(edition, {text[first : text.index("[[item]]", first + 1)]: "", '"sí"': '"no"'})
    findings = certification.standing(edition, "es", EPUB).findings
    assert len(CRITERIA) == len(findings)
    lines = path.read_text("utf-8").splitlines()
    for finding, criterion in zip(findings[:-1], CRITERIA[1:], strict=True):
        assert f'id = "{criterion.id}"' == lines[finding.place.line - 1]
    assert 0 == findings[-1].place.line


def test_what_is_not_answered_is_told_once(edition: Edition) -> None:
    """The first question, its line, and how many more."""
    rewrite(edition, {'"sí"': '""'})
    [finding] = certification.standing(edition, "es", EPUB).findings
    assert "question 1 of" in finding.message
    assert finding.message.endswith(f"Nor are {len(CRITERIA) - 1} others.")
    assert finding.place.line


@pytest.mark.parametrize("answer", ["SÍ", "yes"])
def test_answers_are_read_in_two_languages(edition: Edition, answer: str) -> None:
    """The book's and English, whatever the case."""
    rewrite(edition, {'answer = "sí"': f'answer = "{answer}"'})
    assert [] == judged(edition)


@pytest.mark.parametrize("answer", ["not applicable", "no procede "])
def test_not_every_question_may_be_passed_by(edition: Edition, answer: str) -> None:
    """A book need not have tables; it has a reading order."""
    rewrite(edition, {'answer = "sí"': f'answer = "{answer}"'})
    told = [message for _, message in judged(edition)]
    asked = [each.id for each in CRITERIA if not each.optional]
    assert len(asked) == len(told)
    for name, message in zip(asked, told, strict=True):
        assert f"{name}, applies to every book" in message


def test_a_question_that_stands_twice_claims_nothing(edition: Edition) -> None:
    """Neither the first nor the last answer counts."""
    path = certification.folder(edition) / "checklist.toml"
    text = path.read_text("utf-8")
    first = text.index("[[item]]")
    item = text[first : text.index("[[item]]", first + 1)]
    rewrite(edition, {item: item + item})
    assert ["malformed-certification"] == [code for code, _ in judged(edition)]


def test_a_day_before_the_record_claims_nothing(edition: Edition) -> None:
    """Nobody signs for what was not found yet."""
    rewrite(edition, {f"date = {DAY}": "date = 2026-11-23"})
    [(code, message)] = judged(edition)
    assert "unanswered" == code
    assert "dated before record.json" in message


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"ace": Ace(version="1.4.6", violations=1)}, "Ace 1.4.6 found 1 violations"),
        (
            {"epubcheck": Epubcheck(version="5.3.0", errors=0, warnings=2)},
            "EPUBCheck 5.3.0 found 0 errors and 2 warnings",
        ),
    ],
)
def test_what_tools_found_claims_nothing(tmp_path: Path, changes: dict[str, Any], why: str) -> None:
    """However well it is signed."""
    work = Edition("prueba", tmp_path)
    hand_in(work, EPUB, **changes)
    finding = only(work)
    assert "faults-recorded" == finding.code
    assert why in finding.message


def test_a_record_is_bound_by_the_signature(edition: Edition) -> None:
    """Violations cannot be taken out of it afterwards."""
    path = certification.folder(edition) / "record.json"
    path.write_bytes(path.read_bytes().replace(b'"5.3.0"', b'"5.3.1"'))
    assert "or that was changed since" in only(edition).message


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("checklist.toml", "no-checklist"),
        ("checklist.toml.sig", "unsigned"),
        ("allowed_signers", "unsigned"),
    ],
)
def test_a_missing_file_is_told(edition: Edition, name: str, code: str) -> None:
    """Each is needed."""
    (certification.folder(edition) / name).unlink()
    assert code == only(edition).code


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("record.json", b""),
        ("record.json", b"\xff"),
        ("record.json", b"[]"),
        ("record.json", b'{"digest": "x"}'),
        ("record.json", b"[" * 100_000),
        ("checklist.toml", b"digest"),
        ("checklist.toml", b"\xff"),
        ("checklist.toml", b"digest = 7"),
        ("checklist.toml", b"a = " + b"[" * 10_000),
        ("allowed_signers", b"\xff"),
        ("allowed_signers", b"ana"),
    ],
)
def test_a_malformed_file_is_a_warning(edition: Edition, name: str, data: bytes) -> None:
    """With its name, and no traceback."""
    path = certification.folder(edition) / name
    path.write_bytes(data)
    finding = only(edition)
    assert ("malformed-certification", Severity.WARNING) == (finding.code, finding.severity)
    assert f"source/prueba/certification/{name}" == finding.place.file


def test_a_record_names_no_file_elsewhere(edition: Edition) -> None:
    """A path is no name."""
    path = certification.folder(edition) / "record.json"
    path.write_bytes(path.read_bytes().replace(b'"checklist.toml"', b'"../checklist.toml"'))
    assert "files.checklist" in only(edition).message


# --- writing


def written(work: Edition, epub: bytes = EPUB, **changes: Any) -> writing.Written:
    """Certify again."""
    return writing.write(work, front(), found(epub, **changes))


def test_certifying_again_on_another_day_changes_nothing(edition: Edition) -> None:
    """A signature outlives it."""
    [(path, data)] = written(edition, date="2027-01-01").files.items()
    assert path.read_bytes() == data


def test_answers_stand_while_the_epub_does(edition: Edition) -> None:
    """Another version of a tool wants another signature, and no other answers."""
    again = written(edition, ace=Ace(version="1.5.0", violations=0))
    assert "answers stand" in again.lines[1]
    now = checklist.Checklist.read(list(again.files.values())[1])
    assert {"sí"} == {item.answer for item in now.items}
    assert DAY == now.certifier.date


def test_answers_for_another_epub_have_to_be_given_again(edition: Edition) -> None:
    """They are kept as remarks, once, and the day is taken away."""
    rewrite(edition, {'remark = ""': 'remark = "Con NVDA."'})
    folder = certification.folder(edition)
    for epub in (EPUB + b"2", EPUB + b"3"):
        again = written(edition, epub)
        for path, data in again.files.items():
            path.write_bytes(data)
    assert "each has to be given again" in again.lines[1]
    now = checklist.Checklist.read((folder / "checklist.toml").read_bytes())
    assert {""} == {item.answer for item in now.items}
    digest = found(EPUB).digest[: checklist.SHOWN]
    assert {f"Respuesta para {digest}: sí. Con NVDA."} == {item.remark for item in now.items}
    assert ("", CLAIMS[1][1]) == (now.certifier.date, now.certifier.name)


def test_answers_that_cannot_be_read_are_not_written_over(edition: Edition) -> None:
    """Somebody has worked on them."""
    (certification.folder(edition) / "checklist.toml").write_bytes(b"answer = ")
    with pytest.raises(Malformed):
        written(edition, EPUB + b"2")


def test_the_command_to_sign_is_printed(edition: Edition) -> None:
    """With the namespace and the path; nothing is signed."""
    lines = written(edition, EPUB + b"2").steps
    path = certification.folder(edition) / "checklist.toml"
    assert f"  ssh-keygen -Y sign -n colofon -f ~/.ssh/id_ed25519 {path}" in lines


# --- questions


@pytest.mark.parametrize("language", labels.available())
def test_questions_are_asked_in_each_of_our_languages(language: str) -> None:
    """Every one, in words of its own, and what is written can be read."""
    asked = checklist.blank("0" * 64, "1" * 64, language)
    assert checklist.Checklist.read(checklist.write(asked, "Paz", language)) == asked
    texts = {item.question for item in asked.items}
    assert len(CRITERIA) == len(texts) == len({each.id for each in CRITERIA})
    assert all(text.rstrip("?") != text for text in texts)
    assert len(checklist.answers(language)) in {3, 4, 5, 6}


def _messages(language: str) -> dict[str, str]:
    """Read a catalogue of questions."""
    with (checklist.FOLDER / f"{language}.po").open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file) if each.id}


@pytest.mark.parametrize("language", sorted(set(labels.available()) - {"en"}))
def test_every_catalogue_of_questions_is_complete(language: str) -> None:
    """Each has the same messages, none empty, with the same fields."""
    found_ones = _messages(language)
    assert set(_messages("es")) == set(found_ones)
    assert {each.question for each in CRITERIA} <= set(found_ones)
    for message, string in found_ones.items():
        assert string
        assert message.count("{") == string.count("{"), message


def test_any_text_can_be_written_into_a_checklist() -> None:
    """Quotation marks, backslashes, line ends, and what TOML forbids bare."""
    text = 'a "b" \\ \n\t\x7f\x00 ñ 😀'
    asked = checklist.blank("0" * 64, "1" * 64, "es")
    items = tuple(item.model_copy(update={"remark": text}) for item in asked.items)
    asked = asked.model_copy(update={"items": items})
    assert checklist.Checklist.read(checklist.write(asked, "Paz", "es")) == asked


def test_the_key_of_the_tests_is_none_of_ours() -> None:
    """Its seed is public."""
    for path in Path(__file__).parents[1].glob("source/*/certification/allowed_signers"):
        assert public().split()[1] not in path.read_text("utf-8")
