"""The answer of a chat server as proposals; what has another form is kept as unreadable."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.extract.extractors.chat_server import ServerError
from generator.extract.extractors.contract import Proposal, ProposedEvent, ProposedFigure, Quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    T = TypeVar("T")

MAX_PROPOSED = 200  # events and figures of one answer; the longest articles have some fifty
LARGEST = 10**18  # of a figure; above it a float has lost more than rounding
_FENCE = re.compile(r"```(?:json)?\s*\n(.*?)```", re.DOTALL)


def read_answer(body: str) -> Proposal:
    """Return what a server proposes.

    Args:
        body: the text of its answer, ``{"choices": [{"message": {"content": "…"}}]}``.

    Raises:
        ServerError: it is no answer to a chat.
    """
    try:
        said = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise ServerError("the server's answer is none to a chat: is the address right?") from error
    found = _object(said) if isinstance(said, str) else None
    if found is None:
        return Proposal(unreadable=(_line(said),))
    unreadable: list[str] = []
    return Proposal(
        events=tuple(_each(found.get("events"), _event, unreadable)),
        figures=tuple(_each(found.get("figures"), _figure, unreadable)),
        unreadable=tuple(unreadable),
    )


def _object(said: str) -> dict[str, Any] | None:
    """Return the JSON object of a message, also from inside a fence or between two sentences."""
    fenced = _FENCE.search(said)
    bare = said[said.find("{") : said.rfind("}") + 1]
    for text in (said, fenced[1] if fenced else "", bare):
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            return found
    return None


def _each(found: object, read: Callable[[object], T | None], unreadable: list[str]) -> Iterator[T]:
    items = found if isinstance(found, list) else [] if found is None else [found]
    for item in items[:MAX_PROPOSED]:
        proposed = read(item)
        if proposed is None:
            unreadable.append(_line(item))
        else:
            yield proposed
    if len(items) > MAX_PROPOSED:
        unreadable.append(f"{len(items) - MAX_PROPOSED} more")


def _event(item: object) -> ProposedEvent | None:
    if not isinstance(item, dict) or not _is_text(item.get("quote")):
        return None
    return ProposedEvent(
        quote=item["quote"],
        type=str(item.get("type")),
        status=str(item.get("status")),
        main=item.get("main") is True,
        date=_quoted(item.get("date")),
        place=_quoted(item.get("place")),
        participants=_several(item.get("participants")),
        organisations=_several(item.get("organisations")),
    )


def _figure(item: object) -> ProposedFigure | None:
    if not isinstance(item, dict) or not _is_text(item.get("quote")):
        return None
    value = item.get("value")
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < LARGEST:
        return None
    return ProposedFigure(quote=item["quote"], value=value, unit=str(item.get("unit", "")))


def _several(items: object) -> tuple[Quoted, ...]:
    found = [_quoted(item) for item in items[:MAX_PROPOSED]] if isinstance(items, list) else []
    return tuple(quoted for quoted in found if quoted)


def _quoted(item: object) -> Quoted | None:
    """Return a value with its quote; one without a quote has an empty one, which proves nothing."""
    if item is None:
        return None
    if not isinstance(item, dict):
        return Quoted(value=str(item), quote="")
    if not item.get("value"):
        return None
    return Quoted(value=str(item["value"]), quote=str(item.get("quote") or ""))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _line(item: object) -> str:
    return " ".join(str(item).split())
