"""A file of events, by the ending of its name or by what it begins with → events."""

from __future__ import annotations

from dataclasses import replace

from briefing.errors import Diagnostic, Position, errors_of
from briefing.reading.events.table import read_table
from briefing.reading.events.timelinejs import read_timelinejs
from briefing.reading.events.typed import EventList
from briefing.reading.spreadsheets import refused_spreadsheet

__all__ = ["EVENT_FILES", "kind_of_events", "read_events_file"]

EVENT_FILES = {"csv": "csv", "tsv": "csv", "txt": "csv", "json": "timelinejs"}
"""What is in a file, by the ending of its name."""
_READERS = {"csv": read_table, "timelinejs": read_timelinejs}
_MOST_PROBLEMS = 100
_WRITE_SOME = "Write some, one a row below the names of the columns; in TimelineJS's JSON in the list called events."


def kind_of_events(name: str) -> str | Diagnostic:
    """Tell how the events of a file are kept: ``csv`` or ``timelinejs``."""
    if problem := refused_spreadsheet(name):
        return problem
    ending = name.lower().rpartition(".")[2]
    if ending not in EVENT_FILES:
        message = f'"{name[:80]}" is not a kind of file that lists events.'
        hint = "Events stand in .csv or .tsv files, or in .json files of TimelineJS."
        return Diagnostic("error", "events-format", message, hint=hint)
    return EVENT_FILES[ending]


def read_events_file(name: str, data: bytes, language: str, kind: str = "") -> EventList:
    """Read what stands in a file; ``kind`` is needed where the name does not say it."""
    found = kind or kind_of_events(name)
    if isinstance(found, Diagnostic):
        return EventList((), (Diagnostic(found.severity, found.id, found.message, Position(name), found.hint),))
    listed = _READERS[found](data, name, language)
    if not listed.events and not errors_of(listed.diagnostics):
        problem = Diagnostic("error", "no-events", "There are no events in this file.", Position(name), _WRITE_SOME)
        return replace(listed, diagnostics=(*listed.diagnostics, problem))
    return _with_fewer(listed)


def _with_fewer(listed: EventList) -> EventList:
    """Keep the first problems of a file of which every row is wrong."""
    problems = listed.diagnostics
    if len(problems) <= _MOST_PROBLEMS:
        return listed
    gravest = sorted(problems, key=lambda each: each.severity != "error")[:_MOST_PROBLEMS]
    message = f"There are {len(problems) - _MOST_PROBLEMS} more problems in this file."
    more = Diagnostic(gravest[0].severity, "too-many-problems", message, gravest[-1].position, "Mend these first.")
    return replace(listed, diagnostics=(*gravest, more))
