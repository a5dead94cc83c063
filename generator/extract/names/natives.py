"""Officials that a text names without a state: "le ministre de la Défense" is that of the country.

A report on one country says "the president" of its own one and adds the state to any other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import Kind
from generator.extract.names.words import find_words, fold, phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.extract.names.naming import Mention, Setting
    from generator.extract.names.offices import Office

COMPLEMENT = 12  # code points after a title in which "of" stands
BETWEEN = 400  # code points between a title and a name, in which a capital is sure to stand
SHARE = 0.6  # of the places and states that a text names, from which one of them is its own


def with_natives(
    setting: Setting,
    named: tuple[Mention, ...],
    offices: tuple[Office, ...],
    holders: Mapping[int, Mention],
) -> dict[str, str]:
    """Return the state of officials that are named without one: key of the person → ISO code.

    Args:
        setting: the text and its lists.
        named: all names, with people given the states that their titles say.
        offices: the titles in the text.
        holders: the person that each office, by its start, is named with.

    Returns:
        Empty when the text is about no single country, or names two such presidents.
    """
    country = _country(named)
    if country is None:
        return {}
    found: dict[str, dict[str, Mention]] = {}
    for office in offices:
        person = holders.get(office.start)
        if person and person.country is None and _is_plain(setting, office, person):
            found.setdefault(office.head, {})[person.key] = person
    return {key: country for people in found.values() if len(people) == 1 for key in people}


def _country(named: tuple[Mention, ...]) -> str | None:
    """Return the country that a text is about, as far as its names say."""
    lands = (Kind.COUNTRY, Kind.REGION, Kind.CITY)
    counts = Counter(m.country for m in named if m.country and m.kind in lands)
    top = counts.most_common(1)
    return top[0][0] if top and top[0][1] >= SHARE * counts.total() else None


def _is_plain(setting: Setting, office: Office, person: Mention) -> bool:
    """Say whether a title is one of the state and says of no body or place what it is."""
    loose = {fold(role) for role in setting.data.loose_roles}
    titles = {phrase(role)[0] for role in setting.data.state_roles}
    if office.head not in titles - loose or not office.of_state or office.countries:
        return False
    if office.head not in setting.portfolios and _has_complement(setting, office):
        return False
    first = office.start < person.start
    start, end = (office.end, person.start) if first else (person.end, office.start)
    if end - start > BETWEEN:
        return False
    between = find_words(setting.text, start, end)
    return all(not word.capital or word.fold in setting.fields for word in between)


def _has_complement(setting: Setting, office: Office) -> bool:
    """Say whether a title is one of something else: "présidente du groupe"."""
    after = find_words(setting.text, office.end, office.end + COMPLEMENT)[:1]
    beside = bool(after) and not setting.text[office.end : after[0].start].strip()
    return beside and after[0].fold in setting.particles


def settle(people: tuple[Mention, ...], states: Mapping[str, str]) -> tuple[Mention, ...]:
    """Return people with the state they act for, where it was found."""
    return tuple(replace(m, country=m.country or states.get(m.key)) for m in people)
