"""A briefing and its claims → what every edition owes its readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.claims import LONGEST_SENTENCE, Ledger
from briefing.errors import Position
from briefing.model import Briefing
from briefing.model.wording import date_words
from briefing.timeline import said

__all__ = ["KINDS", "Told", "told_by"]

KINDS = ("claim", "caveat", "source", "ask", "petition", "correction", "date", "imprint")
"""What is told, in the order in which it is counted."""


class Told(NamedTuple):
    """Something that readers are told."""

    kind: str
    """One of ``KINDS``."""
    words: str
    sentence: str
    """That it stands in; empty where it is one, or where that is longer than any sentence."""
    position: Position | None


def told_by(briefing: Briefing, claims: Ledger) -> Iterator[Told]:
    """List what a briefing tells; what it leaves empty is not among it."""
    found = (
        *(Told("claim", each.text, _sentence(each.sentence), each.position) for each in claims.claims),
        *(Told("caveat", said(each.caveat), "", each.position) for each in briefing.figures),
        *(Told("source", each.title, "", each.position) for each in briefing.sources.values()),
        *(Told("ask", said(each.text), "", each.position) for each in briefing.asks),
        *_petition(briefing),
        *(Told("correction", said(each.text), "", each.position) for each in briefing.corrections),
        *_dates(briefing),
        *_imprint(briefing),
    )
    yield from (each for each in found if each.words.strip())


def _sentence(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SENTENCE else ""


def _petition(briefing: Briefing) -> Iterator[Told]:
    petition = briefing.petition
    if petition is None:
        return
    deadline = date_words(petition.deadline, briefing.masthead.language) if petition.deadline else ""
    for words in (petition.ask, petition.addressed_to, said(petition.text), deadline, petition.print_as):
        yield Told("petition", words, "", petition.position)


def _dates(briefing: Briefing) -> Iterator[Told]:
    masthead = briefing.masthead
    for name, date in (("date", masthead.date), ("information_as_of", masthead.information_as_of)):
        if date:
            yield Told("date", date_words(date, masthead.language), "", masthead.positions.get(name))
    if masthead.embargo:
        yield Told("date", masthead.embargo.until, "", masthead.positions.get("embargo"))


def _imprint(briefing: Briefing) -> Iterator[Told]:
    organisation = briefing.organisation
    licence = briefing.licence or (organisation.licence if organisation else "")
    disclaimer = briefing.disclaimer or (organisation.disclaimer if organisation else "")
    people = organisation.imprint if organisation else None
    names = (people.printed_by, people.promoted_by, people.on_behalf_of) if people else ()
    for words in (licence, disclaimer, *names):
        yield Told("imprint", words, "", None)
