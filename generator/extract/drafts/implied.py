"""When an undated article was written, as far as other articles on the same event imply it.

Two reports of one piece of news appear near each other. What follows from that is offered as
inferred, never as stated: the source keeps no date of its own, and what a relative expression
of the article comes to carries the basis ``inferred``.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract.timex.finder import find_timexes
from generator.record.edtf import earliest, parse_edtf, precision
from generator.record.model import Basis, EventStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.extract.drafts.drafting import Report
    from generator.extract.timex.finder import Timex
    from generator.record.edtf import Edtf

NEWS = frozenset({EventStatus.HAPPENED, EventStatus.ONGOING})
"""Standings of what an article tells as news; a plan may be told long before."""


def imply_dates(clusters: Iterable[Sequence[Report]]) -> dict[str, Edtf]:
    """Return the approximate date of each undated article that other articles imply.

    Args:
        clusters: the reports of each event of a run.

    Returns:
        Source → date: near the publication of another article with the same news, else near the
        event as another article dates it; the earliest when there are several.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for reports in clusters:
        for report in reports:
            news = report.candidate.main and report.candidate.status in NEWS
            if report.reading.article.published is None and news:
                others = [r for r in reports if r.source != report.source]
                found.setdefault(report.source, []).extend(_hints(others))
    return {source: parse_edtf(min(hints)[1]) for source, hints in found.items() if hints}


def _hints(others: Iterable[Report]) -> list[tuple[int, str]]:
    """Return what other reports imply, the surest first."""
    hints = []
    for other in others:
        published, told = other.reading.article.published, other.candidate
        if published and told.main and told.status in NEWS:
            hints.append((0, f"{published.text}~"))
        elif told.date and told.basis in (Basis.STATED, Basis.RESOLVED) and told.status in NEWS:
            hints += [(1, about) for about in [_about(told.date)] if about]
    return [(rank, text) for rank, text in hints if _is_date(text)]


def _about(date: Edtf) -> str:
    """Return a date as an approximate one; the first day of one that lasted."""
    if date.is_interval:
        first = earliest(date)
        return f"{first.year:04}-{first.month:02}-{first.day:02}~" if first else ""
    return f"{date.text.rstrip('~?%')}~" if precision(date) in ("day", "month", "year") else ""


def _is_date(text: str) -> bool:
    try:
        return earliest(parse_edtf(text)) is not None
    except ValueError:
        return False


@lru_cache(maxsize=4)
def _timexes(text: str, language: str, date: str) -> tuple[Timex, ...]:
    """Return the date expressions of an article, read once for all its events."""
    return find_timexes(text, language=language, document_creation_time=date)


def with_implied(report: Report, implied: Mapping[str, Edtf]) -> Report:
    """Return a report with the date that its relative expression comes to, marked as inferred.

    A report that has a date, or whose article has one, stays as it is.
    """
    candidate, article = report.candidate, report.reading.article
    about = implied.get(report.source)
    if about is None or candidate.date or candidate.timex is None or article.published:
        return report
    found = _timexes(article.text, article.language, about.text.rstrip("~"))
    start = candidate.timex.start
    timex = next((each for each in found if each.start == start), None)
    if timex is None or timex.edtf is None or earliest(timex.edtf) is None:
        return report
    resolved = replace(candidate, date=timex.edtf, timex=timex, basis=Basis.INFERRED)
    return replace(report, candidate=resolved)
