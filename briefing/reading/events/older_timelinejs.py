"""The JSON of TimelineJS before its third version → the tree of the present one, with every place kept.

There everything stands in ``timeline``: its events in ``date``, its eras in ``era``, and a moment is one text, its
parts with commas between them: ``2011,12,10``. What has no counterpart keeps its name, and is told like any other.
See: https://github.com/NUKnightLab/TimelineJS, "JSON".
"""

from __future__ import annotations

import re

from briefing.errors import Diagnostic
from briefing.reading.yaml import Entry, Listing, Record, Scalar, Value

__all__ = ["as_present"]

_PARTS = ("year", "month", "day", "hour", "minute", "second")
_MOMENT = re.compile(r"\s*-?\d+\s*(?:,\s*\d*\s*){0,5}", re.ASCII)


def as_present(record: Record, problems: list[Diagnostic]) -> Record:
    """Write a file as the present TimelineJS has it; one that is so already stays. ``problems`` gets what is wrong."""
    inner = next((each.value for each in record.entries if each.name == "timeline"), None)
    if not isinstance(inner, Record):
        return record
    return _Older(problems).whole(record, inner)


class _Older:
    def __init__(self, problems: list[Diagnostic]) -> None:
        self._problems = problems

    def whole(self, record: Record, timeline: Record) -> Record:
        around = tuple(each for each in record.entries if each.name != "timeline")
        title, others = _parted(timeline, ("headline", "text", "asset"))
        lists = {"date": "events", "era": "eras"}
        read = tuple(
            Entry(lists[each.name], each.position, self._items(each.value)) if each.name in lists else each
            for each in others.entries
        )
        named = (Entry("title", title.position, _grouped(title)),) if title.entries else ()
        return Record((*named, *read, *around), timeline.position)

    def _items(self, value: Value) -> Value:
        if not isinstance(value, Listing):
            return value
        items = (self._event(each) if isinstance(each, Record) else each for each in value.items)
        return Listing(tuple(each for each in items if each), value.position)

    def _event(self, record: Record) -> Record | None:
        """Write an event or an era anew; one without a date that can be read is left out."""
        before = len(self._problems)
        moments = {"startDate": "start_date", "endDate": "end_date"}
        entries = tuple(
            Entry(moments[each.name], each.position, self._moment(each.value)) if each.name in moments else each
            for each in _grouped(record).entries
        )
        return Record(entries, record.position) if len(self._problems) == before else None

    def _moment(self, value: Value) -> Value:
        """Part a moment into its figures; one that is none is reported."""
        if not isinstance(value, Scalar) or not value.text.strip():
            return value
        if not _MOMENT.fullmatch(value.text):
            message = f'"{value.text[:40]}" is not a date of TimelineJS.'
            hint = "Write year, month and day in figures, with commas between them: 2011,12,10"
            self._problems.append(Diagnostic("error", "date-unreadable", message, value.position, hint))
            return value
        parts = zip(_PARTS, value.text.split(","), strict=False)
        entries = (Entry(name, value.position, Scalar(text.strip(), value.position)) for name, text in parts)
        return Record(tuple(entries), value.position)


def _grouped(record: Record) -> Record:
    """Put the texts of a slide into one group, and what it shows into another."""
    texts, others = _parted(record, ("headline", "text"))
    assets = (
        Entry("media", each.position, _media(each.value)) if each.name == "asset" else each for each in others.entries
    )
    group = (Entry("text", texts.position, texts),) if texts.entries else ()
    return Record((*group, *assets), record.position)


def _media(value: Value) -> Value:
    if not isinstance(value, Record):
        return value
    entries = (Entry("url", each.position, each.value) if each.name == "media" else each for each in value.entries)
    return Record(tuple(entries), value.position)


def _parted(record: Record, names: tuple[str, ...]) -> tuple[Record, Record]:
    """Part some fields of a record from the others."""
    some = tuple(each for each in record.entries if each.name in names)
    rest = tuple(each for each in record.entries if each.name not in names)
    return Record(some, some[0].position if some else record.position), Record(rest, record.position)
