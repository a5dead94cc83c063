"""No step of reading takes time that grows with the square of a text made to make it do so."""

from __future__ import annotations

import bench_extraction
import pytest

from generator.extract import reading
from generator.record.store import read_content

SHORT, LONG = 2_000, 8_000  # code points
UNDOUBTED = 0.05  # CPU seconds of a step for the long text, below which it is not looked into
SQUARE = 9  # times for four times the text: 4 is in line with it, then 16
DOUBTS = 4  # times that a doubt is looked into

COMMON = (
    " ", "\t", "\n", " \n", "1", "1 ", "1, ", "1.", "9-", "a", "a ", "A", "Aa ", "Aa Bb, ", "A. ",
    "«", "» ", '"', "“a” ", "'", "’ ", "(", ") ", "[a](", "<b>", "&", "—", " - ", "|", " | ",
    "http://a ",
)  # fmt: skip
OWN = {
    "fr": (
        "le 3 mai 2024, ", "du 2 au 6 juin ", "la veille ", "lundi ", "trois cents millions ",
        "-et trois", "20 % de hausse ", "M. Ada Quist, ministre de ", "qui a dit que ",
        "Lire aussi : ", "Publié le 3 mai 2024 à 10h12 ", "a inauguré à Lyon ", "Partager ",
    ),
    "en": (
        "on 3 May 2024, ", "from 2 to 6 June ", "the day before ", "three hundred million ",
        "and that it was ", "President Ada Quist, ", "Read more: ", "said on Monday that ",
    ),
    "de": (
        "am 3. Mai 2024, ", "vom 2. bis 6. Juni ", "dreihundert", "und wurde ", "Kanzlerin Quist, ",
        "Mehr zum Thema: ", "sagte am Montag, dass ", "unter",
    ),
    "es": (
        "el 3 de mayo de 2024, ", "del 2 al 6 de junio ", "trescientos millones ", "y se ha ",
        "la presidenta Ada Quist, ", "Leer más: ", "dijo el lunes que ",
    ),
}  # fmt: skip
CASES = [
    *((language, piece) for language in ("fr", "de") for piece in COMMON),
    *((language, piece) for language, pieces in OWN.items() for piece in pieces),
]


@pytest.fixture(scope="module")
def content():
    return read_content(bench_extraction.ROOT).content


@pytest.fixture
def steps(tmp_path, content):
    """Return what measures the steps of reading a piece that is said again and again."""

    def measured(language, piece, size):
        path = tmp_path / ("a.md" if "](" in piece else "a.txt")
        again = (piece * (size // len(piece) + 1))[:size]
        path.write_text(f"Ada Quist a vu Lyon.\n\n{again}\n\nFin.", encoding="utf-8")
        return bench_extraction.step_seconds(lambda: reading.read(path, content, language=language))

    return measured


@pytest.mark.parametrize("language", OWN)
def test_every_step_takes_time_in_line_with_a_text_that_says_one_thing_again(
    steps, language
) -> None:
    steps(language, "Lyon. ", SHORT)  # loads models and tables
    pieces = [piece for tag, piece in CASES if tag == language]
    slow = {piece: found for piece in pieces if (found := growing(steps, language, piece))}
    assert slow == {}


def growing(steps, language, piece):
    """Return the steps that take more than time in line, each with its seconds."""
    doubtful = {step for step, cost in steps(language, piece, LONG).items() if cost > UNDOUBTED}
    best = {SHORT: {}, LONG: {}}
    for _ in range(DOUBTS):
        if not doubtful:
            break
        for size, costs in best.items():
            for step, cost in steps(language, piece, size).items():
                costs[step] = min(cost, costs.get(step, cost))
        doubtful = {step for step in doubtful if best[LONG][step] > SQUARE * best[SHORT][step]}
    return {step: (best[SHORT][step], best[LONG][step]) for step in doubtful}


def test_a_step_that_takes_the_square_is_found() -> None:
    def steps(_language, _piece, size):
        return {"square": (size / LONG) ** 2, "in line": size / LONG, "quick": 0.001}

    assert set(growing(steps, "fr", "a")) == {"square"}
