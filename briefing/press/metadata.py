"""Briefing and document → what the file says of itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from briefing.model import Briefing, Element, walk
from briefing.model.licences import licence_named
from briefing.pdf import Metadata

__all__ = ["metadata_of"]

_DAY_ZERO = datetime(2000, 1, 1, tzinfo=UTC)
"""From which the days of ``Date`` are counted."""


def metadata_of(html: Element, briefing: Briefing, *, draft: bool, epoch: int | None) -> Metadata:
    """Gather the metadata; ``epoch`` (seconds since 1970) takes the place of the briefing's date."""
    found: dict[str, list[str]] = {}
    heads = [child for child in html.children if isinstance(child, Element) and child.tag == "head"]
    for element in (inside for head in heads for inside in walk(head)):
        if element.tag == "meta":
            found.setdefault(element.get("name"), []).append(element.get("content"))

    def one(name: str) -> str:
        return found.get(name, [""])[0]

    licence = licence_named(one("rights"))
    return Metadata(
        title=briefing.masthead.title,
        language=briefing.masthead.language,
        authors=tuple(found.get("author", ())),
        description=one("description"),
        keywords=briefing.masthead.keywords,
        publisher=one("publisher"),
        rights=one("rights"),
        licence_address=licence.address if licence else "",
        public_domain=licence.public_domain if licence else False,
        date=_moment(briefing, epoch),
        label="Draft" if draft else "",
    )


def _moment(briefing: Briefing, epoch: int | None) -> datetime | None:
    """Decide when the file says it was made: never from the clock, for the same input gives the same bytes."""
    if epoch is not None:
        return datetime.fromtimestamp(epoch, UTC)
    date = briefing.masthead.date
    if date is None or date.first is None:
        return None
    try:
        return _DAY_ZERO + timedelta(days=date.first)
    except OverflowError:
        return None
