"""CSL-JSON as Zotero and Pandoc write it → source records.

See: https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Set
from typing import TypeAlias

from briefing.errors import Diagnostic, Position
from briefing.reading.fields import language_tag
from briefing.reading.sources.listed import Author, Listed, Places, Unplaced, edtf, page_range, record_of

__all__ = ["read_csl"]

_Json: TypeAlias = "bool | str | list[_Json] | dict[str, _Json] | None"
"""Numbers stay the text they are."""

_TEXTS = {
    "title": "title",
    "type": "type",
    "container-title": "container",
    "publisher": "publisher",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "DOI": "doi",
    "URL": "url",
    "note": "note",
}
_DATES = {"issued": "date", "accessed": "accessed"}
_CUSTOM = ("archived", "own", "embed", "confidential", "described_as")
"""Our fields that CSL has no name for; it sets ``custom`` apart for them."""
_READ = frozenset({"id", "citation-key", "custom", *_TEXTS, *_DATES})
_ID = re.compile(r'"(?:id|citation-key)"\s*:\s*("(?:[^"\\]|\\.)*"|-?[0-9]+)')


def read_csl(text: str, file: str) -> tuple[tuple[Listed, ...], tuple[Diagnostic, ...]]:
    """Read the entries of a file in their order."""
    try:
        content: _Json = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as problem:
        position = Position(file, problem.lineno, problem.colno)
        return (), (_error("This is not JSON.", position, "Export the file anew."),)
    except RecursionError:
        return (), (_error("Values stand in one another too deep.", Position(file), "Export the file anew."),)
    if not isinstance(content, list):
        return (), (_error("This is not CSL-JSON: a list of works is expected.", Position(file), "[{ … }, { … }]"),)
    reader = _Reader(text, file)
    listed = tuple(reader.entries(content))
    return listed, (*reader.diagnostics, *reader.unplaced.diagnostics())


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self._file = file
        places = Places(text, file)
        self._places = {_unquoted(match[1]): places.at(match.start()) for match in _ID.finditer(text)}
        self.diagnostics: list[Diagnostic] = []
        self.unplaced = Unplaced()

    def entries(self, content: list[_Json]) -> Iterator[Listed]:
        for number, item in enumerate(content, start=1):
            key = (_text(item.get("citation-key")) or _text(item.get("id"))) if isinstance(item, dict) else ""
            if isinstance(item, dict) and key:
                yield self._listed(key, item)
            else:
                message = f"Work {number} of this file has no id."
                self.diagnostics.append(_error(message, Position(self._file), "The id is the key to cite it by."))

    def _listed(self, key: str, item: Mapping[str, _Json]) -> Listed:
        position = self._places.get(key, Position(self._file))
        custom = item.get("custom")
        fields = {ours: _text(item.get(theirs)) for theirs, ours in _TEXTS.items()}
        fields |= {ours: _date(item.get(theirs)) for theirs, ours in _DATES.items()}
        if isinstance(custom, dict):
            fields |= {name: _text(custom.get(name)) for name in _CUSTOM}
        fields["issue"] = fields["issue"] or _text(item.get("number"))
        fields["pages"] = page_range(fields["pages"])
        fields["language"] = language_tag(_text(item.get("language")))
        values = {name: (" ".join(text.split()), position) for name, text in fields.items()}
        people = "author" if item.get("author") else "editor"
        read = {people, "language"} if fields["language"] else {people}
        self.unplaced.add(key, _left_over(item, read), position)
        return Listed(key, record_of(position, values, _names(item.get(people))))


def _left_over(item: Mapping[str, _Json], read: Set[str]) -> Iterator[str]:
    """Yield the names of the fields that have something in them and that nothing reads, here or as one of ``read``."""
    number = "" if item.get("issue") else "number"
    custom = item.get("custom")
    yield from (name for name, value in item.items() if value and name not in _READ | read | {number})
    if isinstance(custom, dict):
        yield from (f"custom.{name}" for name in custom if name not in _CUSTOM)


def _error(message: str, position: Position, hint: str) -> Diagnostic:
    return Diagnostic("error", "csl-json", message, position, hint)


def _unquoted(token: str) -> str:
    try:
        return str(json.loads(token, parse_int=str))
    except ValueError:
        # an escape that JSON does not know: the whole file was refused for it, or it stands inside another text
        return token


def _text(value: _Json) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.strip() if isinstance(value, str) else ""


def _date(value: _Json) -> str:
    """Write a CSL date in EDTF, one or a span; or take the words that CSL calls raw or literal."""
    if not isinstance(value, dict):
        return _text(value)
    parts = value.get("date-parts")
    days = [day for day in parts if isinstance(day, list)] if isinstance(parts, list) else []
    numbers = [[int(part) for part in map(_text, day[:3]) if re.fullmatch("[0-9]{1,4}", part)] for day in days[:2]]
    if not numbers or not all(numbers):
        return _text(value.get("raw")) or _text(value.get("literal"))
    return "/".join(edtf(*day) for day in numbers)


def _names(value: _Json) -> Iterator[Author]:
    people = value if isinstance(value, list) else []
    for person in people:
        if not isinstance(person, dict):
            continue
        if literal := _text(person.get("literal")):
            yield Author(literal)
            continue
        family = _joined(person, "non-dropping-particle", "family")
        given = _joined(person, "given", "dropping-particle")
        yield Author(" ".join(filter(None, (given, family, _text(person.get("suffix"))))), family if given else "")


def _joined(person: Mapping[str, _Json], *parts: str) -> str:
    return " ".join(filter(None, (_text(person.get(part)) for part in parts)))
