"""The words and signs that masters by chance are written with."""

from __future__ import annotations

import functools
import unicodedata

from hypothesis import strategies as st

from colofon import typefaces


@functools.cache
def letters() -> str:
    """Return every letter that our faces have and that keeps its form: Latin, Greek, Cyrillic."""
    blocks = ((0xC0, 0x180), (0x218, 0x21C), (0x370, 0x460), (0x1E00, 0x2000))
    every = (chr(code) for low, high in blocks for code in range(low, high))
    return "".join(
        each
        for each in every
        if each.isalpha() and unicodedata.is_normalized("NFC", each) and not typefaces.missing(each)
    )


COMMON = st.sampled_from("el la paz guerra niño pingüino año vosotros azul también".split())
STRANGE = st.text(st.sampled_from(letters()), min_size=2, max_size=9)
ACCENTED = [
    unicodedata.normalize("NFC", letter + accent)
    for letter in "aegkmqxаоеиыюяωη"
    for accent in "\u0301\u0303\u0302\u0323"
]
"""Letters with accents that have no character of their own, and some that have."""

STRESSED = st.builds("{}{}n".format, STRANGE, st.sampled_from(ACCENTED))
WORD = st.one_of(COMMON, COMMON, STRANGE, STRESSED)
"""Words that mean nothing to Markdown, wherever they stand."""

SIGNS = st.sampled_from(
    [
        *(
            (text, text.replace("\\", ""))
            for text in (
                *("ex-ministro", "teórico-práctico", "1914–1918", "paz—guerra", "1917", "— ya —"),
                *("«no»", "“sí”", "‘así’", "l’orient", "¿quién?", "¡basta!", "(véase)", "…", "n.º"),
                *("12\u00a0000", "5\u202f%", "A & B", "a\\*b", "a\\_b", "\\[sic\\]", "1 \\< 2"),
                *("¿“«qué»”?", "3/4", "m²", "e. g.", "--", "...", '"así"', "'así'", "Ud."),
            )
        ),
        ("H~2~O", "H2O"),
        ("m^2^", "m2"),
        ("`a*b`", "a*b"),
    ]
)
"""What else a phrase may hold: as the master writes it, and as it is shown."""

STOPS = st.sampled_from(["", "", ",", ";", ":", ".", "»", "”.", "?", "!", "…", ")"])
