"""A tree of values and a table of fields → the values by name, and everything that is wrong with them.

What is wrong is left out of the result, so that whoever uses it meets good values only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.reading.fields.abbreviations import read_abbreviations
from briefing.reading.fields.languages import language_tag
from briefing.reading.fields.table import FLAGS, PATTERNS, SWITCHES, TO_FILL_IN, Field, Kind
from briefing.reading.spelling import did_you_mean, nearest
from briefing.reading.yaml import Entry, Listing, Record, Scalar, Value

__all__ = ["Fields", "NO_FIELDS", "validate"]


_PLAIN = (Kind.TEXT, Kind.TEXTS)
_WORDS = {Kind.FLAG: FLAGS, Kind.SWITCH: SWITCHES}
"""Kinds of values that are one of a few words."""
_LINK = re.compile(r"\[[^\[\]]+\]\((?:https?:|mailto:|#)[^()\s]*\)", re.IGNORECASE)
"""A link as Markdown has it, which plain text has not."""


class Fields(NamedTuple):
    """Valid values by the names of their fields; what was left out or blank is not in it."""

    position: Position
    texts: Mapping[str, tuple[Scalar, ...]]
    """One entry for a field that takes one text, any number for one that takes several; none of them empty."""
    groups: Mapping[str, Fields]
    """Groups of fields; that of the abbreviations has long forms, each where its short form was typed."""
    positions: Mapping[str, Position]
    """Where each value begins."""
    lists: Mapping[str, tuple[Fields, ...]] = MappingProxyType({})
    """Groups of fields in a row, in the order typed."""

    def scalar(self, name: str) -> Scalar | None:
        """Look a text up with its place."""
        found = self.texts.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """Look a text up; empty where it was left out."""
        found = self.scalar(name)
        return found.text if found else ""

    def several(self, name: str) -> tuple[str, ...]:
        """Look texts up, in the order typed."""
        return tuple(each.text for each in self.texts.get(name, ()))

    def flag(self, name: str) -> bool:
        """Look a yes or no up; no where it was left out."""
        return FLAGS.get(self.text(name), False)

    def answer(self, name: str) -> bool | None:
        """Look a yes or no up; ``None`` where it was left out."""
        return FLAGS.get(self.text(name))

    def switches(self) -> Mapping[str, bool]:
        """Look up what is switched on or off, by name."""
        return {name: SWITCHES[texts[0].text] for name, texts in self.texts.items() if texts[0].text in SWITCHES}

    def group(self, name: str) -> Fields | None:
        """Look a group of fields up."""
        return self.groups.get(name)


NO_FIELDS = Fields(Position(""), {}, {}, {})


def validate(record: Record, fields: Iterable[Field]) -> tuple[Fields, tuple[Diagnostic, ...]]:
    """Hold a record against its fields."""
    return _Validator(tuple(fields)).validate(record)


class _Validator:
    def __init__(self, fields: tuple[Field, ...]) -> None:
        self._fields = {field.name: field for field in fields}
        self._diagnostics: list[Diagnostic] = []

    def validate(self, record: Record) -> tuple[Fields, tuple[Diagnostic, ...]]:
        texts: dict[str, tuple[Scalar, ...]] = {}
        groups: dict[str, Fields] = {}
        lists: dict[str, tuple[Fields, ...]] = {}
        for entry in record.entries:
            field = self._fields.get(entry.name)
            if field is None:
                self._report("unknown-key", *self._unknown(entry.name), entry.position)
            elif field.kind is Kind.RECORD:
                self._group(field, entry.value, groups)
            elif field.kind is Kind.ABBREVIATIONS:
                self._abbreviations(field, entry.value, groups)
            elif field.kind is Kind.EVENTS and isinstance(entry.value, Listing):
                lists[field.name] = tuple(self._items(field, entry.value))
            else:
                found = tuple(self._texts(field, entry.value))
                if found:
                    texts[entry.name] = found
        self._missing(record)
        positions = {entry.name: _position(entry) for entry in record.entries}
        return Fields(record.position, texts, groups, positions, lists), tuple(self._diagnostics)

    def _group(self, field: Field, value: Value, groups: dict[str, Fields]) -> None:
        if isinstance(value, Record):
            groups[field.name], problems = validate(value, field.fields)
            self._diagnostics += problems
        elif not _blank(value):
            names = ", ".join(inner.name for inner in field.fields)
            self._wrong(field, value, f"Begin a line below it, further in, for each of: {names}.")

    def _items(self, field: Field, listing: Listing) -> Iterator[Fields]:
        """Yield the groups of a list; what else stands in it is reported."""
        for item in listing.items:
            if isinstance(item, Record):
                fields, problems = validate(item, field.fields)
                self._diagnostics += problems
                yield fields
            elif not _blank(item):
                names = ", ".join(inner.name for inner in field.fields)
                self._wrong(field, item, f"Write a dash, and behind it a line for each of: {names}.")

    def _abbreviations(self, field: Field, value: Value, groups: dict[str, Fields]) -> None:
        if not isinstance(value, Record):
            if not _blank(value):
                self._wrong(field, value, f"Begin a line below it, further in, for each: {field.example}")
            return
        long_forms: dict[str, tuple[Scalar, ...]] = {}
        for found in read_abbreviations(field, value):
            if isinstance(found, Diagnostic):
                self._diagnostics.append(found)
            else:
                long_forms[found[0]] = (found[1],)
        places = {short: long.position for short, (long,) in long_forms.items()}
        groups[field.name] = Fields(value.position, long_forms, {}, places)

    def _texts(self, field: Field, value: Value) -> Iterator[Scalar]:
        """Yield the good texts of a value."""
        if isinstance(value, Listing) and field.kind is Kind.TEXTS:
            yield from chain.from_iterable(self._texts_of_item(field, item) for item in value.items)
        elif not isinstance(value, Scalar):
            self._wrong(field, value, _quote_it(value))
        elif field.kind is Kind.TEXTS:
            yield from (line for line in _lines(value) if self._fits(field, line))
        elif value.text and self._fits(field, value):
            yield value if field.kind is Kind.SENTENCES else Scalar(value.text.replace("\n", " "), value.position)

    def _texts_of_item(self, field: Field, item: Value) -> Iterator[Scalar]:
        if not isinstance(item, Scalar):
            self._wrong(field, item, _quote_it(item))
        elif item.text and self._fits(field, item):
            yield item

    def _fits(self, field: Field, value: Scalar) -> bool:
        if value.text.startswith(TO_FILL_IN):
            message = f'The field "{field.name}" is still to be filled in.'
            self._diagnostics.append(Diagnostic("open", "fill-in", message, value.position, field.help))
            return field.kind not in PATTERNS
        pattern = PATTERNS.get(field.kind)
        words = _WORDS.get(field.kind)
        fits = re.fullmatch(pattern, value.text) if pattern else words is None or value.text in words
        if not fits:
            self._wrong(field, value)
        elif field.kind in _PLAIN and (link := _LINK.search(value.text)):
            message = f"{field.name} is plain text: the brackets of {link[0][:80]} are printed as typed."
            hint = "Write the words and the address as a reader is to see them."
            self._diagnostics.append(Diagnostic("warning", "plain-text", message, value.position, hint))
        return bool(fits)

    def _missing(self, record: Record) -> None:
        values = {entry.name: entry for entry in record.entries}
        misspelled = {nearest(name, self._fields) for name in values if name not in self._fields}
        for field in self._fields.values():
            entry = values.get(field.name)
            missing = entry is None and field.name not in misspelled
            if field.required and (missing or (entry is not None and _blank(entry.value))):
                message = f'The field "{field.name}" is {"missing" if entry is None else "empty"}.'
                position = record.position if entry is None else entry.position
                hint = f"{field.help} For instance: {field.name}: {field.example}"
                self._report("missing-field", message, hint, position)

    def _unknown(self, name: str) -> tuple[str, str]:
        guess = did_you_mean(name, self._fields)
        hint = "" if guess else f"The fields are: {', '.join(self._fields)}."
        return f'There is no field "{name[:80]}".{guess}', hint

    def _wrong(self, field: Field, value: Value, hint: str = "") -> None:
        message = f"{field.name} takes {field.kind.value}."
        self._report("wrong-kind", message, hint or _example(field, value), value.position)

    def _report(self, name: str, message: str, hint: str, position: Position) -> None:
        self._diagnostics.append(Diagnostic("error", name, message, position, hint))


def _position(entry: Entry) -> Position:
    return entry.position if _blank(entry.value) else entry.value.position


def _blank(value: Value) -> bool:
    if isinstance(value, Scalar):
        return not value.text
    return isinstance(value, Listing) and all(isinstance(item, Scalar) and not item.text for item in value.items)


def _lines(value: Scalar) -> Iterator[Scalar]:
    """Split one text into its lines: an address may be typed as a block."""
    for line in value.text.split("\n"):
        if line.strip():
            yield Scalar(line.strip(), value.position)


def _example(field: Field, value: Value) -> str:
    """Show how a field is typed: as it was meant where that can be told."""
    meant = language_tag(value.text) if field.kind is Kind.LANGUAGE and isinstance(value, Scalar) else ""
    if meant:
        return f"Write {field.name}: {meant}"
    return f"For instance: {field.name}: {_as_typed(field.example)}" if field.example else ""


def _as_typed(example: str) -> str:
    return f'"{example}"' if example.startswith("#") else example


def _quote_it(value: Value) -> str:
    if isinstance(value, Listing):
        return "If the square brackets or dashes belong to the text, put the whole of it in quotation marks."
    return "If the colon belongs to the text, put the whole of it in quotation marks."
