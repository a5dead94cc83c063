"""Learn which clauses tell events from marked articles, and say how well it does on others.

usage: python scripts/train_events.py [--check] tests/corpus/quiet.toml FOLDER...

A folder holds ``NAME.txt`` and ``NAME.gold.json`` (with the date of publication as ``issued`` where
the text does not have it). Four models are learned, one after the other, as
the extractor uses them: which clauses tell an event, which of them tell the same one, which groups
of them are events, and of which type. What a model is given was judged by models that did not see
the article (cross-fitting), as it will be for articles that nobody has seen. The weights are
written beside the modules that use them; ``--check`` only prints what articles reach on which
nothing was learned.

Our lists of words hold more of the words of the marked articles than of others. So the first model
learns each article a second time with a part of the lists left out.
"""

from __future__ import annotations

import json
import sys
import tempfile
import tomllib
import zlib
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.extract import neutral
from generator.extract.article.reader import read_article
from generator.extract.events import cues, finder, grouping, kinds, likeness, tellings, weighing
from generator.extract.events.triggers import Lexicon, lexicon, make_lexicon
from generator.extract.names.gazetteer import build_gazetteer
from generator.extract.quality.gold import read_aliases, read_gold, read_marking
from generator.extract.quality.matching import compatible, overlap, pair_events
from generator.extract.quality.scoring import score, total
from generator.extract.reading import Reading, story_of
from generator.extract.span import Span
from generator.extract.weights import weights_text
from generator.record.model import Content, EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.extract.article.reader import Article
    from generator.extract.events.clauses import Clause
    from generator.extract.events.cues import Cues
    from generator.extract.events.finder import Candidate
    from generator.extract.events.grouping import Group
    from generator.extract.events.scene import Scene, Story
    from generator.extract.events.tellings import Telling
    from generator.extract.quality.gold import Aliases, Marking
    from generator.extract.quality.scoring import Scores

Array = np.ndarray[Any, Any]
Weights = dict[str, float]

ORIGIN = "Learned by scripts/train_events.py; positive speaks for it, the unit is log odds."
PARTS = 10  # of a cross-validation
STEPS = 12  # of Newton's method, which needs about six
RARE = 5  # times a cue must be seen to be learned
PULL = {"cues": 20.0, "likeness": 8.0, "weighing": 6.0, "kinds": 3.0}
"""Pull of each weight towards 0: the precision of its Gaussian prior."""
LEFT_OUT = 0.3  # part of the lists that a further reading does without
READINGS = ("first", "second")  # with a part left out
THEIR_WEIGHT = 0.5  # of a telling of such a reading
LIMITS = (-1.4, -1.1, -0.8, -0.5, -0.2)


@dataclass(slots=True, kw_only=True, eq=False)
class Known:
    """A marked article with what its clauses tell."""

    name: str
    article: Article
    story: Story
    gold: Marking
    aliases: Aliases
    told: list[Told]
    thinned: list[Told]
    """What they tell to who knows fewer words."""
    groups: list[Group] = field(default_factory=list)
    hits: dict[int, int] = field(default_factory=dict)
    """Index of a group → of the marked event that it is."""


@dataclass(slots=True, kw_only=True, eq=False)
class Told:
    """A telling with its cues, and which marked events its words tell."""

    telling: Telling
    cues: Cues
    events: frozenset[int]
    right: bool
    """Whether its date can be that of one of them."""


# ---------------------------------------------------------------------------- reading


def read_folder(folder: Path) -> list[Known]:
    """Read the marked articles of a folder, or the texts of a TOML file, which tell nothing."""
    if folder.suffix == ".toml":
        return _read_quiet(folder)
    aliases = read_aliases(folder)
    return [_read(path, aliases) for path in sorted(folder.glob("*.txt")) if _marks(path).exists()]


