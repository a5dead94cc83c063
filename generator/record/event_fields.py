"""The fields of an event, once, and what one event must have on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.record.faults import Faults, close, found, perhaps
from generator.record.fields import FORMERLY, LINES, NOTE, PROSE, make_field
from generator.record.mends import meant_word, put_word
from generator.record.messages import phrase
from generator.record.model import (
    Basis,
    Bound,
    Dating,
    Event,
    EventStatus,
    EventType,
    Evidence,
    Figure,
    Participant,
    ReviewStatus,
)
from generator.record.quotation import MAX_RUN
from generator.record.rules import ListRule, MapRule, ObjectRule
from generator.record.values import (
    ACTOR,
    EVENT_ID,
    HASH,
    ID,
    INDICATOR_ID,
    ORGANISATION_ID,
    PLACE_ID,
    SOURCE_ID,
    UNIT,
    ChoiceRule,
    DateRule,
    NumberRule,
    TextRule,
    WordsRule,
)

if TYPE_CHECKING:
    from generator.record.strict_yaml import Node

LINKS = ("part_of", "follows", "same_as", "not_same_as")
"""Fields of an event that name other events."""

_DATING = ObjectRule(
    make=Dating,
    fields=(
        make_field(
            "basis",
            ChoiceRule(choices=Basis),
            "D'où vient la date : stated (le texte la dit), resolved (calculée d'une expression "
            "relative), inferred (déduite d'un autre article), editor (connue d'ailleurs).",
            "Where the date comes from: stated (in the text), resolved (counted from a relative "
            "expression), inferred (from another article), editor (known from elsewhere).",
            "resolved",
            required=True,
        ),
        make_field(
            "anchor",
            DateRule(),
            "La date à partir de laquelle l'expression relative a été comptée.",
            "The date that the relative expression was counted from.",
            '"2024-07-03"',
        ),
        make_field(
            "rule",
            ID,
            "La règle appliquée (docs/dates.md).",
            "The rule that was applied (docs/dates.md).",
            "weekday-past",
        ),
        NOTE,
    ),
)
_PARTICIPANT = ObjectRule(
    make=Participant,
    fields=(
        make_field(
            "who",
            ACTOR,
            "Identifiant d'une personne, d'une organisation ou d'un État (un lieu).",
            "Id of a person, an organisation or a state (a place).",
            "xi-jinping",
            required=True,
        ),
        make_field("role", TextRule(longest=60), "Son rôle.", "The role played.", '"host"'),
    ),
)
_FIGURE = ObjectRule(
    make=Figure,
    fields=(
        make_field(
            "id",
            ID,
            "Nom du chiffre dans cette fiche ; les preuves le citent : figures.<id>.",
            "Name of the figure in this record; evidence cites it as figures.<id>.",
            "trade-2024",
            required=True,
        ),
        make_field(
            "indicator",
            INDICATOR_ID,
            "Identifiant de l'indicateur dont il fait la série.",
            "Id of the indicator whose series it belongs to.",
            "china-central-asia-trade",
        ),
        make_field(
            "what",
            LINES,
            "Ce qui est compté, s'il n'y a pas d'indicateur.",
            "What is counted, when there is no indicator.",
            '{fr: "accords signés"}',
        ),
        make_field(
            "period",
            DateRule(),
            "La période à laquelle le nombre se rapporte ; rien si le texte ne le dit pas.",
            "The time that the number refers to; nothing when the text does not say.",
            '"2024"',
        ),
        make_field(
            "value",
            NumberRule(),
            "La valeur entière : 94,8 milliards s'écrit 94800000000.",
            "The full value: 94.8 billion is 94800000000.",
            "94800000000",
            required=True,
        ),
        make_field(
            "unit",
            UNIT,
            "Une monnaie (ISO 4217) ou un mot : percent, people, MW, agreements…",
            "A currency (ISO 4217) or a word: percent, people, MW, agreements…",
            "USD",
            required=True,
        ),
        make_field(
            "bound",
            ChoiceRule(choices=Bound),
            "Le rapport du nombre à la réalité, selon le texte.",
            "How the number relates to reality, as the text has it.",
            "more-than",
        ),
        make_field(
            "change_of",
            ID,
            "Le chiffre de cette fiche dont c'est la hausse (ou, négatif, la baisse) sur un an, "
            "en pour cent ou dans son unité.",
            "The figure of this record of which it is the rise (or, negative, the fall) in a year, "
            "in per cent or in its unit.",
            "trade-2024",
        ),
    ),
)


def _check_evidence(evidence: Evidence, node: Node, faults: Faults) -> None:
    start, end = evidence.at
    place = node.get("at")
    if end <= start and place is not None:
        faults.add(place, phrase("passage-place", start=start, end=end))
    _report_runs(evidence, node, faults)


def _report_runs(evidence: Evidence, node: Node, faults: Faults) -> None:
    """Count the words that stand in a row: those beside a passage and those at its end."""
    whole = evidence.from_ == evidence.to
    runs = {
        "prefix": (evidence.prefix, evidence.from_, evidence.suffix if whole else None),
        "suffix": (evidence.prefix if whole else None, evidence.to, evidence.suffix),
    }
    for name, texts in runs.items():
        count = sum(len(text.split()) for text in texts if text)
        place = node.get(name)
        if place is not None and count > MAX_RUN:
            faults.add(place, phrase("passage-words.run", found=count, limit=MAX_RUN, field=name))


_EVIDENCE = ObjectRule(
    make=Evidence,
    check=_check_evidence,
    fields=(
        make_field(
            "id",
            ID,
            "Nom de la preuve dans cette fiche.",
            "Name of the proof in this record.",
            "e1",
            required=True,
        ),
        make_field(
            "source",
            SOURCE_ID,
            "Identifiant de la source.",
            "Id of the source.",
            "dnat-2025-06",
            required=True,
        ),
        make_field(
            "supports",
            ListRule(item=TextRule(longest=170)),
            "Les champs que ce passage établit.",
            "The fields that this passage supports.",
            "[date, place, participants.xi-jinping, figures.trade-2024]",
            required=True,
        ),
        make_field(
            "from",
            WordsRule(),
            "Les premiers mots du passage, six au plus.",
            "The first words of the passage, at most six.",
            '"Le 16 juin 2025"',
            required=True,
            attribute="from_",
        ),
        make_field(
            "to",
            WordsRule(),
            "Ses derniers mots, six au plus.",
            "Its last words, at most six.",
            '"à Astana, au Kazakhstan"',
            required=True,
        ),
        make_field(
            "at",
            ListRule(item=NumberRule(lowest=0, highest=10**9, whole=True), exactly=2),
            "Début et fin, en caractères du texte normalisé (fin exclue).",
            "Start and end in characters of the normalised text (end exclusive).",
            "[510, 612]",
            required=True,
        ),
        make_field(
            "hash",
            HASH,
            "L'empreinte du passage normalisé.",
            "The hash of the normalised passage.",
            "sha256-8b98f857e57302b6",
            required=True,
        ),
        make_field(
            "prefix",
            WordsRule(),
            "Les mots juste avant le passage, si les siens se trouvent aussi ailleurs.",
            "The words right before the passage, where its own stand elsewhere too.",
            '"Selon la mairie,"',
        ),
        make_field(
            "suffix",
            WordsRule(),
            "Les mots juste après, pour la même raison.",
            "The words right after it, for the same reason.",
            '"a dit le maire"',
        ),
        make_field(
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
                meant = _meant_claim(path.raw, event)
                hint = perhaps(meant) or close(path.raw, supportable(event))
                mend = put_word(faults.text, path, meant)
                faults.add(path, phrase("supports-unknown", field=path.raw), advice=hint, mend=mend)
    _report_changes(event, node, faults)
    _report_bases(event, node, faults)
    _report_links(event, node, faults)
    _report_unsupported_claims(event, node, faults)
    if event.dating and event.dating.basis is Basis.EDITOR and not event.dating.note:
        faults.add(node.get("dating") or node, "date-note")


def _meant_claim(found: str, event: Event) -> str:
    """Return the field that `supports` must mean: a slip in its name, none in the id behind it.

    Where ids differ, nobody can tell which of the two is the wrong one.
    """
    name, dot, record = found.partition(".")
    known = supportable(event)
    meant = meant_word(name, {choice.partition(".")[0] for choice in known}) + dot + record
    return meant if meant in known else ""


def _report_repeated_ids(node: Node, name: str, faults: Faults) -> None:
    seen: set[str] = set()
    listed = node.get(name)
    for item in listed.items if listed else ():
        key = item.get("id")
        if key and key.raw in seen:
            faults.add(key, phrase("id-repeat", id=key.raw, list=name))
        seen.add(key.raw if key else "")


def _report_changes(event: Event, node: Node, faults: Faults) -> None:
    """A change is of another figure of the event, in per cent or in that figure's unit."""
    units = {figure.id: figure.unit for figure in event.figures}
    listed = node.get("figures")
    for figure, item in zip(event.figures, listed.items if listed else (), strict=False):
        place = item.get("change_of")
        if place is None or figure.change_of is None:
            continue
        others = tuple(name for name in units if name != figure.id)
        if figure.change_of not in others:
            hint = close(figure.change_of, others)
            faults.add(place, phrase("figure-change.figure", figure=figure.change_of), advice=hint)
        elif figure.unit not in ("percent", units[figure.change_of]):
            expected = units[figure.change_of]
            faults.add(place, phrase("figure-change.unit", unit=figure.unit, expected=expected))


