"""What only all records together can tell: names that lead nowhere, two of a kind, missing proof.

What one file tells on its own is in `event_fields.py` and `values.py`. All of it works on the facts
that each record tells the others (`facts.py`), so that nothing has to be read again for it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

from generator.record.disagreement import (
    FigureRow,
    Relation,
    dispute_rows,
    disputes_of,
)
from generator.record.facts import gather_facts
from generator.record.faults import close
from generator.record.mends import meant_id
from generator.record.messages import make_problem, phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from generator.errors import Mend, Problem, Said
    from generator.record.facts import At, Facts
    from generator.record.model import Content, Event

    PutWord = Callable[[str, At, str], Mend | None]
    """Path, place and word → the mend that puts the word there, if it can."""

_FOLDERS = {
    "person": ("people", "organisations", "places"),
    "organisation": ("organisations",),
    "place": ("places",),
    "event": ("events",),
    "source": ("sources",),
    "indicator": ("indicators",),
}
"""Kind of a name → the folders that it may lead to; a new record goes to the first."""
_NAMED = ("sources", "people", "organisations", "places", "indicators")  # on behalf of events only
SHARE = 0.5  # of a source's characters that all records may repeat between them
ALIKE = 0.6  # share of the words of two titles that are the same, from which they may say one thing
MAX_ALIKE = (
    60  # events of one date, type and place that are held against each other, title by title
)


def check_facts(
    facts: Collection[Facts], broken: Collection[str] = (), put_word: PutWord | None = None
) -> Iterator[Problem]:
    """Yield every problem between records.

    Args:
        facts: of all records that could be read.
        broken: ids of records whose files have problems of their own; a name that leads to one is
            no second problem.
        put_word: makes mends, where they are wanted.
    """
    found = _Found(facts, broken, put_word)
    for check in _CHECKS:
        yield from check(found)


def check_event(event: Event, content: Content) -> Iterator[Problem]:
    """Yield the errors between one event and other records; their places are no places.

    Args:
        event: it need not be among the records.
        content: the other records.
    """
    others = [
        gather_facts(record, folder, "", None, "")
        for folder in ("sources", "people", "organisations", "places", "indicators")
        for record in getattr(content, folder).values()
    ]
    own = gather_facts(event, "events", "", None, "")
    found = check_facts([*others, own], frozenset(content.events) - {event.id})
    yield from (problem for problem in found if problem.severity == "error")


class _Found:
    """All facts, by folder and id."""

    def __init__(
        self, facts: Collection[Facts], broken: Collection[str], put_word: PutWord | None
    ) -> None:
        self.broken = frozenset(broken)
        self.put_word = put_word
        self.folders: dict[str, dict[str, Facts]] = {
            name: {} for folders in _FOLDERS.values() for name in folders
        }
        for one in sorted(facts, key=lambda one: (one.folder, one.id)):
            self.folders[one.folder][one.id] = one
        self.known = {
            kind: {record for folder in folders for record in self.folders[folder]} | self.broken
            for kind, folders in _FOLDERS.items()
        }

    def all(self) -> Iterator[Facts]:
        """Yield all facts."""
        for records in self.folders.values():
            yield from records.values()

    def events(self) -> Iterable[Facts]:
        """Return the facts of events."""
        return self.folders["events"].values()


def _at(parts: Iterable[int]) -> At:
    line, column, length = parts
    return line, column, length


def _problem(one: Facts, at: At, said: str | Said, **parts: Any) -> Problem:  # noqa: ANN401 -- of a Problem
    line, column, length = at
    return make_problem((one.path, line, column), said, length=length, **parts)


def _warning(one: Facts, at: At, said: str | Said) -> Problem:
    return _problem(one, at, said, severity="warning")


# ------------------------------------------------------------------ names


def _references(found: _Found) -> Iterator[Problem]:
    for one in found.all():
        for kind, target, *at in one.references:
            if target not in found.known[kind]:
                yield _unknown(found, one, kind, target, _at(at))


def _unknown(found: _Found, one: Facts, kind: str, target: str, at: At) -> Problem:
    known = sorted(found.known[kind] - found.broken)
    meant = meant_id(target, known)
    mend = found.put_word(one.path, at, meant) if meant and found.put_word else None
    advice = close(target, known)
    return _problem(
        one,
        at,
        phrase(
            "reference-unknown", name=target, kind=phrase(f"kind.{kind}"), folder=_FOLDERS[kind][0]
        ),
        advice=advice,
        mend=mend,
    )


def _shared_ids(found: _Found) -> Iterator[Problem]:
    """People, organisations and places share their ids: `who` names any of them."""
    taken: dict[str, str] = {}
    for folder in _FOLDERS["person"]:
        for record in found.folders[folder].values():
            if record.id in taken:
                yield _problem(
                    record,
                    record.at,
                    phrase("id-duplicate.folder", id=record.id, folder=taken[record.id]),
                )
            taken.setdefault(record.id, folder)


def _former_ids(found: _Found) -> Iterator[Problem]:
    """An earlier id must redirect to one record only, and to none that has it now."""
    for records in found.folders.values():
        claimed: dict[str, str] = {}
        for record in records.values():
            for former, *at in record.formerly:
                owner = former if former in records else claimed.get(former)
                if owner is not None:
                    yield _problem(
                        record, _at(at), phrase("formerly-taken", id=former, owner=owner)
                    )
                claimed[former] = record.id


def _circles(found: _Found) -> Iterator[Problem]:
    places = found.folders["places"]
    outer = {one.id: one.references[0][1] for one in places.values() if one.references}
    for one in places.values():
        seen: set[str] = set()
        place = outer.get(one.id)
        while place is not None and place not in seen and place != one.id:
            seen.add(place)
            place = outer.get(place)
        if place == one.id:
            yield _problem(one, _at(one.references[0][2:]), "reference-circle")


def _digests(found: _Found) -> Iterator[Problem]:
    sources = found.folders["sources"]
    for one in sources.values():
        for _, target, *at in one.references:
            original = sources.get(target)
            if original and original.references:
                yield _problem(one, _at(at), phrase("digest-chain", source=target))


def _unused(found: _Found) -> Iterator[Problem]:
    """Records that no other one names: a page that nobody is led to."""
    if not found.folders["events"]:
        return
    named = {target for one in found.all() for _, target, *_ in one.references}
    for folder in _NAMED:
        for one in found.folders[folder].values():
            retells = folder == "sources" and one.references
            if one.id not in named and not retells:
                yield _warning(one, one.at, "entry-unused")


# ------------------------------------------------------------------ figures


def _units(found: _Found) -> Iterator[Problem]:
    indicators = found.folders["indicators"]
    for one in found.events():
        for row in map(_row, one.more["figures"]):
            indicator = indicators.get(row.indicator)
            if indicator and indicator.more["unit"] != row.unit:
                yield _problem(
                    one,
                    one.more["units"][row.number],
                    phrase("figure-unit", unit=row.unit, expected=indicator.more["unit"]),
                )


def _figures(found: _Found) -> Iterator[Problem]:
    rows = (
        (one.id, _row(row))
        for one in found.events()
        if one.more["live"]
        for row in one.more["figures"]
    )
    indicators = found.folders["indicators"]
    for dispute in dispute_rows(rows):
        indicator = indicators.get(dispute.indicator)
        if indicator:
            events = ", ".join(event for event, _ in dispute.figures)
            yield _warning(
                indicator,
                indicator.at,
                phrase("figures-disagree", period=dispute.period.text, events=events),
            )


def _row(row: list[Any]) -> FigureRow:
    return FigureRow(*row)


# ------------------------------------------------------------------ events


def _after_sources(found: _Found) -> Iterator[Problem]:
    """An event cannot have happened after every article that reports it."""
    sources = found.folders["sources"]
    for one in found.events():
        if not one.more["happened"] or not one.more["first"]:
            continue
        cited = {row[0] for row in one.more["quoted"]}
        issued = [sources[name].more["issued"] for name in cited if name in sources]
        if not issued or not all(issued):
            continue
        text, *last = max(issued, key=lambda date: date[1:])
        if last < one.more["first"]:
            yield _warning(
                one,
                one.more["places"][1],
                phrase("date-after-source", date=one.more["date"], issued=text),
            )


def _alike(found: _Found) -> Iterator[Problem]:
    """Events of one date, type and place whose titles have most of their words in common."""
    groups: defaultdict[tuple[str, ...], list[Facts]] = defaultdict(list)
    for one in found.events():
        if one.more["alike"]:
            groups[tuple(one.more["alike"])].append(one)
    for group in groups.values():
        for one, other in _pairs(group):
            if other.id not in one.more["apart"] and one.id not in other.more["apart"]:
                yield _warning(
                    other, other.more["places"][0], phrase("event-duplicate", other=one.id)
                )


def _pairs(group: list[Facts]) -> Iterator[tuple[Facts, Facts]]:
    """Yield the pairs with similar titles; in a very large group those with equal ones."""
    if len(group) <= MAX_ALIKE:
        yield from (pair for pair in combinations(group, 2) if _similar(*pair))
        return
    same: dict[str, Facts] = {}
    for one in group:
        for title in one.more["titles"]:
            if title in same and same[title] is not one:
                yield same[title], one
                break
            same[title] = one


def _similar(one: Facts, other: Facts) -> bool:
    for title in one.more["titles"]:
        words = set(title.split())
        for second in other.more["titles"]:
            others = set(second.split())
            if words and len(words & others) >= ALIKE * len(words | others):
                return True
    return False


def _quoted(found: _Found) -> Iterator[Problem]:
    """Count the characters of each source that the records repeat."""
    passages: defaultdict[str, dict[tuple[int, int], int]] = defaultdict(dict)
    for one in found.events():
        for source, start, end, count in one.more["quoted"]:
            passages[source][start, end] = count
    for name, counts in passages.items():
        source = found.folders["sources"].get(name)
        length = source.more["length"] if source else None
        if source and length and sum(counts.values()) > SHARE * length:
            yield _warning(
                source, source.at, phrase("source-words", found=sum(counts.values()), length=length)
            )


_CHECKS = (
    _references,
    _shared_ids,
    _former_ids,
    _circles,
    _digests,
    _unused,
    _units,
    _figures,
    _after_sources,
    _alike,
    _quoted,
)


# ------------------------------------------------------------------ what sources say


def check_sayings(one: Facts, event: Event, content: Content) -> Iterator[Problem]:
    """Yield what the sources of an event contradict it on: nothing to mend, but to be known.

    Args:
        one: the facts of the event.
        event: the record itself.
        content: the places, by which cities lie in countries.
    """
    places: Mapping[str, At] = one.more.get("says", {})
    for dispute in disputes_of(event, content):
        if not dispute.contradicted:
            continue
        said = [answer.value for answer in dispute.answers if answer.relation is Relation.CONTRARY]
        at = places.get(dispute.field.partition(".")[0], one.at)
        others = ", ".join(str(value) for value in said)
        yield _warning(one, at, phrase("sources-disagree", field=dispute.field, others=others))
