"""Words that tell of an event: nouns such as "sommet", verbs such as "signer" in all forms."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract.lang import load
from generator.extract.names.words import Hit, PhraseTable, Word, fold, inflect, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.extract.names.tagger import Form

FALLBACK = "en"  # a language without event data is read with these
HELPERS = ("have", "be", "been", "would-have", "will")  # kinds of `EventWords.auxiliaries`
PART_REACH = 20  # words between a verb and its prefix at the end of the clause
FIRST_PART, LAST_PART = 3, 4  # letters of the parts of a compound, at least
LOOK_BACK = 3  # words before a verb in which its reflexive pronoun stands


class Role(StrEnum):
    """What a trigger does in its clause."""

    NOUN = "noun"
    VERB = "verb"
    LIGHT = "light"
    """A verb that only says that the event of a noun takes place."""
    NEWS = "news"
    """A speech act that can be news itself: announce, condemn."""
    COMMENT = "comment"
    """A speech act that only carries what is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """What events are told with in one language. Lists are one text, items separated by commas."""

    nouns: Mapping[str, str]
    """Event type → nouns; a ``*`` marks a plural that is one event."""
    weak_nouns: str
    """Nouns that as often tell of no event: they need a date or a place."""
    noun_plurals: Mapping[str, tuple[str, ...]]
    """Ending of a noun → endings of its forms, the longest ending that fits decides."""
    verbs: Mapping[str, str]
    """Event type or ``casualty`` → infinitives."""
    weak_verbs: str
    """Verbs that as often tell of no event."""
    statement_verbs: str
    announcing: str
    """Those of them that are no news beside what they announce."""
    comment_verbs: str
    light_verbs: str
    stative_verbs: str
    """Verbs that tell a state, even with a date."""
    verb_forms: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Ending of an infinitive → tense → endings. Tenses: present, past, participle, future,
    conditional, imperfect, gerund, infinitive; ``ed`` is past or participle."""
    reflexive: tuple[str, ...]
    """Pronouns, folded, of verbs listed with the first of them."""
    auxiliaries: Mapping[str, str]
    """have, be, been, would-have, will, due, was-due, may, just, not → words."""
    determiners_definite: str
    determiners_this: str
    determiners_indefinite: str
    noun_before: str
    """Words before a noun, to tell it from a verb of the same form."""
    boundaries: str
    """Regular expression between two clauses."""
    relative: str
    """Regular expression at the start of a clause about the noun before it."""
    linked: str
    """Regular expression at the start of a clause that tells what happened at the event before."""
    according: str
    """Regular expression, ending before a name, that makes it only the source: "selon"."""
    attribution: str
    """Regular expression at the start of a clause that only says who told it."""
    planned: str
    postponed: str
    cancelled: str
    ongoing: str
    habitual: str
    series: str
    """Regular expression in a clause that tells a target or a wish."""
    recent: str
    previous: str
    following: str
    ordinals: Mapping[str, int]
    ordinal_digits: str
    finite: str
    """Regular expression for a conjugated auxiliary: the clause is a statement of its own."""
    happened: str
    """Regular expression for any verb in a perfect or past tense."""
    will_happen: str
    """Regular expression for any verb in the future tense."""
    at_event: str
    """Regular expression, ending at a noun, that makes it the setting of something else."""
    weapons: str
    """Regular expression that makes a launch an attack."""
    presence: str
    """Regular expression for being, or being expected, at a place named after it."""
    presence_later: str
    """Regular expression in what `presence` matched that makes it a plan."""
    destination: str
    """Regular expression before a place that a journey goes to."""
    place_verbs: str
    """Verbs, separated by commas, whose object is where it happens: to visit."""
    titles: Mapping[str, str]
    """Event type → noun for a title."""
    nominals: Mapping[str, str]
    """Infinitive → noun for a title."""
    intransitive: str = ""
    """Verbs, separated by commas, whose noun is of their subject: to resign."""
    dying: str = ""
    """Verbs, separated by commas, that say of somebody's death not that it was caused."""
    demanding: str = ""
    """Verbs, separated by commas, whose object is wished for: "demander un cessez-le-feu"."""
    works: str = ""
    """Regular expression for what is built and put to use: a bridge, a plant, a line."""
    building: str = ""
    """Regular expression for a form of a verb that builds or opens it."""
    bare_after: str = ""
    """Words, separated by spaces, right before a weak noun that make it part of an expression."""
    apart_event: str = ""
    """Regular expression, ending at a noun, that puts its event at another time: "after the"."""
    beside_event: str = ""
    """Regular expression before a noun that makes it the event beside which another happens."""
    scheduled: str = ""
    """Regular expression for being set for a date: "is scheduled for"."""
    dated_participle: str = ""
    """Regular expression that ends at a date, its first group a participle that the date is of."""
    readings: tuple[tuple[str, str, str], ...] = ()
    """What a trigger means in company: lemmas or types, separated by commas; regular expression in
    its clause; the type that both make. The first that holds counts."""
    born: str = ""
    """Regular expression for a participle that only says of somebody what they are."""
    synonyms: tuple[str, ...] = ()
    """Nouns of one kind of act, separated by commas: what one calls a raid another calls attack."""
    another: str = ""
    """Regular expression that makes an event one more beside those told: "le même jour"."""
    perils: str = ""
    """Regular expression for what kills by accident: fire, water, vehicles, diseases."""
    arms: str = ""
    """Regular expression for those who kill, and what with."""
    reported: str = ""
    """Regular expression for what opens the words that a speech act reports: "que", a quotation."""
    apart_date: str = ""
    """Regular expression, ending at a date, that makes it the date of a noun that says when."""
    same_day: str = ""
    """Regular expression for a time of the day that the text speaks of: "dans la nuit"."""
    narrated: str = ""
    """Regular expression for a verb in a tense that tells what happened only beside a date."""
    nouns_capital: bool = False
    """Whether every noun has a capital, as in German."""
    verb_last: bool = False
    """Whether a participle or infinitive stands at the end, far from its auxiliary."""
    verb_parts: str = ""
    """Prefixes, separated by spaces, that stand apart from their verb at the end: "nahm … fest"."""
    reflexive_endings: tuple[str, ...] = ()
    """Endings of infinitives that have the pronoun in them: "reunirse"."""
    idle_verbs: str = ""
    """Verbs that tell no event where only a tagger finds them."""
    verbs_by_lemma: Mapping[str, str] = field(default_factory=dict)
    """Event type → infinitives that only a tagger finds, in any form."""
    compound_nouns: bool = False
    """Whether a noun that ends in one of the list is one: "Klimakonferenz"."""
    not_compounds: str = ""
    """Nouns, separated by spaces, that only seem to end in one of the list: "Beispiel"."""
    verbs_explicit: Mapping[str, str] = field(default_factory=dict)
    """Infinitive → its forms as ``tense:form form|tense:form``, for verbs without a rule."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What one form of a trigger can mean."""

    type: str
    """An `EventType`, ``casualty`` or empty for a verb without a type of its own."""
    lemma: str
    role: Role
    tenses: frozenset[str] = frozenset()
    weak: bool = False
    light: bool = False
    """Whether it may also only carry the event of a noun."""
    reflexive: bool = False
    plural: bool = False
    capital: bool = False
    """Whether it needs a capital: "le Mondial", not "mondial"."""
    stative: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger word or expression in a text."""

    first: int
    last: int
    """Indices of its words in the sentence, ``last`` exclusive."""
    start: int
    end: int
    """Offsets in code points of the text, end exclusive."""
    sense: Sense


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The triggers of one language, ready for look-up."""

    data: EventWords
    nouns: PhraseTable[Sense]
    folded_nouns: PhraseTable[Sense]
    """For words in capitals, which often lack their accents."""
    helpers: frozenset[str]
    """Auxiliaries, which are no verbs of their own."""
    verbs: PhraseTable[tuple[Sense, ...]]
    auxiliaries: Mapping[str, frozenset[str]]
    """Folded, but for German, where "wurde" is not "würde"."""
    noun_before: frozenset[str]
    determiners: frozenset[str]
    """Folded articles and the like: none stands between an auxiliary and its participle."""
    pointers: frozenset[str]
    """Folded words before a noun that points back."""
    this: frozenset[str]
    """Those of them that point at something told before."""
    place_verbs: frozenset[str]
    announcing: frozenset[str]
    dying: frozenset[str]
    verb_parts: frozenset[str]
    kinds_by_lemma: Mapping[str, str]
    """Infinitive → type, for verbs that a tagger finds."""
    not_compounds: frozenset[str]
    idle: frozenset[str]
    """Verbs that tell no event by themselves: of states and of speaking."""
    demanding: frozenset[str]
    acts: Mapping[str, str]
    """Lemma → what verb and nouns of one act share."""
    code: str
    """The language, a BCP 47 tag."""


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """Return the triggers of a language, English ones for a language that has none."""
    try:
        data = load(language, "events")
    except KeyError:
        language, data = FALLBACK, load(FALLBACK, "events")
    assert isinstance(data, EventWords)  # noqa: S101 -- a programming fault in lang/, not data
    return make_lexicon(data, language)


