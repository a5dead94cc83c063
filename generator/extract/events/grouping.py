"""Which tellings are of one event: each joins the group that it is likest to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.extract.events.likeness import GATHERED, can_be_one, likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.extract.events.tellings import Telling
    from generator.record.edtf import Edtf

WORTH = -2.5  # score below which a clause is not looked at again
JOINS = -0.5  # likeness from which a telling joins a group: two records of one event help nobody
CARRIES = -1.0  # score from which a telling gives its event a date, a place and actors
MAX_OPEN = 16  # groups that a telling is compared with: the latest, and as many of the lead
MAX_TOLD = 8  # tellings of a group, the first ones, that a further one is compared with


@dataclass(slots=True, eq=False)
class Group:
    """Tellings of one event."""

    published: Edtf | None
    tellings: list[Telling] = field(default_factory=list)
    score: float = 0.0
    """How sure it is an event: 0 when it is as likely as not."""
    prominent: bool = False
    """Whether the headline or the lead tells it."""

    def add(self, *tellings: Telling) -> Group:
        """Add tellings of the same event; return the group."""
        for telling in tellings:
            self.tellings.append(telling)
            self.prominent = self.prominent or telling.headline or telling.lead
        return self

    @property
    def told(self) -> list[Telling]:
        """Return the tellings that a further one is compared with."""
        return self.tellings[:MAX_TOLD]

    @property
    def best(self) -> Telling:
        """Return the telling that is surest to tell an event."""
        return max(self.tellings, key=lambda telling: telling.score)

    @property
    def opens(self) -> bool:
        """Say whether the headline or the first sentence after it tells it."""
        return any(t.rank <= 0 for t in self.tellings)

    def dates(self) -> list[Edtf]:
        """Return the dates its tellings give."""
        return [t.date for t in self.told if t.date]

    def keys(self) -> frozenset[str]:
        """Return the keys of all who act in it."""
        return frozenset(key for t in self.told for key in t.who)


def group_tellings(
    tellings: Iterable[Telling],
    published: Edtf | None,
    text: str,
    alike: Callable[[Telling, Telling, str], float] = likeness,
) -> list[Group]:
    """Bring the tellings of one event together.

    Args:
        tellings: in the order of the text; those that are surely of no event are left out.
        published: date of publication.
        text: of the article.
        alike: how likely two tellings are of one event.
    """
    groups: list[Group] = []
    for telling in tellings:
        if telling.score < WORTH:
            continue
        group = _home(telling, groups, text, alike)
        if group:
            group.add(telling)
        else:
            groups.append(Group(published).add(telling))
    return groups


def _home(
    telling: Telling,
    groups: list[Group],
    text: str,
    alike: Callable[[Telling, Telling, str], float],
) -> Group | None:
    """Return the likest group; None where none is like enough."""
    best, degree = None, JOINS
    early = groups[:MAX_OPEN]
    for group in (*early, *groups[max(len(early), len(groups) - MAX_OPEN) :]):
        if all(can_be_one(telling, other) for other in group.told):
            fits = [alike(telling, other, text) for other in group.told]
            fit = (max(fits) + sum(fits) / len(fits)) / 2
            if fit > degree:
                best, degree = group, fit
    return best or _pointed_at(telling, groups)


def _pointed_at(telling: Telling, groups: list[Group]) -> Group | None:
    """Return the one gathering so far, when a telling points back: "le sommet", "the talks".

    What is said to be another one, or has a day of its own, points at nothing. Only gatherings are
    named again like this; of deaths or agreements an article tells several in the same words.
    """
    if not telling.pointing or telling.type not in GATHERED:
        return None
    if telling.another or telling.timex is not None:
        return None
    found = [
        group
        for group in groups
        if group.best.type in GATHERED and all(can_be_one(telling, other) for other in group.told)
    ]
    return found[0] if len(found) == 1 else None
