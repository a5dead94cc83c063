"""Every field of every record, once: name, kind of value, meaning, example.

From this table come the messages of `timeline check`, the JSON Schemas in `schemas/` and the field
table of the editors' guide; a test holds it against the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.record.model import (
    Basis,
    Bound,
    Dating,
    Event,
    EventStatus,
    EventType,
    Evidence,
    Figure,
    Indicator,
    Organisation,
    Participant,
    Person,
    Place,
    PlaceKind,
    Record,
    ReviewStatus,
    Source,
)
from generator.record.rules import (
    COUNTRY,
    HASH,
    ID,
    LANGUAGE,
    MAX_TEXT,
    UNIT,
    WIKIDATA,
    ChoiceRule,
    DateRule,
    Faults,
    Field,
    ListRule,
    MapRule,
    NumberRule,
    ObjectRule,
    Rule,
    TextRule,
    TextsRule,
    UrlRule,
    WordsRule,
    did_you_mean,
    field_schema,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.record.strict_yaml import Node

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PROSE = TextsRule(text=TextRule(longest=MAX_TEXT, lines=True))
_LINES = TextsRule()
_IDS = ListRule(item=ID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of record."""

    name: str
    """Singular, in the schemas' file names."""
    folder: str
    """Below ``content/``, and the attribute of `model.Content`."""
    about: Mapping[str, str]
    rule: ObjectRule


def _field(  # noqa: PLR0913 -- the columns of a table, written in one line each
    name: str,
    rule: Rule,
    french: str,
    english: str,
    example: str,
    *,
    required: bool = False,
    attribute: str = "",
) -> Field:
    return Field(
        name=name,
        rule=rule,
        about={"fr": french, "en": english},
        example=example,
        required=required,
        attribute=attribute,
    )


_FORMERLY = _field(
    "formerly",
    _IDS,
    "Anciens identifiants : leurs adresses mènent ici.",
    "Earlier ids: their addresses lead here.",
    "[ancien-nom]",
)
_WIKIDATA = _field("wikidata", WIKIDATA, "Identifiant Wikidata.", "Wikidata identifier.", "Q1520")
_DESCRIPTION = _field(
    "description",
    _PROSE,
    "Une ou deux phrases, dans vos mots.",
    "One or two sentences, in your own words.",
    '{fr: "…", en: "…"}',
)
_ALIASES = _field(
    "aliases",
    ListRule(item=TextRule()),
    "Autres graphies trouvées dans les articles : elles servent à reconnaître le nom.",
    "Other spellings found in articles: the name is recognised by them.",
    '["Kassym-Jomart Tokayev"]',
)
_NAME = _field(
    "name",
    _LINES,
    "Le nom usuel, par langue.",
    "The usual name, by language.",
    '{fr: "Pékin", en: "Beijing"}',
    required=True,
)
_COUNTRY = _field("country", COUNTRY, "Pays (ISO 3166-1).", "Country (ISO 3166-1).", "KZ")
_NOTE = _field(
    "note",
    _PROSE,
    "Ce que l'on sait, ce que l'on ne sait pas, et pourquoi la fiche le dit ainsi.",
    "What is known, what is not, and why the record says it this way.",
    '{fr: "…"}',
)

_DATING = ObjectRule(
    make=Dating,
    fields=(
        _field(
            "basis",
            ChoiceRule(choices=Basis),
            "D'où vient la date : stated (le texte la dit), resolved (calculée d'une expression "
            "relative), inferred (déduite d'un autre article), editor (connue d'ailleurs).",
            "Where the date comes from: stated (in the text), resolved (counted from a relative "
            "expression), inferred (from another article), editor (known from elsewhere).",
            "resolved",
            required=True,
        ),
        _field(
            "anchor",
            DateRule(),
            "La date à partir de laquelle l'expression relative a été comptée.",
            "The date that the relative expression was counted from.",
            '"2024-07-03"',
        ),
        _field(
            "rule",
            ID,
            "La règle appliquée (docs/dates.md).",
            "The rule that was applied (docs/dates.md).",
            "weekday-past",
        ),
        _NOTE,
    ),
)

_PARTICIPANT = ObjectRule(
    make=Participant,
    fields=(
        _field(
            "who",
            ID,
            "Identifiant d'une personne, d'une organisation ou d'un État (un lieu).",
            "Id of a person, an organisation or a state (a place).",
            "xi-jinping",
            required=True,
        ),
        _field("role", TextRule(longest=60), "Son rôle.", "The role played.", '"host"'),
    ),
)

