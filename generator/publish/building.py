"""Everything that a site is made of, made in one go and without any site generator.

Records in, pages and files out, in every language. Records are joined once and shared; what has all
languages in it is written once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.publish.assets import Assets, read_assets
from generator.publish.edition import Phrase
from generator.publish.embeds import embed_files
from generator.publish.exports.site import export_files
from generator.publish.frame import POLICY, Frame, feed_links, tongue
from generator.publish.menus import menu_of
from generator.publish.pages import (
    NEWS,
    PageCache,
    RenderedPage,
    open_editions,
    render_pages,
)
from generator.publish.posters.poster import find_posters
from generator.publish.search import search_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.publish.edition import Edition, SiteOptions
    from generator.publish.posters.poster import Poster
    from generator.record.model import Content

Sections = tuple[tuple[str, str], ...]
"""Name in the main language and address of what a menu leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What to make beside the pages."""

    cards: bool = True
    """Pictures for networks that show links with one; they need the site's address."""
    policy: bool = True
    """A strict content security policy in every page."""
    live: bool = False
    """The site is served while somebody edits: nothing for others, no policy, no pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site before it is written."""

    editions: tuple[Edition, ...] = ()
    """The main one first."""
    pages: tuple[RenderedPage, ...] = ()
    """Of all editions."""
    files: tuple[tuple[str, str], ...] = ()
    """Path from the site's root and text of what is not a page."""
    posters: Mapping[str, Mapping[str, Poster]] = field(default_factory=dict)
    """Folder of an edition → path of a page → its picture."""
    assets: Assets = field(default_factory=lambda: Assets(files=(), version=""))


def make_site(
    content: Content, options: SiteOptions, choices: Choices, caches: dict[str, PageCache]
) -> Site:
    """Make a site in all its languages.

    Args:
        content: all records.
        options: what pages need to know beside them.
        choices: what to make.
        caches: folder of an edition → what it keeps from build to build; filled here.

    Raises:
        UsageError: the site has no words in one of its languages.
    """
    assets = read_assets(options.templates / "assets")
    editions = open_editions(content, options)
    pages: dict[str, tuple[RenderedPage, ...]] = {}
    files: list[tuple[str, str]] = []
    posters = {}
    for edition in editions:
        folder = edition.options.folder
        cache = caches.setdefault(folder, PageCache())
        pages[folder] = render_pages(edition, cache)
        files += _files(edition, pages[folder], cache, assets, choices)
        if choices.cards and options.site_url and not choices.live:
            posters[folder] = find_posters(edition)
    return Site(
        editions=editions,
        pages=tuple(page for folder in pages for page in pages[folder]),
        files=(*files, *assets.files),
        posters=posters,
        assets=assets,
    )


def _files(
    edition: Edition,
    pages: Sequence[RenderedPage],
    cache: PageCache,
    assets: Assets,
    choices: Choices,
) -> Iterator[tuple[str, str]]:
    """Yield what an edition has beside its pages."""
    if edition.options.exports:
        yield from export_files(edition)
    yield from search_files(edition)
    for path, text in cache.client:
        yield edition.options.folder + path, text
    if edition.options.site_url and not choices.live:
        front = next(page for page in pages if not page.path)
        yield from embed_files(edition, front, assets, POLICY if choices.policy else "")


def frames_of(
    site: Site, choices: Choices, menus: tuple[Sections, Sections], written: Mapping[str, Phrase]
) -> dict[str, Frame]:
    """Return the frame of each edition by its folder.

    Args:
        site: all pages.
        choices: as for the pages.
        menus: what the menu leads to, and what it has under "more".
        written: address from the site's root → what a hand-written page there is called.
    """
    titles = {page.address: Phrase(text=page.title) for page in site.pages} | dict(written)
    tongues = tuple(tongue(each.options.language, each.options.folder) for each in site.editions)
    frames = {}
    for edition in site.editions:
        folder = edition.options.folder
        own = {
            path.removeprefix(folder): title
            for path, title in titles.items()
            if path.startswith(folder)
        }
        frames[folder] = Frame(
            edition=edition,
            assets=site.assets,
            tongues=tongues,
            menu=menu_of(edition, menus[0], own),
            further=menu_of(edition, menus[1], own),
            feeds=feed_links(site.editions, edition),
            news=NEWS in own,
            report_url=edition.options.report_url,
            posters=site.posters.get(folder, {}),
            embeds=not choices.live,
            policy=choices.policy and not choices.live,
        )
    return frames
