"""How the people whom a run adds are spelt."""

from __future__ import annotations

import pytest

from generator.extract.drafts.registry import Directory, Registry
from generator.extract.names.gazetteer import Kind
from generator.extract.names.naming import Mention
from generator.record.model import Content, Organisation, Person

NAME, OTHER = "Kassym Tokaiev", "Kassym Tokayev"  # they sound alike
ID = "kassym-tokaiev"


def mention(name):
    return Mention(start=0, end=len(name), kind=Kind.PERSON, name=name, key=name.casefold())


def told(*spellings, content=None):
    """Return the directory after a run that names somebody in articles of several languages."""
    directory = Directory(content or Content())
    ids = [Registry(directory, language).actor(mention(name)) for name, language in spellings]
    assert set(ids) == {ID}
    return directory


def test_a_second_spelling_in_one_language_becomes_an_alias():
    person = told((NAME, "fr"), (OTHER, "fr")).new[ID]
    assert (person.name, person.aliases) == ({"fr": NAME}, (OTHER,))


def test_a_name_in_another_language_gets_its_language():
    person = told((NAME, "fr"), (OTHER, "en")).new[ID]
    assert (person.name, person.aliases) == ({"fr": NAME, "en": OTHER}, ())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_same_spelling_is_kept_once(language):
    person = told((NAME, "fr"), (NAME, language), (NAME, "fr")).new[ID]
    assert (person.name, person.aliases) == ({"fr": NAME}, ())


def test_an_alias_is_kept_once():
    person = told((NAME, "fr"), (OTHER, "fr"), (OTHER, "fr"), (OTHER, "en")).new[ID]
    assert (person.name, person.aliases) == ({"fr": NAME}, (OTHER,))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_person_of_the_site_stays_as_the_editors_have_it(language):
    person = Person(id=ID, name={"fr": NAME})
    content = Content(people={ID: person})
    directory = told((OTHER, language), content=content)
    assert directory.new == {}
    assert content.people[ID] == person


def test_what_is_no_new_person_is_not_spelt_anew():
    directory = Directory(Content())
    body = Organisation(id="oms", name={"fr": "OMS"})
    directory.add(body)
    directory.spell("oms", "Organisation mondiale de la santé", "fr")
    directory.spell("nobody", NAME, "fr")
    assert directory.new == {"oms": body}


def test_a_forgotten_person_is_made_anew_under_the_next_spelling():
    directory = told((NAME, "fr"), (OTHER, "fr"))
    directory.forget(0)
    made = Registry(directory, "en").actor(mention(OTHER))
    assert directory.new[made].name == {"en": OTHER}
    assert list(directory.new) == [made]
