"""A short title of our own for a candidate: what, of whom, where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.gazetteer import Kind

if TYPE_CHECKING:
    from generator.extract.events import Candidate
    from generator.extract.scene import Story
    from generator.extract.tellings import Telling
    from generator.extract.triggers import Lexicon

MAX_RUN = 8  # words in a row that a title may share with its source, see docs/adr/0001


def title_of(candidate: Candidate, tellings: list[Telling], story: Story, language: Lexicon) -> str:
    """Return a noun phrase in the language of the article: "Sommet de l'OCS à Astana"."""
    data = language.data
    noun = next((t for t in tellings if t.trigger.sense.role == "noun"), None)
    what = (
        story.text[noun.trigger.start : noun.trigger.end]
        if noun
        else data.titles[candidate.type.value]
    )
    what = " ".join(what.split()).lower()
    what = what[:1].upper() + what[1:]
    names = [m.name for m in (*candidate.organisations, *candidate.participants)][:2]
    place = candidate.place.city or "" if candidate.place else ""
    text = what
    if names:
        text += f" ({', '.join(names)})" if place else f" : {', '.join(names)}"
    return re.sub(r"\s+", " ", f"{text}, {place}" if place else text)
