"""What the scripts load: all events in columns, their cards in shards.

An event is a whole number: its place in the chronology, oldest first, as the lists group it. The
columns are small and loaded before anybody filters; cards are loaded for what is in sight.
Everything is under ``index/`` of an edition.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from generator.publish.days import reach
from generator.publish.sequences import find_stretches
from generator.publish.views.cards import group_by_time
from generator.record.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinja2 import Environment

    from generator.publish.edition import Edition
    from generator.publish.facets import Facet
    from generator.publish.views.cards import EventCard

INDEX = "index/"
CARDS = 25  # cards of a shard: few, because what a filter leaves is scattered over all shards
TEXTS = 1000  # events of a shard of searched words: few requests, none long to parse
SHAPES = ("day", "interval", "month", "year", "decade", "one-of", "open", "unknown")
HOLLOW = 8  # added to a shape for what is planned, postponed or cancelled

_END = "\0"  # no record can have it
_INDENT = re.compile(r"\n\s*")


def client_files(
    edition: Edition, facets: Sequence[Facet], env: Environment, kept: dict[str, Any]
) -> tuple[tuple[str, str], ...]:
    """Return the files that the scripts load, as paths from the edition's root with their texts.

    Args:
        edition: its events and words.
        facets: what its events can be narrowed by.
        env: has the template of a card.
        kept: cards of the last build by event, each with what it was made from; replaced.
    """
    cards = in_reading_order(edition)
    files = [(f"{INDEX}events.json", _dump(_events(cards, edition)))]
    files += [(f"{INDEX}facets/{one.name}.json", _dump(_facet(one, cards))) for one in facets]
    html = _render(cards, edition, env, kept)
    files += [(f"{INDEX}cards/{n}.json", _dump(part)) for n, part in _shards(html, CARDS)]
    words = [_words(card) for card in cards]
    files += [(f"{INDEX}texts/{n}.json", _dump(part)) for n, part in _shards(words, TEXTS)]
    return tuple(files)


def version_of(files: Iterable[tuple[str, str]]) -> str:
    """Return a fingerprint of the files: browsers keep them until it changes."""
    digest = sha256()
    for path, text in files:
        digest.update(f"{path}\0{text}\0".encode())
    return digest.hexdigest()[:8]


def in_reading_order(edition: Edition) -> tuple[EventCard, ...]:
    """Return the cards of all events as the chronology lists them, those without a year last."""
    groups = group_by_time(edition.catalogue.events, edition)
    return tuple(card for year in groups for month in year.months for card in month.cards)


def _events(cards: Sequence[EventCard], edition: Edition) -> dict[str, Any]:
    words, events = edition.words, edition.catalogue.content.events
    days = [reach(events[card.id].date) for card in cards]
    dated = [one for one in days if one]
    starts = [first for first, _ in dated]
    months = [words(f"date.{name}") for name in ("no_month", "no_year")]
    runs = _runs(cards, edition)
    return {
        "size": len(cards),
        "shard": CARDS,
        "texts": TEXTS,
        "starts": [day - before for day, before in zip(starts, [0, *starts], strict=False)],
        "lengths": [last - first for first, last in dated],
        "marks": [_mark(card) for card in cards],
        **runs,
        "months": [months[0], *_month_names(edition), months[1]],
        "bands": [
            [one.kind, one.first, one.last, one.name, one.id] for one in find_stretches(edition)
        ],
        "language": words.language,
        "words": {
            key.partition(".")[2]: text
            for key, text in sorted(words.strings.items())
            if key.startswith("reader.")
        },
    }


def _runs(cards: Sequence[EventCard], edition: Edition) -> dict[str, Any]:
    """Return the years, and runs of events as year, month, number: a flat list of triples."""
    years: list[tuple[int | None, str]] = []
    runs: list[int] = []
    for group in group_by_time(edition.catalogue.events, edition):
        years.append((int(group.anchor[1:]) if group.path else None, group.label))
        for month in group.months:
            number = int(month.anchor.rpartition("-")[2]) if group.path else 13
            runs += [len(years) - 1, number, len(month.cards)]
    return {"years": years, "runs": runs, "dated": sum(1 for card in cards if card.date.year)}


def _month_names(edition: Edition) -> list[str]:
    names = edition.words.locale.months["stand-alone"]["wide"]
    return [str(names[number]) for number in range(1, 13)]


def _mark(card: EventCard) -> int:
    hollow = card.date.standing in {"planned", "postponed", "cancelled"}
    return SHAPES.index(card.date.shape) + HOLLOW * hollow


def _facet(facet: Facet, cards: Sequence[EventCard]) -> dict[str, Any]:
    rows = [facet.rows.get(card.id, ()) for card in cards]
    return {
        "values": [[value.id, value.link.text.text] for value in facet.values],
        "counts": [len(row) for row in rows],
        "places": [place for row in rows for place in row],
    }


def _words(card: EventCard) -> str:
    """Return the words that a card is found by, folded, each after a space."""
    parts = [card.title.text, card.type_label, card.date.text, card.summary.text]
    parts += [link.text.text for link in (card.place, *card.who) if link]
    return " " + " ".join(re.findall(r"[^\W_]+", fold(" ".join(parts))))


def _render(
    cards: Sequence[EventCard], edition: Edition, env: Environment, kept: dict[str, Any]
) -> list[str]:
    """Return each card as HTML, rendered only where it differs from the one that was kept."""
    stale = [card for card in cards if kept.get(card.id, (None,))[0] != card]
    template = env.get_template("parts/cards.html")
    text = template.render(cards=stale, w=edition.words, root="./", end=_END) if stale else ""
    new = dict(zip((card.id for card in stale), text.split(_END), strict=False))
    made = {
        card.id: (card, _INDENT.sub("\n", new[card.id]).strip())
        if card.id in new
        else kept[card.id]
        for card in cards
    }
    kept.clear()
    kept.update(made)
    return [made[card.id][1] for card in cards]


def _shards(items: Sequence[str], size: int) -> Iterator[tuple[int, Sequence[str]]]:
    for number, start in enumerate(range(0, len(items), size)):
        yield number, items[start : start + size]


def _dump(value: Mapping[str, Any] | Sequence[str]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
