"""A file of events, or a list in the front matter → events as typed: CSV, TimelineJS's JSON.

    typed         what every way of keeping events is read into
    unplaced      what a timeline has no place for
    lengths       how long texts may be
    languages     what the columns of a table are called in other languages than English
    citing        what names a source
    markup        HTML inside a text → Markdown, and plain text → Markdown
    numbers       year, month, day, time in fields of their own → EDTF
    spans         a beginning and an end → one date; a date and how it is shown
    columns       what a column holds, by the name at its head
    days          dates as spreadsheets write them
    table         rows of a CSV file → events
    older_timelinejs  the JSON of TimelineJS's second version → that of the present one
    timelinejs    TimelineJS's JSON → events
    listed        a list in the front matter → events
    file          a file, by its kind

``read_events_file`` and ``read_listed`` are the ways in. Any bytes give a value; what is wrong with them is among its
diagnostics. Texts are Markdown: an author's own as typed, others with their signs escaped.
"""

from briefing.reading.events.file import EVENT_FILES, kind_of_events, read_events_file
from briefing.reading.events.lengths import crowded
from briefing.reading.events.listed import read_listed
from briefing.reading.events.markup import as_line, as_paragraph
from briefing.reading.events.typed import EventList, Reference, TypedEvent

__all__ = [
    "EVENT_FILES",
    "EventList",
    "Reference",
    "TypedEvent",
    "as_paragraph",
    "crowded",
    "as_line",
    "kind_of_events",
    "read_events_file",
    "read_listed",
]
