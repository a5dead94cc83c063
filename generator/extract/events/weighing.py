"""Which groups of tellings are events: each weighed beside the surer ones of its article.

What a clause tells is seldom sure by itself. Beside the best of the lead a second telling of the
same day and the same words is the same news again, and a background clause of a long article needs
more than one of a short report. What speaks for an event was weighed on marked articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.extract.events.clauses import Mode
from generator.extract.events.cues import BIAS, Cues, manner_of, stems_of, weigh
from generator.extract.events.doubts import is_long
from generator.extract.events.likeness import meet, shares_place
from generator.extract.weights import load_weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.events.grouping import Group
    from generator.extract.events.tellings import Telling
    from generator.record.edtf import Edtf

WEIGHTS = "weighing.txt"  # beside this module
ENOUGH = -0.8  # score of an event; below 0, as a missed one costs an editor more than a wrong one
MOST_SURE = 30  # groups, the surest ones, that the others are compared with
ENOUGH_LEAD = -1.3  # the same for the best of the lead, where nothing else there is an event
LATE = 8  # sentences before what is told late
STEM = 5  # letters that two forms of one trigger share


@dataclass(frozen=True, slots=True)
class _Told:
    """A group, and what it is compared by."""

    group: Group
    sure: float
    dates: tuple[Edtf, ...]
    stems: frozenset[str]
    heads: frozenset[str]
    ranks: frozenset[int]
    spans: tuple[tuple[int, int], ...]


def accepted(groups: Sequence[Group], text: str) -> list[Group]:
    """Return the groups that are events, weighed.

    Args:
        groups: of one article, in the order of the text.
        text: of the article.
    """
    weights = load_weights(__package__, WEIGHTS)
    for group, cues in zip(groups, group_cues(groups, text), strict=True):
        group.score = weigh(cues, weights)
    return chosen(groups, ENOUGH)


def chosen(groups: Sequence[Group], enough: float) -> list[Group]:
    """Return the groups that are weighed to be events; the best of the lead when it has none.

    What gives neither a date nor a place nor a name stands on no timeline.

    Args:
        groups: weighed.
        enough: score from which a group is an event.
    """
    known = [group for group in groups if not all(t.bare for t in group.tellings)]
    kept = [group for group in known if group.score >= enough]
    if any(group.prominent for group in kept):
        return kept
    lead = [g for g in known if g.prominent and g.score >= ENOUGH_LEAD and not _is_trend(g)]
    best = max(lead, key=lambda group: group.score, default=None)
    return [*kept, best] if best else kept


def _is_trend(group: Group) -> bool:
    """Say whether all that is told took years, or is so at any time: "ils se voient à Rome"."""
    return all(is_long(t.timex) or _is_always(t) for t in group.tellings)


def _is_always(telling: Telling) -> bool:
    return telling.mode is Mode.NOW and telling.timex is None and not telling.headline


def group_cues(groups: Sequence[Group], text: str) -> list[Cues]:
    """Return the cues of each group, in the order given."""
    told = sorted((_look(group, text) for group in groups), key=lambda each: -each.sure)
    lead = next((each.group for each in told if each.group.prominent), None)
    opening = next((each.group for each in told if each.group.opens), None)
    dated_lead = any(each.group.prominent and each.dates for each in told)
    found = {}
    for rank, each in enumerate(told):
        signs = {
            BIAS,
            *_of_group(each.group),
            *_of_place(rank),
            *_beside(each, told[: min(rank, MOST_SURE)]),
        }
        signs |= {
            name
            for name, holds in (
                ("best of the lead", each.group is lead),
                ("best of the lead, undated", each.group is lead and not each.dates),
                ("best of an undated lead", each.group is lead and not dated_lead),
                ("best of the opening", each.group is opening),
            )
            if holds
        }
        sizes = _sizes(each, told[: min(rank, MOST_SURE)], told[0].sure, len(told))
        found[id(each.group)] = {**dict.fromkeys(sorted(signs), 1.0), **sizes}
    return [found[id(group)] for group in groups]


def _look(group: Group, text: str) -> _Told:
    own = [t for t in group.told if t.score >= group.best.score - 2]
    triggers = (text[t.trigger.start : t.trigger.end] for t in group.told)
    return _Told(
        group=group,
        sure=group.best.score,
        dates=tuple(group.dates()),
        stems=frozenset().union(*(stems_of(text[t.start : t.end]) for t in group.told)),
        heads=frozenset(trigger.casefold()[:STEM] for trigger in triggers),
        ranks=frozenset(t.rank for t in group.told),
        spans=tuple((t.start, t.end) for t in own),
    )


def _of_place(rank: int) -> Iterator[str]:
    if rank <= 2:  # noqa: PLR2004 -- the news and what goes with it
        yield f"sure={rank}"
    for most in (5, 10):
        if rank >= most:
            yield f"sure from {most}"


def _of_group(group: Group) -> Iterator[str]:
    best, tellings = group.best, group.tellings
    signs = {
        "alone": len(tellings) == 1,
        "of the lead": group.prominent,
        "of the opening": group.opens,
        "headline": any(t.headline for t in tellings),
        "only headline": all(t.headline for t in tellings),
        "dated": bool(group.dates()),
        "day unknown": any(t.timex and t.date is None for t in tellings),
        "placed": any(t.places for t in tellings),
        "somebody acts": any(t.who for t in tellings),
        "only spare verbs": all(t.spare for t in tellings),
        "late": min(t.rank for t in tellings) >= LATE,
        "published": group.published is not None,
        "undated lead of a dated article": group.prominent
        and not group.dates()
        and group.published is not None,
    }
    yield from (name for name, holds in signs.items() if holds)
    yield f"by={manner_of(best)}"
    yield f"mode={best.mode}"
    yield f"type={best.type}"


def _beside(told: _Told, surer: Sequence[_Told]) -> Iterator[str]:
    """Yield what a group has in common with those that are surer to be events."""
    group = told.group
    for other in surer:
        sentence = bool(told.ranks & other.ranks)
        inside = sentence and _overlap(told.spans, other.spans)
        pairs = [(one, two) for one in told.dates for two in other.dates]
        may_be = all(meet(one, two) for one, two in pairs)
        met = bool(pairs) and any(meet(one, two) for one, two in pairs)
        kind = group.best.type == other.group.best.type
        act = any(t.act == u.act for t in group.told for u in other.group.told)
        who = bool(group.keys() & other.group.keys())
        signs = {
            "inside a surer one": inside,
            "inside a surer one of its date": inside and (met or not told.dates),
            "sentence of a surer one": sentence,
            "sentence and date of a surer one": sentence and met,
            "undated beside a dated one": sentence and bool(other.dates) and not told.dates,
            "date of a surer one": met,
            "date and type of a surer one": met and kind,
            "type of a surer one": kind,
            "act of a surer one": act,
            "actor of a surer one": who and may_be,
            "actor and date of a surer one": who and met,
            "trigger in a surer one": may_be and bool(told.heads & {s[:STEM] for s in other.stems}),
            "place of a surer one": may_be
            and any(shares_place(t, u) for t in group.told for u in other.group.told),
        }
        yield from (name for name, holds in signs.items() if holds)


def _overlap(spans: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)


def _sizes(told: _Told, surer: Sequence[_Told], top: float, groups: int) -> Cues:
    """Return the cues of a group that have a size."""
    scores = sorted((t.score for t in told.group.tellings), reverse=True)
    shared = [(_shared(told, other), other) for other in surer]
    known = frozenset[str]().union(*(other.stems for other in surer))
    first = min(told.ranks)
    return {
        "score": told.sure,
        "score above 0": max(0.0, told.sure),
        "score in the lead": told.sure * told.group.prominent,
        "second score": scores[1] if len(scores) > 1 else 0.0,
        "below the best": top - told.sure,
        "further tellings": min(4, len(scores) - 1) / 2,
        "further sentences": min(4, len(told.ranks) - 1) / 2,
        "groups": min(30, groups) / 10,
        "first sentence": min(20, max(0, first)) / 10,
        "words of a surer one": max((words for words, _ in shared), default=0.0),
        "words and date of a surer one": max(
            (words for words, other in shared if told.dates and other.dates), default=0.0
        ),
        "new words": len(told.stems - known) / 10 if surer else 0.0,
    }


def _shared(told: _Told, other: _Told) -> float:
    """Return the share of words that two groups have in common; 0 where their dates differ."""
    if not all(meet(one, two) for one in told.dates for two in other.dates):
        return 0.0
    least = min(len(told.stems), len(other.stems))
    return len(told.stems & other.stems) / max(3, least)
