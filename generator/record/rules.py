"""What a field may hold, and how fields make up a record.

A rule is written once and used three times: `read` makes `timeline check`'s messages and the values
of the model, `json_schema` what an editor's program completes and underlines, `words` the table of
the editors' guide. `values.py` has the rules of single values, the fields are put together in
`event_fields.py` and `fields.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from generator.record.faults import Faults, close, found, shorten
from generator.record.mends import drop_item, meant_word, mend_indent, put_word
from generator.record.messages import phrase
from generator.record.strict_yaml import Node, Shape
from generator.record.values import LANGUAGE_PATTERN, TextRule
from generator.record.yaml_faults import odd_indent

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.errors import Mend, Said
    from generator.record.model import Text


class Rule(Protocol):
    """A kind of value."""

    def read(self, node: Node, faults: Faults) -> Any:  # noqa: ANN401 -- the YAML boundary
        """Return the value for the model; report what is wrong, then return None."""

    def json_schema(self) -> dict[str, Any]:
        """Return the JSON Schema (2020-12) that accepts what `read` accepts, as far as it can."""

    def words(self) -> Said:
        """Return what to type, for the guide and for messages."""


MAX_ITEMS = 1_000  # of one list


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsRule:
    """The same text in several languages."""

    text: TextRule = field(default_factory=TextRule)

    def read(self, node: Node, faults: Faults) -> Text | None:
        """Return language → text."""
        if node.shape is not Shape.MAPPING or not node.pairs:
            if node.raw:
                faults.add(
                    node,
                    phrase(
                        "value-missing.texts",
                        raw=shorten(node.raw),
                        found=found(node),
                        expected=self.words(),
                    ),
                )
            else:
                faults.add(
                    node, phrase("value-missing.expected", found=found(node), expected=self.words())
                )
            return None
        texts = {}
        for key, value in node.pairs:
            if not re.search(LANGUAGE_PATTERN, key.raw, re.ASCII):
                faults.add(key, phrase("language.key", found=found(key)))
            text = self.text.read(value, faults)
            if text is not None:
                texts[key.raw] = text
        return texts

    def json_schema(self) -> dict[str, Any]:
        """Describe a mapping from language to string."""
        return {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": LANGUAGE_PATTERN},
            "properties": {"fr": self.text.json_schema(), "en": self.text.json_schema()},
            "additionalProperties": self.text.json_schema(),
        }

    def words(self) -> Said:
        """Return what to type."""
        return phrase("expected.texts")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRule:
    """Several values of one kind."""

    item: Rule
    exactly: int | None = None

    def read(self, node: Node, faults: Faults) -> tuple[Any, ...] | None:
        """Return the values."""
        if node.shape is not Shape.LIST or not node.items or len(node.items) > MAX_ITEMS:
            self._report_shape(node, faults)
            return None
        if self.exactly is not None and len(node.items) != self.exactly:
            faults.add(node, phrase("list.count", found=len(node.items), expected=self.exactly))
            return None
        values = tuple(self.item.read(item, faults) for item in node.items)
        self._report_repeats(node, faults)
        return values

    def _report_shape(self, node: Node, faults: Faults) -> None:
        """Say why something is no list: "-a" is none, for want of a space."""
        if node.shape is Shape.LIST:
            many = phrase("list.many", found=len(node.items), limit=MAX_ITEMS)
            faults.add(node, many if node.items else "list.empty")
            return
        first = node.pairs[0][0] if node.pairs else node
        if re.match(r"-\w", first.raw):
            faults.add(first, phrase("list.dash", rest=shorten(first.raw[1:])))
            return
        if node.raw and node.shape is Shape.SCALAR:
            faults.add(
                node,
                phrase(
                    "list.scalar", raw=shorten(node.raw), found=found(node), expected=self.words()
                ),
            )
        else:
            faults.add(node, phrase("list.shape", found=found(node), expected=self.words()))

    def _report_repeats(self, node: Node, faults: Faults) -> None:
        if self.exactly is not None:
            return
        seen: set[str] = set()
        for index, item in enumerate(node.items):
            if item.shape is Shape.SCALAR and item.raw in seen:
                mend = drop_item(faults.text, node, index)
                faults.add(item, phrase("list-repeat", found=found(item)), mend=mend)
            seen.add(item.raw)

    def json_schema(self) -> dict[str, Any]:
        """Describe an array."""
        schema: dict[str, Any] = {"type": "array", "items": self.item.json_schema()}
        if self.exactly is not None:
            return {**schema, "minItems": self.exactly, "maxItems": self.exactly}
        return {**schema, "minItems": 1, "maxItems": MAX_ITEMS, "uniqueItems": True}

    def words(self) -> Said:
        """Return what to type."""
        return phrase("expected.list", item=self.item.words())


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRule:
    """Names of fields with a text each (what a source says, where it differs)."""

    def read(self, node: Node, faults: Faults) -> Text | None:
        """Return name → text."""
        if node.shape is not Shape.MAPPING or not node.pairs:
            faults.add(
                node, phrase("value-missing.expected", found=found(node), expected=self.words())
            )
            return None
        text = TextRule()
        values = {key.raw: text.read(value, faults) for key, value in node.pairs}
        return {key: value for key, value in values.items() if value is not None}

    def json_schema(self) -> dict[str, Any]:
        """Describe a mapping to strings."""
        return {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": TextRule().json_schema(),
        }

    def words(self) -> Said:
        """Return what to type."""
        return phrase("expected.map")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key of a mapping."""

    name: str
    rule: Rule
    about: Text
    """What the field is for, in French and in English."""
    example: str
    required: bool = False
    attribute: str = ""
    """Name in the model, where Python keeps the YAML name for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectRule:
    """A mapping with known keys."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]
    check: Callable[[Any, Node, Faults], None] | None = None
    """What no single field can tell, called on a mapping whose fields are all right."""

    def read(self, node: Node, faults: Faults, **known: Any) -> Any:  # noqa: ANN401
        """Return the object of the model; ``known`` are attributes that are not in the file."""
        if node.shape is not Shape.MAPPING:
            faults.add(
                node, phrase("value-missing.expected", found=found(node), expected=self.words())
            )
            return None
        before = faults.errors
        names = {item.name: item for item in self.fields}
        for key, given in node.pairs:
            if key.raw not in names:
                self._report_name(node, key, given, faults)
        values = dict(known)
        for item in self.fields:
            value = node.get(item.name)
            if value is None and item.required:
                faults.add(node, phrase("field-missing", field=item.name, example=item.example))
            elif value is not None:
                values[item.attribute or item.name] = item.rule.read(value, faults)
        if faults.errors > before:
            return None
        made = self.make(**values)
        if self.check:
            self.check(made, node, faults)
        return made if faults.errors == before else None

    def _report_name(self, node: Node, key: Node, value: Node, faults: Faults) -> None:
        odd = odd_indent(key.raw)
        if odd:
            sign = f"U+{ord(odd[1][0]):04X}"
            faults.add(
                key, phrase("yaml-indent", sign=sign), mend=mend_indent(faults.text, key, odd[1])
            )
        elif re.match(r"-\w", key.raw):
            rest = shorten(key.raw[1:])
            faults.add(key, phrase("field-unknown.dash", name=shorten(key.raw), rest=rest))
        else:
            hint = close(key.raw, [item.name for item in self.fields])
            mend = self._mend_name(node, key, value, faults)
            faults.add(key, phrase("field-unknown.name", found=found(key)), advice=hint, mend=mend)

    def _mend_name(self, node: Node, key: Node, value: Node, faults: Faults) -> Mend | None:
        """Return the name that a field must have: it is not taken, and the value fits it."""
        rules = {item.name: item.rule for item in self.fields}
        meant = {name.raw: meant_word(name.raw, rules) for name, _ in node.pairs}
        name = meant.pop(key.raw)
        if not name or node.get(name) or name in meant.values():
            return None
        trial = Faults(faults.path, faults.text)
        rules[name].read(value, trial)
        fits = all(problem.mend for problem in trial.problems)
        return put_word(faults.text, key, name) if fits else None

    def json_schema(self) -> dict[str, Any]:
        """Describe an object."""
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [item.name for item in self.fields if item.required],
            "properties": {item.name: field_schema(item) for item in self.fields},
        }

    def words(self) -> Said:
        """Return what to type."""
        return phrase("expected.fields", names=", ".join(item.name for item in self.fields))


def field_schema(item: Field) -> dict[str, Any]:
    """Return the JSON Schema of a field with its description in both languages."""
    about = f"{item.about['fr']}\n\n{item.about['en']}\n\n{item.name}: {item.example}"
    return {"description": about, **item.rule.json_schema()}
