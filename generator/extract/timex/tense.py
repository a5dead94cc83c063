"""Whether the words beside a date speak of what has been or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from typing import TYPE_CHECKING

from generator.extract.timex.meaning import Aim

if TYPE_CHECKING:
    from generator.extract.timex.words import DateWords

WINDOW = 120  # code points on either side, less where the sentence ends
CLAUSE = 30  # code points that a comma, a colon or a dash between counts for
NEAREST = 4  # cues looked at on either side; the nearest is nearly always the first

_SENTENCE_END = re.compile(r"[.!?…][»”\"')\]]{0,3}\s|[\r\n;]")
_CLAUSE_END = re.compile(r"[,:–—(]|\s-\s")
_NEVER = r"(?!)"


class Tenses:
    """The verb forms of a text that point into the past or the future, found once."""

    def __init__(self, text: str, words: DateWords) -> None:
        """Look at nothing yet: most texts have no date that needs a verb."""
        self._text = text
        self._words = words

    def near(self, start: int, end: int) -> Aim | None:
        """Return which way the verb form nearest to an expression points.

        Args:
            start: offset of the expression in code points of the text.
            end: exclusive.

        Returns:
            `Aim.FUTURE`; `Aim.PAST`; `Aim.SPOKEN` beside a verb of saying or setting, which is
            past itself while the date may not be; None when nothing within the sentence tells.
        """
        first, last = self._sentence(start, end)
        left = bisect_left(self._starts, start)
        right = bisect_left(self._starts, end)
        found = [
            (self._distance(cue_end, start), aim)
            for cue_start, cue_end, aim in self._cues[max(0, left - NEAREST) : left]
            if cue_start >= first and cue_end <= start
        ] + [
            (self._distance(end, cue_start), aim)
            for cue_start, cue_end, aim in self._cues[right : right + NEAREST]
            if cue_end <= last
        ]
        return min(found)[1] if found else None

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentence around an expression begins and ends, within the window."""
        before = bisect_right(self._stops, start)
        after = bisect_left(self._stops, end)
        first = self._stops[before - 1] if before else 0
        last = self._stops[after] if after < len(self._stops) else len(self._text)
        return max(first, start - WINDOW), min(last, end + WINDOW)

    def _distance(self, start: int, end: int) -> int:
        between = self._text[start:end]
        return len(between) + CLAUSE * len(_CLAUSE_END.findall(between))

    @cached_property
    def _cues(self) -> list[tuple[int, int, Aim]]:
        pattern = _compile(self._words.future, self._words.told, self._words.past)
        return [
            (match.start(), match.end(), Aim(match.lastgroup or ""))
            for match in pattern.finditer(self._text)
        ]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._cues]

    @cached_property
    def _stops(self) -> list[int]:
        return [match.end() for match in _SENTENCE_END.finditer(self._text)]


@cache
def _compile(*ways: tuple[str, ...]) -> re.Pattern[str]:
    """Join all cues in one pattern: what is to come wins, then verbs of saying."""
    groups = (
        f"(?P<{aim}>{'|'.join(cues) or _NEVER})"
        for aim, cues in zip((Aim.FUTURE, Aim.SPOKEN, Aim.PAST), ways, strict=True)
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)
