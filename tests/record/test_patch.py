"""A change put into a file as a person wrote it: the change is there, and everything else is."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.errors import ContentError, StoreError
from generator.record.edtf import parse_edtf
from generator.record.model import Basis, Dating, Event, Evidence, Figure, Participant
from generator.record.patch import apply_splices, find_splices, patch_record
from generator.record.render import render_record
from generator.record.schema import KINDS
from generator.record.store import read_record
from generator.record.strict_yaml import parse_yaml

# A seed tells a failing case as well as a shrunk one, and shrinking a seed takes minutes.
LAWS = settings(deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
KIND = KINDS["events"]
PATH = "content/events/2025/a.yml"
PLAIN = re.compile(r"[a-z][a-z-]{2,}")
WORDS = st.text("aé'\"#:-{[,&!%\\ ", min_size=1, max_size=12).filter(lambda t: t == t.strip())
IDS = st.from_regex(r"[a-z]{3,6}(-[a-z0-9]{1,4})?", fullmatch=True)
TEXTS = st.dictionaries(st.sampled_from(["fr", "en", "no"]), WORDS, min_size=1, max_size=2)
DATES = st.sampled_from(["2025", "2025-06", "2025-06-16/2025-06-18", "XXXX-06-16"]).map(parse_edtf)
HASHES = st.from_regex(r"sha256-[0-9a-f]{16}", fullmatch=True)
EVIDENCE = st.builds(
    Evidence,
    id=IDS,
    source=IDS,
    supports=st.sampled_from([("title",), ("title", "date"), ("date",)]),
    from_=WORDS.filter(lambda text: text.count(" ") < 6),
    to=WORDS.filter(lambda text: text.count(" ") < 6),
    at=st.just((3, 20)),
    hash=HASHES,
    says=st.sampled_from([{}, {}, {"date": "2025"}]),
)
DATINGS = st.one_of(
    st.none(),
    st.builds(
        Dating,
        basis=st.just(Basis.RESOLVED),
        anchor=DATES,
        rule=st.one_of(st.none(), IDS),
        note=st.one_of(st.just({}), TEXTS),
    ),
)
EVENTS = st.builds(
    Event,
    id=st.just("a"),
    title=TEXTS,
    date=st.one_of(st.none(), DATES),
    dating=DATINGS,
    summary=st.one_of(st.just({}), TEXTS),
    place=st.one_of(st.none(), IDS),
    participants=st.lists(st.builds(Participant, who=IDS), max_size=2).map(tuple),
    organisations=st.lists(IDS, max_size=3, unique=True).map(tuple),
    figures=st.just(()) | st.just((Figure(id="f", value=4.5, unit="USD", what={"fr": "x"}),)),
    evidence=st.lists(EVIDENCE, max_size=2, unique_by=lambda item: item.id).map(tuple),
)
MORE = Evidence(
    id="new-1",
    source="gazette",
    supports=("title", "participants.new-who"),
    from_="Le #1 : dit",
    to='le "but" [1]',
    at=(5, 90),
    hash="sha256-0123456789abcdef",
)


def changed(event, fields):
    """Return an event with new values in some fields, as an accepted proposal makes them."""
    makers = {
        "date": lambda: replace(event, date=parse_edtf("2025-06-17")),
        "dating": lambda: replace(
            event, dating=Dating(basis=Basis.STATED, note=event.dating.note if event.dating else {})
        ),
        "place": lambda: replace(event, place="new-place"),
        "participants": lambda: replace(
            event, participants=(*event.participants, Participant(who="new-who", role="a: b"))
        ),
        "organisations": lambda: replace(event, organisations=(*event.organisations, "new-body")),
        "evidence": lambda: replace(
            event, evidence=(*(replace(i, says={"date": "2024~"}) for i in event.evidence), MORE)
        ),
        "supports": lambda: replace(
            event,
            evidence=tuple(replace(i, supports=(*i.supports, "place")) for i in event.evidence),
        ),
    }
    if "evidence" in fields:
        fields = [*fields, "participants"]
    for name in dict.fromkeys(fields):
        event = makers[name]()
    return event


FIELDS = st.lists(
    st.sampled_from(
        ["date", "dating", "place", "participants", "organisations", "evidence", "supports"]
    ),
    min_size=1,
    max_size=3,
    unique=True,
)


def write_as_person(record, chance: random.Random) -> str:
    """Return a record's file as somebody might have typed it; each comment has its own number."""
    data = yaml.load(render_record(record), Loader=yaml.BaseLoader)
    writer = _Writer(chance)
    lines = writer.mapping(data, 0)
    if chance.random() < 0.3:
        lines = ["---", *lines]
    text = "\n".join([*writer.above(0), *lines, *writer.above(0)])
    text += chance.choice(["", "\n", "\n\n\n"])
    if chance.random() < 0.3:
        text = text.replace("\n", "\r\n")
    return chance.choice(["", "", "\ufeff"]) + text


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.comments = 0

    def comment(self) -> str:
        self.comments += 1
        return f"# note {self.comments}: 'x' {{ - \"é\" : ,"

    def above(self, indent: int) -> list[str]:
        """Return what may stand before a line."""
        found = []
        if self.chance.random() < 0.2:
            found += [""] * self.chance.choice([1, 2])
        if self.chance.random() < 0.2:
            found.append(" " * (indent + self.chance.choice([0, 0, 1])) + self.comment())
        return found

    def beside(self) -> str:
        return "  " + self.comment() if self.chance.random() < 0.15 else ""

    def mapping(self, data: dict, indent: int) -> list[str]:
        keys = list(data)
        if self.chance.random() < 0.4:
            self.chance.shuffle(keys)
        return [line for key in keys for line in self.field(key, data[key], indent)]

    def key(self, key: str) -> str:
        return self.chance.choice([key, key, key, f'"{key}"', f"'{key}'"])

    def field(self, key: str, value: object, indent: int) -> list[str]:
        lead = " " * indent + self.key(key) + ":"
        above = self.above(indent)
        if isinstance(value, str):
            return [*above, *self.text(lead, value, indent)]
        if self.chance.random() < 0.25:
            return [*above, f"{lead} {self.flow(value, indent)}{self.beside()}"]
        if isinstance(value, dict):
            inner = self.mapping(value, indent + self.chance.choice([1, 2, 4]))
        else:
            inner = self.items(value, indent + self.chance.choice([0, 2, 3]))
        return [*above, lead + self.beside(), *inner]

    def items(self, values: list, indent: int) -> list[str]:
        lines = []
        gap = self.chance.choice([1, 1, 3])
        dash = " " * indent + "-" + " " * gap
        for value in values:
            lines += self.above(indent)
            if isinstance(value, str):
                lines.append(f"{dash}{self.scalar(value)}{self.beside()}")
            elif self.chance.random() < 0.2:
                lines.append(f"{dash}{self.flow(value, indent)}{self.beside()}")
            else:
                inner = self.mapping(value, indent + 1 + gap)
                while not inner[0].strip() or inner[0].lstrip().startswith("#"):
                    lines.append(inner.pop(0))
                lines += [dash + inner[0].lstrip(), *inner[1:]]
        return lines

    def text(self, lead: str, value: str, indent: int) -> list[str]:
        if (
            self.chance.random() < 0.15
            and value.isprintable()
            and indent
            and value[0] not in "-0123456789"
        ):
            return [f"{lead} |-{self.beside()}", " " * (indent + 2) + value]
        return [f"{lead} {self.scalar(value)}{self.beside()}"]

    def scalar(self, value: str) -> str:
        if re.fullmatch(r"-?[0-9.]+", value) and not re.fullmatch("[0-9]{4}", value):
            return value
        kinds = [json.dumps(value, ensure_ascii=True)]
        if value.isprintable():
            kinds.append("'" + value.replace("'", "''") + "'")
        if PLAIN.fullmatch(value) and value not in {"yes", "true", "false", "off", "null"}:
            kinds += [value] * 3
        return self.chance.choice(kinds)

    def flow(self, value: object, indent: int) -> str:
        if isinstance(value, str):
            return self.scalar(value)
        between = self.chance.choice([", ", ",\n" + " " * (indent + 5)])
        if isinstance(value, list):
            last = self.chance.choice(["", ","])
            return "[" + between.join(self.flow(v, indent) for v in value) + last + "]"
        pairs = (f'"{k}": {self.flow(v, indent)}' for k, v in value.items())
        return "{" + between.join(pairs) + "}"


