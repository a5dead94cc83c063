from generator.publish.written import written_pages


def found(uris, languages=("fr", "en")):
    return {
        page.folder + page.uri: (page.source, page.language, page.untranslated)
        for page in written_pages(uris, languages)
    }


def test_a_page_is_taken_in_the_editions_language_else_in_another_and_says_so():
    assert found(["about.md", "about.en.md", "notes.md", "help/method.en.md"]) == {
        "about.md": ("about.md", "fr", False),
        "notes.md": ("notes.md", "fr", False),
        "help/method.md": ("help/method.en.md", "en", True),
        "en/about.md": ("about.en.md", "en", False),
        "en/notes.md": ("notes.md", "fr", True),
        "en/help/method.md": ("help/method.en.md", "en", False),
    }


def test_an_ending_that_is_no_language_of_the_site_belongs_to_the_name():
    assert found(["release-1.2.md", "about.de.md"], ("fr",)) == {
        "release-1.2.md": ("release-1.2.md", "fr", False),
        "about.de.md": ("about.de.md", "fr", False),
    }


def test_the_main_language_may_be_said_as_well():
    assert found(["about.fr.md"], ("fr",)) == {"about.md": ("about.fr.md", "fr", False)}
