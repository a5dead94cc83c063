"""The benchmark measures content that a site could have."""

from __future__ import annotations

import bench
import pytest

from generator.record.store import read_content


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A made-up site of whole copies of the default events."""
    root = tmp_path_factory.mktemp("site")
    return root, bench.write_site(root, 40)


def test_the_events_are_whole_copies_and_at_least_as_many_as_wanted(site) -> None:
    root, written = site
    events = read_content(root).content.events
    assert len(events) == written >= 40
    assert written % len(read_content(bench.ROOT).content.events) == 0


def test_the_made_up_records_have_no_more_problems_than_the_default_ones(site) -> None:
    root, _ = site
    codes = {problem.code for problem in read_content(root).problems}
    codes -= {"event-duplicate"}  # copies of two editions of one summit meet in one year
    assert codes <= {problem.code for problem in read_content(bench.ROOT).problems}


def test_an_event_refers_to_events_of_its_own_copy(site) -> None:
    events = read_content(site[0]).content.events
    pairs = [(event.id, other) for event in events.values() for other in event.follows]
    assert pairs
    assert all(one.rpartition("-")[2] == other.rpartition("-")[2] for one, other in pairs)


@pytest.mark.parametrize(("large", "exponent"), [(10, 1), (100, 2), (1, 0)])
def test_growth_is_the_exponent_of_the_size(large, exponent) -> None:
    assert bench.growth(1, large, 10) == pytest.approx(exponent)


def test_a_failing_command_ends_the_run_with_what_it_said(tmp_path) -> None:
    with pytest.raises(SystemExit, match="the reason"):
        bench.run("python", "-c", "raise SystemExit('the reason')", folder=tmp_path)


def test_a_command_costs_time_and_memory(tmp_path) -> None:
    cost = bench.run("python", "-c", "sum(range(10**6))", folder=tmp_path)
    assert cost.cpu > 0
    assert cost.memory > 1
