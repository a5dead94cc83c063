"""When, where and who: which date, place and actors of a sentence belong to which trigger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from generator.extract.events.clauses import Clause, Tie
from generator.extract.events.scene import compiled
from generator.extract.events.triggers import Role, Trigger
from generator.extract.names.gazetteer import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.extract.events.scene import Scene
    from generator.extract.names.naming import Mention
    from generator.extract.timex.finder import Timex

Found = TypeVar("Found", "Mention", "Timex")

FRONTED = 40  # code points from the start of a clause to a noun that its setting begins with
NEAR_PLACE = 160  # code points between a trigger and a place that belongs to it
BEFORE_IS_FAR = 10  # code points: something after its trigger is a little more usual than before
SOURCE_REACH = 40  # code points before a name in which "selon" stands
TOUCHING = 3  # code points between the end of a name and the clause about it
SUBJECT_REACH = 80  # code points from the start of a clause in which its subject stands
BESIDE = 6  # code points between a noun and a date that is its own: "du 3 mai"
OBJECT_REACH = 15  # code points from a verb of visiting to the place visited

ATTACKS = frozenset({"conflict", "casualty"})  # what is done to a place is done in it

_OF = re.compile(
    r"(?:\s++[A-ZÀ-Ý][\w’'–-]+){0,3}\s++(?:d[eu’']|des|of|in|von|de)?\s*+(?:la\s|l['’])?"
)
DONE_TO = frozenset({"statement", "conflict", "casualty", "publication"})
"""Types whose object takes no part."""
TWO_SIDED = frozenset({"meeting", "visit", "summit", "sport", "agreement", "election"})
_ARTICLE = re.compile(r"\s+(?:l[ae]s?\s+|l['’]|the\s+|die\s+|den\s+|el\s+|a\s+)?")
TOPIC_DOUBTED = frozenset(
    {"visit", "meeting", "summit", "agreement"}
)  # "Mali : le président à Paris"


def date_of(scene: Scene, index: int, trigger: Trigger) -> Timex | None:
    """Return the date that belongs to a trigger: of its clause, of the sentence, of a "qui" clause.

    Args:
        scene: the sentence.
        index: of the clause.
        trigger: in that clause.
    """
    clause = scene.clauses[index]
    timexes = [t for t in scene.timexes if not _is_of_setting(scene, t, trigger)]
    about = _within(timexes, _about(scene, index, trigger))
    if about:
        return about[0]
    own = [
        t for t in _within(timexes, [clause]) if _reaches(scene, clause, trigger, t.start, t.end)
    ]
    own = _following(scene, own, trigger) or own
    if own:
        return _resolved(min(own, key=lambda t: distance(t.start, t.end, trigger)), own)
    if scene.front and clause.tie in (Tie.MAIN, Tie.LINKED):
        return scene.front
    if clause.tie is Tie.LINKED and clause.parent is not None:
        return next(iter(_within(scene.timexes, [scene.clauses[clause.parent]])[::-1]), None)
    if scene.heading and clause.tie is Tie.MAIN:
        return scene.heading
    same_day = scene.language.data.same_day
    return scene.news_day if same_day and scene.says(same_day, scene.words_of(clause)) else None


def _following(scene: Scene, timexes: list[Timex], trigger: Trigger) -> list[Timex]:
    """Return the dates in the phrase that a participle opens: "…, confirmé par la Cour le 9 mai".

    What stands before the comma is the date of something else.
    """
    joining = scene.language.auxiliaries.get("and", frozenset())
    last = scene.words[trigger.first - 1] if trigger.first else None
    gap = scene.between(last.end, trigger.start) if last else ""
    opens = last is not None and ("," in gap or last.fold in joining)
    if not opens or not trigger.sense.tenses <= {"participle", "ed", "past"}:
        return []
    after = [t for t in timexes if t.start >= trigger.end]
    return [t for t in after if "," not in scene.between(trigger.end, t.start)]


def _resolved(timex: Timex, others: list[Timex]) -> Timex:
    """Return the date right beside one that the text does not fix: "hier mercredi 30 avril"."""
    if timex.edtf is not None:
        return timex
    beside = (t for t in others if t.edtf and 0 <= t.start - timex.end <= TOUCHING)
    return next(beside, timex)


def places_of(scene: Scene, index: int, trigger: Trigger) -> tuple[Mention, ...]:
    """Return where a trigger's event happened, the nearest place first."""
    clause = scene.clauses[index]
    where = [m for m in scene.mentions if _is_place(scene, m, trigger)]
    own = _within(where, _about(scene, index, trigger)) or [
        m for m in _within(where, [clause]) if _reaches(scene, clause, trigger, m.start, m.end)
    ]
    if not own and clause.tie is Tie.LINKED and clause.parent is not None:
        own = _within(where, [scene.clauses[clause.parent]])
    near = [m for m in own if distance(m.start, m.end, trigger) <= NEAR_PLACE]
    return tuple(sorted(near, key=lambda m: (m.near, distance(m.start, m.end, trigger), m.start)))


def _within(found: Iterable[Found], clauses: list[Clause]) -> list[Found]:
    """Return what begins in one of the clauses, in order."""
    return [each for each in found if any(clause.has(each.start) for clause in clauses)]


