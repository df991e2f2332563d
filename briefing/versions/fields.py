"""The short fields of two versions → those that changed, but for title, standfirst and asks, which are told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import Position
from briefing.model import Briefing, Organisation, Petition

__all__ = ["ChangedField", "changed_fields"]

_ADDRESSES = frozenset({"link", "print_as"})


class Shown(NamedTuple):
    """A field as it is shown."""

    name: str
    """As it is typed: ``petition.link``."""
    text: str
    position: Position
    is_address: bool = False
    is_judged: bool = False
    """Whether a person has to judge if it is a change of substance."""


class ChangedField(NamedTuple):
    """A field of two versions; the text of one of them may be empty."""

    before: Shown
    now: Shown


def changed_fields(before: Briefing, now: Briefing) -> Iterator[ChangedField]:
    """Yield the fields whose text is another one; white space is none.

    Those of the organisation are compared where both versions have its profile, which need not travel with an article.
    """
    old, new = [*_fields(before)], [*_fields(now)]
    if before.organisation and now.organisation:
        old, new = (
            [*old, *_of_organisation(before, before.organisation)],
            [*new, *_of_organisation(now, now.organisation)],
        )
    for each, other in zip(old, new, strict=True):
        if each.text.split() != other.text.split():
            yield ChangedField(each, other)


def _fields(briefing: Briefing) -> Iterator[Shown]:
    """Yield the same fields of every briefing, in the same order."""
    masthead, at = briefing.masthead, briefing.masthead.positions
    as_of = masthead.information_as_of
    values = {
        "information_as_of": as_of.edtf if as_of else "",
        "series": masthead.series,
        "number": masthead.number,
        "authors": "; ".join(masthead.authors),
        "image_credits": "; ".join(briefing.image_credits),
    }
    yield from (Shown(name, text, at.get(name, briefing.position)) for name, text in values.items())
    yield from (Shown(name, text, at.get(name, briefing.position), is_judged=True) for name, text in _judged(briefing))
    yield from _of_petition(briefing.petition, briefing.position)


def _judged(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Yield what readers are told of the text as a whole; names that were changed are not repeated."""
    embargo = briefing.masthead.embargo
    yield "embargo", embargo.until if embargo else ""
    yield "changed_names", "declared" if briefing.changed_names else ""


def _of_petition(petition: Petition | None, otherwise: Position) -> Iterator[Shown]:
    deadline = petition.deadline if petition else None
    values = {
        "addressed_to": petition.addressed_to if petition else "",
        "deadline": deadline.edtf if deadline else "",
        "link": petition.link if petition else "",
        "print_as": petition.print_as if petition else "",
    }
    at = petition.positions if petition else {}
    for name, text in values.items():
        yield Shown(f"petition.{name}", text, at.get(name, otherwise), name in _ADDRESSES)


def _of_organisation(briefing: Briefing, organisation: Organisation) -> Iterator[Shown]:
    at, profile = briefing.masthead.positions, organisation.positions
    yield Shown("organisation", organisation.name, profile.get("name", organisation.position))
    for name, own, shared in (
        ("licence", briefing.licence, organisation.licence),
        ("disclaimer", briefing.disclaimer, organisation.disclaimer),
    ):
        yield Shown(name, own or shared, (at if own else profile).get(name, organisation.position))
    imprint = organisation.imprint
    for name, text in (
        ("printed_by", imprint.printed_by),
        ("promoted_by", imprint.promoted_by),
        ("on_behalf_of", imprint.on_behalf_of),
    ):
        yield Shown(f"imprint.{name}", text, profile.get("imprint", organisation.position))
