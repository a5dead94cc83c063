"""Writing a plan below a root; nothing is decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.drafts.ledger import LEDGER
from generator.extract.drafts.proposals import write_proposals
from generator.record.disk import write_text
from generator.record.store import default_path, write_record

if TYPE_CHECKING:
    from pathlib import Path

    from generator.extract.drafts.plans import Plan


def apply(plan: Plan, root: Path) -> None:
    """Write a plan below a root, each file whole or not at all.

    The ledger comes last: when the run is cut short, the articles count as not read.

    Raises:
        StoreError: a file could not be written.
    """
    from generator.record.schema import kind_of  # noqa: PLC0415

    for record in plan.records:
        path = plan.paths.get((kind_of(record).folder, record.id)) or default_path(record)
        write_record(root, record, path=path, expected=plan.digests.get(path, ""))
    for event, proposals in plan.proposals.items():
        write_proposals(root, event, proposals, plan.former.get(event, ()))
    _write_changed(root / LEDGER, plan.ledger)


def _write_changed(target: Path, text: str) -> None:
    """Write a file only when it says something else, so that its time stays."""
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        write_text(target, text)
