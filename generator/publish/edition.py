"""One edition of the site: the records in one language, how they are named and linked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from generator.publish.history import History
from generator.publish.links import record_path
from generator.publish.markup import first_sentences, plain_text, typeset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.publish.catalogue import Catalogue
    from generator.publish.eras import Era
    from generator.publish.revisions import Correction
    from generator.publish.views.cards import EventCard
    from generator.publish.wording import Wording
    from generator.record.model import Text

TEMPLATES = Path(__file__).resolve().parents[2] / "site_templates"
NAMED = {"events": "title", "sources": "title"}  # kinds whose records are not called by a `name`


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOptions:
    """What the pages need to know beside the records."""

    language: str = "fr"
    """The language of this edition."""
    languages: tuple[str, ...] = ()
    """All languages of the site, the main one first; empty for a site in `language` alone."""
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language → ``site_name`` and ``site_description`` in it, where they differ."""
    site_name: str = "Timeline"
    site_description: str = ""
    site_url: str = ""
    """Absolute address of the site's root with a trailing slash, or empty when not known."""
    edit_url: str = ""
    """Address prefix of the forge's editor; empty for no edit links."""
    report_url: str = ""
    """Address of the forge's form for a new report; empty for no such links."""
    templates: Path = TEMPLATES
    record_paths: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(kind, id) → POSIX path of the record's file in the repository."""
    history: History = field(default_factory=History)
    """When the files of the records were added and changed."""
    corrections: tuple[Correction, ...] = ()
    """The last changes of events that were there before, the newest first."""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Source id → Markdown of an article text that may be published."""
    exports: bool = True
    """Whether there are feeds, calendars, the API and the tables."""
    page_events: int = 24
    """Events that the front page lists before the scripts, or the pages of the years, give more."""
    eras: tuple[Era, ...] = ()
    """Named stretches of time, drawn behind the events."""
    series: Mapping[str, Text] = field(default_factory=dict)
    """Id of a series → its name."""

    @property
    def folder(self) -> str:
        """Return where this edition's pages are: nothing for the main language, else ``en/``."""
        is_main = not self.languages or self.language == self.languages[0]
        return "" if is_main else f"{self.language}/"

    def in_language(self, language: str) -> SiteOptions:
        """Return the options of the site's edition in another of its languages."""
        own = self.translations.get(language, {})
        return replace(
            self,
            language=language,
            site_name=own.get("site_name", self.site_name),
            site_description=own.get("site_description", self.site_description),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Contributed text with the language it is in."""

    text: str
    language: str = ""
    """BCP 47 tag when it is not the page's language, else empty."""
    direction: str = ""
    """``rtl`` or ``ltr`` when `language` is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to a page of the site, or just a name when there is no such page."""

    text: Phrase
    path: str = ""
    """Relative to the edition's root; empty for a name alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What every view is made from."""

    catalogue: Catalogue
    words: Wording
    options: SiteOptions
    cards: dict[str, EventCard] = field(default_factory=dict, repr=False)
    """Cards made so far, by event: every list that shows an event shares its card."""
    links: dict[tuple[str, str], Link] = field(default_factory=dict, repr=False)
    """Links made so far, by kind and id."""

    def url(self, path: str) -> str:
        """Return the absolute address of a page or file of this edition, if the site knows its own.

        Args:
            path: relative to the edition's root.
        """
        site = self.options.site_url
        return f"{site}{self.options.folder}{path}" if site else ""

    def spoken_instead(self, *texts: Text) -> str:
        """Return the language that the first text without a translation is shown in, or nothing."""
        for text in texts:
            if language := self.phrase(text).language:
                return language
        return ""

    def phrase(self, text: Text, fallback: str = "") -> Phrase:
        """Return a text in the page's language, else in any other, marked as such."""
        language = self.words.language
        if value := text.get(language):
            return Phrase(text=value)
        for other, value in sorted(text.items()):
            if value:
                return self.foreign(value, other)
        return Phrase(text=fallback)

    def name(self, text: Text, fallback: str = "") -> Phrase:
        """Return a title or a name as `phrase` does, with its language's spaces and apostrophes."""
        return self.printed(self.phrase(text, fallback))

    def printed(self, phrase: Phrase) -> Phrase:
        """Return one of our own texts, which is not Markdown, as its language is printed."""
        return replace(phrase, text=typeset(phrase.text, phrase.language or self.words.language))

    def foreign(self, text: str, language: str) -> Phrase:
        """Return a text in a given language."""
        if language == self.words.language:
            return Phrase(text=text)
        return Phrase(text=text, language=language, direction=direction(language))

    def others(self, text: Text) -> tuple[Phrase, ...]:
        """Return the text in the languages that are not the page's, where the page's exists."""
        if not text.get(self.words.language):
            return ()
        return tuple(
            self.foreign(value, language)
            for language, value in sorted(text.items())
            if value and language != self.words.language
        )

    def link(self, kind: str, record_id: str) -> Link:
        """Return the name of a record with the address of its page."""
        if (kind, record_id) not in self.links:
            self.links[kind, record_id] = self._make_link(kind, record_id)
        return self.links[kind, record_id]

    def _make_link(self, kind: str, record_id: str) -> Link:
        record = getattr(self.catalogue.content, kind).get(record_id)
        if record is None:
            return Link(text=Phrase(text=record_id))
        if kind == "sources":
            name = self.foreign(record.title, record.language)
        else:
            name = self.name(getattr(record, NAMED.get(kind, "name")), record_id)
        return Link(text=name, path=record_path(kind, record_id))

    def subject(self, ref: str) -> Link:
        """Return the link of whatever takes part in an event: a person, a body, a state."""
        found = self.catalogue.subject(ref)
        return self.link(found[0], ref) if found else Link(text=Phrase(text=ref))

    def lead(self, text: Text) -> Phrase:
        """Return the first sentences of a Markdown text as plain text."""
        phrase = self.phrase(text)
        short = first_sentences(plain_text(phrase.text)) if phrase.text else ""
        return self.printed(replace(phrase, text=short))

    def edit_path(self, kind: str, record_id: str) -> str:
        """Return the path of a record's file in the repository, or an empty string."""
        return self.options.record_paths.get((kind, record_id), "")


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a language, ``auto`` for one that CLDR does not know."""
    try:
        return str(Locale.parse(language, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "auto"
