"""The dates that an expression may hang on, as they stand at one place of a text.

They are built up while the text is read from its start: a date that was named becomes what "la
veille" is counted from, a year that was stated goes on for the days that follow it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.extract.timex.calendar_math import date_of

if TYPE_CHECKING:
    from generator.extract.timex.calendar_math import Period
    from generator.extract.timex.meaning import Aim
    from generator.record.edtf import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date that the text has named before."""

    period: Period
    offset: int
    """Code points; where it ends."""
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The dates that are known at one place of a text."""

    document: Point | None
    """The article's own date, as finely as it is known."""
    last: Mention | None = None
    """The last date with a year, however that was found."""
    last_day: Mention | None = None
    """The last one that is a day or days."""
    told: Mention | None = None
    """The last one whose year the text states: what follows may go on in it."""
    heading: Mention | None = None
    """The last such one at the beginning of a line: the years of a chronology stand there."""
    lead: Point | None = None
    """The first whole day of the text: what its year-less days are near when it has no date."""
    offset: int = 0
    """Code points; where the expression begins."""
    paragraph: int = 0
    begins_line: bool = False
    """Whether it is the first thing in its line."""
    tense: Aim | None = None
    """`PAST`, `FUTURE` or `SPOKEN`, from the verb beside the expression (`timex_tense`)."""
    implied: Aim | None = None
    """The same from its preposition, where no verb tells: "jusqu'à samedi"."""

    def after(self, period: Period, end: int, *, told: bool) -> Anchors:
        """Return the anchors once a date has been named.

        Args:
            period: the date.
            end: where it ends, in code points.
            told: whether its year is one that the text states.
        """
        start = period.start
        if start is None or start.year is None:
            return self
        mention = Mention(period=period, offset=end, paragraph=self.paragraph)
        day = date_of(start) is not None
        return replace(
            self,
            last=mention,
            last_day=mention if day else self.last_day,
            told=mention if told else self.told,
            heading=mention if told and self.begins_line else self.heading,
            lead=self.lead or (start if day else None),
        )
