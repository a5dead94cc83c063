from __future__ import annotations

import pytest

from generator.extract.article.html_metadata import page_title, read_html_metadata
from generator.extract.article.html_text import read_html
from generator.extract.article.metadata import DateLine, date_line, read_text_metadata
from generator.extract.article.written_dates import find_dates
from generator.extract.residue.finder import find_residue
from generator.extract.residue.page import read_page

BODY = """Le pont de Brel rouvrira mardi après deux ans de travaux, a annoncé la mairie de la ville.
Les travaux du pont ont coûté 12 millions d'euros à la ville, qui attend du monde mardi.
"""
TITLE = "Le pont de Brel rouvre mardi\n"


def _published(text: str) -> str | None:
    page = read_page(text)
    published = read_text_metadata(page, find_residue(page)).published
    return published.text if published else None


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("le 3 juillet 2024", ["2024-07-03"]),
        ("le 1er août 2023", ["2023-08-01"]),
        ("July 3, 2024", ["2024-07-03"]),
        ("3rd of July, 2024", ["2024-07-03"]),
        ("3. Juli 2024", ["2024-07-03"]),
        ("3 de julio de 2024", ["2024-07-03"]),
        ("03/07/2024", ["2024-07-03"]),
        ("03.07.24", ["2024-07-03"]),
        ("07/23/2024", ["2024-07-23"]),
        ("2024-07-03", ["2024-07-03"]),
        ("du 3 juillet 2024 au 5 août 2024", ["2024-07-03", "2024-08-05"]),
        ("31/02/2024", []),
        ("3 juillet", []),
        ("juillet 2024", []),
        ("192.168.10.2024", []),
    ],
)
def test_full_dates_of_a_line_are_found(text, dates):
    assert [date.edtf.text for date in find_dates(text)] == dates


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Publié le 3 juillet 2024", DateLine.ISSUED),
        ("Publié le 3 juillet 2024 à 10h30", DateLine.ISSUED),
        ("Publié le 3 juillet 2024 à 10:30 par Jeanne Morel", DateLine.ISSUED),
        ("Publié : 03/07/2024 - 10:30 Mis à jour : 04/07/2024 - 08:00", DateLine.ISSUED),
        ("Posted on July 3, 2024 by Jane Moss", DateLine.ISSUED),
        ("Veröffentlicht am 3. Juli 2024, 10:15 Uhr", DateLine.ISSUED),
        ("Mis à jour le 4 juillet 2024", DateLine.UPDATED),
        ("Last updated: July 4, 2024 at 9:15 am", DateLine.UPDATED),
        ("3 Juillet 2024 07:00 (UTC+01:00)", DateLine.CLOCK),
        ("Gazette, Tristan Forest le 3/07/2024 à 11:00", DateLine.CLOCK),
        ("3 Juillet 2024 , Rédigé par J. Morel Publié dans #Brel", DateLine.ISSUED),
        ("mercredi 3 juillet 2024", DateLine.BARE),
        ("Jeanne Morel | 3 juillet 2024", DateLine.BARE),
        ("Le pont rouvre le 3 juillet 2024", None),
        ("3 juillet 2024 : le pont rouvre", None),
        ("Publié par la mairie", None),
    ],
)
def test_a_line_that_tells_a_date_and_little_else_is_known(line, kind):
    assert date_line(line) == kind


@pytest.mark.parametrize(
    "text",
    [
        TITLE + "Publié le 3 juillet 2024\n" + BODY,
        "Publié le 3 juillet 2024\n" + TITLE + BODY,
        TITLE + "Publié le 3 juillet 2024, mis à jour le 5 juillet 2024\n" + BODY,
        TITLE + "3 Juillet 2024 07:00 (UTC+01:00)\n" + BODY,
        TITLE + "Jeanne Morel\n3 juillet 2024\n" + BODY,
        TITLE + "Le pont était fermé.\nGazette, J. Morel le 3/07/2024 à 11:00\n" + BODY,
        TITLE + "BREL, 3 juillet 2024 (Agence) -- " + BODY,
        TITLE + BODY + "Publié le 3 juillet 2024\n",
        TITLE + BODY + "Agence de presse 2024/07/03\n",
        "Un autre pont\nAilleurs\n3 juillet 2024\n" + TITLE + BODY,
        "- Actualité\n- Région\n- 03/07/2024 à 12:05\n" + TITLE + BODY,
        TITLE + "3 - Juillet - 2024\n" + BODY,
        TITLE + "Société03/07/2024" + BODY,
        TITLE + "Par Anne Merle | 3 juillet 2024 | Mis à jour le 5 juillet 2024\n" + BODY,
        TITLE + "Le 3 juillet 2024, par notre rédaction locale\n" + BODY,
        TITLE + "Par la rédaction — 3 juillet 2024\n" + BODY,
        TITLE.strip() + " publié le 3/07/2024 à 11:05 " + BODY.replace("\n", " "),
        TITLE.strip() + " 3 Juillet 2024 07:00 (UTC+01:00) " + BODY.replace("\n", " "),
        TITLE.strip() + " Publié le 3 juillet 2024 à 10:30 " + BODY.replace("\n", " "),
    ],
)
def test_the_date_that_the_article_shows_is_found(text):
    assert _published(text) == "2024-07-03"


