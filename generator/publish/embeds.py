"""Pages for the frames of other sites: the timeline, or one event, with nothing around it.

They are no pages of their own: search engines are sent to the whole page, links open in a new tab,
and nothing needs a script. The timeline follows the same address parameters as the front page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.publish.edition import direction
from generator.publish.links import record_path, root_of
from generator.publish.pages import environment
from generator.publish.views.cards import view_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.publish.assets import Assets
    from generator.publish.edition import Edition
    from generator.publish.pages import RenderedPage

EMBED = "embed/"
HEIGHTS = {True: 640, False: 320}  # pixels of a frame: the timeline, one event


def embed_code(page: RenderedPage, edition: Edition) -> str:
    """Return the HTML that another site puts a page into a frame with.

    Empty for pages that have no such form, and where the site's own address is not known.
    """
    address = edition.url(page.path + EMBED)
    if not address or not _is_embeddable(page.path, edition):
        return ""
    title = f"{page.title} – {edition.options.site_name}" if page.path else page.title
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" '
        f'height="{HEIGHTS[not page.path]}" loading="lazy"></iframe>'
    )


def embed_files(
    edition: Edition, front: RenderedPage, assets: Assets, policy: str
) -> Iterator[tuple[str, str]]:
    """Yield path from the site's root and document of each page for frames.

    Args:
        edition: its events.
        front: the front page of the edition.
        assets: where styles and scripts are.
        policy: content security policy, empty for none.
    """
    template = environment(edition.options.templates).get_template("parts/embedded.html")
    shared = {
        "w": edition.words,
        "site": edition.options,
        "assets": assets,
        "policy": policy,
        "direction": direction(edition.words.language),
    }
    yield (
        f"{edition.options.folder}{EMBED}index.html",
        template.render(
            **shared, **_ways(EMBED, edition), whole="", card=None, content=_moved_down(front.html)
        ),
    )
    for event in edition.catalogue.events:
        whole = record_path("events", event.id)
        path = whole + EMBED
        yield (
            f"{edition.options.folder}{path}index.html",
            template.render(
                **shared,
                **_ways(path, edition),
                whole=whole,
                card=view_card(event, edition),
                content="",
            ),
        )


def _is_embeddable(path: str, edition: Edition) -> bool:
    kind, _, name = path.rstrip("/").partition("/")
    return not path or (kind == "events" and name in edition.catalogue.content.events)


def _ways(path: str, edition: Edition) -> dict[str, str]:
    return {"root": root_of(path), "site_root": root_of(edition.options.folder + path)}


def _moved_down(html: str) -> Markup:
    """Return the body of the front page for a page one folder below it.

    Texts of records have no such attribute: their quotation marks are escaped.
    """
    moved = html.replace('="./', '="../').replace('href="#', 'target="_self" href="#')
    return Markup(moved)  # noqa: S704 -- it was safe before
