"""Abbreviations and acronyms in Spanish (OLE V 3.2 and 3.4; DPD «abreviatura», «sigla»)."""

from __future__ import annotations

from colofon.finding import Severity
from colofon.orthography.rule import Rule, pattern

ABBREVIATION = "OLE V 3.2; DPD «abreviatura»"
ACRONYM = "OLE V; DPD «sigla»"

RULES = (
    Rule(
        "es-abbreviation-space",
        ABBREVIATION,
        "«{}» has no space between its words.",
        "Write EE. UU., p. ej., a. C., RR. HH.",
        "los EE.UU.",
        "los EE. UU.",
        pattern(
            r"(?<!\w)(?:EE\.UU|RR\.HH|CC\.OO|FF\.AA|JJ\.OO|AA\.VV|SS\.MM|DD\.HH|p\.ej|a\.C|d\.C"
            r"|a\.J\.C|d\.J\.C|a\.m|p\.m|q\.e\.p\.d|S\.M|v\.gr)\.(?!\w)"
        ),
        Severity.ERROR,
    ),
    Rule(
        "es-abbreviation-unstopped",
        ABBREVIATION,
        "«{}» has no stop.",
        "Write the stop that ends an abbreviation.",
        "el Sr García",
        "el Sr. García",
        pattern(
            r"(?<!\w)(?:Sr|Sra|Srta|Dr|Dra|Ud|Uds|Vd|Vds|Excmo|Excma|Ilmo|Ilma|etc|pág|págs"
            r"|núm|núms|Avda|Dña|Hnos)(?![\w.…])"
        ),
    ),
    Rule(
        "es-eeuu",
        "OLE V 3.2; DPD «Estados Unidos»; FundéuRAE",
        "«{}» is an abbreviation written as an acronym.",
        "Write EE. UU., or EUA.",
        "EEUU",
        "EE. UU.",
        pattern(r"(?<!\w)(?:EEUU|EE␣UU)(?![\w])"),
        Severity.ERROR,
    ),
    Rule(
        "es-abbreviation-accent",
        ABBREVIATION,
        "«{}» has lost its accent.",
        "Write pág., núm., Cía.",
        "pag. 12",
        "pág. 12",
        pattern(r"(?<!\w)(?:[Pp]ags?|[Nn]ums?|Cia|[Tt]elef)\."),
        Severity.ERROR,
    ),
    Rule(
        "es-usted-abbreviation",
        "DPD «usted»; OLE V 3.2",
        "«{}» is written with a capital.",
        "Write Ud., Uds.",
        "ud. dirá",
        "Ud. dirá",
        pattern(r"(?<!\w)(?:ud|uds|vd|vds)\.(?!\w)"),
    ),
    Rule(
        "es-initials-space",
        "OLE V 3.2; FundéuRAE",
        "«{}»: initials have no space between them.",
        "Set a space after each: L. D. Trotsky.",
        "L.D. Trotsky",
        "L. D. Trotsky",
        pattern(r"(?<![\w.])(?!a\.C|d\.C|S\.M)(?:<A>\.){2,}(?=␣<A><a>)"),
    ),
    Rule(
        "es-acronym-stops",
        ACRONYM,
        "«{}»: an acronym has neither stops nor spaces.",
        "Write URSS, ONU.",
        "la U.R.S.S.",
        "la URSS",
        pattern(r"(?<![\w.])(?:<A>\.){3,}(?!␣<A><a>)|(?<![\w.])O\.N\.U\.(?!\w)"),
    ),
    Rule(
        "es-acronym-plural",
        ACRONYM,
        "«{}»: an acronym has no plural -s in writing.",
        "Write las ONG.",
        "las ONGs",
        "las ONG",
        pattern(r"(?<!\w)<A>{2,}['’]?s(?!\w)"),
    ),
    Rule(
        "es-century-abbreviation",
        "OLE IV",
        "«{}»: the abbreviation of «siglo» is written small.",
        "Write s. XX.",
        "el S. XX",
        "el s. XX",
        pattern(r"(?<=<a>␣)S\.(?=␣[IVX]+\b)"),
    ),
    Rule(
        "es-translator-note",
        "Libro de estilo de la lengua española; OLE, apéndice de abreviaturas",
        "«{}» is no form of «nota del traductor».",
        "Write N. del T., N. de la T., N. del E.",
        "(N.T.)",
        "(N. del T.)",
        pattern(
            r"(?<![\w.])[Nn]\.(?:␣?de(?:l|␣la)?␣?)?[TtEe]\.(?<!N\.␣del␣[TE]\.)(?<!N\.␣de␣la␣[TE]\.)(?!\w)"
        ),
    ),
)
