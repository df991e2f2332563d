"""The sources of a folder: YAML, BibTeX and CSL-JSON files and captured texts → ``Source`` by key.

Whatever the format, an entry becomes a record of our fields and is held against the one table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from briefing.errors import Diagnostic, Position
from briefing.model import Source
from briefing.reading.bibtex import read_bibtex
from briefing.reading.csl import read_csl
from briefing.reading.dates import read_date
from briefing.reading.fields import KEY_PATTERN, SOURCE, SOURCE_KEY
from briefing.reading.files import Refusal, decode, find_inside, read_inside
from briefing.reading.limits import CAPTURED_BYTES, SOURCES, SOURCES_BYTES
from briefing.reading.listed import Listed
from briefing.reading.tree import Listing, Record, Scalar
from briefing.reading.validating import Fields, validate
from briefing.reading.yaml_text import compose

__all__ = ["read_sources"]

_Listings = tuple[tuple[Listed, ...], tuple[Diagnostic, ...]]

_USUAL = ("sources.yaml", "sources.yml", "sources.json", "references.json")


def read_sources(folder: Path, named: tuple[Scalar, ...]) -> tuple[Mapping[str, Source], tuple[Diagnostic, ...]]:
    """Read the files named in the front matter, or those called as usual, and the captured texts.

    Sources come in the order of the files, which are ``sources.yaml``, ``sources.json``, ``references.json`` and
    each ``.bib`` by name.
    """
    diagnostics: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    for name, position in _files(folder, named):
        for listed in _read_file(folder, name, position, diagnostics):
            if len(sources) == SOURCES:
                message = f"There are more than {SOURCES} sources."
                diagnostics.append(Diagnostic("error", "too-large", message, listed.record.position))
                return sources, tuple(diagnostics)
            _add(sources, listed, folder, diagnostics)
    return sources, tuple(diagnostics)


def _files(folder: Path, named: tuple[Scalar, ...]) -> Iterator[tuple[str, Position | None]]:
    if named:
        yield from ((scalar.text, scalar.position) for scalar in named)
        return
    found = {path.name for path in folder.iterdir()}
    yield from ((name, None) for name in _USUAL if name in found)
    yield from ((name, None) for name in sorted(found) if name.lower().endswith(".bib"))


def _read_file(folder: Path, name: str, position: Position | None, diagnostics: list[Diagnostic]) -> tuple[Listed, ...]:
    reader = _FORMATS.get(name.lower().rpartition(".")[2])
    if reader is None:
        message = f'"{name}" is not a kind of file that lists sources.'
        hint = "Sources stand in .yaml, .bib or .json (CSL-JSON) files."
        diagnostics.append(Diagnostic("error", "sources-format", message, position, hint))
        return ()
    data = read_inside(folder, name, SOURCES_BYTES)
    text = data.at(position) if isinstance(data, Refusal) else decode(data, name)
    if isinstance(text, Diagnostic):
        diagnostics.append(text)
        return ()
    listed, problems = reader(text, name)
    diagnostics += problems
    return listed


def _read_yaml(text: str, file: str) -> _Listings:
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


_FORMATS: Mapping[str, Callable[[str, str], _Listings]] = {
    "yaml": _read_yaml,
    "yml": _read_yaml,
    "bib": read_bibtex,
    "json": read_csl,
}


def _add(sources: dict[str, Source], listed: Listed, folder: Path, diagnostics: list[Diagnostic]) -> None:
    position = listed.record.position
    fields, problems = validate(listed.record, SOURCE)
    diagnostics += problems
    if not re.fullmatch(KEY_PATTERN, listed.key):
        hint = "A key begins with a letter or digit and has no spaces: massoud-2021."
        diagnostics.append(Diagnostic("error", "bad-key", f'"{listed.key}" cannot be cited.', position, hint))
    elif listed.key in sources:
        first = sources[listed.key].position
        message = f"The key {listed.key} is taken: {first.file}, line {first.line}."
        diagnostics.append(Diagnostic("error", "duplicate-source", message, position, "Each source has its own key."))
    else:
        sources[listed.key] = _source(listed.key, fields, folder, diagnostics)


def _source(key: str, fields: Fields, folder: Path, diagnostics: list[Diagnostic]) -> Source:
    dates = {}
    for name in ("date", "accessed"):
        typed = fields.scalar(name)
        # sources are shared by all language editions: their dates are in EDTF or in English words
        date = read_date(typed.text, typed.position) if typed else None
        if isinstance(date, Diagnostic):
            diagnostics.append(date)
        else:
            dates[name] = date
    return Source(
        key=key,
        position=fields.position,
        title=fields.text("title"),
        type=fields.text("type"),
        authors=fields.several("authors"),
        container=fields.text("container"),
        publisher=fields.text("publisher"),
        date=dates.get("date"),
        url=fields.text("url"),
        accessed=dates.get("accessed"),
        archived=fields.text("archived"),
        note=fields.text("note"),
        own=fields.flag("own"),
        captured=_captured(folder, key, diagnostics),
    )


def _captured(folder: Path, key: str, diagnostics: list[Diagnostic]) -> str | None:
    """Read the text kept beside the article; a key that makes no file name has none."""
    name = f"sources/{key}.txt"
    path = find_inside(folder, name)
    if isinstance(path, Refusal):
        if path.id not in ("missing-file", "bad-path"):
            diagnostics.append(path.at(Position(name)))
        return None
    data = read_inside(folder, name, CAPTURED_BYTES)
    text = data.at(Position(name)) if isinstance(data, Refusal) else decode(data, name)
    if isinstance(text, Diagnostic):
        diagnostics.append(text)
        return None
    return text
