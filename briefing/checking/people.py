"""People in pictures: whether it is said who can be recognised, and whether they have agreed to be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, Consent, Date, Element, Picture, trees, walk
from briefing.model.consents import IDENTIFIABLE
from briefing.model.dates import surely_before

__all__ = ["NOTHING_PUBLISHED", "OF_THE_DAY", "Publication", "people_in_pictures"]

_EXPIRED = "consent-expired"
_FUTURE = "consent-future"
OF_THE_DAY = frozenset({_EXPIRED, _FUTURE})
"""Names of what is told of consents on some days alone: that marks no page as a draft, and stops ``--final``."""
_Found = Iterator[Diagnostic]


class Publication(NamedTuple):
    """What a briefing is made for, and when."""

    uses: tuple[str, ...] = ()
    """Such as ``print`` and ``web``; a consent has to allow each."""
    today: Date | None = None
    """The day it is made; ``None`` for that of the briefing itself."""


NOTHING_PUBLISHED = Publication()


def people_in_pictures(briefing: Briefing, publication: Publication, original: Briefing | None = None) -> _Found:
    """Go through the pictures; an edition need not say again what its original says of the same file."""
    said = _said(briefing)
    elsewhere = {image.get("src"): image.get("data-people") for image in said if image.get("data-people")}
    if original:
        elsewhere = {image.get("src"): image.get("data-people") for image in _said(original)} | elsewhere
    told: set[str] = set()
    for image in said:
        name = image.get("src")
        people = image.get("data-people") or elsewhere.get(name, "")
        picture = briefing.pictures.get(name)
        if name in told or picture is None:
            continue
        if not people:
            told.add(name)
            yield _unsaid(picture, image.position)
        elif people == IDENTIFIABLE:
            told.add(name)
            yield from _consented(briefing, name, image.position, publication)


def _said(briefing: Briefing) -> tuple[Element, ...]:
    return tuple(each for root in trees(briefing) for each in walk(root) if each.tag == "img")


def _unsaid(picture: Picture, position: Position | None) -> Diagnostic:
    """A photograph may show anyone; a map or a chart hardly ever does."""
    message = f'Nothing says whether somebody can be recognised in "{picture.name}".'
    hint = "Say it behind the picture: {people=none}, {people=not-identifiable} or {people=identifiable}."
    return Diagnostic("open" if picture.is_photograph else "note", "people-unsaid", message, position, hint)


def _consented(briefing: Briefing, name: str, position: Position | None, publication: Publication) -> _Found:
    consents = briefing.consents.get(name, ())
    if not consents:
        message = f'Somebody can be recognised in "{name}", and no consent is noted.'
        hint = f'Note it in consents.yaml, which is never attached or exported: "{name}":'
        hint += " and below it, further in, form, date and uses."
        yield Diagnostic("open", "consent-missing", message, position, hint)
    day = publication.today or briefing.masthead.date
    for consent in consents:
        yield from _held(name, consent, publication.uses)
        yield from _in_time(name, consent, publication.today, day)


def _held(name: str, consent: Consent, uses: tuple[str, ...]) -> _Found:
    """Hold the consent of one person against what it is needed for."""
    fields = {"form": consent.form, "date": consent.date, "uses": consent.uses}
    if missing := [field for field, value in fields.items() if not value]:
        message = f'The consent for "{name}" does not say {_listed(missing, "or")}.'
        yield _open("consent-incomplete", message, consent, f"Add {_listed(missing, 'and')}.")
    if consent.uses and (other := [use for use in uses if use not in consent.uses]):
        message = f'The consent for "{name}" is for {_listed(consent.uses, "and")}, not for {_listed(other, "or")}.'
        yield _open("consent-other-use", message, consent, "Ask whether that is allowed as well, or leave it out.")
    if consent.is_child and not consent.has_guardian:
        message = f'In "{name}" there is a child, and no guardian has consented.'
        yield _open("consent-guardian", message, consent, "Say which guardian has: guardian: her mother")


def _in_time(name: str, consent: Consent, today: Date | None, day: Date | None) -> _Found:
    """Compare the days of a consent with each other, with the day it is, and with that on which it is needed."""
    given, expires = consent.date, consent.expires
    if given and expires and surely_before(expires, given):
        message = f'The consent for "{name}" ends on {expires.edtf}, before it was given on {given.edtf}.'
        yield _open("consent-reversed", message, consent, "Correct one of the two, date or expires.")
    elif expires and day and surely_before(expires, day):
        message = f'The consent for "{name}" ended on {expires.edtf}.'
        yield _open(_EXPIRED, message, consent, "Ask for it anew, or leave the picture out.")
    if given and today and surely_before(today, given):
        message = f'The consent for "{name}" is dated {given.edtf}, a day that is still to come.'
        yield _open(_FUTURE, message, consent, "Correct the day on which it was given.")


def _open(kind: str, message: str, consent: Consent, hint: str) -> Diagnostic:
    return Diagnostic("open", kind, message, consent.position, hint)


def _listed(words: tuple[str, ...] | list[str], joint: str) -> str:
    return f" {joint} ".join(filter(None, (", ".join(words[:-1]), words[-1])))
