"""The menu of each edition: the sections that the configuration names, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.publish.edition import Link, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.publish.edition import Edition


def menu_of(
    edition: Edition, sections: Iterable[tuple[str, str]], titles: Mapping[str, Phrase]
) -> tuple[Link, ...]:
    """Return the menu of an edition.

    Args:
        edition: in whose language.
        sections: label in the main language and address, as configured.
        titles: address → what the edition's own page there is called.
    """
    return tuple(
        Link(text=_label(label, path, edition, titles), path=path) for label, path in sections
    )


def _label(label: str, path: str, edition: Edition, titles: Mapping[str, Phrase]) -> Phrase:
    if not edition.options.folder:
        return Phrase(text=label)
    if not path:  # the front page is called by the site's name
        return Phrase(text=edition.words("chronology.title"))
    return titles.get(path) or edition.foreign(label, edition.options.languages[0])
