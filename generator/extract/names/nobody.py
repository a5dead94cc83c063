"""Runs of capitals that name nobody: buildings, fields of government, abbreviations of things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.extract.names.kinds import Look
    from generator.extract.names.words import Word

PORTFOLIO_REACH = 12  # words between "minister" and the last field that he is minister of
_ENDS = re.compile(r"[.;:()«»\"“”\n]")


def names_nobody(look: Look) -> bool:
    """Say whether a run only looks like a name."""
    return _is_thing(look) or look.setting.is_venue(look.run[0].start) or _is_portfolio(look)


def _is_thing(look: Look) -> bool:
    """Say whether a run is an abbreviation such as GDP or begins a number: "Vingt-Trois"."""
    return len(look.run) == 1 and look.run[0].fold in look.setting.things


def holder_of(look: Look) -> tuple[Word, ...]:
    """Return the words of a name that follow what somebody is minister of, in one run with it.

    "Ministre des Finances Rado Sidi": empty when the run is no field, or nothing but one.
    """
    fields = look.setting.fields
    if look.run[0].fold not in fields or not _is_portfolio(look):
        return ()
    rest = list(look.run)
    while rest and (rest[0].fold in fields or not rest[0].capital):
        rest = rest[1:]
    return tuple(rest) if len(rest) > 1 else ()


def _is_portfolio(look: Look) -> bool:
    """Say whether a run begins with what somebody is minister of: "ministre de la Coopération".

    Between the title and the field stand only particles, other fields and their adjectives.
    """
    setting, words, place = look.setting, look.sentence, look.place
    if setting.data.common_nouns_capital:
        return False
    for index in range(place - 1, max(-1, place - PORTFOLIO_REACH), -1):
        if _ENDS.search(setting.text[words[index].end : words[index + 1].start]):
            return False
        if words[index].fold in setting.portfolios:
            between = words[index + 1 : place]
            return bool(between) and between[-1].fold in setting.particles | setting.articles
        if words[index].fold in setting.clause_words - set(setting.data.ands):
            return False
    return False