def make_lexicon(data: EventWords, language: str) -> Lexicon:
    """Return words made ready for look-up.

    Args:
        data: the words.
        language: whose they are, a BCP 47 tag.
    """
    nouns = tuple(_nouns(data))
    auxiliaries = {
        kind: frozenset(text.casefold().split()) if data.verb_last else words_of(text)
        for kind, text in data.auxiliaries.items()
    }
    return Lexicon(
        data,
        PhraseTable(nouns, accents=True),
        PhraseTable((tuple(map(fold, words)), sense) for words, sense in nouns),
        frozenset().union(*(auxiliaries[kind] for kind in HELPERS)),
        _verbs(data),
        auxiliaries,
        words_of(data.noun_before),
        words_of(f"{data.determiners_definite} {data.determiners_indefinite}"),
        words_of(data.determiners_this) | words_of(data.determiners_definite),
        words_of(data.determiners_this),
        frozenset(items(data.place_verbs)),
        frozenset(items(data.announcing)),
        frozenset(items(data.dying)),
        words_of(data.verb_parts),
        {verb: kind for kind, text in data.verbs_by_lemma.items() for verb in items(text)},
        frozenset(data.not_compounds.casefold().split()),
        frozenset(items(f"{data.stative_verbs},{data.comment_verbs},{data.idle_verbs}")),
        frozenset(items(data.demanding)),
        _acts(data),
        language,
    )