def _read_quiet(file: Path) -> list[Known]:
    marks = {"events": [], "figures": [], "residue": [], "neutral": []}
    with tempfile.TemporaryDirectory() as folder:
        for language, texts in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for number, text in enumerate(texts):
                path = Path(folder) / f"{language}-{number:02}.txt"
                path.write_text(text, encoding="utf-8")
                article = {"article": {"language": language}}
                _marks(path).write_text(json.dumps(article | marks), encoding="utf-8")
        return read_folder(Path(folder))


def _marks(path: Path) -> Path:
    return path.with_name(f"{path.stem}.gold.json")


def _read(path: Path, aliases: Aliases) -> Known:
    _, gold = read_gold(path)
    issued = json.loads(_marks(path).read_text(encoding="utf-8"))["article"].get("issued")
    article = read_article(path, issued=issued)
    story = story_of(article, Content())
    words = lexicon(article.language)
    return Known(
        name=str(path),
        article=article,
        story=story,
        gold=gold,
        aliases=aliases,
        told=_told(article, story, gold, words),
        thinned=[
            told for seed in READINGS for told in _told(article, story, gold, _thin(words, seed))
        ],
    )


_THIN: dict[tuple[str, str], Lexicon] = {}


def _thin(words: Lexicon, seed: str) -> Lexicon:
    """Return words without a part of the lists, the same part in each run."""
    if (words.code, seed) not in _THIN:
        data = words.data
        lists = {
            "nouns": {kind: _some(text, seed) for kind, text in data.nouns.items()},
            "verbs": {kind: _some(text, seed) for kind, text in data.verbs.items()},
            "verbs_by_lemma": {
                kind: _some(text, seed) for kind, text in data.verbs_by_lemma.items()
            },
            "statement_verbs": _some(data.statement_verbs, seed),
            "light_verbs": _some(data.light_verbs, seed),
        }
        _THIN[words.code, seed] = make_lexicon(replace(data, **lists), words.code)
    return _THIN[words.code, seed]


def _some(text: str, seed: str) -> str:
    kept = (
        item
        for item in text.split(",")
        if zlib.crc32(f"{seed} {item.strip(' *')}".encode()) % 100 >= 100 * LEFT_OUT
    )
    return ",".join(kept)


def _told(article: Article, story: Story, gold: Marking, words: Lexicon) -> list[Told]:
    """Return the tellings of an article with their cues."""
    seen: list[Cues] = []

    def watch(scene: Scene, clause: Clause, telling: Telling) -> float:
        seen.append(cues.cues_of(scene, clause, telling))
        return 0.0

    tellings.score_of = watch
    found = tellings.find_tellings(story, words)
    tellings.score_of = cues.score_of
    return [_judged(article, gold, *both) for both in zip(found, seen, strict=True)]


def _judged(article: Article, gold: Marking, telling: Telling, signs: Cues) -> Told:
    start, end = article.to_raw(telling.start, telling.end)
    first, _ = article.to_raw(telling.trigger.start, telling.trigger.end)
    events = [
        index
        for index, mark in enumerate(gold.events)
        if any(
            span.start <= first < span.end and overlap([span], [Span(start, end)])
            for span in mark.evidence
        )
    ]
    right = any(compatible(gold.events[index].dates, telling.date) for index in events)
    return Told(telling=telling, cues=signs, events=frozenset(events), right=right)


# ---------------------------------------------------------------------------- learning


def fit(rows: Sequence[Cues], truth: Array, pull: float, weight: Array | None = None) -> Weights:
    """Return the weights under which the truth is likeliest: logistic regression, Newton's method.

    Args:
        rows: cues of each example.
        truth: 1 for an event, else 0.
        pull: precision of the prior of each weight; that of the bias is free.
        weight: of each example.
    """
    seen = Counter(cue for row in rows for cue in row)
    names = sorted(cue for cue, count in seen.items() if count >= RARE)
    number = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for place, row in enumerate(rows):
        for cue, value in row.items():
            if cue in number:
                matrix[place, number[cue]] = value
    prior = np.full(len(names), pull)
    if cues.BIAS in number:
        prior[number[cues.BIAS]] = 1e-6
    each = np.ones(len(rows)) if weight is None else weight
    values = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-matrix @ values))
        slope = matrix.T @ (each * (chance - truth)) + prior * values
        curve = (matrix * (each * chance * (1 - chance))[:, None]).T @ matrix + np.diag(prior)
        step = np.linalg.solve(curve, slope)
        values = values - step
        if np.abs(step).max() < 1e-4:  # noqa: PLR2004 -- far below what is written
            break
    return dict(zip(names, values.tolist(), strict=True))


