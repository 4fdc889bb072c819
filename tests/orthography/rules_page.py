"""The rules of orthography -> docs/orthography.md: run this file after a rule has changed."""

from __future__ import annotations

from collections.abc import Iterable

from colofon.orthography.rule import Rule
from colofon.orthography.rules import LANGUAGES, NEUTRAL
from conftest import ROOT

HEAD = """# The rules of orthotypography

The check `orthography` reads every passage of a master by these rules: those of any language, and
those of the language that the front matter names or that `lang` gives to a phrase. Code,
addresses and phrases in a language without rules are not judged; an emendation is judged by its
reading. A plain space and a no-break one count alike.

An **error** keeps the work from being published: no correct text breaks that rule. A warning does
not. What breaks a rule and is right all the same is declared in the front matter, with its
reason; an exception that excepts nothing is an error:

```yaml
exceptions:
  - code: es-solo-accent
    text: sólo
    reason: Grafía de la transcripción, que se conserva.
```

OLE is *Ortografía de la lengua española* (2010), by chapter; DPD the *Diccionario panhispánico de
dudas*, by entry. In the examples `[^]` is the call of a note. This page is written by
`tests/orthography/rules_page.py`.
"""


def page() -> str:
    """Write the page."""
    spanish = [HEAD, "## In any language", "", *_table(NEUTRAL)]
    return "\n".join([*spanish, "", "## In Spanish", "", *_table(LANGUAGES["es"]), ""])


def _table(rules: Iterable[Rule]) -> Iterable[str]:
    """Write the rows of some rules."""
    yield "| rule | level | before | after | authority |"
    yield "|---|---|---|---|---|"
    for rule in rules:
        before, after = (_code(text) for text in (rule.before, rule.after))
        yield f"| `{rule.code}` | {rule.severity} | {before} | {after} | {rule.authority} |"


def _code(text: str) -> str:
    """Show a text as it is typed, invisible signs by their numbers."""
    shown = "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in text)
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


if __name__ == "__main__":
    (ROOT / "docs" / "orthography.md").write_text(page(), "utf-8")
