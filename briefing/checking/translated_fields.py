"""The fields of a language edition beside those of its original: texts that it lacks, facts that differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.checking.differing import day_differs, differs, digits
from briefing.errors import Diagnostic, Position
from briefing.model import Briefing

__all__ = ["fields_that_differ", "texts_missing"]

_Found = Iterator[Diagnostic]

_TEXTS = ("subtitle", "standfirst", "series", "keywords", "description")
_TEXTS_OF_PETITION = ("addressed_to", "text")


class _Text(NamedTuple):
    """A field of sentences, in both articles."""

    name: str
    own: object
    original: object
    position: Position
    """Where the edition might have it."""
    place: Position
    """Where the original has it."""


def texts_missing(edition: Briefing, original: Briefing) -> _Found:
    """Name each text that the original has and the edition has not, unless its field is there without a value."""
    for name, own, its, position, place in _texts(edition, original):
        if its and not own:
            message = f'The original has the field "{name}", and this edition has not.'
            hint = f"Translate it ({place.file}, line {place.line}), or type its name with nothing behind it."
            yield Diagnostic("warning", "translation-lacks", message, position, hint)


def _texts(edition: Briefing, original: Briefing) -> Iterator[_Text]:
    own, its = edition.masthead, original.masthead
    pairs = [(name, getattr(own, name), getattr(its, name)) for name in _TEXTS]
    pairs += [
        ("disclaimer", edition.disclaimer, original.disclaimer),
        ("petition", edition.petition, original.petition),
    ]
    for name, here, there in pairs:
        if name not in own.positions:
            place = its.positions.get(name, original.position)
            yield _Text(name, here, there, edition.position, place)
    if edition.petition and original.petition:
        for name in _TEXTS_OF_PETITION:
            if name not in edition.petition.positions:
                here, there = getattr(edition.petition, name), getattr(original.petition, name)
                place = original.petition.positions.get(name, original.petition.position)
                yield _Text(f"petition.{name}", here, there, edition.petition.position, place)
    ours, theirs = edition.signature_sheets, original.signature_sheets
    if ours and theirs and "statement" not in ours.positions:
        place = theirs.positions.get("statement", theirs.position)
        yield _Text("signature_sheets.statement", ours.statement, theirs.statement, edition.position, place)


def fields_that_differ(edition: Briefing, original: Briefing) -> _Found:
    """Name each fact that an edition gives otherwise than its original."""
    own, its = edition.masthead, original.masthead
    here, there = own.positions, its.positions
    if digits(own.number) != digits(its.number):
        yield differs('The field "number"', own.number, its.number, here.get("number"), there.get("number"))
    if own.embargo != its.embargo:
        until = own.embargo.until if own.embargo else "", its.embargo.until if its.embargo else ""
        yield differs('The field "embargo"', *until, here.get("embargo"), there.get("embargo"))
    yield from day_differs('The field "date"', own.date, its.date, here.get("date"), there.get("date"))
    known = "information_as_of"
    dates = own.information_as_of, its.information_as_of
    yield from day_differs(f'The field "{known}"', *dates, here.get(known), there.get(known))
    if edition.petition and original.petition:
        petition, counterpart = edition.petition, original.petition
        here, there = petition.positions, counterpart.positions
        if petition.link != counterpart.link:
            yield differs("The link", petition.link, counterpart.link, here.get("link"), there.get("link"))
        dates = petition.deadline, counterpart.deadline
        yield from day_differs("The deadline", *dates, here.get("deadline"), there.get("deadline"))
    if edition.signature_sheets and original.signature_sheets:
        sheets, others = edition.signature_sheets, original.signature_sheets
        last = "return_by"
        dates = sheets.return_by, others.return_by
        yield from day_differs('The field "return_by"', *dates, sheets.positions.get(last), others.positions.get(last))
