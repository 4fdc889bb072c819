"""Works on pages of many heights: where their notes stand, as the finished pages show it."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path
from unittest import mock

from colofon import inputs, layout
from colofon.checks import note_on_page
from colofon.finding import Finding
from colofon.labels import labels_for
from colofon.pdf import dialect, writer
from colofon.source import Edition
from finished import outcome

HEIGHTS = range(16, 76)
"""Lines of text on a page; A5 has 32."""

WORDS = "paz guerra tierra soviets obreros delegados tratados secretos revolución frente".split()


HEAD = """---
title: Doscientas notas
authors:
  - name: Ana Pérez
language: es
issued: 2025-03-01
---"""


def noted(notes: int = 200, seed: int = 7) -> str:
    """Write a master of paragraphs with as many notes, some of a word and some of ten lines."""
    chance = random.Random(seed)
    text = [HEAD]
    defined = []
    number = 0
    while number < notes:
        if len(text) % 30 == 1:
            text.append(f"# Capítulo {len(text) // 30 + 1}")
        words = chance.choices(WORDS, k=chance.randrange(4, 50))
        for place in sorted(
            chance.sample(range(len(words)), k=min(chance.randrange(4), notes - number))
        ):
            number += 1
            words[place] += f"[^n{number}]"
            said = " ".join(chance.choices(WORDS, k=chance.choice((1, 5, 15, 30, 70))))
            defined.append(f"[^n{number}]: {said.capitalize()}.")
        text.append(f"{' '.join(words).capitalize()}.")
    return "\n\n".join([*text, *defined]) + "\n"


def strayed(
    edition: Edition, lines: int, folder: Path, *, fit: str = "total-fit"
) -> tuple[list[Finding], int]:
    """Lay out a work whose makers have run with so many lines on a page, which are broken by `fit`.

    Return what is found of its notes, on the finished pages and by the layout, and how many
    notes there are.
    """
    named = ("master", "ast", "front", "page", "fonts")
    master, ast, front, page, fonts = inputs.gather(named, edition).values()
    area = layout.Area.of(front.print.trim)
    spare = area.height - area.text_height
    area = dataclasses.replace(area, lines=lines, height=spare + lines * area.leading)
    path = folder / f"{edition.slug}-{lines}.pdf"
    typesetting = front.print.typesetting.model_copy(update={"lines": fit})
    settings = front.print.model_copy(update={"typesetting": typesetting})
    with mock.patch.object(layout.Area, "of", return_value=area):
        laid = layout.lay_out(page, fonts, settings, edition.folder, path.name)
    path.write_bytes(
        writer.write(laid.document, laid.root, labels_for(front.language), dialect.ONE)
    )
    check = note_on_page.check(master=master, ast=ast, print_pdf=path, archive_pdf=path)
    findings, evidence = outcome(check)
    noticed = [each for each in laid.findings if "note" in each.code]
    return [*findings, *noticed], evidence["notes"]
