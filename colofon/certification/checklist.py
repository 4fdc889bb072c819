"""What only a person can judge, asked and answered: checklist.toml."""

from __future__ import annotations

import datetime as dt
import functools
import json
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, ValidationError

from colofon.certification.criteria import CRITERIA
from colofon.certification.record import Digest, Malformed, Strict, fault
from colofon.labels import Labels, labels_for

FOLDER = Path(__file__).parent / "locale"
"""Our questions in other languages."""

SHOWN = 8
"""Digits of a digest that people compare."""


class Answer(StrEnum):
    """What may be answered; each language has its own words for it."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not applicable"


class Item(Strict):
    """One question, and what was answered."""

    id: str
    rule: str = ""
    question: str = ""
    answer: str = ""
    remark: str = ""


class Certifier(Strict):
    """Who checked, when, and with what."""

    name: str = ""
    identity: str = ""
    """The name that allowed_signers knows her by; often an address of electronic mail."""
    date: dt.date | Literal[""] = ""
    systems: tuple[str, ...] = ()
    """Reading systems and assistive technologies, with their versions."""


class Checklist(Strict):
    """The questions on one EPUB, and what binds the answers to it and to what tools found."""

    digest: Digest
    record: Digest
    """The SHA-256 of record.json."""
    certifier: Certifier = Certifier()
    items: tuple[Item, ...] = Field((), alias="item")

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Read a checklist; raise `Malformed`."""
        try:
            read = cls.model_validate(tomllib.loads(data.decode("utf-8")))
        except ValidationError as error:
            raise Malformed(fault(error)) from None
        except (ValueError, RecursionError) as error:
            raise Malformed(f"It is not TOML: {error}") from None
        names = [item.id for item in read.items]
        if doubled := sorted({name for name in names if names.count(name) > 1}):
            raise Malformed(f"It has the question {doubled[0]} more than once.")
        return read


def words(language: str) -> Labels:
    """Return our questions in a language, or in English where we do not have it."""
    return labels_for(language, FOLDER)


@functools.cache
def answers(language: str) -> dict[str, Answer]:
    """Return the words of a language for each answer, besides the English ones."""
    said = words(language)
    ours = {
        said("yes"): Answer.YES,
        said("no"): Answer.NO,
        said("not applicable"): Answer.NOT_APPLICABLE,
    }
    return {each.value: each for each in Answer} | ours


def blank(digest: str, record: str, language: str) -> Checklist:
    """Ask every question of an EPUB."""
    said = words(language)
    items = tuple(
        Item(id=each.id, rule=each.rule, question=said(each.question)) for each in CRITERIA
    )
    return Checklist(digest=digest, record=record, item=items)


def renewed(last: Checklist, digest: str, record: str, language: str) -> Checklist:
    """Ask again, and keep what was answered: as answers while the EPUB is the same one.

    Of another EPUB they are remarks, since every one of them has to be confirmed.
    """
    said, same = words(language), digest == last.digest
    kept = {each.id: each for each in last.items}
    items = []
    for item in blank(digest, record, language).items:
        before = kept.get(item.id, item)
        answer, remark = before.answer, before.remark
        if not same and answer:
            earlier = said("Answer for {digest}: {answer}.", digest=last.digest[:SHOWN],
                           answer=answer)  # fmt: skip
            answer, remark = "", f"{earlier} {remark}".strip()
        items.append(item.model_copy(update={"answer": answer, "remark": remark}))
    certifier = last.certifier if same else last.certifier.model_copy(update={"date": ""})
    return Checklist(digest=digest, record=record, certifier=certifier, item=tuple(items))


def write(asked: Checklist, title: str, language: str) -> bytes:
    """Write a checklist for a person to fill in, in the language of the book."""
    return "\n".join([*_head(asked, title, words(language)), *_items(asked), ""]).encode()


def _head(asked: Checklist, title: str, said: Labels) -> Iterator[str]:
    """Yield what the checklist is of, how it is filled in, and who does so."""
    yield "# " + said("Accessibility of “{title}”: what no program can judge.", title=title)
    yield "# " + said("Write an answer to every question: {yes}, {no} or {neither}.",
                      yes=_quoted(said("yes")), no=_quoted(said("no")),
                      neither=_quoted(said("not applicable")))  # fmt: skip
    yield "# " + said("Say in the remark what you tried, and why something does not apply.")
    yield "# " + said("Then sign this file; whatever is changed after that undoes the signature.")
    yield ""
    yield "# " + said("The SHA-256 of the EPUB without any claim, and of record.json.")
    yield f"digest = {_quoted(asked.digest)}"
    yield f"record = {_quoted(asked.record)}"
    yield ""
    yield "[certifier]"
    someone = asked.certifier
    yield "# " + said("Who checked, as the book will say it.")
    yield f"name = {_quoted(someone.name)}"
    yield "# " + said("The same person as allowed_signers names her.")
    yield f"identity = {_quoted(someone.identity)}"
    yield "# " + said("The day, without quotation marks: 2026-11-24")
    yield f"date = {someone.date.isoformat() if someone.date else _quoted('')}"
    yield "# " + said("Reading systems and screen readers, each with its version.")
    yield f"systems = [{', '.join(_quoted(each) for each in someone.systems)}]"


def _items(asked: Checklist) -> Iterator[str]:
    """Yield every question."""
    for item in asked.items:
        yield "\n[[item]]"
        for name, value in item.model_dump().items():
            yield f"{name} = {_quoted(value)}"


def _quoted(text: str) -> str:
    """Write a TOML basic string, whose escapes are those of JSON (TOML 1.0, Strings)."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