def _acts(data: EventWords) -> dict[str, str]:
    """Return what the lemmas of one act share: its noun, of synonyms the first one."""
    first = {fold(noun): fold(group[0]) for group in map(items, data.synonyms) for noun in group}
    verbs = {verb: fold(noun) for verb, noun in data.nominals.items()}
    return first | {verb: first.get(noun, noun) for verb, noun in verbs.items()}


def items(text: str) -> tuple[str, ...]:
    """Return the items of a comma-separated list."""
    return tuple(" ".join(item.split()) for item in text.split(",") if item.strip())


def words_of(text: str) -> frozenset[str]:
    """Return the folded words of a list separated by spaces."""
    return frozenset(fold(word) for word in text.split())


def _nouns(data: EventWords) -> Iterator[tuple[tuple[str, ...], Sense]]:
    weak = {phrase(item) for item in items(data.weak_nouns)}
    rules = {ending: {"": forms} for ending, forms in data.noun_plurals.items()}
    for kind, text in data.nouns.items():
        for item in items(text):
            noun, one = item.rstrip("*"), item.endswith("*")
            lemma = phrase(noun)
            named = noun[0].isupper() and not data.nouns_capital
            base = Sense(kind, " ".join(lemma), Role.NOUN, weak=lemma in weak, capital=named)
            yield phrase(noun, accents=True), base
            if one or named:
                continue
            head, *rest = noun.split(" ")
            for form, _ in inflect(head, rules):
                forms = phrase(" ".join((form, *rest)), accents=True)
                yield forms, Sense(kind, base.lemma, Role.NOUN, weak=base.weak, plural=True)


