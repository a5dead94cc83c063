"""What the search finds a page by: its words, and plain copies of the words that readers mistype.

The search of the theme compares words letter by letter from their beginning. So each accented word
is indexed a second time without its accents, and each word of some length a third time in the
plural, which lets "tokaiev" find "Tokaïev" and "sommets" find "sommet".
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.publish.edition import Link
    from generator.publish.pages import RenderedPage
    from generator.publish.views.event import EventView
    from generator.publish.views.indicator import IndicatorView
    from generator.publish.views.prose import Prose
    from generator.publish.views.source import SourceView
    from generator.publish.views.subject import SubjectView

MIN_PLURAL = 4  # letters of a word that gets a plural: shorter ones are acronyms and particles
MAX_DESCRIPTION = 200  # code points that search engines show
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words that lead to a page; plain text, not escaped."""

    title: str
    description: str
    """A line or two for search engines, and under the title in our own search."""
    more: str = ""
    """Further words that lead to the page; empty for one that the search need not find."""


def variants(text: str) -> str:
    """Return the words that a text should also be found by, sorted: folded forms and plurals."""
    found = set()
    for word in _WORD.findall(text.casefold()):
        plain = fold(word)
        if plain != word:
            found.add(plain)
        if len(plain) >= MIN_PLURAL and plain.isalpha() and plain[-1] not in "sxz":
            found.add(plain + "s")
    return " ".join(sorted(found))


def entry(page: RenderedPage) -> dict[str, str]:
    """Return the entry of a page in Material's index, whose texts are HTML.

    The field ``folded`` is indexed like the others but shown nowhere. Quotes stay as they are: the
    index would take ``&#39;`` for a word.
    """
    title, text = (html.escape(value, quote=False) for value in (page.title, page.description))
    more = html.escape(page.search_words, quote=False)
    folded = variants(f"{page.title} {page.description} {page.search_words}")
    return {
        "location": page.path,
        "title": title,
        "text": text,
        "folded": f"{more} {folded}".strip(),
    }


def listing_words(title: str, lead: str) -> Words:
    """Return the title and description of a list, which the search need not find."""
    return Words(title=title, description=_cut(lead))


def event_words(view: EventView) -> Words:
    """Return what an event is found by: title, date, place, people, summary, passages."""
    title = view.title.text
    lead = _text(view.summary)
    parts = [
        view.type_label,
        lead,
        *(other.text for other in view.titles),
        *_names(link for link in (view.place, *view.within) if link),
        *_names(item.link for item in (*view.participants, *view.organisations)),
        *_names(figure.name for figure in view.figures),
        *(passage.first.text for proof in view.proofs for passage in proof.passages),
    ]
    where = view.place.text.text if view.place else ""
    head = " · ".join(part for part in (view.date.text, where) if part)
    return Words(title=title, description=_cut(f"{head}. {lead}".strip()), more=_join(parts))


def source_words(view: SourceView) -> Words:
    """Return what a source is found by: title, publisher, author, the events it supports."""
    parts = [view.publisher, view.author, view.container, view.issued, *_names(view.events)]
    about = " · ".join(part for part in (view.publisher, view.issued, view.use_count) if part)
    return Words(title=view.title.text, description=_cut(about), more=_join(parts) or view.id)


def subject_words(view: SubjectView) -> Words:
    """Return what a person, an organisation or a place is found by: every spelling of its name."""
    parts = [
        view.kind_label,
        view.acronym,
        *view.aliases,
        *(name.text for name in view.names),
        _text(view.description),
        view.country,
    ]
    lead = _text(view.description) or f"{view.kind_label}, {view.event_count}"
    return Words(title=view.name.text, description=_cut(lead), more=_join(parts))


def indicator_words(view: IndicatorView) -> Words:
    """Return what an indicator is found by: its name, unit, places and periods."""
    parts = [view.unit, _text(view.description), *_names(view.places)]
    lead = _text(view.description) or view.row_count
    return Words(title=view.name.text, description=_cut(lead), more=_join(parts))


def _text(prose: Prose | None) -> str:
    return prose.html.striptags() if prose else ""


def _names(links: Iterable[Link]) -> list[str]:
    return [link.text.text for link in links]


def _join(parts: Iterable[str]) -> str:
    return " · ".join(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _cut(text: str) -> str:
    if len(text) <= MAX_DESCRIPTION:
        return text
    return text[:MAX_DESCRIPTION].rsplit(" ", 1)[0] + "…"
