from __future__ import annotations

from itertools import pairwise

import pytest

from generator.errors import ArticleError
from generator.extract.article.files import MAX_BYTES
from generator.extract.article.reader import MAX_CHARACTERS, MAX_LINES, read_article
from generator.record.edtf import parse_edtf

TEXT = """Accueil
Politique
Sport
Le pont de Brel rouvre mardi
Par Jeanne Morel
Publié le 3 juillet 2024 à 10:30
Le pont de Brel rouvrira mardi après deux ans de travaux, a annoncé la mairie de la ville.
Lire aussi : Brel, une ville coupée en deux
Les travaux du pont ont coûté 12 millions d'euros à la ville de Brel.
Commentaires (3)
"""


@pytest.fixture
def write(tmp_path):
    def write_file(name: str, content: str | bytes):
        path = tmp_path / name
        data = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(data)
        return path

    return write_file


def _words(article, spans) -> list[str]:
    return [span.of(article.text) for span in spans]


def test_a_text_is_told_from_what_stands_around_it(write):
    article = read_article(write("a.txt", TEXT))
    assert article.title == "Le pont de Brel rouvre mardi"
    assert article.author == "Jeanne Morel"
    assert article.published == parse_edtf("2024-07-03")
    assert article.language == "fr"
    assert _words(article, article.residue) == [
        "Accueil\nPolitique\nSport",
        "Lire aussi : Brel, une ville coupée en deux",
        "Commentaires (3)",
    ]
    assert [words.split()[0] for words in _words(article, article.paragraphs)] == [
        "Le",
        "Le",
        "Les",
    ]


def test_the_headline_is_among_the_paragraphs_once(write):
    article = read_article(
        write("a.txt", TEXT.replace("Par Jeanne", "Le pont de Brel rouvre mardi\nPar Jeanne"))
    )
    assert article.paragraphs[0] == article.title_span
    assert _words(article, article.paragraphs).count(article.title) == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_offsets_of_a_text_are_those_of_the_file(write, newline):
    path = write("a.txt", "\ufeff" + TEXT.replace("\n", newline))
    with path.open(encoding="utf-8", newline="") as file:
        raw = file.read()
    article = read_article(path)
    assert article.raw == raw
    for span in (*article.paragraphs, *article.residue, *article.furniture):
        start, end = article.to_raw(span.start, span.end)
        assert raw[start:end] == span.of(article.text)


def test_parts_do_not_overlap_and_hold_every_letter(write):
    article = read_article(write("a.txt", TEXT))
    spans = sorted((*article.paragraphs, *article.residue, *article.furniture))
    assert all(one.end <= two.start for one, two in pairwise(spans))
    covered = {index for span in spans for index in range(span.start, span.end)}
    left = [c for index, c in enumerate(article.text) if index not in covered and c.isalnum()]
    assert left == []


def test_what_the_caller_knows_goes_first(write):
    article = read_article(write("a.txt", TEXT), issued="2023-05", language="en-GB")
    assert article.published == parse_edtf("2023-05")
    assert article.language == "en"


def test_an_undated_article_stays_undated(write):
    undated = TEXT.replace("Publié le 3 juillet 2024 à 10:30\n", "")
    assert read_article(write("a.txt", undated)).published is None


def test_every_passage_of_a_page_maps_to_the_markup_that_holds_it(write):
    page = """<!DOCTYPE html><html lang="fr"><head><title>Le pont | La Gazette</title>
    <meta property="og:title" content="Le pont de Brel rouvre">
    <meta property="og:site_name" content="La Gazette">
    <meta property="article:published_time" content="2024-07-03T23:30:00+02:00">
    <link rel="canonical" href="https://gazette.example/pont"></head><body>
    <nav><a href="/">Accueil</a><a href="/s">Sport</a></nav>
    <article><h1>Le pont de Brel rouvre</h1>
    <p>Le pont de Brel rouvrira <b>mardi</b> apr&egrave;s deux ans de&nbsp;travaux, a
    annonc&eacute; la mairie de la ville, qui attend beaucoup de monde sur le pont.</p>
    <p>Les travaux du pont ont co&ucirc;t&eacute; 12 millions d&#8217;euros &agrave; la ville.</p>
    <ul><li>Une piste cyclable</li><li>Un trottoir</li></ul>
    </article><aside><h3>À lire aussi</h3><a href="/x">Brel coupée en deux</a></aside>
    <script>var x = "<p>rien</p>";</script><footer>© 2024 La Gazette</footer></body></html>"""
    article = read_article(write("a.html", page))
    words = _words(article, article.paragraphs)
    assert words[0] == "Le pont de Brel rouvre"
    assert words[2] == "Les travaux du pont ont coûté 12 millions d’euros à la ville."
    assert words[3:] == ["Une piste cyclable", "Un trottoir"]
    start, end = article.to_raw(article.paragraphs[2].start, article.paragraphs[2].end)
    assert page[start:end].startswith("Les travaux")
    assert page[start:end].endswith("la ville.")
    assert "Accueil" in " ".join(_words(article, article.residue))
    assert "Brel coupée en deux" in " ".join(_words(article, article.residue))
    assert "rien" not in article.text
    assert (article.title, article.publisher, article.url) == (
        "Le pont de Brel rouvre",
        "La Gazette",
        "https://gazette.example/pont",
    )
    assert article.published == parse_edtf("2024-07-03")


