"""The sources of a folder: YAML, BibTeX and CSL-JSON files and captured texts → ``Source`` by key.

Whatever the format, an entry becomes a record of our fields and is held against the one table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.model import Source
from briefing.reading.dates import read_date
from briefing.reading.fields import KEY_PATTERN, SOURCE, Fields, validate
from briefing.reading.files import Refusal, decode, find_inside, read_inside
from briefing.reading.limits import CAPTURED_BYTES, SOURCES, SOURCES_BYTES
from briefing.reading.sources.bibtex import read_bibtex
from briefing.reading.sources.csl import read_csl
from briefing.reading.sources.listed import Listed
from briefing.reading.sources.yaml import read_yaml
from briefing.reading.yaml import Scalar

__all__ = ["Gathered", "read_sources"]

_Listings = tuple[tuple[Listed, ...], tuple[Diagnostic, ...]]

_DOI_BEGINNING = re.compile(r".*?(?=10\.)", re.DOTALL)
"""An address or ``doi:`` before a DOI."""
_USUAL = ("sources.yaml", "sources.yml", "sources.json", "references.json")


class Gathered(NamedTuple):
    """The sources of a folder."""

    sources: Mapping[str, Source]
    """By key, in the order of the files."""
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]
    """The files that list them, by name; not the captured texts."""


def read_sources(folder: Path, named: tuple[Scalar, ...]) -> Gathered:
    """Read the files named in the front matter, or those called as usual, and the captured texts.

    Sources come in the order of the files, which are ``sources.yaml``, ``sources.json``, ``references.json`` and
    each ``.bib`` by name.
    """
    diagnostics: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    files: dict[str, bytes] = {}
    for name, position in _files(folder, named):
        for listed in _read_file(folder, name, position, files, diagnostics):
            if len(sources) == SOURCES:
                message = f"There are more than {SOURCES} sources."
                hint = "Take those out that nothing cites."
                diagnostics.append(Diagnostic("error", "too-large", message, listed.record.position, hint))
                return Gathered(sources, tuple(diagnostics), files)
            _add(sources, listed, folder, diagnostics)
    return Gathered(sources, tuple(diagnostics), files)


def _files(folder: Path, named: tuple[Scalar, ...]) -> Iterator[tuple[str, Position | None]]:
    if named:
        yield from ((scalar.text, scalar.position) for scalar in named)
        return
    found = {path.name for path in folder.iterdir()}
    yield from ((name, None) for name in _USUAL if name in found)
    yield from ((name, None) for name in sorted(found) if name.lower().endswith(".bib"))


def _read_file(
    folder: Path, name: str, position: Position | None, files: dict[str, bytes], diagnostics: list[Diagnostic]
) -> tuple[Listed, ...]:
    reader = _FORMATS.get(name.lower().rpartition(".")[2])
    if reader is None:
        message = f'"{name}" is not a kind of file that lists sources.'
        hint = "Sources stand in .yaml, .bib or .json (CSL-JSON) files."
        diagnostics.append(Diagnostic("error", "sources-format", message, position, hint))
        return ()
    data = read_inside(folder, name, SOURCES_BYTES)
    if isinstance(data, Refusal):
        diagnostics.append(data.at(position))
        return ()
    files[name] = data
    text = decode(data, name)
    if isinstance(text, Diagnostic):
        diagnostics.append(text)
        return ()
    listed, problems = reader(text, name)
    diagnostics += problems
    return listed


_FORMATS: Mapping[str, Callable[[str, str], _Listings]] = {
    "yaml": read_yaml,
    "yml": read_yaml,
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
        volume=fields.text("volume"),
        issue=fields.text("issue"),
        pages=fields.text("pages"),
        doi=_DOI_BEGINNING.sub("", fields.text("doi"), count=1),
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
