"""International bodies by their names in several languages: OTAN and NATO are one.

Within a language, `lang/<tag>/names.py` knows the names of a body. Across languages, articles of
one event can only be brought together where their names are known to be of one body; what is not
listed keeps the name that its article gives it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.extract.names.words import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

# One line a body: the key, then its names and acronyms in English, French, German and Spanish.
_BODIES = """
un: UN | ONU | UNO | United Nations | Nations unies | Vereinte Nationen | Naciones Unidas
un-security-council: UN Security Council | Conseil de sécurité de l'ONU | UN-Sicherheitsrat |
  Consejo de Seguridad de la ONU
eu: EU | UE | European Union | Union européenne | Europäische Union | Unión Europea
european-commission: European Commission | Commission européenne | EU-Kommission |
  Europäische Kommission | Comisión Europea
european-parliament: European Parliament | Parlement européen | Europaparlament | Parlamento Europeo
european-council: European Council | Conseil européen | Europäischer Rat | Consejo Europeo
ecb: ECB | BCE | EZB | European Central Bank | Banque centrale européenne
nato: NATO | OTAN | North Atlantic Treaty Organization
african-union: AU | UA | African Union | Union africaine | Afrikanische Union | Unión Africana
ecowas: ECOWAS | CEDEAO | Ecowas
sadc: SADC | Southern African Development Community
arab-league: Arab League | Ligue arabe | Arabische Liga | Liga Árabe
oic: OIC | OCI | Organisation of Islamic Cooperation | Organisation de la coopération islamique
gcc: GCC | CCG | Gulf Cooperation Council | Conseil de coopération du Golfe
sco: SCO | OCS | SOZ | Shanghai Cooperation Organisation | Shanghai Cooperation Organization |
  Organisation de coopération de Shanghai | Shanghaier Organisation für Zusammenarbeit |
  Organización de Cooperación de Shanghái
csto: CSTO | OTSC | OVKS | Organisation du traité de sécurité collective
asean: ASEAN | ANASE | Association des nations de l'Asie du Sud-Est
imf: IMF | FMI | IWF | International Monetary Fund | Fonds monétaire international |
  Internationaler Währungsfonds | Fondo Monetario Internacional
world-bank: World Bank | Banque mondiale | Weltbank | Banco Mundial
wto: WTO | OMC | World Trade Organization | Welthandelsorganisation
who: WHO | OMS | World Health Organization | Organisation mondiale de la santé |
  Weltgesundheitsorganisation | Organización Mundial de la Salud
ilo: ILO | OIT | International Labour Organization | Organisation internationale du travail
iom: IOM | OIM | International Organization for Migration
iaea: IAEA | AIEA | IAEO | OIEA | International Atomic Energy Agency |
  Agence internationale de l'énergie atomique | Internationale Atomenergiebehörde
iea: IEA | AIE | International Energy Agency | Agence internationale de l'énergie
unhcr: UNHCR | HCR | Acnur
wfp: WFP | PAM | World Food Programme | Programme alimentaire mondial
undp: UNDP | PNUD
unep: UNEP | PNUE
icc: ICC | CPI | IStGH | International Criminal Court | Cour pénale internationale |
  Internationaler Strafgerichtshof | Corte Penal Internacional
icj: ICJ | CIJ | International Court of Justice | Cour internationale de justice |
  Internationaler Gerichtshof | Corte Internacional de Justicia
oecd: OECD | OCDE
opec: OPEC | OPEP | Opec
osce: OSCE | OSZE
ipcc: IPCC | GIEC | Weltklimarat
wmo: WMO | OMM | World Meteorological Organization | Organisation météorologique mondiale
icrc: ICRC | CICR | IKRK | International Committee of the Red Cross
red-cross: Red Cross | Croix-Rouge | Rotes Kreuz | Cruz Roja
ioc: IOC | CIO | COI | International Olympic Committee
council-of-europe: Council of Europe | Conseil de l'Europe | Europarat | Consejo de Europa
amnesty: Amnesty International | Amnistía Internacional
"""


@cache
def _by_name() -> Mapping[str, str]:
    lines = _BODIES.replace("|\n  ", "| ").strip().splitlines()
    return {
        fold(name.strip()): key
        for key, _, names in (line.partition(":") for line in lines)
        for name in names.split("|")
    }


def body_key(name: str) -> str:
    """Return what is the same for a body in every language; the name itself for any other one."""
    return _by_name().get(fold(name), name)
