"""Learn the weights of the model of residue from marked pages, and say how well it does on others.

usage: python scripts/train_residue.py [--check] FOLDER...

A folder holds ``NAME.txt`` and ``NAME.gold.json`` with the spans ``residue`` and ``neutral`` (which
are not learned from). The weights are written beside `generator.extract.residue.chain`; ``--check``
only prints, for several thresholds, the precision and recall in characters that pages reach on
which the model was not trained (five parts; the pages of one site stay together).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from generator.extract.residue import chain as chain_module
from generator.extract.residue.chain import TURNS, Chain
from generator.extract.residue.finder import apply_rules
from generator.extract.residue.judging import look_at
from generator.extract.residue.page import read_page
from generator.extract.residue.parts import Part
from generator.extract.residue.traits import traits
from generator.extract.weights import weights_text

Array = np.ndarray[Any, Any]

PARTS = 5  # of a cross-validation
ROUNDS = 250  # of gradient descent over all pages
STEP = 0.05
DECAY = 0.002  # pull of each weight towards 0, per line of training text
RARE = 5  # pages in which a trait must be true to be learned
LONGEST = 800  # lines of a page that are learned from
THRESHOLDS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9)
ORIGIN = "Learned by scripts/train_residue.py; positive speaks for residue."


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPage:
    """A page taken apart by the rules, and what its lines really are."""

    name: str
    text: tuple[str, ...]
    lines: list[tuple[str, ...]]
    truth: list[int]
    """1 for residue, 0 for the article, -1 for what counts as neither."""
    counts: list[tuple[int, int]]
    """Of each line, characters of residue and of the article; furniture is in neither."""
    decided: list[Part | None]
    fixed: list[bool]
    """The headline, which is never residue."""


def read_marked(folder: Path) -> list[MarkedPage]:
    """Read the marked pages of a folder, each also as one line, as some scrapers leave them."""
    return [
        _marked(path, one_line=one_line)
        for path in sorted(folder.glob("*.gold.json"))
        for one_line in (False, True)
    ]


def _marked(path: Path, *, one_line: bool) -> MarkedPage:
    name = path.name.removesuffix(".gold.json")
    text = path.with_name(f"{name}.txt").read_bytes().decode("utf-8")
    gold = json.loads(path.read_text(encoding="utf-8"))
    kinds = [" " if character.isspace() else "b" for character in text]
    for key, kind in (("neutral", "n"), ("residue", "r")):
        for span in gold.get(key) or ():
            for place in range(span["start"], min(span["end"], len(text))):
                kinds[place] = kind if kinds[place] != " " else " "
    if one_line:
        text = text.replace("\r", " ").replace("\n", " ")
    view = look_at(*apply_rules(read_page(text)))
    page, parts, frame = view.page, view.parts, view.frame
    counts = []
    truth = []
    for line in page.lines:
        counted = Counter(kinds[line.span.start : line.span.end])
        counts.append((counted["r"], counted["b"]))
        total = counted["r"] + counted["b"] + counted["n"]
        truth.append(-1 if 2 * counted["n"] > total else int(counted["r"] > counted["b"]))
    return MarkedPage(
        name=name,
        text=tuple(line.text for line in page.lines),
        lines=traits(page, parts, frame),
        truth=truth,
        counts=counts,
        decided=list(parts),
        fixed=[index == frame.headline for index in range(len(page.lines))],
    )


def learn(pages: list[MarkedPage]) -> Chain:
    """Return the weights under which what the pages really are is likeliest."""
    seen = Counter(trait for page in pages for trait in {t for line in page.lines for t in line})
    names = sorted(trait for trait, count in seen.items() if count >= RARE)
    model = _Model(pages, names)
    weights, turns = model.fit()
    return Chain(
        weights=dict(zip(names, weights.tolist(), strict=True)),
        turns=tuple(turns.tolist()),
    )


class _Model:
    """The pages as arrays, one row a page, padded to the longest."""

    def __init__(self, pages: list[MarkedPage], names: list[str]) -> None:
        number = {name: index for index, name in enumerate(names)}
        self.length = min(LONGEST, max(len(page.lines) for page in pages))
        shape = (len(pages), self.length)
        self.inside = np.zeros(shape, bool)
        self.truth = np.full(shape, -1)
        rows, columns = [], []
        for place, page in enumerate(pages):
            for index, line in enumerate(page.lines[: self.length]):
                self.inside[place, index] = True
                self.truth[place, index] = page.truth[index]
                found = [number[trait] for trait in line if trait in number]
                rows += [place * self.length + index] * len(found)
                columns += found
        self.rows, self.columns = np.array(rows), np.array(columns)
        self.size = len(names)
        self.known = int(self.inside.sum())

    def fit(self) -> tuple[Array, Array]:
        """Climb with Adam (Source: Kingma and Ba, ICLR 2015)."""
        values = np.zeros(self.size + 4)
        first, second = np.zeros_like(values), np.zeros_like(values)
        for step in range(1, ROUNDS + 1):
            slope = self.slope(values[:-4], values[-4:]) / self.known - DECAY * values
            first = 0.9 * first + 0.1 * slope
            second = 0.999 * second + 0.001 * slope**2
            pace = STEP / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
            values = values + pace * first / (1 - 0.9**step)
        return values[:-4], values[-4:]

    def slope(self, weights: Array, turns: Array) -> Array:
        """Return how the likelihood of the truth grows with each weight."""
        flat = np.bincount(self.rows, weights[self.columns], self.inside.size)
        scores = np.stack([np.zeros_like(flat), flat], axis=1).reshape(*self.inside.shape, 2)
        told = np.zeros_like(scores)
        told[self.truth == 0, 1] = told[self.truth == 1, 0] = -1e9
        wanted, wanted_turns = self.expected(scores + told, turns.reshape(2, 2))
        model, model_turns = self.expected(scores, turns.reshape(2, 2))
        difference = (wanted - model)[..., 1].ravel()
        by_trait = np.bincount(self.columns, difference[self.rows], self.size)
        return np.concatenate([by_trait, (wanted_turns - model_turns).ravel()])

    def expected(self, scores: Array, turns: Array) -> tuple[Array, Array]:
        """Return how likely each line is which, and how often which follows which."""
        count, length, _ = scores.shape
        ahead, back = np.zeros_like(scores), np.zeros_like(scores)
        ahead[:, 0] = scores[:, 0]
        for place in range(1, length):
            step = np.logaddexp.reduce(ahead[:, place - 1, :, None] + turns, axis=1)
            ahead[:, place] = step + scores[:, place]
        last = self.inside.sum(axis=1) - 1
        for place in range(length - 2, -1, -1):
            following = (back[:, place + 1] + scores[:, place + 1])[:, None, :] + turns
            step = np.logaddexp.reduce(following, axis=2)
            back[:, place] = np.where((place < last)[:, None], step, 0)
        total = np.logaddexp.reduce(ahead[np.arange(count), last], axis=1)[:, None, None]
        chances = np.where(self.inside[..., None], np.exp(ahead + back - total), 0)
        pairs = ahead[:, :-1, :, None] + turns + (scores + back)[:, 1:, None, :] - total[..., None]
        both = self.inside[:, 1:]
        return chances, np.exp(pairs[both]).sum(axis=0)


def check(pages: list[MarkedPage]) -> dict[float, tuple[float, float]]:
    """Return precision and recall in characters by threshold, each page judged by the others."""
    sites = sorted({_site(page.name) for page in pages})
    totals = {threshold: np.zeros(3) for threshold in (*THRESHOLDS, 1.1)}
    for part in range(PARTS):
        out = set(sites[part::PARTS])
        chain = learn([page for page in pages if _site(page.name) not in out])
        for page in pages:
            if _site(page.name) in out:
                chances = chain.chances(page.lines)
                for threshold in totals:
                    totals[threshold] += _hits(page, chances, threshold)
    return {
        threshold: (hits / max(hits + wrong, 1), hits / max(hits + missed, 1))
        for threshold, (hits, wrong, missed) in totals.items()
    }


def _site(name: str) -> str:
    return ".".join(name.split(".")[:2])


def _hits(page: MarkedPage, chances: list[float], threshold: float) -> Array:
    """Count characters: residue found, article taken for residue, residue missed."""
    hits = np.zeros(3)
    for index, (residue, body) in enumerate(page.counts):
        ruled = page.decided[index] is Part.RESIDUE
        open_ = page.decided[index] is None and not page.fixed[index]
        found = ruled or (open_ and chances[index] >= threshold)
        hits += (residue, body, 0) if found else (0, 0, residue)
    return hits


def write(chain: Chain) -> Path:
    """Write the weights beside the module that reads them."""
    path = Path(chain_module.__file__).with_name(chain_module.WEIGHTS)
    weights = {**dict(zip(TURNS, chain.turns, strict=True)), **chain.weights}
    path.write_text(weights_text(weights, ORIGIN), encoding="utf-8")
    return path


def main(arguments: list[str]) -> None:
    """Learn from the folders named on the command line."""
    folders = [Path(each) for each in arguments if not each.startswith("--")]
    if not folders:
        sys.exit(str(__doc__))
    pages = [page for folder in folders for page in read_marked(folder)]
    print(f"{len(pages)} pages, {sum(len(page.lines) for page in pages)} lines")
    if "--check" in arguments:
        for threshold, (precision, recall) in check(pages).items():
            print(f"from {threshold:.2f}: precision {precision:.3f}, recall {recall:.3f}")
    else:
        print(f"wrote {write(learn(pages)).name}")


if __name__ == "__main__":
    main(sys.argv[1:])