_FIGURE = ObjectRule(
    make=Figure,
    fields=(
        _field(
            "id",
            ID,
            "Nom du chiffre dans cette fiche ; les preuves le citent : figures.<id>.",
            "Name of the figure in this record; evidence cites it as figures.<id>.",
            "trade-2024",
            required=True,
        ),
        _field(
            "indicator",
            ID,
            "Identifiant de l'indicateur dont il fait la série.",
            "Id of the indicator whose series it belongs to.",
            "china-central-asia-trade",
        ),
        _field(
            "what",
            _LINES,
            "Ce qui est compté, s'il n'y a pas d'indicateur.",
            "What is counted, when there is no indicator.",
            '{fr: "accords signés"}',
        ),
        _field(
            "period",
            DateRule(),
            "La période à laquelle le nombre se rapporte ; rien si le texte ne le dit pas.",
            "The time that the number refers to; nothing when the text does not say.",
            '"2024"',
        ),
        _field(
            "value",
            NumberRule(),
            "La valeur entière : 94,8 milliards s'écrit 94800000000.",
            "The full value: 94.8 billion is 94800000000.",
            "94800000000",
            required=True,
        ),
        _field(
            "unit",
            UNIT,
            "Une monnaie (ISO 4217) ou un mot : percent, people, MW, agreements…",
            "A currency (ISO 4217) or a word: percent, people, MW, agreements…",
            "USD",
            required=True,
        ),
        _field(
            "bound",
            ChoiceRule(choices=Bound),
            "Le rapport du nombre à la réalité, selon le texte.",
            "How the number relates to reality, as the text has it.",
            "more-than",
        ),
    ),
)


def _check_evidence(evidence: Evidence, node: Node, faults: Faults) -> None:
    start, end = evidence.at
    place = node.get("at")
    if end <= start and place is not None:
        message = f"found a passage from {start} to {end}, expected an end after its start"
        faults.add(place, "passage-place", message)


_EVIDENCE = ObjectRule(
    make=Evidence,
    check=_check_evidence,
    fields=(
        _field(
            "id",
            ID,
            "Nom de la preuve dans cette fiche.",
            "Name of the proof in this record.",
            "e1",
            required=True,
        ),
        _field(
            "source",
            ID,
            "Identifiant de la source.",
            "Id of the source.",
            "dnat-2025-06",
            required=True,
        ),
        _field(
            "supports",
            ListRule(item=TextRule(longest=170)),
            "Les champs que ce passage établit.",
            "The fields that this passage supports.",
            "[date, place, participants.xi-jinping, figures.trade-2024]",
            required=True,
        ),
        _field(
            "from",
            WordsRule(),
            "Les premiers mots du passage, six au plus.",
            "The first words of the passage, at most six.",
            '"Le 16 juin 2025"',
            required=True,
            attribute="from_",
        ),
        _field(
            "to",
            WordsRule(),
            "Ses derniers mots, six au plus.",
            "Its last words, at most six.",
            '"à Astana, au Kazakhstan"',
            required=True,
        ),
        _field(
            "at",
            ListRule(item=NumberRule(lowest=0, highest=10**9, whole=True), exactly=2),
            "Début et fin, en caractères du texte normalisé (fin exclue).",
            "Start and end in characters of the normalised text (end exclusive).",
            "[510, 612]",
            required=True,
        ),
        _field(
            "hash",
            HASH,
            "L'empreinte du passage normalisé.",
            "The hash of the normalised passage.",
            "sha256-8b98f857e57302b6",
            required=True,
        ),
        _field(
            "says",
            MapRule(),
            "Ce que cette source dit d'un champ, quand elle s'écarte de la fiche.",
            "What this source says of a field, where it differs from the record.",
            '{date: "2025"}',
        ),
    ),
)


def supportable(event: Event) -> tuple[str, ...]:
    """Return the field paths of an event that evidence may support, in the order of the fields."""
    return (
        *("title", "date", "type", "event_status", "summary", "place"),
        *(f"participants.{participant.who}" for participant in event.participants),
        *(f"organisations.{organisation}" for organisation in event.organisations),
        *("series", "part_of", "follows"),
        *(f"figures.{figure.id}" for figure in event.figures),
    )