def _verbs(data: EventWords) -> PhraseTable[tuple[Sense, ...]]:
    """Return every form of every verb with all that it can mean, the most telling first."""
    light = set(items(data.light_verbs))
    weak = set(items(data.weak_verbs))
    stative = set(items(data.stative_verbs))
    listed: dict[tuple[str, Role], str] = {}
    for kind, text in data.verbs.items():
        for verb in items(text):
            listed.setdefault((verb, Role.VERB), kind)
    for role, text in (
        (Role.NEWS, data.statement_verbs),
        (Role.COMMENT, data.comment_verbs),
        (Role.LIGHT, data.light_verbs),
        (Role.LIGHT, data.stative_verbs),
    ):
        for verb in items(text):
            if role is Role.NEWS or (verb, Role.VERB) not in listed:
                listed.setdefault((verb, role), "statement" if role is not Role.LIGHT else "")
    forms: dict[tuple[str, ...], dict[str, Sense]] = {}
    for (verb, role), kind in listed.items():
        sense = Sense(
            kind,
            verb,
            role,
            weak=verb in weak,
            light=verb in light,
            reflexive=_is_reflexive(verb, data),
            stative=verb in stative,
        )
        for words, tenses in _forms(verb, data).items():
            own = forms.setdefault(words, {})
            own[f"{verb} {role}"] = Sense(
                sense.type,
                verb,
                role,
                tenses,
                sense.weak,
                sense.light,
                sense.reflexive and not _has_pronoun(words, data),
                stative=sense.stative,
            )
    return PhraseTable(
        ((words, tuple(senses.values())) for words, senses in forms.items()), accents=True
    )


def _has_pronoun(words: tuple[str, ...], data: EventWords) -> bool:
    """Say whether a form has its pronoun in it: "reunirse"."""
    return bool(data.reflexive_endings) and words[0].endswith(data.reflexive_endings)


def _is_reflexive(verb: str, data: EventWords) -> bool:
    words = phrase(verb)
    apart = len(words) > 1 and words[0] in data.reflexive
    return apart or (bool(data.reflexive_endings) and verb.endswith(data.reflexive_endings))


def _forms(verb: str, data: EventWords) -> Mapping[tuple[str, ...], frozenset[str]]:
    """Return the forms of a verb, its complement after them, with their tenses."""
    explicit = data.verbs_explicit.get(verb)
    found: dict[tuple[str, ...], set[str]] = {}
    if explicit:
        for part in explicit.split("|"):
            tense, _, forms = part.partition(":")
            for form in forms.split():
                found.setdefault(phrase(form.replace("_", " "), accents=True), set()).add(tense)
        return {words: frozenset(tenses) for words, tenses in found.items()}
    pieces = verb.replace("s'", "s' ").replace("’", "'").split(" ")
    if _is_reflexive(verb, data) and len(pieces) > 1:
        pieces = pieces[1:]
    for form, tense in inflect(pieces[0], data.verb_forms):
        words = phrase(" ".join((form, *pieces[1:])), accents=True)
        found.setdefault(words, set()).add(tense or "infinitive")
    return {words: frozenset(tenses) for words, tenses in found.items()}


def find_triggers(
    words: tuple[Word, ...],
    language: Lexicon,
    parts: Mapping[int, str],
    verbs: Mapping[int, Form] | None = None,
) -> tuple[Trigger, ...]:
    """Find the triggers of a sentence.

    Args:
        words: of the sentence.
        language: its triggers.
        parts: offset of a word → part of speech by the vote of a model; may be empty.
        verbs: offset of a verb → its form by the vote of a tagger.

    Returns:
        Triggers in order, without overlap; where a form is a noun and a verb, the words before it
        and the vote decide.
    """
    found: list[Trigger] = []
    words = _joined(words, language)
    index = 0
    while index < len(words):
        trigger = _trigger_at(words, index, language, parts)
        if trigger:
            found.append(_in_tense(trigger, (verbs or {}).get(trigger.start)))
            index = trigger.last
        else:
            index += 1
    return tuple(found)


def _in_tense(trigger: Trigger, form: Form | None) -> Trigger:
    """Return a verb with the tense that the tagger saw, where forms of several tenses look alike.

    A form that English has for the past and for the participle stays both where the tagger says
    participle, which is what it says too often.
    """
    sense = trigger.sense
    if form is None or sense.role is Role.NOUN or form.tense in ("", "gerund"):
        return trigger
    if len(sense.tenses) == 1 and sense.tenses <= {"past", "participle", "future"}:
        return trigger
    if "ed" in sense.tenses and form.tense != "past":
        return trigger
    return replace(trigger, sense=replace(sense, tenses=frozenset({form.tense})))


