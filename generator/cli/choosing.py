"""Which proposals a command means, and how a person is shown one."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cli.terminal import ARTICLE_SUFFIXES
from generator.errors import UsageError
from generator.extract.drafts.accepting import FIELDS, said
from generator.extract.drafts.proposals import EVIDENCE, State
from generator.record.faults import did_you_mean
from generator.record.passage import digest, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.extract.drafts.proposals import Proposal
    from generator.extract.drafts.settling import Draft
    from generator.record.model import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody typed behind `timeline accept` or `timeline reject`."""

    ids: tuple[str, ...] = ()
    """Records and proposals; none means every record."""
    fields: tuple[str, ...] = ()
    everything: bool = False

    @property
    def is_exact(self) -> bool:
        """Say whether it names its proposals, so that nobody need be asked."""
        named = bool(self.ids) and all(name.startswith("p-") for name in self.ids)
        return self.everything or bool(self.fields) or named


def choose(
    drafts: Mapping[str, Draft], content: Content, asked: Asked
) -> dict[str, tuple[Proposal, ...]]:
    """Return the proposals that are meant, by record; a record without any has an empty tuple.

    A proposal that is named itself is meant even when it was rejected before.

    Raises:
        UsageError: a name is of no record and of no proposal, or a field cannot be proposed.
    """
    for field in asked.fields:
        if field.partition(".")[0] not in FIELDS:
            hint = did_you_mean(field, FIELDS) or f"Fields are {', '.join(FIELDS)}."
            raise UsageError(f"--field {field}: nothing is ever proposed for it. {hint}")
    found: dict[str, tuple[Proposal, ...]] = {}
    for name in asked.ids or drafts:
        event, proposals = _named(name, drafts, content, asked)
        known = found.get(event, ())
        found[event] = (*known, *(p for p in proposals if p not in known))
    return found


def _named(
    name: str, drafts: Mapping[str, Draft], content: Content, asked: Asked
) -> tuple[str, tuple[Proposal, ...]]:
    events = content.events
    event = next((e.id for e in events.values() if name in e.formerly and name not in events), name)
    if event in drafts:
        return event, tuple(p for p in drafts[event].proposals if _is_meant(p, asked))
    if event in events:
        return event, ()
    for draft in drafts.values():
        for proposal in draft.proposals:
            if proposal.id == name:
                return draft.event, (proposal,)
    known = (*drafts, *events)
    hint = did_you_mean(name, known) or "timeline accept --list names what there is."
    raise UsageError(f"{name}: is no record and no proposal. {hint}")


def _is_meant(proposal: Proposal, asked: Asked) -> bool:
    head = proposal.field.partition(".")[0]
    wanted = not asked.fields or proposal.field in asked.fields or head in asked.fields
    return wanted and proposal.state is State.OPEN


def describe(proposal: Proposal, draft: Draft, content: Content, root: Path) -> Iterator[str]:
    """Yield the lines that show a proposal: what is, what would be, and the words that say so."""
    event = content.events.get(draft.event)
    now = said(event, proposal.field) if event else None
    yield f"{draft.event}: {proposal.field} ({proposal.id})"
    if proposal.field == EVIDENCE:
        yield f"  adds       a source for {proposal.value}"
    else:
        yield f"  now        {_with_name(now, content)}"
        yield f"  proposed   {_with_name(proposal.value, content)}"
    if proposal.says:
        told = ", ".join(f"{field}: {text}" for field, text in proposal.says.items())
        yield f"  which says {told}"
    if not draft.path:
        yield "  record     deleted: it can only be rejected"
    elif now not in {proposal.found, proposal.value} and proposal.field != EVIDENCE:
        yield f"  changed    it said {proposal.found or 'nothing'} when this was proposed"
    yield f"  passage    {_passage(proposal, root)}"
    source = content.sources.get(proposal.source)
    yield f"  source     {proposal.source}" + (f', "{source.title}"' if source else "")


def _with_name(value: str | None, content: Content) -> str:
    """Return a value with the name of the record that it is the id of."""
    if value is None:
        return "nothing"
    for records in (content.people, content.organisations, content.places):
        if value in records:
            return f"{value} ({next(iter(records[value].name.values()))})"
    return value


def _passage(proposal: Proposal, root: Path) -> str:
    """Return the passage, whole where the article is at hand, else its first and last words."""
    folder = root / "content" / "articles"
    for place in (folder, folder / "private"):
        for suffix in ARTICLE_SUFFIXES:
            text = _read(place / f"{proposal.source}{suffix}")
            passage = normalise(text).text[proposal.at[0] : proposal.at[1]]
            if passage and digest(passage) == proposal.hash:
                return f'"{passage}"'
    ends = proposal.from_, proposal.to
    return f'"{proposal.from_}"' if ends[0] == ends[1] else '"{} … {}"'.format(*ends)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""  # shown for convenience only: its ends are shown instead


def render_diff(draft: Draft) -> Iterator[str]:
    """Yield the lines of a unified diff of a record's file."""
    before, after = draft.before.splitlines(), draft.text.splitlines()
    names = f"a/{draft.path}", f"b/{draft.path}"
    yield from difflib.unified_diff(before, after, *names, lineterm="")