def text_of(text, name):
    """Return what stands in a file at each single value of a field."""
    text = text.removeprefix("\ufeff")
    node, _ = parse_yaml(text, PATH)
    todo, found = [node.get(name)], []
    while todo:
        if each := todo.pop():
            todo += [*each.items, *(n for pair in each.pairs for n in pair)]
            found += [text[each.start : each.end].rstrip()] * (each.shape == "scalar")
    return found


def comments(text):
    return re.findall(r"# note [0-9]+[^\r\n]*", text)


@settings(LAWS, max_examples=200)
@given(EVENTS, FIELDS, st.integers(0, 2**32))
def test_the_change_is_there_and_nothing_else_has_changed(event, fields, seed):
    text = write_as_person(event, random.Random(seed))
    before, problems = read_record(KIND, PATH, text.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert (before, problems) == (event, ())
    after = changed(event, fields)
    try:
        patched = patch_record(KIND, PATH, text, after)
    except StoreError as error:
        assert "comment stands beside" in str(error)  # noqa: PT017 -- the one thing it refuses
        return
    read, _ = read_record(KIND, PATH, patched.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert read == after
    assert comments(patched) == comments(text)
    assert patched.startswith("\ufeff") == text.startswith("\ufeff")
    for name in ("title", "type", "status", "summary", "figures"):
        assert text_of(patched, name) == text_of(text, name)


@settings(LAWS, max_examples=200)
@given(EVENTS, FIELDS, st.integers(0, 2**32))
def test_outside_the_changed_values_each_byte_stays(event, fields, seed):
    text = write_as_person(event, random.Random(seed)).removeprefix("\ufeff")
    after = changed(event, fields)
    names = [n for n in Event.__slots__ if getattr(event, n) != getattr(after, n)]
    node, _ = parse_yaml(text, PATH)
    touched = [(key.start, value.end) for key, value in node.pairs if key.raw in names]
    try:
        splices = find_splices(KIND, PATH, text, after)
    except StoreError:
        return
    for splice in splices:
        inside = any(a <= splice.start and splice.end <= b for a, b in touched)
        assert inside or splice.start == splice.end
    rest = [text[a:b] for a, b in gaps(text, splices)]
    patched = apply_splices(text, splices)
    place = 0
    for piece in rest:
        place = patched.index(piece, place) + len(piece)
    assert len(patched) == sum(map(len, rest)) + sum(len(splice.text) for splice in splices)


def gaps(text, splices):
    """Return the spans that no splice touches."""
    edges = [0, *(edge for s in splices for edge in (s.start, s.end)), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]


@settings(LAWS)
@given(EVENTS, st.integers(0, 2**32))
def test_a_record_that_says_the_same_keeps_each_byte(event, seed):
    text = write_as_person(event, random.Random(seed))
    assert patch_record(KIND, PATH, text, event) == text


OWN = """# my own notes first
status:   draft   # checked on paper
title: {fr: 'Le « sommet »', en: "Summit"}

date: '2025-06'   # the month only
type: summit
participants:
- who: ada   # chair
  # ada was late

# the proof
evidence:
  - {id: e1, source: s, supports: [title], from: "a", to: b, at: [1, 2],
     hash: sha256-0123456789abcdef}
"""


def own():
    return read_record(KIND, PATH, OWN)[0]


def test_a_value_keeps_the_quotes_that_the_person_took():
    patched = patch_record(KIND, PATH, OWN, replace(own(), date=parse_edtf("2025-06-16")))
    assert patched == OWN.replace("'2025-06' ", "'2025-06-16' ")


def test_a_new_item_goes_behind_the_comment_on_the_one_before():
    event = replace(own(), participants=(*own().participants, Participant(who="bob")))
    patched = patch_record(KIND, PATH, OWN, event)
    assert patched == OWN.replace("  # ada was late\n", "  # ada was late\n- who: bob\n")


def test_a_new_field_goes_to_its_place_in_the_order_of_fields():
    patched = patch_record(KIND, PATH, OWN, replace(own(), place="xian"))
    line = "status:   draft   # checked on paper\n"
    assert patched == OWN.replace(line, line + "place: xian\n")


def test_a_field_taken_out_takes_its_line_and_leaves_the_comment_on_it():
    text = render_record(
        replace(own(), dating=Dating(basis=Basis.RESOLVED, anchor=parse_edtf("2025"), rule="r"))
    ).replace("  rule: r\n", "  rule: r # see the minutes\n")
    event = replace(own(), dating=Dating(basis=Basis.STATED))
    patched = patch_record(KIND, PATH, text, event)
    expected = text.replace("basis: resolved", "basis: stated")
    expected = expected.replace('  anchor: "2025"\n', "").replace("  rule: r # see", "  # see")
    assert patched == expected


def test_a_file_with_problems_is_not_touched():
    with pytest.raises(ContentError, match="field-unknown"):
        patch_record(KIND, PATH, OWN + "nmae: x\n", own())


def test_a_change_that_makes_a_problem_is_refused_with_the_problem():
    event = replace(
        own(), place="xian", evidence=(replace(own().evidence[0], supports=("plaec",)),)
    )
    with pytest.raises(ContentError, match="supports-unknown"):
        patch_record(KIND, PATH, OWN, event)


def test_what_has_several_values_is_not_taken_out():
    with pytest.raises(StoreError, match=r"a\.yml:[0-9]+:[0-9]+: .* cannot be taken out"):
        patch_record(KIND, PATH, OWN, replace(own(), participants=()))
