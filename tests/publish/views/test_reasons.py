"""How we know: a reason for every statement, in both languages, that opens without a script."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from generator.publish.catalogue import build_catalogue
from generator.publish.edition import TEMPLATES, Edition
from generator.publish.pages import render_site
from generator.publish.views.event import view_event
from generator.publish.views.reasons import view_reason
from generator.publish.wording import read_wording
from generator.record.model import Basis, Dating

ROOT = Path(__file__).parents[3]


def edition_in(language, content, options):
    words = read_wording(TEMPLATES / "words", language)
    return Edition(catalogue=build_catalogue(content), words=words, options=options)


def test_a_resolved_date_tells_what_it_was_counted_from(content, edition):
    reason = view_reason("date", content.events["conseil-lyon"], edition)
    assert "calculée" in reason.basis
    assert reason.anchor == "5 mars 2024"
    assert len(reason.sources) == 3


@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_basis_has_its_own_sentence_in_both_languages(content, options, basis, language):
    lyon = content.events["conseil-lyon"]
    changed = replace(lyon, dating=Dating(basis=basis), basis={"place": str(basis)})
    edition = edition_in(language, content, options)
    for path in ("date", "place"):
        found = view_reason(path, changed, edition).basis
        others = {
            view_reason(
                path, replace(lyon, dating=Dating(basis=b), basis={"place": str(b)}), edition
            ).basis
            for b in Basis
            if b is not basis
        }
        assert found.endswith(".")
        assert found not in others


def test_what_no_passage_supports_is_said_to_be_so(content, edition):
    reason = view_reason("place", content.events["fete-annulee"], edition)
    assert (reason.basis, reason.sources) == ("Aucun passage ne l’établit encore.", ())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_rule_that_reads_dates_has_words(language):
    listed = (ROOT / "docs/dates.md").read_text(encoding="utf-8")
    rules = set(re.findall(r"^\| `([a-z-]+)` \|", listed, re.MULTILINE))
    words = read_wording(TEMPLATES / "words", language)
    assert len(rules) > 50
    assert sorted(rule for rule in rules if words.label("rule", rule) == rule) == []


def test_each_claim_has_a_reason_behind_a_question_that_needs_no_script(content, options):
    page = next(
        page for page in render_site(content, options) if page.path == "events/conseil-lyon/"
    )
    tree = lxml.html.fromstring(page.html)
    claims = tree.xpath("//li[contains(@class, 'claim__name')]")
    assert claims
    for claim in claims:
        (details,) = claim.xpath("./details")
        assert details.get("open") is None
        asks = details.xpath("./summary")[0].text_content().replace("\xa0", " ")
        assert asks.startswith("Comment le savons-nous ?")
        assert details.xpath(".//p")[0].text_content()
    asked = [
        node.text_content().split()
        for node in tree.xpath("//summary")
        if "why__ask" in node.get("class", "")
    ]
    assert len({tuple(words) for words in asked}) > len(asked) / 2  # told apart when read aloud


def test_the_date_has_its_reason_beside_it(content, edition):
    view = view_event(content.events["conseil-lyon"], edition)
    assert view.date_reason == view_reason("date", content.events["conseil-lyon"], edition)
    assert view_event(content.events["rumeur"], edition).date_reason is None
