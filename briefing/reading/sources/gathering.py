"""The sources of a folder: YAML, BibTeX and CSL-JSON files and captured texts → ``Source`` by key.

Whatever the format, an entry becomes a record of our fields and is held against the one table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, errors_of
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Date, KeptText, Source
from briefing.reading.dates import read_date
from briefing.reading.fields import KEY_PATTERN, SOURCE, Fields, validate
from briefing.reading.files import Refusal, decode, read_inside
from briefing.reading.limits import SOURCES, SOURCES_BYTES
from briefing.reading.sources.bibtex import read_bibtex
from briefing.reading.sources.captures import Captures, TextOf
from briefing.reading.sources.confidential import (
    around_hidden,
    captures_without,
    comments_in,
    described,
    is_confidential,
    problems_of,
    reduced_list,
)
from briefing.reading.sources.csl import read_csl
from briefing.reading.sources.hidden import Hidden, hidden_of, told_after_all
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
    """The files that list them, and the list of captured texts, by name; not those texts. They say no more of a
    confidential source than may be known."""
    around: Mapping[str, bytes] = MappingProxyType({})
    """Of files that say less than was typed: what was typed, without the fields of confidential sources."""


class _Entry(NamedTuple):
    """What a file says of one source."""

    key: str
    position: Position
    source: Source
    """Without the text kept beside the article."""
    problems: tuple[Diagnostic, ...]
    """Of its fields."""
    date_problems: tuple[Diagnostic, ...]
    hidden: Hidden | None = None
    """Of a confidential source."""


def read_sources(
    folder: Path,
    named: tuple[Scalar, ...],
    memory: Memory = FORGETFUL,
    text_of: TextOf | None = None,
    *,
    article: Mapping[str, str] = MappingProxyType({}),
) -> Gathered:
    """Read the files named in the front matter, or those called as usual, and the captured texts.

    ``text_of`` takes the text out of pages and PDFs that somebody put there. ``article`` is what cites them, by the
    names of its files: it must not say what is confidential.

    Sources come in the order of the files, which are ``sources.yaml``, ``sources.json``, ``references.json`` and
    each ``.bib`` by name.
    """
    diagnostics: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    files: dict[str, bytes] = {}
    around: dict[str, bytes] = {}
    hidden: list[Hidden] = []
    captures = Captures(folder, text_of, memory)
    for name, position in _files(folder, named):
        data = _data(folder, name, position)
        if isinstance(data, Diagnostic):
            diagnostics.append(data)
            continue
        entries, problems, files[name], more = memory.recall(_entries, name, data)
        around |= {name: more} if more else {}
        diagnostics += problems
        for entry in entries:
            if len(sources) == SOURCES:
                message = f"There are more than {SOURCES} sources."
                hint = "Take those out that nothing cites."
                diagnostics.append(Diagnostic("error", "too-large", message, entry.position, hint))
                return _gathered(sources, diagnostics, files, captures, around)
            if entry.hidden:
                hidden.append(entry.hidden)
            _add(sources, entry, captures, diagnostics, memory)
    diagnostics += told_after_all(hidden, article)
    beside = captures.unclaimed(sources) if not errors_of(diagnostics) else None  # a source may be one that has errors
    diagnostics += [beside] if beside else []
    return _gathered(sources, diagnostics, files, captures, around)


def _gathered(
    sources: Mapping[str, Source],
    diagnostics: Iterable[Diagnostic],
    files: Mapping[str, bytes],
    captures: Captures,
    around: Mapping[str, bytes],
) -> Gathered:
    kept = captures.files
    confidential = {each.key for each in sources.values() if each.confidential}
    if confidential:
        around = {**around, **{name: comments_in(data) for name, data in kept.items()}}
        kept = {name: reduced for name, data in kept.items() if (reduced := captures_without(data, confidential))}
    return Gathered(sources, (*diagnostics, *captures.diagnostics), {**files, **kept}, around)


def _files(folder: Path, named: tuple[Scalar, ...]) -> Iterator[tuple[str, Position | None]]:
    if named:
        yield from ((scalar.text, scalar.position) for scalar in named)
        return
    found = {path.name for path in folder.iterdir()}
    yield from ((name, None) for name in _USUAL if name in found)
    yield from ((name, None) for name in sorted(found) if name.lower().endswith(".bib"))


def _data(folder: Path, name: str, position: Position | None) -> bytes | Diagnostic:
    if _ending(name) not in _FORMATS:
        message = f'"{name}" is not a kind of file that lists sources.'
        hint = "Sources stand in .yaml, .bib or .json (CSL-JSON) files."
        return Diagnostic("error", "sources-format", message, position, hint)
    data = read_inside(folder, name, SOURCES_BYTES)
    return data.at(position or Position(name)) if isinstance(data, Refusal) else data


def _ending(name: str) -> str:
    return name.lower().rpartition(".")[2]


def _entries(name: str, data: bytes) -> tuple[tuple[_Entry, ...], tuple[Diagnostic, ...], bytes, bytes]:
    """Read a file that lists sources, as far as they are taken; give what of the file may be known as well.

    Where that is not all of it, what was typed around what is confidential comes last.
    """
    text = decode(data, name)
    if isinstance(text, Diagnostic):
        return (), (text,), data, b""
    listed, problems = _FORMATS[_ending(name)](text, name)
    entries = tuple(_entry(each, name) for each in listed[: SOURCES + 1])
    confidential = {each.key for each in entries if each.hidden}
    if not confidential:
        return entries, problems, data, b""
    # only YAML has a place for what nobody may know; of other lists all is compared with protected words
    around = around_hidden(text, listed, confidential) if _FORMATS[_ending(name)] is read_yaml else data
    return entries, problems, reduced_list(listed, confidential), around


_FORMATS: Mapping[str, Callable[[str, str], _Listings]] = {
    "yaml": read_yaml,
    "yml": read_yaml,
    "bib": read_bibtex,
    "json": read_csl,
}


def _add(
    sources: dict[str, Source], entry: _Entry, captures: Captures, diagnostics: list[Diagnostic], memory: Memory
) -> None:
    """Take a source in, with its text where one was captured."""
    diagnostics += entry.problems
    if not re.fullmatch(KEY_PATTERN, entry.key):
        hint = "A key begins with a letter or digit and has no spaces: massoud-2021."
        diagnostics.append(Diagnostic("error", "bad-key", f'"{entry.key}" cannot be cited.', entry.position, hint))
    elif entry.key in sources:
        first = sources[entry.key].position
        message = f"The key {entry.key} is taken: {first.file}, line {first.line}."
        hint = "Each source has its own key."
        diagnostics.append(Diagnostic("error", "duplicate-source", message, entry.position, hint))
    else:
        diagnostics += entry.date_problems
        source = entry.source
        captured = captures.text_of(source.key, whole=source.embedded)
        if captured:
            source = memory.recall(
                _with_text, Same(source), captured.text, None if source.confidential else captured.kept
            )
        elif source.embedded:
            message = f"There is no text of {source.key} that an archive could hold."
            hint = f"Capture it: briefing capture DIR {source.key} FILE; or take embed out."
            diagnostics.append(Diagnostic("warning", "nothing-to-embed", message, source.position, hint))
        sources[source.key] = source


def _with_text(source: Same[Source], captured: str, kept: KeptText | None) -> Source:
    return replace(source.value, captured=captured, kept=kept)


def _entry(listed: Listed, file: str) -> _Entry:
    fields, problems = validate(listed.record, SOURCE)
    problems = (*problems, *problems_of(fields, listed.key, file))
    if is_confidential(fields):
        hidden = hidden_of(listed.key, fields)
        return _Entry(listed.key, listed.record.position, described(listed.key, fields), problems, (), hidden)
    dates: dict[str, Date | None] = {}
    wrong = []
    for name in ("date", "accessed"):
        typed = fields.scalar(name)
        # sources are shared by all language editions: their dates are in EDTF or in English words
        date = read_date(typed.text, typed.position) if typed else None
        if isinstance(date, Diagnostic):
            wrong.append(date)
        else:
            dates[name] = date
    return _Entry(listed.key, listed.record.position, _source(listed.key, fields, dates), problems, tuple(wrong))


def _source(key: str, fields: Fields, dates: Mapping[str, Date | None]) -> Source:
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
        language=fields.text("language"),
        family_names=fields.several("family_names"),
        own=fields.flag("own"),
        embedded=bool(fields.text("embed")),
    )
