"""Where an article is at home: the country and city of what it does not place in so many words.

News names its country once, in the headline, the dateline or the lead, and then tells on; a careful
reader takes what follows to have happened there too.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import Kind

if TYPE_CHECKING:
    from generator.extract.events.scene import Story
    from generator.extract.names.naming import Mention

TOPIC = 4  # the weight of the country that opens the headline: "Mali : …"
HEAD_SENTENCES = 3  # the headline and the lead, whose places count double
SHARE = 0.6  # of what an article says of countries, from which one of them is its own


def home_of(story: Story) -> str | None:
    """Return the country that an article is about; None when it is about several or none.

    Args:
        story: the text with its names.

    Returns:
        ISO 3166-1 alpha-2 of the country in which most of the named places lie, the one that opens
        the headline before others; else of the only one that is named often.
    """
    places = [m for m in story.mentions if m.where and m.country]
    head = head_of(story)
    where = Counter[str]()
    for mention in places:
        where[mention.country or ""] += _weight(story, mention, head)
    named = Counter(m.country or "" for m in story.mentions if m.country and m.kind in _LANDS)
    return _most(where) or _most(where + named)


def head_of(story: Story) -> int:
    """Return where the headline and the lead end, in code points."""
    return story.sentences[:HEAD_SENTENCES][-1].end if story.sentences else 0


_LANDS = frozenset({Kind.COUNTRY, Kind.REGION, Kind.CITY})


def _weight(story: Story, mention: Mention, head: int) -> int:
    """Return how much the name of a place says of where an article is at home."""
    if _opens_headline(story, mention):
        return TOPIC
    return 2 if mention.start < head else 1


def _opens_headline(story: Story, mention: Mention) -> bool:
    headline = story.headline
    if headline is None or mention.start != headline.start:
        return False
    return story.text[mention.end : mention.end + 3].lstrip()[:1] == ":"


def _most(counts: Counter[str]) -> str | None:
    top = counts.most_common(1)
    return top[0][0] if top and top[0][1] >= SHARE * counts.total() else None
