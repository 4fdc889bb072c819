"""Everything that can stand in a chapter, at the head, in the middle and at the foot of a page."""

from __future__ import annotations

from laid_out import PARAGRAPH, WORDS, call, page

CELL = f"<td>{WORDS}</td>"
STANZAS = "<p>Verde viento<br/>y verdes ramas.</p>" * 4
QUOTED = "<p>Verso citado<br/>y otro verso.</p>" * 4
CONSTRUCTS = {
    "paragraph": PARAGRAPH,
    "section": f"<section id='SECTION'><h3>Un apartado</h3>{PARAGRAPH}</section>",
    "long headings": f"<section id='SECTION'><h3>{WORDS}</h3><h4>{WORDS}, {WORDS}</h4>"
    f"{PARAGRAPH}<h5>{WORDS}</h5>{PARAGRAPH}</section>",
    "quotation": f"<blockquote>{PARAGRAPH * 2}<blockquote><p>{WORDS}</p></blockquote></blockquote>",
    "quotation with verse": "<blockquote><p>Dice:</p>"
    f"<div class='verse'>{QUOTED}</div></blockquote>",
    "epigraph": f"<blockquote role='doc-epigraph'><p>{WORDS}</p><div class='attribution'>"
    "<p>R. L.</p></div></blockquote>",
    "verse": f"<div class='verse'>{STANZAS}</div>",
    "drama": f"<div class='drama'><p><span class='speaker'>Coro.</span> {WORDS} {WORDS}</p>"
    "<p><span class='stage'>Pausa.</span></p></div>",
    "list": f"<ul><li>{WORDS}</li><li>tierra<ul><li>de pasto</li></ul></li><li>paz</li></ul>",
    "loose list": f"<ol start='9'><li>{PARAGRAPH}</li><li><p>{WORDS}</p></li></ol>",
    "terms": f"<dl><dt>Paz</dt><dd>{WORDS} {WORDS}</dd><dt>Pan</dt><dd>{PARAGRAPH}</dd></dl>",
    "table": f"<table><thead><tr><th>Año</th><th>{WORDS} {WORDS}</th></tr></thead><tbody>"
    f"{f'<tr><td>1917</td>{CELL}</tr>' * 9}</tbody></table>",
    "table without a head": f"<table><tbody>{f'<tr>{CELL * 3}</tr>' * 5}</tbody></table>",
    "picture": "<figure><img src='mapa.png' alt='Mapa'/></figure>",
    "picture with caption": "<figure><img src='mapa.png' alt='Mapa'/>"
    f"<figcaption>{WORDS}, <em>{WORDS}</em></figcaption></figure>",
    "table with caption": f"<figure><table><tbody><tr>{CELL}</tr></tbody></table>"
    "<figcaption>Una tabla</figcaption></figure>",
    "code": f"<pre><code>a = 1\n{WORDS} {WORDS}\nb = 2</code></pre>",
    "rule": "<hr/>",
    "marks": f"<p>m<sup>2</sup> H<sub>2</sub>O <strong>{WORDS}</strong> <code>a</code> "
    f"<span class='smallcaps'>{WORDS}</span> <s>{WORDS}</s></p>",
}
"""What a chapter is made of, by name; SECTION stands for an id."""

FOOT = (4, 20, 21, 22, 23)
"""Lines above each of them: the first page of a chapter has room for 23."""


def zoo() -> bytes:
    """Write a page with a chapter for each construct and each of its places, with notes."""
    chapters, notes = list[str](), list[str]()
    for construct in CONSTRUCTS.values():
        for above in FOOT:
            number = len(chapters) + 1
            chapters.append(
                f"<h2>{WORDS if number % 9 == 0 else 'Uno'}</h2>{'<p>Corto.</p>' * above}"
                f"{construct.replace('SECTION', f's{number}')}"
                f"{PARAGRAPH}<p>Última{call(number)} línea.</p>"
            )
            notes.append(f"{WORDS}. " * (1 + number % 5))
    return page(*chapters, notes=tuple(notes))
