"""Rules over word classes match from the left, the first listed first."""

from __future__ import annotations

from generator.extract.timex.grammar import Rule, Stage
from generator.extract.timex.meaning import Calendar, Plain
from generator.extract.timex.rules import read_stages, rules
from generator.extract.timex.tokens import NUMBER_CLASSES, scan
from generator.extract.timex.words import DateWords, Lexicon


def read(text: str, *patterns: str, refuse: str = "") -> list[tuple[str, str]]:
    """Return the rule and text of each match of patterns, named by their place."""
    lexicon = Lexicon("fr", DateWords(lexicon={"IN": ("en",), "OF": ("de",)}))
    for kinds in (*NUMBER_CLASSES, frozenset(["X"])):
        lexicon.alphabet.code(kinds)
    made = [
        Rule(
            name=str(place),
            pattern=pattern,
            read=lambda match, name=str(place): (
                None if name == refuse else Plain(type="SET", value=str(match.number("m")))
            ),
            makes=("X",),
        )
        for place, pattern in enumerate(patterns)
    ]
    tokens = Stage(made, lexicon).apply(text, scan(text, lexicon))
    return [(token.rule, text[token.start : token.end]) for token in tokens if token.meaning]


def test_the_leftmost_match_wins_then_the_first_rule() -> None:
    assert read("3 mai 2024", "m=MONTH YEAR", "DAY m=MONTH") == [("1", "3 mai")]
    assert read("3 mai 2024", "DAY m=MONTH", "DAY m=MONTH YEAR") == [("0", "3 mai")]


def test_a_rule_that_refuses_leaves_its_place_to_the_next() -> None:
    assert read("3 mai", "DAY m=MONTH", "DAY m2=MONTH", refuse="0") == [("1", "3 mai")]


def test_the_words_beside_a_match_are_not_part_of_it() -> None:
    assert read("en mai, mai, de mai", "<IN m=MONTH") == [("0", "mai")]
    assert read("en mai, de mai", "<!OF m=MONTH >!STOP") == [("0", "mai")]
    assert read("mai 2024 mai", "m=MONTH >!YEAR") == [("0", "mai")]


def test_a_class_that_no_word_has_matches_nothing() -> None:
    assert read("en mai", "HOLIDAY", "m=MONTH/HOLIDAY") == [("1", "mai")]


def test_each_stage_sees_what_the_one_before_made() -> None:
    tokens = scan("3 mai 2024", lexicon := Lexicon("fr", DateWords()))
    for kinds in NUMBER_CLASSES:
        lexicon.alphabet.code(kinds)
    (token,) = [
        token
        for token in read_stages("fr")[0].apply("3 mai 2024", scan_french("3 mai 2024"))
        if token.meaning
    ]
    assert token.meaning == Calendar(year=2024, month=5, day=3)
    assert len(tokens) == 3


def scan_french(text):
    from generator.extract.timex.words import read_lexicon  # noqa: PLC0415

    return scan(text, read_lexicon("fr"))


def test_no_two_stages_share_a_rule_object() -> None:
    from generator.extract.timex.words import read_lexicon  # noqa: PLC0415

    stages = rules(read_lexicon("en"))
    assert sum(len(stage) for stage in stages) == len({id(rule) for s in stages for rule in s})
