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

HEAD_SENTENCES = 3  # the headline and the lead, whose places count double
SHARE = 0.6  # of what an article says of countries, from which one of them is its own


def home_of(story: Story) -> str | None:
    """Return the country that an article is about; None when it is about several or none.

    Args:
        story: the text with its names.

    Returns:
        ISO 3166-1 alpha-2 of the country that opens the headline, else of the one in which most of
        the named places lie, else of the only one that is named often.
    """
    places = [m for m in story.mentions if m.where and m.country]
    topic = next((m for m in places if _opens_headline(story, m)), None)
    if topic:
        return topic.country
    head = story.sentences[:HEAD_SENTENCES][-1].end if story.sentences else 0
    where = Counter[str]()
    for mention in places:
        where[mention.country or ""] += 2 if mention.start < head else 1
    named = Counter(m.country or "" for m in story.mentions if m.country and m.kind in _LANDS)
    return _most(where) or _most(where + named)


_LANDS = frozenset({Kind.COUNTRY, Kind.REGION, Kind.CITY})


def _opens_headline(story: Story, mention: Mention) -> bool:
    headline = story.headline
    if headline is None or mention.start != headline.start:
        return False
    return story.text[mention.end : mention.end + 3].lstrip()[:1] == ":"


def _most(counts: Counter[str]) -> str | None:
    top = counts.most_common(1)
    return top[0][0] if top and top[0][1] >= SHARE * counts.total() else None
