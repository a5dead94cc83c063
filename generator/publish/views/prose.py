"""Contributed Markdown on a page: safe HTML with the language it is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publish.markup import render_markdown

if TYPE_CHECKING:
    from markupsafe import Markup

    from generator.publish.edition import Edition, Phrase
    from generator.record.model import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Sanitised HTML with the language it is in."""

    html: Markup
    language: str
    """As in `Phrase`: empty when it is the page's."""
    direction: str


def view_prose(text: Text, edition: Edition) -> Prose | None:
    """Return contributed Markdown in the best language there is; None when there is none."""
    phrase = edition.phrase(text)
    return prose_of(phrase, edition) if phrase.text else None


def prose_of(phrase: Phrase, edition: Edition) -> Prose:
    """Return Markdown of a known language as safe HTML."""
    language = phrase.language or edition.words.language
    html = render_markdown(phrase.text, language)
    return Prose(html=html, language=phrase.language, direction=phrase.direction)
