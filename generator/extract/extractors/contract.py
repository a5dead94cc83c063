"""What another extractor is and gives: proposals, each field with the words that it rests on.

A plug-in is an entry point of the group ``timeline.extractors``: a function that takes the
options of the command line and returns an `Extractor`. It finds nothing but words of the article
and what they are said to mean; `proof.prove` looks both up before anything becomes a record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    from generator.extract.article.reader import Article

GROUP = "timeline.extractors"  # of the entry points


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One value and the words of the article that say it, unchanged and in one piece."""

    value: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedEvent:
    """One event, unproved."""

    quote: str
    """The clause or sentence that tells it."""
    type: str
    """A value of `model.EventType`."""
    status: str = "happened"
    """A value of `model.EventStatus`."""
    main: bool = False
    """Whether it is what the article is about."""
    date: Quoted | None = None
    """The value is EDTF."""
    place: Quoted | None = None
    """The value is the name of a city, else of a country."""
    participants: tuple[Quoted, ...] = ()
    """The values are names of people and of states."""
    organisations: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedFigure:
    """One figure, unproved."""

    quote: str
    """The words from the number to what it counts."""
    value: float
    """Fully scaled: 5,000,000 for "5 millions"."""
    unit: str
    """What is counted, one or more words of the quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """All that an extractor proposes for one article."""

    events: tuple[ProposedEvent, ...] = ()
    figures: tuple[ProposedFigure, ...] = ()
    unreadable: tuple[str, ...] = ()
    """What it gave that is no proposal, each in one line."""


class Extractor(Protocol):
    """Reads articles in its own way."""

    @property
    def version(self) -> str:
        """Name and version: articles are read again when it changes."""

    def propose(self, article: Article) -> Proposal:
        """Propose events and figures of an article.

        Raises:
            ArticleError: it could not; the reason says what to do.
        """


if TYPE_CHECKING:
    Factory: TypeAlias = Callable[[Mapping[str, str]], Extractor]
    """What an entry point names; raises `UsageError` for an option it does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """One proposed field that the article does not prove."""

    field: str
    """``event``, ``date``, ``place``, ``participants``, ``organisations``, ``figure``…"""
    value: str
    reason: str

    def __str__(self) -> str:
        """Return it as one line for a person."""
        return f'{self.field} "{self.value}": {self.reason}'