def learn_cues(known: Sequence[Known]) -> Weights:
    """Learn which clauses tell an event."""
    own = [told for each in known for told in each.told]
    more = [told for each in known for told in each.thinned]
    weight = np.array([1.0] * len(own) + [THEIR_WEIGHT] * len(more))
    truth = np.array([told.right for told in (*own, *more)], float)
    return fit([told.cues for told in (*own, *more)], truth, PULL["cues"], weight)


def learn_likeness(known: Sequence[Known]) -> Weights:
    """Learn which clauses tell the same event; a pair of a long article weighs less."""
    rows: list[Cues] = []
    truth: list[bool] = []
    weight: list[float] = []
    for each in known:
        found = [told for told in each.told if told.events]
        pairs = [
            (later, earlier)
            for index, later in enumerate(found)
            for earlier in found[:index]
            if likeness.can_be_one(later.telling, earlier.telling)
        ]
        for later, earlier in pairs:
            text = each.story.text
            rows.append(likeness.likeness_cues(later.telling, earlier.telling, text))
            truth.append(bool(later.events & earlier.events))
            weight.append(len(pairs) ** -0.5)
    scale = np.array(weight) * len(weight) / sum(weight)
    return fit(rows, np.array(truth, float), PULL["likeness"], scale)


def group(each: Known, of_cues: Weights, of_likeness: Weights) -> None:
    """Group the tellings of an article under weights, and find the marked event of each group."""
    story, text = each.story, each.story.text

    def alike(later: Telling, earlier: Telling, _: str) -> float:
        return cues.weigh(likeness.likeness_cues(later, earlier, text), of_likeness)

    scored = [replace(told.telling, score=cues.weigh(told.cues, of_cues)) for told in each.told]
    each.groups = grouping.group_tellings(finder.in_context(scored), story.published, text, alike)
    for each_group in each.groups:
        each_group.score = each_group.best.score
    found = _marking(each, _events(each, each.groups))
    each.hits = {find: mark for mark, find in pair_events(each.gold, found).items()}


def _events(each: Known, groups: Sequence[Group]) -> list[Candidate]:
    language = each.article.language
    countries = build_gazetteer(Content(), language).countries
    report = finder.report_of(each.groups, each.story, lexicon(language), countries)
    return finder.make_events(groups, report)


def _marking(each: Known, events: Iterable[Candidate]) -> Marking:
    reading = Reading(
        article=each.article,
        sentences=each.story.sentences,
        timexes=each.story.timexes,
        mentions=each.story.mentions,
        figures=(),
        events=tuple(events),
    )
    return read_marking(neutral.to_json(reading))


def learn_weighing(known: Sequence[Known]) -> Weights:
    """Learn which groups are events."""
    rows = [row for each in known for row in weighing.group_cues(each.groups, each.story.text)]
    truth = [index in each.hits for each in known for index in range(len(each.groups))]
    return fit(rows, np.array(truth, float), PULL["weighing"])


def learn_kinds(known: Sequence[Known]) -> Weights:
    """Learn of which type events are, each type against the others."""
    rows, types = [], []
    for each in known:
        for index, mark in each.hits.items():
            rows.append(_kind_cues(each, each.groups[index]))
            types.append(each.gold.events[mark].types[0])
    learned: Weights = {}
    for kind in EventType:
        truth = np.array([said == kind.value for said in types], float)
        if truth.any():
            weights = fit(rows, truth, PULL["kinds"])
            learned |= {f"{kind.value}: {cue}": weight for cue, weight in weights.items()}
    return learned


