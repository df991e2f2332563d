"""Values → text of YAML and CSV that is read back as the same values."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

__all__ = [
    "CHANGED_NAMES",
    "EMBARGO",
    "EXPORT_MARK",
    "Value",
    "as_csv",
    "as_fields",
    "as_sources",
    "is_export",
    "printable",
]

EXPORT_MARK = "# Exported by briefing."
"""A comment in the first lines of a text that was exported: an import has nothing to guess there."""
CHANGED_NAMES = "changed-names"
"""Name of the block of an export that tells of changed names in words, and not which; with us that is a field."""
EMBARGO = "embargo"
"""Name of the block of an export that says the embargo in words; that stands among the fields as well."""
Value: TypeAlias = str | tuple[str, ...] | Mapping[str, str | tuple[str, ...]]
"""Of a field: a text, a list of texts, or a group of fields."""
_HEAD = 400
"""Bytes in which an export says that it is one."""
_PLAIN = re.compile(r"[^\W_](?:[\w ,.;()/–’-]|:(?=\S))*")
"""Texts that need no quotation marks in YAML."""


def is_export(data: bytes) -> bool:
    """Tell whether a text begins as one that was exported."""
    return EXPORT_MARK.encode() in data[:_HEAD]


def printable(text: str) -> str:
    """Leave out what cannot be printed, and write every white space as one space."""
    shown = (" " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in text)
    return " ".join("".join(each for each in shown if unicodedata.category(each) not in ("Cs", "Cn", "Co")).split())


def as_fields(fields: Mapping[str, Value], indent: str = "") -> str:
    """Write fields of YAML, one a line; groups and lists further in; those without a value are left out."""
    return "".join(f"{indent}{_quoted(name)}:{_value(value, indent)}" for name, value in fields.items() if value)


def _value(value: Value, indent: str) -> str:
    if isinstance(value, str):
        return f" {_quoted(value)}\n"
    if isinstance(value, Mapping):
        return f"\n{as_fields(value, indent + '  ')}"
    return "\n" + "".join(f"{indent}  - {_quoted(each)}\n" for each in value)


def as_sources(sources: Mapping[str, Mapping[str, Value]]) -> str:
    """Write a list of sources by their keys."""
    return "\n".join(f"{_quoted(key)}:\n{as_fields(fields, '  ')}" for key, fields in sources.items())


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows of cells, in UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def _quoted(text: str) -> str:
    # texts of JSON are texts of YAML: see YAML 1.2.2, 1.2
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
