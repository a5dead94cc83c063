"""What `timeline new` and `timeline form` say, in French and in English."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.authoring.likeness import Like

LANGUAGES = ("fr", "en")

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "intro": ("Nouvelle fiche : {kind}.", "New record: {kind}."),
        "keys": (
            "Entrée passe une question, ? montre les noms connus, Ctrl-C arrête sans rien écrire.",
            "Enter skips a question, ? shows the known names, Ctrl-C stops and writes nothing.",
        ),
        "needed": ("obligatoire", "required"),
        "several": ("plusieurs : séparez-les par ;", "several: put ; between them"),
        "example": ("par exemple {example}", "for example {example}"),
        "known": ("connus : {known}", "known: {known}"),
        "none-known": ("aucun pour l'instant", "none yet"),
        "clears": ("- pour effacer", "- to clear"),
        "make": (
            "Faire une fiche pour « {name} » ? Tapez {kinds}, ou Entrée pour répondre autrement",
            'Make a record for "{name}"? Type {kinds}, or Enter to answer otherwise',
        ),
        "which": (
            "L'article raconte plusieurs événements. Lequel ?",
            "The article tells several events. Which one?",
        ),
        "prefilled": (
            "Proposé d'après {article} : gardez avec Entrée, ou corrigez.",
            "Drafted from {article}: keep with Enter, or correct.",
        ),
        "like": (
            "{path} est déjà là : {why}.",
            "{path} is there already: {why}.",
        ),
        "like.name": ("le même nom, « {value} »", 'the same name, "{value}"'),
        "like.address": ("la même adresse, {value}", "the same address, {value}"),
        "like.title": ("un titre semblable, « {value} »", 'a like title, "{value}"'),
        "like.scene": (
            "mêmes nature, lieu et date, {value}",
            "the same type, place and date, {value}",
        ),
        "like.article": (
            "il raconte déjà cet événement de {value}. timeline extract y ajoute l'article",
            "it tells this event of {value} already. timeline extract adds the article to it",
        ),
        "like-advice": (
            "Corrigez cette fiche-là. Si c'est vraiment autre chose, ajoutez --anyway.",
            "Correct that record. If it really is something else, add --anyway.",
        ),
        "like-ask": ("L'écrire quand même ?", "Write it even so?"),
        "write": ("Écrire {path} ?", "Write {path}?"),
        "written": ("écrit : {path}", "written: {path}"),
        "nothing": ("Rien n'a été écrit.", "Nothing was written."),
        "next": ("Ensuite :", "Next:"),
        "next-check": (
            "  timeline check          dit s'il manque quelque chose",
            "  timeline check          says whether something is missing",
        ),
        "next-serve": (
            "  make serve              montre la page",
            "  make serve              shows the page",
        ),
        "next-proof": (
            "  timeline new event --from ARTICLE   écrit les preuves ; sans elles, un brouillon",
            "  timeline new event --from ARTICLE   writes the proof; without it, a draft",
        ),
        "next-commit": (
            "  git add {path} && git commit",
            "  git add {path} && git commit",
        ),
        "kind.event": ("un événement", "an event"),
        "kind.source": ("une source", "a source"),
        "kind.person": ("une personne", "a person"),
        "kind.organisation": ("une organisation", "an organisation"),
        "kind.place": ("un lieu", "a place"),
    }
)


def say(key: str, language: str, **values: object) -> str:
    """Return a sentence; English for languages that it does not exist in.

    Raises:
        KeyError: there is no such sentence.
    """
    french, english = _WORDS[key]
    return (french if language == "fr" else english).format(**values)


def told_in(language: str) -> str:
    """Return the language that somebody is spoken to in."""
    return language if language in LANGUAGES else "en"


def say_like(like: Like, path: str, language: str) -> str:
    """Say which record is there already, and what is the same."""
    why = say(f"like.{like.common}", language, value=like.value)
    return say("like", language, path=path, why=why)
