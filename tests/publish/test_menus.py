from dataclasses import replace

from generator.publish.edition import Phrase
from generator.publish.menus import menu_of
from generator.publish.pages import open_editions

SECTIONS = [("Frise", ""), ("Gens", "people/"), ("À propos", "about/"), ("Notes", "notes/")]


def names(edition, titles):
    return [(link.text.text, link.text.language) for link in menu_of(edition, SECTIONS, titles)]


def test_the_main_language_has_the_names_of_the_configuration(content, options):
    main, _ = open_editions(content, replace(options, languages=("fr", "en")))
    titles = {"people/": Phrase(text="Personnes")}
    assert names(main, titles) == [(label, "") for label, _ in SECTIONS]


def test_another_language_has_its_own_words_and_marks_what_it_lacks(content, options):
    _, english = open_editions(content, replace(options, languages=("fr", "en")))
    titles = {"people/": Phrase(text="People"), "about/": Phrase(text="About")}
    assert names(english, titles) == [
        (english.words("chronology.title"), ""),
        ("People", ""),
        ("About", ""),
        ("Notes", "fr"),
    ]
