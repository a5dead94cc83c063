from __future__ import annotations

import pytest

from generator.extract.residue.inline import find_inline_residue
from generator.extract.residue.page import read_line

BEFORE = "Le pont de Brel a rouvert mardi matin, deux ans après sa fermeture par la mairie."
AFTER = "Les travaux ont coûté 12 millions d'euros à la ville, qui attend du monde samedi."


def _found(text: str, words_before: int = 100) -> list[str]:
    line = read_line(text)
    return [span.of(text) for span in find_inline_residue(line, words_before=words_before)]


@pytest.mark.parametrize(
    "residue",
    [
        "Lire aussi : Brel, une ville coupée en deux.",
        "À lire également : Brel, une ville coupée en deux !",
        "(Lire aussi : Brel, une ville coupée en deux)",
        "[À lire : Brel, une ville coupée en deux]",
        "Voir aussi – Brel, une ville coupée en deux.",
        "Suivez-nous sur Facebook",
        "Cliquez ici pour rejoindre notre chaîne WhatsApp.",
        "Abonnez-vous à notre newsletter pour ne rien manquer.",
        "Partager sur Facebook Partager sur Twitter Partager sur WhatsApp",
        "Facebook Twitter WhatsApp Telegram",
        "Accueil Politique Économie Société Sport Culture",
        "19:00 Le maire démissionne 18:30 Une rue coupée 18:10 Le stade rouvre",
        "Temps de lecture : 3 min",
        "Votre adresse e-mail est utilisée pour vous envoyer la newsletter de la ville.",
        "Read more: A town cut in two.",
        "Click to share on Facebook (Opens in new window)",
        "Réécrivez cet article en français avec des sous-titres.",
        "Make this article SEO friendly and add subheadings.",
        "Lesen Sie auch: Eine geteilte Stadt.",
    ],
)
def test_residue_between_two_sentences_is_found_and_no_more(residue):
    assert _found(f"{BEFORE} {residue} {AFTER}") == [residue]


@pytest.mark.parametrize(
    "sentence",
    [
        "Il faut lire aussi les comptes de la ville, dit le maire.",
        "Le maire a invité les habitants à partager des photos sur Facebook, Twitter ou X.",
        "La politique, l'économie, la culture et le sport ont changé la ville.",
        "Le train de 10h15 arrive à 11h30, celui de 12h40 à 13h55.",
        "« Suivez le guide », a lancé le maire.",
        "Les commentaires du maire ont surpris les habitants.",
        "Pour en finir, la ville a écrit un article de loi.",
        "Nous avons voté, et vous aussi, a dit le maire.",
        "La publicité sera interdite sur le pont.",
        "Le rapport publié le 3 juillet le demandait.",
    ],
)
def test_sentences_of_an_article_stay(sentence):
    assert _found(f"{BEFORE} {sentence} {AFTER}") == []


def test_a_teaser_without_a_full_stop_ends_where_a_sentence_begins():
    text = f"{BEFORE} Lire aussi : Brel, une ville coupée en deux Le maire promet un second pont."
    assert _found(text) == ["Lire aussi : Brel, une ville coupée en deux"]


def test_a_headline_glued_to_a_leaked_instruction_stays():
    text = "Customize this title in frenchLe pont de Brel rouvre mardi"
    assert _found(text) == ["Customize this title in french"]


def test_a_comment_form_ends_a_page_of_one_line():
    form = "Laisser un commentaire Votre adresse e-mail ne sera pas publiée. Nom * E-mail *"
    assert _found(f"{BEFORE} {AFTER} {form}") == [form]


def test_a_link_to_the_comments_at_the_top_does_not_end_the_article():
    text = f"Laisser un commentaire {BEFORE} {AFTER} {BEFORE} {AFTER}"
    assert _found(text, words_before=0) == ["Laisser un commentaire"]
