"""The words around a date that CLDR does not have: "vers", "depuis", "au plus tard".

Each phrase is looked up by the precision of the point that fills it, since a language may want an
article before a day and none before a year ("depuis le 3 juillet", "depuis 2022").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """One language's words around a date; ``{}`` is the date, and ``*`` any other precision."""

    locale: str
    """CLDR locale that names months and orders the parts."""
    span: Mapping[str, tuple[str, str]]
    """Precision → what goes around the start and the end of an interval; none: CLDR's own form."""
    since: Mapping[str, str]
    until: Mapping[str, str]
    between: Mapping[str, tuple[str, str]]
    before: Mapping[str, str]
    after: Mapping[str, str]
    about: Mapping[str, str]
    uncertain: str
    unknown_year: str
    unknown_end: str
    seasons: Mapping[int, str]
    """Sub-year groupings 21-24 and 37-41; quarters come from CLDR."""
    decade: str
    century: str
    """``{}`` is the ordinal of the century."""
    elisions: tuple[tuple[str, str], ...] = ()
    """Regular expressions and replacements, applied to the finished phrase."""


PHRASES: Mapping[str, Phrases] = {
    "fr": Phrases(
        locale="fr",
        span={
            "day": ("du {}", "au {}"),
            "season": ("du {}", "au {}"),
            "decade": ("des {}", "aux {}"),
            "century": ("du {}", "au {}"),
            "*": ("de {}", "à {}"),
        },
        since={
            "day": "depuis le {}",
            "season": "depuis le {}",
            "decade": "depuis les {}",
            "century": "depuis le {}",
            "*": "depuis {}",
        },
        until={
            "day": "jusqu’au {}",
            "season": "jusqu’au {}",
            "decade": "jusqu’aux {}",
            "century": "jusqu’au {}",
            "*": "jusqu’en {}",
        },
        between={
            "day": ("entre le {}", "et le {}"),
            "season": ("entre le {}", "et le {}"),
            "decade": ("entre les {}", "et les {}"),
            "century": ("entre le {}", "et le {}"),
            "*": ("entre {}", "et {}"),
        },
        before={
            "day": "au plus tard le {}",
            "season": "au plus tard le {}",
            "decade": "au plus tard dans les {}",
            "century": "au plus tard le {}",
            "*": "au plus tard en {}",
        },
        after={
            "day": "au plus tôt le {}",
            "season": "au plus tôt le {}",
            "decade": "au plus tôt dans les {}",
            "century": "au plus tôt le {}",
            "*": "au plus tôt en {}",
        },
        about={
            "day": "vers le {}",
            "season": "vers le {}",
            "decade": "vers les {}",
            "century": "vers le {}",
            "*": "vers {}",
        },
        uncertain="{} (incertain)",
        unknown_year="{} (année inconnue)",
        unknown_end="{} (fin inconnue)",
        seasons={
            21: "printemps {}",
            22: "été {}",
            23: "automne {}",
            24: "hiver {}",
            37: "1er quadrimestre {}",
            38: "2e quadrimestre {}",
            39: "3e quadrimestre {}",
            40: "1er semestre {}",
            41: "2e semestre {}",
        },
        decade="années {}",
        century="{} siècle",
        elisions=(
            (r"\bde (?=[aeéo])", "d’"),
            (r"\bdu (?=[éah])", "de l’"),
            (r"\bau (?=[éah])", "à l’"),
            (r"\ble (?=[éah])", "l’"),
            (r"(?<![\d,.])1 (?=[a-zéû]+)", "1er "),
        ),
    ),
    "en": Phrases(
        locale="en_GB",
        span={},
        since={"*": "since {}"},
        until={"*": "until {}"},
        between={"*": ("between {}", "and {}")},
        before={"*": "{} at the latest"},
        after={"*": "{} at the earliest"},
        about={"*": "about {}"},
        uncertain="{} (uncertain)",
        unknown_year="{} (year unknown)",
        unknown_end="{} (end unknown)",
        seasons={
            21: "spring {}",
            22: "summer {}",
            23: "autumn {}",
            24: "winter {}",
            37: "January–April {}",
            38: "May–August {}",
            39: "September–December {}",
            40: "first half of {}",
            41: "second half of {}",
        },
        decade="{}s",
        century="{} century",
        elisions=((r"\b(since|until|about|between|and) (?=\w+ half)", r"\1 the "),),
    ),
}


def phrases(language: str) -> Phrases:
    """Return the words of a language; one that has none gets signs, with CLDR's month names."""
    tag = language.replace("_", "-").split("-")[0].lower()
    return PHRASES.get(tag) or Phrases(
        locale=tag,
        span={},
        since={"*": "{} –"},
        until={"*": "– {}"},
        between={"*": ("{} …", "{}")},
        before={"*": "≤ {}"},
        after={"*": "≥ {}"},
        about={"*": "≈ {}"},
        uncertain="{} (?)",
        unknown_year="{}, ????",
        unknown_end="{} ?",
        seasons={
            21: "{} (3–5)",
            22: "{} (6–8)",
            23: "{} (9–11)",
            24: "{} (12–2)",
            37: "{} (1–4)",
            38: "{} (5–8)",
            39: "{} (9–12)",
            40: "{} (1–6)",
            41: "{} (7–12)",
        },
        decade="{}–",
        century="{} C",
    )
