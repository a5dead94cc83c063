"""Records in, pages out: one pure function that knows no site generator.

`render_site` makes every page of the site as a title, a description and a body; what stands around
the body is the business of whoever writes the files (here: `plugin.py`, through MkDocs).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from generator.publish.catalogue import build_catalogue
from generator.publish.citations import citation_tags
from generator.publish.client import client_files, version_of
from generator.publish.descriptions import (
    Words,
    event_words,
    indicator_words,
    listing_words,
    source_words,
    subject_words,
)
from generator.publish.edition import Edition, SiteOptions
from generator.publish.exports.tables import DATA
from generator.publish.facets import Facet, find_facets
from generator.publish.links import record_path, root_of
from generator.publish.markup import tight
from generator.publish.views.atlas import view_atlas
from generator.publish.views.disagreements import view_disagreements_page
from generator.publish.views.downloads import view_downloads
from generator.publish.views.event import view_event
from generator.publish.views.facets import view_facet_pages
from generator.publish.views.indicator import view_indicator
from generator.publish.views.listing import ListingView, view_listing
from generator.publish.views.missing import view_missing
from generator.publish.views.news import view_news
from generator.publish.views.search import SEARCH, view_search
from generator.publish.views.source import view_source
from generator.publish.views.subject import view_further_pages, view_subject
from generator.publish.views.timeline import view_chronology, view_home, view_years
from generator.publish.wording import read_wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from generator.publish.catalogue import Catalogue
    from generator.record.model import Content

SUBJECTS = ("people", "organisations", "places")
LISTED = ("sources", *SUBJECTS, "indicators")
DISAGREEMENTS = "disagreements/"
NEWS = "news/"
MAP = "map/"
MISSING = "404.html"
APART = (DATA, DISAGREEMENTS, MAP, NEWS, SEARCH)  # sections that the menu does not have


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedPage:
    """A page of the site without what stands around it."""

    path: str
    """Address relative to the edition's root, with a trailing slash; empty for the front page."""
    title: str
    """Plain text, not escaped."""
    description: str
    """Plain text, not escaped."""
    html: str
    """The body, safe."""
    section: str
    """Address of the section that it belongs to, such as ``sources/``."""
    edit_path: str = ""
    """POSIX path of its record in the repository; empty when it has none."""
    head: str = ""
    """What goes into the head of the document, safe."""
    redirect_to: str = ""
    """Address that an old page sends its readers to; then `html` is the whole document."""
    folder: str = ""
    """Where its edition is in the site; empty for the main one, such as ``en/`` for another."""
    untranslated: str = ""
    """Language that the page shows its record in, where the record lacks the page's own."""
    written: bool = False
    """Whether a person wrote the page, and not a record."""

    @property
    def address(self) -> str:
        """Return its address relative to the site's root."""
        return self.folder + self.path


@dataclass(slots=True)
class PageCache:
    """Bodies of the last build, so that a page whose view is the same is not rendered again."""

    bodies: dict[str, tuple[object, str]] = field(default_factory=dict)
    stamp: object = None
    """Names and times of the templates and words that the bodies were made with."""
    cards: dict[str, Any] = field(default_factory=dict)
    """Cards of the last build, by event."""
    client: tuple[tuple[str, str], ...] = ()
    """Path from the edition's root and text of what its scripts load: filled by each build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page before its template is called."""

    path: str
    template: str
    view: object
    words: Words
    edit_path: str = ""
    head: str = ""
    untranslated: str = ""


def render_site(
    content: Content, options: SiteOptions, cache: PageCache | None = None
) -> tuple[RenderedPage, ...]:
    """Render every page of a site in the language of the options.

    Args:
        content: all records; dangling references are shown as bare names.
        options: what is not in the records.
        cache: kept by the caller between builds; pages whose view is unchanged come from it.

    Returns:
        The pages in a stable order, each path once.
    """
    return render_pages(open_edition(content, options), cache)


def open_edition(content: Content, options: SiteOptions) -> Edition:
    """Return the records with their backlinks, in the language of the options."""
    return _edition(build_catalogue(content), options)


