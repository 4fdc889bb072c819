"""Capitals in Spanish (OLE IV; DPD «mayúsculas»)."""

from __future__ import annotations

from colofon.finding import Severity
from colofon.orthography.rule import Rule, pattern

PEOPLES = (
    "Rus[oa]s Ingles(?:es|as) Frances(?:es|as) Aleman(?:es|as) Español(?:es|as) Italian[oa]s "
    "Polac[oa]s Ucranian[oa]s Turc[oa]s Chin[oa]s Japones(?:es|as) American[oa]s "
    "Norteamerican[oa]s Mexican[oa]s Argentin[oa]s Chilen[oa]s Cuban[oa]s Peruan[oa]s "
    "Judí[oa]s Católic[oa]s Protestantes Musulman(?:es|as) Bolcheviques Mencheviques Comunistas"
)
PEOPLE = "|".join(PEOPLES.split())
OFFICES = (
    "Presidente Presidenta Vicepresidente Ministro Ministra Rey Reina Príncipe Papa Zar Zarina "
    "Káiser Emperador Embajador Embajadora Alcalde Alcaldesa Gobernador Diputado Senador Obispo"
)
OFFICE = "|".join(OFFICES.split())

RULES = (
    Rule(
        "es-revolution-adjective",
        "OLE IV; FundéuRAE",
        "«{}»: the adjective of a revolution is written small.",
        "Write Revolución rusa.",
        "la Revolución Rusa",
        "la Revolución rusa",
        pattern(
            r"\bRevolución␣(?P<at>Rusa|Francesa|Mexicana|Cubana|China|Húngara|Americana|Inglesa"
            r"|Española|Alemana|Boliviana|Sandinista)\b"
        ),
    ),
    Rule(
        "es-office-capital",
        "OLE IV; DPD «mayúsculas»",
        "«{}»: an office is written small.",
        "Write el presidente, la ministra, el zar.",
        "dijo el Presidente de la República",
        "dijo el presidente de la República",
        pattern(rf"(?<=<a>␣)(?:el|la|al|del)␣(?P<at>{OFFICE})\b(?!␣Carmesí)"),
    ),
    Rule(
        "es-people-capital",
        "OLE IV; DPD «mayúsculas»",
        "«{}»: peoples, faiths and parties' followers are written small.",
        "Write los rusos, las inglesas, los bolcheviques.",
        "contra los Ingleses",
        "contra los ingleses",
        pattern(rf"(?<=<a>␣)(?:[Ll][oa]s|de|a)␣(?P<at>{PEOPLE})\b(?!␣<A>)"),
    ),
    Rule(
        "es-language-capital",
        "OLE IV; DPD «mayúsculas»",
        "«{}»: languages are written small.",
        "Write en ruso.",
        "traducido al Ruso",
        "traducido al ruso",
        pattern(
            r"(?<=\b(?:en|al)␣)(?:Español|Castellano|Inglés|Francés|Alemán|Ruso|Italiano|Portugués"
            r"|Latín|Griego|Árabe|Chino|Japonés)\b(?!␣<A>)"
        ),
    ),
    Rule(
        "es-geography-capital",
        "OLE IV; DPD «mayúsculas»",
        "«{}»: the kind of a place is written small before its name.",
        "Write el mar Negro, el océano Atlántico.",
        "el Mar Negro",
        "el mar Negro",
        pattern(
            r"\b(?:[Ee]l|[Aa]l|[Dd]el)␣(?P<at>Mar|Océano|Lago|Golfo|Estrecho)(?=␣(?:de␣)?<A><a>)"
            r"(?!␣del␣Plata)"
        ),
    ),
    Rule(
        "es-century-capital",
        "OLE IV",
        "«{}» is written small.",
        "Write siglo.",
        "en el Siglo XX",
        "en el siglo XX",
        pattern(r"(?<=<a>␣)Siglos?(?=␣[IVX]+\b)"),
    ),
    Rule(
        "es-cion-capitals",
        "OLE II; DPD «tilde»",
        "«{}» has lost its accent: capitals have one like other letters.",
        "Write Ó.",
        "REVOLUCION",
        "REVOLUCIÓN",
        pattern(r"(?<!\w)<A>{2,}CION(?!\w)"),
        Severity.ERROR,
    ),
    Rule(
        "es-capitals-accent",
        "OLE II; DPD «tilde»",
        "«{}» has lost its accent: capitals have one like other letters.",
        "Write Á, É, Í, Ó, Ú.",
        "LEON, Africa",
        "LEÓN, África",
        pattern(
            r"(?<!\w)(?:LEON|MEXICO|PAIS|PAISES|TITULO|CAPITULO|ARTICULO|INDICE|PROLOGO|EPILOGO"
            r"|PUBLICO|POLITICA|POLITICO|REPUBLICA|UNICO|ULTIMO|DIA|MAS|TAMBIEN|SEGUN|CORDOBA"
            r"|PERU|PANAMA|BOGOTA|MALAGA|CADIZ|JOSE|JESUS|MARIA|MARTIN|Africa|Avila|Alvaro|Ultimo"
            r"|Ultima|Unico|Unica|Epoca|Exito|Indice|Angel(?=␣<A>)(?<!Los␣Angel))(?!\w)"
        ),
    ),
)
