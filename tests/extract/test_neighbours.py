"""No pair that could be one event goes uncompared, and crowds do not cost their square."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.extract.drafts import merge as merging
from generator.extract.drafts.merge import ENOUGH_TO_ASK, Profile, compare, merge
from generator.extract.drafts.neighbours import MOST_NEAR, Neighbours
from generator.record.edtf import parse_edtf
from generator.record.model import EventType

DATES = [
    None,
    "2024",
    "2024-05",
    "2024-05-31",
    "2024-05-31~",
    "2024-06-01",
    "2024-06-01/2024-06-04",
    "2023-01-01/2025-12-31",
    "XXXX-06-01",
    "2021-02-03/..",
]
names = st.frozensets(st.sampled_from("abc"), max_size=2)
profiles = st.builds(
    Profile,
    type=st.sampled_from([EventType.SUMMIT, EventType.MEETING]),
    date=st.sampled_from(DATES).map(lambda text: parse_edtf(text) if text else None),
    guessed=st.booleans(),
    country=st.sampled_from([None, "FR", "ML"]),
    city=st.sampled_from([None, "paris", "bamako"]),
    people=names,
    states=names,
    organisations=names,
    series=names,
    edition=st.sampled_from([None, 1, 2]),
)


@given(st.lists(profiles, min_size=2, max_size=6))
def test_two_reports_with_enough_points_to_ask_are_neighbours(reports: list[Profile]) -> None:
    neighbours = Neighbours(enumerate(reports))
    for (_, one), (number, other) in combinations(enumerate(reports), 2):
        if compare(one, other, same_news=True).points >= ENOUGH_TO_ASK:
            assert number in neighbours.near(one)


def test_a_crowd_is_compared_with_its_nearest_only(monkeypatch) -> None:
    compared = []

    def counted(one, other, **signs):
        compared.append((one, other))
        return compare(one, other, **signs)

    monkeypatch.setattr(merging, "compare", counted)

    def work(size: int) -> int:
        compared.clear()
        days = (f"2024-{day % 12 + 1:02}-{day // 12 % 28 + 1:02}" for day in range(size))
        merge([[Profile(type=EventType.VISIT, date=parse_edtf(d), country="FR")] for d in days])
        return len(compared)

    assert work(800) <= 800 * 2 * 2 * 2 * MOST_NEAR  # two keys, two sides, two rounds
    assert work(1600) <= 2.2 * work(800)


def test_one_event_told_by_a_crowd_is_one() -> None:
    report = Profile(
        type=EventType.SUMMIT, date=parse_edtf("2024-07-03"), country="KZ", city="astana"
    )
    (event,) = merge([[report]] * (4 * MOST_NEAR)).events
    assert len(event) == 4 * MOST_NEAR