def open_editions(content: Content, options: SiteOptions) -> tuple[Edition, ...]:
    """Return an edition in each language of a site, the main one first; they share the backlinks.

    Raises:
        UsageError: the site has no words in one of the languages.
    """
    catalogue = build_catalogue(content)
    languages = options.languages or (options.language,)
    return tuple(_edition(catalogue, options.in_language(language)) for language in languages)


def _edition(catalogue: Catalogue, options: SiteOptions) -> Edition:
    words = read_wording(options.templates / "words", options.language)
    return Edition(catalogue=catalogue, words=words, options=options)


def render_pages(edition: Edition, cache: PageCache | None = None) -> tuple[RenderedPage, ...]:
    """Render every page of an edition; see `render_site`."""
    env = environment(edition.options.templates)
    folder = edition.options.folder
    drawn = _bodies(edition, env, cache or PageCache())
    pages = [_page(draft, html, folder) for draft, html in drawn]
    taken = {page.path for page in pages}
    return (*pages, *(page for page in _redirects(edition, env) if page.path not in taken))


def _bodies(edition: Edition, env: Environment, cache: PageCache) -> Iterator[tuple[Draft, str]]:
    """Yield every page with its body, rendered only where its view has changed."""
    stamp = _stamp(edition.options.templates)
    before = cache.bodies if cache.stamp == stamp else {}
    if cache.stamp != stamp:
        cache.cards.clear()
    cache.bodies, cache.stamp = {}, stamp
    facets = find_facets(edition)
    cache.client = client_files(edition, facets, env, cache.cards)
    for draft in _drafts(edition, facets, version_of(cache.client)):
        old_view, html = before.get(draft.path, (None, ""))
        if old_view != draft.view:
            html = env.get_template(f"pages/{draft.template}").render(
                view=draft.view, w=edition.words, **ways(draft.path, edition)
            )
        cache.bodies[draft.path] = (draft.view, html)
        yield draft, html


def ways(path: str, edition: Edition) -> dict[str, str]:
    """Return the relative ways from a page to the roots of its edition and of the site."""
    return {"root": root_of(path), "site_root": root_of(edition.options.folder + path)}


def _page(draft: Draft, html: str, folder: str) -> RenderedPage:
    return RenderedPage(
        path=draft.path,
        folder=folder,
        title=draft.words.title,
        description=draft.words.description,
        html=html,
        section=_section(draft.path),
        edit_path=draft.edit_path,
        head=draft.head,
        untranslated=draft.untranslated,
    )


def missing_page(editions: Sequence[Edition]) -> RenderedPage:
    """Return the page for addresses that do not exist, in all languages of the site at once."""
    view = view_missing(editions)
    template = environment(editions[0].options.templates).get_template("pages/missing.html")
    html = template.render(view=view)
    return RenderedPage(path=MISSING, title=view.title, description="", html=html, section="-")


def _stamp(templates: Path) -> object:
    files = sorted(path for path in templates.rglob("*") if path.suffix in {".html", ".toml"})
    return tuple((str(path), path.stat().st_mtime_ns) for path in files)


