"""What type an event is of: what its tellings say together, weighed as was learned.

A noun or a verb of the lists says a type; several tellings of one event may say several, and a verb
of no list says none. Then the rest of the article does: in a report on a match, who "won" won it.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from generator.extract.events.clauses import Mode
from generator.extract.events.cues import BIAS, Cues, manner_of, weigh
from generator.extract.events.scene import compiled
from generator.extract.names.gazetteer import Kind
from generator.extract.weights import load_weights
from generator.record.model import EventType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.extract.events.grouping import Group
    from generator.extract.events.tellings import Telling
    from generator.extract.events.triggers import Lexicon

WEIGHTS = "kinds.txt"  # beside this module; a cue is named after the type that it speaks for
UNSAID = "unsaid"  # the type of a telling by a verb that no list has
RANK = {"casualty": 1, "statement": 2, "summit": 5}
"""How much a type says of an event beside another one; any other type 4, ``other`` 3."""


def kind_of(group: Group, shares: Mapping[str, float], text: str, language: Lexicon) -> EventType:
    """Return the type of an event.

    Args:
        group: its tellings.
        shares: what the whole article tells of, see `shares_of`.
        text: of the article.
        language: its words.
    """
    cues = kind_cues(group, shares, text, language)
    weights = weights_by_type()
    return max(EventType, key=lambda kind: weigh(cues, weights.get(kind.value, {})))


@cache
def weights_by_type() -> Mapping[str, Mapping[str, float]]:
    """Return the weights by type."""
    found: dict[str, dict[str, float]] = {}
    for name, weight in load_weights(__package__, WEIGHTS).items():
        kind, _, cue = name.partition(": ")
        found.setdefault(kind, {})[cue] = weight
    return found


def shares_of(tellings: Sequence[Telling]) -> Mapping[str, float]:
    """Return how much of what an article tells is of which type; the shares add up to 1."""
    chances: dict[str, float] = {}
    for telling in tellings:
        kind = _said(telling)
        chances[kind] = chances.get(kind, 0.0) + _chance(telling)
    total = sum(chances.values()) or 1.0
    return {kind: chance / total for kind, chance in chances.items()}


def _chance(telling: Telling) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, telling.score))))


def _said(telling: Telling) -> str:
    by_any_verb = telling.type == "other" and (telling.plain or telling.spare)
    return UNSAID if by_any_verb else telling.type


def kind_cues(group: Group, shares: Mapping[str, float], text: str, language: Lexicon) -> Cues:
    """Return the cues for the type of an event."""
    best = group.best
    cues = dict.fromkeys(sorted({BIAS, *_signs(group, text, language)}), 1.0)
    cues |= {f"tells {kind}": share for kind, share in shares_of(group.told).items()}
    cues |= {f"article tells {kind}": share for kind, share in shares.items()}
    if _said(best) == UNSAID:
        cues |= {f"unsaid where the article tells {kind}": part for kind, part in shares.items()}
    return cues


def _signs(group: Group, text: str, language: Lexicon) -> Iterator[str]:
    best = group.best
    yield from (f"some tell {_said(telling)}" for telling in group.told)
    yield f"best tells {_said(best)}"
    yield f"most telling: {max(group.told, key=_rank).type}"
    yield f"by={manner_of(best)}"
    passages = " ".join(text[t.start : t.end] for t in group.told)
    data = language.data
    for name, words in (("arms", data.arms), ("perils", data.perils)):
        if words and compiled(words).search(passages):
            yield name
    if all(t.head in language.dying for t in group.told):
        yield "only dying"
        if any(m.kind is Kind.PERSON for t in group.told for m in t.actors):
            yield "somebody named dies"
    kinds = [m.kind for m in best.actors]
    signs = {
        "person": Kind.PERSON in kinds,
        "several states": kinds.count(Kind.COUNTRY) > 1,
        "body": bool(best.organisations),
        "planned": best.mode is Mode.PLANNED,
        "of the lead": group.prominent,
    }
    yield from (name for name, holds in signs.items() if holds)


def _rank(telling: Telling) -> int:
    """Return how much the type of a telling says of its event, the first of equals counts."""
    if telling.type == "other":
        return 0 if telling.plain or telling.spare else 3
    return RANK.get(telling.type, 4)
