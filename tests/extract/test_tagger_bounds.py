"""What a tagger makes of words that no language has."""

from __future__ import annotations

import time

import pytest

from generator.extract.names.tagger import MAX_LETTERS, tag
from generator.extract.span import Span


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_endless_word_costs_no_more_than_a_long_one(language: str) -> None:
    def cost(letters: int) -> float:
        text = "unter" * (letters // 5)
        before = time.process_time()
        (form,) = tag(text, (Span(0, len(text)),), language)
        assert form.start == 0
        return time.process_time() - before

    cost(MAX_LETTERS)  # loads the model
    assert cost(5_000) < 10 * min(cost(MAX_LETTERS + 5 * i) for i in range(3)) + 0.1