@pytest.mark.parametrize(
    "text",
    [
        TITLE + BODY,
        TITLE + "Mis à jour le 3 juillet 2024\n" + BODY,
        "Accueil\nPolitique\nSport\nmercredi 3 juillet 2024 12:03\n" + TITLE + BODY,
        "Aujourd'hui : mercredi 3 juillet 2024 - 11:42\n" + TITLE + BODY,
        TITLE + BODY + "© 2024 La Gazette\n",
        TITLE + BODY + "Articles similaires\nUn autre pont\n3 juillet 2024\n",
        TITLE + BODY + "3 commentaires\nMarco dit :\n3 juillet 2024 à 08:12\nEnfin !\n",
        "12:30 Un autre titre du 3 juillet 2024\n12:20 Un titre\n12:10 Un titre\n" + TITLE + BODY,
        TITLE + BODY.replace("mardi", "le 3 juillet 2024"),
        TITLE.strip() + ". " + BODY.replace("mardi", "le 3 juillet 2024, 10h30,"),
        TITLE + "Un rapport publié le 3 juillet 2024 le demandait. " + BODY,
        "Chronologie du pont\n3 juillet 2023\n" + BODY + "3 juillet 2024\n" + BODY,
    ],
)
def test_a_clock_a_change_a_sidebar_or_an_event_is_no_date_of_publication(text):
    assert _published(text) is None


def test_author_and_publisher_are_read_from_their_lines():
    page = read_page(TITLE + "Par Jeanne Morel\nParis / La Gazette\n" + BODY)
    told = read_text_metadata(page, find_residue(page))
    assert (told.author, told.publisher) == ("Jeanne Morel", "La Gazette")


def _linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


def _head(*tags: str) -> str:
    return f"<html><head>{''.join(tags)}</head><body><p>{BODY}</p></body></html>"


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="article:published_time" content="2024-07-03T07:00:00+01:00">',
        '<meta itemprop="datePublished" content="2024-07-03">',
        '<meta name="DC.date.issued" content="20240703">',
        '<meta name="date" content="3 July 2024">',
        '<time class="entry-date published" datetime="2024-07-03T07:00">hier</time>',
        _linked('{"@type":"NewsArticle","datePublished":"2024-07-03"}'),
        _linked('{"@graph":[{"@type":["NewsArticle"],"datePublished":"2024-07-03"}]}'),
    ],
)
def test_a_page_that_states_its_date_of_publication_is_believed(tag):
    published = read_html_metadata(read_html(_head(tag))[1]).published
    assert published is not None
    assert published.text == "2024-07-03"


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="article:modified_time" content="2024-07-03">',
        '<meta property="article:published_time" content="2024-13-41">',
        '<time datetime="2024-07-03">3 juillet</time>',
        '<time class="updated" datetime="2024-07-03">3 juillet</time>',
        _linked('{"@type":"Event","datePublished":"2024-07-03"}'),
        _linked('{"datePublished":"2024-07-03"'),
        _linked("[" * 5000),
    ],
)
def test_a_page_that_states_another_date_or_none_is_undated(tag):
    assert read_html_metadata(read_html(_head(tag))[1]).published is None


def test_names_of_a_page_come_from_its_linked_data():
    told = read_html_metadata(
        read_html(
            _head(
                _linked(
                    '{"@type":"NewsArticle","headline":"Le pont","url":"javascript:alert(1)",'
                    '"author":[{"name":"J. Morel"},{"name":"P. Ker"}],'
                    '"publisher":{"name":"Gazette"}}'
                )
            )
        )[1]
    )
    assert (told.title, told.author, told.publisher) == ("Le pont", "J. Morel, P. Ker", "Gazette")
    assert told.url is None


def test_the_window_title_loses_the_name_of_the_site():
    page = read_html("<title>Le pont de Brel rouvre | La Gazette</title><p>x</p>")[1]
    assert page_title(page, "La Gazette") == "Le pont de Brel rouvre"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("JUSTICE Le pont de Brel rouvre mardi", "Le pont de Brel rouvre mardi"),
        ("Le pont de Brel rouvre mardi 03/07/2024 à 9h12", "Le pont de Brel rouvre mardi"),
        ("Le pont de Brel rouvre mardi publié le 3/07/2024 à 9h12", "Le pont de Brel rouvre mardi"),
        ("Le pont de Brel rouvre le 3 juillet 2024", "Le pont de Brel rouvre le 3 juillet 2024"),
        ("ONU : le pont de Brel rouvre mardi", "ONU : le pont de Brel rouvre mardi"),
    ],
)
def test_a_headline_has_neither_the_section_nor_the_day_of_publication(line, title):
    page = read_page(f"{line}\n\n{BODY}")
    assert read_text_metadata(page, find_residue(page)).title == title
