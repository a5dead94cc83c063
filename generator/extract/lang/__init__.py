"""The words and rules of each language, as data: one package a language, one module a consumer.

`generator/extract/lang/<tag>/<section>.py` defines one constant, ``DATA``, of the frozen dataclass
that the consumer of that section declares. A new language is a new folder; no code changes.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any


def languages(section: str) -> tuple[str, ...]:
    """Return the tags of the languages that have a section, sorted."""
    from pkgutil import iter_modules  # noqa: PLC0415 -- only the error path lists languages

    tags = sorted(module.name for module in iter_modules(__path__) if module.ispkg)
    return tuple(tag for tag in tags if find_spec(f"{__name__}.{tag}.{section}"))


@cache
def load(language: str, section: str) -> Any:  # noqa: ANN401 -- each section has its own type
    """Return the data of one section of one language.

    Args:
        language: BCP 47 tag; only its primary part counts (``fr-CA`` reads ``fr``).
        section: ``dates``, ``figures``, ``residue``, ``events`` or ``names``.

    Raises:
        KeyError: that language has no such section; `languages` tells which do.
    """
    name = f"{__name__}.{language.split('-', maxsplit=1)[0].lower()}.{section}"
    try:
        module = import_module(name)
    except ModuleNotFoundError as error:
        raise KeyError(f"{language}: no {section}; there are {languages(section)}") from error
    return module.DATA
