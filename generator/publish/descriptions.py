"""What a page is called and a line or two about it, for search engines and previews of links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.publish.views.event import EventView
    from generator.publish.views.indicator import IndicatorView
    from generator.publish.views.prose import Prose
    from generator.publish.views.source import SourceView
    from generator.publish.views.subject import SubjectView

MAX_DESCRIPTION = 200  # code points that search engines show


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a page is called; plain text, not escaped."""

    title: str
    description: str


def listing_words(title: str, lead: str) -> Words:
    """Return the title and description of a list."""
    return Words(title=title, description=_cut(lead))


def event_words(view: EventView) -> Words:
    """Return the title of an event, and when, where and what it was."""
    where = view.place.text.text if view.place else ""
    head = " · ".join(part for part in (view.date.text, where) if part)
    description = f"{head}. {_text(view.summary)}".strip()
    return Words(title=view.title.text, description=_cut(description))


def source_words(view: SourceView) -> Words:
    """Return the title of a source, who published it when, and how much rests on it."""
    about = " · ".join(part for part in (view.publisher, view.issued, view.use_count) if part)
    return Words(title=view.title.text, description=_cut(about))


def subject_words(view: SubjectView) -> Words:
    """Return the name of a person, an organisation or a place, and what it is."""
    lead = _text(view.description) or f"{view.kind_label}, {view.event_count}"
    return Words(title=view.name.text, description=_cut(lead))


def indicator_words(view: IndicatorView) -> Words:
    """Return the name of an indicator, and what it measures."""
    return Words(title=view.name.text, description=_cut(_text(view.description) or view.row_count))


def _text(prose: Prose | None) -> str:
    return prose.html.striptags() if prose else ""


def _cut(text: str) -> str:
    if len(text) <= MAX_DESCRIPTION:
        return text
    return text[:MAX_DESCRIPTION].rsplit(" ", 1)[0] + "…"
