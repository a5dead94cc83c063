"""Compare our dates with those of other date finders, on the same sentences.

python scripts/bench_dates.py                              our own, tests/corpus/*/sentences.yml
python scripts/bench_dates.py --timeml DIR --language de   a public set: KRAUTS, TempEval-3
python scripts/bench_dates.py --own --errors fr            only ours, and where it is wrong

The peers are installed into --peers (default: a folder thrown away) and are no dependency of the
project. The counting favours them: prepositions and articles at the rim of an expression do not
count, a range whose two ends are found apart is found, of an approximate date any part is right, an
open end may be missing, and times, lengths and vague times count for nobody.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from date_peers import (
    Answers,
    Dated,
    Item,
    UnavailableError,
    ask_chrono,
    ask_heideltime,
    ask_python,
    days_of,
    days_of_timex,
)

from generator.extract.timex.finder import TimexType, find_timexes

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("fr", "en", "de", "es")
OURS = "timeline"

_MARK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)|\{([^}]*)\}")
_TIMEX = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_RIM = {
    "fr": "le la les l' d' de du des en au aux à a dans depuis jusqu' dès entre avant vers lors ce"
    " cette il y",
    "en": "the on in at by from of to since until before between around a this",
    "de": "der die das den dem des am im in vom von bis zum zur seit ab vor zwischen ein einen"
    " einem und",
    "es": "el la los las del de en al a desde hasta entre hacia día días este esta",
}
"""Words around a date that one finder takes for a part of it and another does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text with the dates that a reader finds in it."""

    item: Item
    gold: tuple[Dated, ...]
    loose: tuple[bool, ...]
    """For each date whether it is approximate, so that any part of it is right."""
    ignored: tuple[tuple[int, int], ...]


# -- what is compared on -------------------------------------------------------------------------


def own_sentences(language: str) -> list[Marked]:
    """Read our own marked sentences of a language."""
    path = ROOT / "tests" / "corpus" / language / "sentences.yml"
    anchors = yaml.safe_load(path.read_text(encoding="utf-8"))["anchors"]
    return [
        unmark(sentence, language, anchor)
        for anchor, sentences in anchors.items()
        for sentence in sentences
    ]


def unmark(sentence: str, language: str, anchor: str) -> Marked:
    """Take the marks out of a sentence."""
    text, gold, loose, ignored, place = "", [], [], [], 0
    for mark in _MARK.finditer(sentence):
        text += sentence[place : mark.start()]
        words = mark[3] if mark[3] is not None else mark[1]
        start, end = len(text), len(text) + len(words)
        if mark[3] is not None:
            ignored.append((start, end))
        else:
            gold.append(Dated(start=start, end=end, **days_of(mark[2])))
            loose.append("~" in mark[2])
        text, place = text + words, mark.end()
    item = Item(text=text + sentence[place:], language=language, anchor=anchor)
    return Marked(item=item, gold=tuple(gold), loose=tuple(loose), ignored=tuple(ignored))


def timeml_texts(folder: Path, language: str) -> Iterator[Marked]:
    """Read TimeML files: dates are compared, times, lengths and sets are not."""
    for path in sorted(folder.rglob("*.tml")):
        source = path.read_text(encoding="utf-8")
        head, _, rest = source.partition("<TEXT>")
        anchor = re.search(r'value="(\d{4}-\d\d-\d\d)', head)
        if anchor is not None:
            yield read_marked(rest.partition("</TEXT>")[0], language, anchor[1])


def read_marked(timeml: str, language: str, anchor: str) -> Marked:
    """Read the text of one TimeML file."""
    text, gold, ignored, place = "", [], [], 0
    for mark in _TIMEX.finditer(timeml):
        text += _TAG.sub("", timeml[place : mark.start()])
        words = _TAG.sub("", mark[2])
        known = dict(re.findall(r'(\w+)="([^"]*)"', mark[1]))
        start, end = len(text), len(text) + len(words)
        days = days_of_timex(known.get("value", ""))
        if known.get("type") == "DATE" and days["first"]:
            gold.append(Dated(start=start, end=end, **days))
        else:
            ignored.append((start, end))
        text, place = text + words, mark.end()
    item = Item(text=text + _TAG.sub("", timeml[place:]), language=language, anchor=anchor)
    loose = (False,) * len(gold)
    return Marked(item=item, gold=tuple(gold), loose=loose, ignored=tuple(ignored))


# -- counting ------------------------------------------------------------------------------------


def ask_ours(items: list[Item]) -> Answers:
    """Ask our own grammar."""
    answers = []
    for item in items:
        found = find_timexes(item.text, language=item.language, document_creation_time=item.anchor)
        answers.append(
            tuple(
                Dated(start=t.start, end=t.end, **days_of(t.edtf.text if t.edtf else None))
                for t in found
                if t.type is TimexType.DATE
            )
        )
    return answers


def count(marked: list[Marked], answers: Answers) -> Counter[str]:
    """Count dates, findings and agreements of a set."""
    total: Counter[str] = Counter()
    for mark, found in zip(marked, answers, strict=True):
        total.update(count_one(mark, found))
    return total


def count_one(mark: Marked, found: tuple[Dated, ...]) -> Counter[str]:
    """Count one text; what overlaps only what is ignored does not count."""
    result: Counter[str] = Counter(gold=len(mark.gold))
    free = [date for date in found if not any(overlap(date, s, e) for s, e in mark.ignored)]
    used: set[Dated] = set()
    for gold, loose in zip(mark.gold, mark.loose, strict=True):
        pieces = [d for d in found if overlap(d, gold.start, gold.end) and d not in used]
        if not pieces:
            continue
        used.update(pieces)
        result["found"] += 1
        result["strict"] += whole(gold, pieces, mark.item)
        result["value"] += any(same_days(gold, d, loose=loose) for d in (*pieces, hull(pieces)))
    result["given"] = result["found"] + sum(date not in used for date in free)
    return result


def overlap(date: Dated, start: int, end: int) -> bool:
    """Say whether a date shares a character with a stretch."""
    return date.start < end and start < date.end


def whole(gold: Dated, pieces: list[Dated], item: Item) -> bool:
    """Say whether the words of a date were found, but for articles and prepositions around it."""
    joined = hull(pieces)
    words = "|".join(_RIM[item.language].split())
    rim = re.compile(rf"(?:(?:{words})(?:(?<=')|\s+))*", re.IGNORECASE)

    def inner(date: Dated) -> tuple[int, int]:
        match = rim.match(item.text.replace("’", "'"), date.start, date.end)
        return (match.end() if match else date.start), date.end

    return inner(gold) == inner(joined)


def hull(pieces: list[Dated]) -> Dated:
    """Join what was found of one date."""
    firsts = [d.first for d in pieces if d.first]
    lasts = [d.last for d in pieces if d.last]
    return Dated(
        start=min(d.start for d in pieces),
        end=max(d.end for d in pieces),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
    )


def same_days(gold: Dated, other: Dated, *, loose: bool) -> bool:
    """Say whether two dates are the same days; an open end of either may be missing."""
    if other.first is None and other.last is None:
        return False
    if loose and gold.first and gold.last and other.first and other.last:
        return gold.first <= other.first and other.last <= gold.last
    if other.first and other.last:
        return (other.first, other.last) == (gold.first, gold.last)
    return other.first == gold.first if other.first else other.last == gold.last


def percentages(total: Counter[str]) -> tuple[float, float, float]:
    """Return F1 of whole extents, of overlapping ones, and of values, in percent."""
    both = total["gold"] + total["given"]
    return tuple(  # type: ignore[return-value]
        200 * total[kind] / both if both else 0.0 for kind in ("strict", "found", "value")
    )


# -- what is printed -----------------------------------------------------------------------------


def ask_all(items: list[Item], folder: Path) -> dict[str, Answers]:
    """Ask every peer; say of one that does not answer why."""
    answers: dict[str, Answers] = {}
    asked: dict[str, Answers | str] = {}
    try:
        asked |= ask_python(items, folder)
    except UnavailableError as error:
        asked["dateparser, Recognizers-Text, duckling"] = str(error)
    for name, ask in (("chrono", ask_chrono), ("HeidelTime", ask_heideltime)):
        try:
            asked[name] = ask(items, folder)
        except UnavailableError as error:
            asked[name] = str(error)
    for name, found in asked.items():
        if isinstance(found, str):
            print(f"left out: {name}: {found}", file=sys.stderr)
        else:
            answers[name] = found
    return answers


def print_table(marked: list[Marked], answers: dict[str, Answers]) -> None:
    """Print one line for each finder: extents whole and overlapping, values, by language."""
    languages = [tag for tag in LANGUAGES if any(m.item.language == tag for m in marked)]
    sizes = ", ".join(
        f"{tag} {sum(len(m.gold) for m in marked if m.item.language == tag)}" for tag in languages
    )
    print(f"F1 in %: whole extent / overlap / value. Dates: {sizes}.\n")
    print("| |", " | ".join(languages), "|")
    print("|---|", "|".join(["---"] * len(languages)), "|", sep="")
    for name, found in answers.items():
        cells = []
        for tag in languages:
            chosen = [i for i, m in enumerate(marked) if m.item.language == tag]
            total = count([marked[i] for i in chosen], [found[i] for i in chosen])
            parts = " / ".join(f"{part:.0f}" for part in percentages(total))
            cells.append(parts if total["given"] else "does not read it")
        print(f"| {name} |", " | ".join(cells), "|")


def print_errors(marked: list[Marked], answers: Answers) -> None:
    """Print every text in which ours differs from the marks."""
    for mark, found in zip(marked, answers, strict=True):
        result = count_one(mark, found)
        if not result["gold"] == result["given"] == result["strict"] == result["value"]:
            text = mark.item.text
            print(mark.item.anchor, text[:300].replace("\n", " "))
            for kind, dates in (("want", mark.gold), ("have", found)):
                told = [f"{text[d.start : d.end]!r} {d.first}…{d.last}" for d in dates]
                print(f"    {kind}: {'; '.join(told)}")


def main() -> None:
    """Compare, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--timeml", type=Path, help="a folder of .tml files")
    parser.add_argument("--language", choices=LANGUAGES, help="the language of those files")
    parser.add_argument("--peers", type=Path, help="where the peers are, or are to be, installed")
    parser.add_argument("--own", action="store_true", help="ask no peer")
    parser.add_argument("--errors", metavar="LANGUAGE", help="print where ours is wrong")
    options = parser.parse_args()
    if options.timeml and not options.language:
        parser.error("--timeml needs --language")
    marked = (
        list(timeml_texts(options.timeml, options.language))
        if options.timeml
        else [mark for tag in LANGUAGES for mark in own_sentences(tag)]
    )
    items = [mark.item for mark in marked]
    answers = {OURS: ask_ours(items)}
    if not options.own:
        with tempfile.TemporaryDirectory() as temporary:
            folder = options.peers or Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            answers |= ask_all(items, folder)
    print_table(marked, answers)
    if options.errors:
        chosen = [i for i, m in enumerate(marked) if m.item.language == options.errors]
        print_errors([marked[i] for i in chosen], [answers[OURS][i] for i in chosen])


if __name__ == "__main__":
    main()