def _report_bases(event: Event, node: Node, faults: Faults) -> None:
    """A basis is one of four words, and of a field that the event has."""
    listed = node.get("basis")
    for key, value in listed.pairs if listed else ():
        if key.raw not in supportable(event) or key.raw == "date":
            hint = close(key.raw, [path for path in supportable(event) if path != "date"])
            hint = phrase("you-mean.dating") if key.raw == "date" else hint
            faults.add(key, phrase("basis-field", field=key.raw), advice=hint)
        if value.raw not in tuple(Basis):
            expected = phrase("expected.choice", choices=", ".join(Basis))
            mend = put_word(faults.text, value, meant_word(value.raw, tuple(Basis)))
            hint = close(value.raw, tuple(Basis))
            faults.add(
                value,
                phrase("basis-word", found=found(value), expected=expected),
                advice=hint,
                mend=mend,
            )


def _report_links(event: Event, node: Node, faults: Faults) -> None:
    """Say which links lead from the event to itself, and which figures say not what they count."""
    for name in LINKS:
        listed = node.get(name)
        for item in (listed.items or (listed,)) if listed else ():
            if item.raw == event.id:
                faults.add(item, phrase("reference-self", field=name))
    figures = node.get("figures")
    for figure, item in zip(event.figures, figures.items if figures else (), strict=False):
        if figure.indicator is None and not figure.what:
            faults.add(item, phrase("figure-what", figure=figure.id))


