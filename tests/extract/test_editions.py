"""The edition that a title of a record says."""

from __future__ import annotations

import pytest

from generator.extract.drafts.editions import edition_of
from generator.record.model import Event


@pytest.mark.parametrize(
    ("title", "edition"),
    [
        ({"fr": "Troisième sommet de l'OMS à Genève"}, 3),
        ({"fr": "24e sommet de l'OCS"}, 24),
        ({"en": "Second summit of Central Asia"}, 2),
        ({"fr": "Troisième sommet", "en": "Third summit"}, 3),
        ({"fr": "Troisième sommet", "en": "Fourth summit"}, None),
        ({"fr": "Sommet de l'OMS"}, None),
        ({"fr": "Premier ministre malade : le sommet est reporté"}, None),
        ({"fr": "Sommet à Genève, troisième jour"}, None),
        ({"tlh": "wa'"}, None),
        ({"fr": ""}, None),
    ],
)
def test_the_number_before_the_noun_is_the_edition(title, edition):
    assert edition == edition_of(Event(id="x", title=title))
