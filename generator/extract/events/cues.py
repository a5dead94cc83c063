"""What speaks for a clause telling an event and what against it: cues, weighed as was learned.

A cue is a sign that can be said: "date beside the verb", "in the lead", "a setting". How much each
weighs was learned from marked articles (`scripts/train_events.py`); the sum is the score of a
telling, a logarithm of odds.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract.events.doubts import doubts_of, is_exact
from generator.extract.events.places import day_number
from generator.extract.events.triggers import Role
from generator.extract.names.gazetteer import Kind
from generator.extract.names.words import fold
from generator.extract.weights import load_weights
from generator.record.edtf import earliest, latest, precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.extract.events.clauses import Clause
    from generator.extract.events.scene import Scene
    from generator.extract.events.tellings import Telling
    from generator.extract.timex.finder import Timex
    from generator.record.edtf import Edtf

Cues = dict[str, float]

WEIGHTS = "cues.txt"  # beside this module
BIAS = "always"  # the cue that each telling has
RANKS = ((-1, "headline"), (0, "first"), (1, "second"), (4, "early"), (11, "middle"))
"""Sentences before one, at most → where in the article it stands."""
GAPS = (6, 25, 60, 120)  # code points between a trigger and its date
AGES = ((7, "week"), (45, "month"), (400, "year"), (3_660, "years"))
"""Days before publication, at most → how long ago something was."""
SOON = 60  # days after publication
SHORT_STORY, LONG_STORY = 6, 25  # sentences
LONG_WORD, STEM = 5, 6  # letters of a word that says something, of what two forms of it share
PATTERNS = ("recent", "habitual", "series", "planned", "postponed", "cancelled", "ongoing")
"""Expressions of the language data that are looked for in a clause."""


def weigh(cues: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the sum of what cues weigh."""
    return math.fsum(value * weights.get(cue, 0.0) for cue, value in cues.items())


def reasons(cues: Mapping[str, float], weights: Mapping[str, float], most: int = 5) -> list[str]:
    """Return the cues that weighed most, each with its part of the sum: "dated=day +0.41"."""
    parts = {cue: value * weights.get(cue, 0.0) for cue, value in cues.items() if cue != BIAS}
    ranked = sorted(parts, key=lambda cue: (-abs(parts[cue]), cue))
    return [f"{cue} {parts[cue]:+.2f}" for cue in ranked[:most] if parts[cue]]


@lru_cache(maxsize=512)
def stems_of(text: str) -> frozenset[str]:
    """Return what the long words of a text begin with, folded: forms of one word look alike."""
    return frozenset(
        word[:STEM] for word in re.findall(r"\w+", fold(text)) if len(word) >= LONG_WORD
    )


def score_of(scene: Scene, clause: Clause, telling: Telling) -> float:
    """Return how sure it is that a clause tells an event: 0 when it is as likely as not."""
    return weigh(cues_of(scene, clause, telling), load_weights(__package__, WEIGHTS))


def cues_of(scene: Scene, clause: Clause, telling: Telling) -> Cues:
    """Return the cues of a telling with their values, most of them 1.

    Args:
        scene: its sentence.
        clause: its clause.
        telling: what was found.
    """
    signs = {
        BIAS,
        f"by={manner_of(telling)}",
        f"mode={telling.mode}",
        f"place={_rank(scene.rank)}",
        f"type={telling.type}",
        f"clause={clause.tie}",
        f"language={scene.language.code[:2]}",
        *_of_trigger(telling),
        *_of_date(scene, clause, telling),
        *_of_names(scene, clause, telling),
        *_of_clause(scene, clause, telling),
        *(f"doubt={name}" for name in doubts_of(scene, clause, telling)),
    }
    return {**dict.fromkeys(sorted(signs), 1.0), **_measures(scene, clause, telling)}


def manner_of(telling: Telling) -> str:
    """Return by what a clause tells its event: a noun, a verb of the lists, any other verb."""
    if telling.spare:
        return "spare verb"
    if telling.plain:
        return "any verb"
    if telling.trigger is telling.noun:
        return "noun"
    return "verb with noun" if telling.noun else str(telling.trigger.sense.role)


def _rank(rank: int) -> str:
    return next((name for most, name in RANKS if rank <= most), "late")


def _of_trigger(telling: Telling) -> Iterator[str]:
    sense = telling.trigger.sense
    yield f"role={sense.role}"
    yield from (f"tense={tense}" for tense in sense.tenses)
    for name in ("weak", "light", "stative", "plural"):
        if getattr(sense, name):
            yield name
    if sense.weak and telling.timex is None:
        yield "weak and undated"
    yield f"status={telling.status}"
    yield f"turn={telling.turn}"
    if telling.edition is not None:
        yield "edition"
    if telling.pointing:
        yield "points back" if telling.timex else "points back, undated"
    if telling.another:
        yield "another"
    if telling.series:
        yield "series of its own"


# ---------------------------------------------------------------------------- when


