"""Events as somebody keeps them → the draft of an article with a timeline.

Each event is an item of the list, its date worded as it was typed. What is told below a headline becomes a section, and
where it is taken from an entry of ``sources.yaml``. What was written is read again: a list that would say anything
else than the file gives way to a table, in which every cell stands by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, errors_of, sorted_diagnostics
from briefing.importing.draft import Draft
from briefing.importing.keys import Keys
from briefing.memory import Same
from briefing.model import Date, Event, plain_text
from briefing.model.wording import date_words
from briefing.reading.body import Citation, read_body, read_inline
from briefing.reading.dates import read_date, season_or_years
from briefing.reading.events import EventList, TypedEvent, as_line, as_paragraph, crowded, read_events_file
from briefing.reading.fields import KEY_PATTERN
from briefing.reading.limits import SOURCES
from briefing.reading.timelines import Told, told
from briefing.reading.yaml import Scalar
from briefing.writing import as_csv, as_fields, as_sources, printable

__all__ = ["draft_of_events"]

_MOST_PROBLEMS = 100
_TITLE = "Timeline"
_ARTICLE, _SOURCES, _TABLE = "briefing.md", "sources.yaml", "events.csv"
_COLUMNS = ("date", "event", "source", "stressed")


class _Said(NamedTuple):
    """What a reader is told by an event."""

    date: str
    """In EDTF."""
    words: str
    sources: frozenset[str]
    stressed: bool


class _Written(NamedTuple):
    """An event as it is written, and what it says."""

    date: str
    text: str
    citation: str
    """Markdown, such as ``[@bbc]``; may be empty."""
    details: tuple[str, ...]
    said: _Said

    @property
    def item(self) -> str:
        """An item of a list."""
        stressed = ", stressed" if self.said.stressed else ""
        return f"- {self.date}{stressed}: {self._sentence(self.text)}\n"

    @property
    def cells(self) -> tuple[str, ...]:
        """A row of a table."""
        return self.date, self.text, self.citation, "yes" if self.said.stressed else ""

    @property
    def section(self) -> str:
        """What is told at length, under what happened; empty where nothing is."""
        if not self.details:
            return ""
        *first, last = map(as_paragraph, self.details)
        blocks = (f"## {as_line(self.said.words)}", *first, self._sentence(last))
        return "".join(f"\n{each}\n" for each in blocks)

    def _sentence(self, text: str) -> str:
        return f"{text} {self.citation}" if self.citation else text


def draft_of_events(listed: EventList, *, title: str, language: str, file: str) -> Draft:
    """Make an article of events; ``title`` is for a list that has none of its own, ``file`` what it was read from."""
    read = _read_all(listed, language)
    problems = sorted_diagnostics((*_placed(read.diagnostics, file), *_refusals(listed, read.cited, file)))
    if errors_of(problems):
        return Draft({}, problems)
    problems += tuple(_of_words_alone(listed))
    keys = Keys(citation.key for citation in read.cited)
    written = [_written(event, its, keys, language) for event, its in zip(listed.events, read.events, strict=True)]
    head = as_fields({"title": printable(listed.title or title) or _TITLE, "language": language})
    files = _files(f"---\n{head}---\n{_paragraphs(listed.details)}", written, language)
    if files is None:
        message = "What stands in this file makes an article that cannot be read as it was meant."
        hint = "Look for brackets, braces and stars in its texts that are not meant as Markdown."
        return Draft({}, (*problems, Diagnostic("error", "not-imported", message, Position(file), hint)))
    to_fill_in = {citation.key: {"title": "FILL IN"} for citation in read.cited}
    if sources := {**to_fill_in, **keys.sources()}:
        files[_SOURCES] = as_sources(sources).encode("utf-8")
    return Draft(files, problems)


def _read_all(listed: EventList, language: str) -> Told:
    """Read what a timeline says, and what is told below it."""
    read = told(Same(listed), language)
    details = [*listed.details, *(detail for event in listed.events for detail in event.details)]
    refused = [problem for each in details if (problem := crowded(each))]
    readable = () if refused else details
    below = [read_inline(each.text, position=each.position, language=language) for each in readable]
    return Told(
        read.events,
        (*read.cited, *(citation for each in below for citation in each.cited)),
        (
            *listed.diagnostics,
            *read.diagnostics,
            *filter(None, (season_or_years(each.date, each.position, language) for each in read.events)),
            *(problem for each in below for problem in each.diagnostics),
            *refused[:_MOST_PROBLEMS],
        ),
    )


def _placed(problems: Iterable[Diagnostic], file: str) -> Iterator[Diagnostic]:
    """Say of the whole file what has no place in it."""
    return (each if each.position else replace(each, position=Position(file)) for each in problems)


def _refusals(listed: EventList, cited: Sequence[Citation], file: str) -> Iterator[Diagnostic]:
    """Say what no list of sources can hold."""
    yield from (_bad_key(each) for each in cited if not re.fullmatch(KEY_PATTERN, each.key))
    if len({each.key for each in cited}) + sum(len(event.references) for event in listed.events) > SOURCES:
        message = f"There are more than {SOURCES:,} sources here."
        yield Diagnostic("error", "too-large", message, Position(file), "Divide the file.")


def _of_words_alone(listed: EventList) -> Iterator[Diagnostic]:
    """Say once which sources are nothing but words: those may be a reason for having none."""
    alone = [each for event in listed.events for each in event.references if not each.url]
    words = list(dict.fromkeys(each.words for each in alone))
    if words:
        more = f" and {len(words) - 1} more" if words[1:] else ""
        message = f'A source was made of words alone, without key or address: "{words[0][:60]}"{more}.'
        hint = "Look whether each is a source. A reason for having none is written so: no source, date of record"
        yield Diagnostic("warning", "source-of-words", message, alone[0].position, hint)


def _bad_key(citation: Citation) -> Diagnostic:
    hint = "A key begins with a letter or digit and has no spaces: massoud-2021."
    return Diagnostic("error", "bad-key", f'"{citation.key}" cannot be the key of a source.', citation.position, hint)


def _written(typed: TypedEvent, read: Event, keys: Keys, language: str) -> _Written:
    """Write an event; what it refers to is cited after what it cites, or instead of a reason for citing nothing."""
    cited = typed.cited.text if typed.cited else ""
    new = [keys.key(reference) for reference in typed.references]
    kept = [cited] if cited.startswith("[@") or (cited and not new) else []
    said = _said(read)
    return _Written(
        _in_words(read.date, language) if typed.in_parts else read.date.typed,
        typed.text.text,
        " ".join([*kept, *(f"[@{key}]" for key in new)]),
        tuple(detail.text for detail in typed.details),
        said._replace(sources=said.sources | set(new)),
    )


def _in_words(date: Date, language: str) -> str:
    """Word a date for its author, if those words are read as the same date."""
    words = date_words(date, language)
    read = read_date(words, Position(_ARTICLE), language)
    return words if isinstance(read, Date) and read.edtf == date.edtf else date.typed


def _said(event: Event) -> _Said:
    words = " ".join(plain_text(event.text).split())
    return _Said(event.date.edtf, words, frozenset(event.sources), event.stressed)


def _paragraphs(details: Iterable[Scalar]) -> str:
    return "".join(f"\n{as_paragraph(detail.text)}\n" for detail in details)


def _files(head: str, written: Sequence[_Written], language: str) -> dict[str, bytes] | None:
    """Write the events as a list, or else as a table; ``None`` where neither says what is to be said."""
    said = [each.said for each in written]
    sections = "".join(each.section for each in written)
    listed = f"{head}\n::: timeline\n{''.join(each.item for each in written)}:::\n{sections}"
    if list(_read_again(listed, language)) == said:
        return {_ARTICLE: listed.encode("utf-8")}
    around = f"{head}\n::: timeline {{events={_TABLE}}}\n:::\n{sections}"
    table = as_csv([_COLUMNS, *(each.cells for each in written)])
    events = told(Same(read_events_file(_TABLE, table, language)), language).events
    if [*_read_again(around, language), *map(_said, events)] != said:
        return None
    return {_ARTICLE: around.encode("utf-8"), _TABLE: table}


def _read_again(text: str, language: str) -> Iterator[_Said | None]:
    """Yield what the lists of an article say, and nothing that equals anything where it has an error."""
    body = read_body(text.partition("\n---\n")[2], file=_ARTICLE, language=language)
    yield from (_said(event) for timeline in body.timelines for event in timeline.events)
    yield from (None for _ in errors_of(body.diagnostics))
