"""Embargoes that name a moment by its looks alone: one that is over, one that is several, one that no clock shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from briefing.checking.editorial.edited import Edited, doubt
from briefing.checking.embargo import Moment, moment_named
from briefing.errors import Diagnostic
from briefing.model.dates import surely_before

__all__ = ["embargo_in_doubt"]

_SHARED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "AMT": ("of Armenia and of the Amazon", "+04:00"),
        "AST": ("of Arabia and of Atlantic Canada", "+03:00"),
        "CST": ("of China, of Cuba and of North America", "+08:00"),
        "GST": ("of the Gulf and of South Georgia", "+04:00"),
        "IST": ("of India, of Ireland and of Israel", "+05:30"),
        "SST": ("of Samoa and of Singapore", "+08:00"),
    }
)
"""Short names that several zones have, with whose they are and what one of these is written as instead."""


def embargo_in_doubt(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of an embargo that is over, or that names no moment or two, though it has day, time and zone."""
    briefing, today = edited.briefing, edited.asked.today
    masthead = briefing.masthead
    until = masthead.embargo.until if masthead.embargo else ""
    moment = moment_named(until, edited.language)
    if moment is None:
        return
    position = masthead.positions.get("embargo", briefing.position)
    if moment.zone in _SHARED:
        whose, offset = _SHARED[moment.zone]
        hint = f"Write how far it is from UTC, for instance {offset}."
        yield doubt("embargo", f"The zone {moment.zone} of the embargo is that {whose}.", position, hint)
    if doubtful := _on_a_clock(moment):
        yield doubt("embargo", doubtful, position, "Take a time at which clocks are not changed: 00:01 or 12:00.")
    if today and surely_before(moment.day, today):
        message = f"The embargo is over, and every page still has it: {until}."
        yield doubt("embargo", message, position, "Take the line out.")


def _on_a_clock(moment: Moment) -> str:
    """Say where clocks of a place skip a time, or show it twice; nothing where this machine does not know the place."""
    try:
        zone = ZoneInfo(moment.zone) if "/" in moment.zone else UTC
        day = datetime.fromisoformat(moment.day.edtf)
        shown = day.replace(hour=moment.hour, minute=moment.minute, tzinfo=zone)
        again = shown.astimezone(UTC).astimezone(zone)
    except (LookupError, OSError, ValueError, OverflowError):  # no such place; a year that no calendar has
        return ""
    if again.replace(tzinfo=None) != shown.replace(tzinfo=None):
        return f"Clocks are put forward then in {moment.zone}: there is no {shown:%H:%M} on that day."
    if shown.replace(fold=1).utcoffset() != shown.utcoffset():
        return f"Clocks are put back then in {moment.zone}: there are two moments {shown:%H:%M} on that day."
    return ""