@lru_cache(maxsize=8)
def environment(templates: Path) -> Environment:
    """Return our own template environment: everything escaped, every missing name an error."""
    env = Environment(
        loader=FileSystemLoader(templates),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["tight"] = tight
    return env


def _drafts(edition: Edition, facets: Sequence[Facet], version: str) -> Iterator[Draft]:
    """Yield what every page is made of, in the order of the site's sections."""
    fronts = {"": view_home, "events/": view_chronology}
    for path, view_front in fronts.items():
        timeline = view_front(edition, facets, version)
        words = listing_words(timeline.title, timeline.lead)
        yield Draft(path=path, template="timeline.html", view=timeline, words=words)
    for path, one in view_years(edition).items():
        words = listing_words(edition.words("year.title", year=one.label), one.event_count)
        yield Draft(path=path, template="year.html", view=one, words=words)
    for path, template, page in view_facet_pages(facets, edition):
        title = page.title if isinstance(page, ListingView) else page.title.text
        lead = page.lead if isinstance(page, ListingView) else page.event_count
        yield Draft(path=path, template=template, view=page, words=listing_words(title, lead))
    for kind, describe in _KINDS.items():
        for record in getattr(edition.catalogue.content, kind).values():
            template, view, words = describe(record, edition)
            yield Draft(
                path=record_path(kind, record.id),
                template=template,
                view=view,
                words=words,
                edit_path=edition.edit_path(kind, record.id),
                head=str(citation_tags(record)) if kind == "sources" else "",
                untranslated=_untranslated(record, edition),
            )
            if kind in SUBJECTS:
                yield from _further_pages(kind, record, edition)
    for kind in LISTED:
        listing = view_listing(kind, edition)
        words = listing_words(listing.title, listing.lead)
        yield Draft(path=f"{kind}/", template="listing.html", view=listing, words=words)
    if edition.options.history.changes:
        news = view_news(edition)
        words = listing_words(news.title, news.lead)
        yield Draft(path=NEWS, template="news.html", view=news, words=words)
    search = view_search(edition)
    words = listing_words(search.title, search.lead)
    yield Draft(path=SEARCH, template="search.html", view=search, words=words)
    atlas = view_atlas(edition)
    words = listing_words(atlas.title, atlas.lead)
    yield Draft(path=MAP, template="map.html", view=atlas, words=words)
    disputes = view_disagreements_page(edition)
    words = listing_words(disputes.title, disputes.lead)
    yield Draft(path=DISAGREEMENTS, template="disagreements.html", view=disputes, words=words)
    if edition.options.exports:
        data = view_downloads(edition)
        words = listing_words(data.title, data.lead)
        yield Draft(path=DATA, template="downloads.html", view=data, words=words)


def _further_pages(kind: str, record: Any, edition: Edition) -> Iterator[Draft]:  # noqa: ANN401
    for path, view in view_further_pages(kind, record, edition):
        words = listing_words(view.title.text, view.event_count)
        yield Draft(path=path, template="facet.html", view=view, words=words)


def _event(record: Any, edition: Edition) -> tuple[str, object, Words]:  # noqa: ANN401
    view = view_event(record, edition)
    return "event.html", view, event_words(view)


def _source(record: Any, edition: Edition) -> tuple[str, object, Words]:  # noqa: ANN401
    view = view_source(record, edition)
    return "source.html", view, source_words(view)


def _indicator(record: Any, edition: Edition) -> tuple[str, object, Words]:  # noqa: ANN401
    view = view_indicator(record, edition)
    return "indicator.html", view, indicator_words(view)


def _subject(kind: str) -> Callable[[Any, Edition], tuple[str, object, Words]]:
    def describe(record: Any, edition: Edition) -> tuple[str, object, Words]:  # noqa: ANN401
        view = view_subject(kind, record, edition)
        return "subject.html", view, subject_words(view)

    return describe


_KINDS: dict[str, Callable[[Any, Edition], tuple[str, object, Words]]] = {
    "events": _event,
    "sources": _source,
    **{kind: _subject(kind) for kind in SUBJECTS},
    "indicators": _indicator,
}


def _untranslated(record: Any, edition: Edition) -> str:  # noqa: ANN401 -- any record
    """Return the language that a record's own words are shown in, when they are not translated.

    A source's title is not ours to translate, so that it never counts.
    """
    fields = ("title", "name", "summary", "description")
    texts = (getattr(record, field, {}) for field in fields)
    return edition.spoken_instead(*(text for text in texts if not isinstance(text, str)))


def _section(path: str) -> str:
    """Return the section of a page; years and events belong to the front page's."""
    head = path.split("/", 1)[0]
    return f"{head}/" if head in (*LISTED, *(path.rstrip("/") for path in APART)) else ""


def _redirects(edition: Edition, env: Environment) -> Iterator[RenderedPage]:
    """Yield a page for every former id, unless a record has taken that id since."""
    template = env.get_template("pages/redirect.html")
    for kind in _KINDS:
        records = getattr(edition.catalogue.content, kind)
        for record in records.values():
            target = record_path(kind, record.id)
            for old in record.formerly:
                if old in records:
                    continue
                path = record_path(kind, old)
                link = edition.link(kind, record.id)
                html = template.render(
                    link=link, w=edition.words, canonical=edition.url(target), **ways(path, edition)
                )
                yield RenderedPage(
                    path=path,
                    folder=edition.options.folder,
                    title=link.text.text,
                    description="",
                    html=html,
                    section=_section(path),
                    redirect_to=target,
                )
