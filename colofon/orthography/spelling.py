"""Spellings that the norm has changed, or never had (OLE I, II and V; DPD)."""

from __future__ import annotations

from colofon.finding import Severity
from colofon.orthography.rule import Rule, pattern, words

ACCENTS = "OLE II; DPD «tilde»"

UNACCENTED = "|".join(
    (
        "segun quizas facil dificil util debil fragil habil carcel arbol lapiz azucar pais paises "
        "jovenes imagenes examenes crimenes volumenes periodico parrafo capitulos articulos "
        "razon corazon ocasion facilmente dificilmente rapidamente unicamente publicamente "
        "politicamente historicamente ultimamente basicamente practicamente economicamente "
        "automaticamente dieciseis veintidos veintitres veintiseis"
    ).split()
)
"""Words that there are only with an accent; small, since «Corazon» may be a name."""

RULES = (
    Rule(
        "es-solo-accent",
        "OLE II; DPD «solo» (2023: admitted where the writer sees an ambiguity)",
        "«{}»: the adverb has no accent since 2010.",
        "Write solo, or except it with a reason.",
        "sólo queremos paz",
        "solo queremos paz",
        words("sólo"),
    ),
    Rule(
        "es-demonstrative-accent",
        "OLE II; DPD «tilde»",
        "«{}»: demonstratives have no accent since 2010.",
        "Write este, ese, aquel, or except it with a reason.",
        "dijo aquél",
        "dijo aquel",
        words("éste ésta éstos éstas ése ésa ésos ésas aquél aquélla aquéllos aquéllas"),
    ),
    Rule(
        "es-diphthong-accent",
        "OLE II; DPD «guion», «truhan»",
        "«{}» is a syllable without accent since 2010.",
        "Write guion, truhan, ion, rio, fie.",
        "el guión",
        "el guion",
        words("guión truhán ión prión muón pión fié fió lié lió guié guió crié crió rió frió pió"),
    ),
    Rule(
        "es-monosyllable-accent",
        ACCENTS,
        "«{}»: this syllable has no accent (since 1952, or never).",
        "Write fue, fui, vio, dio, fe, ti, pie.",
        "así fué",
        "así fue",
        words("fué fuí vió dió fé tí ví pié"),
        Severity.ERROR,
    ),
    Rule(
        "es-particle-accent",
        ACCENTS,
        "«{}» has no accent (since 1911).",
        "Write a, e, o, u.",
        "voy á casa",
        "voy a casa",
        pattern(r"(?<=<a>␣)[áéóú](?=␣<L>)|(?<=[,;]␣)[áóú](?=␣<L>)"),
    ),
    Rule(
        "es-missing-accent",
        ACCENTS,
        "«{}» has lost its accent.",
        "Write it with one.",
        "tambien",
        "también",
        pattern(
            r"(?<!\w)(?:[Tt]ambien|[Dd]espues|[Aa]demas|[Aa]lgun|[Nn]ingun|[Aa]qui|[Aa]lli|[Dd]etras"
            rf"|{UNACCENTED})(?!\w)"
        ),
        Severity.ERROR,
    ),
    Rule(
        "es-cion-accent",
        ACCENTS,
        "«{}» has lost its accent.",
        "Write -ción.",
        "revolucion",
        "revolución",
        pattern(r"(?<!\w)<L><a>+cion(?!\w)"),
        Severity.ERROR,
    ),
    Rule(
        "es-needless-accent",
        "OLE II; DPD «examen», «imagen», «joven», «volumen»",
        "«{}» has an accent that it does not need.",
        "Write examen, imagen, joven, volumen.",
        "la imágen",
        "la imagen",
        words(
            "exámen imágen jóven órden márgen vírgen órigen crímen gérmen resúmen volúmen dictámen "
            "certámen abdómen heróico gratuíto fortuíto "
            "jesuíta ruído construído destruído incluído huído contribuído"
        ),
        Severity.ERROR,
    ),
    Rule(
        "es-dieresis",
        "OLE II; DPD «diéresis»",
        "«{}» has lost its dieresis.",
        "Write güe, güi where u is spoken.",
        "la verguenza",
        "la vergüenza",
        pattern(
            r"(?<!\w)(?:[Vv]erg[uú]en[zc]|[Ll]ing[uú](?:ista|[ií]stic[ao])|[Bb]iling[uú]e|[Cc]ig[uú]eña|[Pp]ing[uú]ino"
            r"|[Aa]ntig[uú]edad|[Aa]mbig[uú]edad|[Nn]icarag[uú]ense|[Pp]arag[uú]ero|[Aa]verig[uú]é"
            r"|[Dd]esag[uú]e(?!a)|[Ss]antig[uú]é)\w*"
        ),
        Severity.ERROR,
    ),
    Rule(
        "es-joined-words",
        "OLE V",
        "«{}» is written in separate words.",
        "Write a pesar, de repente, sin embargo.",
        "apesar de todo",
        "a pesar de todo",
        words(
            "apesar derrepente enserio aveces porfavor nisiquiera sinembargo envez devez atravez "
            "sinduda talcual encuanto enrealidad asique amenudo"
        ),
        Severity.ERROR,
    ),
    Rule(
        "es-ex-prefix",
        "OLE V; DPD «ex»",
        "«{}»: the prefix is joined to its word.",
        "Write exministro; apart only before several words (ex primer ministro).",
        "el ex ministro",
        "el exministro",
        pattern(
            r"\b[Ee]x(?:␣|-)(?:president[ea]|ministr[oa]|diputad[oa]|senador[a]?|alcalde(?:sa)?"
            r"|director[a]?|marido|mujer|novi[oa]|combatiente|soldado|general|rey|zar|embajador[a]?"
            r"|militante|miembro|jefe|jefa|alumn[oa]|prisioner[oa])s?\b"
        ),
    ),
    Rule(
        "es-prefix-hyphen",
        "OLE V; DPD «guion»",
        "«{}»: a prefix is joined to its word.",
        "Write cofirmante, antifascista, posguerra.",
        "un co-firmante",
        "un cofirmante",
        pattern(
            r"(?<![\w-])(?:[Cc]o|[Aa]nti|[Cc]ontra|[Pp]re|[Pp]os|[Pp]ro|[Ss]uper|[Ss]ub|[Vv]ice"
            r"|[Ii]nter|[Uu]ltra|[Ss]emi|[Pp]seudo|[Nn]eo|[Mm]ulti|[Mm]icro|[Mm]ini|[Ss]obre)"
            r"-(?=<a>{3,})(?!ante\b)"
        ),
    ),
    Rule(
        "es-e-before-i",
        "DPD «y»; OLE",
        "«{}» stands before the sound i.",
        "Write e.",
        "Lenin y Inessa",
        "Lenin e Inessa",
        pattern(r"(?<=[\w,»)]␣)y(?=␣(?:[iIíÍ](?![aeouáéóú])|[Hh][ií](?![aeoáéó]))[a-záéíóúñ])"),
    ),
    Rule(
        "es-u-before-o",
        "DPD «o»; OLE",
        "«{}» stands before the sound o.",
        "Write u.",
        "siete o ocho",
        "siete u ocho",
        pattern(r"(?<=[\w,»)]␣)o(?=␣(?:[oOóÓ]|[Hh][oó])[a-záéíóúñ])"),
    ),
    Rule(
        "es-and-or",
        "DPD «o»; FundéuRAE",
        "«{}» says no more than «o».",
        "Write o.",
        "pan y/o paz",
        "pan o paz",
        pattern(r"\b[ye]/[ou]\b"),
    ),
)