def _of_date(scene: Scene, clause: Clause, telling: Telling) -> Iterator[str]:
    timex = telling.timex
    if timex is None:
        yield "dated=not"
        if scene.timexes:
            yield "another date in the sentence"
        return
    yield f"dated={_grain(timex)}"
    yield f"when={_age(timex, scene.story.published)}"
    yield f"read by {timex.rule}"
    yield f"basis={timex.basis}"
    if is_exact(telling):
        yield "exact date"
    if timex is scene.front:
        yield "date opens the sentence"
    if timex is scene.heading:
        yield "date above"
    if not scene.span.start <= timex.start < scene.span.end:
        yield "date=elsewhere"
        return
    yield "date=in the clause" if clause.has(timex.start) else "date=in the sentence"
    yield from _between(scene, telling, timex)


def _between(scene: Scene, telling: Telling, timex: Timex) -> Iterator[str]:
    """Yield what a date stands like beside its trigger."""
    trigger = telling.trigger
    after = timex.start >= trigger.end
    start, end = (trigger.end, timex.start) if after else (timex.end, trigger.start)
    gap = next((most for most in GAPS if end - start <= most), "more")
    yield f"date {'after' if after else 'before'}: {gap}"
    if "," in scene.between(start, end):
        yield "comma before the date"
    if any(start <= t.start < end for t in scene.triggers):
        yield "another trigger is nearer the date"
    others = (t for t in scene.timexes if t is not timex)
    if any(
        min(abs(t.start - trigger.end), abs(trigger.start - t.end)) < end - start for t in others
    ):
        yield "another date is nearer"


def _grain(timex: Timex) -> str:
    if timex.edtf is None:
        return "loosely"
    return "span" if timex.edtf.is_interval else precision(timex.edtf)


def _age(timex: Timex, published: Edtf | None) -> str:
    """Return how long before or after publication a date lies."""
    today = day_number(latest(published)) if published else None
    first = day_number(earliest(timex.edtf)) if timex.edtf else None
    last = day_number(latest(timex.edtf)) if timex.edtf else None
    if today is None or first is None or last is None:
        return "unknown"
    if last < today:
        return next((name for most, name in AGES if today - last <= most), "long ago")
    if first > today:
        return "soon" if first - today <= SOON else "later"
    return "today" if last - first <= 1 else "around today"


# ---------------------------------------------------------------------------- who and where


def _of_names(scene: Scene, clause: Clause, telling: Telling) -> Iterator[str]:
    dated = "dated" if telling.timex else "undated"
    if any(m.kind is Kind.CITY for m in telling.places):
        yield "city"
    if telling.places:
        yield f"placed, {dated}"
    for kind, name in ((Kind.PERSON, "person acts"), (Kind.COUNTRY, "state acts")):
        if any(m.kind is kind for m in telling.actors):
            yield name
    if telling.organisations:
        yield "body acts"
    if telling.bare:
        yield "names nobody and nothing"
    before = (m for m in scene.mentions if m.acts and m.end <= telling.trigger.start)
    if any(clause.has(m.start) for m in before):
        yield "somebody stands before"


# ---------------------------------------------------------------------------- how it is told


def _of_clause(scene: Scene, clause: Clause, telling: Telling) -> Iterator[str]:
    data, story, trigger = scene.language.data, scene.story, telling.trigger
    text = scene.words_of(clause)
    yield from (name for name in PATTERNS if scene.says(getattr(data, name), text))
    yield "published" if story.published else "not published"
    if clause.quoted:
        yield "quoted"
    if any(letter.isdigit() for letter in text):
        yield "number"
    if trigger.first <= scene.opening:
        yield "opens the sentence"
    if scene.triggers and scene.triggers[0].start >= trigger.start:
        yield "first trigger"
    if scene.chronicle:
        yield "chronology"
    if story.text[scene.span.start : scene.span.end].rstrip().endswith("?"):
        yield "question"
    if len(story.sentences) <= SHORT_STORY:
        yield "short article"
    if len(story.sentences) > LONG_STORY:
        yield "long article"
    if stems_of(story.text[trigger.start : trigger.end]) & _headline(scene):
        yield "trigger of the headline"


def _headline(scene: Scene) -> frozenset[str]:
    """Return what the words of the headline begin with; nothing within the headline itself."""
    headline = scene.story.headline
    if headline is None or scene.headline:
        return frozenset()
    return stems_of(headline.of(scene.story.text))


def _measures(scene: Scene, clause: Clause, telling: Telling) -> Cues:
    """Return the cues that have a size, none above 3."""
    words = sum(clause.has(word.start) for word in scene.words)
    shared = len(stems_of(scene.words_of(clause)) & _headline(scene))
    return {
        "words of the clause": min(40, words) / 20,
        "words of the sentence": min(60, len(scene.words)) / 30,
        "clauses": min(5, len(scene.clauses)) / 2,
        "triggers": min(6, len(scene.triggers)) / 3,
        "dates": float(min(3, len(scene.timexes))),
        "depth": scene.number / max(1, len(scene.story.sentences)),
        "places": float(min(2, len(telling.places))),
        "actors": float(min(3, len(telling.who))),
        "words of the headline": min(4, shared) / 2,
        "roles": float(sum(t.sense.role is not Role.LIGHT for t in scene.triggers) > 1),
    }
