"""Information that was gathered long before today."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.editorial.edited import Edited, doubt
from briefing.errors import Diagnostic, Position
from briefing.model import Date
from briefing.model.wording import date_words

__all__ = ["old_information"]

_MOST_DAYS = 180
"""Half a year: then figures of displaced people, prices and polls are others."""


def old_information(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of each "as of" that is older than half a year."""
    briefing, today = edited.briefing, edited.asked.today
    masthead = briefing.masthead
    place = masthead.positions.get("information_as_of", briefing.position)
    dated: list[tuple[str, Date | None, Position]] = [("The information", masthead.information_as_of, place)]
    dated += [(f'The figure "{each.value}"', each.as_of, each.position) for each in briefing.figures]
    for what, date, position in dated:
        if today and today.first is not None and date and date.last is not None:
            days = int(today.first - date.last)
            if days > _MOST_DAYS:
                message = f"{what} is as of {date_words(date, masthead.language)}, {days} days ago."
                yield doubt("as-of", message, position, "Look up whether there is something newer.")
