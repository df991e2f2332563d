"""A profile and a rule → what people are told of their data, and what of that is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import NamedTuple

from briefing.checking import country_of
from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, CommonsPetition, DataNotice, Organisation, Petition, SignatureSheets
from briefing.reading.fields import PROFILE, Field
from briefing.rules import Rule, rule_for

__all__ = ["Part", "left_blank", "missing_of_notice", "parts_of", "rule_of_notices"]

_GROUP = "data_notice"
_INSIDE = ("imprint.", "data_notice.")
"""How fields of a profile begin that stand on a sheet."""
_SUBJECT = "data-notice"
_OF_OPT_IN = frozenset({"withdrawal"})
"""Fields that are needed for some notices alone."""
_NONE = "none"
"""What a profile answers where a part does not apply."""
_TABLE = {field.name: field for group in PROFILE if group.name == _GROUP for field in group.fields}
_PRINTED = tuple(field.name for field in fields(DataNotice) if field.name in _TABLE and field.name != "opt_in")
"""Parts in the order in which they are read."""


class Part(NamedTuple):
    """One thing that people are told."""

    name: str
    """That of its field; ``notice_NAME`` is the word before it."""
    text: str
    position: Position


def parts_of(notice: DataNotice) -> tuple[Part, ...]:
    """List what is printed, without what does not apply."""
    return tuple(
        Part(name, text, notice.positions.get(name, notice.position))
        for name in _PRINTED
        if (text := _said(notice, name)) and text.casefold() != _NONE
    )


def rule_of_notices(briefing: Briefing) -> Rule | None:
    """Find what the country of an organisation asks for; ``None`` where the program does not know it."""
    return rule_for(_SUBJECT, country_of(briefing))


def missing_of_notice(briefing: Briefing, rule: Rule | None) -> Iterator[Diagnostic]:
    """Name every part that the rule asks for and the profile does not say, each with a line to type.

    Without a rule the words are for the profile alone to say.
    """
    organisation = briefing.organisation
    if organisation is None:
        message = "Nobody says what becomes of the names and addresses: the briefing has no organisation."
        hint = "Add the name of a profile, such as: organisation: our-organisation"
        yield Diagnostic("error", "notice-missing", message, briefing.position, hint)
        return
    notice = organisation.data_notice
    if notice is None:
        message = "The profile does not say what becomes of the names and addresses of those who sign."
        lines = (f"{_GROUP}:", *(f"  {_line(_TABLE[name])}" for name in _PRINTED if name not in _OF_OPT_IN))
        message += " Put these lines into it, in your own words:"
        yield Diagnostic("error", "notice-missing", message, organisation.position, rule.cited if rule else "", lines)
    elif rule is None:
        message = f"No rule of {country_of(briefing)} on such notices is known here, and nothing was looked for."
        hint = "Ask somebody who knows it, and write what it asks for."
        yield Diagnostic("warning", "notice-unknown-rule", message, notice.position, hint)
    else:
        yield from _missing_by(rule, notice)


def _missing_by(rule: Rule, notice: DataNotice) -> Iterator[Diagnostic]:
    yield from (_missing(_TABLE[name], notice) for name in _needed(notice, rule) if not _said(notice, name))
    if unanswered := [name for name in rule.texts("where_they_apply") if not _said(notice, name)]:
        message = f"The data notice does not say whether these apply: {', '.join(unanswered)}."
        hint = f"Say it, or that there are none, such as: {unanswered[0]}: {_NONE}"
        yield Diagnostic("warning", "notice-unanswered", message, notice.position, hint)


def left_blank(
    told: Iterable[Diagnostic],
    *printed: Petition | SignatureSheets | CommonsPetition | DataNotice | Organisation | None,
) -> Iterator[Diagnostic]:
    """Choose what is told of fields that begin with FILL IN, of those that stand on a sheet."""
    places = {place for each in printed if each for name, place in each.positions.items() if _stands(each, name)}
    return (each for each in told if each.id == "fill-in" and each.position in places)


def _stands(value: object, name: str) -> bool:
    return not isinstance(value, Organisation) or name == "name" or name.startswith(_INSIDE)


def _needed(notice: DataNotice, rule: Rule) -> Iterable[str]:
    return (*rule.texts("parts"), *(rule.texts("with_opt_in") if notice.opt_in else ()))


def _missing(field: Field, notice: DataNotice) -> Diagnostic:
    message = f'The data notice lacks "{field.name}". {field.help}'
    hint = f"Add it below {_GROUP}, such as: {_line(field)}"
    return Diagnostic("error", "notice-missing", message, notice.position, hint)


def _line(field: Field) -> str:
    return f"{field.name}: {field.example}"


def _said(notice: DataNotice, name: str) -> str:
    text: str = getattr(notice, name)
    return text