def actors_of(
    scene: Scene, index: int, trigger: Trigger, places: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Return who acts in a clause, with the subject of the one it hangs on where it has none."""
    clause = scene.clauses[index]
    acting = [
        m
        for m in scene.mentions
        if m.acts
        and m not in places
        and not _is_source(scene, m)
        and not _is_object(scene, m, trigger)
    ]
    own = [m for m in acting if clause.has(m.start)]
    if clause.parent is None:
        return tuple(own)
    parent = scene.clauses[clause.parent]
    if clause.tie is Tie.LINKED and not own:
        return tuple(m for m in acting if parent.has(m.start))
    if clause.tie is Tie.RELATIVE:
        before = [m for m in acting if 0 <= clause.start - m.end <= TOUCHING]
        return (*before, *own)
    subject = any(m.start < trigger.start for m in own)
    if clause.tie is Tie.MAIN and trigger.sense.role is not Role.NOUN and not subject:
        reach = parent.start + SUBJECT_REACH
        return (*(m for m in acting if parent.has(m.start) and m.start < reach), *own)
    return tuple(own)


def _is_object(scene: Scene, mention: Mention, trigger: Trigger) -> bool:
    """Say whether something is done to a state: "l'UE sanctionne Minsk", "une loi contre Cuba"."""
    if mention.kind is not Kind.COUNTRY:
        return False
    if mention.target and trigger.sense.type not in TWO_SIDED:
        return True
    if trigger.sense.type not in DONE_TO:
        return False
    if trigger.sense.role is Role.NOUN:
        return False
    gap = scene.story.text[trigger.end : mention.start]
    return mention.start >= trigger.end and bool(_ARTICLE.fullmatch(gap))


def _is_source(scene: Scene, mention: Mention) -> bool:
    """Say whether somebody is only named as the source: "selon le ministre X"."""
    before = scene.story.text[max(scene.span.start, mention.start - SOURCE_REACH) : mention.start]
    return scene.says(scene.language.data.according, before)


def distance(start: int, end: int, trigger: Trigger) -> int:
    """Return how far a span is from a trigger, in code points."""
    if start >= trigger.end:
        return start - trigger.end
    return BEFORE_IS_FAR + max(0, trigger.start - end)


def _about(scene: Scene, index: int, trigger: Trigger) -> list[Clause]:
    """Return the clauses about the noun of a trigger: "le sommet, qui …"."""
    if trigger.sense.role is not Role.NOUN:
        return []
    later = [t for t in scene.triggers if t.start > trigger.start]
    return [
        other
        for other in scene.clauses
        if other.parent == index
        and other.tie is Tie.RELATIVE
        and other.start >= trigger.end
        and not any(t.start < other.start and t.sense.role is Role.NOUN for t in later)
    ]


def _reaches(scene: Scene, clause: Clause, trigger: Trigger, start: int, end: int) -> bool:
    """Say whether a date or place is not inside a part set off by commas around another trigger.

    "Le président, hôte du sommet de Bamako en 2005, devait prononcer un discours": 2005 is the
    date of the summit only. "Lors du sommet de 2005, un traité a été signé": of both.
    """
    owners = [
        t
        for t in scene.triggers
        if t.first != trigger.first
        and t.end <= start
        and "," not in scene.between(t.end, start)
        and not (t.sense.role is Role.LIGHT and trigger.sense.role is Role.NOUN)
    ]
    if not owners:
        return True
    owner = owners[-1]
    if start - owner.end <= BESIDE and _is_apart(scene, owner):
        return False
    if start >= trigger.end:
        closer = owner.start > trigger.start
        return not (closer and "," in scene.between(trigger.end, owner.start))
    opening = scene.between(clause.start, owner.start)
    fronted = "," not in opening and len(opening) <= FRONTED
    return fronted or "," not in scene.between(end, trigger.start)


def _is_apart(scene: Scene, noun: Trigger) -> bool:
    """Say whether a noun is of another time than its clause: "cinq ans après l'incendie"."""
    before = scene.story.text[max(scene.span.start, noun.start - FRONTED) : noun.start]
    apart = scene.language.data.apart_event
    return noun.sense.role is Role.NOUN and bool(apart) and scene.says(apart, before)


def _is_of_setting(scene: Scene, timex: Timex, trigger: Trigger) -> bool:
    """Say whether a date is of a noun that only says when: "depuis son retour, le 2 avril"."""
    pattern = scene.language.data.apart_date
    if not pattern:
        return False
    start = max(scene.span.start, timex.start - FRONTED)
    match = compiled(pattern).search(scene.story.text, start, timex.start)
    return match is not None and not match.start() <= trigger.start < timex.start


def _is_place(scene: Scene, mention: Mention, trigger: Trigger) -> bool:
    if mention.kind not in (Kind.CITY, Kind.COUNTRY, Kind.REGION):
        return False
    if mention.where:
        topic = mention.start - scene.span.start <= 1 and scene.headline
        return not (topic and mention.kind is Kind.COUNTRY and trigger.sense.type in TOPIC_DOUBTED)
    if mention.target and trigger.sense.type in ATTACKS:
        return True
    gap = scene.story.text[trigger.end : mention.start]
    if trigger.sense.role is Role.NOUN and mention.kind is Kind.CITY and _OF.fullmatch(gap):
        return True
    before = scene.story.text[max(scene.span.start, mention.start - OBJECT_REACH) : mention.start]
    if trigger.sense.type == "visit" and scene.says(scene.language.data.destination, before):
        return True
    takes = trigger.sense.lemma in scene.language.place_verbs
    return takes and mention.start >= trigger.end and len(gap) <= OBJECT_REACH