def claims(event: Event) -> tuple[str, ...]:
    """Return the field paths of an event that must have evidence: what a reader is told as fact."""
    return (
        "title",
        *(("date",) if event.date and _is_from_text(event) else ()),
        *(("place",) if event.place else ()),
        *(f"participants.{participant.who}" for participant in event.participants),
        *(f"organisations.{organisation}" for organisation in event.organisations),
        *(f"figures.{figure.id}" for figure in event.figures),
    )


def _is_from_text(event: Event) -> bool:
    """Say whether the date claims to stand in a source; an editor's own has a note instead."""
    return event.dating is None or event.dating.basis is not Basis.EDITOR


def _check_event(event: Event, node: Node, faults: Faults) -> None:
    evidence = node.get("evidence")
    _report_repeated_ids(node, "evidence", faults)
    _report_repeated_ids(node, "figures", faults)
    for item in evidence.items if evidence else ():
        supports = item.get("supports")
        for path in supports.items if supports else ():
            if path.raw not in supportable(event):
                hint = did_you_mean(path.raw, supportable(event))
                message = f'found "{path.raw}", which is no field of this event'
                faults.add(path, "supports-unknown", message, hint)
    if event.status is not ReviewStatus.DRAFT:
        _report_unsupported_claims(event, node, faults)
    if event.dating and event.dating.basis is Basis.EDITOR and not event.dating.note:
        message = "the date is an editor's, and no note says where it is known from"
        faults.add(node.get("dating") or node, "date-note", message, 'Add note: {fr: "…"}.')


def _report_repeated_ids(node: Node, name: str, faults: Faults) -> None:
    seen: set[str] = set()
    listed = node.get(name)
    for item in listed.items if listed else ():
        key = item.get("id")
        if key and key.raw in seen:
            faults.add(key, "id-repeat", f'found the id "{key.raw}" twice in {name}')
        seen.add(key.raw if key else "")


def _report_unsupported_claims(event: Event, node: Node, faults: Faults) -> None:
    supported = {path for item in event.evidence for path in item.supports}
    for claim in claims(event):
        if claim not in supported:
            message = f'nothing supports "{claim}", and the record is no draft'
            hint = f"Add {claim} to the supports of a passage, or take the claim out."
            faults.add(node.get(claim.split(".")[0]) or node, "claim-unsupported", message, hint)


_EVENT = ObjectRule(
    make=Event,
    check=_check_event,
    fields=(
        _field(
            "title",
            _LINES,
            "Un titre court, dans vos mots.",
            "A short title, in your own words.",
            '{fr: "Deuxième sommet Chine – Asie centrale", en: "…"}',
            required=True,
        ),
        _field(
            "date",
            DateRule(),
            "Quand, aussi finement qu'on le sait, pas plus (EDTF). Rien si aucun texte ne le dit.",
            "When, as finely as it is known and no finer (EDTF). Nothing when no text tells.",
            '"2025-06-16/2025-06-18"',
        ),
        _field(
            "dating",
            _DATING,
            "Comment la date a été trouvée.",
            "How the date was found.",
            "{basis: stated}",
        ),
        _field(
            "type",
            ChoiceRule(choices=EventType),
            "La nature de l'événement.",
            "What kind of event it is.",
            "summit",
            required=True,
        ),
        _field(
            "event_status",
            ChoiceRule(choices=EventStatus),
            "Prévu, en cours, passé, reporté ou annulé.",
            "Planned, ongoing, happened, postponed or cancelled.",
            "happened",
        ),
        _field(
            "status",
            ChoiceRule(choices=ReviewStatus),
            "L'état de la fiche : brouillon, relue, contestée, retirée.",
            "The state of the record: draft, reviewed, disputed, withdrawn.",
            "draft",
            required=True,
        ),
        _field(
            "summary",
            _PROSE,
            "Une à trois phrases, dans vos mots (Markdown simple).",
            "One to three sentences, in your own words (simple Markdown).",
            '{fr: "…", en: "…"}',
        ),
        _NOTE,
        _field(
            "place",
            ID,
            "Identifiant du lieu où cela se passe.",
            "Id of the place where it happens.",
            "astana",
        ),
        _field(
            "participants",
            ListRule(item=_PARTICIPANT),
            "Qui agit ou assiste : personnes, organisations, États.",
            "Who acts or attends: people, organisations, states.",
            "[{who: xi-jinping}]",
        ),
        _field(
            "organisations",
            _IDS,
            "Les organisations dont c'est l'affaire.",
            "The organisations whose business it is.",
            "[organisation-cooperation-shanghai]",
        ),
        _field(
            "series",
            ID,
            "Le nom commun aux éditions d'une même série.",
            "The name that the editions of one series share.",
            "sommet-chine-asie-centrale",
        ),
        _field(
            "part_of",
            ID,
            "L'événement dont celui-ci fait partie.",
            "The event that this one is part of.",
            "sommet-ocs-astana-2024",
        ),
        _field(
            "follows",
            _IDS,
            "Les événements auxquels celui-ci fait suite.",
            "The events that this one follows.",
            "[sommet-chine-asie-centrale-xian-2023]",
        ),
        _field(
            "same_as",
            _IDS,
            "Fiches qui décrivent le même événement.",
            "Records of the same event.",
            "[autre-fiche]",
        ),
        _field(
            "not_same_as",
            _IDS,
            "Fiches que l'on pourrait confondre avec celle-ci, à tort.",
            "Records that could be taken for this one, wrongly.",
            "[autre-fiche]",
        ),
        _field("figures", ListRule(item=_FIGURE), "Les chiffres.", "The figures.", "[…]"),
        _field(
            "evidence",
            ListRule(item=_EVIDENCE),
            "Les passages des sources qui établissent chaque champ.",
            "The passages of the sources that support each field.",
            "[…]",
        ),
        _FORMERLY,
        _field(
            "generated",
            HASH,
            "Écrit par le générateur ; ne pas modifier.",
            "Written by the generator; leave it alone.",
            "sha256-0123456789abcdef",
        ),
    ),
)

