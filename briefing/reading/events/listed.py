"""A list of events in the front matter → events."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import Diagnostic
from briefing.model import Date
from briefing.reading.dates import read_date
from briefing.reading.events.citing import read_cited
from briefing.reading.events.typed import EventList, TypedEvent
from briefing.reading.fields import Fields
from briefing.reading.limits import EVENTS
from briefing.reading.yaml import Scalar

__all__ = ["read_listed"]


def read_listed(listed: Sequence[Fields], language: str) -> EventList:
    """Read items that were found valid; dates in words are in ``language``."""
    problems: list[Diagnostic] = []
    if len(listed) > EVENTS:
        message = f"There are more than {EVENTS:,} events here."
        problems.append(Diagnostic("error", "too-large", message, listed[EVENTS].position, "Divide the briefing."))
        return EventList((), tuple(problems))
    events = [_event(fields, language, problems) for fields in listed]
    return EventList(tuple(event for event in events if event), tuple(problems))


def _event(fields: Fields, language: str, problems: list[Diagnostic]) -> TypedEvent | None:
    typed, text = fields.scalar("date"), fields.scalar("event")
    date = read_date(typed.text, typed.position, language) if typed else None
    if isinstance(date, Diagnostic):
        problems.append(date)
        return None
    if text is None:  # which was told when the fields were held against their table
        return None
    cited = read_cited(fields.texts.get("sources", ()))
    sentence = Scalar(" ".join(text.text.split()), text.position)
    return TypedEvent(
        date if isinstance(date, Date) else None,
        sentence,
        text.position,
        cited.citation,
        cited.references,
        fields.flag("stressed"),
    )
