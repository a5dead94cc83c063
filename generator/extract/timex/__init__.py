"""Date and time expressions (TIMEX3) and what they mean, by a grammar over language data."""

from generator.extract.timex.finder import BACKGROUND_RULES, Timex, TimexType, find_timexes

__all__ = ["BACKGROUND_RULES", "Timex", "TimexType", "find_timexes"]
