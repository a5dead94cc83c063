"""Every source's value is in the series, drawn as it is told."""

from dataclasses import replace

import pytest

from generator.publish.pages import open_edition
from generator.publish.views.chart import values_of, view_chart
from generator.publish.views.indicator import view_indicator
from generator.record.model import Bound


@pytest.fixture
def disputed(content, options):
    """Return an edition in which one source gives another value."""
    lyon = content.events["conseil-lyon"]
    proof = tuple(
        replace(item, says={**item.says, "figures.budget": "91000000000"})
        if item.source == "journal"
        else item
        for item in lyon.evidence
    )
    return open_edition(
        replace(content, events={**content.events, lyon.id: replace(lyon, evidence=proof)}), options
    )


def test_what_another_source_says_is_a_value_of_its_own(disputed, content):
    own, other, paris = values_of("budget", disputed)
    assert (own.number, own.other, [item.source for item in own.evidence]) == (
        94_800_000_000, False, ["digest"],
    )  # fmt: skip
    assert (other.number, other.other, [item.source for item in other.evidence]) == (
        91_000_000_000, True, ["journal"],
    )  # fmt: skip
    assert paris.event.id == "conseil-paris"
    rows = view_indicator(content.indicators["budget"], disputed).rows
    assert [row.other for row in rows] == [False, True, False]
    assert rows[1].amount == "91 milliards d’euros"


def test_each_value_has_a_sign_and_the_legend_has_those_that_are_there(disputed):
    chart = view_chart(values_of("budget", disputed), disputed)
    assert [bar.sign for bar in chart.bars] == ["more-than", "other", "about"]
    assert chart.signs == ("about", "more-than", "other")
    assert "selon une autre source" in chart.bars[1].label


def test_a_value_leads_to_its_row(disputed, content):
    view = view_indicator(content.indicators["budget"], disputed)
    anchors = [row.anchor for row in view.rows]
    assert [bar.anchor for bar in view.chart.bars] == anchors
    assert len(set(anchors)) == 3


def test_about_is_a_band_and_a_limit_is_open_on_one_side(edition):
    more, about = (bar.bar for bar in view_chart(values_of("budget", edition), edition).bars)
    assert more.top < more.y == more.bottom
    assert about.top < about.y < about.bottom


@pytest.mark.parametrize("text", ["", "viele", "nan", "1e999"])
def test_what_is_no_number_is_no_value_on_the_chart(content, options, text):
    lyon = content.events["conseil-lyon"]
    proof = tuple(replace(item, says={"figures.budget": text}) for item in lyon.evidence)
    changed = {**content.events, lyon.id: replace(lyon, evidence=proof)}
    edition = open_edition(replace(content, events=changed), options)
    chart = view_chart(values_of("budget", edition), edition)
    assert [bar.sign for bar in chart.bars] == ["more-than", "about"]


def test_a_value_below_a_limit_is_drawn_downwards(content, options):
    paris = content.events["conseil-paris"]
    figures = tuple(replace(item, bound=Bound.LESS_THAN) for item in paris.figures)
    changed = {**content.events, paris.id: replace(paris, figures=figures)}
    edition = open_edition(replace(content, events=changed), options)
    less = view_chart(values_of("budget", edition), edition).bars[1]
    assert less.sign == "less-than"
    assert less.bar.top == less.bar.y < less.bar.bottom
