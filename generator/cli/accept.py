"""`timeline accept` and `timeline reject`: a person's answers to what the extractor proposes."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import count, examples, is_terminal, load, warn
from generator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import Any

    from generator.cli.choosing import Asked
    from generator.extract.drafts.proposals import Proposal
    from generator.extract.drafts.settling import Draft, Reply
    from generator.record.model import Content

    Settle = Callable[[Draft, tuple[Proposal, ...], Content], Draft]

_KEYS = "[y]es, [n]o and never again, [s]kip for now, [q]uit"
_SAY_WHICH = (
    "there is no terminal to ask on: say which proposals, by --field, by name (p-…) or by --all; "
    "--list shows them"
)


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what both commands can be told."""
    fields = "date, place, participants, organisations, evidence"
    for add in (
        click.option("--dry-run", is_flag=True, help="Print what would change, write nothing."),
        click.option("--list", "listed", is_flag=True, help="Print what is proposed, ask nothing."),
        click.option("--all", "everything", is_flag=True, help="All of them, without asking."),
        click.option("--field", "fields", multiple=True, help=f"Only for a field: {fields}."),
        click.argument("ids", nargs=-1, metavar="[ID]..."),
    ):
        function = add(function)
    return function


@click.command()
@_options
@click.option("--force", is_flag=True, help="Even where the field has changed since.")
@click.pass_obj
@examples(
    "timeline accept",
    "timeline accept --list",
    "timeline accept sommet-astana-2025 --field date --dry-run",
    "timeline accept p-1f2e3d4c",
)
def accept(root: Path, *, force: bool, **told: Any) -> None:  # noqa: ANN401 -- what `_options` adds
    """Take what is proposed into the records; on a terminal, ask for each proposal.

    ID is a record or a proposal (p-…); without one, every record is meant.
    """
    from generator.extract.drafts.settling import accept_all

    def settle(draft: Draft, chosen: tuple[Proposal, ...], content: Content) -> Draft:
        return accept_all(draft, chosen, content, force=force)

    _answer(root, settle, **told)


@click.command()
@_options
@click.pass_obj
@examples(
    "timeline reject --list",
    "timeline reject sommet-astana-2025 --field participants.ada-quist",
    "timeline reject p-1f2e3d4c",
)
def reject(root: Path, **told: Any) -> None:  # noqa: ANN401 -- what `_options` adds
    """Turn proposals down for good; on a terminal, ask for each one.

    ID is a record or a proposal (p-…); without one, every record is meant.
    """
    from generator.extract.drafts import settling

    def settle(draft: Draft, chosen: tuple[Proposal, ...], _content: Content) -> Draft:
        return settling.reject(draft, chosen)

    _answer(root, settle, **told)


def _answer(  # noqa: PLR0913 -- one parameter for each option
    root: Path,
    settle: Settle,
    *,
    ids: tuple[str, ...],
    fields: tuple[str, ...],
    everything: bool,
    listed: bool,
    dry_run: bool,
) -> None:
    from generator.cli.choosing import Asked

    asked = Asked(ids=ids, fields=fields, everything=everything)
    if listed:
        _list(root, asked)
    elif dry_run:
        _preview(root, asked, settle)
    elif asked.is_exact:
        _settle(root, asked, settle)
    elif is_terminal():
        _ask(root, asked)
    else:
        raise UsageError(_SAY_WHICH)


def _list(root: Path, asked: Asked) -> None:
    from generator.cli.choosing import choose, describe
    from generator.extract.drafts.settling import open_drafts

    loaded = load(root)
    drafts = open_drafts(root, loaded)
    chosen = choose(drafts, loaded.content, asked)
    for event, proposals in chosen.items():
        for proposal in proposals:
            click.echo("\n".join(describe(proposal, drafts[event], loaded.content, root)))
    records = sum(bool(proposals) for proposals in chosen.values())
    total = sum(map(len, chosen.values()))
    click.echo(f"{count(total, 'proposal')} for {count(records, 'record')}")


