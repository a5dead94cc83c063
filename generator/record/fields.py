"""The fields of sources, people, organisations, places and indicators, once.

From these tables come the messages of `timeline check`, the JSON Schemas in `schemas/` and the
field tables of the editors' guide; a test holds them against the model.
"""

from __future__ import annotations

from generator.record.model import Indicator, Organisation, Person, Place, PlaceKind, Source
from generator.record.rules import Field, ListRule, ObjectRule, Rule, TextsRule
from generator.record.values import (
    COUNTRY,
    HASH,
    ID,
    LANGUAGE,
    PLACE_ID,
    SOURCE_ID,
    UNIT,
    WIKIDATA,
    ChoiceRule,
    DateRule,
    NumberRule,
    TextRule,
    UrlRule,
)

MAX_TEXT = 5_000  # code points of one text in one language; a summary has some 400


PROSE = TextsRule(text=TextRule(longest=MAX_TEXT, lines=True))
LINES = TextsRule()
IDS = ListRule(item=ID)


def make_field(  # noqa: PLR0913 -- the columns of a table, written in one line each
    name: str,
    rule: Rule,
    french: str,
    english: str,
    example: str,
    *,
    required: bool = False,
    attribute: str = "",
) -> Field:
    """Make a field from the columns of a table: French first, then English."""
    return Field(
        name=name,
        rule=rule,
        about={"fr": french, "en": english},
        example=example,
        required=required,
        attribute=attribute,
    )


FORMERLY = make_field(
    "formerly",
    IDS,
    "Anciens identifiants : leurs adresses mènent ici.",
    "Earlier ids: their addresses lead here.",
    "[ancien-nom]",
)
_WIKIDATA = make_field(
    "wikidata", WIKIDATA, "Identifiant Wikidata.", "Wikidata identifier.", "Q1520"
)
_DESCRIPTION = make_field(
    "description",
    PROSE,
    "Une ou deux phrases, dans vos mots.",
    "One or two sentences, in your own words.",
    '{fr: "…", en: "…"}',
)
_ALIASES = make_field(
    "aliases",
    ListRule(item=TextRule()),
    "Autres graphies trouvées dans les articles : elles servent à reconnaître le nom.",
    "Other spellings found in articles: the name is recognised by them.",
    '["Kassym-Jomart Tokayev"]',
)
_NAME = make_field(
    "name",
    LINES,
    "Le nom usuel, par langue.",
    "The usual name, by language.",
    '{fr: "Pékin", en: "Beijing"}',
    required=True,
)
_COUNTRY = make_field("country", COUNTRY, "Pays (ISO 3166-1).", "Country (ISO 3166-1).", "KZ")
NOTE = make_field(
    "note",
    PROSE,
    "Ce que l'on sait, ce que l'on ne sait pas, et pourquoi la fiche le dit ainsi.",
    "What is known, what is not, and why the record says it this way.",
    '{fr: "…"}',
)
SOURCE = ObjectRule(
    make=Source,
    fields=(
        make_field(
            "title",
            TextRule(),
            "Le titre, tel qu'imprimé.",
            "The title as printed.",
            '"…"',
            required=True,
        ),
        make_field(
            "language",
            LANGUAGE,
            "La langue du texte.",
            "The language of the text.",
            "fr",
            required=True,
        ),
        make_field(
            "author", TextRule(), "L'auteur, s'il est nommé.", "The author, if named.", '"…"'
        ),
        make_field(
            "container_title",
            TextRule(),
            "Le journal ou le site.",
            "The newspaper or site.",
            '"La Gazette"',
        ),
        make_field("publisher", TextRule(), "L'éditeur.", "The publisher.", '"…"'),
        make_field(
            "issued",
            DateRule(),
            "La date de parution que le texte donne ; jamais celle de la lecture.",
            "The publication date that the text gives; never the day it was read.",
            '"2024-07-03"',
        ),
        make_field(
            "implied",
            DateRule(),
            "Si l'article n'est pas daté : vers quand d'autres articles sur le même événement "
            "laissent penser qu'il a paru. Déduit, jamais dit.",
            "For an undated article: about when other articles on the same event imply that it "
            "appeared. Inferred, never said.",
            '"2024-07-03~"',
        ),
        make_field(
            "accessed", DateRule(), "Le jour de la lecture.", "When it was read.", '"2025-06-20"'
        ),
        make_field("url", UrlRule(), "L'adresse.", "The address.", "https://example.org/article"),
        make_field(
            "archive",
            UrlRule(),
            "L'adresse d'une copie archivée.",
            "The address of an archived copy.",
            "https://web.archive.org/web/2025/https://example.org/article",
        ),
        make_field(
            "rights",
            TextRule(longest=60),
            "La licence du texte ; sans elle, il ne peut pas être republié.",
            "The licence of the text; without one it may not be republished.",
            "CC-BY-4.0",
        ),
        make_field(
            "length",
            NumberRule(lowest=1, highest=10**9, whole=True),
            "Longueur du texte lu, en caractères normalisés.",
            "Length of the text that was read, in normalised characters.",
            "3399",
        ),
        make_field(
            "hash",
            HASH,
            "Empreinte du texte lu.",
            "Hash of the text that was read.",
            "sha256-b7986acdd86fa832",
        ),
        make_field(
            "digest_of",
            SOURCE_ID,
            "La source que ce texte résume : les deux ne comptent que pour une.",
            "The source that this text retells: the two count as one.",
            "dnat-2025-06",
        ),
        NOTE,
        FORMERLY,
    ),
)
PERSON = ObjectRule(
    make=Person, fields=(_NAME, _ALIASES, _DESCRIPTION, _COUNTRY, _WIKIDATA, FORMERLY)
)
ORGANISATION = ObjectRule(
    make=Organisation,
    fields=(
        _NAME,
        make_field("acronym", LINES, "Le sigle.", "The acronym.", '{fr: "OCS", en: "SCO"}'),
        _ALIASES,
        _DESCRIPTION,
        _COUNTRY,
        _WIKIDATA,
        FORMERLY,
    ),
)
PLACE = ObjectRule(
    make=Place,
    fields=(
        _NAME,
        make_field(
            "kind",
            ChoiceRule(choices=PlaceKind),
            "Pays, région, ville ou site.",
            "Country, region, city or site.",
            "city",
            required=True,
        ),
        _COUNTRY,
        _ALIASES,
        _DESCRIPTION,
        make_field(
            "part_of", PLACE_ID, "Le lieu qui le contient.", "The place it lies in.", "kazakhstan"
        ),
        make_field(
            "latitude",
            NumberRule(lowest=-90, highest=90),
            "Degrés, nord positif (WGS 84).",
            "Degrees, north positive (WGS 84).",
            "51.13",
        ),
        make_field(
            "longitude",
            NumberRule(lowest=-180, highest=180),
            "Degrés, est positif (WGS 84).",
            "Degrees, east positive (WGS 84).",
            "71.43",
        ),
        _WIKIDATA,
        FORMERLY,
    ),
)
INDICATOR = ObjectRule(
    make=Indicator,
    fields=(
        _NAME,
        make_field(
            "unit",
            UNIT,
            "L'unité de toute la série.",
            "The unit of the whole series.",
            "USD",
            required=True,
        ),
        _DESCRIPTION,
        make_field(
            "places",
            ListRule(item=PLACE_ID),
            "Les lieux concernés.",
            "The places concerned.",
            "[kazakhstan]",
        ),
        _WIKIDATA,
        FORMERLY,
    ),
)
