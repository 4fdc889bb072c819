"""A master with everything that one can say, as the archive gets it: TEI and plain text."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import works
from colofon.source import Edition
from conftest import doit, new_project

MASTER = """---
title: Todo
authors: [{name: Ana Pérez}, {name: Eva Ruiz, role: edt}]
language: es
issued: 2026-11-22
date: {value: 1916-02-29, calendar: julian}
note_kinds: [{prefix: rev, name: Notas del revisor, sign: N. del R.}]
---

# Dedicatoria {.dedication}

A nadie.

# Uno[^au-x] {.chapter #uno}

::: epigraph
Quien.

::: attribution
R. L. `c` [*s*]{.stage} ![dib](todo/mapa.png)
:::
:::

Un [aún]{.corr sic="aun"} dos [a ]{.supplied}tres []{.surplus sic="de "}cuatro
pa[]{.pb n="3"}labra[^tr-a]
y literal [7] \\[\\^7\\] `\\[^8]`.
Véase [*uno* y [x]{lang=grc}](#uno) y ![dib](todo/mapa.png) fin [Voz.]{.speaker} [dice]{.stage}.

::: {lang=de}
Ein Absatz[^rev-b].

> Zitat

- a
- b
:::

::: epigraph
En medio.
:::

Línea uno\\
línea dos.

::: verse
Uno *dos\\
tres* cuatro [cin\\
co]{.corr sic="cinca"}[^ed-c]

> cita

otra
:::

::: drama
Preludio.

[Coro.]{.speaker}[^ed-d] ¿Quién? [Pausa.]{.stage}

[Solo.]{.speaker}

[B.]{.speaker}

::: verse
uno
dos
:::

[C.]{.speaker}pegado

***

fin
:::

Término *x*[^ed-e]
:   uno

    dos

:   ```
    code

      [^9] more
    ```

| a | b |
|--:|---|
| [x]{.corr sic="y"} | z[^ed-f] |

| | |
|--|--|
| sin | cabeza con una celda larguísima que no cabe en la página de ninguna manera, digo |

::: figure
![A](todo/mapa.png)

![B](todo/mapa.png)

| t | u |
|---|---|
| 1 | 2 |

Pie *x*[^ed-g].
:::

c. item

   segundo
d. - x
   - y

       z

***

## Sub

x

# Nota {.afterword .editorial}

y [z]{.corr sic="w"}

## Sub dos

::: attribution
Yo
:::

[^au-x]: a
[^tr-a]: T

    ***

    > q
[^rev-b]: R

    - l
    - m
[^ed-c]: C

    ::: verse
    uno
    dos
    :::
[^ed-d]: D

        code
[^ed-e]: E ![dib](todo/mapa.png)
[^ed-f]: F
[^ed-g]: G

    | a | b |
    |---|---|
    | c | d |
"""
"""Each construct in each place where it may stand, and some where one would not look for it."""

_FOLDER = tempfile.TemporaryDirectory(prefix="colofon-archived-")


@functools.cache
def archived() -> Edition:
    """Make the TEI file and the plain text of the master."""
    project = new_project(Path(_FOLDER.name) / "project")
    folder = project / "source" / "todo"
    folder.mkdir()
    works.picture(folder / "mapa.png")
    (project / "source" / "todo.md").write_text(MASTER, "utf-8")
    run = doit(project, "todo:tei", "todo:text")
    assert run.returncode == 0, run.stdout + run.stderr
    return Edition("todo", project)
