"""The extractors that are installed, by name."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from generator.errors import UsageError
from generator.extract.extractors.contract import GROUP

if TYPE_CHECKING:
    from generator.extract.extractors.contract import Extractor

RULES = "rules"
"""Name of our own rules, which are no plug-in: they are what reads when nothing is named."""


def names() -> tuple[str, ...]:
    """Return the names that `open_extractor` takes, sorted."""
    return tuple(sorted({RULES, *(point.name for point in entry_points(group=GROUP))}))


@lru_cache(maxsize=8)
def open_extractor(name: str, options: tuple[tuple[str, str], ...] = ()) -> Extractor | None:
    """Return an extractor, None for our own rules; made once in a process.

    Args:
        name: as installed.
        options: names and values, as the command line has them.

    Raises:
        UsageError: there is no such extractor, it cannot be loaded or does not know an option.
    """
    if name == RULES:
        if options:
            raise UsageError(f'"{options[0][0]}": the rules take no options; name an extractor')
        return None
    found = next((point for point in entry_points(group=GROUP) if point.name == name), None)
    if found is None:
        raise UsageError(f'no extractor "{name}" is installed; there are: {", ".join(names())}')
    try:
        factory = found.load()
    except Exception as error:
        raise UsageError(f'the extractor "{name}" cannot be loaded: {error}') from error
    extractor: Extractor = factory(dict(options))
    return extractor