def _report_unsupported_claims(event: Event, node: Node, faults: Faults) -> None:
    """A statement without a passage: wrong in a record that was reviewed, open in a draft."""
    draft = event.status is ReviewStatus.DRAFT
    if draft and not event.evidence:
        faults.add(node, "evidence-missing", severity="warning")
        return
    supported = {path for item in event.evidence for path in item.supports}
    key, severity = ("draft", "warning") if draft else ("record", "error")
    for claim in claims(event):
        if claim not in supported:
            place = node.get(claim.split(".")[0]) or node
            faults.add(place, phrase(f"claim-unsupported.{key}", claim=claim), severity=severity)


EVENT = ObjectRule(
    make=Event,
    check=_check_event,
    fields=(
        make_field(
            "title",
            LINES,
            "Un titre court, dans vos mots.",
            "A short title, in your own words.",
            '{fr: "Deuxième sommet Chine – Asie centrale", en: "…"}',
            required=True,
        ),
        make_field(
            "date",
            DateRule(),
            "Quand, aussi finement qu'on le sait, pas plus (EDTF). Rien si aucun texte ne le dit.",
            "When, as finely as it is known and no finer (EDTF). Nothing when no text tells.",
            '"2025-06-16/2025-06-18"',
        ),
        make_field(
            "dating",
            _DATING,
            "Comment la date a été trouvée.",
            "How the date was found.",
            "{basis: stated}",
        ),
        make_field(
            "type",
            ChoiceRule(choices=EventType),
            "La nature de l'événement.",
            "What kind of event it is.",
            "summit",
            required=True,
        ),
        make_field(
            "event_status",
            ChoiceRule(choices=EventStatus),
            "Prévu, en cours, passé, reporté ou annulé.",
            "Planned, ongoing, happened, postponed or cancelled.",
            "happened",
        ),
        make_field(
            "status",
            ChoiceRule(choices=ReviewStatus),
            "L'état de la fiche : brouillon, relue, contestée, retirée.",
            "The state of the record: draft, reviewed, disputed, withdrawn.",
            "draft",
            required=True,
        ),
        make_field(
            "summary",
            PROSE,
            "Une à trois phrases, dans vos mots (Markdown simple).",
            "One to three sentences, in your own words (simple Markdown).",
            '{fr: "…", en: "…"}',
        ),
        NOTE,
        make_field(
            "place",
            PLACE_ID,
            "Identifiant du lieu où cela se passe.",
            "Id of the place where it happens.",
            "astana",
        ),
        make_field(
            "participants",
            ListRule(item=_PARTICIPANT),
            "Qui agit ou assiste : personnes, organisations, États.",
            "Who acts or attends: people, organisations, states.",
            "[{who: xi-jinping}]",
        ),
        make_field(
            "organisations",
            ListRule(item=ORGANISATION_ID),
            "Les organisations dont c'est l'affaire.",
            "The organisations whose business it is.",
            "[organisation-cooperation-shanghai]",
        ),
        make_field(
            "series",
            ID,
            "Le nom commun aux éditions d'une même série.",
            "The name that the editions of one series share.",
            "sommet-chine-asie-centrale",
        ),
        make_field(
            "part_of",
            EVENT_ID,
            "L'événement dont celui-ci fait partie.",
            "The event that this one is part of.",
            "sommet-ocs-astana-2024",
        ),
        make_field(
            "follows",
            ListRule(item=EVENT_ID),
            "Les événements auxquels celui-ci fait suite.",
            "The events that this one follows.",
            "[sommet-chine-asie-centrale-xian-2023]",
        ),
        make_field(
            "same_as",
            ListRule(item=EVENT_ID),
            "Fiches qui décrivent le même événement.",
            "Records of the same event.",
            "[autre-fiche]",
        ),
        make_field(
            "not_same_as",
            ListRule(item=EVENT_ID),
            "Fiches que l'on pourrait confondre avec celle-ci, à tort.",
            "Records that could be taken for this one, wrongly.",
            "[autre-fiche]",
        ),
        make_field("figures", ListRule(item=_FIGURE), "Les chiffres.", "The figures.", "[…]"),
        make_field(
            "basis",
            MapRule(),
            "D'où vient un champ qu'aucun passage ne dit en toutes lettres : resolved (compris du "
            "passage), inferred (déduit d'ailleurs), editor (connu de la rédaction).",
            "Where a field comes from that no passage says in so many words: resolved (understood "
            "from the passage), inferred (from elsewhere), editor (known to the editors).",
            "{place: inferred, figures.trade-2024: resolved}",
        ),
        make_field(
            "evidence",
            ListRule(item=_EVIDENCE),
            "Les passages des sources qui établissent chaque champ.",
            "The passages of the sources that support each field.",
            "[…]",
        ),
        make_field(
            "cites",
            ListRule(item=SOURCE_ID),
            "Sources indiquées pour l'événement, dont aucun passage n'a encore été lu : elles ne "
            "prouvent rien.",
            "Sources named for the event, of which no passage has been read yet: they prove "
            "nothing.",
            "[dnat-2025-06]",
        ),
        FORMERLY,
        make_field(
            "generated",
            HASH,
            "Écrit par le générateur ; ne pas modifier.",
            "Written by the generator; leave it alone.",
            "sha256-0123456789abcdef",
        ),
    ),
)
