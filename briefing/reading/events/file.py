"""A file of events, by the ending of its name or by what it begins with → events."""

from __future__ import annotations

from briefing.errors import Diagnostic, Position
from briefing.reading.events.table import read_table
from briefing.reading.events.timelinejs import read_timelinejs
from briefing.reading.events.typed import EventList

__all__ = ["EVENT_FILES", "kind_of_events", "read_events_file"]

EVENT_FILES = {"csv": "csv", "tsv": "csv", "txt": "csv", "json": "timelinejs"}
"""What is in a file, by the ending of its name."""
_READERS = {"csv": read_table, "timelinejs": read_timelinejs}
_SPREADSHEETS = frozenset({"xlsx", "xlsm", "xls", "ods", "numbers"})
_EXPORT = 'Open it there and save it as "CSV UTF-8".'


def kind_of_events(name: str) -> str | Diagnostic:
    """Tell how the events of a file are kept: ``csv`` or ``timelinejs``."""
    ending = name.lower().rpartition(".")[2]
    if ending in _SPREADSHEETS:
        message = f'"{name[:80]}" is the file of a spreadsheet, which is not read.'
        return Diagnostic("error", "events-format", message, hint=_EXPORT)
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
    return _READERS[found](data, name, language)