_SOURCE = ObjectRule(
    make=Source,
    fields=(
        _field(
            "title",
            TextRule(),
            "Le titre, tel qu'imprimé.",
            "The title as printed.",
            '"…"',
            required=True,
        ),
        _field(
            "language",
            LANGUAGE,
            "La langue du texte.",
            "The language of the text.",
            "fr",
            required=True,
        ),
        _field("author", TextRule(), "L'auteur, s'il est nommé.", "The author, if named.", '"…"'),
        _field(
            "container_title",
            TextRule(),
            "Le journal ou le site.",
            "The newspaper or site.",
            '"La Gazette"',
        ),
        _field("publisher", TextRule(), "L'éditeur.", "The publisher.", '"…"'),
        _field(
            "issued",
            DateRule(),
            "La date de parution que le texte donne ; jamais celle de la lecture.",
            "The publication date that the text gives; never the day it was read.",
            '"2024-07-03"',
        ),
        _field(
            "accessed", DateRule(), "Le jour de la lecture.", "When it was read.", '"2025-06-20"'
        ),
        _field("url", UrlRule(), "L'adresse.", "The address.", "https://example.org/article"),
        _field(
            "archive",
            UrlRule(),
            "L'adresse d'une copie archivée.",
            "The address of an archived copy.",
            "https://web.archive.org/web/2025/https://example.org/article",
        ),
        _field(
            "rights",
            TextRule(longest=60),
            "La licence du texte ; sans elle, il ne peut pas être republié.",
            "The licence of the text; without one it may not be republished.",
            "CC-BY-4.0",
        ),
        _field(
            "length",
            NumberRule(lowest=1, highest=10**9, whole=True),
            "Longueur du texte lu, en caractères normalisés.",
            "Length of the text that was read, in normalised characters.",
            "3399",
        ),
        _field(
            "hash",
            HASH,
            "Empreinte du texte lu.",
            "Hash of the text that was read.",
            "sha256-b7986acdd86fa832",
        ),
        _field(
            "digest_of",
            ID,
            "La source que ce texte résume : les deux ne comptent que pour une.",
            "The source that this text retells: the two count as one.",
            "dnat-2025-06",
        ),
        _NOTE,
        _FORMERLY,
    ),
)

_PERSON = ObjectRule(
    make=Person, fields=(_NAME, _ALIASES, _DESCRIPTION, _COUNTRY, _WIKIDATA, _FORMERLY)
)

