"""The fields that an author fills in: which there are, whether a file fills them well, and their JSON Schema.

    table         every field of front matter, sources files and profiles, said once
    languages     names of languages → their tags
    abbreviations the list of abbreviations, whose names the author chooses
    validating    a tree of values → ``Fields``, and what is wrong with them
    schema        the table for editors

A new field is a line of ``table``.
"""

from briefing.reading.fields.languages import LANGUAGE_NAMES, language_tag
from briefing.reading.fields.schema import json_schema
from briefing.reading.fields.table import (
    AS_TYPED,
    CONSENT,
    FLAGS,
    FRONT_MATTER,
    KEY_PATTERN,
    MACHINE,
    PATTERNS,
    PROFILE,
    SOURCE,
    SOURCE_KEY,
    SWITCHES,
    TO_FILL_IN,
    Field,
    Kind,
)
from briefing.reading.fields.validating import NO_FIELDS, Fields, validate

__all__ = [
    "AS_TYPED",
    "CONSENT",
    "FLAGS",
    "FRONT_MATTER",
    "KEY_PATTERN",
    "LANGUAGE_NAMES",
    "MACHINE",
    "NO_FIELDS",
    "PATTERNS",
    "PROFILE",
    "SOURCE",
    "SOURCE_KEY",
    "SWITCHES",
    "TO_FILL_IN",
    "Field",
    "Fields",
    "Kind",
    "json_schema",
    "language_tag",
    "validate",
]
