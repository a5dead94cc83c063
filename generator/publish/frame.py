"""What stands around every page: head, banner, menu, languages, colophon.

It knows no site generator. The document of a page is a function of the page and the frame of its
edition: the template is run once for each sort of page, and every page of the sort is joined from
the pieces (`layout.py`), with the same bytes as if it had been run for each.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from babel import Locale
from markupsafe import Markup, escape

from generator.publish.edition import direction
from generator.publish.embeds import embed_code
from generator.publish.exports.site import CORRECTED, NEW
from generator.publish.layout import Layout, cut, stand_in
from generator.publish.links import root_of
from generator.publish.pages import MISSING, environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.publish.assets import Assets
    from generator.publish.edition import Edition, Link
    from generator.publish.pages import RenderedPage
    from generator.publish.posters.poster import Poster

SLOTS = (
    *("address", "alt", "content", "description", "edit", "embed", "head", "path", "picture"),
    *("report", "title"),
)  # fmt: skip
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""What a page may load and run: our own files, nothing inline, nothing of another host.

Source: W3C Content Security Policy Level 3, sections 2.3.1 and 3.3.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language that the site can be read in."""

    language: str
    name: str
    """In the language itself."""
    direction: str
    folder: str
    """Where its edition is; empty for the main one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed that browsers are told of."""

    title: str
    language: str
    path: str
    """Relative to the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the documents of one edition have in common."""

    edition: Edition
    assets: Assets
    tongues: tuple[Tongue, ...]
    """All languages of the site, the main one first."""
    menu: tuple[Link, ...] = ()
    further: tuple[Link, ...] = ()
    """What the menu has under "more"."""
    feeds: tuple[FeedLink, ...] = ()
    news: bool = False
    """Whether there is a page of what is new."""
    report_url: str = ""
    """Form for reports of errors; it is given a title and a body."""
    posters: Mapping[str, Poster] = field(default_factory=dict, repr=False)
    """Page → the picture that links to it are shown with; others share the front page's."""
    embeds: bool = True
    """Whether there are pages for the frames of other sites."""
    policy: bool = True
    """Whether documents carry the policy; a server that reloads pages has an inline script."""
    layouts: dict[object, Layout] = field(default_factory=dict, repr=False, compare=False)
    """Frames made so far, by sort of page."""


def tongue(language: str, folder: str) -> Tongue:
    """Return a language as the switch names it: in its own words, with a capital."""
    name = Locale.parse(language, sep="-").get_language_name() or language
    return Tongue(
        language=language,
        name=name[:1].upper() + name[1:],
        direction=direction(language),
        folder=folder,
    )


def feed_links(editions: Iterable[Edition], here: Edition) -> tuple[FeedLink, ...]:
    """Return the feeds of all editions, those of the page's own first."""
    ordered = sorted(editions, key=lambda edition: edition is not here)
    return tuple(
        FeedLink(
            title=title, language=each.options.language, path=f"{each.options.folder}{path}.xml"
        )
        for each in ordered
        if each.options.exports and each.options.site_url
        for title, path in (
            (each.options.site_name, NEW),
            (each.words("export.corrections", site=each.options.site_name), CORRECTED),
        )
    )


def document(page: RenderedPage, frame: Frame, edit_url: str = "") -> str:
    """Return the whole document of a page.

    Args:
        page: a page of the frame's edition.
        frame: what stands around it.
        edit_url: where a reader can mend it; empty for nowhere.
    """
    values = _values(page, frame, edit_url)
    filled = frozenset(name for name, value in values.items() if value)
    root = _root(page, frame)
    here = page.path == page.section
    sort = (root, page.section, here, filled, page.untranslated, page.written, bool(page.edit_path))
    if sort not in frame.layouts:
        blanks = {name: Markup(stand_in(name)) if name in filled else "" for name in SLOTS}  # noqa: S704
        frame.layouts[sort] = cut(_render(page, frame, blanks))
    return frame.layouts[sort].join(values)


def render_whole(page: RenderedPage, frame: Frame, edit_url: str = "") -> str:
    """Return the same document as `document`, by running the template for this page alone."""
    safe = _values(page, frame, edit_url)
    return _render(page, frame, {name: Markup(value) for name, value in safe.items()})  # noqa: S704


def _render(page: RenderedPage, frame: Frame, slots: Mapping[str, str]) -> str:
    edition = frame.edition
    root = _root(page, frame)
    template = environment(edition.options.templates).get_template("parts/document.html")
    return template.render(
        w=edition.words,
        site=edition.options,
        frame=frame,
        page=page,
        slot=slots,
        root=root + edition.options.folder if page.path == MISSING else root_of(page.path),
        site_root=root,
        direction=direction(edition.words.language),
        here=page.section if page.path != MISSING else "-",
        policy=POLICY if frame.policy else "",
        shown_in=edition.words.language_name(page.untranslated) if page.untranslated else "",
        shown_direction=direction(page.untranslated) if page.untranslated else "",
    )


def _root(page: RenderedPage, frame: Frame) -> str:
    """Return the way to the site's root; the page for missing pages is served from anywhere."""
    if page.path == MISSING:
        return urlsplit(frame.edition.options.site_url).path or "/"
    return root_of(page.address)


def _values(page: RenderedPage, frame: Frame, edit_url: str) -> dict[str, str]:
    """Return what differs from page to page, safe for text and for attributes."""
    missing = page.path == MISSING
    poster = frame.posters.get(page.path) or frame.posters.get("")
    texts = {
        "title": page.title,
        "description": page.description,
        "address": "" if missing else frame.edition.url(page.path),
        "path": "" if missing else page.path,
        "edit": edit_url,
        "embed": embed_code(page, frame.edition) if frame.embeds else "",
        "picture": frame.edition.url(poster.path) if poster else "",
        "alt": poster.alt if poster else "",
        "report": _report(page, frame),
    }
    safe = {name: str(escape(text)) for name, text in texts.items()}
    return {**safe, "content": page.html, "head": page.head}


def _report(page: RenderedPage, frame: Frame) -> str:
    """Return the address of the form for reports, filled in with the page's name."""
    if page.written or not frame.report_url or page.path == MISSING:
        return ""
    words = frame.edition.words
    where = frame.edition.url(page.path) or page.address
    title = quote(words("report.title", title=page.title), safe="")
    body = quote(words("report.body", path=where), safe="")
    return f"{frame.report_url}?title={title}&body={body}"
