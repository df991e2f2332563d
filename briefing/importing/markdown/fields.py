"""The fields of another tool → those of a briefing, by the table of ``keys``; the rest is kept as comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from briefing.errors import Diagnostic, errors_of
from briefing.importing.markdown.foreign_fields import placed
from briefing.importing.markdown.manuscript import Manuscript
from briefing.model.language_names import has_name
from briefing.reading.fields import FRONT_MATTER, Kind, language_tag
from briefing.reading.front_matter import Halves, read_front_matter
from briefing.reading.yaml import Entry, Listing, Record, Scalar, Value
from briefing.writing import as_fields

__all__ = ["Mapped", "as_yaml", "mapped", "texts_in"]

_Text: TypeAlias = str | tuple[str, ...]

_OURS = {each.name: each for each in FRONT_MATTER}
_BESIDE_FIELDS = ("references", "picture", "origin", "sources")
"""What becomes more than a field."""
_GROUPED = (Kind.RECORD, Kind.ABBREVIATIONS, Kind.EVENTS)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:.*")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_NAMED = ("name", "literal", "title", "term")
"""Fields of a person, an author's or a keyword's record that say who or what it is."""


@dataclass(slots=True)
class Mapped:
    """What the head of a file says, as far as a briefing has a place for it."""

    language: str
    values: dict[str, _Text] = field(default_factory=dict)
    """Texts by our names, those of the petition as ``petition.ask``; the title is among them."""
    head: list[str] = field(default_factory=list)
    """Lines of YAML for our groups and lists of fields."""
    comments: list[str] = field(default_factory=list)
    beside: dict[str, Entry] = field(default_factory=dict)
    """Entries for what becomes more than a field: ``references``, ``picture``, ``origin``, ``sources``."""


def mapped(entries: Sequence[Entry], manuscript: Manuscript, language: str) -> Mapped:
    """Map fields; ``language`` is that of words where the fields do not say it."""
    named: dict[str, list[tuple[int, Entry]]] = {}
    unplaced = []
    for entry in entries:
        if found := placed(entry.name):
            named.setdefault(found[0], []).append((found[1], entry))
        elif entry.name in _OURS:
            named.setdefault(entry.name, []).append((0, entry))
        else:
            unplaced.append(entry)
    mapping = _Mapping(Mapped(language), manuscript)
    for name in sorted(named, key=lambda each: each != "language"):
        mapping.take(name, [entry for _, entry in sorted(named[name], key=lambda each: each[0])])
    for entry in unplaced:
        mapping.keep(entry, f'The field "{entry.name}" has no place in a briefing; it is kept as a comment.')
    return mapping.result


class _Mapping:
    def __init__(self, result: Mapped, manuscript: Manuscript) -> None:
        self.result = result
        self._manuscript = manuscript

    def keep(self, entry: Entry, message: str, hint: str = "") -> None:
        """Keep a field as a comment, and tell it."""
        self.result.comments += as_yaml(entry.name, entry.value)
        self._manuscript.warn(entry.position.line, message, hint)

    def take(self, name: str, entries: Sequence[Entry]) -> None:
        """Take the values that stand under the names of one field, the best name first."""
        if name == "keywords":
            words = tuple(dict.fromkeys(word for entry in entries for word in _words(entry.value)))
            self.result.values |= {name: words} if words else {}
            return
        taken = False
        for entry in entries:
            if not any(texts_in(entry.value)):
                self._note_empty(entry)
            elif taken:
                message = f'The field "{entry.name}" is kept as a comment: another one says the same for a briefing.'
                self.keep(entry, message)
            else:
                taken = self._take(name, entry)

    def _note_empty(self, entry: Entry) -> None:
        self._manuscript.warn(entry.position.line, f'The field "{entry.name}" is empty and left out.')

    def _take(self, name: str, entry: Entry) -> bool:
        if name in _BESIDE_FIELDS:
            self.result.beside[name] = entry
            return True
        if _OURS[name].kind in _GROUPED and not isinstance(entry.value, Scalar):
            return self._take_group(name, entry)
        value = _value(name, entry.value)
        if name == "language":
            value = language_tag(str(value))
        problem = self._problem(as_fields({name: value})) if value else None
        if not value or problem or (name == "language" and not has_name(str(value))):
            reason = f" {problem.message}" if problem else ""
            self.keep(entry, f'The field "{entry.name}" cannot be read; it is kept as a comment.{reason}')
            return False
        self.result.values[name] = value
        self.result.language = str(value) if name == "language" else self.result.language
        self._note_joined(entry)
        if name == "authors":
            self._note_more_of_people(entry)
        return True

    def _take_group(self, name: str, entry: Entry) -> bool:
        lines = as_yaml(name, entry.value)
        if problem := self._problem("\n".join(lines) + "\n"):
            self.keep(entry, f'The field "{entry.name}" is kept as a comment. {problem.message}', problem.hint)
            return False
        texts = _scalars(entry.value) if name == "petition" else None
        if texts is None:
            self.result.head += lines
        else:
            self.result.values |= {f"{name}.{inner}": text for inner, text in texts.items() if text}
        return True

    def _problem(self, yaml: str) -> Diagnostic | None:
        """Find what keeps a field from being read."""
        known = {"title": "t", "language": self.result.language}
        own = yaml.partition(":")[0]
        rest = as_fields({name: text for name, text in known.items() if name != own})
        read = read_front_matter(Halves(f"{rest}{yaml}", ""), self._manuscript.file)
        return next(iter(errors_of(read.diagnostics)), None)

    def _note_joined(self, entry: Entry) -> None:
        """Tell that paragraphs of a field become one: it is set as a few sentences."""
        if isinstance(entry.value, Scalar) and _PARAGRAPHS.search(entry.value.text.strip()):
            message = f'The paragraphs of the field "{entry.name}" are joined: a field is one paragraph.'
            self._manuscript.warn(entry.position.line, message, "Put what is too much at the beginning of the text.")

    def _note_more_of_people(self, entry: Entry) -> None:
        """Keep what is said of authors besides their names."""
        people = entry.value.items if isinstance(entry.value, Listing) else (entry.value,)
        more = [each for each in people if isinstance(each, Record) and len(each.entries) > 1]
        if more:
            message = f'Only the names are taken from the field "{entry.name}"; it is kept as a comment.'
            self.keep(replace(entry, value=Listing(tuple(more), entry.position)), message)


def _words(value: Value) -> Iterator[str]:
    """Yield keywords: a list of texts or records, or one text with commas."""
    if isinstance(value, Scalar):
        yield from (word for word in map(str.strip, value.text.split(",")) if word)
    elif isinstance(value, Listing):
        yield from (word for item in value.items for word in filter(None, (_name(item),)))
    else:
        yield from texts_in(value)


def _value(name: str, value: Value) -> _Text:
    """Write a value as the text or the texts of a field."""
    if _OURS[name].kind is Kind.TEXTS:
        items = value.items if isinstance(value, Listing) else (value,)
        several = tuple(filter(None, map(_name, items)))
        return several[0] if len(several) == 1 and isinstance(value, Scalar) else several
    text = _name(value)
    if _OURS[name].kind is Kind.DATE:
        return _DAY.sub(r"\1", text)
    return text


def _name(value: Value) -> str:
    """Write one value as a text: a record by its name, a list with commas."""
    if isinstance(value, Scalar):
        return " ".join(value.text.split())
    if isinstance(value, Listing):
        return ", ".join(filter(None, map(_name, value.items)))
    inner = {entry.name.casefold(): entry.value for entry in value.entries}
    named = next((inner[name] for name in _NAMED if name in inner), None)
    if named is not None:
        return _name(named)
    parts = [inner[part] for part in ("given", "family", "firstname", "lastname") if part in inner]
    return " ".join(map(_name, parts)) or " ".join(texts_in(value))


def _scalars(value: Value) -> Mapping[str, str] | None:
    """Read a group of nothing but texts; ``None`` for any other."""
    if not isinstance(value, Record):
        return None
    found = {entry.name: entry.value.text for entry in value.entries if isinstance(entry.value, Scalar)}
    return found if len(found) == len(value.entries) else None


def texts_in(value: Value) -> Iterator[str]:
    """Yield every text in a value, names of fields left out."""
    if isinstance(value, Scalar):
        yield from filter(None, (value.text.strip(),))
        return
    inside: Iterable[Value] = (
        value.items if isinstance(value, Listing) else tuple(entry.value for entry in value.entries)
    )
    for each in inside:
        yield from texts_in(each)


def as_yaml(name: str, value: Value, indent: str = "") -> list[str]:
    """Write a field with all that is in it, line by line."""
    label = as_fields({name: "x"})[:-3]
    if isinstance(value, Scalar):
        return [f"{indent}{as_fields({name: value.text}).rstrip() or label}"]
    return [f"{indent}{label}", *_inside(value, f"{indent}  ")]


def _inside(value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, Record):
        for entry in value.entries:
            yield from as_yaml(entry.name, entry.value, indent)
    elif isinstance(value, Listing):
        for item in value.items:
            lines = [*_inside(item, f"{indent}  ")] or [f"{indent}  "]
            yield f"{indent}- {lines[0][len(indent) + 2 :]}"
            yield from lines[1:]
    elif value.text:
        yield f"{indent}{as_fields({'x': value.text}).strip()[3:]}"