def _joined(words: tuple[Word, ...], language: Lexicon) -> tuple[Word, ...]:
    """Return the words with each verb in one that stands in two: "nahm … fest" as "festnahm"."""
    made = list(words)
    for index, part in enumerate(words):
        if part.capital or part.fold not in language.verb_parts:
            continue
        if index + 1 < len(words) and words[index + 1].start == part.end + 1:
            continue  # no end of a clause: "fest verankert"
        for before in range(index - 1, max(-1, index - PART_REACH), -1):
            verb = words[before]
            whole = replace(verb, text=part.text + verb.lower, fold=part.fold + verb.fold)
            if not verb.capital and language.verbs.at((whole,), 0):
                made[before] = whole
                break
    return tuple(made)


def _trigger_at(
    words: tuple[Word, ...], index: int, language: Lexicon, parts: Mapping[int, str]
) -> Trigger | None:
    noun = _noun_at(words, index, language, parts)
    verb = language.verbs.at(words, index)
    if verb and verb.last == index + 1 and words[index].fold in language.helpers:
        verb = None
    sense = _sense(words, index, language, verb.value) if verb else None
    if noun and (verb is None or sense is None or noun.last > verb.last):
        verb = None
    elif noun and verb and verb.last == noun.last:
        if _is_noun(words, index, language, parts):
            verb = None
        else:
            noun = None
    if verb and sense and not _is_no_verb(words, index, sense, parts):
        last = verb.last
    elif noun:
        sense, last = noun.value, noun.last
    else:
        return None
    return Trigger(index, last, words[index].start, words[last - 1].end, sense)


def _noun_at(
    words: tuple[Word, ...], index: int, language: Lexicon, parts: Mapping[int, str]
) -> Hit[Sense] | None:
    """Return the noun of the lists that begins at a word, as far as it can be one."""
    noun = language.nouns.at(words, index)
    if noun is None and words[index].upper:
        noun = language.folded_nouns.at(words, index)
    if noun is None and language.data.compound_nouns:
        noun = _compound(words, index, language)
    if noun and noun.value.capital and not words[index].capital:
        return None
    if noun and noun.last == index + 1 and parts.get(words[index].start) == "ADJ":
        return None  # "les questions régionales"
    return noun


def _compound(words: tuple[Word, ...], index: int, language: Lexicon) -> Hit[Sense] | None:
    """Return the noun of the lists that a longer one ends in: the longest that does."""
    word = words[index].lower
    if not words[index].capital or word in language.not_compounds:
        return None
    for cut in range(FIRST_PART, len(word) - LAST_PART + 1):
        sense = language.nouns.get((word[cut:],))
        if sense:
            return Hit(index, index + 1, sense)
    return None


def _is_no_verb(
    words: tuple[Word, ...], index: int, sense: Sense, parts: Mapping[int, str]
) -> bool:
    """Say whether the model takes a form for a noun that only a rare tense of a verb shares."""
    vote = parts.get(words[index].start, "VERB")
    if vote == "PROPN" and index and words[index].capital and words[index - 1].capital:
        return 2 * sum(word.capital for word in words) < len(words)  # no headline in title case
    rare = {"gerund", "present", "infinitive"}
    if vote == "ADJ":
        return sense.tenses <= rare
    return vote in ("NOUN", "PROPN", "ADP") and sense.tenses <= rare | {"participle"}


def _is_noun(
    words: tuple[Word, ...], index: int, language: Lexicon, parts: Mapping[int, str]
) -> bool:
    vote = parts.get(words[index].start)
    if vote in ("NOUN", "VERB", "AUX"):
        return vote == "NOUN"
    if index == 0 or (words[index].capital and language.data.auxiliaries and index > 0):
        return True
    return words[index - 1].fold in language.noun_before


def _sense(
    words: tuple[Word, ...], index: int, language: Lexicon, senses: tuple[Sense, ...]
) -> Sense | None:
    """Return what a verb form means here: the reflexive verb where its pronoun stands before it."""
    before = {word.fold for word in words[max(0, index - LOOK_BACK) : index]}
    with_pronoun = bool(before.intersection(language.data.reflexive))
    fitting = [sense for sense in senses if sense.reflexive == with_pronoun]
    loose = [sense for sense in senses if not sense.reflexive]
    choice = fitting or loose
    news = [sense for sense in choice if sense.role is Role.NEWS]
    if news and len(choice) > 1:
        # "l'ONU a condamné l'attaque" is a statement, "il a été condamné" is not.
        been = language.auxiliaries["been"] | language.auxiliaries["be"]
        passive = bool(been & before)
        choice = [s for s in choice if (s.role is Role.NEWS) != passive] or choice
    return next(iter(choice), None)
