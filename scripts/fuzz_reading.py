"""Read damaged articles until something breaks: a crash, a hang, an offset that lies.

python scripts/fuzz_reading.py --seconds 60             as many inputs as fit in a minute
python scripts/fuzz_reading.py --seed 7 --first 120 --count 1    one input again

Each input is made from its number alone: what breaks is printed with the command that repeats it.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import ArticleError
from generator.extract import neutral
from generator.extract.reading import read
from generator.record.store import read_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from generator.extract.reading import Reading

ROOT = Path(__file__).parent.parent
BOUND = 10  # seconds of one input
LONGEST = 20_000  # characters of one input
LANGUAGES = (None, None, "fr", "en", "de", "es", "ar", "zh", "ru", "hi", "ja", "tr", "uz", "xx", "")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "latin-1", "cp1252", "gb18030", "cp1251")
SUFFIXES = (".txt", ".txt", ".md", ".html")

SAMPLES = (
    "في 3 يوليو 2024 وقع الرئيسان اتفاقا في أستانا. 2024-07-03",
    "2024年7月3日，两国元首在阿斯塔纳签署协议。会议于2024-07-04结束。",
    "3 июля 2024 года президенты подписали соглашение в Астане.",
    "3 जुलाई 2024 को दोनों राष्ट्रपतियों ने अस्ताना में समझौते पर हस्ताक्षर किए।",
    "2024年7月3日、両大統領はアスタナで協定に署名した。",
    "3 Temmuz 2024'te iki cumhurbaşkanı Astana'da bir anlaşma imzaladı. İSTANBUL ığdır",
    "2024-yil 3-iyul kuni ikki prezident Ostonada bitim imzoladi. Oʻzbekiston",
    "D es ministres se sont réunis le 3 juillet 2024 à Genève. 'accord a été signé hier.",
)
ODD = (
    "\u00ad", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\u0000", "\u0301", "\u2028",
    "\r", "\t", "\u00a0", "\ufffd", "Ã©", "â€™", "\U0001f600", "\U00010ffff"[:1], "ß", "İ", "ﬁ",
    "１２", "½", "²", "٣", "«", "»", "(", ")", "[", '"', "'", "…", "—", "/", "&#xD800;", "&amp",
    "&#0;", "<", ">", "<!--", "]]>", "<script>", "<p", "</div>", "{{", "%", "1" * 50, "9" * 400,
    "0000-00-00", "31/02/2024", "32 juillet 2024", "1,2,3,4", "1.000.000.000.000.000", "-",
    "\n\n\n", "http://", "@", "#", "|",
)  # fmt: skip


def seeds() -> list[str]:
    """Return the articles that are damaged."""
    folders = (ROOT / "content" / "articles", *sorted((ROOT / "tests" / "quality").iterdir()))
    paths = [path for folder in folders for path in sorted(folder.glob("*.*"))]
    texts = [path.read_text(encoding="utf-8") for path in paths if path.suffix in {".txt", ".md"}]
    return [*texts, *(" ".join([sample] * 4) for sample in SAMPLES), *SAMPLES]


# ---------------------------------------------------------------------------- damage


def cut(text: str, chance: random.Random) -> str:
    """Leave a piece out."""
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.randrange(1, 200) :]


def insert(text: str, chance: random.Random) -> str:
    """Put odd characters in, at one place or at many."""
    odd = chance.choice(ODD)
    for _ in range(chance.choice((1, 1, 3, 30))):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + odd + text[place:]
    return text


def repeat(text: str, chance: random.Random) -> str:
    """Say a piece again and again."""
    start, size = chance.randrange(len(text) + 1), chance.choice((1, 2, 5, 20, 100))
    return text[:start] + text[start : start + size] * chance.randrange(2, 300) + text[start:]


def on_one_line(text: str, _: random.Random) -> str:
    """Take the line breaks out."""
    return " ".join(text.split())


def one_word_a_line(text: str, _: random.Random) -> str:
    """Put each word on a line of its own."""
    return "\n".join(text.split())


def shuffle(text: str, chance: random.Random) -> str:
    """Mix the words."""
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def hyphenate(text: str, chance: random.Random) -> str:
    """Put a character that is not seen between all letters."""
    return chance.choice(("\u00ad", "\u200b", "\u0301", "\u200f")).join(text[:2_000])


def break_words(text: str, _: random.Random) -> str:
    """Part the first letter of each word, as scrapers do with initials."""
    return " ".join(f"{word[:1]} {word[1:]}" for word in text.split(" "))


def garble(text: str, _: random.Random) -> str:
    """Read UTF-8 as Latin-1."""
    return text.encode("utf-8", "replace").decode("latin-1")


def change_case(text: str, chance: random.Random) -> str:
    """Write all in capitals or in small letters."""
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    cut, cut, insert, insert, insert, repeat, repeat, on_one_line, one_word_a_line, shuffle,
    hyphenate, break_words, garble, change_case,
)  # fmt: skip


def as_page(text: str, chance: random.Random) -> str:
    """Wrap a text in markup, whole or damaged."""
    head = f"<!doctype html><html lang={chance.choice(('fr', 'ar', 'x'))}><head><meta charset="
    charset = chance.choice(ENCODINGS)
    data = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"x"'
    body = "".join(f"<p>{line}" for line in text.splitlines())
    deep = chance.choice(("", "<div>" * 500, "<b><i>" * 50))
    return f"{head}{charset}><title>{text[:60]}</title>{data}</script></head><body>{deep}{body}"


def article(texts: list[str], seed: int, number: int) -> tuple[bytes, str, str | None]:
    """Return the bytes, the suffix and the language of one input."""
    chance = random.Random(f"{seed}-{number}")  # noqa: S311 -- no secret
    text = chance.choice(texts)
    if chance.random() < 0.3:  # noqa: PLR2004 -- two articles in one
        text += "\n\n" + chance.choice(texts)
    suffix = chance.choice(SUFFIXES)
    for _ in range(chance.randrange(1, 5)):
        text = chance.choice(DAMAGES)(text, chance)[:LONGEST]
    if suffix == ".html":
        text = as_page(text, chance)
        for _ in range(chance.randrange(3)):
            text = chance.choice((cut, insert, repeat))(text, chance)[:LONGEST]
    data = text.encode(chance.choice(("utf-8", "utf-8", *ENCODINGS)), "replace")
    return data, suffix, chance.choice(LANGUAGES)


# ---------------------------------------------------------------------------- checks


def faults(reading: Reading) -> Iterator[str]:
    """Yield what is wrong with a reading: offsets that do not stand, answers that are no JSON."""
    text, raw = reading.article.text, reading.article.raw
    spans = [
        *reading.sentences,
        *reading.timexes,
        *reading.mentions,
        *reading.figures,
        *(span for event in reading.events for span in event.evidence),
    ]
    for span in spans:
        if not 0 <= span.start < span.end <= len(text):
            yield f"{type(span).__name__} at {span.start}-{span.end} of {len(text)}"
        else:
            start, end = reading.article.to_raw(span.start, span.end)
            if not 0 <= start < end <= len(raw):
                yield f"{type(span).__name__} at {start}-{end} of the file's {len(raw)}"
    for event in reading.events:
        if not event.evidence:
            yield f"no evidence for {event.title!r}"
    json.dumps(neutral.to_json(reading), ensure_ascii=False).encode()  # no lone surrogate


class TooSlow(Exception):  # noqa: N818 -- a finding
    """An input took longer than the bound."""


def too_slow(_: int, __: FrameType | None) -> None:
    """End an input that takes too long."""
    raise TooSlow


def try_one(path: Path, language: str | None, content: object) -> list[str]:
    """Return what goes wrong with one article; it may be refused with a reason."""
    signal.signal(signal.SIGALRM, too_slow)
    signal.alarm(BOUND)
    try:
        return list(faults(read(path, content, language=language)))  # type: ignore[arg-type]
    except ArticleError as error:
        return [] if error.reason else ["refused without a reason"]
    except TooSlow:
        return [f"takes more than {BOUND} s"]
    except Exception as error:  # noqa: BLE001 -- that is what is looked for
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
        return [f"{type(error).__name__}: {error} ({where})"[:300]]
    finally:
        signal.alarm(0)


def main() -> int:
    """Read damaged articles; print what breaks and the counts."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=sys.maxsize)
    options = parser.parse_args()
    texts, content = seeds(), read_content(ROOT).content
    first = next((ROOT / "content" / "articles").glob("*.md"))
    for language in LANGUAGES:  # models and tables are loaded once, outside the bound
        read(first, content, language=language)
    begin, broken, number, slowest = time.monotonic(), 0, options.first, (0.0, 0)
    with tempfile.TemporaryDirectory(prefix="timeline-fuzz-") as name:
        while number < options.first + options.count and time.monotonic() < begin + options.seconds:
            data, suffix, language = article(texts, options.seed, number)
            path = Path(name) / f"input{suffix}"
            path.write_bytes(data)
            before = time.monotonic()
            for fault in dict.fromkeys(try_one(path, language, content)):
                broken += 1
                print(f"--seed {options.seed} --first {number} --count 1: {fault}", flush=True)
            slowest = max(slowest, (time.monotonic() - before, number))
            number += 1
    tried = number - options.first
    print(
        f"{tried} inputs in {time.monotonic() - begin:.0f} s, {broken} faults;"
        f" the slowest took {slowest[0]:.1f} s (--first {slowest[1]})"
    )
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
