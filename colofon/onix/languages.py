"""BCP 47 tags -> language, country and script as ONIX writes them."""

from __future__ import annotations

import langcodes
from lxml.etree import _Element as Element

from colofon.onix.nodes import composite

UNCODED = "mis"
"""What list 74 has for the languages it does not name."""
PRIVATE = "Qa"
"""How scripts begin that ISO 15924 leaves to private use; list 121 has all others."""


def language(parent: Element, role: str, tag: str) -> None:
    """Say that the book has this language in a role of list 22.

    Country and script are said where the tag says them and ONIX has a code: regions such as
    Latin America (419) or the Canary Islands (IC) have none, nor have private scripts.
    """
    read = langcodes.Language.get(tag)
    country, script = read.territory or "", read.script or ""
    composite(
        parent,
        "Language",
        LanguageRole=role,
        LanguageCode=code(tag),
        CountryCode=country if country in LIST_91 else "",
        ScriptCode="" if script.startswith(PRIVATE) else script,
    )


def code(tag: str) -> str:
    """Return the language's code of list 74: ISO 639-2/B, and some of ISO 639-3."""
    try:
        found = langcodes.Language.get(tag).to_alpha3(variant="B")
    except LookupError:
        return UNCODED
    return found if found in LIST_74 else UNCODED


LIST_74 = frozenset(
    (
        "aar aav abk ace ach ada ady afa afh afr ain aka akk alb ale alg alq alt amh ang anp apa "
        "ara arc arg arm arn arp art arw asm ast ath atj aus ava ave awa aym aze bad bai bak bal "
        "bam ban baq bas bat bej bel bem ben ber bho bih bik bin bis bla bnc bnt bos bra bre brx "
        "btk bua bug bul bum bur byn cad cai car cat cau cay ceb cel cha chb che chg chi chk chm "
        "chn cho chp chr chu chv chy cic ckb cmc cmn cnr cop cor cos cou cpe cpf cpp cre crg crh "
        "crj crk crl crm crp csb csw cus cwd cze dak dan dar day del den dgr din div doi dra dsb "
        "dua dum dut dyu dzo efi egl egy eka elx eng enm epo est esx ewe ewo fan fao fat fij fil "
        "fin fit fiu fkv fon fre frm fro frr frs fry fuf ful fur gaa gay gba gem geo ger gez gil "
        "git gju gla gle glg glv gmh gml goh gon gor got grb grc gre grn grt gsw guc guj gwi hai "
        "hat hau haw heb her hil him hin hit hmn hmo hmx hoc hop hrv hsb hun hup hux iba ibo ice "
        "ido iii ijo ike ikt iku ile ilo ina inc ind ine inh ipk ira iro ita jav jbo jow jpn jpr "
        "jpx jrb kaa kab kac kal kam kan kar kas kau kaw kaz kbd kbp kdr kha khi khm kho khr kik "
        "kin kir kln kmb kok kom kon kor kos kpe kqs krc krl kro kru kss kua kum kur kut kwk lad "
        "lah lam lao lat lav lez lij lim lin lit lkt lmo lol lom loz ltz lua lub lug lui lun luo "
        "lus luy mac mad mag mah mai mak mal man mao map mar mas may mdf mdr men mga mic min mis "
        "mkh mlg mlt mnc mni mno moe moh mol mon mos mul mun mus mwf mwl mwr myn myv nah nai nap "
        "nau nav nbl nde ndo nds nep new nia nic niu nno nob nog non nor nqo nrf nsk nso nub nwc "
        "nya nym nyn nyo nzi oci odt oji ojs oka omq ood ori orm osa oss ota oto paa pag pal pam "
        "pan pap pau pcd peo per pes phi phn pli pms pol pon por poz pra pri pro prs pus qar qav "
        "qgl qiv qlk qls qnf qsp qsw que raj rap rar rcf rgn rjs rkt rmg roa roh rom rum run rup "
        "rus sad sag sah sai sal sam san sas sat scc scn sco scr sdc sdn sel sem sga sgn shi shn "
        "shs sid sin sio sit sla slo slv sma sme smi smj smn smo sms sna snd snk sog som son sot "
        "spa srd srm srn sro srp srr ssa ssw sto suk sun sus sux swa swb swe syc syr szl tah tai "
        "tam tat tel tem ter tet tgk tgl tha thp tib tig tir tiv tkl tlh tli tmh tod tog ton tpi "
        "tsd tsi tsn tso tuk tum tup tur tut tvl twi tyv tzm tzo udm uga uig ukr umb und unr urd "
        "urj uzb vai vec ven vie vol vot wak wal war was wel wen wln wls wol wuu wym xal xho xuu "
        "yao yap yid yor ypk yue zap zbl zen zgh zha zhx znd zul zun zxx zza"
    ).split()
)
"""Languages of ONIX, issue 75 of the code lists."""

LIST_91 = frozenset(
    (
        "AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN "
        "BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CS CU CV CW CX CY CZ "
        "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM "
        "GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
        "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH "
        "MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM "
        "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ "
        "SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA "
        "UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT YU ZA ZM ZW"
    ).split()
)
"""Countries of ONIX, in the same issue: ISO 3166-1."""
