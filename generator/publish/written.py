"""Pages that people wrote themselves: which file each edition shows under which address.

``about.md`` is in the main language, ``about.en.md`` is the same page in English. A page that
nobody translated is shown as it is, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.pages import RenderedPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPage:
    """One page of one edition."""

    folder: str
    """Where the edition is; empty for the main one."""
    uri: str
    """Its file as if it stood in the edition, such as ``about.md``."""
    source: str
    """The file that it is made of, such as ``about.en.md``."""
    language: str
    """Language of that file."""
    untranslated: bool
    """Whether that is not the language of the edition."""


def written_pages(uris: Iterable[str], languages: Sequence[str]) -> tuple[WrittenPage, ...]:
    """Return every hand-written page of every edition, in the order of editions and addresses.

    Args:
        uris: the files, relative to their folder.
        languages: of the site, the main one first.
    """
    found: dict[str, dict[str, str]] = {}
    for uri in sorted(uris):
        page, language = _parted(uri, languages)
        found.setdefault(page, {})[language] = uri
    pages = []
    for language in languages:
        folder = "" if language == languages[0] else f"{language}/"
        for page, sources in sorted(found.items()):
            shown = language if language in sources else next(x for x in languages if x in sources)
            pages.append(
                WrittenPage(
                    folder=folder,
                    uri=page,
                    source=sources[shown],
                    language=shown,
                    untranslated=shown != language,
                )
            )
    return tuple(pages)


def rendered_page(
    plan: WrittenPage, url: str, title: str, description: str, html: str
) -> RenderedPage:
    """Return a hand-written page as one of ours.

    Args:
        plan: which page of which edition it is.
        url: its address relative to the site's root.
        title: plain text.
        description: plain text.
        html: the body, safe.
    """
    path = url.removeprefix(plan.folder)
    return RenderedPage(
        path=path,
        folder=plan.folder,
        title=title,
        description=description,
        html=html,
        section=path,
        written=True,
        untranslated=plan.language if plan.untranslated else "",
    )


def _parted(uri: str, languages: Sequence[str]) -> tuple[str, str]:
    """Return the page that a file is of, and its language: ``about.en.md`` is ``about.md``."""
    stem, _, ending = uri.rpartition(".")
    page, _, language = stem.rpartition(".")
    return (f"{page}.{ending}", language) if page and language in languages else (uri, languages[0])
