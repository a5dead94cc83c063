"""How likely each line of a page is residue, by weights that were learned from marked pages.

A chain of lines, each of which is the article's or is residue: what is true of a line speaks for
one or the other, and a line is likelier to be what its neighbours are (a conditional random field;
Source: Lafferty, McCallum, Pereira, ICML 2001). `scripts/train_residue.py` learns the weights.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.extract.weights import load_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WEIGHTS = "weights.txt"  # beside this module: one trait a line, its weight behind a tab
TURNS = ("turn:00", "turn:01", "turn:10", "turn:11")
"""What it is worth that a line of the article (0) or of residue (1) follows another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The weights of a model."""

    weights: Mapping[str, float]
    """Of each trait, positive where it speaks for residue."""
    turns: tuple[float, float, float, float]
    """Of `TURNS`."""

    def chances(self, lines: Sequence[Iterable[str]]) -> list[float]:
        """Return how likely each line of a page is residue, 0 to 1.

        Args:
            lines: what is true of each line; unknown traits count nothing.
        """
        weigh = self.weights.get
        scores = [math.fsum(weigh(trait, 0.0) for trait in line) for line in lines]
        ahead = _sweep(scores, self.turns)
        back = _sweep(scores[::-1], (self.turns[0], self.turns[2], self.turns[1], self.turns[3]))
        return [
            _sigmoid(before + after - score)
            for before, after, score in zip(ahead, reversed(back), scores, strict=True)
        ]


def _sweep(scores: list[float], turns: tuple[float, float, float, float]) -> list[float]:
    """Return for each line by how much residue is likelier than not, by it and all before it."""
    stay, leave, come_back, go_on = turns
    odds: list[float] = []
    for score in scores:
        if odds:
            last = odds[-1]
            score += _log_sum(leave, last + go_on) - _log_sum(stay, last + come_back)  # noqa: PLW2901
        odds.append(score)
    return odds


def _log_sum(first: float, second: float) -> float:
    larger, smaller = max(first, second), min(first, second)
    return larger + math.log1p(math.exp(smaller - larger))


def _sigmoid(odds: float) -> float:
    return 1 / (1 + math.exp(-odds)) if odds >= 0 else 1 - 1 / (1 + math.exp(odds))


def chain_of(weights: Mapping[str, float]) -> Chain:
    """Return the chain that a file of weights holds."""
    first, second, third, fourth = (weights.get(turn, 0.0) for turn in TURNS)
    return Chain(weights=weights, turns=(first, second, third, fourth))


@cache
def learned_chain() -> Chain:
    """Read the weights that were learned from marked pages."""
    return chain_of(load_weights(__package__, WEIGHTS))
