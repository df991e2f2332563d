"""A list of sources in YAML, by key or in a row → source records."""

from __future__ import annotations

from briefing.errors import Diagnostic, Position
from briefing.reading.fields import SOURCE_KEY, validate
from briefing.reading.sources.listed import Listed
from briefing.reading.yaml import Listing, Record, compose

__all__ = ["read_yaml"]

_Listings = tuple[tuple[Listed, ...], tuple[Diagnostic, ...]]


def read_yaml(text: str, file: str) -> _Listings:
    """Read the entries of a file in their order."""
    composed = compose(text, file=file)
    value = composed.value
    if isinstance(value, Record):
        return _read_named(value, composed.diagnostics)
    if isinstance(value, Listing):
        return _read_listed(value, composed.diagnostics)
    if value is None:
        return (), composed.diagnostics
    return (), (*composed.diagnostics, _no_source(value.position))


def _read_named(value: Record, diagnostics: tuple[Diagnostic, ...]) -> _Listings:
    """Read sources under their keys."""
    wrong = [_no_source(entry.position) for entry in value.entries if not isinstance(entry.value, Record)]
    listed = [
        # what is wrong with an entry is said of its key
        Listed(entry.name, Record(entry.value.entries, entry.position))
        for entry in value.entries
        if isinstance(entry.value, Record)
    ]
    return tuple(listed), (*diagnostics, *wrong)


def _read_listed(value: Listing, diagnostics: tuple[Diagnostic, ...]) -> _Listings:
    """Read sources in a list, each with a field ``key``."""
    found, listed = list(diagnostics), []
    for item in value.items:
        if not isinstance(item, Record):
            found.append(_no_source(item.position))
            continue
        fields, problems = validate(_only_key(item), (SOURCE_KEY,))
        found += problems
        if fields.text("key"):
            rest = tuple(entry for entry in item.entries if entry.name != "key")
            listed.append(Listed(fields.text("key"), Record(rest, item.position)))
    return tuple(listed), tuple(found)


def _only_key(record: Record) -> Record:
    return Record(tuple(entry for entry in record.entries if entry.name == "key"), record.position)


def _no_source(position: Position) -> Diagnostic:
    hint = "A source is its key and a colon; below it, further in, its fields: title, authors, date, url."
    return Diagnostic("error", "wrong-kind", "A source takes a group of fields.", position, hint)
