"""TimelineJS's JSON → events: its events and eras, with its title.

What it looks like is for the page: backgrounds, groups, thumbnails have no place. Its texts are HTML.
See: https://timeline.knightlab.com/docs/json-format.html.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import Diagnostic, Position
from briefing.model import Date
from briefing.reading.events.citing import is_web_address
from briefing.reading.events.lengths import Lengths
from briefing.reading.events.markup import FromHtml, read_html
from briefing.reading.events.numbers import Moment, read_moment
from briefing.reading.events.older_timelinejs import as_present
from briefing.reading.events.spans import as_shown, from_edtf, spanned
from briefing.reading.events.typed import EventList, Reference, TypedEvent
from briefing.reading.events.unplaced import Unplaced
from briefing.reading.files import decode
from briefing.reading.json_tree import parse_json
from briefing.reading.limits import EVENTS
from briefing.reading.yaml import Listing, Record, Scalar, Value

__all__ = ["read_timelinejs"]

_NOTHING = Scalar("", Position(""))
_DATE_PARTS = ("year", "month", "day", "hour", "minute", "second")
_SHAPE = 'TimelineJS keeps events so: {"events": [{"start_date": {"year": 2021}, "text": {"headline": "…"}}]}'


def read_timelinejs(data: bytes, file: str, language: str) -> EventList:
    """Read a file; ``language`` is that of the words in ``display_date``."""
    text = decode(data, file)
    if isinstance(text, Diagnostic):
        return EventList((), (text,))
    parsed = parse_json(text, file)
    value = parsed.value
    if value is None:
        return EventList((), parsed.diagnostics)
    if not isinstance(value, Record):
        message = "This is not TimelineJS's JSON: a group with a list of events is expected."
        return EventList((), (*parsed.diagnostics, Diagnostic("error", "timelinejs", message, value.position, _SHAPE)))
    problems = list(parsed.diagnostics)
    return _Reader(language, problems).read(as_present(value, problems))


class _Reader:
    def __init__(self, language: str, problems: list[Diagnostic]) -> None:
        self._language = language
        self._problems = problems
        self._unplaced = Unplaced({})
        self._lengths = Lengths(problems)

    def read(self, record: Record) -> EventList:
        listed = [(name, item) for name in ("events", "eras") for item in self._items(record, name)]
        events: list[TypedEvent] = []
        if len(listed) > EVENTS:
            message = f"There are more than {EVENTS:,} events in this file."
            self._report("too-large", message, listed[EVENTS][1].position, "Divide it.")
        else:
            events = [event for name, item in listed if (event := self._event(item, name))]
        if _value(record, "events") is None:
            self._report("timelinejs", "This file has no list of events.", record.position, _SHAPE)
        title, details = self._title(record)
        self._leave_out(record, {"events", "eras", "title"})
        problems = (*self._problems, *self._unplaced.diagnostics())
        return EventList(tuple(events), problems, title, details)

    def _items(self, record: Record, name: str) -> Iterator[Record]:
        listing = _value(record, name)
        if listing is None or (isinstance(listing, Scalar) and not listing.text):
            return
        if not isinstance(listing, Listing):
            self._report("timelinejs", f'"{name}" takes a list.', listing.position, _SHAPE)
            return
        for item in listing.items:
            if isinstance(item, Record):
                yield item
            else:
                self._report("timelinejs", f'Each of "{name}" is a group of fields.', item.position, _SHAPE)

    def _event(self, record: Record, kind: str) -> TypedEvent | None:
        media = self._group(record, "media")
        references = tuple(self._references(media))
        text, details = self._texts(record)
        date = self._date(record)
        self._leave_out(record, {"start_date", "end_date", "display_date", "text", "media"})
        if self._lengths.are_spent:
            return None
        if isinstance(date, Diagnostic):
            self._problems.append(date)
        elif date is None:
            hint = 'It needs at least {"start_date": {"year": 2021}}.'
            self._report("timelinejs", f"This {_ONE[kind]} has no date.", record.position, hint)
        elif not text.text:
            hint = 'Write it as "headline" of its "text".'
            self._report("timelinejs", f"This {_ONE[kind]} does not say what happened.", record.position, hint)
        else:
            return TypedEvent(
                date, text, text.position, None, references, details=details, in_parts=date.typed == date.edtf
            )
        return None

    def _title(self, record: Record) -> tuple[str, tuple[Scalar, ...]]:
        slide = self._group(record, "title")
        if slide is None:
            return "", ()
        texts = self._group(slide, "text")
        headline = self._scalar(texts, "headline")
        self._leave_out(slide, {"text", "media"})
        self._leave_out(texts, {"headline", "text"})
        for _ in self._references(self._group(slide, "media")):
            self._unplaced.add("media of the title", slide.position)
        return self._plain(headline), tuple(self._paragraphs(self._scalar(texts, "text")))

    def _texts(self, record: Record) -> tuple[Scalar, tuple[Scalar, ...]]:
        texts = self._group(record, "text")
        self._leave_out(texts, {"headline", "text"})
        head, *more = self._paragraphs(self._scalar(texts, "headline")) or [_NOTHING]
        details = [*more, *self._paragraphs(self._scalar(texts, "text"))]
        if not head.text and details:
            return details[0], tuple(details[1:])
        return head, tuple(details)

    def _paragraphs(self, typed: Scalar) -> list[Scalar]:
        return [Scalar(each, typed.position) for each in self._html(typed).paragraphs]

    def _plain(self, typed: Scalar) -> str:
        return self._html(typed).words

    def _html(self, typed: Scalar) -> FromHtml:
        if not self._lengths.allow(typed):
            return FromHtml((), (), "")
        found = read_html(typed.text)
        for name in found.lost:
            self._unplaced.add(f"<{name}>", typed.position)
        return found

    def _date(self, record: Record) -> Date | Diagnostic | None:
        ends: list[Date | None] = []
        shown = [self._scalar(record, "display_date")]
        for name in ("start_date", "end_date"):
            date, words = self._moment(self._group(record, name))
            if isinstance(date, Diagnostic):
                return date
            ends.append(date)
            shown.append(words)
        start, end = ends
        found = spanned(start, end, record.position)
        # that of the event comes before that of its beginning; what an end shows is part of a span and no date of it
        words = next((each for each in shown[: 2 if end is None else 1] if each.text), _NOTHING)
        if not isinstance(found, Date):
            return found
        if not words.text and self._says_all(shown[1], found):
            words = shown[1]
        for each in shown:
            if each.text not in ("", found.typed, words.text):
                self._unplaced.add("display_date", each.position)
        date, warning = as_shown(found, words, self._language)
        self._problems += [warning] if warning else []
        return date

    def _says_all(self, shown: Scalar, span: Date) -> bool:
        """Tell whether the words for a beginning are those of its whole span: ``1914-18``."""
        date, _ = as_shown(span, shown, self._language)
        return date is not span and date.edtf == span.edtf

    def _moment(self, record: Record | None) -> tuple[Date | Diagnostic | None, Scalar]:
        """Read one moment, and the words that are to be shown for it."""
        parts = {name: self._scalar(record, name) for name in _DATE_PARTS}
        self._leave_out(record, {*_DATE_PARTS, "display_date"})
        edtf = read_moment(Moment(**parts), self._language)
        shown = self._scalar(record, "display_date")
        if isinstance(edtf, Diagnostic) or not edtf:
            return edtf or None, shown
        return from_edtf(edtf, parts["year"].position), shown

    def _references(self, media: Record | None) -> Iterator[Reference]:
        url, link = self._scalar(media, "url"), self._scalar(media, "link")
        url, other = (url, link) if url.text else (link, url)
        if other.text:
            self._unplaced.add("link", other.position)
        words = [self._scalar(media, name) for name in ("credit", "caption", "title")]
        credit, *named = map(self._plain, words)
        plain = ", ".join(filter(None, named))
        self._leave_out(media, {"url", "link", "credit", "caption", "title"})
        if is_web_address(url.text):
            yield Reference(url.position, url.text, plain, credit)
        else:
            if url.text:
                self._unplaced.add("media", url.position)
            if plain or credit:
                position = next(each.position for each in words if each.text)
                yield Reference(position, words=plain or credit, credit=credit if plain else "")

    def _group(self, record: Record | None, name: str) -> Record | None:
        found = _value(record, name)
        if found is None or isinstance(found, Record):
            return found
        if not isinstance(found, Scalar) or found.text:
            self._report("timelinejs", f'"{name}" takes a group of fields.', found.position, _SHAPE)
        return None

    def _scalar(self, record: Record | None, name: str) -> Scalar:
        found = _value(record, name)
        if found is None or isinstance(found, Scalar):
            return found or _NOTHING
        self._report("timelinejs", f'"{name}" takes one text or number.', found.position, _SHAPE)
        return _NOTHING

    def _leave_out(self, record: Record | None, read: set[str]) -> None:
        """Count what a group has besides what is read of it."""
        for entry in record.entries if record else ():
            if entry.name not in read and _says_something(entry.value):
                self._unplaced.add(entry.name, entry.position)

    def _report(self, kind: str, message: str, position: Position, hint: str) -> None:
        found = Diagnostic("error", kind, message, position, hint)
        if found not in self._problems[-3:]:
            self._problems.append(found)


_ONE = {"events": "event", "eras": "era"}


def _value(record: Record | None, name: str) -> Value | None:
    entries = record.entries if record else ()
    return next((entry.value for entry in entries if entry.name == name), None)


def _says_something(value: Value) -> bool:
    """Tell whether anything is lost with a value: ``false`` and 0 are values, an empty text is none."""
    if isinstance(value, Scalar):
        return bool(value.text)
    inner = value.items if isinstance(value, Listing) else (entry.value for entry in value.entries)
    return any(map(_says_something, inner))
