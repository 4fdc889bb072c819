"""Numbers, ordinals, symbols and hours in Spanish (OLE VIII; DPD «números», «ordinales»)."""

from __future__ import annotations

from colofon.finding import Severity
from colofon.orthography.rule import Rule, pattern

ORDINALS = "DPD «ordinales»; OLE VIII"
NUMBERS = "OLE VIII; DPD «números»"
SYMBOLS = "OLE V; DPD «símbolo»"

RULES = (
    Rule(
        "es-thousands-stop",
        NUMBERS,
        "«{}» parts its thousands with stops.",
        "Part them with a space: 120 000; four figures stand together: 1917.",
        "120.000 hombres",
        "120 000 hombres",
        pattern(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?!\d|\.\d|,\d{3})"),
    ),
    Rule(
        "es-thousands-comma",
        NUMBERS,
        "«{}» parts its thousands with commas.",
        "Part them with a space: 1 200 000.",
        "1,200,000 hombres",
        "1 200 000 hombres",
        pattern(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])"),
    ),
    Rule(
        "es-four-figures",
        NUMBERS,
        "«{}»: four figures stand together.",
        "Write 1917.",
        "en 1 917",
        "en 1917",
        pattern(
            r"(?<![\d.,])(?<!\d[ \u00a0\u202f])[1-9][ \u00a0\u202f]\d{3}(?![\d\u00a0\u202f]|␣\d)"
        ),
    ),
    Rule(
        "es-ordinal-stop",
        ORDINALS,
        "«{}» has no stop before its letter.",
        "Write 1.º, 1.ª.",
        "el 1º de mayo",
        "el 1.º de mayo",
        pattern(r"(?<!\w)\d+[ºª]"),
        Severity.ERROR,
    ),
    Rule(
        "es-ordinal-letters",
        ORDINALS,
        "«{}» is no ordinal of Spanish.",
        "Write 1.er, 2.º, 3.ª.",
        "el 2do congreso",
        "el 2.º congreso",
        pattern(r"(?<!\w)\d+(?:er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na)(?!\w)"),
    ),
    Rule(
        "es-number-sign",
        "OLE, apéndice de abreviaturas",
        "«{}» is no abbreviation of «número».",
        "Write n.º, with a stop and the letter º (U+00BA).",
        "el nº 3, el n° 3",
        "el n.º 3",
        pattern(r"(?<!\w)[Nn](?:º|\.?°)"),
        Severity.ERROR,
    ),
    Rule(
        "es-roman-ordinal",
        "OLE VIII; DPD «números»",
        "«{}»: a Roman numeral is an ordinal by itself.",
        "Write II.",
        "el IIº Congreso",
        "el II Congreso",
        pattern(r"(?<!\w)[IVX]{2,}\.?[ºª°]"),
        Severity.ERROR,
    ),
    Rule(
        "es-partitive-ordinal",
        "DPD «ordinales»; OLE VIII",
        "«{}» is a fraction, no ordinal.",
        "Write undécimo, duodécimo, decimoquinto, vigésimo …",
        "el onceavo congreso",
        "el undécimo congreso",
        pattern(
            r"\b(?:[Oo]nce|[Dd]oce|[Tt]rece|[Cc]atorce|[Qq]uince|[Vv]einte)av[oa]␣"
            r"(?:aniversario|capítulo|congreso|edición|lugar|piso|puesto|siglo|sesión|vez)\b"
        ),
    ),
    Rule(
        "es-percent-glued",
        "OLE V; FundéuRAE",
        "«{}» is joined to its figure.",
        "Set a space between them: 25 %.",
        "el 25%",
        "el 25 %",
        pattern(r"(?<=\d)[%‰](?!\w)"),
        Severity.ERROR,
    ),
    Rule(
        "es-unit-glued",
        SYMBOLS,
        "«{}» is joined to its figure.",
        "Set a space between figure and symbol: 5 km.",
        "a 5km",
        "a 5 km",
        pattern(r"(?<=\d)(?:km|kg|cm|mm|ml|mg|ha|hl|kW|kWh|MHz)(?![\w-])"),
    ),
    Rule(
        "es-unit-plural",
        SYMBOLS,
        "«{}»: a symbol has no plural and no stop.",
        "Write km, kg, m, g, h.",
        "5 kms, 3 hs.",
        "5 km, 3 h",
        pattern(r"(?<=\d)␣?(?P<at>(?:kms|kgs|cms|mts|grs|lts|hs|hrs)\b\.?)"),
        Severity.ERROR,
    ),
    Rule(
        "es-unit-stop",
        SYMBOLS,
        "A stop follows the symbol.",
        "Delete it: a symbol is no abbreviation.",
        "a 5 km. de aquí",
        "a 5 km de aquí",
        pattern(r"(?<=\d)␣?(?:km|kg|cm|mm|ha)(?P<at>\.)(?=␣<a>|,)"),
    ),
    Rule(
        "es-degree-sign",
        "OLE V; FundéuRAE",
        "«{}»: the letter º (U+00BA) stands for the sign of degrees.",
        "Write 20 °C, with ° (U+00B0).",
        "a 20 ºC",
        "a 20 °C",
        pattern(r"(?<=\d)␣(?P<at>º␣?[CF])\b"),
        Severity.ERROR,
    ),
    Rule(
        "es-o-between-figures",
        "OLE II; DPD «o»",
        "«ó» between figures has no accent.",
        "Write o.",
        "3 ó 4",
        "3 o 4",
        pattern(r"(?<=\d␣)ó(?=␣\d)"),
    ),
    Rule(
        "es-century-figures",
        "OLE VIII",
        "A century has Arabic figures.",
        "Write Roman numerals: siglo XX.",
        "el siglo 20",
        "el siglo XX",
        pattern(r"\b[Ss]iglos?␣(?P<at>\d{1,2})(?!\d)"),
    ),
    Rule(
        "es-decade-plural",
        "OLE VIII; FundéuRAE",
        "«{}»: decades have no plural -s.",
        "Write los años 80, or los ochenta.",
        "los 80s",
        "los años 80",
        pattern(r"(?<!\w)(?:[12]\d)?\d0['’]?s(?!\w)"),
    ),
    Rule(
        "es-split-numeral",
        "OLE VIII; DPD «cardinales»",
        "«{}» is written in one word.",
        "Write dieciséis … veintinueve.",
        "diez y seis",
        "dieciséis",
        pattern(
            r"\b(?:[Dd]iez␣y␣(?:seis|siete|ocho|nueve)"
            r"|[Vv]einte␣y␣(?:un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))\b"
        ),
    ),
)
