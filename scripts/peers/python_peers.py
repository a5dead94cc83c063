"""Run the date finders that are Python packages: items on standard input, spans on standard output.

Runs in the peers' own environment, which knows nothing of this project; see bench_dates.py. For
each peer and item: start, end, first day, last day of every date found.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import json
import re
import sys
from typing import Any

Found = list[list[Any]]
CULTURES = {"fr": "fr-fr", "en": "en-us", "de": "de-de", "es": "es-es"}
RECOGNIZERS_KNOWS = ("fr", "en", "es")  # de-de answers in English
LENGTHS = {"day": 0, "week": 6}


def day_span(first: dt.date, grain: str) -> tuple[str, str]:
    """Return the first and last day of the day, week, month, … that begins on a day."""
    if grain in {"month", "quarter", "year"}:
        months = {"month": 1, "quarter": 3, "year": 12}[grain]
        index = first.year * 12 + first.month - 1 + months
        last = dt.date(index // 12, index % 12 + 1, 1) - dt.timedelta(days=1)
        return first.isoformat(), last.isoformat()
    return first.isoformat(), (first + dt.timedelta(days=LENGTHS.get(grain, 0))).isoformat()


class Dateparser:
    """`search_dates`, which gives words without their places."""

    def __init__(self) -> None:
        """Load the package."""
        self.module = importlib.import_module("dateparser.search")

    def find(self, text: str, language: str, anchor: str) -> Found:
        """Find the dates of a text."""
        settings = {
            "RELATIVE_BASE": dt.datetime.fromisoformat(anchor),
            "RETURN_TIME_AS_PERIOD": True,
        }
        found = self.module.search_dates(text, [language], settings, add_period=True) or []
        spans, place = [], 0
        for words, date, period in found:
            start = text.find(words, place)
            if start < 0:
                continue
            place = start + len(words)
            grain = period if period in {"month", "year", "week"} else "day"
            first = {"month": date.replace(day=1), "year": date.replace(month=1, day=1)}
            spans.append([start, place, *day_span(first.get(grain, date).date(), grain)])
        return spans


class Recognizers:
    """Microsoft's Recognizers-Text; where it gives two dates, the last that is not to come."""

    def __init__(self) -> None:
        """Load the package."""
        self.module = importlib.import_module("recognizers_date_time")

    def find(self, text: str, language: str, anchor: str) -> Found:
        """Find the dates of a text."""
        if language not in RECOGNIZERS_KNOWS:
            return []
        reference = dt.datetime.fromisoformat(anchor)
        found = self.module.recognize_datetime(text, CULTURES[language], reference=reference)
        spans = []
        for result in found:
            kind = result.type_name.removeprefix("datetimeV2.")
            if kind in {"duration", "set", "time", "timerange"}:
                continue
            days = [self.days(value) for value in (result.resolution or {}).get("values", ())]
            known = [pair for pair in days if pair[0]]
            past = [pair for pair in known if pair[0] <= anchor]
            first, last = (past or known or [(None, None)])[-1 if past else 0]
            spans.append([result.start, result.end + 1, first, last])
        return spans

    @staticmethod
    def days(value: dict[str, str]) -> tuple[str | None, str | None]:
        """Return the days of one resolution; the end of a range of dates is exclusive."""
        if "value" in value:
            match = re.match(r"\d{4}-\d\d-\d\d", value["value"])
            return (match[0], match[0]) if match else (None, None)
        start, end = value.get("start", "")[:10], value.get("end", "")[:10]
        if not start or not end:
            return (start or None, start or None)
        last = dt.date.fromisoformat(end)
        if value["type"] == "daterange" and not value.get("timex", "").startswith("("):
            last -= dt.timedelta(
                days=1
            )  # "2025-W12" ends on the day before, a named range does not
        return start, max(start, last.isoformat())


class Duckling:
    """Duckling, compiled into a Python package."""

    def __init__(self) -> None:
        """Load the package with its time zones."""
        self.module = importlib.import_module("duckling")
        self.zones = self.module.load_time_zones("/usr/share/zoneinfo")

    def find(self, text: str, language: str, anchor: str) -> Found:
        """Find the dates of a text."""
        duckling = self.module
        moment = int(dt.datetime.fromisoformat(f"{anchor}T12:00:00+00:00").timestamp())
        reference = duckling.parse_ref_time(self.zones, "UTC", moment)
        locale = duckling.default_locale_lang(duckling.parse_lang(language.upper()))
        context = duckling.Context(reference, locale)
        found = duckling.parse(text, context, duckling.parse_dimensions(["time"]))
        return [[one["start"], one["end"], *self.days(one["value"])] for one in found]

    @staticmethod
    def days(value: dict[str, Any]) -> tuple[str | None, str | None]:
        """Return the days of a value; the end of an interval is exclusive."""
        if value.get("type") == "interval":
            start, end = value.get("from"), value.get("to")
            first = start and start["value"][:10]
            if not end:
                return first, first
            last = dt.datetime.fromisoformat(end["value"][:19]) - dt.timedelta(seconds=1)
            return first or last.date().isoformat(), last.date().isoformat()
        return day_span(dt.date.fromisoformat(value["value"][:10]), value["grain"])


PEERS = {"dateparser": Dateparser, "Recognizers-Text": Recognizers, "duckling": Duckling}


def main() -> None:
    """Answer with one list for each peer that could be loaded, and why another could not."""
    items = json.load(sys.stdin)
    answer: dict[str, Any] = {}
    for name, kind in PEERS.items():
        with contextlib.redirect_stdout(sys.stderr):
            try:
                peer = kind()
                answer[name] = [
                    peer.find(item["text"], item["language"], item["anchor"]) for item in items
                ]
            except Exception as error:  # noqa: BLE001 -- whatever a peer does wrong is its result
                answer[name] = f"{type(error).__name__}: {error}"
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
