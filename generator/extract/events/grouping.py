"""Which tellings are of one event: those whose kind, date, place and actors agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.extract.events.clauses import Mode
from generator.extract.names.gazetteer import Kind
from generator.record.edtf import Edtf, earliest, latest, precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.extract.events.tellings import Telling

AGAIN = 0.3  # points for each further telling, up to `MOST_AGAIN` of them
MOST_AGAIN = 3
CARRIES = 1.0  # a telling below this adds nothing to an event
MAX_OPEN = 80  # events that a telling is compared with: the latest, and as many of the lead
MAX_TOLD = 60  # tellings of an event, the first ones, that a further one is compared with
DEATHS = frozenset({frozenset({"casualty", "conflict"}), frozenset({"casualty", "disaster"})})
SELDOM_TWICE = frozenset(
    {"meeting", "visit", "sport", "election", "disaster", "conflict", "casualty", "summit"}
    | {"agreement", "project"}
)
"""Types of which one article seldom tells two events with the same actors, place or day."""
MINOR = frozenset({"other", "statement"})
"""Types of which one clause tells one event: "dans un discours, il a annoncé la fermeture"."""
ONE_STORY = frozenset({"conflict", "disaster", "casualty", "sport", "election"})
"""Types of news whose later paragraphs go on telling it without saying when and where again."""


@dataclass(slots=True, eq=False)
class Group:
    """Tellings of one event."""

    published: Edtf | None
    tellings: list[Telling] = field(default_factory=list)
    type: str = ""
    """The one that says most of those of its tellings, the first of equals."""
    said: int = 0
    """How much that type says."""
    prominent: bool = False
    """Whether the headline or the lead tells it."""

    def add(self, *tellings: Telling) -> Group:
        """Add tellings of the same event; return the group."""
        for telling in tellings:
            self.tellings.append(telling)
            self.prominent = self.prominent or telling.headline or telling.lead
            if not self.type or _says_more(telling) > self.said:
                self.type, self.said = telling.type, _says_more(telling)
        return self

    @property
    def told(self) -> list[Telling]:
        """Return the tellings that a further one is compared with."""
        return self.tellings[:MAX_TOLD]

    @property
    def score(self) -> float:
        """Return the points of its best telling and some for each further one."""
        again = min(MOST_AGAIN, sum(t.score >= CARRIES for t in self.tellings) - 1)
        return max(t.score for t in self.tellings) + AGAIN * max(0, again)

    @property
    def opens(self) -> bool:
        """Say whether the headline or the first sentence after it tells it."""
        return any(t.rank <= 0 for t in self.tellings)

    def dates(self) -> list[Edtf]:
        """Return the dates its tellings give."""
        return [t.date for t in self.told if t.date]

    def keys(self) -> frozenset[str]:
        """Return the keys of all who act in it."""
        return frozenset(key for t in self.told for key in t.who)


def _says_more(telling: Telling) -> int:
    """Return the rank of the type of a telling among those of one event."""
    if telling.type == "other":
        return 0 if telling.plain else 3
    return {"casualty": 1, "statement": 2, "summit": 5}.get(telling.type, 4)


def group_tellings(tellings: Iterable[Telling], published: Edtf | None) -> list[Group]:
    """Bring the tellings of one event together.

    Args:
        tellings: in the order of the text; those without points are left out.
        published: date of publication.
    """
    groups: list[Group] = []
    for telling in tellings:
        if telling.score <= 0:
            continue
        group = _home(telling, groups)
        if group:
            group.add(telling)
        else:
            groups.append(Group(published).add(telling))
    return groups


def _home(telling: Telling, groups: list[Group]) -> Group | None:
    """Return the event that a telling is of: the best fitting one, the latest of equals."""
    best, degree = None, 0
    near = groups[-MAX_OPEN:]
    early = groups[: max(0, min(MAX_OPEN, len(groups) - MAX_OPEN))]
    lead = [group for group in early if group.prominent]
    for group in reversed((*lead, *near)):
        fit = _fit(telling, group)
        if fit > degree:
            best, degree = group, fit
    return best


def _fit(telling: Telling, group: Group) -> int:
    """Return how well a telling fits an event: 0 not, else the number of signs for it."""
    if not _same_kind(telling, group) or not all(_can_be_one(telling, t) for t in group.told):
        return 0
    if _is_older(telling, group) or (telling.another and not _in_one_breath(telling, group)):
        return 0
    same_head = any(t.act == telling.act for t in group.told)
    same_place = any(_shares_place(telling, t) for t in group.told)
    same_actor = bool(telling.who & group.keys() or _acts_where(telling, group))
    same_date = any(_meet(date, telling.date) for date in group.dates())
    signs = 2 * same_head + same_place + same_actor + 2 * same_date + group.prominent
    vague = telling.timex is None and group.type in SELDOM_TWICE
    if (telling.pointing and (same_head or vague)) or _in_one_breath(telling, group):
        return 3 + signs
    if {telling.type, group.type} & ONE_STORY and group.prominent and _is_loose(telling, group):
        return 2 + signs
    if {telling.type, group.type} & SELDOM_TWICE:
        enough = same_date or same_actor or same_place or (same_head and group.prominent)
    else:
        enough = same_head and (same_date or same_actor or same_place)
    return 1 + signs if enough or (telling.bare and group.prominent and same_head) else 0


def _acts_where(telling: Telling, group: Group) -> bool:
    """Say whether one names as the place the state that acts in the other: "Mali : …"."""
    states = {m.country for t in group.told for m in t.actors}
    places = frozenset().union(*(t.countries for t in group.told))
    return bool(telling.countries & states or places & {m.country for m in telling.actors})


def _is_loose(telling: Telling, group: Group) -> bool:
    """Say whether a telling gives no date of its own, or gives it to a headline without one."""
    return telling.timex is None or all(t.timex is None for t in group.told)


def _is_older(telling: Telling, group: Group) -> bool:
    """Say whether a telling with a past year cannot be of the news that is told without one.

    "Un séisme a frappé le pays samedi" and "le séisme de 1949".
    """
    if telling.date is None or group.dates() or telling.mode is Mode.PLANNED:
        return False
    if not group.prominent or all(t.mode is Mode.PLANNED for t in group.told):
        return False
    if group.published is None:
        return precision(telling.date) != "day"
    last, today = latest(telling.date), earliest(group.published)
    return bool(last and today and (today.year - last.year) * 12 + today.month - last.month > 1)


def _same_kind(telling: Telling, group: Group) -> bool:
    pair = frozenset({telling.type, group.type})
    if len(pair) == 1 or pair in DEATHS or _in_one_breath(telling, group):
        return True
    if not telling.plain and any(t.act == telling.act for t in group.told):
        return True  # "lancement" and "a décollé"
    # "cette réunion" is said of a summit; a visit and a meeting at it are two.
    gathered = telling.trigger.sense.light or any(t.trigger.sense.light for t in group.told)
    return pair == {"summit", "meeting"} and (telling.pointing or gathered)


def _in_one_breath(telling: Telling, group: Group) -> bool:
    """Say whether a verb of no list and another one stand in one sentence with one date.

    "Mardi, il est venu voir les lieux et a promis une aide" is told of one event.
    """
    last = group.tellings[-1]
    if telling.rank != last.rank or telling.timex is None or telling.timex is not last.timex:
        return False
    opens = min(telling.trigger.first, last.trigger.first) == 0  # "Réunis mardi, ils ont signé"
    minor = {telling.type, last.type} <= MINOR and telling.start < last.end
    return not opens and (telling.plain or last.plain or minor)


def _can_be_one(telling: Telling, other: Telling) -> bool:
    """Say whether nothing that two tellings say keeps them from being of one event."""
    if telling.date and other.date and not _meet(telling.date, other.date):
        return False
    if _other_weekday(telling, other) and not (telling.pointing and telling.act == other.act):
        return False
    if telling.edition and other.edition and telling.edition != other.edition:
        return False
    if telling.turn != other.turn and not (telling.date and other.date):
        return telling.bare and not telling.turn
    if telling.type == "meeting" and not _people_agree(telling, other):
        return False
    again = telling.pointing and telling.act == other.act and telling.timex is None
    return _places_agree(telling, other, again=again)


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


def _shares_place(telling: Telling, other: Telling) -> bool:
    mine, theirs = {m.key for m in telling.places}, {m.key for m in other.places}
    return bool(mine & theirs or telling.countries & other.countries)


def _meet(one: Edtf | None, other: Edtf | None) -> bool:
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


def may_be_one(one: Group, other: Group) -> bool:
    """Say whether no date or place keeps two groups from being of one event."""
    pairs = [(mine, theirs) for mine in one.told for theirs in other.told]
    dated = all(_meet(a.date, b.date) for a, b in pairs if a.date and b.date)
    return dated and all(_places_agree(a, b) for a, b in pairs)
