"""Lists of other articles, the site's own paragraphs, and the foot of a page."""

from __future__ import annotations

import pytest

from generator.extract.residue.finder import find_residue
from generator.extract.residue.page import read_page

TITLE = "La piscine de Marvent ferme ses portes pour un an"
ARTICLE = f"""{TITLE}

La piscine de Marvent fermera ses portes le 3 mai pour un an de travaux, a annoncé la mairie lundi.

Le bassin date de 1974 et fuit de toutes parts, selon le rapport que la mairie a commandé en mars. \
Les carreaux tombent, la chaudière gronde et les vestiaires sentent la rouille. La piscine perd \
chaque jour huit mille litres d'une eau que la ville paie et chauffe pour rien.

Les travaux coûteront 6 millions d'euros, dont la moitié viendra de la région. La mairie promet \
un bassin plus long, une chaudière au bois et des vestiaires neufs. Les nageurs du club de Marvent \
iront pendant ce temps à la piscine de Tharel, où trois lignes leur sont gardées le soir.

Le club craint de perdre des nageurs. Sa présidente a demandé à la mairie de payer les cars qui \
mèneront les enfants à Tharel, et la mairie a dit qu'elle y réfléchissait. Les écoles, elles, \
attendront la fin des travaux pour rendre la natation aux enfants de la ville de Marvent.
"""
TEASERS = (
    ("Le marché couvert change de place", "Les marchands ont voté vendredi pour la place du port"),
    ("Un orgue neuf à la chapelle", "Le facteur d'orgues a livré hier les deux cents tuyaux"),
    ("Foire aux chevaux : record battu", "Plus de mille bêtes ont été vendues dimanche au pré"),
    ("Une rue rebaptisée au vieux bourg", "Le conseil a choisi le nom d'une sage-femme du bourg"),
)


def _residue(text: str) -> str:
    return " | ".join(span.of(text) for span in find_residue(read_page(text)).residue)


def _body(text: str) -> str:
    return " | ".join(span.of(text) for span in find_residue(read_page(text)).body)


@pytest.mark.parametrize(
    "stamp", ["Publié le {} mai", "Published {} May", "Veröffentlicht am {}. Mai"]
)
def test_articles_that_each_have_their_day_are_residue(stamp):
    cards = [
        f"{title}\n{summary}.\n{stamp.format(day)}"
        for day, (title, summary) in enumerate(TEASERS, 1)
    ]
    text = f"{ARTICLE}\nPartager\n" + "\n".join(cards)
    for _, summary in TEASERS:
        assert summary not in _body(text)
    assert "natation aux enfants" in _body(text)


def test_entries_that_each_have_their_hour_are_the_article():
    entries = "\n".join(
        f"Publié à 1{hour}h05\nLa piscine de Marvent reste fermée et la mairie reçoit les nageurs."
        f" La salle numéro {hour} de la mairie est pleine."
        for hour in range(4)
    )
    assert "salle numéro 2" in _body(f"{ARTICLE}\n{entries}\n")


def test_the_day_of_a_short_article_is_not_taken_for_that_of_a_list():
    text = (
        f"{TITLE}\nPublié le 2 mai 2019\n\n{ARTICLE.split(chr(10), 1)[1]}\nPublié le 3 mai 2019\n"
    )
    assert "La piscine de Marvent fermera" in _body(text)


def test_headlines_with_summaries_that_break_off_are_residue():
    teasers = "\n".join(f"{title}\n{summary}..." for title, summary in TEASERS)
    text = f"{ARTICLE}\n{teasers}\n"
    for title, summary in TEASERS:
        assert title in _residue(text)
        assert summary in _residue(text)
    assert "natation aux enfants" in _body(text)


def test_sections_of_one_paragraph_each_are_the_article():
    sections = "\n\n".join(f"{title}\n\n{summary}, dit la mairie." for title, summary in TEASERS)
    text = f"{ARTICLE}\nÀ lire aussi : Un port pour Tharel\n\n{sections}\n"
    for _, summary in TEASERS:
        assert summary in _body(text)


SITE = """Qui sommes-nous ?
Le Fil de Marvent est une feuille libre que des voisins écrivent le soir, sans argent et sans chef.
Chacun peut y écrire ce qu'il voit dans sa rue, pourvu qu'il signe et qu'il n'insulte personne. Les
textes sont relus à deux, corrigés s'il le faut, puis mis en ligne le dimanche par qui a le temps.
"""


def test_paragraphs_at_the_head_and_the_foot_of_a_page_are_the_site_s():
    text = f"Accueil\nContact\n{SITE}Se connecter\n{ARTICLE}\nPartager\n{SITE}Plan du site\n"
    assert "feuille libre" not in _body(text)
    assert "La piscine de Marvent fermera" in _body(text)


def test_an_article_that_a_scraper_took_twice_is_kept():
    text = f"{ARTICLE}\nImprimer\n{ARTICLE}\nPartager\n"
    assert "La piscine de Marvent fermera" in _body(text)
    assert "natation aux enfants" in _body(text)


def test_prose_of_the_site_above_the_headline_and_its_day_is_residue():
    own = (
        "Pour écrire dans le Fil de Marvent, il faut un compte et de la patience, dit la charte.\n"
        "Les textes sont relus à deux avant la mise en ligne, puis gardés dix ans sans retouche."
    )
    rest = ARTICLE.split("\n", 1)[1]
    text = f"Comment écrire\n{own}\nSe connecter\nRecherche\n{TITLE}\nPublié le 2 mai 2019\n{rest}"
    reading = find_residue(read_page(text))
    assert reading.title is not None
    assert reading.title.of(text) == TITLE
    assert "relus à deux" in _residue(text)


FOOT = "Partager\nImprimer\nAccueil\nContact\nMentions légales\nPlan du site"


def test_prose_alone_below_a_long_foot_is_residue():
    other = "Le facteur d'orgues livrera vendredi deux cents tuyaux à une chapelle du bourg."
    text = f"{ARTICLE}\n{FOOT}\n{other}\n"
    assert other in _residue(text)
    assert "natation aux enfants" in _body(text)


def test_an_article_goes_on_below_a_form_in_several_paragraphs_of_its_subject():
    more = (
        "La mairie de Marvent recevra les nageurs du club mardi pour parler des travaux.\n\n"
        "La région dira en juin si elle paie la chaudière de la piscine et les vestiaires."
    )
    text = f"{ARTICLE}\n{FOOT}\n{more}\n"
    assert "dira en juin" in _body(text)


def test_the_call_under_the_last_sentence_is_the_article_s():
    text = f"{ARTICLE}\nRendez-vous mardi soir devant la mairie !!!\n\n{FOOT}\n"
    assert "Rendez-vous mardi soir" in _body(text)


def test_names_of_days_part_no_ticker():
    call = "Venez tous samedi au pré avec vos chevaux, vos selles, vos enfants et du pain !"
    days = f"Hier\n21h05  Un orgue à la chapelle\nLundi\n19h02  {call}\nDimanche\n"
    text = f"20h10  Le marché change de place\n{days}18h40  Une rue rebaptisée\n{ARTICLE}"
    assert call in _residue(text)
    assert "La piscine de Marvent fermera" in _body(text)


def test_the_line_over_the_day_of_publication_is_the_headline():
    slogan = "Le Fil de Marvent : la mairie, la piscine, les travaux et les nageurs"
    rest = ARTICLE.split("\n", 1)[1]
    text = f"{slogan}\nRecherche\n{TITLE}\nPublié le 2 mai 2019\n{rest}"
    title = find_residue(read_page(text)).title
    assert title is not None
    assert title.of(text) == TITLE
