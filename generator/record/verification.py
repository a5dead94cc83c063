"""Every piece of evidence against the text it was taken from, and summaries against copying."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.record.passage import digest
from generator.record.standing import Standing, Verdict, verify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.record.model import Content, Event, Evidence
    from generator.record.passage import NormalisedText

MAX_SHARED_WORDS = 8  # longest run of words that a text of ours may share with its source
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One piece of evidence and what became of it."""

    event: str
    evidence: Evidence
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A run of words that a text of ours shares with its source."""

    event: str
    field: str
    source: str
    words: str


def match_texts(content: Content, files: Mapping[str, NormalisedText]) -> dict[str, NormalisedText]:
    """Find the text of each source among files that may have any name.

    Args:
        content: the records.
        files: stem of a file → its normalised text.

    Returns:
        Source id → text: the file whose hash is the source's, else the one named like it.
    """
    by_hash = {digest(text.text): text for text in files.values()}
    found = {}
    for source in content.sources.values():
        text = by_hash.get(source.hash or "") or files.get(source.id)
        if text is not None:
            found[source.id] = text
    return found


def verify_content(content: Content, texts: Mapping[str, NormalisedText]) -> tuple[Finding, ...]:
    """Return the standing of every piece of evidence, in the order of events and of evidence.

    Args:
        content: the records.
        texts: source id → the text at hand; evidence of any other source is `UNREAD`.
    """
    return tuple(
        Finding(event=event.id, evidence=item, verdict=verify(item, texts.get(item.source)))
        for event in content.events.values()
        for item in event.evidence
    )


def find_copied(content: Content, texts: Mapping[str, NormalisedText]) -> tuple[Copied, ...]:
    """Return the runs of more than `MAX_SHARED_WORDS` words that records share with a source.

    Facts carry over, sentences do not: an article that is not ours must stay where it is. Texts of
    a digest are left out, since they are ours.
    """
    runs: dict[str, dict[tuple[str, ...], int]] = {}
    found = []
    for event in content.events.values():
        for source_id in sorted({item.source for item in event.evidence}):
            source, text = content.sources.get(source_id), texts.get(source_id)
            if text is None or source is None or source.digest_of or source.rights:
                continue
            known = runs.setdefault(source_id, _runs(text.text))
            for name, own in _own_texts(event):
                run = next((run for run in _runs(own) if run in known), None)
                if run:
                    words = " ".join(run)
                    found.append(Copied(event=event.id, field=name, source=source_id, words=words))
    return tuple(found)


def _own_texts(event: Event) -> Iterator[tuple[str, str]]:
    for name in ("title", "summary", "note"):
        for language, text in getattr(event, name).items():
            yield f"{name}.{language}", text
    if event.dating:
        for language, text in event.dating.note.items():
            yield f"dating.note.{language}", text


def _runs(text: str) -> dict[tuple[str, ...], int]:
    """Return every run of one word too many, in order."""
    words = _WORD.findall(text.casefold())
    size = MAX_SHARED_WORDS + 1
    return {tuple(words[index : index + size]): index for index in range(len(words) - size + 1)}


def counts(findings: tuple[Finding, ...]) -> dict[Standing, int]:
    """Return how many findings there are of each standing, in the order of `Standing`."""
    return {
        standing: sum(finding.verdict.standing is standing for finding in findings)
        for standing in Standing
    }
