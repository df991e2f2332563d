"""Dates that cannot follow each other as they do: by what the article itself says."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.editorial.edited import Edited, doubt
from briefing.checking.editorial.planned import KNOWN, is_still_to_come
from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, Date, Event, Source, plain_text
from briefing.model.dates import surely_before
from briefing.model.wording import date_words

__all__ = ["dates_out_of_order", "deadlines_past"]

_Found = Iterator[Diagnostic]


def dates_out_of_order(edited: Edited) -> _Found:
    """Warn of what happened, was read or is due before it can have been."""
    yield from _events(edited)
    yield from _sources(edited)
    yield from _head(edited)
    yield from _still_to_come(edited)


def _events(edited: Edited) -> _Found:
    briefing = edited.briefing
    for event in (event for timeline in briefing.timelines for event in timeline.events):
        sources = [briefing.sources[key] for key in event.sources if key in briefing.sources]
        latest = _latest_before(event, sources)
        if latest and latest.date and not _is_planned(event, edited):
            message = (
                f"This event, {_words(event.date, briefing)}, is later than what it cites: "
                f"{latest.key} is of {_words(latest.date, briefing)}."
            )
            hint = (
                "Correct the date, or cite who reported it afterwards. "
                "Of what is still to come say so in the text of the event: planned, due, expected."
            )
            yield doubt("date-order", message, event.position, hint)


def _is_planned(event: Event, edited: Edited) -> bool:
    """Tell what was foreseen: by its words, and in a language whose words are not known by the briefing's own date."""
    own = edited.briefing.masthead.date
    if edited.language not in KNOWN:
        return own is None or surely_before(own, event.date)
    return is_still_to_come(plain_text(event.text), edited.language)


def _latest_before(event: Event, sources: list[Source]) -> Source | None:
    """Find the source of an event, if all it cites were over before it began: a later one may have told of it."""
    dated = [source for source in sources if source.date and surely_before(source.date, event.date)]
    if not dated or len(dated) < len(sources):
        return None
    return max(dated, key=lambda source: source.date.last or 0 if source.date else 0)


def _sources(edited: Edited) -> _Found:
    """What is wrong with a source stands in its list, which the editions share."""
    for source in edited.briefing.sources.values():
        if source.date and source.accessed and surely_before(source.accessed, source.date):
            message = (
                f"The source {source.key} was read on {_words(source.accessed, edited.briefing)}, before it "
                f"appeared, on {_words(source.date, edited.briefing)}."
            )
            yield doubt("date-order", message, source.position, "One of its fields date and accessed is wrong.")


def _head(edited: Edited) -> _Found:
    briefing = edited.briefing
    masthead, petition = briefing.masthead, briefing.petition
    date, known = masthead.date, masthead.information_as_of
    if date is None:
        return
    if known and surely_before(date, known):
        message = (
            f"The information is as of {_words(known, briefing)}, and the briefing of {_words(date, briefing)}, before."
        )
        place = masthead.positions.get("information_as_of", briefing.position)
        yield doubt("date-order", message, place, "One of the fields date and information_as_of is wrong.")
    due = [(f'The ask of "{ask.actor}"', ask.by, ask.position) for ask in briefing.asks]
    if petition:
        due.append(("The petition", petition.deadline, petition.positions.get("deadline", petition.position)))
    for what, day, position in due:
        if day and surely_before(day, date):
            message = (
                f"{what} ends on {_words(day, briefing)}, before the briefing appears, on {_words(date, briefing)}."
            )
            yield doubt("date-order", message, position, "Readers would come too late: give them a later day.")
    for figure in briefing.figures:
        if figure.as_of and surely_before(date, figure.as_of):
            message = f"This figure is as of {_words(figure.as_of, briefing)}, after the briefing's own date."
            yield doubt("date-order", message, figure.position, "One of the two dates is wrong.")


def _still_to_come(edited: Edited) -> _Found:
    """Nobody has answered on a day that has not been."""
    briefing, today = edited.briefing, edited.asked.today
    answered: list[tuple[str, Date | None, Position]] = []
    if answer := briefing.masthead.influences_voters:
        place = briefing.masthead.positions.get("influences_voters", briefing.position)
        answered.append(("The answer on voters is", answer.on, place))
    if commons := briefing.commons_petition:
        place = commons.positions.get("answered_on", commons.position)
        answered.append(("The answers on the petition to the House of Commons are", commons.answered_on, place))
    for what, day, position in answered:
        if today and day and surely_before(today, day):
            message = f"{what} of {_words(day, briefing)}, which is still to come."
            yield doubt("date-order", message, position, "Write the day on which somebody answered.")


def deadlines_past(edited: Edited) -> _Found:
    """Warn of days that are over today."""
    briefing, today = edited.briefing, edited.asked.today
    due: list[tuple[str, Date | None, Position]] = []
    if petition := briefing.petition:
        position = petition.positions.get("deadline", petition.position)
        due.append(("The last day to sign the petition", petition.deadline, position))
    if sheets := briefing.signature_sheets:
        position = sheets.positions.get("return_by", sheets.position)
        due.append(("The day by which signed sheets are to be back", sheets.return_by, position))
    due += [(f'The day by which "{ask.actor}" is asked to act', ask.by, ask.position) for ask in briefing.asks]
    for what, day, position in due:
        if today and day and surely_before(day, today):
            message = f"{what} is over: {_words(day, briefing)}."
            yield doubt("deadline", message, position, "Give a later day, or do not hand it out any more.")


def _words(date: Date, briefing: Briefing) -> str:
    return date_words(date, briefing.masthead.language)