def test_a_page_without_a_suffix_is_still_a_page(write):
    article = read_article(write("a", "<!doctype html><p>Le pont a <b>rouvert</b> mardi.</p>"))
    assert article.text.strip() == "Le pont a rouvert mardi."


def test_a_page_in_its_declared_character_set_is_read(write):
    page = '<html><meta charset="iso-8859-1"><p>Le pont a été rouvert mardi à Brel.</p></html>'
    article = read_article(write("a.html", page.encode("latin-1")))
    assert "été" in article.text
    assert article.raw == page


def test_front_matter_and_markup_are_no_text(write):
    article = read_article(
        write(
            "a.md",
            "---\ntitle: Le pont rouvre\npublisher: La Gazette\nissued: 2024-07-03\nlanguage: fr\n"
            "url: https://gazette.example/pont\n---\n# Le pont rouvre\n\nLe *pont* de [Brel]"
            "(https://b.example) a rouvert **mardi**\naprès deux ans.\n",
        )
    )
    assert article.title == "Le pont rouvre"
    assert article.publisher == "La Gazette"
    assert article.published == parse_edtf("2024-07-03")
    last = article.paragraphs[-1]
    assert last.of(article.text) == "Le pont de Brel a rouvert mardi après deux ans."
    start, end = article.to_raw(last.start, last.end)
    assert article.raw[start:end].startswith("Le *pont*")
    assert article.raw[start:end].endswith("après deux ans.")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", "", "is empty"),
        ("blank.txt", " \n\n\t", "is empty"),
        ("signs.txt", "... --- !!!", "holds no text"),
        ("zeros.txt", b"Le pont\x00\x00", "is no text"),
        ("paper.txt", b"%PDF-1.7 ...", "PDF"),
        ("bare.html", "<html><body><img src='x'></body></html>", "holds no text"),
        ("bad.md", "---\ntitle: [x\n---\nLe pont", "front matter"),
        ("bad.md", "---\nissued: hier\n---\nLe pont", "issued"),
        ("torn.txt", b"\x81\x8d\x8f" * 9, "not UTF-8"),
        ("long.txt", "mot " * (MAX_CHARACTERS // 4 + 1), "characters of text, at most"),
        ("list.txt", "mot\n" * (MAX_LINES + 1), "lines of text, at most"),
        ("huge.html", b" " * (MAX_BYTES + 1), "bytes, at most"),
    ],
)
def test_a_file_that_is_no_article_says_what_to_do(write, name, content, reason):
    path = write(name, content)
    with pytest.raises(ArticleError, match=reason) as caught:
        read_article(path)
    assert caught.value.path == str(path)
    assert len(caught.value.reason) > len(reason)


def test_a_line_of_ten_megabytes_is_refused_before_it_is_read(write):
    with pytest.raises(ArticleError, match="bytes"):
        read_article(write("a.txt", b"a" * 10_000_000))


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(ArticleError, match="no such file"):
        read_article(tmp_path / "gone.txt")
    with pytest.raises(ArticleError, match="is a folder"):
        read_article(tmp_path)


def test_an_impossible_date_of_publication_is_refused(write):
    with pytest.raises(ArticleError, match="date of publication"):
        read_article(write("a.txt", TEXT), issued="2024-13-01")


@pytest.mark.parametrize(
    "piece",
    [
        "Lire aussi ", "Lire aussi : x. ", "Lire aussi\n", "19:00 Titre ", "Facebook ", "Accueil ",
        "3 juillet 2024 ", "Publié le 3 juillet 2024 ", "(", "« ", "Make this article ", ". ",
        "a\n", "Laisser un commentaire ", "FAQ\n", "Paris / ", "©", "Photo : x ",
        "-\nUn titre de journal\n",
    ],
)  # fmt: skip
def test_hostile_repetition_is_read_to_its_end(write, piece):
    """A step that looks back over all of the text would take hours here."""
    text = "Le pont a rouvert mardi.\n" + piece * (40_000 // len(piece))
    article = read_article(write("a.txt", text))
    assert article.text == text


@pytest.mark.parametrize(
    "piece", ["<", "<div>", "<a href='", '<p class="x', "<!--", "&", "&amp", "<script>", "<p>a"]
)
def test_hostile_markup_is_read_to_its_end(write, piece):
    page = "<html><body><p>Le pont a rouvert mardi.</p>" + piece * (30_000 // len(piece))
    assert read_article(write("a.html", page)).text.startswith("Le pont a rouvert mardi.")
