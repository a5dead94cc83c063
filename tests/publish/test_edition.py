from generator.publish.edition import Phrase


def test_a_text_is_in_the_pages_language_where_there_is_one(edition):
    assert edition.phrase({"en": "Bridge", "fr": "Pont"}) == Phrase(text="Pont")


def test_another_language_is_marked_with_its_direction(edition):
    assert edition.phrase({"ar": "جسر"}) == Phrase(text="جسر", language="ar", direction="rtl")
    assert edition.phrase({"en": "Bridge"}) == Phrase(text="Bridge", language="en", direction="ltr")


def test_a_language_nobody_knows_leaves_the_direction_to_the_browser(edition):
    assert edition.phrase({"q-q": "x"}).direction == "auto"


def test_no_text_gives_the_fallback(edition):
    assert edition.phrase({}, "id") == Phrase(text="id")
    assert edition.phrase({"fr": ""}, "id") == Phrase(text="id")


def test_a_link_has_the_name_and_the_address_of_a_record(edition):
    link = edition.link("places", "lyon")
    assert (link.text.text, link.path) == ("Lyon", "places/lyon/")


def test_a_name_that_leads_nowhere_is_a_name_alone(edition):
    assert edition.link("people", "nobody").path == ""
    assert edition.subject("inconnue").text.text == "inconnue"


def test_other_languages_are_offered_only_beside_the_pages_own(edition):
    assert [item.text for item in edition.others({"fr": "a", "en": "b", "de": "c"})] == ["c", "b"]
    assert edition.others({"en": "b", "de": "c"}) == ()


def test_a_title_is_printed_as_its_language_is_and_a_source_as_it_was_read(edition):
    assert edition.name({"fr": "L'été : fin"}).text == "L’été\u00a0: fin"
    assert edition.foreign("L'été : fin", "fr").text == "L'été : fin"