_ORGANISATION = ObjectRule(
    make=Organisation,
    fields=(
        _NAME,
        _field("acronym", _LINES, "Le sigle.", "The acronym.", '{fr: "OCS", en: "SCO"}'),
        _ALIASES,
        _DESCRIPTION,
        _COUNTRY,
        _WIKIDATA,
        _FORMERLY,
    ),
)

_PLACE = ObjectRule(
    make=Place,
    fields=(
        _NAME,
        _field(
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
        _field("part_of", ID, "Le lieu qui le contient.", "The place it lies in.", "kazakhstan"),
        _field(
            "latitude",
            NumberRule(lowest=-90, highest=90),
            "Degrés, nord positif (WGS 84).",
            "Degrees, north positive (WGS 84).",
            "51.13",
        ),
        _field(
            "longitude",
            NumberRule(lowest=-180, highest=180),
            "Degrés, est positif (WGS 84).",
            "Degrees, east positive (WGS 84).",
            "71.43",
        ),
        _WIKIDATA,
        _FORMERLY,
    ),
)

_INDICATOR = ObjectRule(
    make=Indicator,
    fields=(
        _NAME,
        _field(
            "unit",
            UNIT,
            "L'unité de toute la série.",
            "The unit of the whole series.",
            "USD",
            required=True,
        ),
        _DESCRIPTION,
        _field("places", _IDS, "Les lieux concernés.", "The places concerned.", "[kazakhstan]"),
        _WIKIDATA,
        _FORMERLY,
    ),
)


def _kind(name: str, folder: str, french: str, english: str, rule: ObjectRule) -> Kind:
    return Kind(name=name, folder=folder, about={"fr": french, "en": english}, rule=rule)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.folder: kind
        for kind in (
            _kind("event", "events", "Un événement daté.", "A dated event.", _EVENT),
            _kind("source", "sources", "Un article lu.", "An article that was read.", _SOURCE),
            _kind("person", "people", "Une personne.", "A person.", _PERSON),
            _kind(
                "organisation",
                "organisations",
                "Une organisation.",
                "An organisation.",
                _ORGANISATION,
            ),
            _kind("place", "places", "Un lieu.", "A place.", _PLACE),
            _kind("indicator", "indicators", "Un indicateur.", "An indicator.", _INDICATOR),
        )
    }
)
"""Folder below ``content/`` → the kind of record in it."""


def kind_of(record: Record) -> Kind:
    """Return the kind of a record."""
    return next(kind for kind in KINDS.values() if isinstance(record, kind.rule.make))  # type: ignore[arg-type]


def json_schema(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema of one kind of record, for editors' programs."""
    return {
        "$schema": SCHEMA_DIALECT,
        "$id": f"{kind.name}.schema.json",
        "title": kind.name,
        "description": f"{kind.about['fr']}\n\n{kind.about['en']}",
        **kind.rule.json_schema(),
    }


def field_table(kind: Kind, language: str) -> str:
    """Return the fields of one kind as a Markdown table, nested ones below their field."""
    head = {
        "fr": ("Champ", "Obligatoire", "Ce qu'il dit", "Exemple"),
        "en": ("Field", "Required", "What it says", "Example"),
    }[language]
    rows = [" | ".join(("", *head, "")).strip(), "|---|---|---|---|"]
    rows += [_table_row(path, item, language) for path, item in walk_fields(kind.rule)]
    return "\n".join(rows) + "\n"


def _table_row(path: str, item: Field, language: str) -> str:
    needed = {"fr": "oui", "en": "yes"}[language] if item.required else ""
    example = item.example.replace("|", "\\|")
    return f"| `{path}` | {needed} | {item.about[language]} | `{example}` |"


def walk_fields(rule: ObjectRule, before: str = "") -> tuple[tuple[str, Field], ...]:
    """Return every field with its dotted path, a nested mapping's below its own."""
    found: list[tuple[str, Field]] = []
    for item in rule.fields:
        path = f"{before}{item.name}"
        found.append((path, item))
        inner = item.rule.item if isinstance(item.rule, ListRule) else item.rule
        if isinstance(inner, ObjectRule):
            found += walk_fields(inner, f"{path}.")
    return tuple(found)


__all__ = [
    "KINDS",
    "Kind",
    "claims",
    "field_schema",
    "field_table",
    "json_schema",
    "kind_of",
    "supportable",
    "walk_fields",
]
