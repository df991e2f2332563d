"""How dates were read: said of timelines and of lines, and warned of where they may have been meant otherwise.

What a language edition takes over from its original is said of the original alone.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
from math import inf

from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, DataChart, Date, Event
from briefing.model.edtf import Interval, Point, parse_edtf
from briefing.model.languages import direction, read_tag
from briefing.model.wording import date_words
from briefing.reading.dates import season_or_years, with_latin_digits

__all__ = ["axes_read", "dates_read", "out_of_order", "seasons_or_years"]

_LEFT_TO_RIGHT = "\u200e"
"""Keeps words from right to left and the EDTF beside them in their order on terminals that reorder."""
_MOST_LISTED = 12
"""Dates of one line: who has read a year of months knows how the others were read."""
_OF_SOURCES = "en-GB"
"""All editions share the sources."""
_SORT = "Sort them, the oldest first. Where dates leave the order open, that of the file decides."
_KEEP = "If you mean it so, leave it: where dates leave the order open, yours stands. Else put the oldest first."
_Placed = Iterator[tuple[Date | None, Position]]


def dates_read(briefing: Briefing, original: Briefing | None) -> Iterator[Diagnostic]:
    """List the dates of each timeline that are EDTF to us and words to their author, or the other way round."""
    language = briefing.masthead.language
    told = _dates_of(original)
    for timeline in briefing.timelines:
        dates = [event.date for event in timeline.events if event.date not in told]
        read = tuple(filter(None, (_as_read(date, language) for date in dates)))
        if read:
            message = "The dates of this timeline were read so, on the left as typed, on the right as understood:"
            yield Diagnostic("note", "dates-read", message, timeline.position, details=read)


def axes_read(briefing: Briefing, original: Briefing | None) -> Iterator[Diagnostic]:
    """Say of each line whether it goes over time, and how its dates were read."""
    told = {chart.files[:1] for chart in original.charts} if original else set()
    for chart in briefing.charts:
        if chart.kind == "line" and chart.has_figures and chart.files[:1] not in told:
            yield _axis_read(chart, briefing.masthead.language)


def _axis_read(chart: DataChart, language: str) -> Diagnostic:
    rows = f"The {len(chart.rows)} rows of this line"
    if not chart.of_time:
        message = f"{rows} are names: they stand at equal steps, in the order of their file."
        return Diagnostic("note", "axis-read", message, chart.position)
    dates = [row.date for row in chart.rows if row.date]
    read = tuple(filter(None, (_as_read(date, language) for date in dates)))
    more = (f"and {len(read) - _MOST_LISTED} more",) if len(read) > _MOST_LISTED else ()
    message = f"{rows} are dates, from {dates[0].edtf} to {dates[-1].edtf}, each at its place in time."
    if read:
        message += " They were read so, on the left as typed, on the right as understood:"
    return Diagnostic("note", "axis-read", message, chart.position, details=(*read[:_MOST_LISTED], *more))


def seasons_or_years(briefing: Briefing, original: Briefing | None) -> Iterator[Diagnostic]:
    """Warn of 2019-22, wherever a date is typed."""
    told = _dates_of(original)
    language = briefing.masthead.language
    for dates, words_of in ((_in_text(briefing), language), (_in_sources(briefing), _OF_SOURCES)):
        for date, position in dates:
            if date is not None and date not in told and (warning := season_or_years(date, position, words_of)):
                yield warning


def out_of_order(briefing: Briefing, original: Briefing | None) -> Iterator[Diagnostic]:
    """Say once of each file of events, and of each list, that one of them surely begins before another above it.

    What is surely over before another begins moves up by itself, and of a list only what does not is told.
    """
    told, said = _dates_of(original), set[str]()
    for timeline in briefing.timelines:
        events = tuple(event for event in timeline.events if event.date not in told)
        for file, of_file in groupby(events, lambda event: event.position.file):
            is_list = file == briefing.position.file
            found = None if file in said else (_first_undecided if is_list else _first_out_of_order)(tuple(of_file))
            if found:
                said |= set() if is_list else {file}
                below, above = (date_words(each.date, briefing.masthead.language) for each in found)
                whose = "this timeline" if is_list else f'"{file}"'
                message = f"The events of {whose} are not in order of time: {below} stands below {above}."
                yield Diagnostic("note", "out-of-order", message, found[0].position, _KEEP if is_list else _SORT)


def _first_undecided(events: Sequence[Event]) -> tuple[Event, Event] | None:
    """Find an event that begins before another above it does, and is not over before that one begins."""
    above: list[tuple[float, int]] = []
    for number, event in enumerate(events):
        place = bisect_left(above, (_has_begun(event.date), -1))
        if place < len(above) and above[place][0] < _is_over(event.date):
            return event, events[above[place][1]]
        if event.date.first is not None:
            insort(above, (event.date.first, number))
    return None


def _first_out_of_order(events: Sequence[Event]) -> tuple[Event, Event] | None:
    """Find an event that begins before another above it does, with that one."""
    latest: Event | None = None
    for event in events:
        if latest is not None and _has_begun(event.date) <= (latest.date.first or -inf):
            return event, latest
        if event.date.first is not None and (latest is None or event.date.first > (latest.date.first or -inf)):
            latest = event
    return None


def _has_begun(date: Date) -> float:
    """Tell when at the latest a date has begun, in days: what lasts has done so when its beginning is over."""
    value = parse_edtf(date.edtf)
    start = value.start if isinstance(value, Interval) else None
    return start.last + start.tolerance if isinstance(start, Point) else _is_over(date)


def _is_over(date: Date) -> float:
    return inf if date.last is None else date.last


def _as_read(date: Date, language: str) -> str:
    """Say what a date was taken for; nothing where that is what was typed, or words of another language."""
    if date.language not in ("", read_tag(language).language):
        return ""
    around = _LEFT_TO_RIGHT if direction(language) == "rtl" else ""
    read = date.edtf if date.language else date_words(date, language)
    return "" if with_latin_digits(read) == with_latin_digits(date.typed) else f"{around}{date.typed}{around} = {read}"


def _dates_of(briefing: Briefing | None) -> frozenset[Date | None]:
    placed = chain(_in_text(briefing), _in_sources(briefing)) if briefing else ()
    return frozenset(date for date, _ in placed)


def _in_text(briefing: Briefing) -> _Placed:
    masthead, petition = briefing.masthead, briefing.petition
    yield masthead.date, _place(masthead.positions, "date", briefing.position)
    yield masthead.information_as_of, _place(masthead.positions, "information_as_of", briefing.position)
    if petition is not None:
        yield petition.deadline, _place(petition.positions, "deadline", petition.position)
    if sheets := briefing.signature_sheets:
        yield sheets.return_by, _place(sheets.positions, "return_by", sheets.position)
    yield from ((figure.as_of, figure.position) for figure in briefing.figures)
    yield from ((ask.by, ask.position) for ask in briefing.asks)
    yield from ((event.date, event.position) for timeline in briefing.timelines for event in timeline.events)
    yield from ((row.date, row.position) for chart in briefing.charts for row in chart.rows)


def _in_sources(briefing: Briefing) -> _Placed:
    for source in briefing.sources.values():
        yield from ((date, source.position) for date in (source.date, source.accessed))


def _place(positions: Mapping[str, Position], name: str, otherwise: Position) -> Position:
    return positions.get(name, otherwise)
