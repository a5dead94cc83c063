"""The path of one article: file, sentences, dates, names, figures, events, in this order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.extract.article.reader import Article, read_article
from generator.extract.events.finder import Candidate, find_events
from generator.extract.events.scene import Story
from generator.extract.extractors.proof import prove
from generator.extract.figures.events import with_event_dates
from generator.extract.figures.finder import FigureMention, distinct_figures, find_figures
from generator.extract.names.mentions import Mention, find_mentions
from generator.extract.names.recogniser import recognise
from generator.extract.sentences import find_sentences
from generator.extract.timex.finder import Timex, find_timexes
from generator.record.model import Content

if TYPE_CHECKING:
    from pathlib import Path

    from generator.extract.extractors.contract import Dropped, Extractor
    from generator.extract.span import Span
    from generator.record.edtf import Edtf


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was found in one article; every span is of ``article.text``."""

    article: Article
    sentences: tuple[Span, ...]
    timexes: tuple[Timex, ...]
    mentions: tuple[Mention, ...]
    figures: tuple[FigureMention, ...]
    events: tuple[Candidate, ...]
    extractor: str = ""
    """What found the events, when it was not our rules: its name and version."""
    dropped: tuple[Dropped, ...] = ()
    """What another extractor proposed and the article does not prove."""


def read(
    path: str | Path,
    content: Content | None = None,
    *,
    issued: Edtf | str | None = None,
    language: str | None = None,
    extractor: Extractor | None = None,
) -> Reading:
    """Read one article and find what it tells.

    Args:
        path: a text, Markdown or HTML file.
        content: the registries of the site; names that they lack are still found.
        issued: date of publication, where the caller knows it.
        language: BCP 47 tag, where the caller knows it.
        extractor: who finds the events; by default our rules.

    Raises:
        ArticleError: the file cannot be read or holds no text, or the extractor failed.
    """
    article = read_article(path, issued=issued, language=language)
    return read_text(article, content or Content(), extractor)


def read_text(article: Article, content: Content, extractor: Extractor | None = None) -> Reading:
    """Find what an article tells that is already read."""
    story = story_of(article, content)
    text, language = article.text, article.language
    figures = distinct_figures(
        find_figures(text, story.sentences, language=language, timexes=story.timexes)
    )
    reading = Reading(
        article=article,
        sentences=story.sentences,
        timexes=story.timexes,
        mentions=story.mentions,
        figures=figures,
        events=(),
    )
    if extractor is not None:
        return _proposed(reading, story, extractor)
    events = find_events(story, language=language, content=content)
    return replace(reading, events=events, figures=with_event_dates(figures, events, story))


def story_of(article: Article, content: Content) -> Story:
    """Find sentences, dates and names of an article, in which events are looked for."""
    text, language = article.text, article.language
    sentences = find_sentences(text, article.paragraphs, language)
    timexes = find_timexes(
        _own_text(text, article.paragraphs),
        language=language,
        document_creation_time=article.published,
    )
    votes = recognise(text, sentences, language)
    mentions = find_mentions(text, sentences, language=language, content=content, votes=votes)
    return Story(
        text=text,
        sentences=sentences,
        headline=article.title_span,
        timexes=timexes,
        mentions=mentions,
        votes=votes,
        published=article.published,
    )


def _proposed(reading: Reading, story: Story, extractor: Extractor) -> Reading:
    """Return a reading with what another extractor proposes, as far as the article proves it."""
    article = reading.article
    own = replace(story, text=_own_text(article.text, article.paragraphs))
    proposal = extractor.propose(article)
    proven = prove(proposal, own, reading.figures, language=article.language)
    return replace(
        reading,
        events=proven.events,
        figures=proven.figures,
        extractor=extractor.version,
        dropped=proven.dropped,
    )


def _own_text(text: str, paragraphs: tuple[Span, ...]) -> str:
    """Return the text with all that is not the article's own blanked out, offsets unchanged.

    A date in a sidebar must not anchor "mardi" in the article.
    """
    pieces: list[str] = []
    place = 0
    for span in paragraphs:
        pieces += ["\n" * (span.start - place), span.of(text)]
        place = span.end
    return "".join((*pieces, "\n" * (len(text) - place)))