def _kind_cues(each: Known, found: Group) -> Cues:
    shares = kinds.shares_of([t for one in each.groups for t in one.tellings])
    return kinds.kind_cues(found, shares, each.story.text, lexicon(each.article.language))


# ---------------------------------------------------------------------------- all of it


def parts(known: Sequence[Known]) -> list[tuple[list[Known], list[Known]]]:
    """Return the articles in parts: those to learn from, those to judge."""
    order = sorted(known, key=lambda each: zlib.crc32(Path(each.name).name.encode()))
    cut = [order[part::PARTS] for part in range(PARTS)]
    return [([k for k in order if k not in out], out) for out in cut]


def cross_group(known: Sequence[Known]) -> None:
    """Group each article by what was learned from the others."""
    for others, out in parts(known):
        of_cues, of_likeness = learn_cues(others), learn_likeness(others)
        for each in out:
            group(each, of_cues, of_likeness)


def learn(known: Sequence[Known]) -> dict[str, Weights]:
    """Learn all four models."""
    cross_group(known)
    return {
        "cues": learn_cues(known),
        "likeness": learn_likeness(known),
        "weighing": learn_weighing(known),
        "kinds": learn_kinds(known),
    }


def check(known: Sequence[Known]) -> None:
    """Print what articles reach on which nothing was learned, by folder and limit."""
    cross_group(known)
    judged = {}
    for others, out in parts(known):
        of_weighing, of_kinds = learn_weighing(others), learn_kinds(others)
        for each in out:
            judged[each.name] = (each, of_weighing, of_kinds)
    folders = sorted({str(Path(name).parent) for name in judged})
    print(f"{'':34} limit events  prec.   rec.     F1   main   date   type  place  people")
    for limit in LIMITS:
        scores = {
            name: _score(each, of_weighing, of_kinds, limit)
            for name, (each, of_weighing, of_kinds) in judged.items()
        }
        for folder in (*folders, ""):
            some = {k: v for k, v in scores.items() if k.startswith(folder)}
            _tell(folder[-33:] or "all", limit, total(some))


def _score(each: Known, of_weighing: Weights, of_kinds: Weights, limit: float) -> Scores:
    rows = weighing.group_cues(each.groups, each.story.text)
    for one, row in zip(each.groups, rows, strict=True):
        one.score = cues.weigh(row, of_weighing)
    kept = weighing.chosen(each.groups, limit)
    by_type: dict[str, Weights] = {}
    for name, weight in of_kinds.items():
        kind, _, cue = name.partition(": ")
        by_type.setdefault(kind, {})[cue] = weight
    kinds.weights_by_type = lambda: by_type
    found = _marking(each, _events(each, kept))
    return score(each.gold, found, each.story.text, each.aliases)


def _tell(name: str, limit: float, scores: Scores) -> None:
    events = scores.events
    rates = (events.precision, events.recall, events.f1, scores.main.recall, scores.date.recall)
    rates += (scores.type.recall, scores.place.recall, scores.participants.f1)
    shown = "".join("      -" if rate is None else f"{rate:7.3f}" for rate in rates)
    print(f"{name:34} {limit:5} {events.right + events.missed:6}{shown}", flush=True)


def main(arguments: list[str]) -> None:
    """Learn from the folders named on the command line."""
    folders = [Path(each) for each in arguments if not each.startswith("--")]
    if not folders:
        sys.exit(str(__doc__))
    known = [each for folder in folders for each in read_folder(folder)]
    print(f"{len(known)} articles, {sum(len(each.gold.events) for each in known)} events")
    if "--check" in arguments:
        check(known)
        return
    home = Path(cues.__file__).parent
    for name, weights in learn(known).items():
        path = home / f"{name}.txt"
        path.write_text(weights_text(dict(sorted(weights.items())), ORIGIN), encoding="utf-8")
        print(f"wrote {path.name}: {len(weights)} weights")


if __name__ == "__main__":
    main(sys.argv[1:])
