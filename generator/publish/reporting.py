"""Links by which a reader reports an error in one statement, with its place filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from generator.publish.links import web_url
from generator.record.forms import (
    BROKEN_SOURCE,
    CORRECTION,
    NEW_EVENT,
    BrokenSource,
    Correction,
    NewEvent,
    form_url,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.publish.edition import Edition
    from generator.record.model import Evidence, Source

FORM = (
    "/issues/new"  # the end of an address that takes forms; any other is given a title and a body
)
_FIELDS, _BROKEN, _EVENT = Correction(), BrokenSource(), NewEvent()


def claim_report(
    event_id: str, path: str, value: str, passages: Iterable[Evidence], edition: Edition
) -> str:
    """Return the address of the form for one statement, empty where the site has no such form.

    Args:
        event_id: the event.
        path: the statement, as in evidence: ``date``, ``figures.trade-2024``.
        value: what the page says.
        passages: what it rests on.
        edition: whose options know the form.
    """
    base = web_url(edition.options.report_url)
    if not base:
        return ""
    known = list(passages)
    answers = {
        _FIELDS.record: f"events/{event_id}",
        _FIELDS.claim: path,
        _FIELDS.now: value,
        _FIELDS.source: ", ".join(dict.fromkeys(item.source for item in known)),
        _FIELDS.passage: ", ".join(item.id for item in known),
    }
    return _address(base, CORRECTION, answers, f"events/{event_id}, {path}", edition)


def event_report(date: str, edition: Edition) -> str:
    """Return the address of the form for an event that is missing, with its date filled in."""
    base = web_url(edition.options.report_url)
    if not base:
        return ""
    return _address(base, NEW_EVENT, {_EVENT.date: date}, date, edition)


def source_report(source: Source, edition: Edition) -> str:
    """Return the address of the form for an article that is gone, empty where it has no address."""
    base, url = web_url(edition.options.report_url), web_url(source.url)
    if not base or not url:
        return ""
    answers = {_BROKEN.source: source.id, _BROKEN.url: url}
    return _address(base, BROKEN_SOURCE, answers, f"sources/{source.id}", edition)


def _address(base: str, form: str, answers: Mapping[str, str], what: str, edition: Edition) -> str:
    """Return the address of a form; one that takes no forms is given a title and a text."""
    if base.endswith(FORM):
        return form_url(base, form, answers)
    body = "\n".join(f"{name}: {answer}" for name, answer in answers.items() if answer)
    title = edition.words("report.title", title=what)
    return f"{base}{'&' if '?' in base else '?'}{urlencode({'title': title, 'body': body})}"
