"""Sources as other tools list them → ours: ``references`` in the head, and the files of a bibliography."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeAlias

from briefing.errors import Diagnostic, Position, errors_of
from briefing.importing.given import Given
from briefing.importing.markdown.fields import texts_in
from briefing.importing.markdown.manuscript import Manuscript
from briefing.reading.dates import read_date
from briefing.reading.fields import KEY_PATTERN, SOURCE, validate
from briefing.reading.files import decode
from briefing.reading.limits import SOURCES_BYTES
from briefing.reading.sources import Listed, read_bibtex, read_csl, read_yaml
from briefing.reading.yaml import Entry, Listing, Record, Scalar, Value
from briefing.writing import Value as Text

__all__ = ["Shelf", "shelf_of"]

_Json: TypeAlias = "str | list[_Json] | dict[str, _Json]"
_READERS = {"bib": read_bibtex, "json": read_csl, "yaml": read_yaml, "yml": read_yaml}
_DATES = ("date", "accessed")


@dataclass(slots=True)
class Shelf:
    """The sources of a text."""

    sources: dict[str, Mapping[str, Text]] = field(default_factory=dict)
    """Fields of each source, by its key."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Files that list more of them, by name."""
    names: list[str] = field(default_factory=list)
    """Of files that are to be named at the head, because they are not called as usual."""
    authors: dict[str, str] = field(default_factory=dict)
    """How a sentence names the author of each source, by its key."""

    def add(self, listed: Sequence[Listed]) -> None:
        """Note how sentences call each work of a list."""
        for each in listed:
            self.authors.setdefault(each.key, _called(each))


def shelf_of(references: Entry | None, bibliography: Entry | None, given: Given, manuscript: Manuscript) -> Shelf:
    """Collect the sources that the head of a file lists or names."""
    shelf = Shelf()
    if references:
        _take_references(references, shelf, manuscript)
    for name in texts_in(bibliography.value) if bibliography else ():
        _take_file(name, bibliography, shelf, given, manuscript)
    return shelf


def _take_references(references: Entry, shelf: Shelf, manuscript: Manuscript) -> None:
    """Read a list of works in CSL's own words, which YAML and JSON share."""
    works = references.value.items if isinstance(references.value, Listing) else ()
    for work in works:
        line = work.position.line
        listed, problems = read_csl(json.dumps([_plain(work)]), manuscript.file)
        for problem in problems:
            manuscript.warn(line, f"{problem.message}{_left_out(work, problem)}", problem.hint, problem.id)
        for each in listed:
            if each.key in shelf.sources:
                manuscript.warn(line, f'Two works have the key "{each.key}"; this one is left out.')
            else:
                shelf.sources[each.key] = dict(_fields(each, line, manuscript))
        shelf.add(listed)
    if not works and any(texts_in(references.value)):
        manuscript.warn(references.position.line, 'The field "references" is no list of works and is left out.')


def _left_out(work: Value, problem: Diagnostic) -> str:
    """Tell what stands in the fields of a work that a diagnostic names."""
    names = {detail.partition(":")[0] for detail in problem.details}
    entries = work.entries if isinstance(work, Record) else ()
    told = (f"{each.name} ({' '.join(texts_in(each.value))})" for each in entries if each.name in names)
    return f" {', '.join(told)}" if names else ""


def _plain(value: Value) -> _Json:
    """Write a value of YAML as JSON has it; a date in words or EDTF stays a text."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Listing):
        return [_plain(item) for item in value.items]
    return {entry.name: _date(entry.value) if entry.name in ("issued", "accessed") else _plain(entry.value)
            for entry in value.entries}  # fmt: skip


def _date(value: Value) -> _Json:
    """Write the date of a work as CSL-JSON has it: Pandoc also writes a list of years, months and days."""
    parts = value.items if isinstance(value, Listing) else ()
    days = [_plain(part) for part in parts]
    if days and all(isinstance(day, dict) for day in days):
        return {"date-parts": [[day[name] for name in ("year", "month", "day") if name in day]
                               for day in days if isinstance(day, dict)]}  # fmt: skip
    return _plain(value)


def _fields(listed: Listed, line: int, manuscript: Manuscript) -> Iterator[tuple[str, Text]]:
    """Yield the good fields of a work."""
    for entry in listed.record.entries:
        problem = _problem(entry)
        if problem is None:
            value = entry.value
            texts = tuple(texts_in(value))
            yield entry.name, texts if isinstance(value, Listing) else texts[0]
        else:
            words = " ".join(texts_in(entry.value))
            manuscript.warn(line, f"{entry.name} of {listed.key} is left out: {words}. {problem.message}", problem.hint)


def _problem(entry: Entry) -> Diagnostic | None:
    """Find what keeps a field of a source from being read."""
    record = Record((entry,), entry.position)
    problems = errors_of(validate(record, (each._replace(required=False) for each in SOURCE))[1])
    if not problems and entry.name in _DATES and isinstance(entry.value, Scalar):
        read = read_date(entry.value.text, entry.position)
        return read if isinstance(read, Diagnostic) and read.severity == "error" else None
    return next(iter(problems), None)


def _take_file(name: str, named: Entry | None, shelf: Shelf, given: Given, manuscript: Manuscript) -> None:
    """Copy a file of a bibliography, if it is one that reading takes."""
    line = named.position.line if named else 1
    reader = _READERS.get(name.lower().rpartition(".")[2])
    data = given.beside(name) if reader else None
    if data is None or reader is None or len(data) > SOURCES_BYTES:
        reason = "it is no .bib, .json or .yaml file" if reader is None else "it is not beside the text, or too large"
        manuscript.ask(line, f"The list of sources {name} was not taken: {reason}. Put it into the folder.", "sources")
        return
    plain = PurePosixPath(name).name
    text = decode(data, plain)
    listed, problems = ((), (text,)) if isinstance(text, Diagnostic) else reader(text, plain)
    wrong = (problem for each in listed for problem in map(_problem, each.record.entries) if problem)
    broken = next(iter((*errors_of(problems), *wrong)), None) or _unfit(listed, shelf)
    if broken:
        manuscript.ask(line, f"The list of sources {name} was not taken: {broken.message} Mend it, and copy it.")
    else:
        shelf.files[plain] = data
        shelf.names.append(plain)
    shelf.add(listed)
    if broken:
        good = (each for each in listed if each.key not in shelf.sources and _fits(each.key))
        shelf.sources |= {each.key: dict(_fields(each, line, manuscript)) for each in good}


def _fits(key: str) -> bool:
    return bool(re.fullmatch(KEY_PATTERN, key))


def _unfit(listed: Sequence[Listed], shelf: Shelf) -> Diagnostic | None:
    keys = Counter(each.key for each in listed)
    bad = next((key for key, count in keys.items() if not _fits(key) or key in shelf.authors or count > 1), None)
    if bad is None:
        return None
    message = f'"{bad}" cannot be a key, or two works have it.'
    return Diagnostic("error", "bad-key", message, Position(""))


def _called(listed: Listed) -> str:
    """Name a work's authors in a sentence, by their last names; else its publisher, or its title."""
    fields = {entry.name: entry.value for entry in listed.record.entries}
    people = [text.split()[-1] for text in texts_in(fields["authors"])] if "authors" in fields else []
    if people:
        return " and ".join(people) if len(people) < 3 else f"{people[0]} et al."
    others = (next(iter(texts_in(fields[name])), "") for name in ("publisher", "container", "title") if name in fields)
    return next(filter(None, others), listed.key)
