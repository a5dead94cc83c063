"""Print the evidence block of a passage, ready to be pasted below `evidence:` in an event.

Give the article, the first words and the last words of the passage:

    python scripts/make_evidence.py article.txt "Le 16 juin" "au Kazakhstan" --source dnat-2025-06

Typography does not matter (curly or straight apostrophes, no-break spaces), words do.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from generator.errors import ArticleError
from generator.extract.article.reader import read_article
from generator.record.passage import NormalisedText, Passage, name_passage, normalise

CONTEXT = 30  # code points shown around each place when the words fit several


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 when the block was printed, 1 when there is not one passage."""
    options = _parser().parse_args(arguments)
    try:
        text = normalise(read_article(options.article).text)
    except ArticleError as error:
        return _refuse(str(error))
    places = find_passages(text.text, options.first, options.last)
    if not places:
        return _refuse(f'no passage goes from "{options.first}" to "{options.last}"')
    if options.nth is None and len(places) > 1:
        return _refuse(_choices(text, places))
    nth = 1 if options.nth is None else options.nth
    if not 1 <= nth <= len(places):
        return _refuse(f"--nth {nth}: the words fit {len(places)} passage(s)")
    start, end = places[nth - 1]
    passage = name_passage(text, start, end)
    print(render_evidence(passage, options.id, options.source, options.supports))
    return 0


def find_passages(normalised: str, first: str, last: str) -> tuple[tuple[int, int], ...]:
    """Find the shortest passage from each occurrence of the first words to the last words.

    Args:
        normalised: the article, normalised.
        first: its first words, in any typography.
        last: its last words; they may overlap the first ones or be the same.

    Returns:
        Spans of the normalised text, in order; whole words only.
    """
    ends = [match.end() for match in _words(last).finditer(normalised)]
    return tuple(
        (match.start(), min(after))
        for match in _words(first).finditer(normalised)
        if (after := [end for end in ends if end >= match.end()])
    )


def render_evidence(passage: Passage, identifier: str, source: str, supports: list[str]) -> str:
    """Render the block as an item of a YAML list that is indented by two spaces."""
    lines = [
        f"id: {identifier}",
        f"source: {source}",
        f"supports: [{', '.join(supports)}]",
        f"from: {json.dumps(passage.from_, ensure_ascii=False)}",
        f"to: {json.dumps(passage.to, ensure_ascii=False)}",
        f"at: [{passage.at[0]}, {passage.at[1]}]",
        f"hash: {passage.hash}",
    ]
    lines += [
        f"{name}: {json.dumps(words, ensure_ascii=False)}"
        for name in ("prefix", "suffix")
        if (words := getattr(passage, name))
    ]
    return "  - " + "\n    ".join(lines)


def _words(words: str) -> re.Pattern[str]:
    normalised = normalise(words).text
    return re.compile(rf"(?<!\w){re.escape(normalised)}(?!\w)" if normalised else "(?!)")


def _choices(text: NormalisedText, places: tuple[tuple[int, int], ...]) -> str:
    lines = [f"the words fit {len(places)} passages; choose one with --nth:"]
    for number, (start, end) in enumerate(places, 1):
        around = text.text[max(0, start - CONTEXT) : end + CONTEXT]
        lines.append(f"  {number}: [{start}, {end}] …{around}…")
    return "\n".join(lines)


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", type=Path, help="file with the article: text, Markdown or HTML")
    parser.add_argument("first", help="first words of the passage")
    parser.add_argument("last", help="last words of the passage")
    parser.add_argument("--source", default="SOURCE-ID", help="id of the source")
    parser.add_argument("--id", default="e1", help="id of the evidence in its event")
    parser.add_argument("--supports", nargs="+", default=["title"], help="fields that it supports")
    parser.add_argument("--nth", type=int, help="which one, when the words fit several passages")
    return parser


if __name__ == "__main__":
    sys.exit(main())
