"""The JSON Schema of front matter, sources files, profiles and consents, made from the table of fields.

For editors: completion, help on hover, a red line under a misspelled key. It says of shapes what validation says;
dates and files are beyond it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefing.reading.fields.table import (
    CONSENT,
    FLAGS,
    FRONT_MATTER,
    KEY_PATTERN,
    PATTERNS,
    PROFILE,
    SOURCE,
    SOURCE_KEY,
    SWITCHES,
    TO_FILL_IN,
    Field,
    Kind,
)
from briefing.reading.limits import ABBREVIATIONS, LONG_FORM_CHARACTERS, SHORT_FORM_CHARACTERS

__all__ = ["json_schema"]

_Schema = dict[str, Any]

_WORDS = ["string", "number", "boolean"]
"""What an editor takes a text for: ``number: 12`` and ``title: true`` are texts to us."""


def json_schema() -> _Schema:
    """Make the schema, draft 2020-12; front matter is its root, the other files are in ``$defs``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a briefing",
        "$ref": "#/$defs/frontMatter",
        "$defs": {
            "frontMatter": _record(FRONT_MATTER, "The fields at the head of briefing.md."),
            "sources": _sources(),
            "profile": _record(PROFILE, "The profile of an organisation."),
            "consents": _consents(),
        },
    }


def _sources() -> _Schema:
    listed = _record((SOURCE_KEY, *SOURCE), "A work that the briefing cites.")
    named = _record(SOURCE, "A work that the briefing cites; the name of the field is its key.")
    return {
        "description": "The works that the briefing cites, as a list or by key.",
        "oneOf": [
            {"type": "null"},
            {"type": "array", "items": listed},
            {
                "type": "object",
                "propertyNames": {"pattern": f"^(?:{KEY_PATTERN})$"},
                "additionalProperties": named,
            },
        ],
    }


def _consents() -> _Schema:
    person = _record(CONSENT, "What one person in a picture has agreed to.")
    nothing: list[_Schema] = [{"type": "null"}, {"const": ""}]
    return {
        "description": "Who in pictures has agreed to be seen, by the names of the pictures.",
        "type": ["object", "null"],
        "additionalProperties": {"anyOf": [person, {"type": "array", "items": person}, *nothing]},
    }


def _record(fields: Iterable[Field], description: str) -> _Schema:
    fields = tuple(fields)
    schema: _Schema = {
        "type": "object",
        "description": description,
        "properties": {field.name: _property(field) for field in fields},
        "additionalProperties": False,
    }
    required = [field.name for field in fields if field.required]
    return {**schema, "required": required} if required else schema


def _property(field: Field) -> _Schema:
    if field.kind is Kind.RECORD:
        group = _record(field.fields, field.help)
        return group if field.required else {"anyOf": [group, {"type": "null"}], "description": field.help}
    if field.kind is Kind.ABBREVIATIONS:
        return _abbreviations(field)
    if field.kind is Kind.EVENTS:
        items = {"anyOf": [_record(field.fields, "An event of a timeline."), {"type": "null"}, {"const": ""}]}
        file = {"type": "string", "examples": [field.example]}
        return {"anyOf": [file, {"type": "array", "items": items}, {"type": "null"}], "description": field.help}
    schema = {"description": field.help, **_value(field)}
    return {**schema, "examples": [field.example]} if field.example else schema


def _abbreviations(field: Field) -> _Schema:
    short, _, long = field.example.partition(": ")
    return {
        "description": field.help,
        "type": ["object", "null"],
        "propertyNames": {"minLength": 1, "maxLength": SHORT_FORM_CHARACTERS},
        "additionalProperties": {"type": _WORDS, "minLength": 1, "maxLength": LONG_FORM_CHARACTERS},
        "maxProperties": ABBREVIATIONS,
        "examples": [{short: long}],
    }


def _value(field: Field) -> _Schema:
    blank: list[_Schema] = [] if field.required else [{"type": "null"}, {"const": ""}]
    text: _Schema = {"type": _WORDS, "minLength": 1}
    if field is SOURCE_KEY:
        text = {"type": _WORDS, "minLength": 1, "pattern": f"^(?:{KEY_PATTERN})$"}
    elif field.kind in PATTERNS:
        # a name may be a number to an editor, such as that of a group: 12
        types = {"type": ["string", "integer"], "minimum": 0} if field.kind is Kind.NAME else {"type": "string"}
        text = {**types, "pattern": f"^(?:{PATTERNS[field.kind]}|{TO_FILL_IN}.*)$"}
    elif field.kind is Kind.FLAG:
        text = {"enum": [True, False, *FLAGS]}
    elif field.kind is Kind.SWITCH:
        text = {"enum": [True, False, *SWITCHES]}
    elif field.kind is Kind.TEXTS:
        text = {"anyOf": [text, {"type": "array", "items": {"type": [*_WORDS, "null"]}}]}
    return {"anyOf": [text, *blank]} if blank else text
