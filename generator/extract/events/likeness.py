"""How likely two tellings are of one event: signs that were weighed on marked articles.

A headline without a date, a lead with the date and a paragraph with the place tell one event. Two
editions of a series, two dates that cannot both be true or two places far apart are two events,
whatever else speaks for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.events.clauses import Mode
from generator.extract.events.cues import BIAS, Cues, stems_of, weigh
from generator.extract.events.triggers import Role
from generator.extract.names.gazetteer import Kind
from generator.extract.weights import load_weights
from generator.record.edtf import Edtf, earliest, latest, precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.events.tellings import Telling

WEIGHTS = "likeness.txt"  # beside this module
LEAST_WORDS = 3  # long words of a clause that shared ones are counted against, at least
LEAD = 2  # rank of the first sentence that is neither headline nor lead
NEAR, FAR = 3, 8  # sentences between two tellings
STEM = 5  # letters that two forms of one act share
DEATHS = frozenset({frozenset({"casualty", "conflict"}), frozenset({"casualty", "disaster"})})
GATHERED = frozenset({"summit", "meeting"})
UNSAID = frozenset({"other", "statement"})
"""Types that say little of what happened: another one beside it may be of the same event."""
SELDOM_TWICE = frozenset(
    {"meeting", "visit", "sport", "election", "disaster", "conflict", "casualty", "summit"}
    | {"agreement", "project"}
)
"""Types of which one article seldom tells two events with the same actors, place or day."""
ONE_STORY = frozenset({"conflict", "disaster", "casualty", "sport", "election"})
"""Types of news whose later paragraphs go on telling it without saying when and where again."""


def likeness(telling: Telling, other: Telling, text: str) -> float:
    """Return how likely two tellings are of one event: 0 when it is as likely as not.

    Args:
        telling: the later one.
        other: the earlier one.
        text: of the article.
    """
    return weigh(likeness_cues(telling, other, text), load_weights(__package__, WEIGHTS))


def likeness_cues(telling: Telling, other: Telling, text: str) -> Cues:
    """Return the signs that two tellings are of one event, and that they are not."""
    signs = {
        BIAS,
        *_of_types(telling, other),
        *_of_dates(telling, other),
        *_of_positions(telling, other),
        *_of_names(telling, other),
    }
    mine, theirs = (stems_of(text[t.start : t.end]) for t in (telling, other))
    shared = len(mine & theirs) / max(LEAST_WORDS, min(len(mine), len(theirs)))
    if not shared:
        signs.add("no word")
    opens = other.rank < LEAD
    cues = {**dict.fromkeys(sorted(signs), 1.0), "words": shared}
    cues["words of the lead"] = shared * opens
    cues["words and type"] = shared * (telling.type == other.type)
    cues["actors"] = float(min(2, len(telling.who & other.who)))
    return cues


def _of_types(telling: Telling, other: Telling) -> Iterator[str]:
    pair = frozenset({telling.type, other.type})
    if len(pair) == 1:
        yield f"type={telling.type}"
    signs = {
        "type": len(pair) == 1,
        "seldom twice": len(pair) == 1 and telling.type in SELDOM_TWICE,
        "deaths": pair in DEATHS,
        "types say little": pair <= UNSAID,
        "gathered": pair == GATHERED,
        "one story": bool(pair & ONE_STORY),
        "types differ": len(pair) > 1 and "other" not in pair and pair not in DEATHS,
        "act": telling.act == other.act,
        "stem of act": telling.act[:STEM] == other.act[:STEM],
        "two nouns": bool(telling.noun and other.noun) and telling.act[:STEM] != other.act[:STEM],
    }
    yield from (name for name, holds in signs.items() if holds)


def _of_dates(telling: Telling, other: Telling) -> Iterator[str]:
    mine, theirs = telling.date, other.date
    if mine and theirs:
        yield "date" if mine.text == theirs.text else "dates meet"
        if mine.text == theirs.text and precision(mine) == "day":
            yield "day"
    elif mine or theirs:
        yield "earlier one is dated" if theirs else "later one is dated"
    else:
        yield "undated"
    loose = [t.timex for t in (telling, other) if t.timex and t.timex.edtf is None]
    if len(loose) == 1:
        yield "one day unknown"
    elif loose and loose[0].value == loose[1].value:
        yield "unknown day of one name"
    if telling.timex is not None and telling.timex is other.timex:
        yield "one expression"
        if _by_any_verb(telling) or _by_any_verb(other):
            yield "one expression, any verb"
    if telling.mode is not other.mode and Mode.PLANNED in (telling.mode, other.mode):
        yield "one planned"


def _by_any_verb(telling: Telling) -> bool:
    return telling.plain or telling.spare


def _of_positions(telling: Telling, other: Telling) -> Iterator[str]:
    gap = abs(telling.rank - other.rank)
    inside = telling.start < other.end and other.start < telling.end
    if inside:
        yield "one clause"
        yield from (f"one clause, {name}" for name in _manners(telling, other))
    if gap == 0:
        yield "sentence" if inside else "sentence, apart"
        if telling.type == other.type:
            yield "sentence and type"
    elif gap == 1:
        yield "next sentence"
    elif gap <= NEAR:
        yield "near"
    elif gap > FAR:
        yield "far"
    yield from _manners(telling, other)
    if other.rank < LEAD:
        yield from _of_lead(telling, other)


def _manners(telling: Telling, other: Telling) -> Iterator[str]:
    if telling.spare or other.spare:
        yield "spare verb"
    if telling.plain or other.plain:
        yield "any verb"


def _of_lead(telling: Telling, other: Telling) -> Iterator[str]:
    yield "of the lead"
    if other.headline:
        yield "of the headline"
        if telling.lead:
            yield "headline and lead"
    if telling.timex is None:
        yield "of the lead, undated"
    if telling.type == other.type:
        yield "of the lead, type"
        if telling.type in ONE_STORY:
            yield "of the lead, one story"


def _of_names(telling: Telling, other: Telling) -> Iterator[str]:
    for kind in (Kind.CITY, Kind.PERSON):
        if _keys(telling, kind) & _keys(other, kind):
            yield str(kind)
    roles = {telling.trigger.sense.role, other.trigger.sense.role}
    signs = {
        "place": shares_place(telling, other),
        "nobody": not telling.who or not other.who,
        "others act": bool(telling.who and other.who) and not telling.who & other.who,
        "points back": telling.pointing,
        "points back to the act": telling.pointing and telling.act == other.act,
        "points back to the type": telling.pointing and telling.type == other.type,
        "another": telling.another,
        "bare": telling.bare,
        "turn": telling.turn != other.turn,
        "status": bool(telling.status) != bool(other.status),
        "speech": bool(roles & {Role.NEWS, Role.COMMENT}),
    }
    yield from (name for name, holds in signs.items() if holds)


def _keys(telling: Telling, kind: Kind) -> set[str]:
    return {m.key for m in (*telling.places, *telling.actors) if m.kind is kind}


# ---------------------------------------------------------------------------- what keeps apart


def can_be_one(telling: Telling, other: Telling) -> bool:
    """Say whether nothing that two tellings say keeps them from being of one event."""
    if not _same_kind(telling, other) or not _days_agree(telling, other):
        return False
    if telling.edition and other.edition and telling.edition != other.edition:
        return False
    if telling.turn != other.turn and not (telling.date and other.date):
        return telling.bare and not telling.turn
    if telling.type == "meeting" and not _people_agree(telling, other):
        return False
    again = telling.pointing and telling.act == other.act and telling.timex is None
    return _places_agree(telling, other, again=again)


def _days_agree(telling: Telling, other: Telling) -> bool:
    if telling.date and other.date and not meet(telling.date, other.date):
        return False
    again = telling.pointing and telling.act == other.act
    return again or not _other_weekday(telling, other)


def _same_kind(telling: Telling, other: Telling) -> bool:
    pair = frozenset({telling.type, other.type})
    return len(pair) == 1 or bool(pair & UNSAID) or pair in DEATHS or pair == GATHERED


def _other_weekday(telling: Telling, other: Telling) -> bool:
    """Say whether two days that the text does not fix are two days: "lundi" and "dimanche"."""
    mine, theirs = telling.timex, other.timex
    if mine is None or theirs is None or (mine.edtf and theirs.edtf):
        return False
    if mine.edtf or theirs.edtf:
        dated = mine.edtf or theirs.edtf
        return dated is not None and precision(dated) in ("month", "year")
    return mine.rule == theirs.rule == "weekday" and mine.value != theirs.value


def _people_agree(telling: Telling, other: Telling) -> bool:
    mine = {m.key for m in telling.actors if m.kind is Kind.PERSON}
    theirs = {m.key for m in other.actors if m.kind is Kind.PERSON}
    return not mine or not theirs or bool(mine & theirs)


def _places_agree(telling: Telling, other: Telling, *, again: bool = False) -> bool:
    """Say whether two tellings can be of one place; "le séisme" is placed ever more closely."""
    if telling.countries and other.countries and not telling.countries & other.countries:
        return False
    for kind in (Kind.CITY, Kind.REGION):
        mine = {m.key for m in telling.places if m.kind is kind}
        theirs = {m.key for m in other.places if m.kind is kind}
        if mine and theirs and not mine & theirs and not again:
            return False
    return True


def shares_place(telling: Telling, other: Telling) -> bool:
    """Say whether two tellings name one place or country."""
    mine, theirs = {m.key for m in telling.places}, {m.key for m in other.places}
    return bool(mine & theirs or telling.countries & other.countries)


def meet(one: Edtf | None, other: Edtf | None) -> bool:
    """Say whether two dates can be of one event."""
    if one is None or other is None:
        return False
    if one.text == other.text:
        return True
    first, last = earliest(one), latest(one)
    start, end = earliest(other), latest(other)
    if first is None or last is None or start is None or end is None:
        return _same_days(one, other)
    return first <= end and start <= last


def _same_days(one: Edtf, other: Edtf) -> bool:
    """Say whether two dates of which one has no year can be of one event."""
    if one.start is None or other.start is None:
        return True
    months = {p.month for p in (one.start, one.end, other.start, other.end) if p and p.month}
    days = {p.day for p in (one.start, other.start) if p.day}
    return len(months) <= 1 and (len(days) <= 1 or one.is_interval or other.is_interval)