def _preview(root: Path, asked: Asked, settle: Settle) -> None:
    from generator.cli.choosing import choose, render_diff
    from generator.extract.drafts.settling import open_drafts

    loaded = load(root)
    drafts = open_drafts(root, loaded)
    replies: list[Reply] = []
    for event, proposals in choose(drafts, loaded.content, asked).items():
        if proposals:
            settled = settle(drafts[event], proposals, loaded.content)
            for line in render_diff(settled):
                click.echo(line)
            replies += settled.replies
    _report(replies)
    click.echo("Nothing was written.")
    _exit(replies, asked)


def _settle(root: Path, asked: Asked, settle: Settle) -> None:
    from generator.cli.choosing import choose
    from generator.extract.drafts.settling import open_drafts, write_settled
    from generator.record.disk import writing

    replies: list[Reply] = []
    with writing(root, warn):
        loaded = load(root)
        drafts = open_drafts(root, loaded)
        for event, proposals in choose(drafts, loaded.content, asked).items():
            if proposals:
                settled = settle(drafts[event], proposals, loaded.content)
                write_settled(root, settled)
                _report(settled.replies)
                replies += settled.replies
    _sum_up(replies)
    _exit(replies, asked)


def _report(replies: Iterable[Reply]) -> None:
    """Print what became of each proposal; what was not done goes to the error stream."""
    from generator.extract.drafts.accepting import SINGLE
    from generator.extract.drafts.settling import DONE

    for reply in replies:
        proposal = reply.proposal
        change = f" {proposal.found or 'nothing'} → {proposal.value}"
        change = change if proposal.field in SINGLE else ""
        line = f"{reply.answer}: {proposal.event}: {proposal.field}{change} ({proposal.id})"
        click.echo(f"{line}: {reply.why}" if reply.why else line, err=reply.answer not in DONE)


def _sum_up(replies: list[Reply]) -> None:
    from generator.extract.drafts.settling import Answer

    tally = Counter(reply.answer for reply in replies)
    click.echo(
        ", ".join(f"{tally[answer]} {answer}" for answer in Answer if tally[answer])
        or "Nothing is proposed."
    )
    if tally[Answer.ACCEPTED]:
        click.echo("Next: look at the records with git diff, then timeline check.")


def _exit(replies: list[Reply], asked: Asked) -> None:
    """Exit 1 when something that was asked for was not done."""
    from generator.extract.drafts.settling import DONE

    if any(reply.answer not in DONE for reply in replies):
        sys.exit(1)
    if not replies and asked.fields:
        warn(f"Nothing is proposed for {', '.join(asked.fields)}.")
        sys.exit(1)


# ------------------------------------------------------------------ on a terminal


def _ask(root: Path, asked: Asked) -> None:
    """Show each proposal and do at once what is answered; nothing is held while somebody thinks."""
    from generator.cli.choosing import choose, describe
    from generator.extract.drafts.settling import open_drafts

    loaded = load(root)
    drafts = open_drafts(root, loaded)
    chosen = choose(drafts, loaded.content, asked)
    queue = [(drafts[event], p) for event, found in chosen.items() for p in found]
    replies: list[Reply] = []
    for number, (draft, proposal) in enumerate(queue, start=1):
        click.echo(f"\n{number} of {len(queue)}")
        click.echo("\n".join(describe(proposal, draft, loaded.content, root)))
        key = click.prompt(f"Accept? {_KEYS}", type=click.Choice("ynsq"), show_choices=False)
        if key == "q":
            break
        if key != "s":
            replies += _do(root, draft, proposal, accepted=key == "y")
    _sum_up(replies)


def _do(root: Path, shown: Draft, proposal: Proposal, *, accepted: bool) -> tuple[Reply, ...]:
    """Answer one proposal, in the record as it is by now."""
    from generator.extract.drafts.settling import accept_all, open_drafts, reject, write_settled
    from generator.record.disk import writing

    with writing(root, warn):
        loaded = load(root)
        draft = open_drafts(root, loaded).get(shown.event)
        if draft is None or proposal not in draft.proposals:
            warn("It has been answered or withdrawn in the meantime.")
            return ()
        same = draft.before == shown.before  # then the change, if any, was on the screen
        if accepted:
            settled = accept_all(draft, (proposal,), loaded.content, force=same)
        else:
            settled = reject(draft, (proposal,))
        write_settled(root, settled)
    _report(settled.replies)
    return settled.replies
