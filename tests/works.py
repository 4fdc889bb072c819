"""Masters that are not ours, for showing that the recipe needs no edit for another work."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw

SMALL = """---
title: A Modest Beginning
authors:
  - name: Jane Doe
language: en
issued: 2025-03-01
---

This text has neither heading nor note. It is short, and it is enough.

A second paragraph, with *emphasis* and a well-known compound: the mother-in-law of a
co-signatory re-read the well-worn out-of-date press release.
"""
"""English, no headings, no notes, no witness, no rights, no description."""

HEAD = """---
title: La obra grande & «sus» <partes>
subtitle: Notas, tablas, imágenes, citas, verso y tres lenguas
authors:
  - name: Ana Pérez
    sort: Pérez, Ana
  - name: Inés O’Hara
    sort: O’Hara, Inés
    role: trl
language: es
date: {value: 1899-10, certainty: uncertain}
edition: 3
issued: 2024-02-29
isbn: {print: 978-0-306-40615-7, epub: 978-3-16-148410-0}
rights:
  - part: text
    status: cleared
    statement: De Ana Pérez.
source: Escrita para las pruebas.
description: Un libro de prueba, más grande que el nuestro.
subjects: [Pruebas, Tipografía]
print: {trim: TRIM}
---
"""

WORDS = (
    "el cielo azul sobre la ciudad antigua donde nadie esperaba ya noticias ni cartas del frente "
    "porque los trenes llegaban tarde y los periódicos repetían promesas inverosímiles mientras "
    "las fábricas callaban y la gente hablaba en voz baja de pan tierra paz ministros embajadores "
    "negociaciones interminables contrarrevolucionarios ferrocarriles telegrafistas austrohúngaro "
    "ex-ministro co-firmante teórico-práctico vigésimo pingüino cigüeña año ¿quién? ¡basta! «no»"
).split()
GERMAN = "Die Weltgeschichte ist das Weltgericht, und Freude heißt die starke Feder."
RUSSIAN = "Вся власть Советам, мир хижинам, война дворцам, земля крестьянам."


def big(folder: Path, *, notes: int = 200, trim: str = "A5", seed: int = 20) -> str:
    """Write a long master's pictures into its folder, and return its text.

    `notes` notes fall on about as many paragraphs; the same seed gives the same text.
    """
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    picture(folder / "mapa.png")
    picture(folder / "retrato.jpg")
    text, defined = [HEAD.replace("TRIM", trim)], []
    for number in range(1, notes + 1):
        if number % 40 == 1:
            kind = " {.introduction}" if number == 1 else ""
            text.append(f"# Parte {number // 40 + 1}: *entrada*{kind}")
        if number % 10 == 1:
            text.append(f"## Capítulo {number}")
        text.append(_paragraph(chance, number))
        text.extend(_furniture(folder.name, number))
        defined.append(_note(chance, number))
    return "\n\n".join([*text, *defined]) + "\n"


def _sentence(chance: random.Random, size: int) -> str:
    """Make a sentence of so many words."""
    words = chance.choices(WORDS, k=size)
    if words[-1].endswith(("?", "!")):
        words.append("paz")
    return " ".join(words).capitalize() + "."


def _paragraph(chance: random.Random, number: int) -> str:
    """Make a paragraph with one call, and now and then a phrase in German or Russian."""
    before, after = (_sentence(chance, chance.randint(8, 40)) for _ in range(2))
    if number % 7 == 0:
        after += f" [{GERMAN}]{{lang=de}}"
    if number % 9 == 0:
        after += f" [*{RUSSIAN}*]{{lang=ru}} El [griego]{{.smallcaps}} [ὁ λόγος]{{lang=grc}}."
    return f"{before[:-1]}[^ed-{number}]. {after}"


def _note(chance: random.Random, number: int) -> str:
    """Make a note: some long, some of two paragraphs, some with a link."""
    size = 90 if number % 23 == 0 else chance.randint(5, 30)
    note = f"[^ed-{number}]: {_sentence(chance, size)}"
    if number % 17 == 0:
        note += f"\n\n    Segundo párrafo: [una página](https://example.org/{number}) y *más*."
    return note


def _furniture(slug: str, number: int) -> list[str]:
    """Set something else than a paragraph between two of them."""
    pieces = {
        3: "> Una cita en bloque que ocupa más de una línea de la página impresa, para ver si "
        "sangra.\n>\n> Y su segundo párrafo.",
        5: "::: verse\nVerde que te quiero verde,\\\nverde viento, verdes ramas,\\\n"
        "el barco sobre la mar\n\ny el caballo en la montaña.\n:::",
        8: "| Año | Lugar | Asistentes |\n|---|:-:|--:|\n| 1905 | San Petersburgo | 120 |\n"
        "| 1917 | Petrogrado | 12 000 |",
        12: "- pan\n- tierra\n    - de labor\n    - de pasto\n- paz",
        14: "3. tercero\n4. cuarto, que es bastante más largo y pasa de una línea a la otra sin "
        "detenerse en la coma ni en el punto\n5. quinto",
        16: f"::: figure\n![Un mapa con una diagonal]({slug}/mapa.png)\n\n"
        "El mapa, con su *pie*.\n:::",
        18: f"![Un retrato con una diagonal]({slug}/retrato.jpg)",
        21: "Término\n:   Su explicación.\n\nOtro término\n:   La suya.\n:   Y otra más.",
        24: "::: epigraph\nQuien no se mueve no siente sus cadenas.\n\n::: attribution\n"
        "R. L.\n:::\n:::",
        27: f"### Un apartado {{#apartado-{number}}}\n\nVéase [este apartado](#apartado-{number}), "
        "~~tachado~~, H~2~O y m^2^, `código` y **negrita con *cursiva***.",
        29: "***",
        31: "    sangrado\n      y más sangrado",
        33: "::: drama\n[Coro.]{.speaker} ¿Quién viene? [Pausa.]{.stage}\n\n"
        "[Mensajero.]{.speaker} Nadie.\n:::",
    }
    return [pieces[number % 40]] if number % 40 in pieces else []


def picture(path: Path, scale: int = 1) -> None:
    """Draw a diagonal on 300 by 200 pixels, or on more."""
    image = Image.new("RGB", (300 * scale, 200 * scale), "white")
    ends = (10 * scale, 10 * scale, 290 * scale, 190 * scale)
    ImageDraw.Draw(image).line(ends, fill="black", width=5 * scale)
    image.save(path)
