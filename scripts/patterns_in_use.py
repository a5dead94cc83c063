"""Print every regular expression that reading compiles, and how it is applied, as JSON.

python scripts/patterns_in_use.py > patterns.json

A process of its own: what a module compiles when it is loaded is seen only by who is there before.
Articles in four languages are read, and the same without any stop, so that what is compiled on
demand is compiled and what can be handed a long text is.
"""

from __future__ import annotations

import functools
import json
import re
import sys
import tempfile
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).resolve().parents[1]
OWN = str(ROOT / "generator")
LANGUAGES = ("fr", "en", "de", "es")
SECTIONS = ("dates", "figures", "residue", "names", "events", "sentences", "wording", "relations")
UNSTOPPED = 20_000  # code points of an article without a stop

TRIED_AT_A_PLACE = ("match", "fullmatch")
METHODS = (*TRIED_AT_A_PLACE, "search", "finditer", "findall", "sub", "subn", "split")
REPLACING = ("sub", "subn")  # the text is their second argument
FLAGS_AT = {"sub": 3, "subn": 3, "split": 2, "compile": 0}

_compile = re.compile
_SPECIAL = _compile(r"[\\|(\[*+?{]")
_SHIFT = _compile(r"[A-Z]+[+-]\d+")


class Use:
    """A compiled pattern that writes down what is asked of it."""

    def __init__(self, pattern: re.Pattern[str], where: str) -> None:
        """Take a pattern and the line of the code that compiles it."""
        self._pattern = pattern
        self._where = where
        self._sought = False
        self._longest = 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- what the pattern has
        """Return what the pattern has; a method writes down that it was called, and for what."""
        found = getattr(self._pattern, name)
        return functools.partial(self._noted, name, found) if name in METHODS else found

    def _noted(self, name: str, method: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        text, *bounds = args[1:2] if name in REPLACING else args
        start, end = (*bounds, 0, len(text))[:2] if len(bounds) != 1 else (bounds[0], len(text))
        if name == "split":
            start, end = 0, len(text)
        self._longest = max(self._longest, min(end, len(text)) - start)
        self._sought = self._sought or name not in TRIED_AT_A_PLACE
        return method(*args, **kwargs)

    def told(self) -> dict[str, Any]:
        """Return what was seen."""
        return {
            "pattern": self._pattern.pattern,
            "flags": self._pattern.flags,
            "sought": self._sought,
            "longest": self._longest,
            "where": self._where,
        }


uses: dict[tuple[str, int], Use] = {}


def watch() -> None:
    """Let the module re write down what this project compiles."""
    for name in (*METHODS, "compile"):
        setattr(re, name, _watched(name, getattr(re, name)))


def _watched(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def watching(pattern: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        code = sys._getframe(1)  # noqa: SLF001 -- who asks decides
        file = code.f_code.co_filename
        if isinstance(pattern, Use):
            return getattr(pattern, name)(*args, **kwargs)
        if not file.startswith(OWN) or isinstance(pattern, bytes):
            return function(pattern, *args, **kwargs)
        at = FLAGS_AT.get(name, 1)
        flags = kwargs.pop("flags", args[at] if len(args) > at else 0)
        compiled = _compile(pattern, flags)
        key = (compiled.pattern, compiled.flags)
        where = f"{Path(file).relative_to(ROOT)}:{code.f_lineno}"
        use = uses.setdefault(key, Use(compiled, where))
        return use if name == "compile" else getattr(use, name)(*args[:at], **kwargs)

    return watching


def texts_in(value: object) -> Iterable[str]:
    """Yield the strings in language data."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from texts_in((*value, *value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from texts_in(part)


def read_articles() -> None:
    """Read the marked articles of each language, and all of them without a stop."""
    from generator.extract.reading import read  # noqa: PLC0415 -- after the watch is set
    from generator.record.store import read_content  # noqa: PLC0415

    content = read_content(ROOT).content
    with tempfile.TemporaryDirectory(prefix="timeline-patterns-") as name:
        for language in LANGUAGES:
            paths = sorted((ROOT / "tests" / "quality" / language).glob("*.txt"))
            text = " ".join(path.read_text(encoding="utf-8") for path in paths)
            unstopped = Path(name) / f"{language}.txt"
            endless = " ".join(_compile(r"[\s.!?:;]+").split(text))[:UNSTOPPED]
            unstopped.write_text(endless, encoding="utf-8")
            for path in (*paths, unstopped):
                read(path, content, language=language)


def _is_expression(text: str) -> bool:
    """Say whether a word of the data may be an expression: "W+0" is the next week."""
    return bool(_SPECIAL.search(text)) and not _SHIFT.fullmatch(text)


def not_compiled() -> list[dict[str, Any]]:
    """Return the expressions of the language data that no article led to, each on its own."""
    from generator.extract import lang  # noqa: PLC0415 -- after the watch is set

    compiled, found = "\n".join(pattern for pattern, _ in uses), {}
    for language in LANGUAGES:
        for section in (s for s in SECTIONS if language in lang.languages(s)):
            for text in texts_in(lang.load(language, section)):
                if _is_expression(text) and text not in compiled:
                    try:
                        pattern = _compile(text, re.IGNORECASE)
                    except re.error:
                        continue  # "(" is a sign there, no expression
                    use = Use(pattern, f"{language}/{section}.py, alone").told()
                    found[text] = {**use, "sought": True, "longest": sys.maxsize}
    return list(found.values())


def main() -> None:
    """Read, then print what was compiled."""
    watch()
    read_articles()
    used = [use.told() for use in uses.values()]
    json.dump([*used, *not_compiled()], sys.stdout)


if __name__ == "__main__":
    main()
